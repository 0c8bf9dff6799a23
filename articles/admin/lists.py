"""What lists of the admin may be asked for in their address, and what no row can have."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import FieldError, PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from django.http import HttpRequest, HttpResponseRedirect
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from articles.desk.deleted_meanwhile import GoneError
from articles.desk.directions import in_own_direction
from articles.languages import Language
from articles.models.alphabet import in_alphabet

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


class SafeList(ChangeList):
    """Rows that an address asks for; what cannot be looked up is as an unknown lookup."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # « Articles », not « Select the object article to change ».
        self.title = capfirst(self.opts.verbose_name_plural)

    def get_ordering(self, request: HttpRequest, queryset: Any) -> list[Any]:
        """What is asked for; names, by their alphabet."""
        asked = super().get_ordering(request, queryset)
        return [*dict.fromkeys(in_alphabet(self.model, asked))]

    def get_results(self, request: HttpRequest) -> None:
        if not self.get_filters_params():
            return super().get_results(request)
        # What fails within a transaction spoils it, so there it is tried within one of its own.
        is_within = transaction.get_connection().in_atomic_block
        try:
            with transaction.atomic() if is_within else nullcontext():
                return super().get_results(request)
        except ODD as error:
            raise IncorrectLookupParameters(error) from error


def asked_of(column: str, kind: Any) -> str:
    """What an address asks for, to filter by a column with a filter of some kind."""
    return kind.asked_by(column) if hasattr(kind, "asked_by") else column


def column_of_names(called: Any) -> Callable[[Any], SafeString]:
    """What each record is called, in the direction of its own letters.

    Args:
        called: the title of the column.
    """

    def column(record: Any) -> SafeString:
        return in_own_direction(str(record))

    column.__name__ = "__str__"
    return admin.display(description=called)(column)


class NamesInEachLanguage(admin.ModelAdmin):
    """A list whose rows are pairs of names: that of the reader's language comes first."""

    list_display_links = tuple(one.field("name") for one in Language.all())

    def get_list_display(self, request: HttpRequest) -> Sequence[Any]:
        names = [one.field("name") for one in Language.active().then_others]
        return [*names, *(one for one in super().get_list_display(request) if one not in names)]


def all_or_nothing(request: HttpRequest, act: Callable[[], Any]) -> Any:
    """Do something with many, or nothing of it where somebody else was a moment faster."""
    try:
        with transaction.atomic():
            return act()
    except (GoneError, PermissionDenied) as refusal:
        if not str(refusal):
            raise
        why = [str(refusal)]
    except ValidationError as refusal:
        why = refusal.messages
    for sentence in why:
        messages.error(request, sentence)
    return HttpResponseRedirect(request.get_full_path())
