"""Plain text and Markdown, and what was copied out of a chat."""

from __future__ import annotations

import re
from datetime import date

from django.utils.translation import gettext as _

from ..fetch import decoded
from .document import Document
from .lines import is_broken, joined

STAMP = re.compile(
    r"^[\u200e\u200f\s]*\[?(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{2,4}),?\s+(?:à\s+)?"
    r"\d{1,2}[:h]\d{2}(?::\d{2})?(?:\s*[AP]M|\s*[صم])?\]?\s*(?:[-–]\s*)?"
    r"(?P<who>[^:\n]{1,60}):\s?",
    re.IGNORECASE,
)
"""What WhatsApp puts before each message when it is copied: « [03/07/2024, 14:22] X: »."""
NO_MESSAGE = re.compile(
    r"^[\u200e\u200f\s]*<?(?:Forwarded|Transféré|Transferred|تمت إعادة توجيهها|تمت إعادة التوجيه|"
    r"Media omitted|Médias omis|تم استبعاد الوسائط|image (?:omitted|absente))>?\s*$",
    re.IGNORECASE,
)


def read(data: bytes) -> Document:
    """Read a text.

    Raises:
        WireError: it is none.
    """
    text, warnings = decoded(data)
    return read_text(text, warnings)


def read_text(text: str, warnings: list[str]) -> Document:
    """A text that is decoded, without the stamps of a chat."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    first = next((line for line in lines if line.strip()), "")
    stamp = STAMP.match(first)
    if stamp is None:
        return Document(joined(text) if is_broken(text) else text, warnings)
    senders = dict.fromkeys(found["who"].strip() for line in lines if (found := STAMP.match(line)))
    kept = [STAMP.sub("", line) for line in lines if not NO_MESSAGE.match(STAMP.sub("", line))]
    told = _("Copied out of a chat, where it is from: %(names)s.") % {"names": ", ".join(senders)}
    return Document("\n".join(kept), [*warnings, told], sent_on=day_of(stamp))


def day_of(stamp: re.Match[str]) -> date | None:
    """The day of a stamp: day before month, as both of our languages write it."""
    year = int(stamp["year"])
    try:
        return date(year + 2000 if year < 100 else year, int(stamp["month"]), int(stamp["day"]))
    except ValueError:
        return None
