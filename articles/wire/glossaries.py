"""The glossary's terms as a table: CSV, as spreadsheets and translators' tools have it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from articles.languages import Language
from articles.models import Term

from .files import language_of

MEDIA_TYPE = "text/csv; charset=utf-8"
BETWEEN = " | "
"""What parts the forms of one cell."""
SUFFIXES = (":aliases", ":forbidden")
FIELDS = ("name", "aliases", "forbidden")
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would reckon with rather than show."""


@dataclass
class GlossaryRow:
    """One line of a table: a term, as it is to be."""

    line: int
    key: str
    values: dict[str, str] = field(default_factory=dict)
    """By column of the table of terms: ``name_fr``, ``aliases_ar``, ``note``."""


def header() -> list[str]:
    """``key``, then ``fr``, ``fr:aliases``, ``fr:forbidden`` and so on, then ``note``."""
    each = [f"{one.code}{suffix}" for one in Language.all() for suffix in ("", *SUFFIXES)]
    return ["key", *each, "note"]


def glossary_table(terms: Iterable[Term]) -> Iterator[str]:
    """The table, line by line; it begins with the mark by which spreadsheets know UTF-8."""
    yield f"\ufeff{line(header())}"
    for term in terms:
        forms = [
            BETWEEN.join(term.said(name, language).splitlines())
            for language in Language.all()
            for name in FIELDS
        ]
        yield line([term.key, *forms, " ".join(term.note.split())])


def line(cells: list[str]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow([f"'{one}" if one.startswith(FORMULA) else one for one in cells])
    return out.getvalue()


def read(data: bytes) -> list[GlossaryRow]:
    """The rows of a table; columns that are none of ours are passed over.

    Raises:
        ValidationError: it is no such table.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValidationError(
            _("The file is not in UTF-8: save the table as “CSV UTF-8”.")
        ) from error
    try:
        return list(rows(text))
    except csv.Error as error:
        raise ValidationError(_("The file is no table (CSV).")) from error


def rows(text: str) -> Iterator[GlossaryRow]:
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    columns = [column_of(cell) for cell in next(reader, [])]
    if not any(column and column.startswith("name_") for column in columns):
        raise ValidationError(
            _("The first line of the table names its columns: %(columns)s. This one does not."),
            params={"columns": ", ".join(header())},
        )
    for cells in reader:
        row = GlossaryRow(reader.line_num, "")
        for column, cell in zip(columns, cells, strict=False):
            said = cell.strip()
            said = said[1:] if said.startswith("'") and said[1:].startswith(FORMULA) else said
            if column == "key":
                row.key = said
            elif column:
                row.values[column] = said if column.startswith(("name_", "note")) else forms(said)
        if any(row.values.values()):
            yield row


def forms(cell: str) -> str:
    return "\n".join(form.strip() for form in cell.split("|") if form.strip())


def column_of(cell: str) -> str | None:
    """The column that a heading names: ``fr-FR:aliases`` is ``aliases_fr``."""
    heading = cell.strip().lower()
    if heading in {"key", "note"}:
        return heading
    code, _, what = heading.partition(":")
    language = language_of(code)
    name = what or "name"
    return language.field(name) if language and name in FIELDS else None
