"""What the newsroom has already that a text may mean: the record itself, and those near it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz

from articles.languages import Language
from articles.models import Record
from articles.text.analysis.names import fold, same_name

from .save import CALLED_BY

NEAR = 78
"""Percent of likeness from which a name is shown as one that may be meant."""
MOST = 5


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
        return next(
            (pk for pk, names in self.rows if any(same_name(one, name) for one in names)), None
        )

    def near(self, name: str) -> list[int]:
        """The records whose names are like this one, the likest first."""
        wanted = fold(name)
        if not wanted:
            return []
        found = []
        for pk, names in self.rows:
            likeness = max((alike(wanted, fold(one)) for one in names), default=0.0)
            if likeness >= NEAR:
                found.append((-likeness, pk))
        return [pk for __, pk in sorted(found)[:MOST]]


def alike(one: str, other: str) -> float:
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
