"""Records that are chosen by typing their names, where no script offers them."""

from __future__ import annotations

from itertools import chain
from typing import Any

from django.db import models
from django.db.models import Q, QuerySet

from articles.languages import Language
from articles.search.desk_search import entries_at_desk, records_of
from articles.search.entries import INDEXED_MODELS
from articles.text.characters import clean_lines

from .translated_columns import in_every_language

TYPED = "__typed"
"""The end of the name of a field in which a name is typed, beside the one that has the key."""
OFFERED = 20


class UnknownName(str):
    """A name that no record has, or several: no key, so that the field refuses it."""

    __slots__ = ()


def key_named(name: str, records: QuerySet[Any]) -> str:
    """The key of the one record of this name; the name itself where it is not one.

    Args:
        name: as somebody typed it.
        records: those that may be chosen.
    """
    found = records.filter(said_so(name, records.model, "iexact")).values_list("pk", flat=True)[:2]
    return f"{found[0]}" if len(found) == 1 else UnknownName(name)


def similar_records(name: str, records: QuerySet[Any]) -> list[Any]:
    """Records to choose from where a name was not enough."""
    model, name = records.model, clean_lines(name)
    if model in INDEXED_MODELS.values():
        entries = entries_at_desk(model, name, Language.all())
        if entries:
            found = records_of(chain(*entries.values()))
            return list(records.filter(pk__in=found)[:OFFERED])
    return list(records.filter(said_so(name, model, "icontains"))[:OFFERED])


def said_so(name: str, model: Any, lookup: str) -> Q:
    """That a record is called so in one of the languages."""
    title = getattr(model, "title_field", "")
    called_by = [title] if title else getattr(model, "named_by", ())
    columns = [
        column
        for one in called_by
        if not isinstance(model._meta.get_field(one), models.DateTimeField)
        for column in in_every_language(model, one)
    ]
    return Q(*((f"{column}__{lookup}", name) for column in columns), _connector=Q.OR)
