"""Rich text as paragraphs, and paragraphs as rich text."""

from __future__ import annotations

import html
from collections.abc import Iterable

from ..folding import Level, folded
from .tokens import unescaped, written_without_tags

ENDS_A_SENTENCE = frozenset(".!?…:;,؟؛،۔")
CLOSING = " \u00a0\u202f'\"’”»)]}"
BETWEEN_LINES = " · "


def paragraphs(rich_text: str) -> list[str]:
    """The paragraphs of rich text, in plain words."""
    lines = written_without_tags(rich_text, parting="\n").split("\n")
    words = (" ".join(unescaped(line).split()) for line in lines)
    return [line for line in words if line]


def plain_text(rich_text: str) -> str:
    """The words of rich text, one paragraph per line."""
    return "\n".join(paragraphs(rich_text))


def running_text(lines: Iterable[str]) -> str:
    """Lines as one: what ends no sentence (a heading, an item, a cell) is set apart from the next."""
    said: list[str] = []
    for line in filter(None, (" ".join(one.split()) for one in lines)):
        if said:
            ends = said[-1].rstrip(CLOSING)[-1:] in ENDS_A_SENTENCE
            said.append(" " if ends else BETWEEN_LINES)
        said.append(line)
    return "".join(said)


def in_one_line(text: str) -> str:
    """A text of several lines where one is shown."""
    return running_text(text.splitlines())


def as_html(texts: list[str]) -> str:
    """Plain paragraphs as safe rich text."""
    return "".join(f"<p>{html.escape(text, quote=False)}</p>" for text in texts)


def verbatim(words: str, rich_text: str) -> bool:
    """Whether words stand in a text exactly, marks and spaces aside.

    What is quoted from within a sentence may begin with a capital, and the reverse.
    """
    said, text = folded(words, Level.WORDS), folded(plain_text(rich_text), Level.WORDS)
    return said in text or said[:1].swapcase() + said[1:] in text
