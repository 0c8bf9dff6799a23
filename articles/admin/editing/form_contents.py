"""What a record's form holds as plain values, its rows too: as it was opened, and as it is now."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from django.core import signing
from django.db import models

from articles.desk.editing.snapshots import Content, LostReferences, content_fields, set_value
from articles.models import Record

SALT = "newsroom.opened"


def columns_of(model: type[models.Model], parent: str = "") -> dict[str, models.Field]:
    """The columns that a form may have, by name."""
    return {one.name: one for one in content_fields(model, parent) if one.editable}


def plain(row: models.Model, column: models.Field) -> Any:
    """One value, as JSON can hold it; another record by its number."""
    value = getattr(row, column.attname)
    if value is None or isinstance(value, str | int | bool):
        return value
    return column.value_to_string(row)


def set_column(row: models.Model, column: models.Field, value: Any) -> None:
    """Set one column; a revision has another record by its key, a page by its number.

    Args:
        row: what is given the value; it is not saved here.
        column: which column of it.
        value: as a revision or a page has it.
    """
    if isinstance(value, dict):
        set_value(row, column, value, LostReferences())
    elif isinstance(column, models.ForeignKey):
        setattr(row, column.attname, column.target_field.to_python(value))
    else:
        setattr(row, column.attname, column.to_python(value))


def content_of(record: models.Model, rows: Mapping[str, tuple[str, Iterable[Any]]]) -> Content:
    """A record with its rows.

    Args:
        rows: by kind, the column by which its rows know the record, and the rows.
    """
    content: Content = {
        "fields": {name: plain(record, one) for name, one in columns_of(type(record)).items()}
    }
    for kind, (parent, found) in rows.items():
        content[kind] = [
            {"key": row.key, "pk": row.pk}
            | {name: plain(row, one) for name, one in columns_of(type(row), parent).items()}
            for row in found
        ]
    return content


def digest(content: Content) -> str:
    """A name of a state that a page was shown."""
    written = json.dumps(content, sort_keys=True).encode()
    return hashlib.blake2b(written, digest_size=16).hexdigest()


def record_title(record: Record) -> str:
    return f"{record._meta.label}:{record.pk}"


def sealed(record: Record, content: Content) -> str:
    """The content as a page carries it: nobody else can say what a form was opened on."""
    return signing.dumps([record_title(record), content], salt=SALT, compress=True)


def unsealed(record: Record, seal: str) -> Content | None:
    """What a form was opened on; nothing where it is no such word of ours."""
    try:
        whose, content = signing.loads(seal, salt=SALT)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return content if whose == record_title(record) else None
