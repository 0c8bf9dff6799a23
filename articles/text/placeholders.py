"""What a text leaves to be filled in: words between brackets, and signs that stand for words."""

from __future__ import annotations

import re
from collections.abc import Iterator

IN_BRACKETS = re.compile(r"\[[^\[\]\n]*[^\W\d_][^\[\]\n]*\]")
"""Words between square brackets: in a quotation, an editor’s; in a template, a place to write in."""
TO_COMPLETE = re.compile(
    r"(?<![^\W_])X{3,}(?![^\W_])"
    r"|\b[Ll]orem ipsum\b"
    r"|[\[(«]\s*(?:à (?:compléter|remplir)(?: [^\])»\n]{1,40})?|T(?:K|BD|BC))\s*[\])»]"
    r"|[\[(«]\s*(?:للاستكمال|[يت]ُ?ستكمل|[يت]ُ?كم[ّل]ل?)(?: [^\])»\n]{1,40})?\s*[\])»]",
)
"""What nobody means to publish, whichever template it came from."""


QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"\n]*\"")
"""Somebody's words: what stands between brackets in them is an editor's, who makes them clear."""
EDITORIAL = re.compile(
    r"\[\s*(?:sic|ndlr|n\.d\.l\.r\.?|ndt|vidéos?|photos?|images?|audio|podcast|direct|live|infographie|carte|pdf"
    r"|كذا|هكذا|فيديو|صور|صورة|مباشر|بودكاست|المحرر|إنفوغرافيك)\b[^\[\]]*\]",
    re.IGNORECASE,
)
"""What newsrooms leave in square brackets for readers: « [sic] », « [vidéo] »."""


def in_brackets(words: str) -> list[str]:
    """What stands between square brackets in a text, with them, in order, each once."""
    return list(dict.fromkeys(IN_BRACKETS.findall(words))) if "[" in words else []


def to_complete(words: str) -> Iterator[str]:
    """What plainly stands for words that are still to come, each once."""
    yield from dict.fromkeys(found.group() for found in TO_COMPLETE.finditer(words))


def to_fill_in(words: str) -> list[str]:
    """What stands between brackets and is nobody's: neither in words that are quoted, nor « [sic] »."""
    if "[" not in words:
        return []
    return [one for one in in_brackets(QUOTED.sub(" ", words)) if not EDITORIAL.fullmatch(one)]
