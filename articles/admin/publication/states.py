"""The filter of lists by what a language of an article is at the moment."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.requests import person
from articles.languages import Language
from articles.models import Phase
from articles.models.permissions import EDIT_ANY_ARTICLE
from articles.models.phases import articles_in
from articles.models.rights import is_of


class PhaseFilter(admin.FieldListFilter):
    """What the state in one language is at the moment, under that language's name.

    Of what is not open to a person, only what readers have is found, and counted.
    """

    def __init__(self, field: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        self.language = Language(field.language)
        self.name = self.asked_by(field.name)
        self.user = person(request)
        super().__init__(field, request, *args, **kwargs)
        self.title = Language.active().name_of(self.language)
        asked: Any = self.used_parameters.get(self.name) or [""]
        self.chosen = asked[-1] if asked[-1] in Phase.values else ""

    @staticmethod
    def asked_by(column: str) -> str:
        """What an address asks that filters by this column."""
        return column.replace("status", "phase", 1)

    def condition(self, phase: Phase) -> models.Q:
        found = articles_in(phase, self.language, timezone.now())
        if phase == Phase.PUBLISHED or self.user.has_perm(EDIT_ANY_ARTICLE):
            return found
        return found & is_of(self.user)

    def expected_parameters(self) -> list[str]:
        return [self.name]

    def get_facet_counts(self, pk_attname: str, filtered_qs: Any) -> dict[str, Any]:
        return {
            f"{phase}__c": models.Count(pk_attname, filter=self.condition(phase)) for phase in Phase
        }

    def choices(self, changelist: Any) -> Iterator[dict[str, Any]]:
        counts = self.get_facet_queryset(changelist) if changelist.add_facets else {}
        for value, label in [("", _("All")), *Phase.choices]:
            query = {self.name: value} if value else {}
            number = counts.get(f"{value}__c")
            yield {
                "selected": self.chosen == value,
                "query_string": changelist.get_query_string(query, [self.name]),
                "display": label if number is None else f"{label} ({number})",
            }

    def queryset(self, request: HttpRequest, queryset: Any) -> models.QuerySet:
        if not self.chosen:
            return queryset
        return queryset.filter(self.condition(Phase(self.chosen)))
