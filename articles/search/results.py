"""A search from what is typed to what is shown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from functools import cached_property, lru_cache
from itertools import chain
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from articles.languages import Language
from articles.models import Article, SearchEntry, User
from articles.text.analysis.analyzer import analysed

from .engine import SearchRequest
from .engines import engine
from .entries import INDEXED_MODELS, KIND_OF, tag, time_tags_between
from .filters import YEARS
from .gate import (
    ARTICLE_KIND,
    ReaderGate,
    known_records,
    let_through,
    seen_at_desk,
    seen_by_readers,
)
from .query import Query, parse_query
from .query_expansion import ExpandedQuery, expand
from .ranking import Candidate, rank, rank_each
from .spelling import Offer, corrected

PAGE = 20
OTHERS = [kind for kind in INDEXED_MODELS if kind != ARTICLE_KIND]
FACETS = ("kind", "year", "speaker", "organization", "topic", "event", "source")
TAG = re.compile(r"x(kind|[a-z]+?)((?<=xkind)[a-z]+|\d+)x")
DAYS = ("since", "until")
"""What else may be chosen: from which day, and to which."""
UNNAMED = ("kind", "year")
"""Facets whose values are no records."""
MOST_OF_A_FACET = 8
LONGEST_NUMBER = 19
"""So many digits no key has."""
NAMED_AT_ONCE = 60
"""Records looked at whose names have the words; of those, readers may know few."""


@dataclass(frozen=True)
class FacetValue:
    """A value of a facet: how many of the results have it."""

    facet: str
    value: str
    count: int
    label: str = ""


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
        return corrected(self.typed, self.meaning, self.readers)

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


def search_for_user(model: Any, text: str, user: User, most: int = 400) -> list[int]:
    """The records of one model that a person of the desk looks for, in every language and state;
    of articles, those that this person may see.
    """
    return found_at_desk(model, text, Language.all(), user, most)


def found_at_desk(
    model: Any, text: str, languages: Sequence[Language], user: User | None = None, most: int = 400
) -> list[int]:
    """The records of one model whose texts in these languages have the words, in any state.

    Args:
        user: of articles, only those that this person may see; nobody in particular sees all.
    """
    found = entries_at_desk(model, text, languages, most)
    if not found:
        return []
    entries = SearchEntry.objects.filter(pk__in=[*chain(*found.values())])
    seen = entries if user is None else seen_at_desk(entries, languages, user)
    return [*dict.fromkeys(seen.values_list("record_id", flat=True))]


def entries_at_desk(
    model: Any, text: str, languages: Sequence[Language], most: int = 400
) -> dict[Language, list[int]]:
    """The keys of entries of one model that have the words, in the languages that have any; asked
    for in as few questions as of one language.
    """
    meaning = expand(parse_query(text, as_you_type=True))
    if not meaning.asked and not meaning.tags:
        return {}
    kinds = [KIND_OF[model]]
    wanted = [
        SearchRequest(meaning.clauses, one.code, kinds, meaning.tags, most=most)
        for one in languages
    ]
    keys = engine().find_each(wanted)
    return {language: some for language, some in zip(languages, keys, strict=True) if some}


def records_of(entries: Iterable[int]) -> QuerySet[Any, Any]:
    """The records of some entries, to be asked for within another question."""
    return SearchEntry.objects.filter(pk__in=[*entries]).values("record_id")


def anything_at_desk(
    text: str, kinds: Sequence[str], user: User, most: int = 60
) -> dict[str, list[int]]:
    """The records of several kinds that a person of the desk looks for, best first, by kind.

    Articles are asked for apart, so that the many that say a word leave room for who is called so.
    Of articles, there are those whose text in the language this person may read.
    """
    meaning = expand(parse_query(text, as_you_type=True))
    found: dict[str, list[int]] = {kind: [] for kind in kinds}
    if not meaning.asked and not meaning.tags:
        return found
    languages = Language.active().then_others
    articles = [one for one in kinds if one == ARTICLE_KIND]
    others = [one for one in kinds if one != ARTICLE_KIND]
    wanted = [
        SearchRequest(meaning.clauses, language.code, some, meaning.tags, most=most)
        for language in languages
        for some in (articles, others)
        if some
    ]
    keys = engine().find_each(wanted)
    entries = SearchEntry.objects.filter(pk__in=[*chain(*keys)])
    seen = seen_at_desk(entries, languages, user).values_list(*Candidate._fields)
    candidates = {row[0]: Candidate(*row) for row in (seen if any(keys) else ())}
    groups = [[candidates[key] for key in some if key in candidates] for some in keys]
    for some in rank_each(groups, meaning.clauses):
        for one in some:
            if one.record_id not in found[one.kind]:
                found[one.kind].append(one.record_id)
    return found
