"""Static pages: about the newsroom, press contact, and what else its editors write of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation

from articles.languages import Language
from articles.models import Article, Correction, SitePage
from articles.models.site_pages import HAS_A_TEXT_OF_OURS
from articles.wire.feeds import modified_at
from articles.wire.linked_data import breadcrumbs, graph

from .article_rows import attached_to
from .articles import ArticlePage
from .http_cache import ahead
from .not_found import gone_page
from .outdated_translations import Staleness, changed_at
from .pages import TranslatedDetailView
from .quotations import QuotedBody


class StaticPage(ArticlePage):
    """One under its slug: a text as that of an article, and nothing of news around it."""

    template_name = "articles/site_page.html"
    shown_with: ClassVar[tuple[str, ...]] = ("lead_image",)

    @classmethod
    def in_language(cls, language: Language, now: datetime, until: datetime) -> QuerySet[Article]:
        pages = Article.objects.site_pages(now, language)
        return cls.with_related(pages.filter(site_page=SitePage.OTHER), now, until)

    def withdrawn(self) -> QuerySet[Article]:
        return Article.objects.withdrawn().filter(site_page=SitePage.OTHER)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page: Article = self.object
        body = QuotedBody.of(page, [])
        corrections = list(Correction.objects.shown().filter(article=page))
        path = page.url_in(Language.active())
        context = {
            "article": page,
            "text": body.parts,
            **body.in_context(),
            "attachments": attached_to(page.pk) if self.object.has_documents else [],
            "corrections": [one for one in corrections if one.is_correction],
            "modified_at": modified_at(page, Language.active(), corrections),
            "translation_changed": changed_at(page),
            "stale": Staleness.of(page),
            "linked_data": graph(breadcrumbs((page.headline, path))),
        }
        return TranslatedDetailView.get_context_data(self, **context, **kwargs)


class FixedPage(StaticPage):
    """One that is there once, at an address of its own."""

    page = ""

    def text_in(self, language: Language) -> Article | None:
        now, until = ahead()
        pages = Article.objects.site_pages(now, language).filter(site_page=self.page)
        return self.with_related(pages, now, until).first()

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        written = self.written()
        if written is not None:
            return written
        withdrawn = Article.objects.withdrawn().filter(site_page=self.page).first()
        if withdrawn is not None:
            return gone_page(request, withdrawn)
        for language in Language.active().others:
            found = self.text_in(language)
            if found is not None:
                return self.lead_to(found)
        raise Http404

    def written(self) -> HttpResponse | None:
        """The page, where readers of the active language have a text of it."""
        found = self.text_in(Language.active())
        if found is None:
            return None
        self.object = found
        return self.render_to_response(self.get_context_data(object=found))

    def url_in(self, language: Language) -> str | None:
        if self.page in HAS_A_TEXT_OF_OURS:
            with translation.override(language.code):
                return reverse(self.page)
        return super().url_in(language)
