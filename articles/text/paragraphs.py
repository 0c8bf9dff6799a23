"""Rich text as paragraphs, and paragraphs as rich text."""

from __future__ import annotations

import html
import re

BLOCK_END = re.compile(r"</(?:p|h[1-6]|li|blockquote|td|th|tr)>|<(?:br|hr)\s*/?>", re.IGNORECASE)
TAG = re.compile(r"<[^<>]*>")
MARKS = str.maketrans(dict.fromkeys("«»“”„‟″", '"') | dict.fromkeys("‘’‛ʼ", "'"))
# What typography adds or takes away without changing a word: tatweel, marks of direction,
# the space before a sign, the signs and the digits of each script, dashes and dots of one sign.
UNSEEN = re.compile("[\u00ad\u0640\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
SIGNS = str.maketrans(
    dict(zip("،؛؟٫٬٪٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", ",;?,.%01234567890123456789", strict=True))
    | dict.fromkeys("‐‑‒–—―−", "-")
    | {"…": "..."}
)
SPACE_BEFORE = re.compile(r"\s+(?=[,;:!?%]|\.\.\.)")


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
    """The words alone: which marks and which spaces stand around them does not count."""
    words = UNSEEN.sub("", text).translate(MARKS).translate(SIGNS).replace('"', " ")
    return SPACE_BEFORE.sub("", " ".join(words.split()))


def verbatim(words: str, rich_text: str) -> bool:
    """Whether words stand in a text exactly, marks and spaces aside."""
    return comparable(words) in comparable(plain_text(rich_text))
