"""The shapes of a page as lines in reading order, and the lines as paragraphs: by where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from ..layout.wrapped_lines import LIST, SENTENCE_ENDS
from .pdf_glyphs import Glyph
from .reading_order import as_read, runs_from_right

SPACE = 0.17
"""Between words, in heights of a letter."""
GUTTER, WIDEST_SPACE = 1.0, 5.0
"""Between columns, where there is no space, and where there is one: in a justified line it is wide."""
SAME_LINE, SAME_SIZE = 0.45, 0.12
WIDER = 1.3
"""How much wider than usual the space between two lines is where a paragraph ends."""
HEADLINE = 1.2
"""How much larger than the text a headline is."""
HEADLINE_LEADING = 1.7
ENOUGH, LEADING = 6, 1.6
"""Lines by which the space between them is known; where there are fewer, it is at most so high."""
SIGN, SIGN_WIDTH = 5, 28
"""Lines and letters of a letterhead's column, at most: its lines are no paragraph."""
FEWEST_WORDS = 4
BESIDE = 1.4
"""By how many heights of a letter lines of two columns stand higher than one another, at most."""
NARROW_GUTTER = 0.6
FEWEST_ROWS = 3
"""That have a narrow gutter at one place: fewer have wide spaces there by chance."""
NARROWEST = 12
"""Letters of a line of a column, on average: those of tables have fewer."""
APART = " " * 6
OPENS_LATE = re.compile(r"[)»\]][^()«»\[\]]*[(«\[]")
OPENS_EARLY = re.compile(r"[(«\[][^()«»\[\]]*[)»\]]")


@dataclass
class Line:
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


@dataclass
class Flow:
    """Lines that are read one after the other, in one column."""

    left: float
    right: float
    lines: list[Line] = field(default_factory=list)


@dataclass
class Block:
    """A paragraph, or a line of its own."""

    text: str
    size: float


def blocks_of(glyphs: list[Glyph]) -> list[Block]:
    """The paragraphs of a page, in reading order."""
    rows = at_gutters([*rows_of(glyphs)])
    units = [[one.text for line in row for one in line.glyphs] for row in rows]
    from_right = runs_from_right(units)
    write(rows, from_right=from_right)
    found: list[Block] = []
    for flow in flows_of(rows, from_right=from_right):
        found += paragraphs_of(flow, from_right=from_right)
    return found


# Lines.


def rows_of(glyphs: list[Glyph]) -> Iterator[list[Line]]:
    """The lines of a page from its top, those that stand beside one another together."""
    seen = [one for one in glyphs if one.text.strip()]
    spaces = [one for one in glyphs if not one.text.strip()]
    row: list[Glyph] = []
    at = 0.0
    for one in sorted(seen, key=lambda one: -(one.bottom + one.size / 2)):
        middle = one.bottom + one.size / 2
        if row and at - middle > SAME_LINE * max(one.size, row[0].size):
            yield parted(row, spaces)
            row = []
        if not row:
            at = middle
        row.append(one)
    if row:
        yield parted(row, spaces)


def parted(row: list[Glyph], spaces: list[Glyph]) -> list[Line]:
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
    return [Line(one) for one in lines if one]


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


def write(rows: list[list[Line]], *, from_right: bool) -> None:
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


# Columns.


def at_gutters(rows: list[list[Line]]) -> list[list[Line]]:
    """The rows, lines parted also at narrow gutters: where several rows have one at one place."""
    rows = [*rows]
    at = 0
    while at < len(rows):
        for low, high in gaps_of(rows[at]):
            end, both = at + 1, 1
            while end < len(rows) and (gap := gutter_in(rows[end], low, high)):
                low, high = gap
                both += high < right_of(rows[end]) and low > left_of(rows[end])
                end += 1
            if both >= FEWEST_ROWS:
                middle = (low + high) / 2
                rows[at:end] = [
                    [part for line in row for part in parted_at(line, middle)]
                    for row in rows[at:end]
                ]
                at = end - 1
                break
        at += 1
    return rows


def left_of(row: list[Line]) -> float:
    return min(line.left for line in row)


def right_of(row: list[Line]) -> float:
    return max(line.right for line in row)


def gaps_of(row: list[Line]) -> list[tuple[float, float]]:
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


def gutter_in(row: list[Line], low: float, high: float) -> tuple[float, float] | None:
    """What of a gutter is free in a row, too; nothing where it is not wide enough any more."""
    letters = [one for line in row for one in line.glyphs if one.text.strip()]
    low = max([low, *(one.right for one in letters if one.right <= (low + high) / 2)])
    high = min([high, *(one.left for one in letters if one.left >= (low + high) / 2)])
    is_free = not any(one.left < (low + high) / 2 < one.right for one in letters)
    return (low, high) if is_free and high - low > NARROW_GUTTER * row[0].size / 2 else None


def parted_at(line: Line, middle: float) -> Iterator[Line]:
    for is_left in (True, False):
        own = [one for one in line.glyphs if (one.left + one.right < 2 * middle) is is_left]
        while own and not own[-1].text.strip():
            own.pop()
        while own and not own[0].text.strip():
            own.pop(0)
        if own:
            yield Line(own)


