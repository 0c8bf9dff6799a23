"""The lines of rich text: paragraphs, headings, cells, items, each with the elements it is in."""

from __future__ import annotations

import html as markup
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from .tokens import END, START, Token, closing, tokens

DEEPEST = 100
"""Elements in each other; what is deeper in a text is read as part of a line, tag by tag."""


class TextLine(NamedTuple):
    """A line: the start tags of the elements it stands in, its mark-up, and how many of those
    elements a line before it stood in already."""

    path: tuple[str, ...]
    html: str
    joined: int


@dataclass
class OpenElement:
    """An element, from its start tag on."""

    tag: Token
    holds_lines: bool
    """Whether it is no part of a line: by its name, or by what is in it."""
    is_empty: bool = True


class Fragment(NamedTuple):
    """What stands in a text: where an element starts or ends, or some of a line."""

    written: str
    element: OpenElement | None = None
    ends: bool = False


def text_lines(html: str) -> Iterator[TextLine]:
    """The lines of a text in order, empty ones too: together they are the whole of it."""
    path: tuple[str, ...] = ()
    line: list[str] = []
    joined = 0
    for written, element, ends in pieces(html):
        if element is None or not element.holds_lines:
            line.append(written)
            continue
        if line or (ends and element.is_empty):
            yield TextLine(path, "".join(line), joined)
            joined, line = len(path), []
        if ends:
            path = path[:-1]
            joined = len(path)
        elif element.tag.is_void:
            yield TextLine(path, written, joined)
            joined = len(path)
        else:
            path = (*path, written)
    if line:
        yield TextLine(path, "".join(line), joined)


def pieces(html: str) -> list[Fragment]:
    """A text as starts and ends of its elements, and what is in them.

    It is well formed, as the sanitiser leaves it. What nothing opened closes nothing; what is
    deeper than any text, or is not closed, is written so that the whole is well formed.
    """
    found: list[Fragment] = []
    opened: list[OpenElement] = []
    deeper: list[str] = []
    for token in tokens(html):
        if token.kind == END and not deeper and opened and opened[-1].tag.name == token.name:
            found.append(end_of(opened))
            continue
        if opened:
            opened[-1].is_empty = False
        if token.kind == START and (len(opened) < DEEPEST or token.is_void):
            element = OpenElement(token, token.parts_lines and token.name != "br")
            found.append(Fragment(token.written, element))
            if not token.is_void:
                opened.append(element)
            elif element.holds_lines and opened:
                opened[-1].holds_lines = True
        elif token.kind == START:
            deeper.append(token.name)
            found.append(Fragment(token.written))
        elif token.kind == END and deeper and deeper[-1] == token.name:
            deeper.pop()
            found.append(Fragment(token.written))
        else:
            stray = token.kind == END
            found.append(Fragment(markup.escape(token.written) if stray else token.written))
    while opened:
        found.append(end_of(opened))
    return found


def end_of(opened: list[OpenElement]) -> Fragment:
    """The end of the innermost element; what holds one that holds lines holds lines itself."""
    element = opened.pop()
    if element.holds_lines and opened:
        opened[-1].holds_lines = True
    return Fragment(closing(element.tag.written), element, ends=True)
