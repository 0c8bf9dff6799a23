"""Records that may be one: names that share a key, however they are spelt."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from articles.models import Place, Record, SearchName, Speaker
from articles.text.analysis.names import plain_key

from .entries import KIND_OF
from .index import person_key

SHORTEST = 4
"""Letters of a key, with its sign, from which it says anything."""


def keys_of(model: type[Record], names: Iterable[str]) -> set[str]:
    """The keys that spellings of these names share, for records of a model."""
    key_of = person_key if issubclass(model, Speaker) else plain_key
    keys = {key_of(one) for one in names if one.strip()}
    return {key for key in keys if len(key) >= SHORTEST}


def records_called(
    model: type[Record], names: Iterable[str], *, without: Any = None, most: int = 5
) -> list[Any]:
    """The records of a model that are called so: whatever case, hamza, vowel marks or script."""
    keys = keys_of(model, names)
    kind = "place" if model is Place else KIND_OF.get(model)
    if not keys or kind is None:
        return []
    found = SearchName.objects.filter(kind=kind, key__in=keys, is_whole=True)
    if without is not None:
        found = found.exclude(record_id=without)
    pks = list(found.order_by("record_id").values_list("record_id", flat=True).distinct()[:most])
    return list(model._default_manager.filter(pk__in=pks).order_by("pk"))
