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

FOUND = {
    "search": "/fr/search/?q=session",
    "search of the one day": "/fr/search/?q=session&since=2024-07-01&kind=news",
    "search for a person": "/fr/search/?q=Chekkouri",
    "search ar": "/ar/search/?q=session",
    "sitemaps": "/sitemap.xml",
    "sitemap of pages": "/sitemap-pages.xml",
    "sitemap of articles": "/sitemap-article-fr-1.xml",
    "sitemap of people": "/sitemap-speaker-ar-1.xml",
}
"""What is kept of answers that there are any number of, and of maps for robots."""


def said(answer):
    content = answer.content
    if b"<entry>" not in content and b"<item>" not in content:
        content = MOMENT.sub(b"", content)
    return answer.status_code, content, {name: answer.headers.get(name) for name in SENT}


def kept_pages(shelf="pages"):
    return len(caches[shelf]._cache)


def forget_pages():
    for shelf in ("pages", "found"):
        caches[shelf].clear()
