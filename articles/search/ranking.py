"""The order of results: where the words stand, how nearly as typed, how together, how new.

It is computed here and not in the database, from the same columns on each, so that it is the
same on all. A year's age weighs as little as it must to order what matches alike.
"""

from __future__ import annotations

import math
from itertools import pairwise

from articles.models import SearchEntry
from articles.text.analysis import analysed

from .engine import Candidate
from .understanding import Clause, Way

TITLE, LEAD, ABOUT, BODY = 6.0, 3.0, 2.0, 1.0
WHOLE_TITLE = 4.0
A_YEAR = 0.03
READ_CLOSELY = 40
"""How many of the best are read to the end of their body."""


def rank(candidates: list[Candidate], clauses: list[Clause]) -> list[Candidate]:
    """The candidates, best first."""
    asked = [clause for clause in clauses if not clause.is_excluded]
    scores = {one.pk: score(one, asked) for one in candidates}
    ordered = sorted(candidates, key=lambda one: (-scores[one.pk], -one.pk))
    best = ordered[:READ_CLOSELY]
    bodies = SearchEntry.objects.only("body", "stems").in_bulk([one.pk for one in best])
    for one in best:
        if entry := bodies.get(one.pk):
            scores[one.pk] += in_body(entry.body, entry.stems, asked)
    best.sort(key=lambda one: (-scores[one.pk], -one.pk))
    return best + ordered[READ_CLOSELY:]


class Words:
    """A field's words, ready to be looked for."""

    def __init__(self, text: str) -> None:
        self.text = f" {text} "
        self.words = set(text.split())
        self.stems = {stem for word in self.words for stem in analysed(word).stems}

    def __contains__(self, way: Way) -> bool:
        if way.is_beginning:
            return any(word.startswith(way.words[0]) for word in self.words)
        if len(way.words) == 1:
            return way.words[0] in self.words or way.words[0] in self.stems
        return f" {' '.join(way.words)} " in self.text


def score(one: Candidate, clauses: list[Clause]) -> float:
    title, lead = Words(one.title), Words(one.lead)
    tags = set(one.tags.split())
    total, in_title = 0.0, 0
    for clause in clauses:
        found = [
            way.weight * TITLE if way in title
            else way.weight * LEAD if way in lead
            else ABOUT if way.words[0] in tags
            else 0.0
            for way in clause.ways
        ]  # fmt: skip
        total += max(found, default=0.0)
        in_title += any(way in title for way in clause.ways)
    if clauses and in_title == len(clauses):
        total += WHOLE_TITLE * (1 + len(clauses) / max(len(title.words), 1))
        total += TITLE / 3 * together(title.text.split(), clauses)
    year = one.visible_from.timestamp() / (365.25 * 86400) if one.visible_from else 0.0
    return total + A_YEAR * (year - 30)


def in_body(body: str, stems: str, clauses: list[Clause]) -> float:
    words, also, text, total = body.split(), set(stems.split()), f" {body} ", 0.0
    for clause in clauses:
        best = 0.0
        for way in clause.ways:
            if len(way.words) > 1:
                times = text.count(f" {' '.join(way.words)} ")
            else:
                times = words.count(way.words[0]) or int(way.words[0] in also)
            if times:
                best = max(best, way.weight * BODY * (1 + math.log(min(times, 8))))
        total += best
    return total + together(words, clauses)


def together(words: list[str], clauses: list[Clause]) -> float:
    """Up to 2 for words that stand one after the other, in the order asked for."""
    if len(clauses) < 2:
        return 0.0
    ways = [{w for way in one.ways if len(way.words) == 1 for w in way.words} for one in clauses]
    found_by = {
        word: terms
        for word in set(words)
        if (terms := [n for n, way in enumerate(ways) if not way.isdisjoint(analysed(word).terms)])
    }
    hits: list[set[int]] = [set() for _ in clauses]
    for at, word in enumerate(words):
        for n in found_by.get(word, ()):
            hits[n].add(at)
    near = [
        1.0 if any(n + 1 in after for n in first)
        else 0.5 if any(n + gap in after for n in first for gap in (-3, -2, -1, 2, 3))
        else 0.0
        for first, after in pairwise(hits)
    ]  # fmt: skip
    return 2 * sum(near) / len(near)
