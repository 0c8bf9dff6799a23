"""What the editor's dialog asks: whether an address may stand in a text as a video or post."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse

from articles.models.embeds import embed_of, why_not
from articles.text.richtext.embeds import NotEmbeddedError

from ..pages import DeskPage, SeenAtDesk


class EmbedPage(SeenAtDesk, DeskPage):
    """The plain address, and the name of its site; or the sentence that says why not."""

    def get(self, request: HttpRequest) -> JsonResponse:
        try:
            found = embed_of(request.GET.get("address", "")[:2000])
        except NotEmbeddedError as refusal:
            return JsonResponse({"refusal": why_not(refusal)})
        return JsonResponse({"address": found.address, "site": found.site.name})
