"""The admin of the glossary: the terms that are no record of their own."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from articles.languages import Language
from articles.models import Term
from articles.models.rights import Withheld

from .languages import NewsroomAdmin


@admin.register(Term)
class TermAdmin(NewsroomAdmin):
    """A term is a pair: who may write it writes it in every language, translators too."""

    list_display = ["__str__", *(one.field("name") for one in Language.all()), "updated_at"]
    search_fields = ["name", "aliases", "forbidden", "note"]
    fields = ["name", "aliases", "forbidden", "note"]

    def withheld(self, request: HttpRequest, obj: Any = None) -> Withheld:
        return Withheld(facts=False, languages=frozenset())
