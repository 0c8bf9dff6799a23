"""Rich text as paragraphs, and paragraphs as rich text."""

from __future__ import annotations

import html

from ..folding import Level, folded
from .tokens import unescaped, written_without_tags


def paragraphs(rich_text: str) -> list[str]:
    """The paragraphs of rich text, in plain words."""
    lines = written_without_tags(rich_text, parting="\n").split("\n")
    words = (" ".join(unescaped(line).split()) for line in lines)
    return [line for line in words if line]


def plain_text(rich_text: str) -> str:
    """The words of rich text, one paragraph per line."""
    return "\n".join(paragraphs(rich_text))


def as_html(texts: list[str]) -> str:
    """Plain paragraphs as safe rich text."""
    return "".join(f"<p>{html.escape(text, quote=False)}</p>" for text in texts)


def verbatim(words: str, rich_text: str) -> bool:
    """Whether words stand in a text exactly, marks and spaces aside."""
    return folded(words, Level.WORDS) in folded(plain_text(rich_text), Level.WORDS)
