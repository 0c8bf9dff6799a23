"""What robots read: sitemaps (sitemaps.org 0.9), Google's news sitemap, robots, security."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Count, Max, OuterRef, QuerySet, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation

from articles.languages import Language
from articles.models import (
    Article,
    Correction,
    Event,
    LiveEntry,
    MediaKit,
    Organization,
    PageRecord,
    Source,
    Speaker,
    Topic,
)
from articles.models.dates import EMBARGO
from articles.models.declarations import EDITED_OF_A_LANGUAGE
from articles.models.site_pages import HAS_A_TEXT_OF_OURS
from articles.wire.feeds import absolute

from .http_cache import say_kept_here

AT_ONCE = 1_000
"""So that each is small enough to be kept: Arabic addresses are long."""
NEWS_FOR = timedelta(days=2)
NEWS_MOST = 1_000
XML = "application/xml"
SECTIONS: dict[str, type[PageRecord]] = {
    model.page: model for model in (Article, Event, Speaker, Organization, Source, Topic, MediaKit)
}
FIXED = ["home", "articles", "events", "speakers", "organizations", "sources", "topics"]
FIXED += ["archive", "corrections", "follow", "subscribe", "site_map"]
FIXED += ["accessibility", "privacy", "legal", "press", "kits"]


@dataclass(frozen=True)
class Address:
    """A page in one language, with the same page in the others."""

    location: str
    lastmod: datetime | None = None
    alternates: list[dict[str, str]] = field(default_factory=list)


def in_a_language(model: type[PageRecord], language: Language) -> QuerySet[Any]:
    """The rows that have a page in a language, with the columns that addresses are made of."""
    if model is Article:
        columns = [one.field(name) for one in Language.all() for name in ("slug", "status")]
        dates = [one.field(name) for one in Language.all() for name in EDITED_OF_A_LANGUAGE]
        told = Correction.objects.shown(language).filter(article=OuterRef("pk"))
        last_told = told.order_by("-updated_at").values("updated_at")[:1]
        # A page that has a text of the program's own is among the fixed ones.
        rows: QuerySet[Any] = Article.objects.shown(language=language)
        rows = rows.exclude(site_page__in=HAS_A_TEXT_OF_OURS)
        rows = rows.annotate(told_at=Subquery(last_told), followed_at=last_entry(language))
        return rows.only(*columns, *dates, "embargoed_until", "site_page", "updated_at")
    slugs = [one.field("slug") for one in Language.all()]
    named: Any = model._default_manager
    return named.public(language).with_publicity().only(*slugs, "updated_at")


def last_entry(language: Language) -> Subquery:
    """When readers of an article that is followed live last had another entry."""
    changed = language.field("changed_at")
    shown = LiveEntry.objects.shown(language).filter(article=OuterRef("pk"))
    return Subquery(shown.order_by(f"-{changed}").values(changed)[:1])


def addresses(rows: list[PageRecord], language: Language) -> Iterator[Address]:
    for row in rows:
        there = row.languages_with_page
        alternates = [
            {"lang_code": one.code, "location": absolute(row.url_in(one))} for one in there
        ]
        location = absolute(row.url_in(language))
        yield Address(location, last_changed(row, language), alternates if len(there) > 1 else [])


def last_changed(row: Any, language: Language) -> datetime:
    """When readers of a language last had something else to read: another one's do not count."""
    if not isinstance(row, Article):
        return row.updated_at
    told = [getattr(row, name, None) for name in ("told_at", "followed_at")]
    dates = [row.appears_at(language), *told]
    return max((one for one in dates if one), default=row.updated_at)


