"""Tables of a page: rows of short cells that stand below one another, with figures among them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ..layout.tables import FIGURE, LONGEST_CELL
from ..markup import as_row
from .pdf_columns import parted_at
from .pdf_lines import SPACE, PrintedLine, write

FEWEST_ROWS = 3
APART = 3.5
"""By how many heights of a letter two rows of one table stand apart, at most."""

type Gutter = tuple[float, float]


@dataclass
class PrintedTable:
    """Rows of cells, from the left."""

    rows: list[list[PrintedLine]]

    def lines(self, *, from_right: bool) -> Iterator[str]:
        """Each row, as other kinds of files have theirs."""
        gutters = self.gutters()
        rows = [[*cells_of(row, gutters)] for row in self.rows]
        write([[part for __, part in row] for row in rows], from_right=from_right)
        for row in rows:
            cells = [""] * (len(gutters) + 1)
            for at, part in row:
                cells[at] = f"{cells[at]} {part.text}".strip()
            yield as_row(cells[::-1] if from_right else cells)

    def gutters(self) -> list[Gutter]:
        """What is free between the columns, in the rows that have most."""
        most = max(map(len, self.rows))
        full = [sorted(row, key=lambda one: one.left) for row in self.rows if len(row) == most]
        ends = [max(row[at].right for row in full) for at in range(most)]
        begins = [min(row[at].left for row in full) for at in range(most)]
        return list(zip(ends, begins[1:], strict=False))


def cells_of(row: list[PrintedLine], gutters: list[Gutter]) -> Iterator[tuple[int, PrintedLine]]:
    """The cells of a row, with the number of their column: some stand near to one another."""
    for line in row:
        rest: PrintedLine | None = line
        for at, gutter in enumerate(gutters):
            if rest is None or rest.left > sum(gutter) / 2:
                continue
            gap = gap_at(rest, gutter)
            parts = [*parted_at(rest, gap)] if gap else [rest]
            yield at, parts[0]
            rest = parts[1] if len(parts) > 1 else None
        if rest is not None:
            yield len(gutters), rest


def gap_at(line: PrintedLine, gutter: Gutter) -> float | None:
    """Between which words a line goes over a gutter: where the next column begins, or nearest."""
    low, high = gutter
    if line.right <= (low + high) / 2:
        return None
    letters = [one for one in line.glyphs if one.text.strip()]
    gaps = [
        (before.right + after.left) / 2
        for before, after in pairwise(letters)
        if after.left - before.right > SPACE * line.size
    ]
    return min(gaps, key=lambda gap: (max(low - gap, gap - high, 0.0), high - gap), default=None)


def parted_at_tables(
    rows: list[list[PrintedLine]],
) -> Iterator[list[list[PrintedLine]] | PrintedTable]:
    """The rows of a page, its tables apart from what is read on in lines."""
    kept: list[list[PrintedLine]] = []
    at = 0
    while at < len(rows):
        end = end_of_table(rows, at)
        if end == at:
            kept.append(rows[at])
            at += 1
            continue
        if kept:
            yield kept
        yield PrintedTable(rows[at:end])
        kept, at = [], end
    if kept:
        yield kept


def end_of_table(rows: list[list[PrintedLine]], at: int) -> int:
    """Behind the last row of the table that begins here; ``at``, where none does."""
    end = at
    while end < len(rows) and is_row(rows[end]):
        if end > at and rows[end - 1][0].middle - rows[end][0].middle > APART * rows[end][0].size:
            break
        end += 1
    return end if is_table(rows[at:end]) else at


def is_row(row: list[PrintedLine]) -> bool:
    return len(row) > 1 and all(0 < len(one.text) <= LONGEST_CELL for one in row)


def is_table(rows: list[list[PrintedLine]]) -> bool:
    """Whether rows have figures below one another, in columns that nothing goes over."""
    if len(rows) < FEWEST_ROWS or min(map(len, rows)) < max(map(len, rows)) - 1:
        return False
    figures = sum(any(FIGURE.match(one.text.strip()) for one in row) for row in rows)
    is_parted = all(low < high for low, high in PrintedTable(rows).gutters())
    return figures * 2 > len(rows) and is_parted
