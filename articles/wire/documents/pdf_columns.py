"""The lines of a page in the order in which they are read: columns one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from .pdf_lines import PrintedLine

BESIDE = 1.4
"""By how many heights of a letter lines of two columns stand higher than one another, at most."""
NARROW_GUTTER = 0.6
FEWEST_ROWS = 3
"""That have a narrow gutter at one place: fewer have wide spaces there by chance."""
NARROWEST = 12
"""Letters of a line of a column, on average: those of tables have fewer."""
APART = " " * 6


@dataclass
class Flow:
    """Lines that are read one after the other, in one column."""

    left: float
    right: float
    lines: list[PrintedLine] = field(default_factory=list)


def at_gutters(rows: list[list[PrintedLine]]) -> list[list[PrintedLine]]:
    """The rows, lines parted also at narrow gutters: where several rows have one at one place."""
    rows = [*rows]
    at = 0
    while at < len(rows):
        for low, high in gaps_of(rows[at]):
            end, both = at + 1, 1
            free = (low, high)
            while end < len(rows) and (gap := gutter_in(rows[end], *free)):
                free = gap
                both += free[1] < right_of(rows[end]) and free[0] > left_of(rows[end])
                end += 1
            if both >= FEWEST_ROWS:
                middle = sum(free) / 2
                rows[at:end] = [
                    [part for line in row for part in parted_at(line, middle)]
                    for row in rows[at:end]
                ]
                at = end - 1
                break
        at += 1
    return rows


def left_of(row: list[PrintedLine]) -> float:
    return min(line.left for line in row)


def right_of(row: list[PrintedLine]) -> float:
    return max(line.right for line in row)


def gaps_of(row: list[PrintedLine]) -> list[tuple[float, float]]:
    """Where a row of one line has more than a space."""
    if len(row) != 1:
        return []
    letters = [one for one in row[0].glyphs if one.text.strip()]
    width = NARROW_GUTTER * row[0].size
    return [
        (before.right, after.left)
        for before, after in pairwise(letters)
        if after.left - before.right > width
    ]


def gutter_in(row: list[PrintedLine], low: float, high: float) -> tuple[float, float] | None:
    """What of a gutter is free in a row, too; nothing where it is not wide enough any more."""
    letters = [one for line in row for one in line.glyphs if one.text.strip()]
    low = max([low, *(one.right for one in letters if one.right <= (low + high) / 2)])
    high = min([high, *(one.left for one in letters if one.left >= (low + high) / 2)])
    is_free = not any(one.left < (low + high) / 2 < one.right for one in letters)
    return (low, high) if is_free and high - low > NARROW_GUTTER * row[0].size / 2 else None


def parted_at(line: PrintedLine, middle: float) -> Iterator[PrintedLine]:
    for is_left in (True, False):
        own = [one for one in line.glyphs if (one.left + one.right < 2 * middle) is is_left]
        while own and not own[-1].text.strip():
            own.pop()
        while own and not own[0].text.strip():
            own.pop(0)
        if own:
            yield PrintedLine(own)


def flows_of(rows: list[list[PrintedLine]], *, from_right: bool) -> Iterator[Flow]:
    """Lines in the order in which they are read: columns one after the other."""
    left = min((line.left for row in rows for line in row), default=0.0)
    right = max((line.right for row in rows for line in row), default=0.0)
    flow = Flow(left, right)
    at = 0
    while at < len(rows):
        end, gutter = columns_from(rows, at)
        if end == at:
            flow.lines.append(join_row(rows[at], from_right=from_right))
            at += 1
            continue
        yield flow
        both: tuple[list[PrintedLine], list[PrintedLine]] = ([], [])
        for line in (line for row in rows[at:end] for line in row):
            both[line.left >= gutter].append(line)
        columns = [Flow(left_of(column), right_of(column), column) for column in both]
        yield from reversed(columns) if from_right else columns
        flow, at = Flow(left, right), end
    yield flow


def join_row(row: list[PrintedLine], *, from_right: bool) -> PrintedLine:
    """What stands beside one another, and is no column of a text, as one line."""
    if len(row) == 1:
        return row[0]
    parts = reversed(row) if from_right else row
    text = APART.join(line.text for line in parts)
    return PrintedLine([one for line in row for one in line.glyphs], text)


def columns_from(rows: list[list[PrintedLine]], at: int) -> tuple[int, float]:
    """Where two columns of running text end that begin here, and where their gutter is."""
    pair = side_by_side(rows, at)
    if pair is None:
        return at, 0.0
    low, high = pair[0].right, pair[1].left
    end, sides = at, [0, 0]
    while end < len(rows):
        middle = (low + high) / 2
        left = [line for line in rows[end] if line.left + line.right < 2 * middle]
        right = [line for line in rows[end] if line not in left]
        inner = max([low, *(line.right for line in left)])
        outer = min([high, *(line.left for line in right)])
        if inner >= outer or len(left) > 1 or len(right) > 1:
            break
        sides = [sides[0] + len(left), sides[1] + len(right)]
        low, high, end = inner, outer, end + 1
    letters = [len(line.text) for row in rows[at:end] for line in row]
    if min(sides) < 2 or sum(letters) / len(letters) < NARROWEST:
        return at, 0.0
    return end, (low + high) / 2


def side_by_side(rows: list[list[PrintedLine]], at: int) -> tuple[PrintedLine, PrintedLine] | None:
    """Two lines beside one another, from the left: at one height, or nearly."""
    lines = rows[at] if len(rows[at]) > 1 else [one for row in rows[at : at + 2] for one in row]
    if len(lines) != 2:
        return None
    left, right = sorted(lines, key=lambda one: one.left)
    is_near = abs(left.middle - right.middle) < BESIDE * left.size and left.right < right.left
    return (left, right) if is_near else None
