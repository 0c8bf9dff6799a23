"""Who may know of a record: shown, filtered and changed by who may publish."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.options import IS_POPUP_VAR, ActionLocation
from django.db import models, transaction
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from articles.admin.requests import person
from articles.desk.library import record_history
from articles.desk.library.values import locked
from articles.desk.publication.reader_messages import what_readers_know
from articles.languages import Language
from articles.models import Event

from ..editing.submission import once_written
from .proposals import RecordSubmission
from .record_admin import RecordAdmin

PUBLICITY = ("is_listed", "visibility", "embargoed_until")
"""The fields that say who may know of a record."""


def pill(record: Any, language: Language) -> SafeString:
    """« FR ✓ », and in words for the ear: whether readers of a language know of a record."""
    is_public = record.has_page_in(language)
    words = gettext("%(name)s: %(said)s") % {
        "name": capfirst(Language.active().name_of(language)),
        "said": gettext("Yes") if is_public else gettext("No"),
    }
    return format_html(
        '<span class="state {}" title="{}"><span aria-hidden="true">{} {}</span>'
        '<span class="visually-hidden">{}</span></span> ',
        "published" if is_public else "draft",
        words,
        language.code.upper(),
        "✓" if is_public else "–",
        words,
    )


class PublicFilter(admin.SimpleListFilter):
    """What readers of a language know of now, and what they do not."""

    title = _("public")
    parameter_name = "public"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        found = []
        for language in Language.active().then_others:
            name = {"language": Language.active().name_of(language)}
            found += [
                (language.code, gettext("public: %(language)s") % name),
                (f"-{language.code}", gettext("not public: %(language)s") % name),
            ]
        return found

    def queryset(self, request: HttpRequest, queryset: Any) -> models.QuerySet[Any]:
        return self.chosen(self.value() or "", queryset)

    def get_facet_queryset(self, changelist: Any) -> dict[str, int]:
        """How many there are of each, counted one by one: all at once is too much for a parser."""
        listed = changelist.get_queryset(
            self.request, exclude_parameters=self.expected_parameters()
        )
        rows = listed.model._default_manager.filter(pk__in=listed.order_by().values("pk"))
        return {
            f"{number}__c": self.chosen(wanted, rows).count()
            for number, (wanted, _label) in enumerate(self.lookup_choices)
        }

    @staticmethod
    def chosen(wanted: str, queryset: Any) -> models.QuerySet[Any]:
        language = Language.find(wanted.removeprefix("-"))
        if language is None:
            return queryset
        public = queryset.model.objects.public(language).values("pk")
        hidden = wanted.startswith("-")
        return queryset.exclude(pk__in=public) if hidden else queryset.filter(pk__in=public)


def say_who_knows(submission: RecordSubmission, form: Any) -> None:
    """Say who may know of a record now, and from when.

    Of one that was made in a window beside another form it would be said on the next page, of
    something else.
    """
    if IS_POPUP_VAR in submission.request.POST:
        return
    if submission.draft is None and (said := what_readers_know(form.instance)):
        messages.info(submission.request, " ".join(said))


class PublicRecordAdmin(RecordAdmin):
    """The admin of what has a page, and readers who may know of it."""

    steps = RecordAdmin.steps.then(once_written(say_who_knows))

    def has_publish_permission(self, request: HttpRequest) -> bool:
        allowed = record_history.may_publish(person(request))
        return allowed and self.has_change_permission(request)

    def read_only_columns(self, request: HttpRequest, obj: Any = None) -> set[str]:
        """Beside what else is read_only, who may know of it: from who may not publish."""
        read_only: set[str] = super().read_only_columns(request, obj)
        if not record_history.may_publish(person(request)):
            columns = self.model._meta.concrete_fields
            read_only |= {one.name for one in columns if one.name.startswith(PUBLICITY)}
        return read_only

    def get_list_display(self, request: HttpRequest) -> Any:
        return [*super().get_list_display(request), "public"]

    def get_list_filter(self, request: HttpRequest) -> Any:
        return [PublicFilter, *super().get_list_filter(request)]

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        queryset: Any = super().get_queryset(request)
        page = request.resolver_match.url_name if request.resolver_match else None
        return queryset.with_publicity() if page and page.endswith("_changelist") else queryset

    @admin.display(description=_("public"))
    def public(self, record: Any) -> SafeString:
        """The languages whose readers know of it now."""
        return format_html(
            '<span class="states">{}</span>',
            format_html_join(
                "", "{}", ((pill(record, one),) for one in Language.active().then_others)
            ),
        )

    # Many at once.

    def get_actions(
        self, request: HttpRequest, action_location: ActionLocation = ActionLocation.CHANGE_LIST
    ) -> dict[str, Any]:
        actions = super().get_actions(request, action_location)
        if (
            action_location == ActionLocation.CHANGE_LIST
            and self.has_publish_permission(request)
            and "_popup" not in request.GET
        ):
            for name, (description, values) in self.publicity_actions().items():
                actions[name] = (act(values), name, description)
        return actions

    def publicity_actions(self) -> dict[str, tuple[str, dict[str, Any]]]:
        """What can be done: its name, what it is called, and the values it gives to records."""
        return {
            "make_public": (gettext("Make public"), {"is_listed": True}),
            "take_from_public": (gettext("Take from the public"), {"is_listed": False}),
        }

    def records_with_parts(self, queryset: Any) -> list[Any]:
        """The records that were chosen, with what goes with them."""
        return list(queryset)


def act(values: dict[str, Any]) -> Callable[..., None]:
    return partial(change_publicity, values)


def change_publicity(
    values: dict[str, Any], site: Any, request: HttpRequest, queryset: models.QuerySet[Any]
) -> None:
    """Give records these values, each with a revision; say how many readers still know of."""
    records = site.records_with_parts(queryset)
    with transaction.atomic():
        records = [put_publicity(record, values, request) for record in records]
    count = len(records)
    messages.success(
        request,
        ngettext("%(count)d record changed.", "%(count)d records changed.", count)
        % {"count": count},
    )
    if values.get("is_listed") is False and (kept := still_public(records)):
        messages.info(
            request,
            gettext("Readers still know of these, for what is published shows them: %(names)s.")
            % {"names": Language.active().listed(kept)},
        )


def put_publicity(record: Any, values: dict[str, Any], request: HttpRequest) -> Any:
    record = locked(record)
    record_history.catch_up(record)
    for name, value in values.items():
        setattr(record, name, value)
    record.save()
    record_history.keep_change(record, by=person(request))
    return record


def still_public(records: Iterable[Any]) -> list[Any]:
    return [one for one in records if one.languages_with_page]


# Events are public in each language by itself, and with them their sessions.


def event_actions() -> dict[str, tuple[str, dict[str, Any]]]:
    """What can be done with events: as ``publicity_actions``, in each language by itself."""
    found: dict[str, tuple[str, dict[str, Any]]] = {}
    for language in Language.all():
        name = {"language": Language.active().name_of(language)}
        column = language.field("visibility")
        found[f"make_public_{language.code}"] = (
            gettext("Make public: %(language)s") % name,
            {column: Event.Visibility.PUBLIC},
        )
    columns = [language.field("visibility") for language in Language.all()]
    found["take_from_public"] = (
        gettext("Take from the public"),
        dict.fromkeys(columns, Event.Visibility.HIDDEN),
    )
    return found


def with_sessions(events: Iterable[Event]) -> list[Event]:
    """These events, and all that is part of them."""
    found = {one.pk: one for one in events}
    newest = list(found)
    while newest:
        parts = Event.objects.filter(parent__in=newest).exclude(pk__in=found)
        newest = [one.pk for one in parts]
        found |= {one.pk: one for one in parts}
    return list(found.values())
