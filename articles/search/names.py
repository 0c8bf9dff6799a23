"""The names that words of a query may be, as their keys, and whom the newsroom calls so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from django.db.models import Exists, OuterRef, QuerySet

from articles.models import SearchName
from articles.models.cached_queries import cached
from articles.text.analysis.analyzer import Word
from articles.text.analysis.known_names import AMBIGUOUS, bodies
from articles.text.analysis.names import key_of_words, plain_key
from articles.text.analysis.transliteration import name_key

from .query import QueryPart

MOST_ROWS = 400
SHORTEST_KEY = 4
"""Letters of the key of a name, with the two that say what it is of."""

Names = Callable[[Sequence[SearchName]], Sequence[SearchName]]
"""Those of some names that who asks may understand: readers not all, the desk every one."""


def known_bodies_in(runs: Mapping[str, list[tuple[int, int]]]) -> dict[tuple[int, int], list[str]]:
    """The other names of the agencies and institutions that runs of words name."""
    named = names_by_key()
    return {run: named[key] for key in runs.keys() & named.keys() for run in runs[key]}


@cache
def names_by_key() -> dict[str, list[str]]:
    """The other names of an agency or institution, by the key of each of its names."""
    found: dict[str, list[str]] = defaultdict(list)
    for names in bodies():
        for name in names:
            others = [one for one in names if one != name and one not in AMBIGUOUS]
            found[plain_key(name)] += [one for one in others if one not in found[plain_key(name)]]
    # « UN » and « AU » are words that stand in every French text.
    return {key: others for key, others in found.items() if len(key) >= SHORTEST_KEY}


def keys_of(parts: Sequence[QueryPart]) -> list[str]:
    """The keys that a run of words has as a person's name and as another name."""
    if any(part.is_phrase and len(parts) > 1 for part in parts):
        return []
    return keys_of_words([word for part in parts for word in part.words])


def keys_of_words(said: Sequence[Word], shortest: int = 3) -> list[str]:
    """The same of words. Two consonants are too few to know by whom nobody has asked for."""
    person = name_key(" ".join(word.text for word in said))
    return [key_of_words(said), *([f"p:{person}"] if len(person) >= shortest else [])]


def names_called(keys: list[str]) -> tuple[list[SearchName], list[SearchName]]:
    """The names of some keys, and all whole names of whom one of them is a whole name of."""
    if not keys:
        return [], []
    rows = sorted(named_by_keys(keys), key=lambda row: row.pk)
    wanted = set(keys)
    return [row for row in rows if row.key in wanted], [row for row in rows if row.is_whole]


@cached
def named_by_keys(keys: list[str]) -> QuerySet[SearchName]:
    called = SearchName.objects.filter(key__in=keys)
    some = called.values("pk")[:MOST_ROWS]
    same = called.filter(kind=OuterRef("kind"), record_id=OuterRef("record_id"), is_whole=True)
    others = SearchName.objects.filter(Exists(same), is_whole=True)
    return SearchName.objects.filter(pk__in=some).union(others)


def other_names(
    records: list[tuple[str, int]], rows: list[SearchName], names_for: Names
) -> dict[tuple[str, int], list[tuple[str, ...]]]:
    """Of some records the words of each of their whole names."""
    found: dict[tuple[str, int], dict[tuple[str, ...], None]] = defaultdict(dict)
    if not records:
        return {}
    for row in names_for([one for one in rows if (one.kind, one.record_id) in records]):
        found[row.kind, row.record_id][tuple(row.words.split())] = None
    return {record: list(words) for record, words in found.items()}
