"""What an index must do to be searched: one small protocol.

An engine returns the keys of entries that match, as many as one asks for and no more. Where more
match, it prefers those with the words in their title, then the newest. Reading and ranking them is
done above it (``results.py``, ``ranking.py``), so that every engine's results have the same order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from articles.models import SearchEntry

from .query_expansion import Clause


@dataclass
class SearchRequest:
    """What to look for, and among what."""

    clauses: list[Clause]
    language: str
    kinds: Sequence[str]
    tags: list[list[str]] = field(default_factory=list)
    until: datetime | None = None
    """Visible since then or earlier: now for readers; nothing for the desk, which sees all."""
    since: datetime | None = None
    least: int | None = None
    """How many of the clauses must match; all, if nothing is said."""
    in_title: bool = False
    """Whether only titles and names are looked at."""
    most: int = 300

    @property
    def is_among_few(self) -> bool:
        """Whether the records looked at are few, as all but articles are."""
        return "article" not in self.kinds

    @property
    def asked(self) -> list[Clause]:
        return [one for one in self.clauses if not one.is_excluded]

    @property
    def excluded(self) -> list[Clause]:
        return [one for one in self.clauses if one.is_excluded]


class Engine(Protocol):
    """An index over the entries, which are in the database in any case."""

    keeps_itself: bool
    """Whether the database writes it in the transaction that writes the entries."""

    def find(self, wanted: SearchRequest) -> list[int]:
        """The keys of entries that match, each once, at most ``wanted.most``."""

    def find_each(self, wanted: Sequence[SearchRequest]) -> list[list[int]]:
        """What ``find`` finds of each request, asked for together."""

    def write(self, entries: Sequence[SearchEntry]) -> None:
        """Have the index say what these entries say."""

    def remove(self, keys: Sequence[int]) -> None:
        """Take entries out."""

    def digests(self, keys: Sequence[int]) -> dict[int, str]:
        """Which of some entries the index has, as of which digest."""

    def faults(self) -> Iterator[str]:
        """A line for whatever else the index has wrong."""

    def mend(self) -> None:
        """Take out what the database has no entry of, and make anew what is damaged."""
