"""What other programs read from the newsroom, read back by the libraries they would use."""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Iterator

import feedparser
import icalendar
import vobject
from lxml import etree

from articles.languages import Language

FEEDS = ["feed.rss", "feed.atom"]
CALENDAR = "events.ics"
SITEMAPS = ["sitemap.xml", "news-sitemap.xml"]


def fetched(url: str) -> bytes:
    with urllib.request.urlopen(url) as answer:  # noqa: S310 - our own server
        body: bytes = answer.read()
    return body


def readings(site: str) -> Iterator[tuple[str, str]]:
    """Each thing for machines, and what its readers say of it.

    Raises:
        Exception: a reader could not read it at all.
    """
    for language in Language.all():
        for name in FEEDS:
            read = feedparser.parse(fetched(f"{site}/{language}/{name}"))
            trouble = f", {read.bozo_exception}" if read.bozo else ""
            yield (
                f"/{language}/{name}",
                f"{len(read.entries)} entries, bozo {int(read.bozo)}{trouble}",
            )
        feed = json.loads(fetched(f"{site}/{language}/feed.json"))
        yield f"/{language}/feed.json", f"{len(feed['items'])} items, {feed['version']}"
        body = fetched(f"{site}/{language}/{CALENDAR}")
        ours = icalendar.Calendar.from_ical(body).walk("VEVENT")
        theirs = vobject.readOne(body.decode()).vevent_list
        yield (
            f"/{language}/{CALENDAR}",
            f"icalendar reads {len(ours)} events, vobject {len(theirs)}",
        )
    for name in SITEMAPS:
        yield f"/{name}", f"{len(etree.fromstring(fetched(f'{site}/{name}')))} entries"
