"""What a search may be narrowed by: the kind, the year, who and what it is about, the days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache

from django.utils import timezone

from articles.languages import Language
from articles.models import Article, SearchEntry

from .entries import tag
from .filters import YEARS
from .gate import known_records

FACETS = ("kind", "year", "speaker", "organization", "topic", "event", "source")
TAG = re.compile(r"x(kind|[a-z]+?)((?<=xkind)[a-z]+|\d+)x")
DAYS = ("since", "until")
"""What else may be chosen: from which day, and to which."""
UNNAMED = ("kind", "year")
"""Facets whose values are no records."""
LONGEST_NUMBER = 19
"""So many digits no key has."""


@dataclass(frozen=True)
class FacetValue:
    """A value of a facet: how many of the results have it."""

    facet: str
    value: str
    count: int
    label: str = ""


@lru_cache(maxsize=20_000)
def facet_of(word: str) -> tuple[str, str] | None:
    """The facet and value that a tag stands for."""
    found = TAG.fullmatch(word)
    return (found[1], found[2]) if found else None


def known_facets(given: Sequence[tuple[str, str]], language: Language) -> list[FacetValue]:
    """Those of some values that articles may have and readers of a language know, with names."""
    given = [
        (name, value) for name, value in given if facet_of(f"x{name}{value}x") == (name, value)
    ]
    # A number has one way to be written: what comes with noughts, or without end, is no value.
    plain = [
        FacetValue(name, value, 0)
        for name, value in given
        if name == "kind" or (len(value) < LONGEST_NUMBER and str(int(value)) == value)
    ]
    return [
        one
        for one in labelled(plain, language, timezone.now())
        if one.facet != "year" or int(one.value) in YEARS
    ]


def labelled(choices: Sequence[FacetValue], language: Language, at: datetime) -> list[FacetValue]:
    """The choices with their names in a language; those that readers do not know are left out."""
    kinds = dict(Article.Kind.choices)
    about = [(one.facet, int(one.value)) for one in choices if one.facet not in UNNAMED]
    known = known_records(about, language.code, at)
    rows = SearchEntry.objects.filter(
        kind__in={kind for kind, __ in known},
        record_id__in={pk for __, pk in known},
        language=language.code,
    )
    labels = {
        (kind, str(pk)): label
        for kind, pk, label in rows.values_list("kind", "record_id", "label")
        if (kind, pk) in known
    }
    labels |= {("kind", value): str(label) for value, label in kinds.items()}
    labels |= {("year", one.value): one.value for one in choices if one.facet == "year"}
    named = [
        replace(one, label=labels[one.facet, one.value])
        for one in choices
        if (one.facet, one.value) in labels
    ]
    return [one for one in named if one.label]


def tags_chosen(
    chosen: Sequence[tuple[str, str]], language: Language, at: datetime
) -> list[list[str]]:
    """The facets chosen, as tags; of what readers do not know of, a tag that nothing has."""
    values = [(name, value) for name, value in chosen if name in FACETS]
    about = [(name, int(value)) for name, value in values if name not in UNNAMED]
    known = known_records(about, language.code, at)
    return [
        [tag(name, value if name in UNNAMED or (name, int(value)) in known else 0)]
        for name, value in values
    ]


def days_chosen(
    chosen: dict[str, str], typed: tuple[date, date] | None, at: datetime
) -> tuple[date, date] | None:
    """The days that are both chosen and typed."""
    first, last = typed or (date(YEARS[0], 1, 1), timezone.localdate(at))
    since, until = (chosen.get(name) for name in DAYS)
    if since:
        first = max(first, date.fromisoformat(since))
    if until:
        last = min(last, date.fromisoformat(until))
    return (first, last) if typed or since or until else None
