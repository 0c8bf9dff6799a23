"""Throwing a working copy away: asked before, and undone by restoring it from the history."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from articles.desk import working_copies
from articles.desk.differences import differences
from articles.desk.gone import GoneError
from articles.models import Article

from .checks import change_url
from .rights import person


def discard_url(copy: Article) -> str:
    return reverse("admin:articles_article_discard", args=[copy.pk])


class DiscardMixin(admin.ModelAdmin):
    """For the admin of articles."""

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(self.discard_view)
        mine = path("<path:object_id>/discard/", view, name="articles_article_discard")
        return [mine, *super().get_urls()]

    def discard_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Ask, with what would go; a POST throws it away."""
        copy: Article | None = self.get_object(request, object_id)
        if copy is None or not copy.working_copy_of_id:
            raise Http404
        may_change = self.has_change_permission(request, copy)
        if not (may_change and copy.may_be_discarded_by(person(request))):
            raise PermissionDenied
        if request.method == "POST":
            return self.discard(request, copy)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Discard the working copy?"),
            "opts": self.opts,
            "original": copy,
            "differences": differences(*working_copies.outlook(copy)),
        }
        return TemplateResponse(request, "admin/articles/article/discard.html", context)

    def discard(self, request: HttpRequest, copy: Article) -> HttpResponse:
        live: Any = copy.working_copy_of
        try:
            kept = working_copies.discard(copy, by=person(request))
        except GoneError:
            # Somebody else was a moment faster, with this copy.
            return HttpResponseRedirect(change_url(live))
        history = reverse("admin:articles_article_history", args=[live.pk])
        link = format_html(
            '<a href="{}?to={}">{}</a>', history, kept.version, _("Restore it from the history.")
        )
        done = _("The working copy is discarded. Readers saw none of it.")
        messages.success(request, format_html("{} {}", done, link))
        return HttpResponseRedirect(change_url(live))
