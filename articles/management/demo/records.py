"""The records of the demo newsroom, read from its TOML files: people, bodies, events, pictures."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from datetime import date, time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import models

from articles.languages import Language
from articles.models import (
    Affiliation,
    Appearance,
    Event,
    Image,
    KitPicture,
    MediaKit,
    Newsroom,
    Organization,
    Participation,
    Place,
    PressContact,
    Record,
    Source,
    Speaker,
    Topic,
)

from .moments import Calendar

FOLDER = Path(settings.BASE_DIR) / "fixtures" / "demo"
FILES: tuple[tuple[str, type[Record]], ...] = (
    ("places", Place),
    ("topics", Topic),
    ("sources", Source),
    ("pictures", Image),
    ("organizations", Organization),
    ("speakers", Speaker),
    ("events", Event),
    ("newsroom", Newsroom),
    ("contacts", PressContact),
    ("kits", MediaKit),
)
"""What each file holds, in the order in which they name each other."""
ROWS: dict[str, tuple[type[Record], str]] = {
    "positions": (Affiliation, "speaker"),
    "participants": (Participation, "event"),
    "speakers": (Appearance, "event"),
    "pictures": (KitPicture, "kit"),
}
"""What hangs on a record, and by which column."""


def toml_tables(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def load_records(calendar: Calendar) -> None:
    """Write every record that is not there yet."""
    for name, model in FILES:
        for key, values in toml_tables(FOLDER / "newsroom" / f"{name}.toml").items():
            if not model._base_manager.filter(key=key).exists():
                write_record(model, key, values, calendar)


def write_record(
    model: type[Record], key: str, values: dict[str, Any], calendar: Calendar
) -> Record:
    """Save a record, and what hangs on it."""
    record = model(key=key)
    rows, several = rows_of(model), {one.name for one in model._meta.many_to_many}
    for name, value in values.items():
        if name not in rows and name not in several:
            set_value(record, name, value, calendar)
    if isinstance(record, Image):
        picture = (FOLDER / "pictures" / f"{key}.jpg").read_bytes()
        record.file = ContentFile(picture, f"{key}.jpg")
    record.clean_fields(exclude=["slug", *slug_columns()])
    record.clean()
    record.save()
    for name in several.intersection(values):
        ties: Any = getattr(record, name)
        ties.set(ties.model._base_manager.filter(key__in=values[name]))
    for name, (row, column) in rows.items():
        for number, row_values in enumerate(values.get(name, [])):
            write_record(row, f"{key}-{name}-{number}", {column: key, **row_values}, calendar)
    return record


def rows_of(model: type[Record]) -> dict[str, tuple[type[Record], str]]:
    """The rows that hang on records of a model."""
    return {
        name: (row, column)
        for name, (row, column) in ROWS.items()
        if row._meta.get_field(column).related_model is model
    }


def slug_columns() -> Iterable[str]:
    return [language.field("slug") for language in Language.all()]


def set_value(record: Record, name: str, value: Any, calendar: Calendar) -> None:
    """Give a record a value of a file: text by language, a key, a day, an hour."""
    if isinstance(value, dict):
        for code, text in value.items():
            language = Language.find(code)
            if language is not None:
                put_in(record, language, name, text, calendar)
        return
    column: Any = record._meta.get_field(name)
    if isinstance(column, models.ForeignKey):
        value = column.related_model._base_manager.get(key=value)
    elif isinstance(column, models.DateTimeField):
        value = calendar.moment(value)
    elif isinstance(column, models.DateField) and not isinstance(value, date):
        value = calendar.day(value)
    elif isinstance(column, models.TimeField) and not isinstance(value, time):
        value = time.fromisoformat(value)
    setattr(record, name, value)


def put_in(record: Record, language: Language, name: str, text: str, calendar: Calendar) -> None:
    """Give a record what it says in a language, or when something is in it."""
    column = record._meta.get_field(language.field(name))
    is_moment = isinstance(column, models.DateTimeField)
    value = calendar.moment(text) if is_moment else calendar.written(text, language)
    setattr(record, column.name, value)
