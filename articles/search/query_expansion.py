"""What a query means in this newsroom: each word with all that finds the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from django.db.models import QuerySet

from articles.models import SearchWord
from articles.models.cached_queries import cached
from articles.text.analysis.analyzer import Word, analysed, is_stop_word, runs, words
from articles.text.analysis.arabic import with_article, with_proclitics
from articles.text.analysis.names import plain_key
from articles.text.analysis.transliteration import word_key
from articles.text.extraction.given_names import is_given_name
from articles.text.extraction.latin_given_names import begins_as_a_name
from articles.text.scripts import script_of

from .entries import tag
from .filters import YEARS, meaning_of
from .names import MOST_ROWS, Names, keys_of, known_bodies_in, names_called, other_names
from .query import Filter, Query, QueryPart, parts_in

MOST_NAMES = 8
KNOWN = 0.65
"""How sure it is that a body is meant which the newsroom has no record of."""
BY_SOUND, CLEAR_SOUND = 0.3, 3
"""How sure it is that a word of the other script is meant; the fewest consonants to know it by."""
OUT = 0.4
"""How sure it is that who names a day means what was published then."""
LONGEST_NAME = 7
BEGINNINGS = 40
DAY = re.compile(r"d(\d{4})(\d{2})(\d{2})")
"""A day, a month of a year or of any (``articles.text.analysis.day_terms``)."""


@dataclass(frozen=True)
class Alternative:
    """One way to find what was meant: words that stand together, and how sure it is."""

    words: tuple[str, ...]
    weight: float
    is_beginning: bool = False


@dataclass
class Clause:
    """Something that must be found, in any of several ways."""

    ways: list[Alternative]
    is_excluded: bool = False


@dataclass
class ExpandedQuery:
    clauses: list[Clause] = field(default_factory=list)
    tags: list[list[str]] = field(default_factory=list)
    """Of each list, one must be there: the fields and facets chosen."""
    days: tuple[date, date] | None = None
    """From which day to which."""
    words: dict[str, list[str]] = field(default_factory=dict)
    """Those that may be misspelled, each with the forms in which the newsroom has written it,
    before readers or not.
    """
    records: list[tuple[str, int]] = field(default_factory=list)
    """Whom and what the words name."""

    @property
    def asked(self) -> list[Clause]:
        """What must be found."""
        return [one for one in self.clauses if not one.is_excluded]

    @property
    def asks_something(self) -> bool:
        return bool(self.asked or self.tags or self.days)

    @property
    def unknown(self) -> list[str]:
        """Words that the newsroom has never written."""
        return [word for word, forms in self.words.items() if not forms]

    @property
    def terms(self) -> set[str]:
        """All single words that may be marked in a text.

        The « pour » and « des » of a name are not, where anything else can be.
        """
        found = {
            word for clause in self.clauses if not clause.is_excluded
            for way in clause.ways for word in way.words
        }  # fmt: skip
        return {word for word in found if not is_stop_word(word)} or found


@dataclass
class RecognizedName:
    """A run of words of a query that is the name of something."""

    start: int
    end: int
    ways: list[Alternative]


def expand(typed: Query, names_for: Names = list) -> ExpandedQuery:
    """Look the query up among the newsroom's own names and words, in a few reads."""
    meaning = ExpandedQuery()
    typed = typed.also_asking(without_filters(typed.filters, meaning, names_for))
    wanted = typed.wanted
    asked = [word for part in (*wanted, *typed.excluded) for word in part.words]
    pairs = written_as_one(wanted)
    forms, alike = forms_and_sounds([*asked, *pairs.values()], wanted)
    known = set(forms.values())
    sounds = words_by_sound(wanted, known, alike)
    names, meaning.records = names_in(wanted, names_for)
    at = 0
    while at < len(wanted):
        named = [one for one in names if one.start == at]
        named += joined_to_the_next(at, pairs, known)
        longest = max(named, key=lambda one: one.end, default=None)
        if longest and longest.end - at > 1:
            own = [clause_of(part, known) for part in wanted[at : longest.end]]
            # The words apart, or the thing they name by any other of its names.
            for clause in own:
                clause.ways += longest.ways
            meaning.clauses += own
            at = longest.end
            continue
        clause = clause_of(wanted[at], known)
        if len(wanted) > 1:
            clause.ways += when_out(wanted[at])
        word = wanted[at].words[0]
        clause.ways += sounds.get(word.text, [])
        if longest:
            clause.ways += longest.ways
        elif not wanted[at].is_phrase and is_a_word(wanted[at]):
            meaning.words[word.text] = [form for form, term in forms.items() if term in word.terms]
        meaning.clauses.append(clause)
        at += 1
    for part in typed.excluded:
        clause = clause_of(part, known)
        meaning.clauses.append(Clause([way for way in clause.ways if way.weight >= 0.7], True))
    return meaning


