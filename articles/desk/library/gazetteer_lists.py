"""Lists of names that are pasted into the gazetteer: read line by line, looked at, then added."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy

from articles.languages import Language
from articles.models import GazetteerEntry
from articles.models.gazetteer import MOST_LETTERS, key_of, names_of
from articles.text.scripts import letters_in_script

MOST_LINES = 2_000
BETWEEN = re.compile(r"\s*(?:\t|;|؛|\|)\s*")
"""What stands between the names of one line: as a spreadsheet copies them, or a sign."""
NOTHING = gettext_lazy("Nothing was recognised: a line is a name, or names with “;” between them.")
KNOWN = gettext_lazy("In the gazetteer already: left out.")
TWICE = gettext_lazy("Twice in the list: left out.")


@dataclass
class PastedName:
    """One line, as it was understood."""

    line: int
    text: str
    names: dict[str, str] = field(default_factory=dict)
    """By column: ``name_fr``, ``name_ar``, ``acronym``, ``note``."""
    refusal: str = ""

    @property
    def cells(self) -> list[str]:
        """What the page shows of it: each language's name, the acronym, the note."""
        columns = [*(one.field("name") for one in Language.all()), "acronym", "note"]
        return [self.names.get(column, "") for column in columns]


@dataclass
class PastedList:
    """What somebody pasted, of one kind of names."""

    kind: str
    text: str

    @cached_property
    def rows(self) -> list[PastedName]:
        lines = [line.strip() for line in self.text.splitlines()][:MOST_LINES]
        rows = [understood(number, line) for number, line in enumerate(lines, 1) if line]
        return list(told_apart(rows, self.kind))

    @property
    def is_cut(self) -> bool:
        return len(self.text.splitlines()) > MOST_LINES

    @property
    def new(self) -> list[PastedName]:
        return [row for row in self.rows if not row.refusal]

    def add(self) -> int:
        """Write the lines that are new; how many they are."""
        for row in self.new:
            GazetteerEntry(kind=self.kind, **row.names).save()
        return len(self.new)


def understood(number: int, line: str) -> PastedName:
    """A line by its parts: each name by its letters, capitals alone as an acronym, then a note."""
    row = PastedName(number, line)
    for part in BETWEEN.split(line):
        said = part.strip(" •*–-\u200e\u200f")
        column = column_of(said)
        if said and column in row.names:
            row.names["note"] = " ".join([*filter(None, [row.names.get("note")]), said])
        elif said and column:
            row.names[column] = said
    row.refusal = faults(row)
    return row


def column_of(said: str) -> str:
    if said.isupper() and len(said) <= MOST_LETTERS and " " not in said:
        return "acronym"
    for language in Language.all():
        in_script, letters = letters_in_script(said, language.script)
        if letters and in_script * 2 > letters:
            return language.field("name")
    return ""


def faults(row: PastedName) -> str:
    if not any(column.startswith("name_") for column in row.names):
        return str(NOTHING)
    try:
        GazetteerEntry(**row.names).clean_fields(exclude=["key", "name"])
    except ValidationError as refusal:
        return " ".join(refusal.messages)
    return ""


def told_apart(rows: Iterable[PastedName], kind: str) -> Iterator[PastedName]:
    """The rows; of those that say what the gazetteer or an earlier line has, that they do."""
    known = names_of(GazetteerEntry.objects.filter(kind=kind))
    seen: set[str] = set()
    for row in rows:
        keys = {key_of(name) for column, name in row.names.items() if column != "note"}
        if not row.refusal and keys & known:
            row.refusal = str(KNOWN)
        elif not row.refusal and keys & seen:
            row.refusal = str(TWICE)
        elif not row.refusal:
            seen |= keys
        yield row
