"""Signs that mark a line up, as plain texts have them."""

from __future__ import annotations

import re

# A hash before a word is part of it: « #Météo ».
MARKUP = re.compile(r"^#{1,6}\s+|\*{1,3}|__|^>\s*")


def without_markup(block: str) -> str:
    return MARKUP.sub("", block).strip()
