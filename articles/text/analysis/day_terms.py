"""Days as words to search for: one for each day, however it is written and in which language.

A term is ``d`` and a date without signs (ISO 8601), with zeros for what is not said: ``d20240704``
is a day, ``d00000704`` the 4th of July of any year, ``d20240700`` a month, ``d00000700`` any July.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from ..vocabulary import MONTHS, WEEKDAYS
from . import arabic

NUMBERS = MONTHS | {arabic.fold(name): number for name, number in MONTHS.items()}
NAMES = "|".join(sorted(map(re.escape, NUMBERS), key=len, reverse=True))
YEAR = r"(?:\s+(?:عام|سنه|لعام|لسنه|de))?,?\s+(?P<year>\d{4})(?!\d)"
# A Levantine and an Egyptian name are often given together: تموز/يوليو.
# The full stop is that of « nov. 2026 », not one that ends a sentence.
DOT = r"(?:(?:(?<=nv|vr|pt|ct|ov|ec|éc)|(?<=uil))\.)?"
MONTH = rf"(?P<month>{NAMES})(?:\s?[/(]\s?(?:{NAMES})\)?)?(?!\w){DOT}"
DAY = re.compile(
    r"(?<!\d)(?:(?P<first>\d{1,2})(?:er)?\s*(?P<joint>et|au|ou|[-–]|الي|حتي|و)\s*(?:le\s+)?)?"
    rf"(?P<day>\d{{1,2}})(?:er)?\s+(?:من\s+)?(?:شهر\s+)?{MONTH}(?:{YEAR})?",
    re.IGNORECASE,
)
WEEKDAY = "|".join(sorted({arabic.fold(name) for name in WEEKDAYS}))
WEEKDAY_OF_DAY = re.compile(
    rf"(?<!\w)(?:(?:يوم\s+)?(?:{WEEKDAY}),?|يوم)\s+(?=d\d{{8}}(?!\w))", re.IGNORECASE
)
MONTH_OF_YEAR = re.compile(rf"(?<!\w){MONTH}{YEAR}", re.IGNORECASE)
SINGLE = frozenset(name for name in NUMBERS if " " not in name)
HEADS = frozenset(name.split()[0] for name in NUMBERS)
"""The first words of the months' names."""
WHOLE = re.compile(r"d(?!0000)(\d{4})(\d{2})(?!00)(\d{2})")
LEAP = date(2000, 1, 1)
LONGEST = 10
"""Days of a span that are all meant."""


def term(year: int, month: int, day: int) -> str:
    return f"d{year:04}{month:02}{day:02}"


def month_term(word: str) -> str:
    """The term of a month's name, by itself; ``""`` of any other word."""
    return term(0, NUMBERS[word], 0) if word in SINGLE else ""


def nearest(month: int, day: int, near: date) -> date | None:
    """The day of a year that is not said: that nearest to when it is said."""
    found = []
    for year in (near.year - 1, near.year, near.year + 1):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    return min(found, key=lambda one: abs(one - near), default=None)


def terms_of(day: date) -> list[str]:
    """All terms by which a day is found."""
    return [
        term(day.year, day.month, day.day), term(0, day.month, day.day),
        term(day.year, day.month, 0), term(0, day.month, 0),
    ]  # fmt: skip


def days_of(found: re.Match[str], near: date) -> list[date]:
    """The days that a match of ``DAY`` means; none where no calendar has it."""
    month, day = NUMBERS[found["month"].lower()], int(found["day"])
    try:
        last = date(int(found["year"]), month, day) if found["year"] else nearest(month, day, near)
    except ValueError:
        return []
    length = day - int(found["first"] or day)
    if last is None or not 0 < length < LONGEST:
        return [last] if last else []
    is_span = found["joint"] not in {"et", "ou", "و"}
    return [last - timedelta(n) for n in (range(length + 1) if is_span else (0, length))]


def day_terms(text: str, near: date | None = None) -> Iterator[str]:
    """The terms of the days and months written out in a text.

    Args:
        near: when it was written, to know the year of « jeudi 4 juillet »; else it stays unsaid.
    """
    text = arabic.fold(text)
    for found in DAY.finditer(text):
        for day in days_of(found, near or LEAP):
            terms = terms_of(day)
            yield from terms if near or found["year"] else terms[1::2]
    for found in MONTH_OF_YEAR.finditer(text):
        yield term(int(found["year"]), NUMBERS[found["month"].lower()], 0)


def day_of(word: str) -> date | None:
    """The day that a term is; nothing for a month, and for what somebody typed."""
    found = WHOLE.fullmatch(word)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def is_dated(word: str) -> bool:
    """Whether a word is the term of a day or a month of one year."""
    return re.fullmatch(r"d(?!0000)\d{8}", word) is not None


def stretches(text: str, terms: set[str]) -> Iterator[tuple[int, int]]:
    """Where the days written out in a text stand that one of the terms finds."""
    asked = [day for one in terms if (day := day_of(one))]
    if asked or any(one.startswith("d0000") or one.endswith("00") for one in terms):
        for pattern in (DAY, MONTH_OF_YEAR):
            for found in pattern.finditer(text):
                # What has no year is of the year that is asked for.
                nears: list[date | None] = [None, *asked]
                if any(not terms.isdisjoint(day_terms(found[0], near)) for near in nears):
                    yield found.span()


def with_days_as_terms(typed: str) -> str:
    """What was typed, with each day and each month of a year as one word.

    The day of the week before them is not asked for: the text may be without.
    """

    def day(found: re.Match[str]) -> str:
        # Only the first and the last day of a span: others may have it written otherwise.
        days = days_of(found, LEAP)
        both = sorted({min(days), max(days)}) if days else []
        year = int(found["year"] or 0)
        return " ".join(term(year and one.year, one.month, one.day) for one in both) or found[0]

    def month(found: re.Match[str]) -> str:
        return term(int(found["year"]), NUMBERS[found["month"].lower()], 0)

    folded = arabic.fold(typed)
    changed = MONTH_OF_YEAR.sub(month, DAY.sub(day, folded))
    return typed if changed == folded else WEEKDAY_OF_DAY.sub("", changed)
