"""Records that are made once of the same row, and then only copied.

To make a record of a row takes Django and modeltranslation several times as long as to copy one: a
front page has 260 records, most of them as they were. So what was made of a row is kept in
the process under the row itself, every column of it, as the database has just said it. Nothing has
to be thrown away: a row that was changed in any way, by whomever, is another key. Nobody is given
what is kept, but a twin of it, with twins of the records that were fetched with it: what a page
then does to its records is done to them alone.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django.db.models import Model
from django.db.models.base import ModelState
from django.db.models.fields.files import FieldFile

MOST = 1_500
"""Rows, each with what was made of it; 100 columns take some 10 kB. When there are more, all go."""
MOST_LETTERS = 4_000_000
"""Of all of them together."""
PLAIN = {str, int, bool, float, type(None), Decimal, date, datetime, time}
"""What nobody can change."""

type Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class RecordPart:
    """One record: its columns, and where those fetched with it stand among the parts."""

    model: type[Model]
    values: dict[str, Any]
    changeable: tuple[str, ...]
    state: dict[str, Any]
    fetched: dict[str, int | None]


def parts_of(record: Model) -> list[RecordPart]:
    """A record that was just made of a row, and those that were fetched with it."""
    records = [record]
    places = {id(record): 0}
    parts = list[RecordPart]()
    for one in records:
        fetched = dict[str, int | None]()
        for name, other in one._state.fields_cache.items():
            if other is not None and id(other) not in places:
                places[id(other)] = len(records)
                records.append(other)
            fetched[name] = None if other is None else places[id(other)]
        values = {name: as_read(value) for name, value in vars(one).items() if name != "_state"}
        changeable = tuple(name for name, value in values.items() if type(value) not in PLAIN)
        state = {name: known for name, known in vars(one._state).items() if name != "fields_cache"}
        parts.append(RecordPart(type(one), values, changeable, state, fetched))
    return parts


def as_read(value: Any) -> Any:
    """A value of a column; a file belongs to its record, and is known by its name."""
    if isinstance(value, FieldFile):
        return value.name
    return value if type(value) in PLAIN else deepcopy(value)


def twin_of(parts: list[RecordPart]) -> Any:
    """A record like the one that the parts were taken from, which shares nothing with it."""
    twins = [part.model.__new__(part.model) for part in parts]
    for twin, part in zip(twins, parts, strict=True):
        state = ModelState()
        vars(state).update(part.state)
        state.fields_cache = {
            name: None if place is None else twins[place] for name, place in part.fetched.items()
        }
        vars(twin).update(part.values, _state=state)
        for name in part.changeable:
            vars(twin)[name] = deepcopy(part.values[name])
    return twins[0]


class CachedRows:
    """What was made of rows, by the question and the row."""

    def __init__(self) -> None:
        self.made = dict[Hashable, list[RecordPart]]()
        self.letters = 0

    def records(
        self, question: Hashable, rows: list[Row], make: Callable[[list[Row]], list[Any]]
    ) -> list[Any]:
        """The records of some rows.

        Args:
            question: tells it from others whose rows have the same columns.
            rows: as the database said them.
            make: makes records of rows.
        """
        known = [self.made.get((question, row)) for row in rows]
        new = [row for row, parts in zip(rows, known, strict=True) if parts is None]
        records = iter(make(new) if new else [])
        found = list[Any]()
        for row, parts in zip(rows, known, strict=True):
            if parts is None:
                record = next(records)
                self.keep((question, row), record)
                found.append(record)
            else:
                found.append(twin_of(parts))
        return found

    def keep(self, key: tuple[Hashable, Row], record: Model) -> None:
        letters = sum(len(one) for one in key[1] if isinstance(one, str))
        if len(self.made) >= MOST or self.letters + letters > MOST_LETTERS:
            self.forget()
        if letters <= MOST_LETTERS:
            self.made[key] = parts_of(record)
            self.letters += letters

    def forget(self) -> None:
        self.made.clear()
        self.letters = 0


cached_rows = CachedRows()
