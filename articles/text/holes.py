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


def in_brackets(words: str) -> list[str]:
    """What stands between square brackets in a text, with them, in order, each once."""
    return list(dict.fromkeys(IN_BRACKETS.findall(words))) if "[" in words else []


def to_complete(words: str) -> Iterator[str]:
    """What plainly stands for words that are still to come, each once."""
    yield from dict.fromkeys(found.group() for found in TO_COMPLETE.finditer(words))
