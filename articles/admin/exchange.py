"""Translations out to other people's tools and back, as XLIFF: one article, or many."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.admin.options import IS_POPUP_VAR, ActionLocation
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _

from articles.desk.exchange import Returned, bundle, take_back
from articles.languages import Language
from articles.models import Article
from articles.wire import xliff
from articles.wire.files import refuse_large

from .pages import ArticlePages
from .rights import KEY_DIGITS, person

MOST_ARTICLES = 500


class XliffMixin(ArticlePages):
    """For the admin of articles: an action for each language, a page that takes files back."""

    def get_urls(self) -> list[Any]:
        wrap = self.admin_site.admin_view
        return [
            path("xliff/", wrap(self.xliff_import_view), name="articles_article_xliff_import"),
            path(
                "<int:pk>/translate/<language:language>/xliff/",
                wrap(self.xliff_export_view),
                name="articles_article_xliff_export",
            ),
            *super().get_urls(),
        ]

    # Out.

    def xliff_export_view(self, request: HttpRequest, pk: int, language: Language) -> HttpResponse:
        article = self.article_to_see(request, pk)
        try:
            found = bundle(article, language)
        except ValidationError as refusal:
            raise Http404(" ".join(refusal.messages)) from refusal
        return download(xliff.written([found]), f"{found.key}-{language}.xlf")

    def get_actions(
        self, request: HttpRequest, action_location: Any = ActionLocation.CHANGE_LIST
    ) -> dict[str, Any]:
        actions = super().get_actions(request, action_location)
        if IS_POPUP_VAR in request.GET or action_location != ActionLocation.CHANGE_LIST:
            return actions
        for language in Language.all():
            name = f"export_{language.code}"
            label = _("Export for translation into %(language)s (XLIFF)") % {
                "language": Language.active().name_of(language)
            }
            actions[name] = (exporting(language), name, label)
        return actions

    # In.

    def xliff_import_view(self, request: HttpRequest) -> HttpResponse:
        if not self.has_change_permission(request):
            raise PermissionDenied
        only = self.article_asked_for(request)
        report: list[Returned] = []
        errors: list[str] = []
        if request.method == "POST":
            try:
                report = self.taken_back(request, only)
            except ValidationError as refusal:
                errors = refusal.messages
        context = {
            **self.admin_site.each_context(request),
            "title": _("Import translations (XLIFF)"),
            "subtitle": str(only) if only else None,
            "opts": self.opts,
            "only": only,
            "report": report,
            "errors": errors,
        }
        return TemplateResponse(request, "admin/articles/exchange/xliff.html", context)

    def article_asked_for(self, request: HttpRequest) -> Article | None:
        """The article whose translation the page was opened from; none where it was the list."""
        asked = request.GET.get("article", "")
        if not asked:
            return None
        if not asked.isdecimal() or len(asked) > KEY_DIGITS:
            raise Http404
        return self.article_to_see(request, asked)

    def taken_back(self, request: HttpRequest, only: Article | None) -> list[Returned]:
        """Merge the file that was sent.

        Raises:
            ValidationError: there is none, or it cannot be read; nothing was written.
        """
        file = request.FILES.get("file")
        if file is None:
            raise ValidationError(_("Choose a file."))
        refuse_large(file.size, xliff.LARGEST)
        found = xliff.read(file.read())
        return [take_back(one, by=person(request), only=only) for one in found]


def exporting(language: Language) -> Any:
    """The action of one language."""

    def action(
        site: admin.ModelAdmin, request: HttpRequest, chosen: models.QuerySet
    ) -> HttpResponse | None:
        open_ones: Any = cast("Any", chosen).open_to(person(request))
        articles = open_ones.order_by("pk")[: MOST_ARTICLES + 1]
        found, sources, left = [], set(), 0
        for article in articles[:MOST_ARTICLES]:
            try:
                found.append(bundle(article, language))
                sources.add(found[-1].source_language)
            except ValidationError:
                left += 1
        if len(articles) > MOST_ARTICLES:
            refusal = _("Choose %d articles at most.") % MOST_ARTICLES
        elif not found:
            refusal = _("None of these articles is to be translated into this language.")
        elif len(sources) > 1:
            refusal = _(
                "These articles are translated from different languages: export each apart."
            )
        else:
            return download(xliff.written(found), f"translations-{language.code}.xlf")
        site.message_user(request, refusal, messages.ERROR)
        return None

    return action


def download(data: bytes, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type=xliff.MEDIA_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
