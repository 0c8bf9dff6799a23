"""What the sender of a text says of it by machine: an embargo, a version, terms of use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import Any, Self

from django.utils.dateparse import parse_datetime
from django.utils.timezone import get_default_timezone

from articles.models.date_fields import YEARS

from .fetch import PageParser
from .mail_parts import header_of

MOST = 500
"""Characters that are kept of each thing that is said."""
AHEAD = timedelta(minutes=10)
"""By which clocks differ: what appears later than that is not out yet."""
HEADERS = ("Embargo", "Embargo-Until", "Embargoed-Until", "X-Embargo", "X-Embargo-Until")
EMBARGOES = ("embargo", "embargoed", "embargodate", "embargo-until", "prism.embargodate",
             "dcterms.available", "dc.date.available")  # fmt: skip
APPEARS = ("article:published_time", "datepublished")
APPEARS_IN_DATA = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
LONGEST_SITE = 100
READ = 300_000
"""Characters of a page that are looked through."""


@dataclass(frozen=True)
class SenderFacts:
    """What a sender says of a text; each is empty where nothing is said of it."""

    embargo: str = ""
    """That it may not be used yet, as it was sent; ``HELD`` where it does not say until when."""
    until: str = ""
    """The moment of it, in ISO 8601."""
    version: str = ""
    terms: str = ""
    slug: str = ""
    urgency: str = ""
    note: str = ""
    """To the desks that get it, and not to their readers."""
    corrects: bool = False
    """Whether it says that it puts an earlier version right."""
    site: str = ""
    """What the site is called on which it stands."""

    @classmethod
    def of(cls, kept: Any) -> Self:
        """The facts that were kept with a text."""
        found = kept if isinstance(kept, Mapping) else {}
        return cls(**{name: found[name] for name in cls.__dataclass_fields__ if name in found})

    def kept(self) -> dict[str, Any]:
        return {name: said for name, said in asdict(self).items() if said}

    @property
    def until_moment(self) -> datetime | None:
        return moment(self.until)

    @property
    def holds(self) -> bool:
        """Whether it may not be used, for all that its sender says, before he says otherwise."""
        return bool(self.embargo) and not self.until

    def is_open(self, now: datetime) -> bool:
        """Whether an embargo is on it at a moment."""
        until = self.until_moment
        return bool(self.embargo) and (until is None or until > now)

    def is_before(self, other: SenderFacts) -> bool:
        """Whether both have numbers of versions, and this one is the older."""
        both = self.version.isdecimal() and other.version.isdecimal()
        return both and int(self.version) < int(other.version)


HELD, APPEARING = "held", "appears"
"""What stands for an embargo without an end, and for a moment to come at which a text appears."""


def moment(said: Any) -> datetime | None:
    """A moment in ISO 8601, or as mails have it; without a zone it is by the newsroom's clock."""
    if not isinstance(said, str) or not said.strip():
        return None
    try:
        found = parse_datetime(said.strip())
    except ValueError:
        return None
    if found is None:
        try:
            found = parsedate_to_datetime(said)
        except (ValueError, TypeError, IndexError, OverflowError):
            return None
    if found.year not in YEARS:
        return None
    return found if found.tzinfo else found.replace(tzinfo=get_default_timezone())


def embargoed(said: Any) -> dict[str, Any]:
    """The facts of an embargo: what says no moment is kept as its words, and has no end."""
    words = " ".join(f"{said}".split())[:MOST]
    at = moment(words)
    if at:
        return {"embargo": words, "until": at.isoformat()}
    return {"embargo": words or HELD}


def appearing(at: datetime | None, now: datetime) -> dict[str, Any]:
    """The same of a text that appears later than now."""
    if at is None or at <= now + AHEAD:
        return {}
    return {"embargo": APPEARING, "until": at.isoformat()}


def of_mail(mail: Message) -> SenderFacts:
    """What the header of a mail says."""
    found = next((said for name in HEADERS if (said := header_of(mail, name))), "")
    return SenderFacts(**embargoed(found)) if found.strip() else SenderFacts()


def of_page(html: str, now: datetime) -> SenderFacts:
    """What a page says where programs read it."""
    reader = MetaReader()
    reader.feed(html[:READ])
    site = reader.said.get("og:site_name", "")[:LONGEST_SITE]
    found = next((reader.said[name] for name in EMBARGOES if reader.said.get(name)), "")
    if moment(found):
        return SenderFacts(**embargoed(found), site=site)
    data = APPEARS_IN_DATA.search(html[:READ])
    told = [*(reader.said.get(name, "") for name in APPEARS), data[1] if data else ""]
    at = next((at for one in told if (at := moment(one))), None)
    return SenderFacts(**appearing(at, now), site=site)


class MetaReader(PageParser):
    """Reads what the head of a page says of it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        name = said.get("property") or said.get("name") or said.get("itemprop") or ""
        value = said.get("content") or said.get("datetime") or ""
        if tag in {"meta", "time"} and name and value:
            self.said.setdefault(name.lower(), " ".join(value.split())[:MOST])
