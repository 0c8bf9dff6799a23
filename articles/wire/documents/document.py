"""What a file was read as: its text, what its wrapping says, and what hangs on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ..sender_facts import SenderFacts

NOTHING_SAID = SenderFacts()


@dataclass(frozen=True)
class MailAttachment:
    """A file that came within another."""

    name: str
    data: bytes


@dataclass
class ReadDocument:
    """The text of a file, before anything is understood of it."""

    text: str
    warnings: list[str] = field(default_factory=list)
    sent_on: date | None = None
    """The day that its wrapping says: the date of a mail, the stamp of a message."""
    sender: str = ""
    """Whose words they are, by the header of a mail that is passed on."""
    facts: SenderFacts = NOTHING_SAID
    """What its sender says of it by machine."""
    attachments: list[MailAttachment] = field(default_factory=list)
    about_files: list[str] = field(default_factory=list)
    """Those of its warnings that are about the files on it."""
