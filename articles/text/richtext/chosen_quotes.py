"""Quotations of an article that its text shows at a place of their own: each a figure without words.

It names its quotation by the key; the words, and who said them, are the record’s and follow it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from .figures import blocks_of
from .tokens import START, tokens

CLASS = "chosen-quote"
KEY = "data-quote"
A_KEY = re.compile(r"[\w.:-]{1,100}")


def quote_of(block: str) -> str:
    """The key of the quotation that a block of rich text is; nothing where it is none."""
    first = next(tokens(block), None)
    if first is None or first.name != "figure":
        return ""
    said = first.attributes
    key = said.get(KEY, "")
    return key if said.get("class") == CLASS and A_KEY.fullmatch(key) else ""


def quotes_chosen_in(rich_text: str | None) -> list[str]:
    """The keys of the quotations that a text shows, in order, each once."""
    if not rich_text or KEY not in rich_text:
        return []
    figures = (one for one in tokens(rich_text) if one.name == "figure" and one.kind == START)
    return [key for key in dict.fromkeys(quote_of(one.written) for one in figures) if key]


def with_chosen_quotes(rich_text: str, show: Callable[[str], str]) -> str:
    """A text with what is shown of each quotation that it names, by its key, in its place."""
    if KEY not in rich_text:
        return rich_text
    blocks = blocks_of(rich_text)
    return "".join(show(key) if (key := quote_of(one)) else one for one in blocks)
