"""What a newsroom has written down of names, as one text is read with it.

The program's own data (given names, agencies, institutions) is that of everybody. What an editor adds
is given to ``reading_with`` around the reading of a text; whoever knows a name asks ``gazetteer()``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cached_property, lru_cache

from .folding import letters

INSTITUTION, GIVEN_NAME, PLACE, EVENT, AGENCY = "institution", "given", "place", "event", "agency"
WORD = re.compile("(?:[^\\W_]|[\u064b-\u0652])+")
ARABIC_LETTER = re.compile("[\u0621-\u064a]")
JOINED = "وفبلك"
"""Letters that Arabic writes on to the word behind them: « بالمعهد »."""
LONGEST, LONGEST_WORD = 12, 40
"""Words of a name, letters of a word that is remembered."""
NO_GIVEN_NAMES = frozenset("على إلى الى".split())
"""« On » and « to »: letters away from names."""
REMEMBERED = 8192
"""Words that are not folded again."""
type Words = tuple[str, ...]


@dataclass(frozen=True)
class GazetteerName:
    """One name of an entry, of some kind."""

    kind: str
    name: str
    called: str = ""
    """What the entry is called before all, where this is another name of it."""
    is_record: bool = False
    """Whether it is a record of the newsroom that is called so, and no entry of the gazetteer."""


@dataclass(frozen=True)
class Gazetteer:
    """All names of a newsroom, put in order to be looked up word by word."""

    names: tuple[GazetteerName, ...] = ()

    @cached_property
    def folded(self) -> dict[str, frozenset[Words]]:
        """By kind, the names as they are compared."""
        found: dict[str, set[Words]] = {}
        for one in self.names:
            if words := tuple(folded(one.name)):
                found.setdefault(one.kind, set()).add(words)
        return {kind: frozenset(names) for kind, names in found.items()}

    def has(self, kind: str, name: str) -> bool:
        """Whether the newsroom has a name of a kind, however it is spelled."""
        return bool(self.names) and tuple(folded(name)) in self.folded.get(kind, ())

    @cached_property
    def written(self) -> Gazetteer:
        """The entries alone, by which a page says that a name stands in the gazetteer."""
        return Gazetteer(tuple(one for one in self.names if not one.is_record))

    @cached_property
    def given_names(self) -> frozenset[str]:
        return frozenset(words[0] for words in self.folded.get(GIVEN_NAME, ()))

    def is_given_name(self, word: str) -> bool:
        known = bool(self.given_names) and word not in NO_GIVEN_NAMES
        return known and folded_word(word) in self.given_names

    def events_in(self, *, arabic: bool) -> Words:
        """The nouns of events that are written in one script or the other."""
        return tuple(
            sorted(
                one.name.strip()
                for one in self.names
                if one.kind == EVENT and bool(ARABIC_LETTER.search(one.name)) == arabic
            )
        )

    def names_event(self, name: str) -> bool:
        """Whether a noun of the newsroom's makes an event of what is called so."""
        words = {word for one in name.split() for word in (one.lower(), one.removeprefix("ال"))}
        nouns = {*self.events_in(arabic=True), *map(str.lower, self.events_in(arabic=False))}
        return any(set(noun.split()) <= words for noun in nouns)

    @cached_property
    def agencies(self) -> dict[str, str]:
        """What an agency is called here, by each of its names without spaces."""
        return {
            "".join(folded(one.name)): one.called or one.name
            for one in self.names
            if one.kind == AGENCY
        }

    @cached_property
    def agency_pattern(self) -> re.Pattern[str] | None:
        names = sorted((one.name for one in self.names if one.kind == AGENCY), key=len)
        if not names:
            return None
        # Not in letters of any case: « le Point » is a paper, « le point » is none.
        spaced = (r"\s+".join(map(re.escape, name.split())) for name in reversed(names))
        return re.compile(rf"(?P<agency>{'|'.join(spaced)})(?![\w\u064b-\u0652])")

    @cached_property
    def place_pattern(self) -> re.Pattern[str] | None:
        names = sorted((one.name for one in self.names if one.kind == PLACE), key=len)
        spaced = (r"\s+".join(map(re.escape, name.split())) for name in reversed(names))
        return re.compile(rf"(?:{'|'.join(spaced)})(?!\w)", re.IGNORECASE) if names else None

    def place_at(self, text: str, start: int) -> re.Match[str] | None:
        """The place of the newsroom's that is named there."""
        return self.place_pattern.match(text, start) if self.place_pattern else None

    @cached_property
    def _institutions(self) -> dict[str, list[tuple[Words, str]]]:
        """By its first word, the rest of each institution's name, and the name as it is written."""
        found: dict[str, list[tuple[Words, str]]] = {}
        for one in self.names:
            words = tuple(folded(one.name))
            if one.kind == INSTITUTION and 0 < len(words) <= LONGEST:
                found.setdefault(words[0], []).append((words, one.name))
        for names in found.values():
            names.sort(key=lambda one: -len(one[0]))
        return found

    def institutions_in(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where a text names one of the newsroom's institutions, and how it is written there."""
        if not self._institutions:
            return
        tokens = list(WORD.finditer(text))
        words = [folded_word(one[0]) for one in tokens]
        for at, token in enumerate(tokens):
            for cut, first in first_words(token[0], words[at]):
                for name, written in self._institutions.get(first, ()):
                    end = at + len(name)
                    if (first, *words[at + 1 : end]) != name:
                        continue
                    start, stop = token.start() + cut, tokens[end - 1].end()
                    if is_written_so(text[start:stop], written):
                        # « للمعهد » has lost the first letter of « المعهد ».
                        joined = words[at].startswith("لل", cut - 1) if cut else False
                        yield start, stop, written if joined else text[start:stop]
                        break


def first_words(token: str, word: str) -> Iterator[tuple[int, str]]:
    """A word as it stands, and without the letters that Arabic writes before it."""
    yield 0, word
    for cut in (1, 2):
        if len(token) > cut + 2 and all(letter in JOINED for letter in token[:cut]):
            yield cut, folded_word(token[cut:])
            if token[cut - 1 : cut + 1] == "لل":
                yield cut, folded_word("ا" + token[cut:])


def is_written_so(found: str, written: str) -> bool:
    """Of one word, capitals count: « Orange » is a company, « orange » is none."""
    return len(written.split()) > 1 or not written[:1].isupper() or found[:1].isupper()


def folded(name: str) -> list[str]:
    return [folded_word(word) for word in WORD.findall(name)]


@lru_cache(REMEMBERED)
def remembered(word: str) -> str:
    return letters(word)


def folded_word(word: str) -> str:
    return remembered(word) if len(word) <= LONGEST_WORD else letters(word)


EMPTY = Gazetteer()
_READING: ContextVar[Gazetteer] = ContextVar("gazetteer", default=EMPTY)


def gazetteer() -> Gazetteer:
    """The one that the text at hand is read with."""
    return _READING.get()


@contextmanager
def reading_with(names: Gazetteer) -> Iterator[None]:
    """While a text is read: the newsroom's names count as known."""
    token = _READING.set(names)
    try:
        yield
    finally:
        _READING.reset(token)


def without_repetitions(names: Iterable[GazetteerName]) -> tuple[GazetteerName, ...]:
    found: dict[tuple[str, Words], GazetteerName] = {}
    for one in names:
        found.setdefault((one.kind, tuple(folded(one.name))), one)
    return tuple(found.values())
