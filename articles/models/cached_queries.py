"""Questions to the database that are put together once, and then only given their values.

Django and modeltranslation take several milliseconds to write the SQL of a page's query anew; the
database takes a fraction of one to answer it. ``@cached`` on a function that builds a queryset
keeps the SQL that came of it in the process::

    @cached
    def mentions_in(article: int) -> QuerySet[Mention]:
        return Mention.objects.filter(article=article).select_related("speaker")

    mentions_in(article.pk)  # the rows, as a list

What is given by its place is a value: the same question is asked about each. What is given by its
name makes another question: a language, a limit, a model. The language that is spoken always does.
So the function must read nothing else that changes: not the clock, no setting, no other rows. It is
run with stand-ins for the values, and refused where one of them does not arrive in the SQL as it
was given, or where a date does that nobody gave.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from copy import copy
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache, update_wrapper
from itertools import count
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import QuerySet
from django.db.models.query import ModelIterable

from articles.languages import Language

from .cached_rows import cached_rows
from .date_fields import FIRST_DAY, LAST_DAY

MOST_CACHED = 400
"""Questions; each takes up to 100 kB. Those that were asked long ago make room."""
DATE = re.compile(r"\d{4}-\d\d-\d\d")
PLACE = re.compile(r"(?<!%)%s")
"""Where a parameter belongs in SQL, as Django's connection to SQLite finds it."""
LASTING = {str(FIRST_DAY), str(LAST_DAY)}
"""The ends of the calendar, which may stand in a question."""

type Values = tuple[Any, ...]
type Kind = tuple[type, int | None]
"""Of a value, and how many there are of it in a list; ``None`` where it is no list."""


@dataclass(frozen=True)
class PreparedQuery:
    """A queryset whose SQL is known, and where in its parameters the values belong."""

    queryset: QuerySet[Any]
    compiler: Any
    sql: str
    parameters: Values
    places: dict[int, int]
    """The number of the value at the place of a parameter."""
    converters: dict[int, Any]
    number: int = field(default_factory=count().__next__)

    def answered(self, values: Values) -> list[Any]:
        """The rows that the queryset would give, had it been built with these values."""
        asked: Any = self.queryset
        database = asked.db
        connection = connections[database]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, self.with_values(values, connection))
            rows = cursor.fetchall()
        if asked._iterable_class is not ModelIterable or asked._fetch_mode.track_peers:
            return self.made(rows)
        return cached_rows.records((self.number, database), rows, self.made)

    def made(self, rows: list[Values]) -> list[Any]:
        """What the queryset makes of rows."""
        asked: Any = self.queryset.all()
        compiler = copy(self.compiler)
        compiler.connection = connections[asked.db]
        compiler.execute_sql = lambda *_args, **_named: [rows]
        compiler.get_converters = lambda _columns: self.converters
        asked.query.get_compiler = lambda *_args, **_named: compiler
        return list(asked._iterable_class(asked))

    def with_values(self, values: Values, connection: Any) -> Values:
        adapted = [as_parameter(one, connection) for one in one_by_one(values)]
        filled = [*self.parameters]
        for place, number in self.places.items():
            value = adapted[number]
            # PostgreSQL is told how large a whole number is by its class.
            kind = type(filled[place])
            filled[place] = kind(value) if isinstance(value, int) else value
        return tuple(filled)


class CachedQuery[Row]:
    """A function that builds a queryset, to be called for the rows."""

    def __init__(self, build: Callable[..., QuerySet[Any, Row]]) -> None:
        update_wrapper(self, build)
        self.build = build

    def __call__(self, *values: Any, **named: Any) -> list[Row]:
        values = tuple(padded(one) if isinstance(one, list) else one for one in values)
        kinds = tuple(kind_of(one) for one in values)
        question = put_together(self.build, Language.active(), kinds, tuple(named.items()))
        return question.answered(values) if question else []

    def first(self, *values: Any, **named: Any) -> Row | None:
        return next(iter(self(*values, **named)), None)


cached = CachedQuery


