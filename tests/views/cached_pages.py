"""Pages that are kept: which there are, how many are kept, and what of an answer readers have."""

import re

from django.core.cache import caches

SENT = ("Content-Type", "Content-Language", "Link", "Vary")
# A feed of nothing says that it is of this moment.
MOMENT = re.compile(rb"<(updated|lastBuildDate)>[^<]*</")
LISTS = {
    "archive": "archive/",
    "speakers": "speakers/",
    "organizations": "organizations/",
    "sources": "sources/",
    "topics": "topics/",
    "events": "events/",
    "feed": "feed.rss",
    "atom": "feed.atom",
    "json": "feed.json",
    "calendar": "events.ics",
    "follow": "follow/",
    "subscribe": "subscribe/",
}


def said(answer):
    content = answer.content
    if b"<entry>" not in content and b"<item>" not in content:
        content = MOMENT.sub(b"", content)
    return answer.status_code, content, {name: answer.headers.get(name) for name in SENT}


def kept_pages():
    return len(caches["pages"]._cache)
