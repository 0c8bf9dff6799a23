"""The text of a post as HTML: WordPress keeps empty lines for paragraphs, and codes in brackets."""

from __future__ import annotations

import re
from html import escape, unescape

COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
CAPTION = re.compile(r"\[caption\b[^\]]*\].*?\[/caption\]", re.DOTALL)
CODE = re.compile(r"\[/?[a-z][a-z0-9_-]{1,40}(?:\s[^\]\[]*)?/?\]")
PICTURE = re.compile(r"<img\b", re.IGNORECASE)
UNSEEN = re.compile(
    r"<(script|style|iframe|noscript|template)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE
)
FIGURE = re.compile(r"<figure\b.*?</figure>", re.DOTALL | re.IGNORECASE)
BLOCK = re.compile(
    r"</?(?:p|h[1-6]|ul|ol|li|blockquote|table|thead|tbody|tr|td|th|pre|hr|div|section|figure|iframe)\b",
    re.IGNORECASE,
)
HEADING = re.compile(r"<(/?)h([1-6])\b", re.IGNORECASE)
TAG = re.compile(r"<[^>]*>")
LEVELS = {"1": "2", "4": "3", "5": "3", "6": "3"}


def body_of(content: str) -> tuple[str, int]:
    """The text, and how many pictures within it were left out."""
    pictures = len(PICTURE.findall(content))
    text = UNSEEN.sub("", content.replace("\r\n", "\n").replace("\r", "\n"))
    text = COMMENT.sub("", text)
    text = CODE.sub("", CAPTION.sub("", FIGURE.sub("", text)))
    text = HEADING.sub(lambda m: f"<{m[1]}h{LEVELS.get(m[2], m[2])}", text)
    blocks = (one.strip() for one in re.split(r"\n\s*\n", text))
    return "".join(as_block(one) for one in blocks if one), pictures


def as_block(text: str) -> str:
    """A block of its own as it is; else a paragraph, whose lines stay lines."""
    if BLOCK.match(text):
        return text
    inner = text.replace("\n", "<br>")
    # A block may begin within a line: the paragraph ends before it.
    parts = BLOCK.split(inner, maxsplit=1)
    if len(parts) > 1:
        at = len(parts[0])
        return f"<p>{parts[0]}</p>{inner[at:]}" if words_of(parts[0]) else inner
    return f"<p>{inner}</p>" if words_of(inner) else ""


def words_of(html: str) -> str:
    """The words alone, on one line."""
    return " ".join(unescape(TAG.sub(" ", html)).split())


def plain(text: str) -> str:
    """A text of somebody else's HTML, as HTML that says just that."""
    return escape(words_of(text))
