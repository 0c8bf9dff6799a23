"""Which pages of a newsroom are asked for: those that have the most to do, in its first language.

Run in the newsroom's own environment, it writes them as JSON, with the cookie of somebody who is
signed in at the desk.
"""

from __future__ import annotations

import json
import random
import sys
from typing import Any
from urllib.parse import quote

import django

django.setup()

from django.contrib.auth.models import Group  # noqa: E402
from django.db.models import Count, QuerySet  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils import translation  # noqa: E402

from articles.languages import Language  # noqa: E402
from articles.models import Article, Event, Speaker, Status, Topic, User  # noqa: E402
from articles.views.articles import ArticleList  # noqa: E402
from articles.views.pages import PublicPage  # noqa: E402

SEARCHES = 40
"""Different ones, so that not each is answered from what the one before has left."""
CHIEF = "benchmark"


def chosen(language: Language) -> dict[str, Any]:
    """The addresses of each page by its name, the slug of the article, the cookie."""
    live = Article.objects.live()
    article = live.exclude(event=None).exclude(lead_image=None).newest_first().first()
    if article is None:
        sys.exit("There is no article with an event and a picture to ask for.")
    deep = max(live.count() // PublicPage.page_size // 2, 1)
    pages = {
        "home": [reverse("home")],
        "article": [article.get_absolute_url()],
        "list": [reverse(ArticleList.page)],
        "deep list": [f"{reverse(ArticleList.page)}?page={deep}"],
        "event": [busiest(Event.objects.all(), "articles")],
        "speaker": [busiest(Speaker.objects.all(), "quotes")],
        "topic": [busiest(Topic.objects.all(), "of_articles")],
        "search": [f"{reverse('search')}?q={words}" for words in searches(live)],
        "feed": [reverse("feed", args=["rss"])],
        "sitemap": [reverse("sitemap_section", args=[f"article-{language}-1"])],
        "desk page": [reverse("admin:index")],
        "desk list": [reverse("admin:articles_article_changelist")],
        "article form": [form_of(draft_with_rows())],
        "event form": [form_of(Event.objects.alias(n=Count("articles")).order_by("-n", "pk")[0])],
    }
    return {"pages": pages, "slug": article.said("slug"), "cookie": session()}


def busiest(records: QuerySet[Any], related: str) -> str:
    """The address of the one with the most articles or quotations."""
    address: str = records.alias(n=Count(related)).order_by("-n", "pk")[0].get_absolute_url()
    return address


def draft_with_rows() -> Article:
    """One that is all to be written: of what readers have, a form shows less."""
    drafts = {language.field("status"): Status.DRAFT for language in Language.all()}
    written = Article.objects.filter(**drafts).exclude(event=None)
    return written.order_by("pk").first() or Article.objects.order_by("pk")[0]


def form_of(record: Any) -> str:
    return reverse(f"admin:articles_{record._meta.model_name}_change", args=[record.pk])


def searches(live: QuerySet[Article]) -> list[str]:
    """Two words each, of headlines all over the newsroom."""
    chance = random.Random(1)  # noqa: S311 - nothing secret
    keys = list(live.order_by("pk").values_list("pk", flat=True))
    found = live.filter(pk__in=chance.sample(keys, min(SEARCHES, len(keys))))
    headlines = [one.said("headline").split() for one in found.order_by("pk")]
    words = [[one for one in headline if len(one) > 4 and one.isalpha()] for headline in headlines]
    found_words = ["+".join(quote(one) for one in some[:2]) for some in words if some]
    return list(dict.fromkeys(found_words))


def session() -> str:
    """Of a chief's session: the pages of the desk that show the most."""
    chief, is_new = User.objects.get_or_create(username=CHIEF, defaults={"is_staff": True})
    if is_new:
        chief.groups.add(Group.objects.get(name="chief"))
    client = Client()
    client.force_login(chief, backend="django.contrib.auth.backends.ModelBackend")
    return "; ".join(f"{one.key}={one.value}" for one in client.cookies.values())


def main() -> None:
    language = Language.all()[0]
    with translation.override(language.code):
        json.dump(chosen(language), sys.stdout)


if __name__ == "__main__":
    main()
