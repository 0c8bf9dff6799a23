"""The admin of what the newsroom knows: people, organizations, events, sources, places, topics."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
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

from ..base import NewsroomStackedInline, NewsroomTabularInline
from ..editing.article_submission import AT_ONCE
from .duplicates import DuplicatesForm
from .event_form import EventForm
from .record_admin import RecordAdmin
from .visibility import PublicRecordAdmin, event_actions, with_sessions

# Ours are the Topic; taggit's own tags are never used.
admin.site.unregister(Tag)


class AffiliationInline(NewsroomStackedInline):
    model = Affiliation
    fields = ["organization", "position", ("since", "until")]
    autocomplete_fields = ["organization"]


class ParticipationInline(NewsroomTabularInline):
    model = Participation
    fields = ["organization", "role"]
    autocomplete_fields = ["organization"]


class AppearanceInline(NewsroomTabularInline):
    model = Appearance
    fields = ["speaker", "role"]
    autocomplete_fields = ["speaker"]


@admin.register(Speaker)
class SpeakerAdmin(PublicRecordAdmin):
    form = DuplicatesForm
    list_display = ["__str__", "honorific", "updated_at"]
    list_filter = ["affiliations__organization__kind"]
    search_fields = ["name", "aliases"]
    needed_first = ("name",)
    autocomplete_fields = ["portrait"]
    fields = [
        "name",
        "slug",
        "sort_name",
        "honorific",
        "gender",
        "biography",
        "aliases",
        "portrait",
        "is_listed",
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
    fields = [
        "name",
        "acronym",
        "slug",
        "sort_name",
        ("kind", "parent"),
        "description",
        "aliases",
        ("website", "logo"),
        "is_listed",
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
    fields = [
        "name",
        "slug",
        ("kind", "parent"),
        ("starts_on", "starts_at"),
        ("ends_on", "ends_at"),
        ("state", "planned_on"),
        "state_note",
        ("place", "time_zone"),
        "venue",
        "description",
        "aliases",
        "visibility",
        "embargoed_until",
    ]
    inlines = [ParticipationInline, AppearanceInline]

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
    fields = [
        "name",
        "slug",
        "credit_line",
        ("kind", "homepage"),
        "licence",
        "aliases",
        "is_listed",
    ]


@admin.register(Place)
class PlaceAdmin(RecordAdmin):
    form = DuplicatesForm
    list_display = ["__str__", "country"]
    list_filter = ["country"]
    search_fields = ["name", "aliases"]
    needed_first = ("name", "country")
    fields = ["name", "country", "aliases"]


@admin.register(Topic)
class TopicAdmin(PublicRecordAdmin):
    form = DuplicatesForm
    list_display = ["__str__", "updated_at"]
    search_fields = ["name"]
    needed_first = ("name",)
    fields = ["name", "slug", "is_listed"]
