"""Words that stand in no paragraph, as they are typed where no script makes an editor of the field.

An empty line ends a paragraph, the end of a line is one: as who typed it saw it.
"""

from __future__ import annotations

import re

from .lines import Fragment, pieces
from .tokens import END, START, tokens

EMPTY_LINE = re.compile(r"\n[^\S\n]*\n\s*")
END_OF_LINE = re.compile(r"[^\S\n]*\n[^\S\n]*")
PART = "\0"
"""No text has it: browsers send none, and the sanitiser takes it out."""


def in_paragraphs(rich_text: str) -> str:
    """The text with each word in a paragraph, a list, a table; as it is, where it is so already."""
    found: list[str] = []
    loose: list[Fragment] = []
    is_changed = False
    depth = 0
    for piece in pieces(rich_text.replace("\r\n", "\n").replace("\r", "\n")):
        element = piece.element
        if element is None or not element.holds_lines:
            (found.append(piece.written) if depth else loose.append(piece))
            continue
        if loose:
            said = as_paragraphs(loose)
            is_changed, loose = is_changed or bool(said), []
            found.append(said)
        found.append(piece.written)
        if not element.tag.is_void:
            depth += -1 if piece.ends else 1
    if loose and (said := as_paragraphs(loose)):
        is_changed = True
        found.append(said)
    return "".join(found) if is_changed else rich_text


def as_paragraphs(loose: list[Fragment]) -> str:
    """Words, and the elements that stand in lines, as paragraphs."""
    written, depth = [], 0
    for token in tokens("".join(one.written for one in loose).replace(PART, "")):
        if token.kind == START and not token.is_void:
            depth += 1
        elif token.kind == END:
            depth -= 1
        # Inside an element it is no more than the end of a line: half a link would be none.
        is_outside = not token.is_tag and not depth
        written.append(EMPTY_LINE.sub(PART, token.written) if is_outside else token.written)
    lines = (one.strip() for one in "".join(written).split(PART))
    return "".join(f"<p>{with_breaks(one)}</p>" for one in lines if one)


def with_breaks(paragraph: str) -> str:
    return "".join(
        token.written if token.is_tag else END_OF_LINE.sub("<br>", token.written)
        for token in tokens(paragraph)
    )
