"""The pages of a PDF as paragraphs: by where their lines stand, how wide and how large they are."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ..layout.wrapped_lines import LIST, SENTENCE_ENDS
from .pdf_columns import APART, Flow, at_gutters, flows_of
from .pdf_glyphs import Glyph
from .pdf_lines import SPACE, PrintedLine, rows_of, write
from .pdf_tables import PrintedTable, parted_at_tables
from .reading_order import runs_from_right

SAME_SIZE = 0.12
WIDER = 1.3
"""How much wider than usual the space between two lines is where a paragraph ends."""
HEADLINE = 1.2
"""How much larger than the text a headline is."""
HEADLINE_LEADING = 1.7
ENOUGH, LEADING = 6, 1.6
"""Lines by which the space between them is known; of fewer it is at most so high."""
SIGN, SIGN_WIDTH = 5, 28
"""Lines and letters of a letterhead's column, at most: its lines are no paragraph."""
FEWEST_WORDS = 4


@dataclass
class PageBlock:
    """A paragraph, or a line of its own."""

    text: str
    size: float


def blocks_of(glyphs: list[Glyph]) -> list[PageBlock]:
    """The paragraphs of a page, in reading order."""
    rows = at_gutters([*rows_of(glyphs)])
    units = [[one.text for line in row for one in line.glyphs] for row in rows]
    from_right = runs_from_right(units)
    write(rows, from_right=from_right)
    found: list[PageBlock] = []
    for part in parted_at_tables(rows):
        if isinstance(part, PrintedTable):
            size = part.rows[0][0].size
            found += [PageBlock(one, size) for one in part.lines(from_right=from_right)]
            continue
        for flow in flows_of(part, from_right=from_right):
            below = paragraphs_of(flow, from_right=from_right)
            if found and below and runs_over(found[-1], below[0]):
                found[-1].text = f"{found[-1].text} {below.pop(0).text}"
            found += below
    return found


def runs_over(before: PageBlock, after: PageBlock) -> bool:
    """Whether a sentence goes on at the head of the next column."""
    is_whole = before.text.endswith(SENTENCE_ENDS) or before.text.startswith("|")
    if is_whole or abs(before.size - after.size) > SAME_SIZE * before.size:
        return False
    first = after.text[:1]
    goes_on = first.isalpha() and not first.isupper() and not LIST.match(after.text)
    return goes_on and len(before.text.split()) >= 2 * FEWEST_WORDS


def paragraphs_of(flow: Flow, *, from_right: bool) -> list[PageBlock]:
    """The lines of a column, joined to paragraphs."""
    if not flow.lines:
        return []
    if is_sign(flow.lines):
        return [PageBlock(line.text, line.size) for line in flow.lines]
    leading = usual_leading(flow.lines)
    size = body_size(flow.lines)
    found = [PageBlock(flow.lines[0].text, flow.lines[0].size)]
    for before, line in pairwise(flow.lines):
        if goes_on(before, line, flow, leading, size, from_right=from_right):
            found[-1].text = f"{found[-1].text} {line.text}"
        else:
            found.append(PageBlock(line.text, line.size))
    return found


def is_sign(lines: list[PrintedLine]) -> bool:
    letters = sum(len(line.text) for line in lines) / len(lines)
    return len(lines) <= SIGN and letters < SIGN_WIDTH and not any(
        line.text.endswith(SENTENCE_ENDS) for line in lines
    )  # fmt: skip


def goes_on(
    before: PrintedLine,
    line: PrintedLine,
    flow: Flow,
    leading: float,
    size: float,
    *,
    from_right: bool,
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


def first_word(line: PrintedLine, *, from_right: bool) -> float:
    """How wide the first word of a line is."""
    glyphs = reversed(line.glyphs) if from_right else iter(line.glyphs)
    word: list[Glyph] = []
    for one in glyphs:
        if not one.text.strip():
            break
        word.append(one)
    return abs(max(one.right for one in word) - min(one.left for one in word)) if word else 0.0


def usual_leading(lines: list[PrintedLine]) -> float:
    steps = [
        before.middle - line.middle
        for before, line in pairwise(lines)
        if before.middle > line.middle
    ]
    usual = median(steps) if steps else 0.0
    # Of few lines most may be paragraphs.
    return usual if len(steps) >= ENOUGH else min(usual, LEADING * body_size(lines))


def body_size(lines: list[PrintedLine]) -> float:
    """The size of most letters."""
    return median(one.size for line in lines for one in line.glyphs)


def with_headline(blocks: list[PageBlock]) -> list[str]:
    """The words of the first page's blocks, the largest of some words marked as the headline."""
    letters = [one.size for one in blocks for _ in range(len(one.text))]
    size = median(letters) if letters else 0.0
    words = [one for one in blocks if len(one.text.split()) >= FEWEST_WORDS]
    large = [one for one in words if one.size > HEADLINE * size]
    title = max(large, key=lambda one: one.size, default=None)
    return [f"# {one.text}" if one is title else one.text for one in blocks]