@lru_cache(MOST_CACHED)
def put_together(
    build: Callable[..., QuerySet[Any]],
    language: Language,
    kinds: tuple[Kind, ...],
    named: tuple[tuple[str, Any], ...],
) -> PreparedQuery | None:
    """Have a queryset built with stand-ins, and find them in its parameters.

    Returns:
        ``None`` where it can have no rows: an empty list was given.

    Raises:
        TypeError: a value is not asked as it was given, or the queryset has a date of its own.
    """
    given = stand_ins(kinds)
    queryset: Any = build(*given, **dict(named))
    if queryset._prefetch_related_lookups:
        raise TypeError(f"{build.__qualname__} has a prefetch, which would keep its stand-ins.")
    connection = connections[queryset.db]
    compiler = queryset.query.get_compiler(queryset.db)
    try:
        sql, parameters = compiler.as_sql()
    except EmptyResultSet:
        return None
    places = dict[int, int]()
    for number, value in enumerate(one_by_one(given)):
        if value is None:
            continue
        adapted = as_parameter(value, connection)
        found = [place for place, one in enumerate(parameters) if one == adapted]
        if not found:
            raise TypeError(f"{build.__qualname__} does not ask for its value {value} as given.")
        places |= dict.fromkeys(found, number)
    for place, one in enumerate(parameters):
        if place not in places and is_date(one):
            raise TypeError(f"{build.__qualname__} asks for a date that it is not given: {one}.")
    converters = compiler.get_converters([one[0] for one in compiler.select])
    if connection.vendor == "sqlite":
        sql, parameters, places = with_words_written(sql, parameters, places)
    return PreparedQuery(queryset, compiler, sql, tuple(parameters), places, converters)


def with_words_written(
    sql: str, parameters: Iterable[Any], places: dict[int, int]
) -> tuple[str, list[Any], dict[int, int]]:
    """SQL with the words in it that are always the same, and only the other parameters.

    SQLite plans a statement anew each time it is given a word that one of its indexes is only for
    (``WHERE status = 'published'``); of large ones, that took longer than the answer.
    """
    left, places_left, written = list[Any](), dict[int, int](), list[str]()
    pieces = PLACE.split(sql)
    for place, (parameter, piece) in enumerate(zip(parameters, pieces[1:], strict=True)):
        if place in places or not isinstance(parameter, str):
            if place in places:
                places_left[len(left)] = places[place]
            left.append(parameter)
            written += ["%s", piece]
        else:
            word = str(parameter).replace("'", "''").replace("%", "%%")
            written += [f"'{word}'", piece]
    return pieces[0] + "".join(written), left, places_left


def padded(values: list[Any]) -> list[Any]:
    """Some values, the last again until they are one, two, four, eight or so: few questions."""
    wanted = 1 << (len(values) - 1).bit_length() if values else 0
    return values + values[-1:] * (wanted - len(values))


def kind_of(value: Any) -> Kind:
    if isinstance(value, list):
        return type(value[0]) if value else type(None), len(value)
    return type(value), None


def one_by_one(values: Iterable[Any]) -> Iterator[Any]:
    """All values, those of lists among them."""
    for value in values:
        yield from value if isinstance(value, list) else [value]


def stand_ins(kinds: tuple[Kind, ...]) -> list[Any]:
    """Values of some kinds, each of which no question has by itself."""
    number, found = count(), list[Any]()
    for kind, length in kinds:
        if length is None:
            found.append(stand_in(kind, next(number)))
        else:
            found.append([stand_in(kind, next(number)) for _ in range(length)])
    return found


def stand_in(kind: type, number: int) -> Any:
    """A value of a kind that no question has by itself.

    Raises:
        TypeError: it is of no kind that is given by its place.
    """
    if kind is int:
        return 1_700_000_001 + number
    if kind is str:
        return f"value-{number}-of-a-cached-query"
    if kind is datetime:
        return datetime(2101, 2, 3, 4, 5, 6, number + 1, UTC)
    if kind is date:
        return date(2101, 2, 3) + timedelta(days=number)
    if kind is type(None):
        return None
    raise TypeError(f"A {kind.__name__} makes another question: it is given by its name.")


def as_parameter(value: Any, connection: Any) -> Any:
    """A value as the connection takes it."""
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    if isinstance(value, date):
        return connection.ops.adapt_datefield_value(value)
    return value


def is_date(parameter: Any) -> bool:
    is_one = isinstance(parameter, date) or (
        isinstance(parameter, str) and DATE.match(parameter) is not None
    )
    return is_one and str(parameter)[:10] not in LASTING


def belonging_to[Row](record: Any, rows: list[Row], name: str) -> list[Row]:
    """Rows with the record that all of them belong to, by the name of the relation."""
    for row in rows:
        setattr(row, name, record)
    return rows
