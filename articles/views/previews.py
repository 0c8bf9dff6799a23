"""A text as its readers will see it: for whoever holds a signed link, and for the desk."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.csp import CSP

from articles.desk.publication.previews import (
    BadLinkError,
    OldLinkError,
    Preview,
    TakenBackError,
    languages_to_preview,
    open_preview,
)
from articles.languages import Language
from articles.models import Article, User
from articles.models.permissions import VIEW_ARTICLE
from articles.wire.plain_text import say_numbers

from .articles import ArticlePage
from .http_cache import ahead
from .media import let_see_documents, let_see_pictures, shows_pictures
from .pages import Alternate
from .site_pages import StaticPage

FRAMED_BY_US = settings.SECURE_CSP | {"frame-ancestors": [CSP.SELF]}


class PreviewPage(ArticlePage):
    """The article's public page, whatever its state; never cached, never indexed."""

    template_name = "articles/preview.html"
    preview: Preview

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            self.preview = self.what_is_shown(**kwargs)
        except BadLinkError:
            return refused(request, "bad", 403)
        except TakenBackError:
            return refused(request, "taken back", 410)
        except OldLinkError:
            return refused(request, "old", 410)
        self.object = self.as_if_live()
        return self.finished(private(self.answered(request)))

    def answered(self, request: HttpRequest) -> HttpResponse:
        context = self.get_context_data(object=self.object)
        response = render(request, self.template_name, context)
        say_numbers(response)
        return response

    def what_is_shown(self, **kwargs: Any) -> Preview:
        return open_preview(kwargs["key"], kwargs["token"])

    def finished(self, response: HttpResponse) -> HttpResponse:
        """The answer, with what else the browser is told of it."""
        if shows_pictures(self.object):
            let_see_pictures(response, self.preview, self.kwargs["token"])
        if self.object.attachments.exists():
            let_see_documents(response, self.preview, self.kwargs["token"])
        return response

    def as_if_live(self) -> Article:
        """The article with an address and a date, as publication would give it; not saved."""
        shown = Article.with_copies.filter(pk=self.preview.article.pk)
        article = self.with_related(shown, *ahead()).get()
        language = self.preview.language
        if language not in languages_to_preview(article):
            raise Http404
        self.is_live = article.is_live(language)
        article.fill_slugs()
        if not article.said("slug", language):
            setattr(article, language.field("slug"), article.key)
        date = language.field("published_at")
        setattr(article, date, article.appears_at(language) or timezone.now())
        return article

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        article, embargo = self.object, self.object.embargoed_until
        # Nobody is told the address that the text will have: there is no such page yet.
        return super().get_context_data(**kwargs) | {
            "canonical": None,
            "linked_data": None,
            "share_image": None,
            "values": None,
            "preview": self.preview,
            "under_embargo": embargo if embargo and embargo > timezone.now() else None,
            "page": article.url_in(self.preview.language) if self.is_live else None,
            "page_template": template_of(article),
        }

    def paper(self) -> str:
        """The PDF of it, with the rights of this preview."""
        return f"{self.request.path}paper.pdf" if self.object.leads_to_its_paper else ""

    def alternates(self, same: bool = True) -> list[Alternate]:
        """This language and no other: whoever holds the link was shown one."""
        return [Alternate(Language.active(), None)]


def template_of(article: Article) -> str:
    """The template of its public page."""
    return StaticPage.template_name if article.is_site_page else ArticlePage.template_name


class DeskPreviewPage(PreviewPage):
    """What a page of the desk frames: seen in the session of somebody who may see the text."""

    template_name = "articles/preview_in_desk.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        article = Article.with_copies.select_related("working_copy_of").filter(key=kwargs["key"])
        self.asked = article.first()
        if self.asked is None or not may_look(request.user, self.asked):
            return self.finished(refused(request, "closed", 403))
        return super().get(request, *args, **kwargs)

    def what_is_shown(self, **kwargs: Any) -> Preview:
        if self.asked is None:
            raise BadLinkError
        return Preview(self.asked, Language.active())

    def finished(self, response: HttpResponse) -> HttpResponse:
        response["X-Frame-Options"] = "SAMEORIGIN"
        response._csp_config = FRAMED_BY_US  # type: ignore[attr-defined]
        return response


def may_look(user: Any, article: Article) -> bool:
    """Whether somebody is at the desk, and may see all of the article."""
    is_here = isinstance(user, User) and user.is_active and user.is_staff
    return is_here and user.has_perm(VIEW_ARTICLE) and article.is_open_to(user)


def refused(request: HttpRequest, why: str, status: int) -> HttpResponse:
    """A page of sentences: ``bad``, ``old``, ``taken back`` or ``closed``."""
    context = {
        "is_old": why == "old",
        "is_taken_back": why == "taken back",
        "is_closed": why == "closed",
    }
    return private(render(request, "articles/preview_refused.html", context, status=status))


def private(response: HttpResponse) -> HttpResponse:
    patch_cache_control(response, private=True, no_store=True)
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    return response
