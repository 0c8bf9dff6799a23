"""Taking terms in from a table: new ones are added, known ones completed, nothing is guessed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from django.core.exceptions import ValidationError

from articles.languages import Language
from articles.models import Term


class TermRow(Protocol):
    """A line of a table (``wire/glossaries.py``)."""

    line: int
    key: str
    values: dict[str, str]


@dataclass
class TermImportResult:
    """What became of a table."""

    added: int = 0
    changed: int = 0
    known: int = 0
    refused: list[tuple[int, str]] = field(default_factory=list)
    """Lines that are no term, and why."""


def take_in(rows: Iterable[TermRow]) -> TermImportResult:
    """Write each row: to the term of its key, or of its names; else as a new one.

    An empty cell changes nothing, so that a table of two columns takes nothing away.
    """
    taken = TermImportResult()
    for row in rows:
        term = known_term(row) or Term()
        values = {name: value for name, value in row.values.items() if value}
        changed = {name for name, value in values.items() if (getattr(term, name) or "") != value}
        if not changed:
            taken.known += 1
            continue
        for name in changed:
            setattr(term, name, values[name])
        is_new = term.pk is None
        try:
            term.full_clean(exclude=["key"])
        except ValidationError as refusal:
            taken.refused.append((row.line, " ".join(refusal.messages)))
            continue
        term.save()
        taken.added += is_new
        taken.changed += not is_new
    return taken


def known_term(row: TermRow) -> Term | None:
    """The term a row is about: of its key, or the one called so in every language it gives."""
    if row.key and (term := Term.objects.filter(key=row.key).first()):
        return term
    columns = [language.field("name") for language in Language.all()]
    names = {column: row.values[column] for column in columns if row.values.get(column)}
    return Term.objects.filter(**names).first() if names else None
