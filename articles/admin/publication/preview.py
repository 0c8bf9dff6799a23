"""The preview of a text in the desk: how readers will see it, on which screen, and who else may.

The frame is a page of the session: its address opens nothing to anybody else.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import translation
from django.utils.csp import CSP
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.csp import csp_override

from articles.admin.requests import person
from articles.desk.publication.previews import (
    DAYS,
    languages_to_preview,
    links_in_force,
    make_link,
    may_share,
    take_back,
    take_back_links,
)
from articles.languages import Language
from articles.models import Article

from ..pages import ArticleDeskPage

WITH_FRAME: dict[str, Any] = settings.SECURE_CSP | {"frame-src": [CSP.SELF]}
SCREENS = ("desktop", "phone")


@method_decorator(csp_override(WITH_FRAME), name="dispatch")
class PreviewFramePage(ArticleDeskPage):
    """Frames the public page as it will be; a POST makes a link to it, or takes links back."""

    template_name = "admin/articles/article/preview.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.article, self.language = self.article_to_see(kwargs["pk"]), kwargs["language"]
        self.languages = languages_to_preview(self.article)
        if self.language not in self.languages:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, pk: int, language: Language) -> HttpResponse:
        return self.preview()

    def post(self, request: HttpRequest, pk: int, language: Language) -> HttpResponse:
        # Each raises PermissionDenied for who may not write this language: 403.
        if one := request.POST.get("take_back_one"):
            if take_back(self.article, language, one, by=self.user):
                messages.success(request, _("This link opens nothing any more."))
            return HttpResponseRedirect(request.get_full_path())
        if "take_back" in request.POST:
            take_back_links(self.article, language, by=self.user)
            messages.success(request, _("The links made until now open nothing any more."))
            return HttpResponseRedirect(request.get_full_path())
        link = link_asked_for(request, self.article, language)
        sentence = _("The link is made: copy it from the field below, and send it.")
        messages.success(request, format_html('<a href="#link">{}</a>', sentence))
        return self.preview(link)

    def preview(self, link: str = "") -> HttpResponse:
        article, language = self.article, self.language
        shares = may_share(article, language, self.user)
        screen = self.request.GET.get("screen")
        return self.show(
            _("Preview"),
            subtitle=str(article),
            original=article,
            shown=language,
            state=article.status_in(language),
            tabs=[(one, preview_url(article, one)) for one in self.languages],
            screens=SCREENS,
            screen=screen if screen in SCREENS else SCREENS[0],
            frame=frame_url(article, language),
            may_share=shares,
            days=DAYS,
            link=link,
            links=links_in_force(article, language) if shares else [],
        )


def previews(_submission: Any, page: dict[str, Any]) -> dict[str, Any]:
    """The ways to the preview of each language, beside the form."""
    article: Article | None = page["original"]
    if article is None:
        return {}
    languages = languages_to_preview(article)
    return {"previews": [(one, preview_url(article, one)) for one in languages]}


def preview_url(article: Article, language: Language) -> str:
    return reverse("admin:articles_article_preview", args=[article.pk, language.code])


def frame_url(article: Article, language: Language) -> str:
    """Where the public page is as it will be, in that language, for who is signed in."""
    with translation.override(language.code):
        return reverse("desk_preview", args=[article.key])


def link_asked_for(request: HttpRequest, article: Article, language: Language) -> str:
    """A whole address that lasts as many days as the form says, of those it offers."""
    asked = request.POST.get("days", "")
    days = int(asked) if asked in {str(one) for one in DAYS} else DAYS[0]
    return settings.SITE_URL + make_link(
        article, language, timedelta(days=days), by=person(request)
    )
