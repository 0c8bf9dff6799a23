"""What a list of the desk may be asked for in its address."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from articles.models.permissions import EDIT_ANY_ARTICLE

from .rights import person


class LookupsMixin(admin.ModelAdmin):
    """Let who may not see every text ask a list only for what it offers to filter by.

    Any other question would tell which record another's draft names.
    """

    def lookup_allowed(self, lookup: str, value: Any, request: HttpRequest) -> bool:
        if not super().lookup_allowed(lookup, value, request):
            return False
        return person(request).has_perm(EDIT_ANY_ARTICLE) or any(
            lookup == name or lookup.startswith(f"{name}__") for name in self.filtered_by(request)
        )

    def filtered_by(self, request: HttpRequest) -> set[str]:
        """What the list may be asked for, by names of columns and of filters."""
        filters: list[Any] = [
            one[0] if isinstance(one, list | tuple) else one
            for one in self.get_list_filter(request)
        ]
        named = {one if isinstance(one, str) else one.parameter_name for one in filters}
        return named | {str(self.date_hierarchy)}
