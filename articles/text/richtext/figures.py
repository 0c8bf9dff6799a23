"""Pictures of the library in a text: each a figure that names its picture by its key."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .tokens import END, START, tokens

KEY = "data-image"


@dataclass(frozen=True)
class RecordFigure:
    """A kind of figure that names a record by its key."""

    css_class: str
    attribute: str
    a_key: re.Pattern[str]

    def key_of(self, block: str) -> str:
        """The key that a block of rich text names; nothing where it is no figure of the kind."""
        first = next(tokens(block), None)
        if first is None or first.name != "figure":
            return ""
        said = first.attributes
        key = said.get(self.attribute, "")
        return key if said.get("class") == self.css_class and self.a_key.fullmatch(key) else ""

    def keys_in(self, rich_text: str | None) -> list[str]:
        """The keys that a text names, in order, each once."""
        if not rich_text or self.attribute not in rich_text:
            return []
        figures = (one for one in tokens(rich_text) if one.name == "figure" and one.kind == START)
        return [key for key in dict.fromkeys(self.key_of(one.written) for one in figures) if key]


PICTURE = RecordFigure("image", KEY, re.compile(r"[\w.-]{1,100}"))


def key_of(block: str) -> str:
    """The key of the picture that a block of rich text is; nothing where it is none."""
    return PICTURE.key_of(block)


def pictures_in(rich_text: str | None) -> list[str]:
    """The keys of the pictures in a text, in order, each once."""
    return PICTURE.keys_in(rich_text)


def caption_in(block: str) -> str:
    """What is written below a picture, with its mark-up."""
    written, is_inside = list[str](), False
    for token in tokens(block):
        if token.name == "figcaption":
            is_inside = token.kind == START
        elif is_inside:
            written.append(token.written)
    return "".join(written).strip()


def blocks_of(rich_text: str) -> Iterator[str]:
    """A text in pieces: each of its figures, and what stands between them."""
    start = position = 0
    is_inside = False
    for token in tokens(rich_text):
        if token.name != "figure":
            continue
        if token.kind == START and not is_inside:
            if token.start > position:
                yield rich_text[position : token.start]
            start, is_inside = token.start, True
        elif token.kind == END and is_inside:
            yield rich_text[start : token.end]
            position, is_inside = token.end, False
    if position < len(rich_text):
        yield rich_text[position:]
