"""Lists of names that are pasted into the gazetteer: read line by line, looked at, then added."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy

from articles.languages import Language
from articles.models import GazetteerEntry
from articles.models.gazetteer import MOST_LETTERS, key_of, names_of
from articles.text.scripts import letters_in_script

from .gazetteer_kinds import guess, known_records

MOST_LINES = 2_000
BETWEEN = re.compile(r"\s*(?:\t|;|؛|\|)\s*")
"""What stands between the names of one line: as a spreadsheet copies them, or a sign."""
IN_BRACKETS = re.compile(rf"\s*\((?P<acronym>[A-ZÀ-Þ][A-ZÀ-Þ0-9&.-]{{1,{MOST_LETTERS - 1}}})\)")
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
    kind: str = ""
    notice: str = ""
    """What somebody should know before it is added."""
    is_taken: bool = True
    """Whether it is added, where nothing refuses it."""

    @property
    def cells(self) -> list[str]:
        """What the page shows of it: each language's name, the acronym, the note."""
        names = [one.field("name") for one in Language.active().then_others]
        columns = [*names, "acronym", "note"]
        return [self.names.get(column, "") for column in columns]


@dataclass
class PastedList:
    """What somebody pasted: of one kind of names, or each of its own."""

    kind: str
    """Of all lines; empty: as each seems to be."""
    text: str
    kinds: Mapping[int, str] = field(default_factory=dict)
    """What somebody said of a line, by its number."""
    taken: Collection[int] | None = None
    """The lines that are to be added; ``None``: nobody has said."""

    @cached_property
    def rows(self) -> list[PastedName]:
        lines = [line.strip() for line in self.text.splitlines()][:MOST_LINES]
        rows = [understood(number, line) for number, line in enumerate(lines, 1) if line]
        records = known_records() if rows else {}
        for row in rows:
            found = guess(row.names, records)
            row.notice, row.is_taken = found.notice, found.is_wanted
            row.kind = self.kinds.get(row.line) or self.kind or found.kind
            if self.taken is not None:
                row.is_taken = row.line in self.taken
            if row.kind not in GazetteerEntry.Kind.values:
                # A person: of no kind that the gazetteer has, unless somebody says of which.
                row.kind, row.is_taken = "", False
        return list(told_apart(rows))

    @property
    def is_cut(self) -> bool:
        return len(self.text.splitlines()) > MOST_LINES

    @property
    def new(self) -> list[PastedName]:
        """Those that can be added."""
        return [row for row in self.rows if not row.refusal]

    @property
    def unknown(self) -> list[PastedName]:
        """Those of which nothing is there as yet."""
        return [row for row in self.new if not row.notice]

    @property
    def remarked(self) -> list[PastedName]:
        """Those of which something is to be known before they are added."""
        return [row for row in self.new if row.notice]

    @property
    def wanted(self) -> list[PastedName]:
        return [row for row in self.new if row.is_taken]

    @property
    def seen(self) -> str:
        """By which a page that was sent knows the text that it was made of."""
        return sha256(self.text.encode()).hexdigest()[:16]

    def add(self) -> int:
        """Write the lines that are wanted; how many they are."""
        for row in self.wanted:
            GazetteerEntry(kind=row.kind, **row.names).save()
        return len(self.wanted)


def understood(number: int, line: str) -> PastedName:
    """A line by its parts: each name by its letters, capitals alone as an acronym, then a note."""
    row = PastedName(number, line)
    for part in (one for cell in BETWEEN.split(line) for one in without_acronym(cell)):
        said = part.strip(" •*–-\u200e\u200f")
        column = column_of(said)
        if said and column in row.names:
            row.names["note"] = " ".join([*filter(None, [row.names.get("note")]), said])
        elif said and column:
            row.names[column] = said
    row.refusal = faults(row)
    return row


def without_acronym(cell: str) -> list[str]:
    """« Office national de l’assainissement (ONAS) »: the name, and what stands for it."""
    found = IN_BRACKETS.search(cell)
    return [cell[: found.start()] + cell[found.end() :], found["acronym"]] if found else [cell]


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


def told_apart(rows: Iterable[PastedName]) -> Iterator[PastedName]:
    """The rows; of those that say what the gazetteer or an earlier line has, that they do."""
    known: dict[str, set[str]] = {}
    seen: dict[str, set[str]] = {}
    for row in rows:
        if row.kind not in known:
            known[row.kind] = names_of(GazetteerEntry.objects.filter(kind=row.kind))
        keys = {key_of(name) for column, name in row.names.items() if column != "note"}
        if not row.refusal and keys & known[row.kind]:
            row.refusal = str(KNOWN)
        elif not row.refusal and keys & seen.get(row.kind, set()):
            row.refusal = str(TWICE)
        elif not row.refusal:
            seen.setdefault(row.kind, set()).update(keys)
        yield row
