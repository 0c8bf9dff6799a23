"""Throwing a working copy away: asked before, and undone by restoring it from the history."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from articles.desk.deleted_meanwhile import GoneError
from articles.desk.editing import working_copies
from articles.desk.editing.differences import differences
from articles.desk.editing.waiting_changes import WaitingChanges, read_rows_of_both
from articles.models import Article

from ..pages import ArticleDeskPage
from ..publication.checks import change_url


def discard_url(copy: Article) -> str:
    return reverse("admin:articles_article_discard", args=[copy.pk])


def to_article_of_gone(request: HttpRequest, live: Article) -> HttpResponse:
    """To the article of a working copy with which somebody else was a moment faster."""
    messages.warning(
        request,
        _(
            "Somebody else has just published or discarded this working copy: nothing more was "
            "done with it."
        ),
    )
    return HttpResponseRedirect(change_url(live))


class DiscardPage(ArticleDeskPage):
    """Ask, with what would go, whether a working copy is to be thrown away."""

    template_name = "admin/articles/article/discard.html"

    def get(self, request: HttpRequest, object_id: str) -> HttpResponse:
        copy = self.copy_to_discard(object_id)
        read_rows_of_both(copy)
        waiting = WaitingChanges.read(copy)
        return self.show(
            _("Discard the working copy?"),
            original=copy,
            differences=differences(waiting.before, waiting.after),
        )

    def copy_to_discard(self, key: str) -> Article:
        """The working copy of the page.

        Raises:
            Http404: there is none.
            PermissionDenied: it is not theirs to discard.
        """
        copy = self.working_copy_there_is(key)
        may_change = self.site.has_change_permission(self.request, copy)
        if not (may_change and copy.may_be_discarded_by(self.user)):
            raise PermissionDenied
        return copy

    def post(self, request: HttpRequest, object_id: str) -> HttpResponse:
        copy = self.copy_to_discard(object_id)
        live: Any = copy.working_copy_of
        try:
            kept = working_copies.discard(copy, by=self.user)
        except GoneError:
            return to_article_of_gone(request, live)
        history = reverse("admin:articles_article_history", args=[live.pk])
        link = format_html(
            '<a href="{}?to={}">{}</a>', history, kept.version, _("Restore it from the history.")
        )
        done = _("The working copy is discarded. Readers saw none of it.")
        messages.success(request, format_html("{} {}", done, link))
        return HttpResponseRedirect(change_url(live))
