"""What lists of the admin may be asked for in their address, and what no row can have."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ERROR_FLAG, ChangeList
from django.core.exceptions import FieldError, ValidationError
from django.db import DatabaseError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.text import capfirst

from articles.models.permissions import EDIT_ANY_ARTICLE

from .rights import person

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

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # « Articles », not « Select the object article to change ».
        self.title = capfirst(self.opts.verbose_name_plural)

    def get_results(self, request: HttpRequest) -> None:
        if not self.get_filters_params():
            return super().get_results(request)
        try:
            with transaction.atomic():
                return super().get_results(request)
        except ODD as error:
            raise IncorrectLookupParameters(error) from error


class AskedMixin(admin.ModelAdmin):
    """For every admin that has a list.

    Who may not see every text asks it only for what it offers to filter by: any other question
    would tell which record another's draft names.
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

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return AskedList

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """The list; one that is asked for a key larger than a database counts is shown whole."""
        try:
            return super().changelist_view(request, extra_context)
        except OverflowError:
            return HttpResponseRedirect(f"{request.path}?{ERROR_FLAG}=1")
