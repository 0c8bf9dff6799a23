"""Two who review one text: what each typed, told apart by what their pages were opened on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from articles.text.comparison.diffs import GONE, NEW, Span, words_changed

from ..editing.edit_conflicts import MINE, THEIRS
from .first_form import FormValues

BASE = "_opened"
"""The input that says what each field of a page held when it was opened."""
LONGEST_COMPARED = 20_000
"""Characters of a text whose words are compared one by one."""
type Marks = dict[str, str]


def mark(said: str) -> str:
    """A short word for what a field holds."""
    return hashlib.blake2b(said.strip().encode(), digest_size=6).hexdigest()


def marks_of(typed: Mapping[str, str]) -> Marks:
    return {name: mark(said) for name, said in typed.items()}


def base_sent(said: str) -> Marks | None:
    """What a page says that it was opened on; nothing where it does not say so."""
    try:
        found = json.loads(said)
    except ValueError:
        return None
    if not isinstance(found, dict) or not all(isinstance(one, str) for one in found.values()):
        return None
    return found


@dataclass(frozen=True)
class TypedConflict:
    """A field into which two typed different words."""

    name: str
    theirs: str
    mine: str
    label: str = ""
    theirs_shown: str = ""
    mine_shown: str = ""
    """A choice by its words."""

    @property
    def mark(self) -> str:
        return mark(self.theirs)

    @property
    def spans(self) -> list[Span]:
        """From their words to those typed."""
        theirs, mine = self.theirs_shown or self.theirs, self.mine_shown or self.mine
        if max(len(theirs), len(mine)) > LONGEST_COMPARED:
            return [Span(GONE, theirs), Span(NEW, mine)]
        return words_changed(theirs, mine)

    @property
    def lines(self) -> list[list[Span]]:
        """The same, line by line."""
        found: list[list[Span]] = [[]]
        for span in self.spans:
            first, *others = span.text.split("\n")
            found[-1].append(Span(span.kind, first))
            found += [[Span(span.kind, one)] for one in others]
        return [spans for spans in found if any(one.text.strip() for one in spans)]


@dataclass
class TypedMerge:
    """What was sent, merged into what is kept; where both changed a field, a person chooses."""

    kept: FormValues
    sent: FormValues
    base: Marks
    choices: Mapping[str, str] = field(default_factory=dict)
    """``_keep-FIELD`` and ``_shown-FIELD``, as sent."""

    def __post_init__(self) -> None:
        self.typed: FormValues = dict(self.kept)
        self.conflicts: list[TypedConflict] = []
        for name in dict.fromkeys([*self.kept, *self.sent, *self.base]):
            self.merge(name)

    def merge(self, name: str) -> None:
        if name not in self.sent and name not in self.base:
            # A row that the other has added: it was not on this page.
            return
        theirs, mine = self.kept.get(name, ""), self.sent.get(name, "")
        if mark(theirs) == mark(mine) or mark(mine) == self.base.get(name, mark("")):
            return
        if mark(theirs) == self.base.get(name, mark("")) or self.choice(name, theirs) == MINE:
            self.typed[name] = mine
        elif self.choice(name, theirs) != THEIRS:
            self.conflicts.append(TypedConflict(name, theirs, mine))

    def choice(self, name: str, theirs: str) -> str:
        """Whose it shall be: said of what was shown, and not of what came after."""
        was_shown = self.choices.get(f"_shown-{name}") == mark(theirs)
        return self.choices.get(f"_keep-{name}", "") if was_shown else ""

    @property
    def base_now(self) -> Marks:
        """What the page is opened on from now on: what it holds and is kept; else as before."""
        names = dict.fromkeys([*self.base, *self.sent])
        return {
            name: mark(self.sent.get(name, ""))
            if mark(self.typed.get(name, "")) == mark(self.sent.get(name, ""))
            else self.base.get(name, mark(""))
            for name in names
        }

    @property
    def shown(self) -> FormValues:
        """The form as it is shown again: merged, with the words of its own where two differ."""
        return self.typed | {one.name: one.mine for one in self.conflicts}

    @property
    def base_shown(self) -> Marks:
        """What a page that shows the merged form was opened on."""
        conflicting = {one.name: self.base.get(one.name, mark("")) for one in self.conflicts}
        return marks_of(self.typed) | conflicting
