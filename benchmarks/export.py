"""What readers of one language have of the newsroom's articles, one a line as JSON.

Run in the newsroom's own environment; the other site is filled with it, so that both say the same.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import django

django.setup()

from django.utils import translation  # noqa: E402

from articles.languages import Language  # noqa: E402
from articles.models import Article  # noqa: E402

AT_ONCE = 500


def named(record: Any) -> dict[str, str] | None:
    """A record's name and slug, where there is one."""
    return record and {"name": str(record), "slug": record.key}


def event(article: Article) -> dict[str, Any] | None:
    one = article.event
    if one is None:
        return None
    return {
        "name": str(one),
        "slug": one.said("slug") or one.key,
        "starts_on": str(one.starts_on),
        "ends_on": str(one.ends_on or one.starts_on),
        "description": one.said("description"),
        "place": named(one.place),
    }


def exported(article: Article) -> dict[str, Any]:
    return {
        "headline": article.said("headline"),
        "slug": article.said("slug"),
        "standfirst": article.said("standfirst"),
        "body": article.body,
        "byline": article.said("local_byline") or article.byline,
        "published_at": str(article.published_at),
        "dateline": named(article.dateline),
        "source": named(article.source),
        "event": event(article),
        "has_picture": article.lead_image_id is not None,
        "topics": [str(one.tag) for one in article.tagged.all()],
        "quotes": [
            {
                "speaker": named(one.speaker),
                "position": one.said("position"),
                "text": one.said("text"),
            }
            for one in article.quotes.all()
        ],
        "organizations": [named(one.organization) for one in article.mentions.all()],
        "corrections": [
            {"made_on": str(one.made_on), "text": one.said("text")}
            for one in article.corrections.all()
        ],
    }


def main() -> None:
    with translation.override(Language.all()[0].code):
        live = Article.objects.live().order_by("pk").select_related("dateline", "source")
        live = live.select_related("event__place", "dateline", "source").prefetch_related(
            "tagged__tag", "quotes__speaker", "mentions__organization", "corrections"
        )
        for article in live.iterator(AT_ONCE):
            sys.stdout.write(json.dumps(exported(article), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
