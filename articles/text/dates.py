"""Dates as the French and the Arabic press write them."""

from __future__ import annotations

import re
from datetime import date

from .words import DAY_RANGE_WORDS, MONTHS

DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
MONTH = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
# A Levantine and an Egyptian name are often given together: تموز/يوليو.
MONTH_NAME = rf"(?P<month>{MONTH})(?:\s?[/(]\s?(?:{MONTH})\)?)?"

NUMERIC = re.compile(
    r"(?<![\d./-])(?P<day>\d{1,2})[./-](?P<number>\d{1,2})[./-](?P<year>\d{4})(?!\d)"
)
ISO = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})(?!\d)")
WRITTEN = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})(?:er)?,?\s+{MONTH_NAME}(?!\w)(?:,?\s+(?P<year>\d{{4}}))?",
    re.IGNORECASE,
)
MONTH_FIRST = re.compile(
    rf"(?<!\w){MONTH_NAME}\s+(?P<day>\d{{1,2}})(?:er)?,\s+(?P<year>\d{{4}})", re.IGNORECASE
)
FULL = (ISO, NUMERIC, MONTH_FIRST, WRITTEN)

RANGE = re.compile(
    rf"(?:{DAY_RANGE_WORDS})?\s*\(?(?<!\d)(?P<first>\d{{1,2}})(?:er)?"
    rf"(?:\s+(?P<first_month>{MONTH}))?"
    r"\s*(?:et|au|-|–|إلى|حتى|و)\s*(?:le\s+)?"
    rf"(?P<day>\d{{1,2}})\s+{MONTH_NAME}(?!\w)(?:,?\s+(?P<year>\d{{4}}))?",
    re.IGNORECASE,
)


class NoSuchDateError(ValueError):
    """Numbers written as a date that no calendar has."""


def latin_digits(text: str) -> str:
    """The text with ``0``–``9`` for every Arabic or Persian digit."""
    return text.translate(DIGITS)


def month_number(name: str) -> int:
    return MONTHS[name.lower()]


def calendar_date(found: re.Match[str], default_year: int | None = None) -> date | None:
    """The date a match means; nothing where it has no year and none is given.

    Raises:
        NoSuchDateError: for the 31st of February.
    """
    parts = found.groupdict()
    year = parts.get("year") or default_year
    if not year:
        return None
    month = int(parts["number"]) if parts.get("number") else month_number(parts["month"])
    try:
        return date(int(year), month, int(parts["day"]))
    except ValueError:
        raise NoSuchDateError(found[0].strip()) from None


def first_date(text: str, default_year: int | None = None) -> tuple[date, re.Match[str]] | None:
    """The first date of a text, and where it stands.

    Raises:
        NoSuchDateError: the first one written is in no calendar.
    """
    text = latin_digits(text)
    found = [match for pattern in FULL if (match := pattern.search(text))]
    for match in sorted(found, key=lambda one: one.start()):
        day = calendar_date(match, default_year)
        if day:
            return day, match
    return None


def first_period(text: str, default_year: int | None = None) -> tuple[date, date] | None:
    """The first span of days: ``les 03 et 04 juillet``, ``يومي 3 و4 يوليوز``."""
    for match in RANGE.finditer(latin_digits(text)):
        last = calendar_date(match, default_year)
        if last is None:
            continue
        month = month_number(match["first_month"]) if match["first_month"] else last.month
        try:
            first = last.replace(day=int(match["first"]), month=month)
        except ValueError:
            continue
        if first <= last:
            return first, last
    return None
