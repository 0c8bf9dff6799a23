"""Two states of a record beside each other, in the words of who reads them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.db import models
from django.utils import formats, timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.desk.editing.differences import Difference, difference
from articles.desk.editing.snapshots import Content, comparable

from .values import KINDS, ROWS, by_key, columns_of, row_columns, row_model

UNSAID = {"checksum", "key", "media_type", "size"}
"""What nobody reads: it follows from what is said."""


def differences(kind: str, before: Content, after: Content) -> list[Difference]:
    """What differs between two states, or two parts of states, of a record of a kind."""
    fields = columns_of(KINDS[kind])
    old, new = before.get("fields", {}), after.get("fields", {})
    return [*said_otherwise(fields, old, new, ""), *rows_changed(kind, before, after)]


def rows_changed(kind: str, before: Content, after: Content) -> Iterator[Difference]:
    for rows in ROWS.get(kind, ()):
        title = str(capfirst(row_model(kind, rows)._meta.verbose_name))
        old, new = by_key(before.get(rows)), by_key(after.get(rows))
        for key in dict.fromkeys([*old, *new]):
            yield from said_otherwise(
                row_columns(kind, rows), old.get(key, {}), new.get(key, {}), title
            )


def said_otherwise(
    columns: list[models.Field[Any, Any]], old: dict[str, Any], new: dict[str, Any], title: str
) -> Iterator[Difference]:
    for column in columns:
        was, is_now = old.get(column.name), new.get(column.name)
        if column.name not in UNSAID and comparable(was) != comparable(is_now):
            one = difference(column, in_words(column, was), in_words(column, is_now))
            if isinstance(column, models.FileField):
                one = replace(one, files=tuple(name for name in (was, is_now) if name))
            yield titled_difference(one, column, title)


def titled_difference(one: Difference, column: models.Field[Any, Any], title: str) -> Difference:
    """A difference under the name of its row; a chosen value is in the reader's own language."""
    if title:
        label = _("%(row)s: %(field)s") % {"row": title, "field": one.label}
        one = replace(one, label=label)
    return replace(one, language=None) if column.choices else one


def in_words(column: models.Field[Any, Any], value: Any) -> Any:
    """A day or an hour as a person of the newsroom reads it; what else there is, as it is."""
    if not isinstance(value, str) or not value:
        return value
    if isinstance(column, models.DateTimeField):
        return formats.localize(timezone.localtime(column.to_python(value)))
    if isinstance(column, models.DateField | models.TimeField):
        return formats.localize(column.to_python(value))
    return value
