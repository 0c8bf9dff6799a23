"""A search from what is typed to what is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time
from functools import cached_property

from django.utils import timezone

from articles.languages import Language
from articles.models import SearchEntry
from articles.text.analysis.analyzer import analysed

from .engine import SearchRequest
from .engines import engine
from .entries import INDEXED_MODELS, tag, time_tags_between
from .facets import FACETS, FacetValue, days_chosen, facet_of, labelled, tags_chosen
from .gate import ARTICLE_KIND, ReaderGate, let_through, seen_by_readers
from .query import Query, parse_query
from .query_expansion import ExpandedQuery, expand
from .ranking import Candidate, rank
from .spelling import Offer, corrections_of

PAGE = 20
OTHERS = [kind for kind in INDEXED_MODELS if kind != ARTICLE_KIND]
MOST_OF_A_FACET = 8
NAMED_AT_ONCE = 60
"""Records looked at whose names have the words; of those, readers may know few."""


@dataclass
class Results:
    """What was found in one language."""

    typed: Query
    meaning: ExpandedQuery
    readers: ReaderGate
    articles: list[Candidate] = field(default_factory=list)
    records: list[Candidate] = field(default_factory=list)
    all_words: bool = True
    """Whether what was found has every word; else the most of them."""
    instead_of: str = ""
    """What was typed, where nothing had it and these are the results of what it may have meant."""
    is_cut: bool = False
    """Whether there was more than one looks at."""
    through: Language | None = None
    """The other language whose texts have the words, where the articles are found by them."""

    is_of_its_days: bool = False
    """Whether no text has the date that was typed, and these are the articles published then."""

    @cached_property
    def offers(self) -> list[Offer]:
        """What may have been meant instead."""
        return corrections_of(self.typed, self.meaning, self.readers)

    def page(self, after: str = "") -> tuple[list[Candidate], str]:
        """A page of articles, and the key after which the next one starts, if there is one.

        Raises:
            ValueError: no article of these has the key to start after.
        """
        start = [str(one.pk) for one in self.articles].index(after) + 1 if after else 0
        rows = self.articles[start : start + PAGE]
        more = len(self.articles) > start + PAGE
        return rows, str(rows[-1].pk) if more else ""

    def facets(self, language: Language) -> list[FacetValue]:
        """The values that the results have and readers know of, the most frequent first."""
        counts = Counter(
            facet for one in self.articles for word in one.tags.split() if (facet := facet_of(word))
        )
        by_facet: dict[str, list[FacetValue]] = {name: [] for name in FACETS}
        for (name, value), count in counts.most_common():
            if name in by_facet and len(by_facet[name]) < 2 * MOST_OF_A_FACET:
                by_facet[name].append(FacetValue(name, value, count))
        choices = [one for some in by_facet.values() for one in some]
        shown: dict[str, list[FacetValue]] = {name: [] for name in FACETS}
        for one in labelled(choices, language, self.readers.at):
            if len(shown[one.facet]) < MOST_OF_A_FACET:
                shown[one.facet].append(one)
        shown["year"].sort(key=lambda one: one.value, reverse=True)
        return [one for some in shown.values() for one in some]


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
        chosen: facets and days, as name and value.
        at: the moment they look; now.
    """
    readers = ReaderGate(at or timezone.now())
    at = readers.at
    results, wanted = with_all_words(parse_query(text), language, chosen, readers)
    if results.articles or not results.meaning.clauses:
        return results
    if look_through(results, wanted, language, at):
        return results
    if results.typed.is_a_date and (then := published_then(results, language, chosen)):
        return then
    for offer in results.offers:
        if not offer.is_sure:
            continue
        other, meant = with_all_words(parse_query(offer.text), language, chosen, readers)
        if other.articles or look_through(other, meant, language, at):
            other.instead_of = results.typed.text
            return other
    for least in fewer(len(wanted.asked)):
        wanted.least = least
        results.articles = find(wanted, at)
        if results.articles:
            results.all_words = False
            results.is_cut = len(results.articles) >= wanted.most
            break
    return results


