"""The calendar of events, a month on a page: a table of weeks that a phone shows as a list."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

from django.db.models import Max, Min, Q
from django.http import Http404
from django.urls import reverse
from django.utils import timezone, translation

from articles.languages import Language
from articles.models import Event
from articles.models.event_times import last_day
from articles.wire.linked_data import events_graph

from .archives import Month
from .http_cache import midnight_of
from .pages import PublicPage

ONE_DAY = timedelta(days=1)
LONG = timedelta(days=31)
"""What lasts longer, a process for instance, stands above the days and not on each."""


@dataclass(frozen=True)
class CalendarDay:
    """A square of the calendar."""

    date: date
    events: list[Event]
    is_in_month: bool
    is_today: bool

    @property
    def weekday(self) -> str:
        return Language.active().weekday(self.date)


def url_of_month(month: Month) -> str:
    return reverse("events_month", args=[month.year, month.month])


def turns_of(events: Iterable[Event]) -> list[datetime]:
    """When what a page says of events becomes otherwise: as each begins, and when it is over."""
    days = [(one.starts_on, one.last_day) for one in events if one.starts_on and one.last_day]
    return [midnight_of(day) for since, until in days for day in (since, until + ONE_DAY)]


def turned(events: list[Any]) -> datetime | None:
    """When the last past event ended: the list of coming events has changed since.

    Args:
        events: rows of ``with_last_ended``.
    """
    ended = next((event.last_ended for event in events), None)
    return midnight_of(ended + timedelta(days=1)) if ended else None


def is_long(event: Event) -> bool:
    days: Any = event
    return days.last_day - days.starts_on >= LONG


class EventMonth(PublicPage):
    """The events of a month, each on every day it takes place."""

    template_name = "articles/event_month.html"

    @cached_property
    def month(self) -> Month:
        return Month.named(self.kwargs["year"], self.kwargs["month"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        named = Event.objects.public().select_related("place").with_parents()
        events = list(named.between(self.month.first_day, self.month.last_day))
        if not events:
            raise Http404
        language = Language.active()
        weeks = Calendar(language.first_weekday).monthdatescalendar(
            self.month.year, self.month.month
        )
        return super().get_context_data(
            events=events,
            midnight=self.last_midnight(),
            lasting=[event for event in events if is_long(event)],
            weekdays=[language.weekday(day) for day in weeks[0]],
            weeks=[[self.day(one, events) for one in week] for week in weeks],
            linked_data=events_graph(events, self.month.name, url_of_month(self.month)),
            calendar_url=reverse("events_calendar"),
            **self.beside(),
            **kwargs | {"month": self.month},
        )

    def day(self, one: date, events: list[Any]) -> CalendarDay:
        is_in_month = one.month == self.month.month
        on_it = [
            event
            for event in events
            if is_in_month and event.starts_on <= one <= event.last_day and not is_long(event)
        ]
        return CalendarDay(one, on_it, is_in_month, one == timezone.localdate())

    def last_midnight(self) -> datetime | None:
        """The last midnight at which this page changed: another day was marked as today."""
        today = timezone.localdate()
        if today < self.month.first_day:
            return None
        return midnight_of(min(today, self.month.next.first_day))

    def beside(self) -> dict[str, Any]:
        """The nearest months on both sides that have something; when any event last changed."""
        first, last = self.month.first_day, self.month.last_day
        found = (
            Event.objects.public()
            .annotate(until=last_day())
            .aggregate(
                before=Max("until", filter=Q(starts_on__lt=first)),
                after=Min("starts_on", filter=Q(until__gt=last)),
                changed=Max("updated_at"),
            )
        )
        before, after = found["before"], found["after"]
        earlier = Month.of(min(before, first - timedelta(days=1))) if before else None
        later = Month.of(max(after, last + timedelta(days=1))) if after else None
        return {
            "earlier": earlier and {"name": earlier.name, "url": url_of_month(earlier)},
            "later": later and {"name": later.name, "url": url_of_month(later)},
            "last_change": found["changed"],
        }

    def url_in(self, language: Language) -> str | None:
        there = Event.objects.public(language)
        if not there.between(self.month.first_day, self.month.last_day).exists():
            return None
        with translation.override(language.code):
            return url_of_month(self.month)
