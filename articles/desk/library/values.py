"""A record with its rows as plain values, and back: a person, a body, an event, a picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from articles.desk.deleted_meanwhile import still_there
from articles.desk.editing.snapshots import (
    Content,
    LostReferences,
    comparable,
    content_fields,
    related_names,
    set_value,
    value_of,
)
from articles.languages import Language
from articles.models import (
    Document,
    Event,
    Image,
    Newsroom,
    Organization,
    Place,
    Record,
    Source,
    Speaker,
    Topic,
)

KINDS: dict[str, type[Any]] = {
    str(model._meta.model_name): model
    for model in (Speaker, Organization, Event, Source, Place, Topic, Image, Document, Newsroom)
}
"""The records that readers may have, by what revisions and proposals call them."""

ROWS: dict[str, tuple[str, ...]] = {
    "speaker": ("affiliations",),
    "event": ("participations", "appearances"),
    "newsroom": ("links",),
}
"""The rows that belong to a record, and are changed, proposed and restored with it."""

FOLLOWING = {"width", "height", "made", "unreadable", "lead_bytes"}
"""Columns that follow from a picture's file."""


def kind_of(record: models.Model) -> str:
    return str(record._meta.model_name)


def columns_of(model: type[models.Model]) -> list[models.Field[Any, Any]]:
    """The columns that hold what a record says."""
    return [one for one in content_fields(model) if one.name not in FOLLOWING]


def row_model(kind: str, rows: str) -> type[Record]:
    return KINDS[kind]._meta.get_field(rows).related_model


def row_parent(kind: str, rows: str) -> str:
    return KINDS[kind]._meta.get_field(rows).field.name


def row_columns(kind: str, rows: str) -> list[models.Field[Any, Any]]:
    return list(content_fields(row_model(kind, rows), row_parent(kind, rows)))


def rows_of(record: models.Model, rows: str) -> models.QuerySet[Any]:
    kind = kind_of(record)
    found = row_model(kind, rows)._base_manager.filter(**{row_parent(kind, rows): record})
    return found.select_related(*related_names(row_columns(kind, rows))).order_by("pk")


def locked(record: models.Model) -> Any:
    """The record as its row has it, which nobody else may save before this transaction ends.

    Raises:
        GoneError: it is gone.
    """
    rows = type(record)._base_manager.filter(pk=record.pk)
    still_there(rows.select_for_update(of=("self",)).only("pk"), record)
    return still_there(rows, record)


def locked_in_row(*records: models.Model) -> list[Any]:
    """Several records, held always in this order: two who want the same wait, not in a circle.

    Raises:
        GoneError: one of them is gone.
    """
    held = {one.pk: locked(one) for one in sorted(records, key=lambda record: record.pk)}
    return [held[one.pk] for one in records]


def snapshot(record: models.Model) -> Content:
    """Everything of a record that a save may change, as its rows have it.

    Raises:
        GoneError: it is gone.
    """
    kind, columns = kind_of(record), columns_of(type(record))
    rows, others = type(record)._base_manager.filter(pk=record.pk), related_names(columns)
    stored = still_there(rows.select_related(*others) if others else rows, record)
    content: Content = {"fields": {one.name: value_of(stored, one) for one in columns}}
    for name in ROWS.get(kind, ()):
        content[name] = [
            {"key": row.key} | {one.name: value_of(row, one) for one in row_columns(kind, name)}
            for row in rows_of(record, name)
        ]
    return content


def by_key(rows: Any) -> dict[str, Any]:
    return {row["key"]: row for row in rows or ()}


def differing_values(kind: str, before: Content, after: Content) -> tuple[Content, Content]:
    """Two states of a record, cut down to what differs: its fields, and its rows by their key."""
    names = [
        name
        for name, value in after["fields"].items()
        if comparable(value) != comparable(before["fields"].get(name))
    ]
    old: Content = {"fields": {name: before["fields"].get(name) for name in names}}
    new: Content = {"fields": {name: after["fields"][name] for name in names}}
    for rows in ROWS.get(kind, ()):
        was, is_now = by_key(before.get(rows)), by_key(after.get(rows))
        changed = [
            key
            for key in dict.fromkeys([*was, *is_now])
            if comparable(was.get(key)) != comparable(is_now.get(key))
        ]
        old[rows] = [was[key] for key in changed if key in was]
        new[rows] = [is_now[key] for key in changed if key in is_now]
    return old, new


