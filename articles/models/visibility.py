"""What readers know of, asked of the database in a condition that is put together once.

Most pages ask it, several times each. Django took up to twenty milliseconds to write the condition
anew, the database one to answer it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any, NamedTuple

from django.apps import apps
from django.db import connection
from django.db.models import BooleanField, F, Func, Q

from articles.languages import Language

from .replica import connection_to_read

SOME_DAY = datetime(2001, 2, 3, 4, 5, 6, 7, UTC)
ANOTHER = datetime(2002, 3, 4, 5, 6, 7, 8, UTC)
MOST_VALUES = 300
"""Values that one question names, for the sake of what a database takes."""


class KnownToReaders(Func):
    """Whether readers of a language know of a row at a moment, as ``public_when`` has it."""

    output_field = BooleanField()
    conditional = True

    def __init__(self, model: type[Any], language: Language, at: datetime, row: Any = None) -> None:
        super().__init__(row or F("pk"))
        self.model, self.language, self.at = model, language, at

    @property
    def identity(self) -> tuple[Any, ...]:
        return (*super().identity, self.model, self.language.code, self.at)

    def as_sql(  # type: ignore[override]
        self, compiler: Any, connection: Any, **extra: Any
    ) -> tuple[str, Sequence[Any]]:
        key, key_values = compiler.compile(self.get_source_expressions()[0])
        sql, values = condition_at(self.model, self.language, self.at)
        rows, name = table(self.model)
        found = f"SELECT 1 FROM {rows} WHERE {name}.id = {key} AND {sql}"  # noqa: S608 - all ours
        return f"EXISTS({found})", [*key_values, *values]


class VisibilityQuery(NamedTuple):
    """Which rows with some values in a column readers of a language know of at a moment."""

    model: type[Any]
    values: Sequence[int]
    language: Language
    at: datetime
    column: str = "id"


def answer_together(questions: Sequence[VisibilityQuery]) -> set[tuple[int, int]]:
    """The answers to some questions, in one query: the number of each, and a key."""
    parts, values = [], list[Any]()
    for n, one in enumerate(questions):
        asked = list(dict.fromkeys(one.values))[:MOST_VALUES]
        if not asked:
            continue
        sql, of_condition = condition_at(one.model, one.language, one.at)
        (rows, name), marks = table(one.model), ", ".join(["%s"] * len(asked))
        where = f"{name}.{one.column} IN ({marks}) AND {sql}"
        parts.append(f"SELECT {n}, {name}.id FROM {rows} WHERE {where}")  # noqa: S608 - all ours
        values += [*asked, *of_condition]
    if not parts:
        return set()
    with connection_to_read().cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), values)
        return set(cursor.fetchall())


def known_among(
    wanted: Mapping[type[Any], Sequence[int]], language: Language, at: datetime
) -> set[tuple[type[Any], int]]:
    """Which of some records, by model and key, readers of a language know of at a moment."""
    questions = [VisibilityQuery(model, keys, language, at) for model, keys in wanted.items()]
    return {(questions[n].model, pk) for n, pk in answer_together(questions)}


def table(model: type[Any]) -> tuple[str, str]:
    """The table, under a name that no query gives, and that name."""
    name = f'"{alias(model)}"'
    return f"{connection.ops.quote_name(model._meta.db_table)} {name}", name


def alias(model: type[Any]) -> str:
    return f"known_{model._meta.model_name}"


def condition_at(model: type[Any], language: Language, at: datetime) -> tuple[str, list[Any]]:
    """The condition on a row of ``table``, with its values."""
    sql, values, moments = condition(model._meta.label, language.code)
    moment = connection.ops.adapt_datetimefield_value(at)
    return sql, [moment if n in moments else value for n, value in enumerate(values)]


@cache
def condition(label: str, code: str) -> tuple[str, tuple[Any, ...], frozenset[int]]:
    """The condition, with its values, and the places of the moment among those."""
    model, language = apps.get_model(label), Language(code)
    sql, values = condition_sql(model, language, SOME_DAY)
    same, others = condition_sql(model, language, ANOTHER)
    moments = {n for n, pair in enumerate(zip(values, others, strict=True)) if pair[0] != pair[1]}
    some_day = connection.ops.adapt_datetimefield_value(SOME_DAY)
    if sql != same or any(values[n] != some_day for n in moments):
        raise TypeError(f"public_when of {label} makes another moment of the one it is given.")
    return sql, tuple(values), frozenset(moments)


def condition_sql(model: type[Any], language: Language, at: datetime) -> tuple[str, Sequence[Any]]:
    known = model.public_when(language, at)
    slug = language.field("slug")
    if any(column.name == slug for column in model._meta.concrete_fields):
        known &= Q(**{f"{slug}__gt": ""})
    query = model._base_manager.filter(known).query
    query.change_aliases({model._meta.db_table: alias(model)})
    return query.get_compiler(connection=connection).compile(query.where)
