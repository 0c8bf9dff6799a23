"""Pages of one record beside its form: its history, its proposals, its deletion."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _

from articles.desk.former_names import Names
from articles.languages import Language

from .former_names import tell_former_names


def mark(said: str) -> str:
    """Tells in a form whether something is still as its page showed it."""
    return hashlib.sha256(said.encode()).hexdigest()[:16]


class RecordPages(admin.ModelAdmin):
    """What the pages of a record share."""

    def record_path(self, address: str, view: Callable[..., HttpResponse], name: str) -> Any:
        """The address of a page under a record's own."""
        return path(
            f"<path:object_id>/{address}",
            self.admin_site.admin_view(view),
            name=f"articles_{self.opts.model_name}_{name}",
        )

    def record_url(self, page: str, *args: Any) -> str:
        return reverse(f"admin:articles_{self.opts.model_name}_{page}", args=args)

    def seen_record(self, request: HttpRequest, object_id: str) -> Any:
        """The record of a page, for somebody who may see it.

        Raises:
            Http404: there is none.
            PermissionDenied: they may not.
        """
        record = self.get_object(request, unquote(object_id))
        if record is None:
            raise Http404
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        return record

    def page(
        self, request: HttpRequest, name: str, title: str, *, status: int = 200, **context: Any
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": title,
            "opts": self.opts,
            "media": self.media,
            **context,
        }
        template = f"admin/articles/record/{name}.html"
        return TemplateResponse(request, template, context, status=status)

    def tell_names_since(self, request: HttpRequest, record: Any, before: Names) -> None:
        """Say which live texts name a record as before; nothing where it has gone since."""
        now = type(record)._base_manager.filter(pk=record.pk).first()
        if now is not None:
            tell_former_names(request, now, before)

    def tell_lost(self, request: HttpRequest, lost: list[str]) -> None:
        if lost:
            messages.warning(
                request,
                _("No longer in the newsroom, and so left out: %(names)s. The rest is done.")
                % {"names": Language.active().listed(lost)},
            )
