"""The mark-up inside a paragraph as numbered codes: what translators' tools move and never edit."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from .tokens import END, START, tokens, unescaped

OPEN, CLOSE, STANDING = "open", "close", "standing"


@dataclass(frozen=True)
class Code:
    """One tag of a paragraph; the two of a pair have the same number."""

    kind: str
    number: int
    html: str


type Piece = str | Code


def pieces(paragraph: str) -> list[Piece]:
    """A paragraph's inline HTML as words and codes. A tag without its fellow stands alone."""
    found: list[Piece] = []
    waiting: list[tuple[str, int, int]] = []
    last = number = 0
    for tag in tokens(paragraph):
        if not tag.is_tag:
            continue
        if words := unescaped(paragraph[last : tag.start]):
            found.append(words)
        last = tag.end
        if tag.kind == END:
            if waiting and waiting[-1][0] == tag.name:
                found.append(Code(CLOSE, waiting.pop()[1], tag.written))
            continue
        number += 1
        found.append(Code(STANDING if tag.is_void else OPEN, number, tag.written))
        if not tag.is_void:
            waiting.append((tag.name, number, len(found) - 1))
    if words := unescaped(paragraph[last:]):
        found.append(words)
    unclosed = {place for _, _, place in waiting}
    return [one for place, one in enumerate(found) if place not in unclosed]


def as_html(found: list[Piece]) -> str:
    """The paragraph again, from words and codes."""
    return "".join(
        one.html if isinstance(one, Code) else html.escape(one, quote=False) for one in found
    )


def tags(paragraph: str) -> Counter[str]:
    """Which tags a paragraph has, and how often: a translation keeps them."""
    return Counter(one.name for one in tokens(paragraph) if one.kind == START)


def words_in(paragraph: str) -> str:
    """The words of a paragraph as its mark-up holds them, in which places are counted."""
    found = pieces(paragraph)
    return "".join(one if isinstance(one, str) else "\n" * is_break(one) for one in found)


def is_break(code: Code) -> bool:
    """Whether it parts the words before it from those after."""
    return code.kind == STANDING


def with_tags(paragraph: str, spans: Sequence[tuple[int, int, str]]) -> str:
    """The paragraph with stretches of its words put in tags; ``spans`` are start, end, opening tag.

    A stretch that a link or an emphasis begins or ends inside is tagged on both sides of it.
    """
    out: list[str] = []
    position = 0
    for one in pieces(paragraph):
        if isinstance(one, Code):
            out.append(one.html)
            position += is_break(one)
            continue
        last = 0
        for start, end, tag in spans:
            first, stop = max(start - position, last), min(end - position, len(one))
            if first < stop:
                out.append(html.escape(one[last:first], quote=False))
                out.append(f"{tag}{html.escape(one[first:stop], quote=False)}</mark>")
                last = stop
        out.append(html.escape(one[last:], quote=False))
        position += len(one)
    return "".join(out)
