"""Telling a search server what has changed, while nobody waits, and again if need be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.tasks import task

from articles.models import Delivery, SearchEntry
from articles.models.connections import no_connection_kept

from .engines import engine


def tell_later(keys: Sequence[int]) -> None:
    """Have an engine beside the database know of entries, once they are saved or gone."""
    if keys and not engine().keeps_itself:
        Delivery.objects.add(Delivery.Kind.INDEX, [{"keys": list(keys)}])
        transaction.on_commit(tell_index.enqueue, robust=True)


@task(backend="index")
def tell_index() -> int:
    """Tell the engine what it is to know by now."""
    with no_connection_kept():
        return Delivery.objects.deliver(Delivery.Kind.INDEX, tell)


def tell(content: dict[str, Any]) -> None:
    """Have the engine say of some entries what the database says now."""
    if engine().keeps_itself:
        return
    there = list(SearchEntry.objects.filter(pk__in=content["keys"]))
    engine().write(there)
    if gone := sorted(set(content["keys"]) - {one.pk for one in there}):
        engine().remove(gone)
