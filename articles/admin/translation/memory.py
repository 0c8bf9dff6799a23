"""The admin of the translation memory: what was confirmed, looked up, put right or forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from django.contrib import admin
from django.core.files.uploadedfile import UploadedFile
from django.db import models
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.admin.requests import person
from articles.desk.translation.memory import remember_all
from articles.languages import Language
from articles.models import Remembered
from articles.wire import tmx

from .file_exchange import ExchangeAdmin


@admin.register(Remembered)
class RememberedAdmin(ExchangeAdmin):
    """Nobody writes a pair by hand: pairs are confirmed in articles, or imported."""

    list_display = ["source_shown", "target_shown", "origin", "confirmed_at"]
    list_filter = ["source_language", "target_language", "confirmed_at"]
    search_fields = ["source", "target", "origin"]
    fields = [
        "source_shown",
        "target",
        ("source_language", "target_language"),
        ("origin", "article"),
        ("confirmed_by", "confirmed_at"),
    ]
    readonly_fields = [
        "source_shown",
        "target_shown",
        "source_language",
        "target_language",
        "origin",
        "article",
        "confirmed_by",
        "confirmed_at",
    ]
    list_select_related = ()
    import_title = _("Import a translation memory")
    import_help = _(
        "A memory (TMX) of another tool. Pairs between the newsroom's languages are kept, each "
        "once; others are passed over. Up to 50 MB; a larger one is imported by command."
    )
    file_kinds = ".tmx,application/x-tmx+xml,text/xml"
    file_name = "memory.tmx"
    media_type = tmx.MEDIA_TYPE

    def lines(self, rows: models.QuerySet[Remembered]) -> Iterator[str]:
        return tmx.tmx_file(tmx.pairs(rows))

    def take(self, request: HttpRequest, file: UploadedFile) -> list[str]:
        new, known = remember_all(
            tmx.read(cast("BinaryIO", file)), origin=file.name or "", by=person(request)
        )
        return [
            ngettext("%d pair is new.", "%d pairs are new.", new) % new,
            ngettext("%d pair was known.", "%d pairs were known.", known) % known,
        ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        seen: Any = super().get_queryset(request)
        return seen.for_desk(person(request)).select_related("article", "confirmed_by")

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """For who only reads it, both texts as they read."""
        if self.has_change_permission(request, obj):
            return super().get_fieldsets(request, obj)
        fields = ["target_shown" if one == "target" else one for one in self.fields]
        return [(None, {"fields": fields, "classes": ["side-by-side"]})]

    def get_form(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, **kwargs)
        if obj is not None and "target" in form.base_fields:
            language = Language(obj.target_language)
            attrs = {"lang": language.code, "dir": language.direction}
            form.base_fields["target"].widget.attrs |= attrs
        return form

    @admin.display(description=_("source text"), ordering="source")
    def source_shown(self, one: Remembered) -> SafeString:
        return paragraph_html(one.source, one.source_language)

    @admin.display(description=_("translation"), ordering="target")
    def target_shown(self, one: Remembered) -> SafeString:
        return paragraph_html(one.target, one.target_language)


def paragraph_html(html: str, code: str) -> SafeString:
    """A remembered text in its language and direction."""
    language = Language(code)
    text = mark_safe(html)  # noqa: S308 - sanitised when it was remembered
    return format_html(
        '<div class="only-read" lang="{}" dir="{}">{}</div>', code, language.direction, text
    )
