"""A text without its wrapper, and the wrapper in named parts."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class PartKind(StrEnum):
    """What of a text is not its body."""

    HEADERS = "headers"
    """Of a mail, or of a message."""
    NOTE = "note"
    """What who passes it on wrote above it."""
    PAGE = "page"
    """Numbers of pages, and lines that each page repeats."""
    SLUG = "slug"
    """Codes of an agency: « MAP0412 3 POL 0298 »."""
    LABEL = "label"
    """« URGENT », « COMMUNIQUÉ DE PRESSE »."""
    LETTERHEAD = "letterhead"
    """Whose paper it is: « Royaume du Maroc »."""
    MENU = "menu"
    """Of a page that was saved: where else it leads."""
    BYLINE = "byline"
    STANDFIRST = "standfirst"
    """Between the headline and the first words."""
    ASIDE = "aside"
    """What stands in the middle and leads elsewhere: « Lire aussi », advertisements."""
    TABLE = "table"
    """Columns of words or figures."""
    CLOSING = "closing"
    """What stands below a text: contacts, « À propos de », initials."""


@dataclass(frozen=True)
class TakenPart:
    kind: PartKind
    text: str


@dataclass
class UnwrappedText:
    """A text on its way out of its wrapper."""

    lines: list[str]
    """Lines as they came at first, paragraphs at the end; an empty one stands between two."""
    parts: list[TakenPart] = field(default_factory=list)
    subject: str | None = None
    """What the mail is called that it came in, without « TR : »."""
    sent_on: date | None = None
    """When the mail, or the message, was sent."""

    sender: str | None = None
    """Whose mail, or post, it is, by the name that stands there."""

    said_on: date | None = None
    """Of which day a line above the title says that it is."""

    house: str = ""
    """Whose paper, or whose report, a line above the title says that it is."""

    house_above: str = ""
    """What stands above the title and may be whose text it is, where nothing else says it."""

    channel: str = ""
    """From which channel a message was passed on."""

    standfirst: str = ""
    """The summary, where a page has it between its headline and its author."""

    def take(self, kind: PartKind, lines: list[str]) -> None:
        """Keep lines apart, as one part."""
        text = "\n".join(lines).strip()
        if text:
            self.parts.append(TakenPart(kind, text))