def without_filters(
    filters: Iterable[Filter], meaning: ExpandedQuery, names_for: Names
) -> Iterator[QueryPart]:
    """The words that filters have left over, once what they let through is noted."""
    for one in filters:
        found = meaning_of(one, names_for)
        if found is None:
            yield from parts_in(one.written, one.is_unfinished)
            continue
        if found.tags:
            meaning.tags.append(found.tags)
        meaning.days = found.days or meaning.days
        yield from parts_in(found.rest, one.is_unfinished)


def clause_of(part: QueryPart, known: set[str]) -> Clause:
    """The ways of one word or phrase, without the names."""
    if part.is_phrase:
        texts = tuple(word.text for word in part.words)
        # What is written as one with the first word does not break a phrase: بالذكاء الاصطناعي.
        joined = [(first, *texts[1:]) for first in with_proclitics(texts[0])]
        return Clause(
            [Alternative(texts, 1.0), *(Alternative(words_, 0.9) for words_ in joined)],
            part.is_excluded,
        )
    word = part.words[0]
    ways = [Alternative((word.text,), 1.0, part.is_beginning)]
    if DAY.fullmatch(word.text):
        return Clause(ways, part.is_excluded)
    if apart := runs(word.text):
        return Clause([*ways, Alternative(apart, 0.9)], part.is_excluded)
    for n, stem in enumerate(word.stems):
        # A proclitic is taken off only where what remains is a word of ours.
        is_month = DAY.fullmatch(stem) is not None
        if stem != word.text and (n == 0 or stem in known or is_month or word.text.isascii()):
            ways.append(Alternative((stem,), 0.8 if n == 0 or stem in known or is_month else 0.6))
    return Clause(ways, part.is_excluded)


def written_as_one(parts: list[QueryPart]) -> dict[int, Word]:
    """The word that each part makes with the next, by the place of the first."""
    return {
        at: analysed(f"{part.words[0].text}{after.words[0].text}")
        for at, (part, after) in enumerate(pairwise(parts))
        if is_a_word(part) and is_a_word(after)
    }


def joined_to_the_next(
    at: int, pairs: dict[int, Word], known: set[str]
) -> Iterator[RecognizedName]:
    """A word with the next, where the newsroom has written the two as one: Benkirane."""
    word = pairs.get(at)
    if word is not None and word.text in known:
        yield RecognizedName(at, at + 2, [Alternative((word.text,), 0.7)])


def when_out(part: QueryPart) -> list[Alternative]:
    """What was published on the day, in the month or in the year that a word is."""
    word = part.words[0].text
    if part.is_phrase:
        return []
    if word.isdigit() and len(word) == 4 and int(word) in YEARS:
        return [Alternative((tag("year", word),), OUT)]
    found = DAY.fullmatch(word)
    if not found or found[1] == "0000":
        return []
    year, month, day = found.groups()
    return [
        Alternative((tag("month", year + month) if day == "00" else tag("day", word[1:]),), OUT)
    ]


def forms_of(words: Iterable[Word]) -> dict[str, str]:
    """The forms of some words and their stems, with an article or without, each with the term
    that it is a form of.
    """
    return {
        form: term for word in words for term in word.terms for form in (term, *with_article(term))
    }


def forms_written(words: Iterable[Word]) -> dict[str, str]:
    """Those forms of some words that the newsroom has written, before readers or not."""
    forms = forms_of(words)
    found = SearchWord.objects.filter(word__in=list(forms)).values_list("word", flat=True)
    return {form: forms[form] for form in found}


def forms_and_sounds(
    words: Iterable[Word], parts: Iterable[QueryPart]
) -> tuple[dict[str, str], list[SearchWord]]:
    """``forms_written``, and what the newsroom has written that sounds like a part: in one read."""
    forms = forms_of(words)
    sounds = {word_key(part.words[0].text) for part in parts if may_be_heard(part)}
    rows = written_or_heard([*forms], [*sounds]) if forms or sounds else []
    written = {row.word: forms[row.word] for row in rows if row.word in forms}
    return written, [row for row in rows if row.sound in sounds]


