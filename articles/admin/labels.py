"""What the buttons of a form say, by the dates as they are being typed."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.forms import Script
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path, reverse
from django.views.decorators.http import require_POST

from articles.models import Article

from .pages import ArticlePages
from .publication import buttons


class LabelsMixin(ArticlePages):
    """For the admin of articles. Without a script a button says what the saved dates say."""

    class Media:
        js = [Script("admin-newsroom/labels.js", type="module")]

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(require_POST(self.labels_view))
        return [
            path("labels/", view, name="articles_article_labels"),
            path("<int:pk>/labels/", view, name="articles_article_labels"),
            *super().get_urls(),
        ]

    def labels_view(self, request: HttpRequest, pk: int | None = None) -> HttpResponse:
        """The label of each button, by its name. Nothing is saved."""
        known = self.article_to_see(request, pk) if pk else None
        if known is None and not self.has_add_permission(request):
            raise PermissionDenied
        article = known or Article()
        form = self.get_form(request, known, change=known is not None)(
            request.POST, instance=article
        )
        # What is typed is put on the article, be it complete or not.
        form.is_valid()
        return JsonResponse({one.name: one.label for one in buttons(article, request)})

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        article = context.get("original")
        context["labels_url"] = reverse(
            "admin:articles_article_labels", args=[article.pk] if article else []
        )
        return super().render_change_form(request, context, *args, **kwargs)
