"""What is not there: the nearest things that are, or the word that it was withdrawn."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from urllib.parse import unquote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from rapidfuzz import fuzz, process

from articles.languages import Language
from articles.models import Article
from articles.models.article_queryset import ArticleQuerySet
from articles.models.cached_queries import cached
from articles.models.identity import ask_nothing

SUGGESTED = NEWEST = 5
LOOKED_THROUGH = 2_000
"""So many of the newest articles are compared; the whole archive is the search's business."""
LIKE_ENOUGH = 60
CUT_SHORT = 24
"""Letters that two addresses share when a mail program has cut one."""


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The 404 page, with the articles whose addresses are nearest to what was asked for."""
    asked = unquote(request.path).rstrip("/").rsplit("/", 1)[-1]
    nearest = nearest_to(asked)
    if not is_a_readers(request.path):
        ask_nothing()
    context = {
        "nearest": nearest,
        "newest": newest() if not nearest and is_a_readers(request.path) else [],
    }
    return not_kept(render(request, "404.html", context, status=404))


def is_a_readers(path: str) -> bool:
    """Whether an address is one that pages have: of a language, and of no program or file."""
    code, _sign, rest = path.lstrip("/").partition("/")
    return Language.find(code) is not None and "." not in rest


def newest() -> list[Article]:
    """The newest articles, for a page that has nothing else to show."""
    return few_newest(timezone.now())


def newest_articles(now: datetime) -> ArticleQuerySet:
    return Article.objects.live(now).newest_first().for_list()


@cached
def few_newest(now: datetime) -> ArticleQuerySet:
    return newest_articles(now)[:NEWEST]


def nearest_to(slug: str) -> list[Article]:
    """Live articles with a slug like this one, the likest first; none for less than three words.

    What robots try (``wp-admin``, ``wp-login.php``) is short, and says nothing of a reader's wish.
    """
    words = slug.replace("-", " ").split()
    if len(words) < 3 or len(slug) > 300:
        return []
    column = Language.active().field("slug")
    live = Article.objects.live()
    pairs = live.values_list("pk", column)
    begun_so = pairs.filter(**{f"{column}__startswith": slug[:CUT_SHORT]}).order_by()[:50]
    slugs: dict[int, str] = dict(pairs.newest_first()[:LOOKED_THROUGH]) | dict(begun_so)
    found: list[Any] = process.extract(
        " ".join(words),
        {key: text.replace("-", " ") for key, text in slugs.items()},
        scorer=fuzz.token_set_ratio,
        score_cutoff=LIKE_ENOUGH,
        limit=SUGGESTED,
    )
    articles = live.for_list().in_bulk([key for _, _, key in found])
    return [articles[key] for _, _, key in found]


def gone_page(request: HttpRequest, article: Article | None, slug: str = "") -> HttpResponse:
    """410 (RFC 9110, 15.5.11): it was published, and the newsroom took it back.

    Args:
        article: the article; ``None`` where it was deleted since.
        slug: of the address, where there is no article.
    """
    elsewhere = [
        {"language": language, "url": article.url_in(language)}
        for language in (Language.active().others if article else [])
        if article and article.is_live(language)
    ]
    context = {
        "elsewhere": elsewhere,
        "article": article,
        "nearest": (nearest := nearest_to((article.slug if article else slug) or "")),
        "newest": [] if nearest or elsewhere else newest(),
    }
    return not_kept(render(request, "410.html", context, status=410))


def not_kept(response: HttpResponse) -> HttpResponse:
    """Let no cache keep it: what is scheduled appears at this address at its very minute."""
    patch_cache_control(response, no_cache=True)
    return response
