"""What is set otherwise before a paragraph is read for who speaks: quotation marks, the hour it begins with.

Every other letter stays in its place.
"""

from __future__ import annotations

import re

HOUR = re.compile(
    r"\s*[\[(]?(?:[01]?\d|2[0-4])\s?(?:[hH:]\s?[0-5]\d|h)(?:\s?(?:min|GMT|UTC))?[\])]?(?:\s*[-–—:|.•]+)?\s+(?=\S)"
)
"""« 10:15 — Le ministre : « … » »: as a press conference is told line by line."""
HALF_TYPED = re.compile(r"“([^“”\"«»]*)\"|\"([^“”\"«»]*)”")
"""“ on one side, and on the other the mark of the keyboard."""


def without_hour(paragraph: str) -> str:
    """Blanks in place of the hour before what happened then."""
    found = HOUR.match(paragraph)
    return " " * found.end() + paragraph[found.end() :] if found else paragraph


def with_whole_marks(paragraph: str) -> str:
    """« ''Le pneu a éclaté'' », « “Nous avons tendu la main" »: as pairs of one mark."""
    if paragraph.count("''") and paragraph.count("''") % 2 == 0:
        paragraph = paragraph.replace("''", '" ')
    if paragraph.count("“") != paragraph.count("”") and paragraph.count('"') % 2:
        paragraph = HALF_TYPED.sub(lambda found: f"“{found[1] or found[2] or ''}”", paragraph)
    return paragraph
