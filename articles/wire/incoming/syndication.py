"""RSS and Atom, in all their versions and errors: read by feedparser, which never fetches here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

import feedparser
from django.utils.translation import gettext as _

from ..fetch import HarmfulError, WireError, checked, guessed
from ..sender_facts import MOST, SenderFacts, embargoed
from .items import ArrivedItem, page, text_of, within_years

DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']""")
MARKS = re.compile(rb"<[^>]{0,2000}>")
DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
WEB = ("http://", "https://")
EMBARGOES = ("embargo", "embargoed", "embargo_until", "embargodate", "prism_embargodate",
             "dcterms_available", "available")  # fmt: skip
"""As feedparser calls the elements, whichever name their namespace has."""
AS_READ = {"content-type": "application/xml; charset=utf-8"}


def refuse_entities(data: bytes) -> None:
    """Refuse a document that defines words of its own, or names other files.

    Raises:
        HarmfulError: it does, in whichever of Unicode's forms.
    """
    if b"<!entity" in data.replace(b"\x00", b"").lower():
        raise HarmfulError(_("The file defines entities or names other files, and was not read."))


def read(data: bytes, address: str) -> Iterator[Callable[[], ArrivedItem]]:
    """The items of a feed, each to be made by itself: one that is broken stops no other.

    Raises:
        WireError: it is none.
    """
    refuse_entities(data)
    text = DECLARATION.sub("", letters(data), count=1)
    feed = feedparser.parse(
        BytesIO(text.encode()),
        response_headers=AS_READ,
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    if not feed.entries and not feed.version:
        raise WireError(_("It is no feed that is known here."))
    language = f"{feed.feed.get('language', '')}"
    return (partial(item, entry, language, address) for entry in feed.entries)


def letters(data: bytes) -> str:
    """The letters of a feed: UTF-8 is believed before what it says of itself."""
    declared = DECLARED.match(data)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    if declared and declared[1].lower() not in {b"utf-8", b"utf8", b"us-ascii", b"ascii"}:
        try:
            return data.decode(declared[1].decode())
        except (LookupError, UnicodeDecodeError):
            pass
    # Mark-up is ASCII in every language, and would make it look like French.
    __, encoding = guessed(MARKS.sub(b" ", data))
    return checked(data.decode(encoding, errors="replace"))


def item(entry: Any, language: str, base: str) -> ArrivedItem:
    contents = [one.get("value", "") for one in entry.get("content", [])]
    html = max([*contents, entry.get("summary", "")], key=len)
    title = entry.get("title", "")
    text, warnings = text_of(title, html)
    # A name that is no address is taken for one, where the item has no link.
    link = entry.get("link", "")
    is_name = entry.get("guidislink") and not link.startswith(WEB)
    address = "" if is_name or not link else urljoin(base, link)
    facts = {
        "id": entry.get("id", ""),
        "link": address,
        "published": dict.get(entry, "published") or "",
        "updated": dict.get(entry, "updated") or "",
        "author": entry.get("author", ""),
    }
    return ArrivedItem(
        text,
        page(title, html, facts),
        "item.html",
        "text/html",
        item_id=facts["id"] or address,
        title=text.partition("\n")[0].removeprefix("# ") if title else "",
        address=address if address.startswith(WEB) else "",
        published_at=moment_of(entry),
        said_language=language,
        warnings=warnings,
        facts=facts_of(entry),
        appears_at=moment_of(entry) if dict.get(entry, "published_parsed") else None,
    )


def facts_of(entry: Any) -> SenderFacts:
    """What an item says in the elements that agencies add to RSS and Atom."""
    found = next((entry.get(name) for name in EMBARGOES if entry.get(name)), "")
    held = embargoed(found) if isinstance(found, str) and found else {}
    return SenderFacts(**held, terms=" ".join(f"{entry.get('rights', '')}".split())[:MOST])


def moment_of(entry: Any) -> datetime | None:
    # Asked as of a dictionary, it would give the one for the other, and warn of it.
    names = [name for name in ("published_parsed", "updated_parsed") if dict.get(entry, name)]
    parsed = dict.get(entry, names[0]) if names else None
    try:
        return within_years(datetime(*parsed[:6]).replace(tzinfo=UTC)) if parsed else None
    except (ValueError, OverflowError):
        return None
