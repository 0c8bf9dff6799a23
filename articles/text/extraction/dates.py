"""Dates as the French and the Arabic press write them."""

from __future__ import annotations

import re
from datetime import date

from ..folding import latin_digits
from ..vocabulary import MONTHS, WEEKDAYS, either

# Beside a day and a year only: some are words, or given names, elsewhere.
SHORT_MONTHS = {"jan": 1, "fev": 2, "fevr": 2, "jul": 7, "sep": 9, "nov": 11, "dec": 12}
MONTH_NUMBERS = {**SHORT_MONTHS, **MONTHS}
MONTH = "|".join(sorted(map(re.escape, MONTH_NUMBERS), key=len, reverse=True))
# A Levantine and an Egyptian name are often given together: تموز/يوليو, مارس آذار, مارس (آذار).
MONTH_NAME = rf"(?P<month>{MONTH})(?!\w)\.?(?:\s?[/(-]?\s?(?:{MONTH})(?!\w)\)?)?"

NUMERIC = re.compile(
    r"(?<![\d./-])(?P<day>\d{1,2})[./-](?P<number>\d{1,2})[./-](?P<year>\d{4})(?!\d)"
)
ISO = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})(?!\d)")
# « 2026/04/29 », of the civil calendar.
YEAR_FIRST = re.compile(
    r"(?<![\d/])(?P<year>(?:19|20)\d\d)/(?P<number>\d{1,2})/(?P<day>\d{1,2})(?![\d/])"
)
WRITTEN = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})(?:er)?,?\s+{MONTH_NAME}\.?(?:[,،]?\s+(?:de\s+l[’']an\s+|سنة\s+|عام\s+)?(?P<year>\d{{4}}))?",
    re.IGNORECASE,
)
MONTH_FIRST = re.compile(
    rf"(?<!\w){MONTH_NAME}\s+(?P<day>\d{{1,2}})(?:er)?,\s+(?P<year>\d{{4}})", re.IGNORECASE
)
FULL = (ISO, YEAR_FIRST, NUMERIC, MONTH_FIRST, WRITTEN)

RANGE = re.compile(
    rf"(?<!\d)(?P<first>\d{{1,2}})(?:er)?"
    rf"(?:\s+(?P<first_month>{MONTH}))?"
    rf"\s*(?:et|au|-|–|إلى|حتى|و)\s*(?:(?:le|يوم)\s+)?(?:(?:{either(WEEKDAYS)})\s+)?"
    rf"(?P<day>\d{{1,2}})\s+{MONTH_NAME}(?:,?\s+(?P<year>\d{{4}}))?",
    re.IGNORECASE,
)


class NoSuchDateError(ValueError):
    """Numbers written as a date that no calendar has."""


def month_number(name: str) -> int:
    return MONTH_NUMBERS[name.lower()]


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


FUTURE = re.compile(
    r"(?<!\w)(?:tiendra|tiendront|aura\s+lieu|auront\s+lieu|sera|seront|accueillera|abritera|ouvrira|débutera|"
    r"commencera|organisera|prévue?s?|prochaine?s?|se\s+déroulera|se\s+dérouleront)(?!\w)"
    r"|(?<![\u0621-\u064a])و?س(?:ي|ت|ن)[\u0621-\u064a]{2,}|سوف|المقبل|القادم|المقرر|المزمع|مقررا"
)
PAST = re.compile(
    r"(?<!\w)(?:s[’']est\s+(?:tenue?|déroulée?|achevée?|ouverte?)|a\s+eu\s+lieu|ont\s+eu\s+lieu|derniers?|dernière|"
    r"clôturée?|achevée?)(?!\w)|الماضي|المنصرم|اختتم|انعقدت?(?![\u0621-\u064a])"
)
NEAR = 120
"""Days from its publication within which a text that says no year speaks of the nearest such day."""


def year_meant(day: int, month: int, published: date, sentence: str) -> int | None:
    """The year of a day that is said without one; nothing where it could be two.

    « Se tiendra les 12 et 13 janvier », said in December, is of the year to come.
    """
    days: list[date] = []
    for year in (published.year - 1, published.year, published.year + 1):
        try:
            days.append(date(year, month, day))
        except ValueError:
            continue
    to_come, gone = FUTURE.search(sentence), PAST.search(sentence)
    if to_come and not gone:
        return next((one.year for one in days if one >= published), None)
    if gone and not to_come:
        return next((one.year for one in reversed(days) if one <= published), None)
    near = min(days, key=lambda one: abs(one - published), default=None)
    return near.year if near and abs((near - published).days) <= NEAR else None


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


def default_year(found: re.Match[str], published: date | None, sentence: str) -> int | None:
    """The year of a day without one; of one that has a year, none is asked."""
    if published is None or found["year"]:
        return None
    return year_meant(int(found["day"]), month_number(found["month"]), published, sentence)


def first_period(text: str, published: date | None = None) -> tuple[date, date] | None:
    """The first span of days: ``les 03 et 04 juillet``, ``يومي 3 و4 يوليوز``.

    Without a year they are of the one that a text published on a day means.
    """
    text = latin_digits(text)
    for match in RANGE.finditer(text):
        try:
            last = calendar_date(match, default_year(match, published, text))
        except NoSuchDateError:
            continue
        if last is None:
            continue
        month = month_number(match["first_month"]) if match["first_month"] else last.month
        try:
            # From December to January: the first day is of the year before.
            year = last.year - 1 if month > last.month else last.year
            first = last.replace(day=int(match["first"]), month=month, year=year)
        except ValueError:
            continue
        if first <= last:
            return first, last
    return None
