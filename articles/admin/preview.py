"""The preview of a text in the desk: how readers will see it, on which screen, and who else may.

The frame is a page of the session: its address opens nothing to anybody else.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import translation
from django.utils.csp import CSP
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.csp import csp_override

from articles.desk.previews import (
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

from .pages import ArticlePages
from .rights import person

WITH_FRAME: dict[str, Any] = settings.SECURE_CSP | {"frame-src": [CSP.SELF]}
SCREENS = ("desktop", "phone")


class PreviewMixin(ArticlePages):
    """For the admin of articles: a page that frames the public one, and makes links to it."""

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(csp_override(WITH_FRAME)(self.preview_view))
        preview = path(
            "<int:pk>/preview/<language:language>/", view, name="articles_article_preview"
        )
        return [preview, *super().get_urls()]

    def preview_view(self, request: HttpRequest, pk: int, language: Language) -> HttpResponse:
        """Show a language of an article; a POST makes a link, or takes all links back."""
        article = self.article_to_see(request, pk)
        languages = languages_to_preview(article)
        if language not in languages:
            raise Http404
        made, user = "", person(request)
        if request.method == "POST":
            # Each raises PermissionDenied for who may not write this language: 403.
            if one := request.POST.get("take_back_one"):
                if take_back(article, language, one, by=user):
                    messages.success(request, _("This link opens nothing any more."))
                return HttpResponseRedirect(request.get_full_path())
            if "take_back" in request.POST:
                take_back_links(article, language, by=user)
                messages.success(request, _("The links made until now open nothing any more."))
                return HttpResponseRedirect(request.get_full_path())
            made = link_asked_for(request, article, language)
            sentence = _("The link is made: copy it from the field below, and send it.")
            messages.success(request, format_html('<a href="#link">{}</a>', sentence))
        shares = may_share(article, language, user)
        screen = request.GET.get("screen")
        context = self.admin_site.each_context(request) | {
            "title": _("Preview"),
            "subtitle": str(article),
            "opts": self.opts,
            "original": article,
            "shown": language,
            "state": article.status_in(language),
            "tabs": [(one, preview_url(article, one)) for one in languages],
            "screens": SCREENS,
            "screen": screen if screen in SCREENS else SCREENS[0],
            "frame": frame_url(article, language),
            "may_share": shares,
            "days": DAYS,
            "link": made,
            "links": links_in_force(article, language) if shares else [],
        }
        return TemplateResponse(request, "admin/articles/article/preview.html", context)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        article = context.get("original")
        if article is not None:
            context["previews"] = [
                (one, preview_url(article, one)) for one in languages_to_preview(article)
            ]
        return super().render_change_form(request, context, *args, **kwargs)


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
