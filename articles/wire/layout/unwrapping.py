"""The whole way from a text as it came to its paragraphs."""

from __future__ import annotations

import re

from articles.text.extraction.datelines import dateline, says_only_when
from articles.text.extraction.dates import NoSuchDateError, first_date
from articles.text.extraction.labels import LABEL_ALONE

from .above_titles import take_above_titles
from .asides import take_asides
from .closing import ENDS, closes, first_closing, is_section, take_closing
from .heads import is_slug, take_heads
from .letterheads import is_letterhead
from .mail_headers import HEADER
from .messages import open_message
from .pages import PAGE, without_pages
from .parts import PartKind, UnwrappedText
from .signing_off import SIGNS_OFF
from .tables import take_tables
from .web_pages import take_web_page
from .wrapped_lines import paragraphs

SOURCE = re.compile(r"^\W*(?:sources?|المصدر)\s*\W*\s*(?::|$)", re.IGNORECASE)


def lay_out(text: str) -> UnwrappedText:
    """A text without its wrapper.

    Args:
        text: as it came; lines end with ``\\n``, pages with ``\\f``.

    Returns:
        its paragraphs, and all that was taken off, in the order in which it stood.
    """
    text = text.replace("\u00ad\n", "").replace("\u00ad", "")
    text = re.sub("^[\u200e\u200f]+|[\u200e\u200f]+$", "", text, flags=re.MULTILINE)
    layout = UnwrappedText(lines_of(text))
    open_message(layout)
    layout.lines, furniture = without_pages(stripped(layout.lines))
    layout.take(PartKind.PAGE, furniture)
    take_tables(layout)
    take_above_titles(layout)
    take_web_page(layout)
    take_heads(layout)
    layout.lines = paragraphs(layout.lines, begins)
    take_asides(layout, first_closing(layout.lines, with_asides=False))
    take_closing(layout)
    return layout


def lines_of(text: str) -> list[str]:
    """The lines of a text, with ``PAGE`` as one of its own where a page ends."""
    return text.replace("\f", f"\n{PAGE}\n").split("\n")


def stripped(lines: list[str]) -> list[str]:
    return [line if line == PAGE else line.strip() for line in lines]


def begins(line: str) -> bool:
    """Whether a line is the first of something, however full the line before it is."""
    if LABEL_ALONE.match(line) or SOURCE.match(line) or ENDS.match(line) or SIGNS_OFF.match(line):
        return True
    if HEADER.match(line):
        return True
    if is_section(line) or closes(line) or is_slug(line) or is_letterhead(line):
        return True
    if dateline(line) is not None:
        return True
    try:
        found = first_date(line[:80])
    except NoSuchDateError:
        return False
    return found is not None and says_only_when(line)


def rejoined(text: str) -> str:
    """The text with a line for each paragraph; nothing is changed but where lines and pages end."""
    kept, _pages = without_pages(stripped(lines_of(text.replace("\r\n", "\n"))))
    return "\n\n".join(paragraphs(kept, begins))
