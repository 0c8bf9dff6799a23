"""Plain text and Markdown, and what was copied out of a chat."""

from __future__ import annotations

from django.utils.translation import gettext as _

from articles.text.folding import latin_digits

from ..fetch import decoded
from ..layout.mail_headers import day_of
from ..layout.messages import MARKS, STAMP, parted_chat, with_century
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
    said, answers = parted_chat(lines)
    names = dict.fromkeys(one.who for one in said)
    told = [_("Copied out of a chat, where it is from: %(names)s.") % {"names": ", ".join(names)}]
    if answers:
        words = "; ".join(f"{one.who}: {' '.join(one.words.split())}" for one in answers)
        told.append(_("What others only answered in the chat was left out: “%s”") % words[:200])
    text = "\n".join(one.words for one in said)
    sent_on = day_of(with_century(latin_digits(MARKS.sub("", stamp["day"]))))
    sender = next(iter(names)) if len(names) == 1 else ""
    return ReadDocument(text, [*warnings, *told], sent_on=sent_on, sender=sender)
