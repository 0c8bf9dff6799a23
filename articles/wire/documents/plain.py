"""Plain text and Markdown, and what was copied out of a chat."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ..fetch import decoded
from ..layout.messages import PICTURE, STAMP, day_of, with_century
from .document import ReadDocument


def read(data: bytes) -> ReadDocument:
    """Read a text.

    Raises:
        WireError: it is none.
    """
    text, warnings = decoded(data)
    return read_text(text, warnings)


def read_text(text: str, warnings: list[str]) -> ReadDocument:
    """A text that is decoded, without the stamps of a chat."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    first = next((line for line in lines if line.strip()), "")
    stamp = STAMP.match(first)
    if stamp is None:
        return ReadDocument(text, warnings)
    senders = dict.fromkeys(found["who"].strip() for line in lines if (found := STAMP.match(line)))
    kept = [STAMP.sub("", line) for line in lines if not PICTURE.match(STAMP.sub("", line))]
    told = _("Copied out of a chat, where it is from: %(names)s.") % {"names": ", ".join(senders)}
    sent_on = day_of(with_century(stamp["day"]))
    return ReadDocument("\n".join(kept), [*warnings, told], sent_on=sent_on)
