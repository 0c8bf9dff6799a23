"""Rows with an order: dragged, or moved by buttons; without a script one types the numbers."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.forms import NumberInput
from django.http import HttpRequest

from .base import NewsroomTabularInline


class OrderedRows(NewsroomTabularInline):
    """The rows of a table that has a column ``order``; its page has the script ``order.js``."""

    def formfield_for_dbfield(
        self, db_field: models.Field, request: HttpRequest, **kwargs: Any
    ) -> Any:
        if db_field.name == "order":
            kwargs["widget"] = NumberInput(attrs={"class": "order"})
        return super().formfield_for_dbfield(db_field, request, **kwargs)
