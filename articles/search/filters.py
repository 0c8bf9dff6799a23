"""What stands behind « topic: » and the like: whom, what or which days it names."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from itertools import dropwhile
from operator import or_

from django.db.models import Q
from django.db.models.functions import Length

from articles.models import SearchName
from articles.text.analysis.analyzer import Word, analysed, is_stop_word, places
from articles.text.analysis.arabic import with_article
from articles.text.analysis.day_terms import with_days_as_terms
from articles.text.analysis.names import plain_key
from articles.text.folding import latin_digits

from .entries import tag
from .names import MOST_ROWS, Names, keys_of_words, names_by_key
from .query import Filter

MOST_MEANT = 40
"""Records that a filter may mean at once."""
YEARS = range(1900, 2101)
"""Of which there may be articles."""
DATES = (
    re.compile(r"(?P<year>\d{4})(?:[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?)?"),
    re.compile(r"(?P<month>\d{1,2})[-/.](?P<year>\d{4})"),
    re.compile(r"(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})[-/.](?P<year>\d{4}|\d{2})"),
    re.compile(r"d(?!0000)(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})"),
)
"""A date in figures, and one that was written out (``articles.text.analysis.day_terms``)."""
Days = tuple[date, date]


@dataclass
class FilterMeaning:
    """What a filter lets through, and what was typed behind it that is none of its name."""

    tags: list[str]
    rest: str = ""
    days: Days | None = None


def meaning_of(asked: Filter, names_for: Names) -> FilterMeaning | None:
    """What a filter means; nothing where it is words that happen to have a colon between them."""
    if asked.name == "date":
        return days_meant(asked)
    if meant := records_meant(asked, names_for):
        return meant
    # « Thème : la pêche » may be a headline that somebody has copied.
    return None if asked.is_apart else FilterMeaning([tag(asked.name, 0)])


def records_meant(asked: Filter, names_for: Names) -> FilterMeaning | None:
    """The records that the words name: the most words that are a name, or that a name has.

    Between quotation marks stands all of the name, else further words may follow it.
    """
    found = list(places(asked.value))
    said = [place.word for place in found]
    least = len(said) if asked.is_quoted else 1
    lengths = range(len(said), least - 1, -1) if said else range(0)
    for length, rows in (
        *named_so(asked.name, said, lengths, names_for),
        *having_words(asked.name, said, lengths, names_for),
    ):
        pks = list(dict.fromkeys(row.record_id for row in rows))[:MOST_MEANT]
        return FilterMeaning(
            [tag(asked.name, pk) for pk in pks], asked.value[found[length - 1].end :]
        )
    return None


def named_so(
    kind: str, said: Sequence[Word], lengths: Sequence[int], names_for: Names
) -> Iterator[tuple[int, list[SearchName]]]:
    """The names that so many of the words are.

    Where some are written as it was typed, those that only sound like it are not meant.
    """
    keys = {length: keys_with_other_names(said[:length]) for length in lengths}
    every = {key for some in keys.values() for key in some}
    stored = SearchName.objects.filter(kind=kind, key__in=every).order_by(-Length("key"), "pk")
    rows = names_for(list(stored[:MOST_ROWS])) if every else []
    for length in lengths:
        if named := [row for row in rows if row.key in keys[length]]:
            typed = " ".join(word.text for word in said[:length])
            yield length, [row for row in named if row.words == typed] or named


def keys_with_other_names(said: Sequence[Word]) -> set[str]:
    """The keys of a name, and of what else the agency or institution of this name is called."""
    keys = keys_of_words(said, shortest=2)
    return {*keys, *(plain_key(name) for key in keys for name in names_by_key().get(key, []))}


def having_words(
    kind: str, said: Sequence[Word], lengths: Sequence[int], names_for: Names
) -> Iterator[tuple[int, list[SearchName]]]:
    """The names that have so many of the words, or words that begin so."""
    telling = [word for word in said if not is_stop_word(word.text)]
    if not telling or len(telling[0].text) < 2:
        return
    forms = {form for term in telling[0].terms for form in (term, *with_article(term))}
    stored = SearchName.objects.filter(
        reduce(or_, (Q(words__contains=form) for form in sorted(forms))), kind=kind, is_whole=True
    )
    rows = names_for(list(stored.order_by("pk")[:MOST_ROWS]))
    terms = {row.pk: {term for word in row.words.split() for term in analysed(word).terms}
             for row in rows}  # fmt: skip
    for length in lengths:
        asked = [word for word in said[:length] if word in telling]
        if not asked:
            return
        having = [row for row in rows if all(has(terms[row.pk], word) for word in asked)]
        if beginning := having or [
            row for row in rows if all(has_beginning(terms[row.pk], word) for word in asked)
        ]:
            yield length, beginning


def has(terms: set[str], word: Word) -> bool:
    return not terms.isdisjoint(word.terms)


def has_beginning(terms: set[str], word: Word) -> bool:
    return has(terms, word) or any(term.startswith(word.text) for term in terms)


def days_meant(asked: Filter) -> FilterMeaning | None:
    """The days from the first to the last that a date or a span of dates means."""
    said = with_days_as_terms(asked.value).split()
    first, *rest = [*dropwhile(is_stop_word, said)] or [""]
    days = days_of(first)
    if days is None:
        return None
    last = days_of(rest[0]) if rest and DATES[-1].fullmatch(rest[0]) else None
    if last:
        days, rest = (days[0], last[1]), rest[1:]
    return FilterMeaning([], " ".join(rest), days)


def days_of(value: str) -> Days | None:
    """« 2024 », « 2024-07 », « 4/07/2024 » and the term of a day as their first and last day."""
    plain = latin_digits(value).strip(".,;،؛")
    found = next((match for one in DATES if (match := one.fullmatch(plain))), None)
    if not found:
        return None
    said = {name: int(part) for name, part in found.groupdict().items() if part}
    year, month, day = said["year"], said.get("month", 0), said.get("day", 0)
    year += 2000 if year < 100 else 0
    if year not in YEARS:
        return None
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    last_month = month or 12
    return first, date(year, last_month, day or monthrange(year, last_month)[1])
