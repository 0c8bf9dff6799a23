"""What the editor of texts asks: pictures of the library by their words, and small ones by key."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from articles.languages import Language
from articles.models.declarations import IMAGE, columns_in
from articles.text.characters import one_line

from ..pages import DeskPage, SeenByRight

MOST = 12


class ChoosePictures(SeenByRight, DeskPage):
    """The pictures that this person finds in the library and that say these words, the newest."""

    def get(self, request: HttpRequest) -> JsonResponse:
        language = Language.find(request.GET.get("language", "")) or Language.active()
        library: Any = self.site.get_queryset(request)
        words = one_line(request.GET.get("q", ""))[:200].split()
        if not words:
            # Nobody looks for the newsroom's own sign there, who does not say so.
            library = library.filter(logo_of_newsroom=None, night_logo_of_newsroom=None)
        for word in words:
            says = Q()
            for column in columns_in(IMAGE, Language.all()):
                says |= Q(**{f"{column}__icontains": word})
            library = library.filter(says)
        found = [one for one in library.exclude(file="")[: 2 * MOST] if one.may_be_shown()]
        pictures = [
            {
                "key": one.key,
                "name": f"{one}",
                "caption": one.said("caption", language) or one.said("alt", language),
                "small": reverse("admin:articles_image_by_key", args=[one.key]),
            }
            for one in found[:MOST]
        ]
        return JsonResponse({"pictures": pictures}, json_dumps_params={"ensure_ascii": False})


class ThumbnailByKey(SeenByRight, DeskPage):
    """Where a small version is of the picture that a text names."""

    def get(self, request: HttpRequest, key: str) -> HttpResponse:
        image: Any = get_object_or_404(self.site.get_queryset(request), key=key)
        return redirect(image.small.src)
