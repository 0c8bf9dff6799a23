"""One text that came in, whatever it came by; and what is common to the readers of feeds."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from html import escape
from typing import Any

from django.utils import timezone
from django.utils.dateparse import parse_datetime

from articles.models.date_fields import YEARS
from articles.text.scripts import language_of

from ..documents import web
from ..documents.document import MailAttachment
from ..fetch import tidied
from ..sender_facts import SenderFacts

LONGEST_TEXT = 400_000


@dataclass
class ArrivedItem:
    """What a feed or a mail has to say of one text."""

    text: str
    """Its title in the first line, where it has one."""
    raw: bytes
    """As it came, or as near to it as its feed gives it."""
    file_name: str
    media_type: str
    item_id: str = ""
    title: str = ""
    address: str = ""
    published_at: datetime | None = None
    said_language: str = ""
    warnings: list[str] = field(default_factory=list)
    is_canceled: bool = False
    """Whether its sender takes it back."""
    facts: SenderFacts = field(default_factory=SenderFacts)
    """What its sender says of it by machine."""
    appears_at: datetime | None = None
    """When its readers have it, by its feed: maybe later than now."""
    attachments: list[MailAttachment] = field(default_factory=list)

    @property
    def headline(self) -> str:
        first = next((one.strip(" #*") for one in self.text.splitlines() if one.strip()), "")
        return (self.title or first)[:300]

    @property
    def language(self) -> str:
        """As it reads; else as it says, which may be a language of nobody here."""
        return language_of(self.text) or self.said_language[:20].lower()

    @property
    def day(self) -> date | None:
        return timezone.localtime(self.published_at).date() if self.published_at else None

    @property
    def digest(self) -> str:
        """The same for the same words, however they are spaced."""
        return hashlib.sha256(" ".join(self.text.casefold().split()).encode()).hexdigest()


def text_of(title: str, html: str) -> tuple[str, list[str]]:
    """The words of an item under its title, and what had to be done to read them.

    Raises:
        WireError: there are none, or far too many.
    """
    words = web.words_of(html) if "<" in html or "&" in html else html
    title = " ".join((web.words_of(title) if "<" in title or "&" in title else title).split())
    title = title.removeprefix("# ")
    has_title = not title or words.lstrip(" #\n").startswith(title)
    warnings: list[str] = []
    whole = words if has_title else f"# {title}\n\n{words}"
    return tidied(whole, warnings).text.strip(), warnings


def page(title: str, html: str, facts: dict[str, str]) -> bytes:
    """An item whose feed does not give it as one file: its parts as they came, in one page."""
    said = "".join(
        f"<p>{escape(name)}: {escape(value)}</p>\n" for name, value in facts.items() if value
    )
    head = f'<!doctype html>\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n'
    return f"{head}{said}<hr>\n{html}\n".encode(errors="replace")


def moment(said: Any) -> datetime | None:
    """A moment in ISO 8601; nothing, where it is none, or of a year nobody reckons with."""
    try:
        found = parse_datetime(said) if isinstance(said, str) else None
    except ValueError:
        return None
    return within_years(found) if found else None


def within_years(found: datetime) -> datetime | None:
    if found.year not in YEARS:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def json_text(value: Any) -> str:
    """A text of somebody else's JSON; nothing, where it is something else."""
    return value.strip() if isinstance(value, str) else ""
