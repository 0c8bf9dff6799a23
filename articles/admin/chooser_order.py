"""How well the name of a record answers what was typed to choose it: who is called so is first.

The search finds more than names: what sounds alike, what says the words in its text. Somebody who
chooses by a name means the name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from articles.admin.requests import person
from articles.models import Article
from articles.models.permissions import EDIT_ANY_ARTICLE
from articles.search.entries import INDEXED_MODELS
from articles.text.analysis.analyzer import Word, words
from articles.text.analysis.arabic import WITH_ARTICLE

from .translated_columns import in_every_language

WHOLE, BEGINS, WITHIN, OTHER_NAME, NEAR = range(5)
"""Called so; begins so; has words that begin so; has them in another name, or in a title; is near.
"""
MOST = 400
"""Records whose names are looked at: the search finds no more."""
OTHER_NAMES = ("acronym", "aliases")


class TypedWords:
    """What was typed, as it is compared with names."""

    def __init__(self, text: str) -> None:
        self.words = [*words(text)]

    def rank(self, names: Sequence[str], others: Sequence[str]) -> int:
        """How well somebody or something of these names is meant, and of these others."""
        best = min((self.rank_of(name) for name in names), default=NEAR)
        other = min((self.rank_of(name) for name in others), default=NEAR)
        return min(best, WHOLE if other == WHOLE else NEAR if other == NEAR else OTHER_NAME)

    def rank_of(self, name: str) -> int:
        said = [*words(name)]
        if not self.words or not all(any(map(begins(one), said)) for one in self.words):
            return NEAR
        first = [one.text for one in said[: len(self.words)]]
        typed = [one.text for one in self.words]
        if [one.text for one in said] == typed:
            return WHOLE
        is_start = first[:-1] == typed[:-1] and len(first) == len(typed)
        return BEGINS if is_start and first[-1].startswith(typed[-1]) else WITHIN


def begins(typed: Word) -> Any:
    """Whether a word of a name begins as a typed word, with its article or without, or is a form
    of it.
    """
    bare, stem = WITH_ARTICLE.sub("", typed.text, count=1), {*typed.stems[:1]}

    def does(said: Word) -> bool:
        starts = said.text.startswith(typed.text)
        without = WITH_ARTICLE.sub("", said.text, count=1)
        return starts or without.startswith(bare) or not stem.isdisjoint(said.terms)

    return does


def ranks(request: Any, found: Any, text: str, titles: Sequence[str] = ()) -> dict[int, int]:
    """The rank of each record that is found, in the order in which it is.

    Args:
        request: of whom; an article that they may not see whole is called what its label says.
        found: the records.
        text: what was typed.
        titles: columns that stand before a name, as honorifics do.
    """
    typed, model = TypedWords(text), found.model
    if model is Article and not person(request).has_perm(EDIT_ANY_ARTICLE):
        return {one.pk: typed.rank([str(one)], []) for one in found[:MOST]}
    title = getattr(model, "title_field", "")
    if not title:
        return {one.pk: min(typed.rank([str(one)], []), OTHER_NAME) for one in found[:MOST]}
    # Of what the search has no words of, all that was typed is found in the texts of the record.
    least = NEAR if model in INDEXED_MODELS.values() else OTHER_NAME
    named = in_every_language(model, title)
    fields = {one.name for one in model._meta.get_fields()}
    also = [name for name in OTHER_NAMES if name in fields]
    other = [one for name in also for one in in_every_language(model, name)]
    before = [in_every_language(model, name) for name in titles]
    columns = dict.fromkeys([*named, *other, *(one for some in before for one in some)])
    ranked = {}
    for pk, *values in found.values_list("pk", *columns)[:MOST]:
        row = dict(zip(columns, values, strict=True))
        names = [row[one] for one in named if row[one]]
        others = [line for one in other for line in (row[one] or "").splitlines()]
        rank = typed.rank(names, [*others, *names_by_language(row, named, before)])
        ranked[pk] = min(rank, least)
    return ranked


def names_by_language(
    row: dict[str, Any], named: Sequence[str], before: Sequence[Any]
) -> Iterator[str]:
    """The names of a record with what stands before them, each in its language."""
    for columns in before:
        for title, name in zip(columns, named, strict=True):
            if row[title]:
                yield f"{row[title]} {row[name] or ''}"
