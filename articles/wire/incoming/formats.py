"""Which kind of feed it is: told by what is in it, and never by what its server says."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from . import newsml, ninjs, syndication
from .items import ArrivedItem

MOST_ITEMS = 300
"""Of one reading: the first, which in feeds are the newest."""
ACCEPTED = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/json;q=0.9, "
    "application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1"
)
BOM = b"\xef\xbb\xbf"


def items_of(data: bytes, address: str) -> Iterator[Callable[[], ArrivedItem]]:
    """The items of a feed, each to be made by itself: one that is broken stops no other.

    Raises:
        WireError: it is no feed; of one that could do harm it is a ``HarmfulError``.
    """
    syndication.refuse_entities(data)
    begin = data.removeprefix(BOM).lstrip()[:4000]
    if begin[:1] in {b"{", b"["}:
        found = ninjs.read(data.removeprefix(BOM))
    elif b"newsItem" in begin or b"newsMessage" in begin:
        found = newsml.read(data)
    else:
        found = syndication.read(data, address)
    return (one for one, __ in zip(found, range(MOST_ITEMS), strict=False))
