"""When a text was sent, where its first lines do not say so: its end, or the day of the week."""

from __future__ import annotations

import re
from datetime import date

from articles.text.extraction.datelines import DATE_WORDS, Dateline, dateline
from articles.text.extraction.dates import WRITTEN as WRITTEN_DATE
from articles.text.extraction.dates import (
    NoSuchDateError,
    first_date,
    month_number,
)
from articles.text.folding import latin_digits
from articles.text.vocabulary import WEEKDAYS, either

from .layout.closing import DONE_AT, as_written, is_stamp
from .layout.papers import SIGNED_BY_PAPER

LONGEST_LINE = 70
"""Letters of a last line that says when."""
CODES = re.compile(r"(?<!\S)\S*[A-Z]{2}\S*|[=#_]+")
"""« BELGA-0455 », « =REPEAT= »."""
_DAYS = (
    "lundi الاثنين الإثنين", "mardi الثلاثاء", "mercredi الأربعاء الاربعاء", "jeudi الخميس",
    "vendredi الجمعة", "samedi السبت", "dimanche الأحد الاحد",
)  # fmt: skip
NAMED_DAYS = {name: number for number, names in enumerate(_DAYS) for name in names.split()}
TODAY = re.compile(
    rf"(?<!\w)(?:ce|aujourd[’']hui,?|اليوم،?|هذا\s+اليوم|يومه)\s+(?P<weekday>{either(WEEKDAYS)})(?!\w)",
    re.IGNORECASE,
)
WEEKDAY = re.compile(rf"(?<!\w)(?P<weekday>{either(WEEKDAYS)})(?!\w)", re.IGNORECASE)
DAY_AND_MONTH = re.compile(r"(?<!\d)(?P<day>\d{1,2})\s?[/-]\s?(?P<number>\d{1,2})(?![\d/-])")
SENTENCE_ENDS = re.compile(r"(?<=[^\W\d_]{3})[.!?؟]\s")
LATELY, FIRST_WORDS = 45, 400
"""Days after which a text is read, at most; letters of it that say the day of the week."""
YEARS_BACK, DAYS_AHEAD = 4, 300
"""Within fewer than five years no day of a month is the same day of the week twice."""


def day_at_the_end(line: str) -> tuple[date | None, Dateline | None]:
    """The day a last line says, and all of it where it is no more than a place and a day."""
    if DONE_AT.match(line) or is_stamp(line):
        return day_in(as_written(line)), None
    if len(line) > LONGEST_LINE:
        return None, None
    if (signed := SIGNED_BY_PAPER.match(line)) and signed["day"]:
        return day_in(signed["day"]), None
    found = dateline(line)
    if found and found.when and found.end >= len(line):
        return day_in(found.when), found
    bare = as_written(CODES.sub(" ", latin_digits(line)))
    day = day_in(bare)
    if day is None or len(re.findall(r"[^\W\d_]{2,}", DATE_WORDS.sub("", bare))) > 1:
        return None, None
    return day, None


def day_in(words: str) -> date | None:
    try:
        found = first_date(words)
    except NoSuchDateError:
        return None
    return found[0] if found else None


def day_of_the_week(when: str, text: str, today: date) -> date | None:
    """The day that is meant without a year, by the day of the week it was: « ce mardi ».

    Args:
        when: « 19 déc », « vendredi 27 novembre ».
        text: the first words, which may say « ce vendredi ».
        today: near which it was sent.
    """
    said = WEEKDAY.search(when) or TODAY.search(text)
    found = WRITTEN_DATE.search(latin_digits(when)) or DAY_AND_MONTH.search(latin_digits(when))
    if found is None:
        return None
    parts = found.groupdict()
    month = int(parts["number"]) if parts.get("number") else month_number(parts["month"])
    if said is None:
        return lately(int(found["day"]), month, text, today)
    weekday = NAMED_DAYS.get(said["weekday"].lower())
    for year in range(today.year + 1, today.year - YEARS_BACK - 1, -1):
        try:
            day = date(year, month, int(found["day"]))
        except ValueError:
            continue
        ahead = (day - today).days
        if day.weekday() == weekday and -YEARS_BACK * 365 < ahead < DAYS_AHEAD:
            return day
    return None


def lately(number: int, month: int, text: str, today: date) -> date | None:
    """« TUNIS, 26 novembre – …, a suspendu jeudi »: one of these days, and that weekday."""
    for year in (today.year, today.year - 1):
        try:
            day = date(year, month, number)
        except ValueError:
            continue
        if not 0 <= (today - day).days <= LATELY:
            continue
        first = SENTENCE_ENDS.split(text[:FIRST_WORDS], maxsplit=1)[0]
        said = WEEKDAY.finditer(first)
        if any(NAMED_DAYS.get(one["weekday"].lower()) == day.weekday() for one in said):
            return day
    return None
