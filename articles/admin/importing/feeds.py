"""The feeds of partners, for who has the right to say what comes in."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.models import IncomingFeed
from articles.wire.remarks import translate_remark

from ..base import NewsroomAdmin
from ..fieldsets import BESIDE


@admin.register(IncomingFeed)
class IncomingFeedAdmin(NewsroomAdmin):
    """One that is not wanted any more is turned off: what came by it says where it is from."""

    list_display = ["name", "source", "is_read", "read_at", "due_at", "failure"]
    list_filter = ["is_read", "language"]
    list_select_related = ["source"]
    search_fields = ["name", "address"]
    autocomplete_fields = ["source"]
    fieldsets = [
        (None, {"fields": ["name", "address", "source", ("licence", "credit_line")]}),
        (None, {"fields": ["language", "minutes", "is_read"], "classes": [BESIDE]}),
        (
            None,
            {"fields": ["read_at", "due_at", "failures", "failure"], "classes": [BESIDE]},
        ),
    ]
    readonly_fields = ["licence", "credit_line", "read_at", "due_at", "failures", "failure"]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description=_("licence"))
    def licence(self, feed: IncomingFeed) -> str:
        return (feed.source.licence if feed.source_id else "") or "–"

    @admin.display(description=_("credit line"))
    def credit_line(self, feed: IncomingFeed) -> str:
        return (feed.source.said_anyhow("credit_line") if feed.source_id else "") or "–"

    @admin.display(description=_("why it was not read"))
    def failure(self, feed: IncomingFeed) -> str:
        """In the language of who looks, whatever the one of who read it."""
        return translate_remark(feed.error)
