"""What the newsroom has already that a text may mean: the record itself, and those near it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from rapidfuzz import fuzz

from articles.languages import Language
from articles.models import Place, Record
from articles.text.analysis.known_names import AMBIGUOUS, bodies
from articles.text.analysis.names import fold, same_name
from articles.text.analysis.transliteration import name_key

from .exonyms import perhaps_the_same, surely_the_same
from .save import CALLED_BY

NEAR = 78
"""Percent of likeness from which a name is shown as one that may be meant."""
MOST = 5
SOFT = re.compile("g(?=[eiyéèêë])")
"""Genève, which sounds as جنيف does."""


@dataclass(frozen=True)
class KnownNames:
    """All names of one table, read once for a page that asks for many."""

    model: type[Record]

    @cached_property
    def rows(self) -> list[tuple[int, tuple[str, ...]]]:
        columns = [
            language.field(column)
            for language in Language.all()
            for column in CALLED_BY
            if hasattr(self.model, language.field(column))
        ]
        return [
            (pk, tuple(dict.fromkeys(name for text in texts if text for name in lines(text))))
            for pk, *texts in self.model._base_manager.order_by("pk").values_list("pk", *columns)
        ]

    @cached_property
    def exact(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for pk, names in self.rows:
            for name in names:
                found.setdefault(fold(name), pk)
        return found

    def called(self, name: str) -> int | None:
        """The record that is called so, whatever the spelling; ``record_named`` says the same."""
        if not fold(name):
            return None
        if (pk := self.exact.get(fold(name))) is not None:
            return pk
        if self.model is Place:
            keys = (self.exact.get(one) for one in sorted(surely_the_same(name)))
            if (found := next((pk for pk in keys if pk is not None), None)) is not None:
                return found
        return next(
            (pk for pk, names in self.rows if any(same_name(one, name) for one in names)), None
        )

    def in_another_script(self, name: str) -> list[int]:
        """The records that another script calls so: by its sound, or as bodies are known by."""
        script, others = script_of(name), other_names_of(name)
        if self.model is Place:
            others |= perhaps_the_same(name)
        # Two consonants are too few to know a person by, and enough to ask about a place.
        shortest = 2 if self.model is Place else 3
        sounds = {one for one in sounds_of(name) if len(one) >= shortest}
        found = []
        for pk, names in self.rows:
            if any(script_of(one) == script for one in names if fold(one)):
                # It has a name in this script already, and that is another one.
                continue
            if any(fold(one) in others or sounds & sounds_of(one) for one in names):
                found.append(pk)
        return found[:MOST]

    def near(self, name: str) -> list[int]:
        """The records whose names are like this one, the likest first."""
        wanted = fold(name)
        if not wanted:
            return []
        found = [(-100.0, pk) for pk in self.in_another_script(name)]
        for pk, names in self.rows:
            likeness = max((name_likeness(wanted, fold(one)) for one in names), default=0.0)
            if likeness >= NEAR:
                found.append((-likeness, pk))
        return list(dict.fromkeys(pk for __, pk in sorted(found)))[:MOST]


def script_of(name: str) -> bool:
    """Whether it is written in Arabic letters."""
    return any("\u0600" <= letter <= "\u06ff" for letter in name)


@lru_cache(4096)
def sounds_of(name: str) -> frozenset[str]:
    """How its consonants sound, whichever the script."""
    soft = SOFT.sub("j", name.lower())
    return frozenset({name_key(one) for one in (name, soft)})


@cache
def named_bodies() -> dict[str, frozenset[str]]:
    """Of each name of a well-known body, all its names."""
    found: dict[str, frozenset[str]] = {}
    for names in bodies():
        folded = frozenset(fold(one) for one in names if one not in AMBIGUOUS)
        found |= dict.fromkeys(folded, folded)
    return found


def other_names_of(name: str) -> frozenset[str]:
    return named_bodies().get(fold(name), frozenset())


def name_likeness(one: str, other: str) -> float:
    """How like two names are: a part of one that is the whole of the other counts, too."""
    if not one or not other:
        return 0.0
    whole = fuzz.ratio(one, other)
    words, others = one.split(), other.split()
    shorter, longer = sorted((set(words), set(others)), key=len)
    is_part = len(shorter) > 1 and shorter <= longer
    same_family = len(words) > 1 and len(others) > 1 and words[-1] == others[-1]
    return max(whole, 90.0 if is_part else 0.0, 80.0 if same_family and whole > 55 else 0.0)


def lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]
