"""What the editor's dialog asks: the newsroom's own pages, by their names, to link to."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.utils.text import capfirst

from articles.languages import Language
from articles.search.entries import INDEXED_MODELS
from articles.search.results import beginning_with

from ..pages import DeskPage, SeenAtDesk


class OwnPagesPage(SeenAtDesk, DeskPage):
    """The pages that readers of a language have and that are called so; no others."""

    def get(self, request: HttpRequest) -> JsonResponse:
        language = Language.find(request.GET.get("language", "")) or Language.active()
        found = beginning_with(request.GET.get("q", "")[:200], language)
        pages = []
        for one in found:
            model = INDEXED_MODELS[one.kind]
            record = model._default_manager.filter(pk=one.record_id).first()
            if record is not None and record.has_address_in(language):
                pages.append(
                    {
                        "name": one.label,
                        "kind": capfirst(str(model._meta.verbose_name)),
                        "address": f"{settings.SITE_URL}{record.url_in(language)}",
                    }
                )
        return JsonResponse({"pages": pages}, json_dumps_params={"ensure_ascii": False})