def index(request: HttpRequest) -> HttpResponse:
    """Which sitemaps there are: the fixed pages, then each kind in each language, by pages."""
    began = timezone.now()
    found = [Address(absolute(reverse("sitemap_section", args=["pages"])))]
    for name, model in SECTIONS.items():
        for language in Language.all():
            rows = in_a_language(model, language).order_by()
            date = language.field("published_at") if model is Article else "updated_at"
            counted = rows.aggregate(number=Count("pk"), changed=Max(date))
            if model is Article:
                told = Correction.objects.shown(language).aggregate(at=Max("updated_at"))["at"]
                followed = LiveEntry.objects.shown(language).aggregate(
                    at=Max(language.field("changed_at"))
                )["at"]
                dates = [counted["changed"], told, followed]
                counted["changed"] = max(filter(None, dates), default=None)
            for page in range(1, -(-counted["number"] // AT_ONCE) + 1):
                path = reverse("sitemap_section", args=[f"{name}-{language}-{page}"])
                found.append(Address(absolute(path), counted["changed"]))
    context = {"sitemaps": found}
    response = render(request, "feeds/sitemap_index.xml", context, content_type=XML)
    say_kept_here(response, began)
    return response


def section(request: HttpRequest, section: str) -> HttpResponse:
    """One sitemap of the index."""
    began = timezone.now()
    if section == "pages":
        return urlset(request, [*fixed_pages(), *event_months()], began)
    name, code, page = section.rsplit("-", 2) if section.count("-") == 2 else ("", "", "")
    if name not in SECTIONS or code not in dict(settings.LANGUAGES) or not page.isdecimal():
        raise Http404
    start = (int(page) - 1) * AT_ONCE
    if not 0 <= start < 10_000_000:
        raise Http404
    language = Language.get(code)
    rows = list(in_a_language(SECTIONS[name], language).order_by("pk")[start : start + AT_ONCE])
    if not rows:
        raise Http404
    return urlset(request, list(addresses(rows, language)), began)


def fixed_pages() -> Iterator[Address]:
    for name in FIXED:
        paths = {}
        for language in Language.all():
            with translation.override(language.code):
                paths[language.code] = absolute(reverse(name))
        alternates = [{"lang_code": code, "location": path} for code, path in paths.items()]
        yield from (Address(path, None, alternates) for path in paths.values())


def event_months() -> Iterator[Address]:
    """The months in which an event begins, in each language."""
    months = {
        language: list(Event.objects.public(language).dates("starts_on", "month"))
        for language in Language.all()
    }
    for language, begun in months.items():
        for month in begun:
            there = [one for one in months if month in months[one]]
            alternates = [
                {"lang_code": one.code, "location": month_address(month, one)} for one in there
            ]
            location = month_address(month, language)
            yield Address(location, None, alternates if len(there) > 1 else [])


def month_address(month: date, language: Language) -> str:
    with translation.override(language.code):
        return absolute(reverse("events_month", args=[month.year, month.month]))


def urlset(request: HttpRequest, found: list[Address], began: datetime) -> HttpResponse:
    response = render(request, "feeds/sitemap.xml", {"urlset": found}, content_type=XML)
    say_kept_here(response, began)
    return response


def news(request: HttpRequest) -> HttpResponse:
    """What came out in the last two days, in every language (Google's schema 0.9)."""
    since = timezone.now() - NEWS_FOR
    items = []
    for language in Language.all():
        date = language.field("published_at")
        recent = Article.objects.live(language=language).filter(**{f"{date}__gte": since})
        names = ("headline", "slug", "status", "published_at", "live_until")
        columns = [language.field(name) for name in names]
        newest = recent.newest_first(language).only(*columns, EMBARGO, "site_page")[:NEWS_MOST]
        items += [
            {
                "language": language,
                "location": absolute(article.url_in(language)),
                "published_at": article.appears_at(language),
                "title": article.said("headline", language),
            }
            for article in newest
        ]
    items.sort(key=lambda item: item["published_at"], reverse=True)
    return render(request, "feeds/news_sitemap.xml", {"items": items[:NEWS_MOST]}, content_type=XML)


def robots(request: HttpRequest) -> HttpResponse:
    """RFC 9309."""
    return render(request, "feeds/robots.txt", content_type="text/plain; charset=utf-8")


def security(request: HttpRequest) -> HttpResponse:
    """Whom to tell of a weakness (RFC 9116), where the newsroom says whom."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    # Renewed with each day: the file never expires while somebody serves it.
    expires = (timezone.now() + timedelta(days=300)).strftime("%Y-%m-%dT00:00:00Z")
    context = {
        "contact": settings.SECURITY_CONTACT,
        "expires": expires,
        "languages": Language.all(),
    }
    return render(request, "feeds/security.txt", context, content_type="text/plain; charset=utf-8")
