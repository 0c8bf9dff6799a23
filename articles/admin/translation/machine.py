"""What a machine makes of one paragraph, for the page on which it is translated."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from articles.desk.translation import paragraphs as desk
from articles.desk.translation.machine import MachineError, is_there, suggest
from articles.languages import Language

from ..pages import ArticleDeskPage


class MachinePage(ArticleDeskPage):
    """A suggestion for one row, as a piece of the page; nothing of it is saved."""

    def post(self, request: HttpRequest, pk: int, language: Language) -> HttpResponse:
        article = self.article_there_is(pk)
        number = request.POST.get("row", "")
        if not is_there():
            raise Http404
        if not desk.may_translate(article, language, self.user):
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
