"""Rows with an order: dragged, or moved by buttons; without a script one types the numbers."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.forms import IntegerField, NumberInput
from django.http import HttpRequest

from .base import NewsroomStackedInline, NewsroomTabularInline

MOST = 32_767
"""The highest number of a place that a database holds (PositiveSmallIntegerField)."""


class OrderField(IntegerField):
    """The place of a row; one that says none is among the first."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "required": False, "min_value": 0, "max_value": MOST})

    def clean(self, value: Any) -> int:
        return super().clean(value) or 0

    def has_changed(self, initial: Any, data: Any) -> bool:
        """A row is not written by its place alone being left out."""
        return data not in {None, ""} and super().has_changed(initial, data)


def place(db_field: models.Field) -> dict[str, Any]:
    """How the number of a row's place is asked for; nothing of any other field."""
    if db_field.name != "order":
        return {}
    return {"widget": NumberInput(attrs={"class": "order"}), "form_class": OrderField}


class OrderedRows(NewsroomTabularInline):
    """The rows of a table that has a column ``order``; its page has the script ``order.js``."""

    def formfield_for_dbfield(
        self, db_field: models.Field, request: HttpRequest, **kwargs: Any
    ) -> Any:
        return super().formfield_for_dbfield(db_field, request, **kwargs | place(db_field))


class OrderedStack(NewsroomStackedInline):
    """The same, several lines for each; what was saved is folded."""

    classes = ("ordered-stack", "folding-rows")

    def formfield_for_dbfield(
        self, db_field: models.Field, request: HttpRequest, **kwargs: Any
    ) -> Any:
        return super().formfield_for_dbfield(db_field, request, **kwargs | place(db_field))
