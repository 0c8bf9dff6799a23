"""Translations out to other people's tools and back, as XLIFF: one article, or many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from articles.admin.requests import KEY_DIGITS, person
from articles.desk.translation.exchange import ExchangeResult, bundle, take_back
from articles.languages import Language
from articles.models import Article
from articles.wire import xliff
from articles.wire.files import refuse_large

from ..pages import ArticleDeskPage

MOST_ARTICLES = 500


class ExportPage(ArticleDeskPage):
    """An article for translators' tools, as a file."""

    def get(self, request: HttpRequest, pk: int, language: Language) -> HttpResponse:
        article = self.article_to_see(pk)
        try:
            found = bundle(article, language)
        except ValidationError as refusal:
            raise Http404(" ".join(refusal.messages)) from refusal
        return download(xliff.xliff_file([found]), f"{found.key}-{language}.xlf")


class ImportPage(ArticleDeskPage):
    """Takes back files of translators' tools: for the article it was opened from, or any."""

    template_name = "admin/articles/exchange/xliff.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.site.has_change_permission(request):
            raise PermissionDenied
        self.only = self.article_asked_for()
        return super().dispatch(request, *args, **kwargs)

    def article_asked_for(self) -> Article | None:
        """The article whose translation the page was opened from; none where it was the list."""
        asked = self.request.GET.get("article", "")
        if not asked:
            return None
        if not asked.isdecimal() or len(asked) > KEY_DIGITS:
            raise Http404
        return self.article_to_see(asked)

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.import_page()

    def post(self, request: HttpRequest) -> HttpResponse:
        try:
            return self.import_page(report=self.taken_back())
        except ValidationError as refusal:
            return self.import_page(errors=refusal.messages)

    def import_page(
        self, report: Sequence[ExchangeResult] = (), errors: Sequence[str] = ()
    ) -> HttpResponse:
        return self.show(
            _("Import translations (XLIFF)"),
            subtitle=str(self.only) if self.only else None,
            only=self.only,
            report=report,
            errors=errors,
        )

    def taken_back(self) -> list[ExchangeResult]:
        """Merge the file that was sent.

        Raises:
            ValidationError: there is none, or it cannot be read; nothing was written.
        """
        file = self.request.FILES.get("file")
        if file is None:
            raise ValidationError(_("Choose a file."))
        refuse_large(file.size, xliff.LARGEST)
        found = xliff.read(file.read())
        return [take_back(one, by=self.user, only=self.only) for one in found]


def export_actions() -> dict[str, tuple[Any, str, str]]:
    """The actions of the list of articles that export what is chosen, one a language."""
    actions = {}
    for language in Language.all():
        name = f"export_{language.code}"
        label = _("Export for translation into %(language)s (XLIFF)") % {
            "language": Language.active().name_of(language)
        }
        actions[name] = (exporting(language), name, label)
    return actions


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
            return download(xliff.xliff_file(found), f"translations-{language.code}.xlf")
        site.message_user(request, refusal, messages.ERROR)
        return None

    return action


def download(data: bytes, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type=xliff.MEDIA_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
