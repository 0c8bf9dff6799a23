"""Known terms where they stand in a text, however they are joined, elided or inflected.

A name is found as it is called: without what Arabic writes before it (والإسكوا) and what French
elides (l'ESCWA). A common noun is found in any of its forms as well (des travailleurs migrants).
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from . import arabic, french
from .analyzer import Word, WordPosition, is_stop_word, places, words
from .collation import without_article

JOINED = re.compile(r"[\s'’«»\"“”\u200c-\u200f\u2010-\u2013/-]*")
"""What may stand between two words of one term; a comma or a full stop parts them."""
ELISION = re.compile(r"([^\W\d_]+)['’ʼ](?=\w)")
LONGEST = 14
"""Words of a term that are compared; the names of conferences are long."""
END = ""


class TermMatch[Owner: Hashable](NamedTuple):
    """One stretch of a text, and whose terms it says."""

    start: int
    end: int
    owners: tuple[Owner, ...]


@dataclass(frozen=True)
class Leaf[Owner: Hashable]:
    """Where a term ends: whose it is, and whether only a capital letter tells it from a word."""

    owner: Owner
    capital: bool


@lru_cache(maxsize=100_000)
def readings(word: Word) -> tuple[str, ...]:
    """The keys that a word of a text answers to: as called, then what it comes back to."""
    called = [word.text]
    if is_arabic(word.text):
        called = arabic.forms(word.text)
    return (*(f"={one}" for one in dict.fromkeys(called)), *(f"~{stem}" for stem in word.stems))


def is_arabic(word: str) -> bool:
    return "\u0621" <= word[:1] <= "\u064a"


def key(word: Word, inflected: bool) -> str:
    """The one key under which a word of a term is kept."""
    if inflected and word.stems:
        return f"~{word.stems[0]}"
    return readings(word)[0]


class Lexicon[Owner: Hashable]:
    """The terms of one language, as a tree of their words."""

    def __init__(self) -> None:
        self.root: dict[str, Any] = {}

    def add(self, form: str, owner: Owner, *, inflected: bool) -> None:
        """Have this form lead to its owner. What has no word of its own is left out."""
        term = list(words(without_article(form)))[:LONGEST]
        if all(is_stop_word(word.text) or len(word.text) < 2 for word in term):
            return
        node = self.root
        for word in term:
            node = node.setdefault(key(word, inflected), {})
        alone = len(term) == 1 and not inflected and not is_arabic(term[0].text)
        leaf = Leaf(owner, capital=alone and form != form.lower())
        leaves = node.setdefault(END, [])
        if leaf not in leaves:
            leaves.append(leaf)

    def find(self, text: str) -> list[TermMatch[Owner]]:
        """The terms of a text in its order, the longest at each place, none inside another."""
        found: list[TermMatch[Owner]] = []
        for one in self.every(text):
            if not found or one.start >= found[-1].end:
                found.append(one)
        return found

    def every(self, text: str) -> Iterator[TermMatch[Owner]]:
        """At each word, the longest term that begins there, inside another one too."""
        stand = list(places(text))
        for start in range(len(stand)):
            if longest := self.longest(text, stand, start):
                yield longest

    def owners(self, text: str) -> set[Owner]:
        """Whose terms a text says anywhere, the shorter ones inside a longer one too."""
        stand = list(places(text))
        return {
            owner
            for start in range(len(stand))
            for one in self.beginning(text, stand, start)
            for owner in one.owners
        }

    def longest(self, text: str, stand: list[WordPosition], start: int) -> TermMatch[Owner] | None:
        last = None
        for last in self.beginning(text, stand, start):  # noqa: B007
            pass
        return last

    def beginning(
        self, text: str, stand: list[WordPosition], start: int
    ) -> Iterator[TermMatch[Owner]]:
        """The terms that begin at a word, the shortest first."""
        nodes = [self.root]
        for n in range(start, min(start + LONGEST, len(stand))):
            if n > start and not JOINED.fullmatch(text, stand[n - 1].end, stand[n].start):
                return
            answers = readings(stand[n].word)
            nodes = [node[one] for node in nodes for one in answers if one in node]
            if not nodes:
                return
            first, end = stand[start].start, stand[n].end
            first = after_elision(text, first)
            owners = owners_of(nodes, text[first:end])
            if owners:
                yield TermMatch(first, end, owners)


def after_elision(text: str, start: int) -> int:
    """Where the word itself begins: after the l' of « l'ESCWA »."""
    elided = ELISION.match(text, start)
    return elided.end() if elided and elided[1].lower() in french.ELIDED else start


def owners_of(nodes: list[dict[str, Any]], written: str) -> tuple[Any, ...]:
    """Whose terms end here, as it is written."""
    plain = written == written.lower()
    return tuple(
        dict.fromkeys(
            leaf.owner
            for node in nodes
            for leaf in node.get(END, ())
            if not (leaf.capital and plain)
        )
    )
