"""What was taken off a text that somebody may miss: nothing goes without a word."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from ..markup import is_row
from .closing import LONG, closes
from .parts import PartKind, UnwrappedText

LONGEST = 80
"""Letters of a part that are repeated: it is found by them."""
FEWEST = 2
"""Long paragraphs below a text: one is « À propos de » the sender."""


def report_removed_parts(layout: UnwrappedText) -> Iterator[str]:
    """A sentence for each part that stood in the text, or is long."""
    for part in layout.parts:
        lines = part.text.split("\n")
        if part.kind is PartKind.ASIDE:
            yield _("In the middle of the text this leads elsewhere, and was left out: “%s”.") % (
                shortened(" / ".join(lines))
            )
        elif part.kind is PartKind.TABLE:
            yield _("Columns were left out of the text, as a table: “%s”.") % shortened(lines[0])
        elif part.kind is PartKind.CLOSING:
            if row := next((one for one in lines if is_row(one)), ""):
                yield _("Columns were left out of the text, as a table: “%s”.") % shortened(row)
            long = sum(len(one) > LONG and not closes(one) for one in lines)
            if long >= FEWEST:
                yield _(
                    "What stands below the text was left out (long paragraphs: %(count)d), "
                    "from here on: “%(line)s”."
                ) % {"count": long, "line": shortened(lines[0])}


def shortened(line: str) -> str:
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"
