"""Rich text as the units that are translated, and those units as rich text again."""

from __future__ import annotations

import html as markup
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ..folding import Level, folded
from .lines import text_lines
from .tokens import closing, name_of, unescaped, without_tags

BODY = "body"
REMEMBERED = 4096
"""Paragraphs whose words are not taken out of their mark-up again: two long articles have fewer."""

# Those that mean nothing in mark-up; one that does not break is none of them.
SPACES = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True)
class Segment:
    """One unit of an article: a headline, a paragraph, a caption, the words of a quotation.

    Of a body, ``path`` are the elements it stands in, from the outermost, and ``joined`` how
    many of them it shares with the segment before it: two items of one list share the list.
    """

    field: str
    html: str
    path: tuple[str, ...] = ()
    joined: int = 0

    @property
    def text(self) -> str:
        """Its words, without mark-up."""
        return words_of(self.html)

    @property
    def said(self) -> str:
        return typography_folded(self.html)

    @property
    def tag(self) -> str:
        """The elements it stands in, by name: ``"p"``, ``"ul>li"``."""
        return ">".join(name_of(one) for one in self.path)

    @property
    def is_body(self) -> bool:
        return self.field == BODY

    @property
    def value(self) -> str:
        """What the column holds: mark-up in a body, plain words elsewhere."""
        return self.html if self.is_body else unescaped(self.html)


def plain(field: str, value: str | None) -> Segment:
    """The segment of a column that has no mark-up."""
    return Segment(field, markup.escape(value or "", quote=False))


@lru_cache(REMEMBERED)
def words_of(html: str) -> str:
    """The words of a text in one line, without mark-up."""
    return " ".join(without_tags(html, parting=" ").split())


@lru_cache(REMEMBERED)
def typography_folded(html: str) -> str:
    """The words alone, as they are compared: which signs, spaces and marks dress them is not said."""
    return folded(words_of(html), Level.TYPOGRAPHY)


def segments_of_body(html: str | None) -> list[Segment]:
    """The lines of a body in order, empty ones too: together they are the whole of it."""
    found: list[Segment] = []
    for path, line, joined in text_lines(html or ""):
        shared = len(found[-1].path) if found else 0
        found.append(Segment(BODY, line, path, min(joined, shared)))
    return found


def in_one_line(html: str) -> str:
    """The lines of a text as one that stands in no paragraph, broken where another begins."""
    return "<br>".join(one.html for one in segments_of_body(html) if one.html.strip())


def body_from(segments: Iterable[Segment]) -> str:
    """The body that these segments are the lines of."""
    written: list[str] = []
    opened: tuple[str, ...] = ()
    for one in segments:
        written += [closing(tag) for tag in reversed(opened[one.joined :])]
        written += one.path[one.joined :]
        written.append(one.html)
        opened = one.path
    return "".join([*written, *(closing(tag) for tag in reversed(opened))])


def inline(html: str) -> str:
    """Rich text as one line: its paragraphs become lines of it."""
    written = (SPACES.sub(" ", one.html).strip(" ") for one in segments_of_body(html))
    return "<br>".join(line for line in written if typography_folded(line))
