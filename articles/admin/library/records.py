"""The admin of what the newsroom knows: people, organizations, events, sources, places, topics."""

from typing import Any

from django.contrib import admin, messages
from django.db import models
from django.forms import Script
from django.http import HttpRequest
from django.utils.translation import gettext_lazy
from taggit.models import Tag

from articles.models import (
    Affiliation,
    Appearance,
    Event,
    Organization,
    Participation,
    Place,
    Source,
    Speaker,
    Topic,
)

from ..base import NewsroomStackedInline
from ..editing.article_submission import AT_ONCE
from ..fieldsets import ADDRESS, BESIDE, FOLDED
from ..ordered_rows import OrderedRows
from .duplicates import DuplicatesForm
from .event_form import EventForm
from .record_admin import RecordAdmin
from .session_rows import SessionInline, save_sessions
from .visibility import PublicRecordAdmin, event_actions, with_sessions

# Ours are the Topic; taggit's own tags are never used.
admin.site.unregister(Tag)


class AffiliationInline(NewsroomStackedInline):
    model = Affiliation
    fields = ["organization", "position", ("since", "until")]
    autocomplete_fields = ["organization"]


class PositionInWindow(AffiliationInline):
    """What somebody is, where they are wanted in another form."""

    verbose_name_plural = gettext_lazy("Position today")
    fields = ["position", "organization"]
    extra = max_num = 1


class ParticipationInline(OrderedRows):
    model = Participation
    verbose_name_plural = gettext_lazy("Organizers and participants")
    fields = ["order", "organization", "role"]
    autocomplete_fields = ["organization"]


class AppearanceInline(OrderedRows):
    model = Appearance
    verbose_name_plural = gettext_lazy("Speakers")
    fields = ["order", "speaker", "role"]
    autocomplete_fields = ["speaker"]


@admin.register(Speaker)
class SpeakerAdmin(PublicRecordAdmin):
    form = DuplicatesForm
    list_display = ["__str__", "honorific", "updated_at"]
    list_filter = ["affiliations__organization__kind"]
    search_fields = ["name", "aliases"]
    titles = ("honorific",)
    needed_first = ("name",)
    rows_needed_first = (PositionInWindow,)
    autocomplete_fields = ["portrait"]
    fieldsets = [
        (None, {"fields": ["name", "honorific", "biography", "aliases"]}),
        (None, {"fields": ["portrait", "gender", "is_listed"], "classes": [BESIDE]}),
        (ADDRESS, {"fields": ["slug", "sort_name"], "classes": [FOLDED]}),
    ]
    inlines = [AffiliationInline]


@admin.register(Organization)
class OrganizationAdmin(PublicRecordAdmin):
    form = DuplicatesForm
    list_display = ["__str__", "acronym", "kind", "parent"]
    list_filter = ["kind"]
    list_select_related = ["parent"]
    search_fields = ["name", "acronym", "aliases"]
    needed_first = ("name", "acronym", "kind")
    autocomplete_fields = ["parent", "logo"]
    fieldsets = [
        (None, {"fields": ["name", "acronym", "description", "aliases"]}),
        (None, {"fields": ["kind", "parent", "website", "logo", "is_listed"], "classes": [BESIDE]}),
        (ADDRESS, {"fields": ["slug", "sort_name"], "classes": [FOLDED]}),
    ]


@admin.register(Event)
class EventAdmin(PublicRecordAdmin):
    form = EventForm
    list_display = ["__str__", "kind", "starts_on", "ends_on", "place", "parent"]
    list_filter = ["kind", "state", "starts_on"]
    list_select_related = ["place", "parent"]
    search_fields = ["name", "aliases"]
    needed_first = ("name", "kind", "starts_on", "ends_on", "place")
    date_hierarchy = "starts_on"
    autocomplete_fields = ["parent", "place"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "name",
                    ("starts_on", "starts_at"),
                    ("ends_on", "ends_at"),
                    "venue",
                    "description",
                ]
            },
        ),
        (None, {"fields": ["kind", "place", "time_zone", "parent"], "classes": [BESIDE]}),
        (gettext_lazy("Other names"), {"fields": ["aliases"], "classes": [FOLDED]}),
        (
            gettext_lazy("Postponed, cancelled, moved"),
            {"fields": [("state", "planned_on"), "state_note"], "classes": [FOLDED]},
        ),
        (
            gettext_lazy("Who may know of it"),
            {"fields": ["visibility", "embargoed_until"], "classes": [FOLDED]},
        ),
        (ADDRESS, {"fields": ["slug"], "classes": [FOLDED]}),
    ]
    inlines = [SessionInline, ParticipationInline, AppearanceInline]

    class Media:
        js = [
            Script("admin-newsroom/order.js", type="module"),
            Script("admin-newsroom/folding-rows.js", type="module"),
            Script("admin-newsroom/event-hours.js", type="module"),
        ]

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        """Events; for a form, with the place and the event that it shows as chosen."""
        events = super().get_queryset(request)
        is_shown = self.submission.request is request
        return events.select_related("place", "parent") if is_shown else events

    def save_model(self, request: HttpRequest, event: Event, form: Any, change: bool) -> None:
        super().save_model(request, event, form, change)
        if said := form.clocks_elsewhere():
            messages.warning(request, said)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        save = super().save_formset
        if formset.model is Event:
            save_sessions(formset, request, lambda: save(request, form, formset, change))
        else:
            save(request, form, formset, change)

    def get_form(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, **kwargs)
        form.at_once = AT_ONCE in request.POST
        return form

    def publicity_actions(self) -> dict[str, tuple[str, dict[str, Any]]]:
        return event_actions()

    def records_with_parts(self, queryset: Any) -> list[Any]:
        return with_sessions(queryset)


@admin.register(Source)
class SourceAdmin(PublicRecordAdmin):
    form = DuplicatesForm
    list_display = ["__str__", "kind", "homepage", "licence"]
    list_filter = ["kind"]
    search_fields = ["name", "aliases"]
    needed_first = ("name", "kind")
    fieldsets = [
        (None, {"fields": ["name", "credit_line", "aliases"]}),
        (None, {"fields": ["kind", "homepage", "licence", "is_listed"], "classes": [BESIDE]}),
        (ADDRESS, {"fields": ["slug"], "classes": [FOLDED]}),
    ]


@admin.register(Place)
class PlaceAdmin(RecordAdmin):
    form = DuplicatesForm
    list_display = ["__str__", "country"]
    list_filter = ["country"]
    search_fields = ["name", "aliases"]
    needed_first = ("name", "country")
    fieldsets = [
        (None, {"fields": ["name", "aliases"]}),
        (None, {"fields": ["country"], "classes": [BESIDE]}),
    ]


@admin.register(Topic)
class TopicAdmin(PublicRecordAdmin):
    form = DuplicatesForm
    list_display = ["__str__", "updated_at"]
    search_fields = ["name"]
    needed_first = ("name",)
    fieldsets = [
        (None, {"fields": ["name"]}),
        (None, {"fields": ["is_listed"], "classes": [BESIDE]}),
        (ADDRESS, {"fields": ["slug"], "classes": [FOLDED]}),
    ]
