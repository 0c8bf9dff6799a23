"""The sessions of an event as rows of its form: what each is called, its day and its hours."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.requests import person
from articles.desk.library import record_history
from articles.desk.library.values import locked
from articles.languages import Language
from articles.models import Event
from articles.models.events import BY_HOUR

from ..article_rows import PartlyReadOnlyForm
from ..base import NewsroomStackedInline
from ..rows import RowsFormSet

TO_BEGIN_WITH = 3
"""Empty rows in the form of a new event."""
WHEN = {"starts_on", "starts_at", "ends_at"}
OF_ITS_EVENT = ("time_zone", "place", "embargoed_until")
"""What a new session has from its event, with who may know of it."""


class SessionForm(PartlyReadOnlyForm):
    """A session begins with what its event says, and takes place on one of its days."""

    event: Event | None = None

    def _post_clean(self) -> None:
        event, session = self.event, self.instance
        if event is not None and session._state.adding and self.has_changed():
            begin_with(event, session)
            if event.starts_on and not event.is_of_many_days:
                self.cleaned_data["starts_on"] = self.cleaned_data.get("starts_on") or (
                    event.starts_on
                )
        super()._post_clean()
        if not self.has_changed():
            return
        if (said := outside(event, session)) and "starts_on" in self.fields:
            self.add_error("starts_on", said)
        if ends_before_it_starts(session) and "ends_at" in self.fields:
            self.add_error("ends_at", _("The session ends before it begins."))


def begin_with(event: Event, session: Event) -> None:
    """Let a new session have the place, the clocks and the readers of its event."""
    for name in OF_ITS_EVENT:
        setattr(session, name, getattr(event, name))
    for language in Language.all():
        column = language.field("visibility")
        setattr(session, column, getattr(event, column))


def outside(event: Event | None, session: Event) -> str:
    """What is said of a session on a day on which its event is not; of a process, nothing."""
    day = session.starts_on
    if event is None or event.kind == Event.Kind.PROCESS or not isinstance(day, date):
        return ""
    first, last = event.starts_on, event.ends_on or event.starts_on
    if first is None or last is None or first <= day <= last:
        return ""
    return _("This is none of the days of the event (%(days)s).") % {"days": event.period}


def ends_before_it_starts(session: Event) -> bool:
    """Whether its hours are the wrong way round; what ends on another day has that in its form."""
    if session.starts_at is None or session.ends_at is None:
        return False
    is_one_day = session.ends_on is None or session.ends_on == session.starts_on
    return is_one_day and session.ends_at < session.starts_at


class SessionsFormSet(RowsFormSet):
    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        form.event = self.instance


class SessionInline(NewsroomStackedInline):
    """Who may not publish changes no session that readers may have: it has a form of its own."""

    model = Event
    fk_name = "parent"
    form = SessionForm
    formset = SessionsFormSet
    verbose_name = gettext_lazy("session")
    verbose_name_plural = gettext_lazy("Programme")
    words_to_add = gettext_lazy("Add a session")
    fields = ["name", ("starts_on", "starts_at", "ends_at", "kind")]
    classes = ["folding-rows"]
    show_change_link = True
    can_delete = False

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        rows: Any = super().get_queryset(request)
        return rows.order_by(*BY_HOUR)

    def get_view_on_site_url(self, obj: Any = None) -> str | None:
        """Nothing leads to a page that no reader has."""
        shown = obj is not None and any(map(obj.is_public_by_itself, Language.all()))
        return super().get_view_on_site_url(obj) if shown else None

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        return 0 if obj else TO_BEGIN_WITH

    def formfield_for_dbfield(
        self, db_field: models.Field, request: HttpRequest, **kwargs: Any
    ) -> Any:
        if db_field.name == "kind":
            kwargs["initial"] = Event.Kind.PLENARY_SESSION
        if db_field.name == "starts_on":
            kwargs["help_text"] = _("Left empty, the day of an event of one day.")
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def is_open_to(self, request: HttpRequest, event: Event | None) -> bool:
        if event is None or record_history.may_publish(person(request)):
            return True
        # Django asks for each of a form's rights several times; who sends one is asked each time.
        asked = vars(request).setdefault("_closed_events", {})
        if event.pk not in asked or request.method != "GET":
            either = Event.objects.filter(models.Q(pk=event.pk) | models.Q(parent=event.pk))
            asked[event.pk] = either.published_or_due().exists()
        return not asked[event.pk]

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_add_permission(request, obj) and self.is_open_to(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and self.is_open_to(request, obj)


def save_sessions(formset: Any, request: HttpRequest, save: Any) -> None:
    """Save the rows, each session with its own history.

    Args:
        formset: the rows of the form.
        request: who saves them.
        save: saves all of them.
    """
    changed = [one.instance for one in formset.initial_forms if one.has_changed()]
    for session in changed:
        record_history.catch_up(locked(session))
    save()
    for session in [*changed, *formset.new_objects]:
        record_history.keep_change(session, by=person(request))
