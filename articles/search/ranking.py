"""The order of results: where the words stand, how nearly as typed, how together, how new.

It is computed here and not in the database, from the same columns on each, so that it is the
same on all. A year's age weighs as little as it must to order what matches alike.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from typing import NamedTuple

from articles.models import SearchEntry
from articles.text.analysis.analyzer import analysed

from .query_expansion import Clause

TITLE, LEAD, ABOUT, BODY = 6.0, 3.0, 2.7, 1.0
WHOLE_TITLE = 4.0
A_YEAR = 0.03
READ_CLOSELY = 40
"""How many of the best are read to the end of their body."""


class Candidate(NamedTuple):
    """An entry that matches, with what ranking reads."""

    pk: int
    kind: str
    record_id: int
    label: str
    visible_from: datetime | None
    title: str
    lead: str
    tags: str


def rank(candidates: list[Candidate], clauses: list[Clause]) -> list[Candidate]:
    """The candidates, best first."""
    (ordered,) = rank_each([candidates], clauses)
    return ordered


def rank_each(groups: Sequence[list[Candidate]], clauses: list[Clause]) -> list[list[Candidate]]:
    """Several groups of candidates, each for itself; the bodies of all are read as one."""
    asked = AskedClauses([clause for clause in clauses if not clause.is_excluded])
    scores: dict[int, float] = {}
    for some in groups:
        asked.learn({word for one in some for word in f"{one.title} {one.lead}".split()})
        scores |= {one.pk: score(one, asked) for one in some}
    ordered = [sorted(some, key=lambda one: (-scores[one.pk], -one.pk)) for some in groups]
    read = [one.pk for some in ordered if len(some) > 1 for one in some[:READ_CLOSELY]]
    bodies = SearchEntry.objects.filter(pk__in=read).values_list("pk", "body", "stems")
    for pk, body, stems in bodies if read else ():
        scores[pk] += in_body(body, stems, asked)
    return [
        sorted(some[:READ_CLOSELY], key=lambda one: (-scores[one.pk], -one.pk))
        + some[READ_CLOSELY:]
        for some in ordered
    ]


class Vocabulary:
    """The words that this process has come across, by what they come back to.

    A search looks at ten thousand words or so, and asks which of them answer a few terms: sets
    say so at once, where looking at each word took a third of all the time.
    """

    MOST = 250_000

    def __init__(self) -> None:
        self.words: set[str] = set()
        self.by_term: dict[str, tuple[str, ...]] = {}
        """Tuples and not sets: the garbage collector, which stops a search, leaves them out."""

    def answering(self, term: str, words: set[str]) -> set[str]:
        """Those of some known words that come back to a term."""
        return words.intersection(self.by_term.get(term, ()))

    def learn(self, words: set[str]) -> Vocabulary:
        """Know these words; where there are too many to keep, those seen before are let go."""
        new = words - self.words
        known = self if len(self.words) + len(new) <= self.MOST else Vocabulary()
        for word in new if known is self else words:
            for term in analysed(word).terms:
                known.by_term[term] = (*known.by_term.get(term, ()), word)
        known.words |= words
        return known


vocabulary = Vocabulary()


class AskedClauses:
    """The clauses, turned round: for each word, the clauses that it answers, and how well."""

    def __init__(self, clauses: list[Clause]) -> None:
        self.count = len(clauses)
        self.by_term: dict[str, list[tuple[int, float]]] = defaultdict(list)
        self.answers: dict[str, list[tuple[int, float]]] = {}
        """The words that answer a clause, by themselves or by what they come back to."""
        self.seen: set[str] = set()
        self.phrases: list[tuple[int, str, float]] = []
        self.beginnings: list[tuple[int, str, float]] = []
        for n, clause in enumerate(clauses):
            for way in clause.ways:
                if way.is_beginning:
                    self.beginnings.append((n, way.words[0], way.weight))
                elif len(way.words) > 1:
                    self.phrases.append((n, f" {' '.join(way.words)} ", way.weight))
                else:
                    self.by_term[way.words[0]].append((n, way.weight))

    def learn(self, words: set[str]) -> None:
        """Find out which of the words of some texts answer anything; most do not."""
        global vocabulary  # noqa: PLW0603 - one of the process; another thread's is as good
        known = vocabulary = vocabulary.learn(words)
        new = words - self.seen
        for term, answers in self.by_term.items():
            for word in known.answering(term, new):
                self.answers[word] = [*self.answers.get(word, ()), *answers]
        for n, start, weight in self.beginnings:
            for word in new:
                if word.startswith(start):
                    self.answers[word] = [*self.answers.get(word, ()), (n, weight)]
        self.seen |= new

    def found_in(self, text: str, words: set[str]) -> list[float]:
        """For each clause, how well it is answered by a field."""
        best = [0.0] * self.count
        for word in words & self.answers.keys():
            for n, weight in self.answers[word]:
                best[n] = max(best[n], weight)
        if self.phrases:
            spaced = f" {text} "
            for n, phrase, weight in self.phrases:
                if phrase in spaced:
                    best[n] = max(best[n], weight)
        return best


def score(one: Candidate, asked: AskedClauses) -> float:
    words = one.title.split()
    title = asked.found_in(one.title, set(words))
    lead = asked.found_in(one.lead, set(one.lead.split()))
    about = [0.0] * asked.count
    for tag in one.tags.split():
        for n, weight in asked.by_term.get(tag, ()):
            about[n] = max(about[n], ABOUT * weight)
    total = sum(max(TITLE * t, LEAD * w, a) for t, w, a in zip(title, lead, about, strict=True))
    if asked.count and all(title):
        total += WHOLE_TITLE * (1 + asked.count / max(len(set(words)), 1))
        total += TITLE / 3 * adjacency(words, asked)
    year = one.visible_from.timestamp() / (365.25 * 86400) if one.visible_from else 0.0
    return total + A_YEAR * (year - 30)


def in_body(body: str, stems: str, asked: AskedClauses) -> float:
    words, text = body.split(), f" {body} "
    best = [0.0] * asked.count
    also = set(stems.split())
    for term, answered in asked.by_term.items():
        if times := words.count(term) or int(term in also):
            for n, weight in answered:
                best[n] = max(best[n], weight * often(times))
    for n, phrase, weight in asked.phrases:
        if times := text.count(phrase):
            best[n] = max(best[n], weight * often(times))
    for n, beginning, weight in asked.beginnings:
        if times := text.count(f" {beginning}"):
            best[n] = max(best[n], weight * often(times))
    return BODY * sum(best) + adjacency(words, asked)


def often(times: int) -> float:
    return 1 + math.log(min(times, 8))


def adjacency(words: list[str], asked: AskedClauses) -> float:
    """Up to 2 for words that stand one after the other, in the order asked for."""
    if asked.count < 2:
        return 0.0
    asked.learn(set(words))
    hits: list[set[int]] = [set() for _ in range(asked.count)]
    for at, word in enumerate(words):
        if word in asked.answers:
            for n, __ in asked.answers[word]:
                hits[n].add(at)
    near = [
        1.0 if any(n + 1 in after for n in first)
        else 0.5 if any(n + gap in after for n in first for gap in (-3, -2, -1, 2, 3))
        else 0.0
        for first, after in pairwise(hits)
    ]  # fmt: skip
    return 2 * sum(near) / len(near)
