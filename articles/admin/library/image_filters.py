"""The filters of the media library."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

SOON = timedelta(days=30)


class LicenceFilter(admin.SimpleListFilter):
    title = _("licence")
    parameter_name = "licence"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("ended", _("has ended")),
            ("soon", _("ends within 30 days")),
            ("open", _("does not end")),
        ]

    def queryset(self, request: HttpRequest, queryset: models.QuerySet) -> models.QuerySet:
        today = timezone.localdate()
        conditions: dict[str, dict[str, Any]] = {
            "ended": {"expires_on__lt": today},
            "soon": {"expires_on__range": (today, today + SOON)},
            "open": {"expires_on": None},
        }
        return queryset.filter(**conditions.get(self.value() or "", {}))


class ToDoFilter(admin.SimpleListFilter):
    title = _("to do")
    parameter_name = "todo"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("alt", _("without alternative text in some language")),
            ("credit", _("without credit")),
            ("file", _("file missing or damaged")),
        ]

    def queryset(self, request: HttpRequest, queryset: Any) -> models.QuerySet:
        if self.value() == "alt":
            return queryset.without_alt()
        if self.value() == "credit":
            return queryset.without_credit()
        if self.value() == "file":
            return queryset.filter(unreadable=True)
        return queryset


class UseFilter(admin.SimpleListFilter):
    title = _("use")
    parameter_name = "use"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("none", _("not used")), ("some", _("used"))]

    def queryset(self, request: HttpRequest, queryset: Any) -> models.QuerySet:
        if self.value() == "none":
            return queryset.unused()
        if self.value() == "some":
            return queryset.exclude(pk__in=queryset.model.objects.unused().values("pk"))
        return queryset
