"""What clocks show where they spring on or back, and the names of zones that are places."""

from __future__ import annotations

import zoneinfo
from datetime import UTC, date, datetime, tzinfo
from functools import cache

from babel.core import get_global
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.languages import Language

WITHOUT_PLACE = {"UTC", "Etc/UTC"}
"""The one time that is nobody's and that readers know."""


def both(local: datetime, zone: tzinfo) -> list[datetime]:
    """The moments at which a clock of a zone shows, or would show, this: one or two."""
    first, second = (local.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    return [first] if first.utcoffset() == second.utcoffset() else [first, second]


def is_shown(moment: datetime) -> bool:
    """Whether the clock really shows this then: there is no half past two where it springs on."""
    shown = moment.astimezone(UTC).astimezone(moment.tzinfo)
    return shown.replace(tzinfo=None) == moment.replace(tzinfo=None)


def no_such_hour(moments: list[datetime]) -> ValidationError:
    """That clocks skip an hour, with the two beside it.

    Args:
        moments: what ``both`` found, none of which is shown.
    """
    after, before = (one.astimezone(UTC).astimezone(one.tzinfo).time() for one in moments)
    language = Language.active()
    return ValidationError(
        _("That day, clocks skip this hour: write %(before)s or %(after)s."),
        code="skipped",
        params={"before": language.time(before), "after": language.time(after)},
    )


@cache
def time_zones() -> frozenset[str]:
    """The names of all time zones: to list them, Python opens the file of each."""
    return frozenset(zoneinfo.available_timezones())


def is_time_zone(name: str) -> None:
    """Refuse a name the IANA time zone database does not have.

    Raises:
        ValidationError: no such zone.
    """
    if name not in time_zones():
        raise ValidationError(_("“%(zone)s” is not a time zone."), params={"zone": name})


@cache
def zones_in(country: str) -> frozenset[str]:
    """The time zones of a country (ISO 3166), as CLDR has them; none for an unknown one."""
    zones = get_global("zone_territories")
    return frozenset(zone for zone, territory in zones.items() if territory == country)


def is_zone_of_a_place(name: str) -> bool:
    """Whether readers can be told whose clock it is: « Etc/GMT+5 » is five hours *behind* GMT."""
    has_area = "/" in name and not name.startswith(("Etc/", "SystemV/"))
    return has_area or name in WITHOUT_PLACE or name == settings.TIME_ZONE


def in_iso(value: date, timespec: str = "auto") -> str:
    """A day or a moment for machines (ISO 8601).

    Long ago clocks were half a minute apart from others, for which there is no notation.
    """
    if not isinstance(value, datetime):
        return value.isoformat()
    offset = value.utcoffset()
    if offset is not None and offset.total_seconds() % 60:
        value = value.astimezone(UTC)
    return value.isoformat(timespec=timespec)
