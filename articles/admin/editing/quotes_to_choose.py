"""What the editor of a text asks: the quotations of its article, to be given a place in it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, JsonResponse

from articles.languages import Language

from ..pages import ArticleDeskPage


class ChooseQuotes(ArticleDeskPage):
    """Those that are saved and have a speaker, and words in a language; by words of either."""

    def get(self, request: HttpRequest, pk: int) -> JsonResponse:
        article = self.article_to_see(pk)
        language = Language.find(request.GET.get("language", "")) or Language.active()
        asked = request.GET.get("q", "").strip()[:200].casefold()
        quotes: Any = article.quotes
        found = [
            {
                "key": one.named,
                "words": words,
                "speaker": one.speaker.said("name", language) or str(one.speaker),
            }
            for one in quotes.attributed().select_related("speaker")
            if (words := one.said("text", language))
        ]
        said = [one for one in found if asked in f"{one['words']} {one['speaker']}".casefold()]
        return JsonResponse({"quotes": said}, json_dumps_params={"ensure_ascii": False})
