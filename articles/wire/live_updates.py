"""A live coverage as linked data: schema.org's LiveBlogPosting, with an update for each entry."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse

from articles.languages import Language
from articles.models import Article, LiveCoverage, LiveEntry
from articles.text.richtext.paragraphs import plain_text

from .feeds import absolute
from .linked_data import Node, clean, picture


def with_live_updates(
    told: Node, article: Article, coverage: LiveCoverage | None, entries: Iterable[LiveEntry]
) -> Node:
    """The graph of an article, as that of one that is followed live."""
    node, *others = told["@graph"]
    updates = [update(article, one) for one in entries if not one.is_withdrawn]
    more = {
        "@type": "LiveBlogPosting",
        "coverageStartTime": coverage.started_at if coverage else None,
        "coverageEndTime": coverage.ended_at if coverage else None,
        "liveBlogUpdate": updates,
    }
    return told | {"@graph": [node | clean(more), *others]}


def update(article: Article, entry: LiveEntry) -> Node:
    body = plain_text(entry.said("body"))
    url = absolute(entry_url(article, entry))
    return {
        "@type": "BlogPosting",
        "@id": url,
        "url": url,
        "headline": entry.said("headline") or body.split("\n")[0][:110],
        "articleBody": body,
        "image": picture(entry.image),
        "datePublished": entry.at,
        "dateModified": entry.changed_in(),
        "author": {"@type": "Person", "name": entry.byline} if entry.byline else None,
    }


def entry_url(article: Article, entry: LiveEntry) -> str:
    """The address of one entry, in the active language."""
    slug = article.said("slug", Language.active())
    return reverse("live_entry", kwargs={"slug": slug, "entry": entry.pk})
