"""What appears, leaves, is held back and takes place, day by day, as one person may know of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from articles.languages import Language
from articles.models import Article, Event, Phase, Status, User
from articles.models.date_fields import nearest_moment
from articles.models.declarations import UNTITLED
from articles.models.permissions import CHANGE_ARTICLE, EDIT_ANY_LANGUAGE, permission_to

APPEARS, EMBARGO, LEAVES, EVENT = "appears", "embargo", "leaves", "event"
KINDS: dict[str, Promise | str] = {
    APPEARS: pgettext_lazy("in a calendar", "appears"),
    EMBARGO: pgettext_lazy("in a calendar", "end of the embargo"),
    LEAVES: pgettext_lazy("in a calendar", "leaves"),
    EVENT: pgettext_lazy("in a calendar", "event"),
}
PLANNED = pgettext_lazy("in a calendar", "planned, not published yet")
MOST = 2_000
"""Articles read for one page: some sixty a day."""
WORKING_HOURS = range(7, 23)
SHOWN = 12
"""Entries of one day; the list has the others."""


@dataclass(frozen=True)
class Entry:
    """One thing on one day."""

    kind: str
    record: Any
    day: date
    at: time | None = None
    language: Language | None = None
    phase: str = ""
    may_move: bool = False

    @property
    def name(self) -> str:
        return f"{self.kind}-{self.record.pk}-{self.language or ''}"

    @property
    def label(self) -> str:
        is_planned = self.kind == APPEARS and self.phase not in {
            Phase.PUBLISHED,
            Phase.SCHEDULED,
            Phase.EMBARGOED,
            Phase.EXPIRED,
        }
        return str(PLANNED if is_planned else KINDS[self.kind])

    @property
    def title(self) -> str:
        said: str = self.record.said(self.record.title_field, self.language)
        return said or str(self.record)

    @property
    def title_language(self) -> Language | None:
        title: str = self.record.title_field
        if self.language and self.record.said(title, self.language):
            return self.language
        return self.record.language_of(title)


@dataclass(frozen=True)
class Day:
    date: date
    entries: list[Entry]
    is_outside: bool = False
    """Whether it is of the month before or after."""
    rows: tuple[int, ...] = tuple(WORKING_HOURS)
    """The hours that all days of its week have, that they stand side by side."""

    @property
    def shown(self) -> list[Entry]:
        return self.entries[:SHOWN]

    @property
    def whole(self) -> list[Entry]:
        """What has no hour."""
        return [one for one in self.shown if one.at is None]

    @property
    def hours(self) -> list[tuple[str, list[Entry]]]:
        """Each hour of the week, with what this day has in it."""
        timed = [(one.at.hour, one) for one in self.shown if one.at is not None]
        return [
            (f"{hour:02}:00", [entry for at, entry in timed if at == hour]) for hour in self.rows
        ]

    @property
    def others(self) -> int:
        return max(0, len(self.entries) - SHOWN)

    @property
    def is_today(self) -> bool:
        return self.date == timezone.localdate()


def days_between(user: User, days: list[date], month: int | None = None) -> list[Day]:
    """Each of some days that follow one another, with what is on it.

    Args:
        month: the one that is meant, where days of others stand beside it.
    """
    by_day: dict[date, list[Entry]] = {day: [] for day in days}
    for one in [*of_articles(user, days), *of_events(user, days)]:
        if one.day in by_day:
            by_day[one.day].append(one)
    hours = {one.at.hour for found in by_day.values() for one in found if one.at is not None}
    rows = tuple(sorted({*WORKING_HOURS, *hours}))
    return [
        Day(
            day,
            sorted(found, key=lambda one: (one.at is not None, one.at or time.min, one.name)),
            month is not None and day.month != month,
            rows,
        )
        for day, found in by_day.items()
    ]


# Articles.


def of_articles(user: User, days: list[date]) -> Iterator[Entry]:
    """What becomes of articles on these days; of what is not open to somebody, what was read."""
    start, end = midnight(days[0]), midnight(days[-1] + timedelta(days=1))
    asked = Q(embargoed_until__gte=start, embargoed_until__lt=end)
    for language in Language.all():
        for name in ("published_at", "live_until"):
            column = language.field(name)
            asked |= Q(**{f"{column}__gte": start, f"{column}__lt": end})
    found: Any = Article.objects.for_desk(user).news().filter(asked).select_related("working_copy")
    now = timezone.now()
    for article in found.defer("source_text", *UNTITLED).order_by("-pk")[:MOST]:
        yield from entries_of(article, user, now)


def entries_of(article: Article, user: User, now: datetime) -> Iterator[Entry]:
    held = article.embargoed_until
    shows_embargo = held is not None and article.is_open_to(user)
    if shows_embargo and held is not None:
        may = held > now and may_move(article, "embargoed_until", user)
        yield entry(EMBARGO, article, held, may=may)
    for language in Language.all():
        phase = article.phase_in(language)
        if article.is_abridged and phase != Phase.PUBLISHED:
            continue
        appears, leaves = article.appears_at(language), article.live_until_in(language)
        is_there = phase != Phase.WITHDRAWN and article.said("headline", language)
        if appears and is_there and appears != held:
            column = language.field("published_at")
            may = appears > now and may_move(article, column, user)
            yield entry(APPEARS, article, appears, language, may=may)
        if leaves and article.status_in(language) == Status.PUBLISHED:
            may = leaves > now and may_end(article, language, user)
            yield entry(LEAVES, article, leaves, language, may=may)


def entry(
    kind: str, article: Article, moment: datetime, language: Language | None = None, *, may: bool
) -> Entry:
    local = timezone.localtime(moment)
    phase = article.phase_in(language) if language else ""
    return Entry(kind, article, local.date(), local.time(), language, phase, may)


def may_move(article: Article, column: str, user: User) -> bool:
    """Whether the form of the article would take another date from this person."""
    if article.is_abridged or not user.has_perm(CHANGE_ARTICLE):
        return False
    field: Any = Article._meta.get_field(column)
    return not article.write_limits(user).holds(field) and column not in article.frozen_dates()


def may_end(article: Article, language: Language, user: User) -> bool:
    """Whether this person may say until when readers have a text."""
    if article.is_live(language):
        return not article.is_abridged and Status.WITHDRAWN in article.moves(language, by=user)
    return may_move(article, language.field("live_until"), user)


def midnight(day: date) -> datetime:
    return nearest_moment(timezone.make_aware(datetime.combine(day, time.min)))


# Events.


def of_events(user: User, days: list[date]) -> Iterator[Entry]:
    if not user.has_perm(permission_to("view", Event)):
        return
    may = may_move_events(user)
    events: Any = Event.objects.between(days[0], days[-1]).select_related("place", "parent")
    for event in events[:MOST]:
        last = event.last_day or event.starts_on
        first, until = max(event.starts_on, days[0]), min(last, days[-1])
        # What lasts for weeks stands on its first day only.
        if (last - event.starts_on).days > LONG:
            first = until = event.starts_on
        for number in range((until - first).days + 1):
            day = first + timedelta(days=number)
            is_first = day == event.starts_on
            at = event.starts_at if is_first else None
            yield Entry(EVENT, event, day, at, may_move=may and is_first)


LONG = 10
"""Days of an event that stands on each of them."""


def may_move_events(user: User) -> bool:
    return user.has_perm(permission_to("change", Event)) and user.has_perm(EDIT_ANY_LANGUAGE)
