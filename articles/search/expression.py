"""What is wanted, as a database's text index is asked for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from .engine import SearchRequest
from .query_expansion import Alternative, Clause


class QuerySyntax(NamedTuple):
    """How a query language writes what all of them can say."""

    both: str
    either: str
    unless: str
    between: str
    phrase: str
    beginning: str


class Expression:
    """What is wanted, in the query language of an index."""

    def __init__(self, signs: QuerySyntax, wanted: SearchRequest) -> None:
        self.signs = signs
        self.wanted = wanted

    @property
    def has_phrases(self) -> bool:
        """Whether words must stand one after the other, as those of a name do."""
        return any(len(way.words) > 1 for one in self.wanted.asked for way in one.ways)

    def loosely(self) -> Expression:
        """The same without an order of words and without exclusions: nothing is missed by it."""
        signs = self.signs._replace(between=self.signs.both)
        return Expression(signs, replace(self.wanted, clauses=self.wanted.asked))

    def all_of(self, parts: Iterable[str]) -> str:
        return self.joined(self.signs.both, parts)

    def any_of(self, parts: Iterable[str]) -> str:
        return self.joined(self.signs.either, parts)

    def joined(self, sign: str, parts: Iterable[str]) -> str:
        found = [part for part in parts if part]
        return f"({sign.join(found)})" if len(found) > 1 else "".join(found)

    def way(self, way: Alternative) -> str:
        written = self.signs.beginning if way.is_beginning else self.signs.phrase
        return written.format(self.signs.between.join(way.words))

    def clause(self, clause: Clause) -> str:
        return self.any_of(self.way(way) for way in clause.ways)

    def words(self) -> str:
        """The clauses: all of them, or any so many of them."""
        asked = [self.clause(one) for one in self.wanted.asked]
        least = min(self.wanted.least or len(asked), len(asked))
        if least == len(asked):
            return self.all_of(asked)
        return self.any_of(self.all_of(some) for some in combinations(asked, least))

    def any_word(self) -> str:
        return self.any_of(self.clause(one) for one in self.wanted.asked)

    def tag(self, name: str) -> str:
        return self.way(Alternative((name,), 1.0))

    def tags(self) -> str:
        return self.all_of(
            self.any_of(self.tag(name) for name in names) for names in self.wanted.tags
        )

    def without_excluded(self, expression: str) -> str:
        for one in self.wanted.excluded:
            expression = self.signs.unless.format(expression, self.clause(one))
        return expression

    def whole(self) -> str:
        """All that an entry must have; ``""`` where nothing is asked for."""
        expression = self.all_of([self.words(), self.tags()])
        return self.without_excluded(expression) if expression else ""

    def beside_words(self) -> str:
        """What an entry must have that has all words in its title; ``""`` if nothing."""
        return self.whole() if self.wanted.excluded else self.tags()
