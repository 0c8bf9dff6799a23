"""Names in the order of their alphabet, asked of the database: « Économie » under E, not after Z.

The order is that of ``text.analysis.collation``, which readers' lists have. SQLite is given that
function; PostgreSQL says the same in SQL, as no collation of ICU is sure to be there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.db.models import F, Func, OrderBy
from django.db.models.functions import Coalesce
from django.db.models.lookups import IsNull

from articles.languages import Language
from articles.text.analysis.collation import sort_key

from .text_fields import OneLineField

ON_SQLITE = "in_alphabet"
MARKS = r"[\u0300-\u036F\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED]"
SIGNS = r"[][\s!-/:-@\\^-`{-~«»“”„‘’‚‐-―…·،؛؟٪]+"
ARTICLE = r"^[\s«“]*ال(?=[^\s][^\s])"
PLAIN = ("ةىøłđـ", "تيold")
"""Letters, and what each is listed as; the last is listed as nothing."""


class TextOrNull(Func):
    """A text, where there is one: none is nothing, however it is kept."""

    arity = 1
    template = "NULLIF(%(expressions)s, '')"
    output_field = models.TextField()


class Alphabetical(Func):
    """Where a name stands in an alphabetical list; nothing, for none."""

    arity = 1
    output_field = models.TextField()

    def as_sqlite(self, compiler: Any, connection: Any, **more: Any) -> Any:
        template = f"{ON_SQLITE}(%(expressions)s)"
        return self.as_sql(compiler, connection, template=template, **more)

    def as_postgresql(self, compiler: Any, connection: Any, **more: Any) -> Any:
        bare = f"regexp_replace(%(expressions)s, '{ARTICLE}', '')"
        plain = f"lower(regexp_replace(normalize({bare}, NFKD), '{MARKS}', '', 'g'))"
        for two, ligature in (("oe", "œ"), ("ae", "æ"), ("ss", "ß")):
            plain = f"replace({plain}, '{ligature}', '{two}')"
        listed = f"translate({plain}, '{PLAIN[0]}', '{PLAIN[1]}')"
        template = f"trim(regexp_replace({listed}, '{SIGNS}', ' ', 'g')) COLLATE \"C\""
        return self.as_sql(compiler, connection, template=template, **more)


def connect() -> None:
    """Teach every connection to SQLite the order."""
    connection_created.connect(teach, dispatch_uid="alphabet")


def teach(connection: BaseDatabaseWrapper, **_sent: Any) -> None:
    if connection.vendor == "sqlite":
        connection.connection.create_function(ON_SQLITE, 1, listed_under, deterministic=True)


def listed_under(name: str | None) -> str | None:
    return None if name is None else sort_key(name)[0]


def in_alphabet(model: type[models.Model], order: Iterable[Any] | None) -> list[Any]:
    """An order in which what is a name comes as its alphabet has it.

    Of a name that each language has, the one of the active language counts; whatever has none in
    it follows by the name that is shown instead.

    Args:
        model: whose rows are put in order.
        order: names of columns, as ``order_by`` takes them, and expressions.
    """
    return [said for one in order or () for said in ordered(model, one)]


def ordered(model: type[models.Model], column: Any) -> Iterator[Any]:
    columns = names_of(model, column.removeprefix("-")) if isinstance(column, str) else []
    if not columns:
        yield column
        return
    yield IsNull(TextOrNull(F(columns[0])), True)
    said = [TextOrNull(F(name)) for name in columns]
    shown = Coalesce(*said) if len(said) > 1 else said[0]
    for order in (Alphabetical(shown), F(columns[0])):
        # The second parts what differs by an accent.
        yield OrderBy(order, descending=column.startswith("-"), nulls_last=True)


def names_of(model: type[models.Model], path: str) -> list[str]:
    """The columns of a name, in the order in which they are asked for; none, of what is no name."""
    first, _, rest = path.partition("__")
    known = {field.name: field for field in model._meta.get_fields()}
    field: Any = known.get(first)
    if field is None:
        return []
    if isinstance(field, models.ForeignKey):
        related: Any = field.related_model
        further = rest or next((f"{one}" for one in related._meta.ordering), "")
        return [f"{first}__{one}" for one in names_of(related, further)]
    translated = [one.field(first) for one in Language.active().then_others]
    if not isinstance(field, OneLineField) or field.choices or rest:
        return []
    return translated if set(translated) <= known.keys() else [first]
