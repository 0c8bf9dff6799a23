"""A search from what is typed to what is shown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, time
from functools import lru_cache
from typing import Any

from django.db.models import Q
from django.utils import timezone

from articles.languages import Language
from articles.models import Article, SearchEntry
from articles.text.analysis import analysed

from .engine import Candidate, Wanted, engine
from .entries import KIND_OF, READ, tag
from .query import Typed, read
from .ranking import rank
from .understanding import Meaning, understand

PAGE = 20
ARTICLE = KIND_OF[Article]
OTHERS = [kind for kind in READ if kind != ARTICLE]
FACETS = ("kind", "speaker", "organization", "topic", "event", "source")
TAG = re.compile(r"x(kind|[a-z]+?)((?<=xkind)[a-z]+|\d+)x")
MOST_OF_A_FACET = 8


@dataclass(frozen=True)
class Choice:
    """A value of a facet: how many of the results have it."""

    facet: str
    value: str
    count: int
    label: str = ""


@dataclass
class Results:
    """What was found in one language."""

    typed: Typed
    meaning: Meaning
    articles: list[Candidate] = field(default_factory=list)
    records: list[Candidate] = field(default_factory=list)
    all_words: bool = True
    """Whether what was found has every word; else the most of them."""
    is_cut: bool = False
    """Whether there was more than one looks at."""

    def page(self, after: str = "") -> tuple[list[Candidate], str]:
        """A page of articles, and the key after which the next one starts, if there is one."""
        keys = [str(one.pk) for one in self.articles]
        start = keys.index(after) + 1 if after in keys else 0
        rows = self.articles[start : start + PAGE]
        more = len(self.articles) > start + PAGE
        return rows, str(rows[-1].pk) if more else ""

    def facets(self, language: Language) -> list[Choice]:
        """The values that the results have, the most frequent first."""
        counts = Counter(
            facet for one in self.articles for word in one.tags.split() if (facet := facet_of(word))
        )
        by_facet: dict[str, list[Choice]] = {name: [] for name in FACETS}
        for (name, value), count in counts.most_common():
            if name in by_facet and len(by_facet[name]) < MOST_OF_A_FACET:
                by_facet[name].append(Choice(name, value, count))
        return labelled([one for some in by_facet.values() for one in some], language)


@lru_cache(maxsize=20_000)
def facet_of(word: str) -> tuple[str, str] | None:
    """The facet and value that a tag stands for."""
    found = TAG.fullmatch(word)
    return (found[1], found[2]) if found else None


def labelled(choices: Sequence[Choice], language: Language) -> list[Choice]:
    """The choices with their names in a language; those without one are left out."""
    kinds = dict(Article.Kind.choices)
    wanted = Q(pk=None)
    for facet in FACETS[1:]:
        values = [int(one.value) for one in choices if one.facet == facet]
        if values:
            wanted |= Q(kind=facet, record_id__in=values)
    rows = SearchEntry.objects.filter(wanted, language=language.code)
    labels = {
        (kind, str(pk)): label for kind, pk, label in rows.values_list("kind", "record_id", "label")
    }
    named = [
        Choice(one.facet, one.value, one.count, str(kinds.get(one.value, "")))
        if one.facet == "kind"
        else Choice(one.facet, one.value, one.count, labels.get((one.facet, one.value), ""))
        for one in choices
    ]
    return [one for one in named if one.label]


def search(
    text: str,
    language: Language,
    *,
    chosen: Sequence[tuple[str, str]] = (),
    at: datetime | None = None,
) -> Results:
    """What readers of a language find.

    Args:
        text: as typed.
        chosen: facets, as name and value.
        at: the moment they look; now.
    """
    typed = read(text)
    meaning = understand(typed)
    meaning.tags += [[tag(facet, value)] for facet, value in chosen]
    results = Results(typed, meaning)
    if not typed.wanted and not meaning.tags and not meaning.days:
        return results
    at = at or timezone.now()
    wanted = wanted_of(meaning, language, [ARTICLE], at)
    results.articles = find(wanted, at)
    if not results.articles and len(meaning.clauses) > 1:
        wanted.all_words = results.all_words = False
        results.articles = find(wanted, at)
    results.is_cut = len(results.articles) >= wanted.most
    if meaning.clauses and not meaning.tags and not meaning.days:
        others = wanted_of(meaning, language, OTHERS, at)
        others.most = 30
        results.records = in_titles(find(others, at), meaning)[:6]
    return results


def wanted_of(meaning: Meaning, language: Language, kinds: list[str], at: datetime) -> Wanted:
    wanted = Wanted(meaning.clauses, language.code, kinds, meaning.tags, until=at)
    if meaning.days:
        first, last = meaning.days
        zone = timezone.get_current_timezone()
        wanted.since = datetime.combine(first, time.min, zone)
        wanted.until = min(at, datetime.combine(last, time.max, zone))
    return wanted


def find(wanted: Wanted, at: datetime) -> list[Candidate]:
    """Candidates that pass the gate at a moment, best first."""
    candidates = engine().candidates(wanted)
    if list(wanted.kinds) == [ARTICLE]:
        pks = [one.record_id for one in candidates]
        live = Article.objects.live(at, wanted.language).filter(pk__in=pks)
        shown = set(live.order_by().values_list("pk", flat=True))
        candidates = [one for one in candidates if one.record_id in shown]
    return rank(candidates, wanted.clauses)


def in_titles(records: list[Candidate], meaning: Meaning) -> list[Candidate]:
    """Of people, events and so on, only those whose name matches, not all who mention it."""
    terms = meaning.terms
    beginnings = tuple(
        way.words[0] for clause in meaning.clauses for way in clause.ways if way.is_beginning
    )
    named = {tag(kind, pk) for kind, pk in meaning.records}

    def is_named(one: Candidate) -> bool:
        found = all_terms(one.title)
        return not terms.isdisjoint(found) or any(word.startswith(beginnings) for word in found)

    return [one for one in records if tag(one.kind, one.record_id) in named or is_named(one)]


def all_terms(title: str) -> set[str]:
    return {term for word in title.split() for term in analysed(word).terms}


def beginning_with(text: str, language: Language, most: int = 8) -> list[Candidate]:
    """What a search box may suggest for what has been typed so far: names first, then articles."""
    typed = read(text, as_you_type=True)
    if not typed.wanted:
        return []
    meaning = understand(typed)
    found: list[Candidate] = []
    now = timezone.now()
    for kinds in (OTHERS, [ARTICLE]):
        wanted = wanted_of(meaning, language, kinds, now)
        wanted.most = 40
        best = find(wanted, now)
        found += in_titles(best, meaning) if kinds == OTHERS else best
    return found[:most]


def for_desk(model: Any, text: str, most: int = 400) -> list[int]:
    """The records of one model that a person of the desk looks for, in every language and state."""
    typed = read(text, as_you_type=True)
    meaning = understand(typed)
    found: dict[int, None] = {}
    if not typed.wanted:
        return []
    for language in Language.all():
        wanted = Wanted(meaning.clauses, language.code, [KIND_OF[model]], meaning.tags, most=most)
        for one in rank(engine().candidates(wanted), meaning.clauses):
            found[one.record_id] = None
    return list(found)
