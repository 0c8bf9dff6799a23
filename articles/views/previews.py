"""A text as its readers will see it, for whoever holds a signed link."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.csp import CSP

from articles.desk.previews import BadLinkError, OldLinkError, Preview, languages_to_preview, opened
from articles.languages import Language
from articles.models import Article

from .articles import ArticlePage
from .media import let_see_pictures
from .pages import Alternate

FRAMED_BY_US = settings.SECURE_CSP | {"frame-ancestors": [CSP.SELF]}


class PreviewPage(ArticlePage):
    """The article's public page, whatever its state; never cached, never indexed."""

    preview: Preview

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            self.preview = opened(kwargs["key"], kwargs["token"])
        except BadLinkError:
            return private(render(request, "articles/preview_refused.html", status=403))
        except OldLinkError:
            return private(
                render(request, "articles/preview_refused.html", {"is_old": True}, status=410)
            )
        self.object = self.as_if_live()
        context = self.get_context_data(object=self.object)
        template = "article_detail" if self.preview.framed else "preview"
        response = private(render(request, f"articles/{template}.html", context))
        if not self.preview.framed:
            let_see_pictures(response, self.preview, kwargs["token"])
        if self.preview.framed:
            response["X-Frame-Options"] = "SAMEORIGIN"
            response._csp_config = FRAMED_BY_US  # type: ignore[attr-defined]
        return response

    def as_if_live(self) -> Article:
        """The article with an address and a date, as publication would give it; not saved."""
        article = self.whole(Article.with_copies.filter(pk=self.preview.article.pk)).get()
        language = self.preview.language
        if language not in languages_to_preview(article):
            raise Http404
        article.fill_slugs()
        if not article.said("slug", language):
            setattr(article, language.field("slug"), article.key)
        date = language.field("published_at")
        setattr(article, date, article.appears_at(language) or timezone.now())
        return article

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        # The text names the address it will have; to machines there is no such page yet.
        return super().get_context_data(**kwargs) | {
            "canonical": self.object.url_in(self.preview.language),
            "linked_data": None,
            "preview": self.preview,
        }

    def alternates(self, same: bool = True) -> list[Alternate]:
        """This language and no other: whoever holds the link was shown one."""
        return [Alternate(Language.active(), None)]


def private(response: HttpResponse) -> HttpResponse:
    patch_cache_control(response, private=True, no_store=True)
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    return response
