"""What a text received says of an embargo, in the form until somebody has looked at it."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.forms import ModelForm
from django.http import HttpRequest

LINE, END = "embargo_line", "embargoed_until"


class EmbargoMixin(admin.ModelAdmin):
    """For the admin of articles: the line stands above the embargo that it asks for."""

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or not obj.embargo_line:
            return fieldsets
        return [
            (title, {**options, "fields": with_line(options["fields"])})
            for title, options in fieldsets
        ]

    def save_form(self, request: HttpRequest, form: ModelForm, change: bool) -> Any:
        """Who sets the embargo has read the line that asks for it."""
        article = super().save_form(request, form, change)
        if END in form.changed_data and LINE not in form.changed_data:
            article.embargo_line = ""
            # The columns that are written are those that were changed.
            form.changed_data.append(LINE)
        return article


def with_line(fields: Any) -> list[Any]:
    found: list[Any] = []
    for name in fields:
        found += [LINE, name] if name == END else [name]
    return found
