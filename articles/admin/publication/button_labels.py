"""What the buttons of a form say, by the dates as they are being typed."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse

from articles.models import Article

from ..pages import ArticleDeskPage
from .moves import buttons


class LabelsPage(ArticleDeskPage):
    """The label of each button, by its name. Nothing is saved.

    Without a script a button says what the saved dates say.
    """

    def post(self, request: HttpRequest, pk: int | None = None) -> HttpResponse:
        site = self.site
        known = self.article_to_see(pk) if pk else None
        if known is None and not site.has_add_permission(request):
            raise PermissionDenied
        article = known or Article()
        form = site.get_form(request, known, change=known is not None)(
            request.POST, instance=article
        )
        # What is typed is put on the article, be it complete or not.
        form.is_valid()
        return JsonResponse({one.name: one.label for one in buttons(article, request)})


def labels_address(_submission: Any, page: dict[str, Any]) -> dict[str, Any]:
    """Where a script asks what the buttons of the form say."""
    article: Article | None = page["original"]
    keys = [article.pk] if article else []
    return {"labels_url": reverse("admin:articles_article_labels", args=keys)}
