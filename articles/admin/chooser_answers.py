"""What a field that chooses a record answers while one types: what is found, else to create it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import Image, Newsroom
from articles.text.characters import clean_lines
from articles.wire.directions import language_of, left_to_right

from .library.sent_names import sent_names

NEW = "new"
"""The key of the choice that creates what was typed: no row has it."""


class ChooserAnswers(AutocompleteJsonView):
    """The admin's own answers, with pictures seen and found by the name of their file.

    Where nothing is found, who may creates a record of the name that was typed; a script opens
    its form. Without one, the sign beside the field does.
    """

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        known = self.process_request(request)
        self.term, self.model_admin, self.source_field, to_field = known
        if not self.has_perm(request):
            raise PermissionDenied
        self.object_list = self.get_queryset()
        page = self.get_context_data()
        records = list(page["object_list"])
        found = [self.serialize_result(one, to_field) for one in records]
        self.add_pictures(records, found)
        more = {"more": page["page_obj"].has_next()}
        return JsonResponse({"results": found or self.to_create(), "pagination": more})

    def get_queryset(self) -> Any:
        """Nobody looks for the newsroom's own sign, first of all, to lead an article."""
        found = super().get_queryset()
        if self.model_admin.model is not Image or self.term or self.source_field.model is Newsroom:
            return found
        return found.filter(logo_of_newsroom=None, night_logo_of_newsroom=None)

    def add_pictures(self, records: Sequence[Any], found: list[dict[str, Any]]) -> None:
        """Say of pictures what tells one from another: how it looks, its file, its size."""
        if self.model_admin.model is not Image:
            return
        names = sent_names(records)
        for image, answer in zip(records, found, strict=True):
            answer["picture"] = reverse("admin:articles_image_thumbnail", args=[image.pk])
            told = [names.get(image.pk, ""), left_to_right(f"{image.width} × {image.height}")]
            answer["told"] = [one for one in told if one]

    def to_create(self) -> list[dict[str, Any]]:
        """The choice that creates a record of this name, for who may."""
        name, model = clean_lines(self.term).strip(), self.model_admin.model
        title = getattr(model, "title_field", "")
        may = getattr(self.model_admin, "needed_first", ()) and self.model_admin.has_add_permission
        if not (name and title and may and may(self.request)):
            return []
        asked = {"_to_field": "id", IS_POPUP_VAR: 1, language_of(name).field(title): name}
        opts = model._meta
        url = reverse(f"admin:{opts.app_label}_{opts.model_name}_add")
        said = _("Create “%(name)s”") % {"name": name}
        return [{"id": NEW, "text": said, "create": f"{url}?{urlencode(asked)}"}]
