"""Words of somebody else's HTML."""

from __future__ import annotations

import re
from html import unescape

TAG = re.compile(r"<[^<>]*>")


def words_of(html: str) -> str:
    """The words alone, on one line."""
    return " ".join(unescape(TAG.sub(" ", html)).split())
