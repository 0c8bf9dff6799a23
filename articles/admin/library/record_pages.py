"""Pages of one record beside its form: its history, its proposals, its deletion."""

from __future__ import annotations

import hashlib
from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.desk.library.former_names import Names
from articles.languages import Language

from ..pages import DeskPage
from .former_names import tell_former_names


def fingerprint(said: str) -> str:
    """Tells in a form whether something is still as its page showed it."""
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def record_url(record: Any, page: str, *args: Any) -> str:
    """The address of a page of one record."""
    return reverse(f"admin:articles_{record._meta.model_name}_{page}", args=[record.pk, *args])


class RecordDeskPage(DeskPage):
    """A page of one record."""

    def seen_record(self, key: str) -> Any:
        """The record of the page, for somebody who may see it.

        Raises:
            Http404: there is none.
            PermissionDenied: they may not.
        """
        record = self.site.get_object(self.request, unquote(key))
        if record is None:
            raise Http404
        if not self.site.has_view_or_change_permission(self.request, record):
            raise PermissionDenied
        return record

    def show(self, title: str, **context: Any) -> TemplateResponse:
        return super().show(title, **({"media": self.site.media} | context))

    def tell_names_since(self, record: Any, before: Names) -> None:
        """Say which live texts name a record as before; nothing where it has gone since."""
        now = type(record)._base_manager.filter(pk=record.pk).first()
        if now is not None:
            tell_former_names(self.request, now, before)

    def tell_lost(self, lost: list[str]) -> None:
        if lost:
            messages.warning(
                self.request,
                _("No longer in the newsroom, and so left out: %(names)s. The rest is done.")
                % {"names": Language.active().listed(lost)},
            )