def is_empty(content: Content) -> bool:
    return not any(content.values())


def names_in(kind: str, *contents: Content) -> Iterator[tuple[str, str]]:
    """What some contents speak of: each field, and each row by its kind and key."""
    for name in dict.fromkeys(name for one in contents for name in one.get("fields", {})):
        yield "fields", name
    for rows in ROWS.get(kind, ()):
        yield from (
            (rows, key) for key in {k: 0 for one in contents for k in by_key(one.get(rows))}
        )


def said_of(content: Content, part: str, name: str) -> Any:
    """What a content says of a field or a row; nothing of a row that is not there."""
    if part == "fields":
        return content.get("fields", {}).get(name)
    return by_key(content.get(part)).get(name)


class RecordWriter:
    """Values on their way into a record: its columns first, then its rows."""

    def __init__(self, record: Any) -> None:
        self.record, self.kind = record, kind_of(record)
        self.lost = LostReferences()

    def put(self, fields: Mapping[str, Any], rows: Mapping[str, Mapping[str, Any]]) -> None:
        """Write the columns, and the rows by their keys; of a row that shall go, ``None``.

        Raises:
            ValidationError: the record would break a rule of its model.
        """
        self.put_fields(fields)
        self.check(fields)
        self.record.save()
        for name, wanted in rows.items():
            # What goes first makes room: an organization has a role at an event once.
            for key, values in sorted(wanted.items(), key=lambda one: one[1] is not None):
                self.put_row(name, key, values)

    def put_fields(self, fields: Mapping[str, Any]) -> None:
        for column in columns_of(type(self.record)):
            if column.name not in fields:
                continue
            if column.name == "file":
                self.put_file(fields["file"])
            else:
                set_value(self.record, column, fields[column.name], self.lost)

    def put_file(self, name: str) -> None:
        """Let a picture or a document have a file that it had before, or was to have."""
        record = self.record
        if not name or not record.file.storage.exists(name):
            self.lost.names.append(name)
            return
        record.file = name
        if isinstance(record, Image):
            record.made, record.unreadable, record.lead_bytes = "", False, 0

    def check(self, fields: Mapping[str, Any]) -> None:
        """Have the model say what is wrong; an address that was only made is made anew."""
        others = {one.name for one in self.record._meta.concrete_fields if one.name not in fields}
        try:
            self.record.full_clean(exclude=others)
        except ValidationError as refusal:
            slugs = {one.field("slug") for one in Language.all()} & fields.keys()
            wrong = getattr(refusal, "error_dict", {"": refusal}).keys()
            if not wrong or not wrong <= slugs:
                raise
            for name in wrong:
                setattr(self.record, name, None)
            self.record.fill_slugs()

    def put_row(self, name: str, key: str, values: Mapping[str, Any] | None) -> None:
        model, parent = row_model(self.kind, name), row_parent(self.kind, name)
        row = model._base_manager.filter(key=key, **{parent: self.record}).first()
        if values is None:
            if row is not None:
                row.delete()
            return
        row = row or model(key=key, **{parent: self.record})
        gone = {
            one.name
            for one in row_columns(self.kind, name)
            if one.name in values and not set_value(row, one, values[one.name], self.lost)
        }
        if gone:
            # A position, an appearance of nobody is nothing; it is named among the lost.
            return
        row.full_clean()
        row.save()


def record_of(kind: str, key: str) -> Any:
    """The record of this kind and key, if it is there."""
    model = KINDS.get(kind)
    return model._base_manager.filter(key=key).first() if model else None


def records_of(kind: str, keys: Iterable[str]) -> dict[str, Any]:
    """The records of a kind that are there, by their keys."""
    model = KINDS.get(kind)
    found = model._base_manager.filter(key__in=keys) if model else ()
    return {one.key: one for one in found}
