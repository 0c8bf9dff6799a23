"""When an event is: its days, its hours by the clocks of its place, and what becomes of both."""

from __future__ import annotations

import zoneinfo
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, DateField, ExpressionWrapper, F, Q, When
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.languages import Language

from .clocks import both, is_shown, is_zone_of_a_place, no_such_hour, time_zones

if TYPE_CHECKING:
    from .events import Event

ONE_DAY = timedelta(days=1)
WHEN = ("starts_on", "starts_at", "ends_on", "ends_at", "time_zone")
ENDS_AT_MIDNIGHT = Q(ends_at=time.min, ends_on__gt=F("starts_on"))
"""Midnight is of the day before: what ends then takes place on its last day no more."""


def last_day() -> Case:
    """The last day on which an event takes place, for a query."""
    before = ExpressionWrapper(F("ends_on") - ONE_DAY, models.DateTimeField())
    return Case(
        When(ENDS_AT_MIDNIGHT, then=Cast(before, DateField())),
        default=Coalesce("ends_on", "starts_on"),
        output_field=DateField(),
    )


def over_before(day: date) -> Q:
    """What has ended before a day."""
    at_its_midnight = ENDS_AT_MIDNIGHT & Q(ends_on=day)
    return Q(ends_on__lt=day) | at_its_midnight | Q(ends_on=None, starts_on__lt=day)


def on_or_after(day: date) -> Q:
    """What takes place on a day, or on a later one."""
    on_it = Q(ends_at=None) | Q(ends_at__gt=time.min) | Q(starts_on=day)
    return Q(ends_on__gt=day) | Q(on_it, ends_on=day) | Q(ends_on=None, starts_on__gte=day)


class Timed(models.Model):
    """What an event knows of its days and hours."""

    class Meta:
        abstract = True

    def clean(self: Event) -> None:
        """Refuse an hour that no clock shows, and a zone that is no place; what stood there stays.

        Raises:
            ValidationError: by field.
        """
        super().clean()
        self.keep_the_day_it_was_planned_for()
        stored = self.stored_when()
        changed = {name for name in WHEN if stored.get(name, self) != getattr(self, name)}
        wrong: dict[str, ValidationError] = {}
        if self.time_zone not in time_zones():
            return  # Its column says so.
        if "time_zone" in changed and not is_zone_of_a_place(self.time_zone):
            wrong["time_zone"] = ValidationError(
                _("“%(zone)s” is no place: write it as “Africa/Casablanca”, or UTC."),
                params={"zone": self.time_zone},
            )
        elif changed:
            wrong = self.skipped_hours()
        if wrong:
            raise ValidationError(wrong)

    def skipped_hours(self: Event) -> dict[str, ValidationError]:
        """The hours that the clocks of its zone do not show on their day, by field."""
        zone, wrong = zoneinfo.ZoneInfo(self.time_zone), {}
        hours = (("starts_at", self.starts_on), ("ends_at", self.ends_on or self.starts_on))
        for name, day in hours:
            at = getattr(self, name)
            if isinstance(day, date) and isinstance(at, time):
                moments = both(datetime.combine(day, at), zone)
                if not is_shown(moments[0]):
                    wrong[name] = no_such_hour(moments)
        return wrong

    def stored_when(self: Event) -> dict[str, Any]:
        """Its days, hours and zone as they are stored; nothing of a new one."""
        rows = type(self)._base_manager.filter(pk=self.pk) if self.pk else None
        return (rows.values(*WHEN).first() if rows is not None else None) or {}

    def keep_the_day_it_was_planned_for(self: Event) -> set[str]:
        """What was postponed, to a day that is known or not, keeps the day it had before.

        Without any day no reader and no calendar would hear that it does not take place then.

        Returns:
            The columns that were given a day.
        """
        before = {name: getattr(self, name) for name in ("starts_on", "ends_on", "planned_on")}
        if self.state not in {self.State.POSTPONED, self.State.CANCELLED}:
            return set()
        is_postponed = self.state == self.State.POSTPONED
        if self.starts_on and (self.planned_on or not is_postponed):
            return set()
        stored = self.stored_when()
        day = (is_postponed and self.planned_on) or stored.get("starts_on")
        if self.starts_on is None and day:
            self.starts_on = day
            # Another day than it had is that of a plan before, whose end is not kept.
            self.ends_on = stored.get("ends_on") if day == stored.get("starts_on") else None
            self.ends_at = self.ends_at if self.ends_on else None
        elif is_postponed and day != self.starts_on:
            self.planned_on = day
        return {name for name, was in before.items() if was != getattr(self, name)}

    @property
    def has_new_day(self: Event) -> bool:
        """Whether it was postponed to a day that is known."""
        return self.state == self.State.POSTPONED and self.planned_on not in {None, self.starts_on}

    @property
    def waits_for_a_day(self: Event) -> bool:
        """Whether it was postponed and nobody knows until when: its first day is that of before."""
        return self.state == self.State.POSTPONED and not self.has_new_day

    @property
    def planned_before(self: Event) -> date | None:
        """The day on which what was postponed would have begun."""
        if self.state != self.State.POSTPONED:
            return None
        return self.planned_on if self.has_new_day else self.starts_on

    @property
    def last_day(self: Event) -> date | None:
        """The last day on which it takes place; an end at midnight is one of the day before."""
        if self.ends_on and self.starts_on and self.ends_on > self.starts_on:
            return self.ends_on - ONE_DAY * (self.ends_at == time.min)
        return self.ends_on or self.starts_on

    @property
    def is_of_many_days(self: Event) -> bool:
        """Whether its last day is another than its first."""
        return self.last_day != self.starts_on

    @property
    def lasts_whole_days(self: Event) -> bool:
        """Whether no hour says more than its days: from midnight to midnight is a day too."""
        none_or_midnight = {self.starts_at, self.ends_at} <= {None, time.min}
        return none_or_midnight and (self.starts_at is None or self.ends_at is not None)

    def has_begun(self: Event, on: date | None = None) -> bool:
        """Whether it has begun on a day, today by default."""
        return bool(self.starts_on and self.starts_on <= (on or timezone.localdate()))

    def is_over(self: Event, on: date | None = None) -> bool:
        """Whether it was over before a day, today by default."""
        return bool(self.last_day and self.last_day < (on or timezone.localdate()))

    @property
    def starts(self: Event) -> datetime | date | None:
        """The moment it starts, in its own time zone; the day where no time is given.

        Of an hour that clocks show twice, the first: calendars take it so too (RFC 5545, 3.3.5).
        """
        return self._moment(self.starts_on, self.starts_at)

    @property
    def ends(self: Event) -> datetime | date | None:
        return self._moment(self.ends_on or self.starts_on, self.ends_at)

    def _moment(self: Event, day: date | None, at: time | None) -> datetime | date | None:
        zone = zoneinfo.ZoneInfo(self.time_zone)
        return datetime.combine(day, at, tzinfo=zone) if day and at else day

    @property
    def period(self: Event) -> str:
        """``3–4 juillet 2024``, in the active language; nothing where the day is not known."""
        if self.starts_on is None:
            return ""
        return Language.active().period(self.starts_on, self.last_day)
