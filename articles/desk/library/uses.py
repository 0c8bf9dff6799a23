"""Where a record is used: by which articles, records and front pages, through which rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db import models

from articles.models import (
    Affiliation,
    Appearance,
    Article,
    Attachment,
    BodyPicture,
    KitDocument,
    KitPicture,
    LiveEntry,
    Mention,
    Participation,
    Quote,
    Subscription,
    TopicOfArticle,
    User,
)
from articles.models.front_pages import Section
from articles.models.permissions import permission_to

from .values import KINDS, ROWS, kind_of, row_model, row_parent

OWNERS: dict[type[models.Model], str] = {
    Quote: "article",
    Mention: "article",
    Attachment: "article",
    BodyPicture: "article",
    KitPicture: "kit",
    KitDocument: "kit",
    LiveEntry: "article",
    TopicOfArticle: "content_object",
    Affiliation: "speaker",
    Participation: "event",
    Appearance: "event",
    Section: "front_page",
}
"""Rows that nobody knows by name, and the column that says whose they are."""


@dataclass(frozen=True)
class Use:
    """A row that names a record."""

    row: Any
    field: models.ForeignKey[Any, Any]

    @property
    def owner(self) -> Any:
        """What a person knows the row by: its article, its event, its front page; or itself."""
        column = OWNERS.get(type(self.row))
        return getattr(self.row, column) if column else self.row


def ways_to(model: type[models.Model], *, own: bool = False) -> list[models.ForeignKey[Any, Any]]:
    """The columns of all tables that name records of a model.

    What readers by mail chose is no use of it: it keeps nothing from being deleted.

    Args:
        own: with the rows that belong to a record, and go with it.
    """
    kind = str(model._meta.model_name)
    parts = {(row_model(kind, one), row_parent(kind, one)) for one in ROWS.get(kind, ())}
    return [
        relation.field
        for relation in model._meta.related_objects
        if not relation.related_model._meta.abstract
        and relation.related_model is not Subscription
        and isinstance(relation.field, models.ForeignKey)
        and relation.related_model._meta.app_label == model._meta.app_label
        and (own or (relation.related_model, relation.field.name) not in parts)
    ]


def rows_naming(record: Any, *ways: models.ForeignKey[Any, Any]) -> models.QuerySet[Any]:
    """The rows of a table that name a record in one of some columns, each with whose it is."""
    model = ways[0].model
    named = reduce(or_, (models.Q(**{way.name: record}) for way in ways))
    rows = model._base_manager.filter(named).order_by("pk")
    owner = OWNERS.get(model)
    return rows.select_related(owner) if owner else rows


def uses_of(record: Any, *, own: bool = False) -> Iterator[Use]:
    """Every row that names a record."""
    ways: dict[Any, list[Any]] = {}
    for way in ways_to(type(record), own=own):
        ways.setdefault(way.model, []).append(way)
    for some in ways.values():
        rows = [*rows_naming(record, *some)]
        for way in some:
            yield from (Use(row, way) for row in rows if getattr(row, way.attname) == record.pk)


def used_among(records: Iterable[Any]) -> set[Any]:
    """The keys of those of some records of one kind that anything uses."""
    some = list(records)
    if not some:
        return set()
    found: set[Any] = set()
    for way in ways_to(type(some[0])):
        named = way.model._base_manager.filter(**{f"{way.name}__in": [one.pk for one in some]})
        found.update(named.order_by().values_list(way.attname, flat=True).distinct())
    return found


def by_owner(uses: Iterable[Use]) -> list[tuple[Any, list[Use]]]:
    """The uses of each article, record and front page; articles first, in a lasting order."""
    found: dict[tuple[int, str, int], tuple[Any, list[Use]]] = {}
    for use in uses:
        owner = use.owner
        first = 0 if isinstance(owner, Article) else 1
        key = (first, str(owner._meta.model_name), owner.pk)
        found.setdefault(key, (owner, []))[1].append(use)
    return [found[key] for key in sorted(found)]


@dataclass(frozen=True)
class VisibleUses:
    """What a person may know of where a record is used."""

    owners: list[Any]
    hidden: int
    """How many more there are that this person may not see."""


def shown_to(user: User, record: Any) -> VisibleUses:
    """Where a record is used, as far as a person may see it."""
    owners = [owner for owner, _uses in by_owner(uses_of(record))]
    articles = [one.pk for one in owners if isinstance(one, Article)]
    mine = set(
        Article.with_copies.for_desk(user).filter(pk__in=articles).values_list("pk", flat=True)
    )

    def is_seen(owner: Any) -> bool:
        if isinstance(owner, Article):
            return owner.pk in mine
        return user.has_perm(permission_to("view", owner)) or user.has_perm(
            permission_to("change", owner)
        )

    seen = [one for one in owners if is_seen(one)]
    return VisibleUses(seen, len(owners) - len(seen))


def is_kept_as_record(owner: Any) -> bool:
    """Whether an owner is a record that has revisions of its own."""
    return KINDS.get(kind_of(owner)) is type(owner)
