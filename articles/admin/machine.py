"""What a machine makes of one paragraph, for the page on which it is translated."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_POST

from articles.desk import translations as desk
from articles.desk.machine import MachineError, is_there, suggest
from articles.languages import Language
from articles.models import Article

from .rights import person


class MachineMixin(admin.ModelAdmin):
    """For the admin of articles."""

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(require_POST(self.machine_view))
        mine = path(
            "<int:pk>/translate/<slug:code>/machine/", view, name="articles_article_machine"
        )
        return [mine, *super().get_urls()]

    def machine_view(self, request: HttpRequest, pk: int, code: str) -> HttpResponse:
        """A suggestion for one row, as a piece of the page; nothing of it is saved."""
        article: Article | None = self.get_object(request, str(pk))
        number = request.POST.get("row", "")
        if article is None or code not in {one.code for one in Language.all()} or not is_there():
            raise Http404
        language = Language(code)
        if not desk.may_translate(article, language, person(request)):
            raise PermissionDenied
        translation = article.translation_into(language)
        if translation is None:
            raise Http404
        rows = translation.rows()
        if not number.isdecimal() or len(number) > 4 or int(number) >= len(rows):
            raise Http404
        row = rows[int(number)]
        context: dict[str, Any] = {"translation": translation, "row": row}
        try:
            source = row.source
            context["suggestion"] = source and suggest(source, translation.source, language)
        except MachineError as refusal:
            context["refusal"] = str(refusal)
        return render(request, "admin/articles/translation/_machine.html", context)
