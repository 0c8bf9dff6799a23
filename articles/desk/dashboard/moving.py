"""Moving what stands in the calendar to another day or hour, by the rules of its form."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.desk.deleted_meanwhile import still_there
from articles.desk.editing import history, working_copies
from articles.desk.editing.unpublished_texts import sync_unpublished_texts
from articles.desk.library import record_history
from articles.languages import Language
from articles.models import Article, Event, Phase, Status, User
from articles.models.dates import EMBARGO
from articles.models.permissions import PUBLISH_ARTICLE

from .calendar import LEAVES, may_move_events

COLUMNS = {"appears": "published_at", LEAVES: "live_until"}


def move_article(
    key: int, kind: str, language: Language | None, to: datetime, *, by: User, note: str = ""
) -> Article:
    """Give one date of an article another value.

    Raises:
        GoneError: it is not there any more.
        PermissionDenied: ``by`` may not.
        ValidationError: the date stays, has passed, or does not go with the others.
    """
    with transaction.atomic():
        article = history.locked(key)
        if not article.is_open_to(by):
            raise PermissionDenied
        if to <= timezone.now():
            raise ValidationError(_("This moment has passed: choose one that is to come."))
        if kind == LEAVES and language and article.phase_in(language) == Phase.PUBLISHED:
            article.withdraw_at(language, to, by=by, note=note)
            return article
        column = language.field(COLUMNS[kind]) if language else EMBARGO
        refuse(article, column, by)
        before = Article.objects.get(pk=key)
        history.catch_up(article)
        setattr(article, column, to)
        article.clean()
        article.validate_constraints()
        article.save(update_fields=[column])
        article.note_new_dates(before, by=by)
        history.keep_if_changed(article, by=by, note=_("Moved in the calendar."))
        if copy := working_copies.copy_of(article):
            sync_unpublished_texts(copy)
        return article


def refuse(article: Article, column: str, by: User) -> None:
    """Raise what ``move_article`` does where this date is not this person's to change."""
    frozen = article.frozen_dates()
    if column in frozen:
        raise ValidationError(str(frozen[column]))
    waits = any(article.status_in(one) == Status.PUBLISHED for one in Language.all())
    if column == EMBARGO and waits and not by.has_perm(PUBLISH_ARTICLE):
        raise PermissionDenied
    field: Any = Article._meta.get_field(column)
    if article.write_limits(by).holds(field):
        raise PermissionDenied(_("This date is not yours to change, or is changed in its form."))


def move_event(key: int, day: date, hour: time | None, *, by: User) -> Event:
    """Move an event to another first day, with its last day; to another hour where it has one.

    Raises:
        GoneError: it is not there any more.
        PermissionDenied: ``by`` may not; of what readers have, who may publish may.
        ValidationError: it cannot be then.
    """
    with transaction.atomic():
        event: Any = still_there(Event.objects.select_for_update(of=("self",)).filter(pk=key))
        if not may_move_events(by):
            raise PermissionDenied
        if event.is_before_readers() and not record_history.may_publish(by):
            raise PermissionDenied(
                _("Readers have this event: propose another day in its form, for others to decide.")
            )
        if event.starts_on is None:
            raise ValidationError(_("This event has no day: give it one in its form."))
        record_history.catch_up(event)
        if event.ends_on:
            event.ends_on += day - event.starts_on
        event.starts_on = day
        if hour is not None and event.starts_at is not None:
            event.starts_at = hour
        event.full_clean()
        event.save()
        record_history.changed(event, by=by, note=_("Moved in the calendar."))
        return event
