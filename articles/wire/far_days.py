"""Days of years that no newsroom reckons with: misprints, and never kept as another day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from articles.models.date_fields import YEARS

from .copy import WireCopy


def is_far(day: date | None) -> bool:
    return day is not None and day.year not in YEARS


def without_far_days(copy: WireCopy) -> WireCopy:
    """What a text says without days that are none; a person is told which."""
    held = copy.event
    days = [copy.published_on, copy.embargoed_until]
    days += [held.starts_on, held.ends_on] if held else []
    far = sorted({one.year for one in days if one is not None and is_far(one)})
    if not far:
        return copy
    told = _("A day of the year %(years)s was left out: it must be a misprint.") % {
        "years": ", ".join(f"{year:04}" for year in far)
    }
    if held and (is_far(held.starts_on) or is_far(held.ends_on)):
        held = replace(held, starts_on=None, ends_on=None)
    return replace(
        copy,
        published_on=None if is_far(copy.published_on) else copy.published_on,
        embargoed_until=None if is_far(copy.embargoed_until) else copy.embargoed_until,
        event=held,
        to_check=(*copy.to_check, told),
    )
