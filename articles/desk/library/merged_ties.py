"""What goes along when two records are one and is no row of theirs: kits, contacts, subscriptions.

Each is written down with the merge, so that it goes back where that is undone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import models

from articles.desk.mailing.subscribing import follow_merged, follow_undone
from articles.models import Merge

type Tie = tuple[Any, models.ManyToManyField[Any, Any]]


def ways_to_tie(model: type[models.Model]) -> list[models.ManyToManyField[Any, Any]]:
    """The columns that name several records of a model at once."""
    return [
        relation.field
        for relation in model._meta.related_objects
        if isinstance(relation, models.ManyToManyRel)
        and relation.through is not None
        and relation.through._meta.auto_created
        and relation.related_model._meta.app_label == model._meta.app_label
    ]


def ties_of(record: Any) -> Iterator[Tie]:
    """What names a record among others: whose column, and which."""
    for way in ways_to_tie(type(record)):
        for owner in way.model._base_manager.filter(**{way.name: record}).order_by("pk"):
            yield owner, way


def move_ties(gone: Any, kept: Any) -> dict[str, Any]:
    """Have all that names the one among others name the other; what has to be known to undo it."""
    moved = []
    for owner, way in list(ties_of(gone)):
        tied = getattr(owner, way.name)
        both = tied.filter(pk=kept.pk).exists()
        tied.remove(gone)
        tied.add(kept)
        # Its page is dated by it.
        owner.save()
        moved.append([owner._meta.label, owner.key, way.name, both])
    return {"ties": moved, "subscriptions": follow_merged(gone, kept)}


def move_ties_back(merge: Merge, kept: Any, gone: Any) -> None:
    """Have it name who had gone again, where it still names who was kept."""
    untie(merge.content.get("ties", []), kept, gone)
    follow_undone(merge.content.get("subscriptions", {}), kept, gone)


def untie(moved: Iterable[Any], kept: Any, gone: Any) -> None:
    owners = {way.model._meta.label: way.model for way in ways_to_tie(type(kept))}
    for label, key, name, both in moved:
        owner = owners[label]._base_manager.filter(key=key, **{name: kept}).first()
        if owner is None:
            continue
        tied = getattr(owner, name)
        tied.add(gone)
        if not both:
            tied.remove(kept)
        owner.save()
