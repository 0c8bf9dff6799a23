"""A live coverage as readers have it: its entries on the article's page, and what is asked again.

The page asks again for its newest entries at an address of their own, which is kept and dated as
every page is: so all readers who wait cost one query a moment, and each sees what is there.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from articles.languages import Language
from articles.models import Article, LiveCoverage, LiveEntry
from articles.models.cached_queries import cached
from articles.models.live import SHOWN_AT_ONCE
from articles.wire.paper.live import MOST, LiveOnPaper

from .pages import TranslatedDetailView
from .pagination import ListPage


@dataclass(frozen=True)
class LivePage:
    """What one page of a coverage shows."""

    article: Article
    coverage: LiveCoverage | None
    summary: LiveEntry | None
    """The entry that stands over the others, on the first page."""
    page: ListPage

    @classmethod
    def of(cls, article: Article, number: str = "1") -> LivePage:
        """Page ``number`` of the entries of an article; in its working copy, of the article itself.

        Raises:
            Http404: there is no such page.
        """
        pk = article.working_copy_of_id or article.pk
        page = ListPage.of(entries_below, [pk], number, SHOWN_AT_ONCE)
        summary = summary_of.first(pk) if page.is_first else None
        return cls(article, coverage_of.first(pk), summary, page)

    @property
    def shown(self) -> list[LiveEntry]:
        """All entries on it, the summary first."""
        return [*([self.summary] if self.summary else []), *self.page.rows]

    @property
    def zone(self) -> str:
        """By whose clock its hours are said."""
        return settings.TIME_ZONE

    @property
    def changed_at(self) -> datetime | None:
        """When its readers last had something else to read of it."""
        return max(filter(None, (one.changed_in() for one in self.shown)), default=None)

    @property
    def is_over(self) -> bool:
        return bool(self.coverage and self.coverage.ended_at)

    @property
    def records(self) -> list[Any]:
        """All that dates it."""
        return [*self.shown, *([self.coverage] if self.coverage else [])]


@cached
def coverage_of(article: int) -> QuerySet[LiveCoverage]:
    return LiveCoverage.objects.filter(article=article)[:1]


@cached
def summary_of(article: int) -> QuerySet[LiveEntry]:
    return (
        LiveEntry.objects.public()
        .filter(article=article, **is_summary())
        .select_related("image")[:1]
    )


def entries_below(article: int) -> QuerySet[LiveEntry]:
    """The entries of an article that its readers have, the newest first, without its summary."""
    shown = LiveEntry.objects.shown().filter(article=article).select_related("image")
    return shown.exclude(Q(**is_summary())).newest_first()


def is_summary() -> dict[str, bool]:
    """What is asked of the summary that readers of the active language have."""
    return {Language.active().field("is_summary"): True}


def live_on_paper(article: Article) -> LiveOnPaper:
    """The entries of an article for its paper; of its working copy, those of the article itself."""
    pk = article.working_copy_of_id or article.pk
    summary, found = summary_of(pk), newest_of(pk)
    left_out = entries_below(pk).count() - MOST if len(found) > MOST else 0
    entries = [*summary, *found[:MOST]]
    return LiveOnPaper(coverage_of.first(pk), entries, left_out, article.is_live())


@cached
def newest_of(article: int) -> QuerySet[LiveEntry]:
    return entries_below(article)[: MOST + 1]


class CoverageView(TranslatedDetailView):
    """Something of an article that is followed live, under the article's address."""

    model = Article

    @classmethod
    def in_language(cls, language: Language, now: datetime, until: datetime) -> QuerySet[Any]:
        found = Article.objects.live(now, language).filter(kind=Article.Kind.COVERAGE)
        return cls.with_related(found, now, until)


class LivePart(CoverageView):
    """The newest entries alone, for the script of a page that is open."""

    template_name = "articles/live_part.html"
    shown_with: ClassVar[tuple[str, ...]] = ()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        live = LivePage.of(self.object)
        return super().get_context_data(live=live, shown=live.records, **kwargs)

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        response = super().render_to_response(context, **kwargs)
        response.headers["X-Robots-Tag"] = "noindex"
        return response


class LiveEntryAddress(CoverageView):
    """The address of one entry, whichever page of its coverage it is on now."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.entry = kwargs.pop("entry")
        return super().get(request, *args, **kwargs)

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        article = self.object
        entry = LiveEntry.objects.shown().filter(article=article.pk, pk=self.entry).first()
        if entry is None:
            raise Http404
        page, address = page_with(entry), article.url_in(Language.active())
        asked = f"?page={page}" if page > 1 else ""
        return HttpResponseRedirect(f"{address}{asked}#{entry.anchor}")


def page_with(entry: LiveEntry) -> int:
    """The number of the page of its coverage that an entry is on."""
    if entry.is_summary_in():
        return 1
    newer = Q(at__gt=entry.at) | Q(at=entry.at, pk__gt=entry.pk)
    return entries_below(entry.article_id).filter(newer).count() // SHOWN_AT_ONCE + 1
