"""Columns of words and figures in a plain text: no sentences, and kept apart as a table."""

from __future__ import annotations

import re

from .parts import PartKind, UnwrappedText

GAP = re.compile(r" {3,}|\t+")
FIGURE = re.compile(r"^[+\-–]?[\d٠-٩][\d٠-٩.,\s%٪€$/:-]*(?:\s?[^\W\d]{1,4})?$")
RULE = re.compile(r"^[\s|+\-–—=_:]+$")
FEWEST_ROWS = 3
MOST_ABOVE = 3
"""Rows above a table that are none of its own, at most."""
LONGEST_CELL = 60


def take_tables(layout: UnwrappedText) -> None:
    """Take off rows that stand one below the other, with figures in most of them."""
    lines = layout.lines
    at = 0
    kept: list[str] = []
    while at < len(lines):
        end = end_of_rows(lines, at)
        starts = range(at, min(end, at + MOST_ABOVE))
        begin = next((one for one in starts if is_table(rows_in(lines[one:end]))), None)
        if begin is None:
            # No table begins among them, either: they are read once.
            kept += lines[at : max(end, at + 1)]
        else:
            rows = ["   ".join(cells(line)) for line in rows_in(lines[begin:end])]
            layout.take(PartKind.TABLE, rows)
            kept += [*lines[at:begin], ""]
        at = max(end, at + 1)
    layout.lines = kept


def rows_in(lines: list[str]) -> list[str]:
    return [line for line in lines if line.strip() and not RULE.match(line)]


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in GAP.split(line.strip()) if cell.strip()]


def is_row(line: str) -> bool:
    found = cells(line)
    return len(found) > 1 and all(len(cell) <= LONGEST_CELL for cell in found)


def end_of_rows(lines: list[str], at: int) -> int:
    """Behind the last row of those that begin here; an empty line may stand between two."""
    end, place = at, at
    while place < len(lines):
        if is_row(lines[place]):
            end = place + 1
        elif place > end or (lines[place].strip() and not RULE.match(lines[place])):
            break
        place += 1
    return end


def is_table(rows: list[str]) -> bool:
    """Whether they are as many, have as many columns, and figures under one another."""
    if len(rows) < FEWEST_ROWS:
        return False
    counts = [len(cells(row)) for row in rows]
    if max(counts) - min(counts) > 1:
        return False
    figures = sum(any(FIGURE.match(cell) for cell in cells(row)[1:]) for row in rows)
    return figures * 2 > len(rows)
