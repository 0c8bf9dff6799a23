"""The shapes of a page as lines, each in the order in which it is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from .pdf_glyphs import Glyph
from .reading_order import as_read

SPACE = 0.17
"""Between words, in heights of a letter."""
GUTTER, WIDEST_SPACE = 1.0, 5.0
"""Between columns, where no space stands, and where one does: in a justified line it is wide."""
SAME_LINE = 0.45
OPENS_LATE = re.compile(r"[)»\]][^()«»\[\]]*[(«\[]")
OPENS_EARLY = re.compile(r"[(«\[][^()«»\[\]]*[)»\]]")


@dataclass
class PrintedLine:
    """What stands beside one another, without a gutter in it."""

    glyphs: list[Glyph]
    text: str = ""

    @property
    def left(self) -> float:
        return min(one.left for one in self.glyphs)

    @property
    def right(self) -> float:
        return max(one.right for one in self.glyphs)

    @property
    def size(self) -> float:
        return median(one.size for one in self.glyphs)

    @property
    def middle(self) -> float:
        return median(one.bottom + one.size / 2 for one in self.glyphs)


def rows_of(glyphs: list[Glyph]) -> Iterator[list[PrintedLine]]:
    """The lines of a page from its top, those that stand beside one another together."""
    seen = [one for one in glyphs if one.text.strip()]
    spaces = [one for one in glyphs if not one.text.strip()]
    row: list[Glyph] = []
    at = 0.0
    for one in sorted(seen, key=lambda one: -(one.bottom + one.size / 2)):
        middle = one.bottom + one.size / 2
        if row and at - middle > SAME_LINE * max(one.size, row[0].size):
            yield split_row(row, spaces)
            row = []
        if not row:
            at = middle
        row.append(one)
    if row:
        yield split_row(row, spaces)


def split_row(row: list[Glyph], spaces: list[Glyph]) -> list[PrintedLine]:
    """A row, parted at its gutters, with the spaces between its words."""
    row = sorted(row, key=lambda one: one.left)
    size = median(one.size for one in row)
    middle = median(one.bottom + one.size / 2 for one in row)
    own = sorted(
        (one.left + one.right) / 2
        for one in spaces
        if abs(one.bottom + one.size / 2 - middle) < size
    )
    lines: list[list[Glyph]] = [[]]
    right = row[0].left
    for one in row:
        last = lines[-1]
        if one.is_mark and last:
            last[over(last, one)] = with_mark(last[over(last, one)], one)
            continue
        if last and one.text == last[-1].text and one.left - last[-1].left < SPACE * size / 2:
            # Drawn twice, to look bold.
            continue
        spaced = bool(last) and has_space(own, last[-1], one)
        if last and one.left - right > (WIDEST_SPACE if spaced else GUTTER) * size:
            lines.append([])
        elif last and (spaced or one.left - right > SPACE * size):
            last.append(Glyph(" ", right, one.left, one.bottom, one.size))
        lines[-1].append(one)
        right = max(right, one.right)
    return [PrintedLine(one) for one in lines if one]


def has_space(spaces: list[float], before: Glyph, after: Glyph) -> bool:
    """Whether a space stands between the middles of two letters."""
    low, high = (before.left + before.right) / 2, (after.left + after.right) / 2
    return any(low < one < high for one in spaces)


def over(line: list[Glyph], mark: Glyph) -> int:
    """Which letter of a line a mark stands over: the nearest of the last ones."""
    middle = (mark.left + mark.right) / 2
    last = range(max(0, len(line) - 3), len(line))
    return min(last, key=lambda at: abs((line[at].left + line[at].right) / 2 - middle))


def with_mark(letter: Glyph, mark: Glyph) -> Glyph:
    return Glyph(letter.text + mark.text, letter.left, letter.right, letter.bottom, letter.size)


def write(rows: list[list[PrintedLine]], *, from_right: bool) -> None:
    """Give each line its words, in the order in which they are read.

    What opens a bracket is drawn as what closes one in a text that runs from the right; of some
    programs' files it is the letter that was written.
    """
    lines = [line for row in rows for line in row]
    for is_mirrored in (True, False):
        for line in lines:
            units = [one.text for one in line.glyphs]
            line.text = as_read(units, from_right=from_right, is_mirrored=is_mirrored)
        written = "\n".join(line.text for line in lines)
        if len(OPENS_EARLY.findall(written)) >= len(OPENS_LATE.findall(written)):
            return
