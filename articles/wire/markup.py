"""Signs that mark a line up, as plain texts have them: headings, items of lists, rows of tables."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from itertools import groupby

# A hash before a word is part of it: « #Météo ».
MARKUP = re.compile(r"^#{1,6}\s+|\*{1,3}|__|^>\s*")
HEADING = re.compile(r"^(?P<level>#{1,6})\s+(?P<words>\S.*)$")
ITEM = re.compile(r"^[-•]\s+(?P<words>\S.*)$")
NUMBERED = re.compile(r"^\d{1,2}[.)]\s+(?P<words>\S.*)$")
ROW = re.compile(r"^\|(?P<cells>.+)\|$")
"""« | Zagora | 12 400 | »"""
LONGEST_ITEM = 300
"""Letters: what is longer is a paragraph that begins with a dash."""


def without_markup(block: str) -> str:
    return MARKUP.sub("", block).strip()


def as_row(cells: Sequence[str]) -> str:
    """Cells as one row of a table."""
    words = (" ".join(one.replace("|", "/").split()) for one in cells)
    return f"| {' | '.join(words)} |"


def is_row(block: str) -> bool:
    return ROW.match(block) is not None


def with_structure(blocks: Sequence[str]) -> Iterator[str]:
    """Paragraphs with the marks of their structure alone: « ## » of headings, items and rows.

    The first keeps none: it may become the headline.
    """
    for at, block in enumerate(blocks):
        words = block if is_row(block) else without_markup(block)
        found = HEADING.match(block) if at and words else None
        mark = "" if found is None else "## " if len(found["level"]) < 3 else "### "
        if words:
            yield mark + words


def as_rich_text(blocks: Sequence[str]) -> str:
    """Paragraphs with marks as safe rich text."""
    kinds = [kind_of(block) for block in blocks]
    written: list[str] = []
    for kind, group in groupby(zip(kinds, blocks, strict=True), key=lambda one: one[0]):
        lines = [block for _kind, block in group]
        # One item alone is no list: « - Non », says somebody.
        alone = kind in {"ul", "ol", "table"} and len(lines) < 2
        written += map(paragraph, lines) if alone else WRITERS[kind](lines)
    return "".join(written)


def kind_of(block: str) -> str:
    """Which element of rich text a paragraph is, or is in."""
    if found := HEADING.match(block):
        return "h2" if len(found["level"]) < 3 else "h3"
    if is_row(block):
        return "table"
    if len(block) <= LONGEST_ITEM:
        if ITEM.match(block):
            return "ul"
        if NUMBERED.match(block):
            return "ol"
    return "p"


def escaped(words: str) -> str:
    return html.escape(words, quote=False)


def paragraph(block: str) -> str:
    return f"<p>{escaped(block)}</p>"


def headings(lines: list[str], tag: str) -> list[str]:
    return [f"<{tag}>{escaped(line.lstrip('#').strip())}</{tag}>" for line in lines]


def items(lines: list[str], tag: str) -> list[str]:
    words = [(ITEM.match(line) or NUMBERED.match(line)) for line in lines]
    inner = "".join(f"<li>{paragraph(found['words'])}</li>" for found in words if found)
    return [f"<{tag}>{inner}</{tag}>"]


def table(lines: list[str]) -> list[str]:
    """Rows of cells; the first are the names of the columns where none of them is a figure."""
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    names = not any(re.search(r"\d", cell) for cell in rows[0][1:])
    written = ""
    for at, row in enumerate(rows):
        tag = "th" if names and at == 0 else "td"
        written += f"<tr>{''.join(f'<{tag}>{paragraph(cell)}</{tag}>' for cell in row)}</tr>"
    return [f"<table><tbody>{written}</tbody></table>"]


WRITERS = {
    "p": lambda lines: [paragraph(line) for line in lines],
    "h2": lambda lines: headings(lines, "h2"),
    "h3": lambda lines: headings(lines, "h3"),
    "ul": lambda lines: items(lines, "ul"),
    "ol": lambda lines: items(lines, "ol"),
    "table": table,
}
