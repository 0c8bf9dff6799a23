"""Rich text as paragraphs, and paragraphs as rich text."""

from __future__ import annotations

import html
import re

BLOCK_END = re.compile(r"</(?:p|h[1-6]|li|blockquote|td|th|tr)>|<(?:br|hr)\s*/?>", re.IGNORECASE)
TAG = re.compile(r"<[^<>]*>")
MARKS = str.maketrans(dict.fromkeys("«»“”„‟″", '"') | dict.fromkeys("‘’‛ʼ", "'"))
UNSEEN = re.compile("[\u0640\u200b-\u200f\u2060\ufeff]")


def paragraphs(rich_text: str) -> list[str]:
    """The paragraphs of rich text, in plain words."""
    lines = TAG.sub("", BLOCK_END.sub("\n", rich_text)).split("\n")
    words = (" ".join(html.unescape(line).split()) for line in lines)
    return [line for line in words if line]


def plain_text(rich_text: str) -> str:
    """The words of rich text, one paragraph per line."""
    return "\n".join(paragraphs(rich_text))


def as_html(texts: list[str]) -> str:
    """Plain paragraphs as safe rich text."""
    return "".join(f"<p>{html.escape(text, quote=False)}</p>" for text in texts)


def comparable(text: str) -> str:
    """The words alone: which quotation marks and which spaces stand around them does not count."""
    return " ".join(UNSEEN.sub("", text).translate(MARKS).replace('"', " ").split())


def verbatim(words: str, rich_text: str) -> bool:
    """Whether words stand in a text exactly, marks and spaces aside."""
    return comparable(words) in comparable(plain_text(rich_text))