@cached
def written_or_heard(forms: list[str], sounds: list[str]) -> QuerySet[SearchWord]:
    alike = SearchWord.objects.filter(sound__in=sounds).values("pk")[:MOST_ROWS]
    found = SearchWord.objects.filter(word__in=forms)
    return found.union(SearchWord.objects.filter(pk__in=alike))


def may_be_heard(part: QueryPart) -> bool:
    """Whether a word may be looked for by its sound, should the newsroom never have written it."""
    word = part.words[0]
    # Four Latin letters are rather a word typed in another layout of the keyboard.
    is_long = len(word.text) > CLEAR_SOUND + 1 or script_of(word.text[:1]) != script_of("a")
    is_clear = len(word_key(word.text)) >= CLEAR_SOUND
    return is_clear and is_long and not part.is_phrase and is_a_word(part)


def words_by_sound(
    parts: Iterable[QueryPart], known: set[str], alike: Iterable[SearchWord]
) -> dict[str, list[Alternative]]:
    """What the newsroom has written in the other script that sounds like a word of a query.

    Of words with few consonants, only those that may be a name: those it has never written as
    they are typed, and given names; else many would sound like another language's common words.
    A record is not needed: somebody who is only named in a text is found by this.

    Args:
        known: the terms that the newsroom has written.
        alike: the words that have the sound of one of them.
    """
    asked: dict[str, list[str]] = defaultdict(list)
    for part in parts:
        word = part.words[0]
        sound = word_key(word.text)
        may_be_a_name = known.isdisjoint(word.terms) or is_given(word.text)
        if may_be_heard(part) and (len(sound) > CLEAR_SOUND or may_be_a_name):
            asked[sound].append(word.text)
    found: dict[str, list[Alternative]] = defaultdict(list)
    for row in alike:
        for typed in asked.get(row.sound, ()):
            if script_of(row.word[0]) != script_of(typed[0]):
                found[typed].append(Alternative((row.word,), BY_SOUND))
    # What sounds like very many words is no name.
    return {typed: ways for typed, ways in found.items() if len(ways) <= MOST_NAMES}


def is_given(word: str) -> bool:
    """Whether a word is a given name, in either script."""
    return is_given_name(word) or begins_as_a_name(f"{word} {word}".title())


def is_a_word(part: QueryPart) -> bool:
    """Whether it may be misspelled: it is letters, whole, and the name of no month."""
    word = part.words[0]
    is_month = any(DAY.fullmatch(stem) for stem in word.stems)
    return word.text.isalpha() and not is_month and not part.is_beginning


def runs_by_key(parts: list[QueryPart]) -> dict[str, list[tuple[int, int]]]:
    """The runs of words that a name may be, by its keys."""
    runs: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for start in range(len(parts)):
        for end in range(start + 1, min(start + LONGEST_NAME, len(parts)) + 1):
            for key in keys_of(parts[start:end]):
                runs[key].append((start, end))
    return runs


def names_in(
    parts: list[QueryPart], names_for: Names
) -> tuple[list[RecognizedName], list[tuple[str, int]]]:
    """The runs of words that name something, each with its other names."""
    runs = runs_by_key(parts)
    bodies = known_bodies_in(runs)
    for run, names in bodies.items():
        for name in names:
            runs[plain_key(name)].append(run)
    named_so, whole_names = names_called(list(runs))
    rows = names_for(named_so)
    wholes = dict.fromkeys((row.kind, row.record_id) for row in rows if row.is_whole)
    records = list(wholes)[:MOST_NAMES]
    others = other_names(records, whole_names, names_for)
    ways: dict[tuple[int, int], dict[tuple[str, ...], Alternative]] = defaultdict(dict)
    parts_seen = 0
    for row in rows:
        if not row.is_whole:
            parts_seen += 1
        said = [(tuple(row.words.split()), 0.7)]
        said += [(words, 0.7) for words in others.get((row.kind, row.record_id), [])]
        if row.is_whole or parts_seen <= BEGINNINGS:
            said.append(((tag(row.kind, row.record_id),), 0.75))
        for run in runs[row.key]:
            for words_, weight in said if row.is_whole else [said[0], said[-1]]:
                ways[run].setdefault(words_, Alternative(words_, weight))
    for run, names in bodies.items():
        for name in names:
            called = tuple(word.text for word in words(name))
            ways[run].setdefault(called, Alternative(called, KNOWN))
    named = [RecognizedName(*run, list(found.values())[:BEGINNINGS]) for run, found in ways.items()]
    return named, records
