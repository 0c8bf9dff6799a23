"""What will happen when two records are merged, said before anybody does it; nothing is written."""

from __future__ import annotations

from collections import Counter
from copy import copy
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from django.utils.text import capfirst

from articles.desk.editing.differences import Difference
from articles.desk.editing.snapshots import value_of
from articles.languages import Language
from articles.models import PageRecord, User

from .merged_ties import Tie, ties_of
from .record_differences import differences
from .replacing import is_twin
from .taking_over import columns_lacking, names_to_take, take_over
from .uses import Use, VisibleUses, shown_to, uses_of
from .values import columns_of, kind_of, snapshot


@dataclass(frozen=True)
class MergePlan:
    """What becomes of two records.

    Attributes:
        uses: what names the one that goes, as far as this person may see it.
        rows: how many rows of each kind name the one that is kept afterwards.
        twins: how many say already of the one what they said of the other: they go.
        names: in each language, the names that become other names.
        filled: what the one that is kept takes over, where it said nothing.
        addresses: in each language the address that leads on, and to where.
        dropped: what the one that goes says otherwise, which its history alone keeps.
    """

    uses: VisibleUses
    rows: list[tuple[str, int]]
    twins: int
    names: list[tuple[Language, list[str]]]
    filled: list[str]
    addresses: list[tuple[Language, str, str]]
    dropped: list[Difference]
    shown: str
    """All of it and of both records, as one text: another, when anything of it has changed."""


def plan(gone: Any, kept: Any, by: User) -> MergePlan:
    """What a merge of ``gone`` into ``kept`` would do."""
    named = list(uses_of(gone, own=True))
    twins = [one for one in named if is_twin(one.row, one.field, kept)]
    ties = list(ties_of(gone))
    before, other = snapshot(kept), snapshot(gone)
    filled = columns_lacking(gone, kept)
    made = copy(kept)
    for column in filled:
        setattr(made, column.attname, getattr(gone, column.attname))
    names = [(one, names_to_take(gone, made, one)) for one in Language.all()]
    take_over(gone, made)
    keys = [(str(one.row._meta.model_name), one.row.pk, one.field.name) for one in named]
    keys += [(str(owner._meta.model_name), owner.pk, way.name) for owner, way in ties]
    return MergePlan(
        uses=shown_to(by, gone),
        rows=rows_by_kind([one for one in named if one not in twins], ties),
        twins=len(twins),
        names=[(language, found) for language, found in names if found],
        filled=[str(capfirst(column.verbose_name)) for column in filled],
        addresses=addresses(gone, kept),
        dropped=dropped(gone, made),
        shown=f"{before} {other} {keys}",
    )


def rows_by_kind(uses: list[Use], ties: list[Tie]) -> list[tuple[str, int]]:
    """How many rows there are of each kind, by what the desk calls them."""
    numbers = Counter(type(one.row) for one in uses)
    numbers.update(type(owner) for owner, _way in ties)
    found = [(str(capfirst(model._meta.verbose_name_plural)), n) for model, n in numbers.items()]
    return sorted(found)


def addresses(gone: Any, kept: Any) -> list[tuple[Language, str, str]]:
    """The addresses that readers know of who goes, and where each leads afterwards."""
    if not isinstance(gone, PageRecord) or not isinstance(kept, PageRecord):
        return []
    return [
        (language, unquote(gone.url_in(language)), unquote(kept.url_in(language)))
        for language in Language.all()
        if gone.has_page_in(language)
        and kept.said("slug", language)
        and gone.said("slug", language) != kept.said("slug", language)
    ]


UNSAID = ("slug", "aliases", "name", "sort_name", "visibility", "is_listed", "acronym")
"""What becomes of these is said by itself."""


def dropped(gone: Any, made: Any) -> list[Difference]:
    """What who goes says otherwise than what is made of the two, but for names and addresses."""
    said, stays = {}, {}
    for column in columns_of(type(gone)):
        value = value_of(gone, column)
        if value and not column.name.startswith(UNSAID):
            said[column.name], stays[column.name] = value, value_of(made, column)
    return differences(kind_of(gone), {"fields": said}, {"fields": stays})
