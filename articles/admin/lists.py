"""Lists of the admin that are asked for what no row can have."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ERROR_FLAG, ChangeList
from django.core.exceptions import FieldError, ValidationError
from django.db import DatabaseError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

ODD = (
    ArithmeticError,
    DatabaseError,
    FieldError,
    LookupError,
    TypeError,
    ValidationError,
    ValueError,
)
"""What an odd lookup raises where it is written as SQL, or only in the database.

A fault of the list itself shows all the same: it is then asked for with no lookup.
"""


class AskedList(ChangeList):
    """Rows that an address asks for; what cannot be looked up is as an unknown lookup."""

    def get_results(self, request: HttpRequest) -> None:
        if not self.get_filters_params():
            return super().get_results(request)
        try:
            with transaction.atomic():
                return super().get_results(request)
        except ODD as error:
            raise IncorrectLookupParameters(error) from error


class OddlyAskedMixin(admin.ModelAdmin):
    """For every admin that has a list."""

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return AskedList

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """The list; one that is asked for a key larger than a database counts is shown whole."""
        try:
            return super().changelist_view(request, extra_context)
        except OverflowError:
            return HttpResponseRedirect(f"{request.path}?{ERROR_FLAG}=1")
