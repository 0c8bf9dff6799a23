"""What a text of wire copy was found to say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from articles.text.extraction.events import HeldEvent
from articles.text.extraction.people import Person
from articles.text.extraction.quotations import Quotation

from .layout.parts import PartKind, TakenPart


@dataclass(frozen=True)
class WireCopy:
    """What a text was found to say."""

    language: str
    headline: str | None
    published_on: date | None
    dateline_place: str | None
    source_name: str | None
    source_url: str | None
    event: HeldEvent | None
    speakers: tuple[Person, ...]
    organizations: tuple[str, ...]
    organizers: tuple[str, ...]
    quotes: tuple[Quotation, ...]
    paragraphs: tuple[str, ...]
    text: str
    warnings: tuple[str, ...]
    embargo_line: str = ""
    """What it says of an embargo, and when that ends, where it says it for sure."""
    embargoed_until: datetime | None = None
    embargoes: tuple[tuple[str, datetime | None], ...] = ()
    """Where it says so several times: each line, and when it says that its embargo ends."""
    correction: str = ""
    """The words by which it says that it corrects an earlier text."""
    label: str = ""
    """What stands above it: « URGENT », « COMMUNIQUÉ DE PRESSE »."""
    kind: str | None = None
    """The kind of article that the label tells."""
    byline: str | None = None
    standfirst: str = ""
    parts: tuple[TakenPart, ...] = ()
    """What was taken off it, in order."""
    to_check: tuple[str, ...] = ()
    """What it does not say for sure, for a person to find out."""
    in_gazetteer: frozenset[str] = frozenset()
    """What of it the gazetteer has, by the keys of its page: ``place``, ``speakers-2``."""
    genders: Mapping[str, str] = field(default_factory=dict)
    """``MALE`` or ``FEMALE``, by the names of those of whom it says so plainly."""

    def as_dict(self, file: str) -> dict[str, Any]:
        """The form that ``--json`` prints."""
        held = self.event
        return {
            "file": file,
            "language": self.language,
            "headline": self.headline,
            "published_on": iso_day(self.published_on),
            "dateline_place": self.dateline_place,
            "source_name": self.source_name,
            "source_url": self.source_url,
            "event": held
            and {
                "name": held.name,
                "starts_on": iso_day(held.starts_on),
                "ends_on": iso_day(held.ends_on),
                "place": held.place,
            },
            "speakers": [
                {"name": one.name, "position": one.position, "organization": one.organization}
                for one in self.speakers
            ],
            "organizations": list(self.organizations),
            "quotes": [{"text": one.text, "speaker": one.speaker} for one in self.quotes],
            "warnings": list(self.warnings),
            "to_check": list(self.to_check),
            "reasons": dict.fromkeys(sorted(self.in_gazetteer), "gazetteer"),
            "unnamed_quotes": sum(one.speaker is None for one in self.quotes),
            "embargo": {"line": self.embargo_line, "until": iso_day(self.embargoed_until)}
            if self.embargo_line
            else None,
            "correction": self.correction or None,
            "label": self.label or None,
            "kind": self.kind,
            "byline": self.byline,
            "standfirst": self.standfirst or None,
            "closing": [one.text for one in self.parts if one.kind is PartKind.CLOSING],
        }


def iso_day(day: date | datetime | None) -> str | None:
    return day.isoformat() if day else None
