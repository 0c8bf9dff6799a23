"""A language taken out of the settings while the newsroom holds texts in it: refused, kept.

The next migration would drop its columns. So `migrate` and `prepare` stop before, with a
sentence; a running site goes on in the languages that are left, and touches nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from django.conf import settings
from django.core import checks
from django.db import connections, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.translation import gettext as _
from modeltranslation.translator import translator

from articles.models import Record

CHECK_ID = "articles.E001"


def connect() -> None:
    """Have `migrate` and `check --database` ask."""
    checks.register(check_languages, checks.Tags.database)


def check_languages(
    app_configs: Any = None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[checks.CheckMessage]:
    """An error for each language that has texts and is not in the settings."""
    return [
        checks.Error(sentence, id=CHECK_ID)
        for alias in databases or ()
        for sentence in texts_without_language(connections[alias])
    ]


def texts_without_language(connection: BaseDatabaseWrapper) -> list[str]:
    """A sentence for each such language."""
    found: Counter[str] = Counter()
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        for model, field in models_with_names():
            table = model._meta.db_table
            if table not in tables:
                continue
            described = connection.introspection.get_table_description(cursor, table)
            for column, code in given_up(model, field, [one.name for one in described]):
                name = connection.ops.quote_name
                cursor.execute(
                    f"SELECT count(*) FROM {name(table)} WHERE {name(column)} > ''"  # noqa: S608
                )
                found[code] += cursor.fetchone()[0]
    return [refusal(code, number) for code, number in found.items() if number]


def models_with_names() -> Iterator[tuple[type[models.Model], str]]:
    """The models that are called something in each language, and the field that says it."""
    for model in translator.get_registered_models(abstract=False):
        if issubclass(model, Record) and model.title_field:
            yield model, model.title_field


def given_up(
    model: type[models.Model], field: str, columns: list[str]
) -> Iterator[tuple[str, str]]:
    """The columns of a field in languages that are not configured, with their codes."""
    known = {one.column for one in model._meta.local_fields}
    for column in columns:
        if column.startswith(f"{field}_") and column not in known:
            yield column, column.removeprefix(f"{field}_").replace("_", "-")


def refusal(code: str, number: int) -> str:
    return _(
        "The newsroom holds %(number)d titles in the language “%(code)s”, which is not in "
        "LANGUAGES (%(languages)s) any more. Put it back; nothing has been changed. To give up "
        "these texts for good, see docs/languages.md."
    ) % {"number": number, "code": code, "languages": ", ".join(dict(settings.LANGUAGES))}
