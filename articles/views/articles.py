"""The newsroom's front page, its articles, and each one."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.utils import timezone

from articles.languages import Language
from articles.models import Article, Attachment, FormerSlug, FrontPage, PressContact
from articles.models.cached_fragments import cached_fragment, values_of
from articles.models.identity import identity
from articles.text.richtext.outline import minutes
from articles.wire.feeds import modified_at
from articles.wire.linked_data import article_graph, for_script, home_graph
from articles.wire.live_updates import with_live_updates

from .agenda import agenda
from .article_rows import ArticleRows
from .http_cache import midnight_of, moments
from .live import LivePage
from .not_found import gone_page, newest_articles
from .outdated_translations import Staleness, changed_at, with_staleness
from .pages import PagedListView, PublicPage, TranslatedDetailView
from .pagination import ListPage
from .quotations import QuotedBody
from .redirects import record_once_at, url_of
from .related_articles import Around, around_it, identity_of
from .sharing import share_image_url


class HomePage(PublicPage):
    page = "home"
    template_name = "articles/home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        front_page = FrontPage.of(Language.active())
        front = front_page.composed()
        entries, changes = agenda(), moments()
        return super().get_context_data(
            front=front,
            # All that has a date of its own is among the moments, or comes and goes with a minute.
            values=values_of(front, entries, changes, identity()),
            shown=[*([front_page] if front_page.pk else []), *front.dated],
            agenda=entries,
            events=[event for one in entries for event in (one.event, *one.sessions)],
            moments=changes,
            # What is of today, or of this week, is so since midnight.
            day=midnight_of(timezone.localdate()),
            linked_data=home_graph(),
            **kwargs,
        )


class ArticleList(PagedListView):
    page = "articles"
    template_name = "articles/article_list.html"

    def asked_for(self) -> ListPage:
        return self.paginate(newest_articles, timezone.now())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        values = values_of(context["page_obj"], context["moments"], identity())
        return context | {"values": values}


class ArticlePage(TranslatedDetailView):
    model = Article
    template_name = "articles/article_detail.html"
    shown_with: ClassVar[tuple[str, ...]] = (
        "source",
        "dateline",
        "lead_image",
        "event__place",
        "event__parent",
    )

    @classmethod
    def with_related(cls, records: QuerySet[Any], now: datetime, until: datetime) -> QuerySet[Any]:
        found = super().with_related(records, now, until)
        found = found.annotate(
            has_documents=Attachment.there_are_any(), contacts_changed_at=PressContact.last_change()
        )
        return with_staleness(found)

    @classmethod
    def in_language(cls, language: Language, now: datetime, until: datetime) -> QuerySet[Article]:
        return cls.with_related(Article.objects.live(now, language), now, until)

    def withdrawn(self) -> QuerySet[Article]:
        """What readers of the active language had at addresses like this one's."""
        return Article.objects.withdrawn().news()

    def moved(self, slug: str) -> HttpResponse | None:
        once = record_once_at(Article, slug)
        if once is not None and not once.is_live():
            withdrawn = Article.objects.withdrawn().filter(pk=once.pk).first()
            if withdrawn is not None:
                return gone_page(self.request, withdrawn)
        return super().moved(slug)

    def elsewhere(self, slug: str) -> HttpResponse:
        withdrawn = self.withdrawn().filter(slug=slug).first()
        if withdrawn:
            return gone_page(self.request, withdrawn)
        try:
            return super().elsewhere(slug)
        except Http404:
            here = Language.active().code
            if FormerSlug.objects.of_deleted(Article).filter(language=here, slug=slug).exists():
                return gone_page(self.request, None, slug)
            raise

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        article: Article = self.object
        article.event = article.event and article.event.without_held_back()
        rows = ArticleRows.of(article)
        around = Around(article, around_it(*identity_of(article), timezone.now()))
        body = QuotedBody.of(article, rows.quotes)
        share_image = share_image_url(article) if article.is_live() else None
        live = self.live_page()
        entries = live.records if live else []
        # A moment that comes, of whatever is shown, is the article's next change until then.
        values = values_of(
            *entries, article, rows, around.articles, body.shown, share_image, identity()
        )

        def linked_data() -> str:
            return linked_data_of(article, rows, live, share_image)

        return super().get_context_data(
            **rows.in_context(),
            **body.in_context(),
            article=article,
            values=values,
            quotes=body.without(rows.quotes),
            contacts_changed_at=self.object.contacts_changed_at,
            paper=self.paper(),
            modified_at=modified_at(article, Language.active(), [*rows.corrections, *entries]),
            live=live,
            entries=entries,
            linked_data=cached_fragment("linked data", values, linked_data),
            around=around,
            share_image=share_image,
            # For the dates of all that is shown.
            near=around.articles,
            translation_changed=changed_at(article),
            stale=Staleness.of(article),
            text=body.parts if live is None or live.page.is_first else [],
            page_obj=live.page if live and live.page.rows else None,
            minutes=minutes(article.body, Language.active().script),
            **kwargs,
        )

    def live_page(self) -> LivePage | None:
        """The entries that the address asks for, of an article that is followed live."""
        if not self.object.is_coverage:
            return None
        return LivePage.of(self.object, self.request.GET.get("page", "1"))

    def paper(self) -> str:
        """Where the text is as a PDF: what is written for the press, and live coverages."""
        article: Article = self.object
        is_there = article.leads_to_its_paper and article.is_live()
        return url_of("article_paper", article) if is_there else ""


def linked_data_of(
    article: Article, rows: ArticleRows, live: LivePage | None, share_image: str | None
) -> str:
    """What search engines are told of an article, as a script of its page has it."""
    told = article_graph(
        article,
        rows.quotes,
        about=[*rows.people, *(mention.organization for mention in rows.organizations)],
        topics=[one.tag for one in rows.tagged],
        told=rows.corrections,
        share_image=share_image,
    )
    if live:
        told = with_live_updates(told, article, live.coverage, live.shown)
    return for_script(told)
