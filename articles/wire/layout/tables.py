"""Columns of words and figures in a plain text: no sentences, and kept apart as a table."""

from __future__ import annotations

import re

from .parts import PartKind, UnwrappedText

GAP = re.compile(r" {3,}|\t+")
FIGURE = re.compile(r"^[+\-–]?[\d٠-٩][\d٠-٩.,\s%٪€$/:-]*(?:\s?[^\W\d]{1,4})?$")
RULE = re.compile(r"^[\s|+\-–—=_:]+$")
FEWEST_ROWS = 3
LONGEST_CELL = 60


def take_tables(layout: UnwrappedText) -> None:
    """Take off rows that stand one below the other, with figures in most of them."""
    lines = layout.lines
    at = 0
    kept: list[str] = []
    while at < len(lines):
        end = max(end_of_rows(lines, at), at + 1)
        begins = first_of_table(lines[at:end])
        kept += lines[at : at + begins]
        rows = [line for line in lines[at + begins : end] if has_cells(line)]
        if rows:
            layout.take(PartKind.TABLE, ["   ".join(cells(line)) for line in rows])
            kept.append("")
        at = end
    layout.lines = kept


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


def has_cells(line: str) -> bool:
    return bool(line.strip()) and not RULE.match(line)


def first_of_table(lines: list[str]) -> int:
    """Where a table begins that goes on to the last of these lines; behind them, where none does.

    They are gone through once, from the last to the first: a file may have nothing but rows.
    """
    begins = len(lines)
    rows = figures = fewest = most = 0
    for at in reversed(range(len(lines))):
        if has_cells(lines[at]):
            found = cells(lines[at])
            rows += 1
            fewest, most = min(fewest or len(found), len(found)), max(most, len(found))
            figures += any(FIGURE.match(cell) for cell in found[1:])
        if most - fewest > 1:
            break
        if rows >= FEWEST_ROWS and figures * 2 > rows:
            begins = at
    return begins