def published_then(
    results: Results, language: Language, chosen: Sequence[tuple[str, str]]
) -> Results | None:
    """The articles published on the day or in the month that a query is, if there are any."""
    then, __ = with_all_words(results.typed.of_its_days, language, chosen, results.readers)
    then.typed, then.is_of_its_days = results.typed, True
    return then if then.articles else None


def look_through(results: Results, wanted: SearchRequest, language: Language, at: datetime) -> bool:
    """Find articles by their text in another language: one side of a bilingual page has the words.

    Returns:
        Whether there are any that readers of ``language`` may read in it.
    """
    for other in language.others:
        found = find(replace(wanted, language=other.code), at)
        keys = [one.record_id for one in found]
        entries = SearchEntry.objects.filter(
            kind=ARTICLE_KIND, language=language.code, record_id__in=keys
        )
        rows = seen_by_readers(entries, language.code, at).values_list(*Candidate._fields)
        here = {one.record_id: one for row in rows if (one := Candidate(*row))} if keys else {}
        results.articles = [here[key] for key in keys if key in here]
        if results.articles:
            results.through, results.is_cut = other, len(found) >= wanted.most
            return True
    return False


def fewer(words: int) -> list[int]:
    """How many of so many words must do, where not all are found together."""
    return sorted({least for least in (words - 1, 2, 1) if 0 < least < words}, reverse=True)


def with_all_words(
    typed: Query, language: Language, chosen: Sequence[tuple[str, str]], readers: ReaderGate
) -> tuple[Results, SearchRequest]:
    """What has every word of a query, and what was looked for."""
    at, meaning = readers.at, expand(typed, readers.names)
    meaning.tags += tags_chosen(chosen, language, at)
    meaning.days = days_chosen(dict(chosen), meaning.days, at)
    if meaning.days:
        meaning.tags.append(time_tags_between(*meaning.days))
    results = Results(typed, meaning, readers)
    wanted = wanted_of(meaning, language, [ARTICLE_KIND], at)
    if not meaning.asks_something:
        return results, wanted
    results.articles = find(wanted, at)
    results.is_cut = len(results.articles) >= wanted.most
    if meaning.clauses and not meaning.tags and not meaning.days:
        results.records = matching_records(meaning, language, at)[:6]
    return results, wanted


def matching_records(meaning: ExpandedQuery, language: Language, at: datetime) -> list[Candidate]:
    """The people, events and so on whose names have the words."""
    wanted = wanted_of(meaning, language, OTHERS, at)
    wanted.in_title, wanted.most = True, NAMED_AT_ONCE
    return in_titles(find(wanted, at), meaning)


def also_in(language: Language, results: Results, most: int) -> list[Candidate]:
    """The first few that the same query finds in another language."""
    if not results.meaning.clauses and not results.meaning.tags:
        return []
    now = timezone.now()
    wanted = wanted_of(results.meaning, language, [ARTICLE_KIND], now)
    wanted.most = most * 20
    return find(wanted, now)[:most]


def wanted_of(
    meaning: ExpandedQuery, language: Language, kinds: list[str], at: datetime
) -> SearchRequest:
    wanted = SearchRequest(meaning.clauses, language.code, kinds, meaning.tags, until=at)
    if meaning.days:
        first, last = meaning.days
        zone = timezone.get_current_timezone()
        wanted.since = datetime.combine(first, time.min, zone)
        wanted.until = min(at, datetime.combine(last, time.max, zone))
    return wanted


def find(wanted: SearchRequest, at: datetime) -> list[Candidate]:
    """What the index finds and the gate lets through at a moment, best first."""
    keys = engine().find(wanted)
    return rank(let_through(wanted, keys, at), wanted.clauses) if keys else []


def in_titles(records: list[Candidate], meaning: ExpandedQuery) -> list[Candidate]:
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
    typed = parse_query(text, as_you_type=True)
    if len(typed.text) < 2:
        return []
    now = timezone.now()
    meaning = expand(typed, ReaderGate(now).names)
    if not meaning.asked:
        return []
    wanted = wanted_of(meaning, language, [ARTICLE_KIND], now)
    wanted.in_title, wanted.most = True, 40
    return (matching_records(meaning, language, now) + find(wanted, now))[:most]
