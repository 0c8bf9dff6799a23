"""What a form of the translation desk says: of each row either side, and what was chosen."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import SuspiciousOperation

from articles.desk.translation import paragraphs as desk
from articles.desk.translation.paragraphs import RowConflict, ShownRow
from articles.text.characters import clean_lines

from .paragraphs import TranslationCell

MOST_ROWS = 5000
SIDES = {"target": "", "source": "source-"}
"""The sides of a row, and how the names of what is asked of them begin."""


@dataclass
class SentTranslation:
    """What a form of the page says."""

    base: list[ShownRow]
    targets: dict[int, str]
    sources: dict[int, str]
    undecided: dict[str, set[int]]
    """For each side the rows whose conflict was shown and left open."""

    @classmethod
    def of(cls, post: Mapping[str, str]) -> SentTranslation:
        """Read a POST; of a row that was in conflict, what the person chose.

        Raises:
            SuspiciousOperation: it is none of ours.
        """
        try:
            rows = json.loads(post.get("_base", "[]"))
            base = [ShownRow(*(clean_lines(str(one)) for one in row)) for row in rows]
        except (TypeError, ValueError, RecursionError):
            raise SuspiciousOperation from None
        if len(base) > MOST_ROWS:
            raise SuspiciousOperation
        sides: dict[str, dict[int, str]] = {}
        undecided: dict[str, set[int]] = {}
        for side, sign in SIDES.items():
            numbers = [n for n in range(len(base)) if f"{side}-{n}" in post]
            sides[side] = {
                n: post[f"{side}-{n}"] for n in numbers if post.get(f"keep-{sign}{n}") != "theirs"
            }
            undecided[side] = {
                n for n in numbers if f"asked-{sign}{n}" in post and not post.get(f"keep-{sign}{n}")
            }
        return cls(base, sides["target"], sides["source"], undecided)

    def decided(self, side: str) -> dict[int, str]:
        """What was typed on a side, without what nobody has decided about."""
        typed = self.targets if side == "target" else self.sources
        return {n: one for n, one in typed.items() if n not in self.undecided[side]}

    def open_conflicts(self, side: str) -> list[RowConflict]:
        typed = self.targets if side == "target" else self.sources
        return [
            RowConflict(n, self.base[n].field, desk.cleaned(self.base[n].field, typed[n]), "")
            for n in self.undecided[side]
        ]

    def as_seen(self, number: int) -> ShownRow:
        """A row as the person has it before them, with what was typed on either side."""
        row = self.base[number]
        source, target = self.sources.get(number), self.targets.get(number)
        return ShownRow(
            row.field,
            row.source if source is None else desk.cleaned(row.field, source),
            row.target if target is None else desk.cleaned(row.field, target),
        )


def put_back(
    sent: SentTranslation, cells: list[TranslationCell], placed: Mapping[int, int]
) -> list[str]:
    """Put what was refused as a whole back into its rows; returns what has no row any more.

    Args:
        sent: what was refused.
        cells: the rows as the page will show them.
        placed: where each row that was sent stands by now.
    """
    adrift = []
    for number, before in enumerate(sent.base):
        seen = sent.as_seen(number)
        for side, keep in (
            ("source", TranslationCell.keep_typed_source),
            ("target", TranslationCell.keep_typed),
        ):
            was, is_now = getattr(before, side), getattr(seen, side)
            if desk.tidy(before.field, was) == is_now:
                continue
            text = desk.value_of(before.field, is_now)
            if number in placed:
                cell = cells[placed[number]]
                there = getattr(desk.shown_row(cell.row), side)
                theirs = desk.tidy(before.field, there) != desk.tidy(before.field, was)
                keep(cell, text, is_conflict=theirs)
            else:
                adrift.append(text)
    return adrift
