"""Static pages: about the newsroom, press contact, and what else its editors write of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext

from articles.languages import Language
from articles.models import Article, Correction, SitePage
from articles.models.articles import HAS_A_TEXT_OF_OURS
from articles.text.richtext.embeds import is_embed
from articles.text.richtext.outline import outlined
from articles.wire.feeds import modified_at
from articles.wire.linked_data import breadcrumbs, graph
from articles.wire.own_pages import OwnPages

from .article_rows import attached_to
from .articles import LONG, ArticlePage
from .bodies import pictures_of
from .http_cache import ahead
from .not_found import gone_page
from .outdated_translations import Staleness, changed_at
from .pages import TranslatedDetailView
from .quotations import with_quotations


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
        own = OwnPages.named_in([page.body], Language.active())
        read, pictures = outlined(own.led_to(page.body), gettext("Table")), pictures_of(page)
        corrections = list(Correction.objects.shown().filter(article=page))
        path = page.url_in(Language.active())
        context = {
            "article": page,
            "text": with_quotations(read, [], pictures),
            "body_pictures": list(pictures.values()),
            "has_embeds": any(is_embed(one) for one in read.blocks),
            "outline": read.headings if len(read.headings) >= LONG else [],
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