def flows_of(rows: list[list[Line]], *, from_right: bool) -> Iterator[Flow]:
    """Lines in the order in which they are read: columns one after the other."""
    left = min((line.left for row in rows for line in row), default=0.0)
    right = max((line.right for row in rows for line in row), default=0.0)
    flow = Flow(left, right)
    at = 0
    while at < len(rows):
        end, gutter = columns_from(rows, at)
        if end == at:
            flow.lines.append(joined(rows[at], from_right=from_right))
            at += 1
            continue
        yield flow
        both = [[], []] if gutter else []
        for line in (line for row in rows[at:end] for line in row):
            both[line.left >= gutter].append(line)
        columns = [Flow(min(one.left for one in column), max(one.right for one in column), column) for column in both]  # fmt: skip
        yield from reversed(columns) if from_right else columns
        flow, at = Flow(left, right), end
    yield flow


def joined(row: list[Line], *, from_right: bool) -> Line:
    """What stands beside one another, and is no column of a text, as one line."""
    if len(row) == 1:
        return row[0]
    parts = reversed(row) if from_right else row
    text = APART.join(line.text for line in parts)
    return Line([one for line in row for one in line.glyphs], text)


def columns_from(rows: list[list[Line]], at: int) -> tuple[int, float]:
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


def side_by_side(rows: list[list[Line]], at: int) -> tuple[Line, Line] | None:
    """Two lines beside one another, from the left: at one height, or nearly."""
    lines = rows[at] if len(rows[at]) != 1 else [*rows[at], *(rows[at + 1] if at + 1 < len(rows) else [])]  # fmt: skip
    if len(lines) != 2:
        return None
    left, right = sorted(lines, key=lambda one: one.left)
    is_near = abs(left.middle - right.middle) < BESIDE * left.size and left.right < right.left
    return (left, right) if is_near else None


# Paragraphs.


def paragraphs_of(flow: Flow, *, from_right: bool) -> list[Block]:
    """The lines of a column, joined to paragraphs."""
    if not flow.lines:
        return []
    if is_sign(flow.lines):
        return [Block(line.text, line.size) for line in flow.lines]
    leading = usual_leading(flow.lines)
    size = body_size(flow.lines)
    found = [Block(flow.lines[0].text, flow.lines[0].size)]
    for before, line in pairwise(flow.lines):
        if goes_on(before, line, flow, leading, size, from_right=from_right):
            found[-1].text = f"{found[-1].text} {line.text}"
        else:
            found.append(Block(line.text, line.size))
    return found


def is_sign(lines: list[Line]) -> bool:
    letters = sum(len(line.text) for line in lines) / len(lines)
    return len(lines) <= SIGN and letters < SIGN_WIDTH and not any(
        line.text.endswith(SENTENCE_ENDS) for line in lines
    )  # fmt: skip


def goes_on(
    before: Line, line: Line, flow: Flow, leading: float, size: float, *, from_right: bool
) -> bool:
    """Whether a line is of the paragraph of the line before it."""
    if APART in before.text or APART in line.text or LIST.match(line.text):
        return False
    if abs(before.size - line.size) > SAME_SIZE * before.size:
        return False
    step = before.middle - line.middle
    if line.size > HEADLINE * size:
        # Lines of a headline are broken where it looks well.
        return step < HEADLINE_LEADING * line.size
    if step > WIDER * max(leading, line.size):
        return False
    room = before.left - flow.left if from_right else flow.right - before.right
    inset = flow.right - line.right if from_right else line.left - flow.left
    if inset > line.size and before.text.endswith(SENTENCE_ENDS):
        return False
    return room < first_word(line, from_right=from_right) + SPACE * line.size


def first_word(line: Line, *, from_right: bool) -> float:
    """How wide the first word of a line is."""
    glyphs = reversed(line.glyphs) if from_right else iter(line.glyphs)
    word: list[Glyph] = []
    for one in glyphs:
        if not one.text.strip():
            break
        word.append(one)
    return abs(max(one.right for one in word) - min(one.left for one in word)) if word else 0.0


def usual_leading(lines: list[Line]) -> float:
    steps = [
        before.middle - line.middle
        for before, line in pairwise(lines)
        if before.middle > line.middle
    ]
    usual = median(steps) if steps else 0.0
    # Of few lines most may be paragraphs.
    return usual if len(steps) >= ENOUGH else min(usual, LEADING * body_size(lines))


def body_size(lines: list[Line]) -> float:
    """The size of most letters."""
    return median(one.size for line in lines for one in line.glyphs)


def with_headline(blocks: list[Block]) -> list[str]:
    """The words of the first page's blocks, the largest of some words marked as the headline."""
    letters = [one.size for one in blocks for _ in range(len(one.text))]
    size = median(letters) if letters else 0.0
    large = [one for one in blocks if one.size > HEADLINE * size and len(one.text.split()) >= FEWEST_WORDS]  # fmt: skip
    title = max(large, key=lambda one: one.size, default=None)
    return [f"# {one.text}" if one is title else one.text for one in blocks]
