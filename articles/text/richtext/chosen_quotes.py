"""Quotations of an article that its text shows at a place of their own: each a figure without words.

It names its quotation by the key; the words, and who said them, are the record’s and follow it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from .figures import RecordFigure, blocks_of

KEY = "data-quote"
QUOTE = RecordFigure("chosen-quote", KEY, re.compile(r"[\w.:-]{1,100}"))


def quote_of(block: str) -> str:
    """The key of the quotation that a block of rich text is; nothing where it is none."""
    return QUOTE.key_of(block)


def quotes_chosen_in(rich_text: str | None) -> list[str]:
    """The keys of the quotations that a text shows, in order, each once."""
    return QUOTE.keys_in(rich_text)


def with_chosen_quotes(rich_text: str, show: Callable[[str], str]) -> str:
    """A text with what is shown of each quotation that it names, by its key, in its place."""
    if KEY not in rich_text:
        return rich_text
    blocks = blocks_of(rich_text)
    return "".join(show(key) if (key := quote_of(one)) else one for one in blocks)
