"""Feeds as JSON Feed 1.1 (jsonfeed.org)."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils.feedgenerator import rfc3339_date

from articles.models import Correction

from .feeds import Channel, Item, absolute
from .names import set_apart
from .plain_text import in_plain_text

EXTENSIONS = "https://www.jsonfeed.org/version/1.1/#extensions-a-name-extensions-a"


def as_json(channel: Channel) -> dict[str, Any]:
    """The channel as JSON Feed 1.1 (jsonfeed.org/version/1.1)."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "description": channel.description,
        "home_page_url": absolute(channel.page),
        "feed_url": absolute(channel.feed),
        "language": str(channel.language),
        "_newsroom": {
            "about": EXTENSIONS,
            "translations": [
                {
                    "language": one.language.code,
                    "home_page_url": absolute(one.page),
                    "feed_url": absolute(one.feed),
                }
                for one in channel.counterparts
            ],
        },
        "items": [as_json_item(item) for item in channel.items],
    }
    if settings.WEBSUB_HUB:
        feed["hubs"] = [{"type": "WebSub", "url": settings.WEBSUB_HUB}]
    return feed


def as_json_item(item: Item) -> dict[str, Any]:
    found = {
        "id": item.id,
        "url": item.url,
        "external_url": item.article.source_url,
        "title": item.title,
        "summary": item.summary,
        "content_html": item.html,
        "language": str(item.language),
        "date_published": rfc3339_date(item.published),
        "date_modified": rfc3339_date(item.updated),
        "authors": [{"name": item.author}] if item.author else [],
        "tags": item.topics,
        "image": absolute(item.image.shown().src) if item.image else "",
        "attachments": [
            {
                "url": absolute(one.get_absolute_url()),
                "mime_type": one.media_type,
                "title": in_plain_text(set_apart(one, "title"), item.language),
                "size_in_bytes": one.size,
            }
            for one in item.documents
        ],
        "_newsroom": {
            "about": EXTENSIONS,
            "translations": item.translations,
            "corrections": told_as_json(item, Correction.Kind.SUBSTANCE),
            "updates": told_as_json(item, Correction.Kind.UPDATE),
            "fixes": told_as_json(item, Correction.Kind.TYPOGRAPHICAL),
        },
    }
    return {name: value for name, value in found.items() if value}


def told_as_json(item: Item, kind: Correction.Kind) -> list[dict[str, str]]:
    return [
        {
            "kind": one.kind,
            "made_on": one.made_on.isoformat(),
            "text": one.said("text", item.language),
        }
        for one in item.told
        if one.kind == kind
    ]
