"""What a field that chooses a record answers while one types: what is found, else to create it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import Any
from urllib.parse import urlencode

from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.desk.directions import language_of
from articles.models import Article, Image, Newsroom
from articles.search.desk_search import spelled_at_desk
from articles.text.characters import clean_lines

from .chooser_details import tell_apart
from .chooser_order import NEAR, WHOLE, ranks
from .choosers import WITHOUT, offered_records
from .translated_columns import in_every_language

NEW = "new"
"""The key of the choice that creates what was typed: no row has it."""


class ChooserAnswers(AutocompleteJsonView):
    """The admin's own answers, best first, each with what tells it apart.

    What is only near stands after what is called so, and says so. Last, who may creates a record
    of the name that was typed; a script opens its form. Without one, the sign beside the field
    does.
    """

    term: str
    model_admin: Any
    source_field: Any
    near: frozenset[int] = frozenset()
    """The keys of what is only near."""
    exact: frozenset[int] = frozenset()
    """Those of what is called so, word for word."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        known = self.process_request(request)
        self.term, self.model_admin, self.source_field, to_field = known
        if not self.has_perm(request):
            raise PermissionDenied
        self.object_list = self.get_queryset()
        page = self.get_context_data()
        records = self.records_of([*page["object_list"]])
        answers = [self.serialize_result(one, to_field) for one in records]
        tell_apart(records, answers)
        has_more = page["page_obj"].has_next()
        answers += [] if has_more else self.to_create()
        return JsonResponse({"results": answers, "pagination": {"more": has_more}})

    def get_queryset(self) -> Any:
        """What is found; of words that were typed, as keys in their order.

        Nobody looks for the newsroom's own sign, first of all, to lead an article.
        """
        self.found = super().get_queryset()
        if self.term.strip():
            return self.best_first()
        if self.model_admin.model is not Image or self.source_field.model is Newsroom:
            return self.found
        return self.found.filter(logo_of_newsroom=None, night_logo_of_newsroom=None)

    def best_first(self) -> list[int]:
        """The keys of what is found, of what is called so by a title before its name, and, where
        nobody is, of what was typed wrong.
        """
        titles = getattr(self.model_admin, "titles", ())
        ranked = self.ranked(self.found, self.term, titles)
        if titles:
            more = self.ranked(self.with_letters(titles), self.term, titles)
            ranked |= {key: rank for key, rank in more.items() if rank < NEAR}
        is_called_so = any(rank < NEAR for rank in ranked.values())
        if right := "" if is_called_so else spelled_at_desk(self.term):
            meant = self.ranked(self.of_words(right), right, titles)
            # What is written so is nearer than what only sounds so.
            nearer = {key: NEAR + rank for key, rank in meant.items()}
            ranked = dict.fromkeys(ranked, NEAR * 3) | nearer
        self.near = frozenset(key for key, rank in ranked.items() if rank >= NEAR)
        self.exact = frozenset(key for key, rank in ranked.items() if rank == WHOLE)
        return sorted(ranked, key=lambda key: ranked[key])

    def ranked(self, found: Any, words: str, titles: Sequence[str]) -> dict[int, int]:
        return ranks(self.request, found, words, titles)

    def among(self) -> Any:
        """All that may be chosen."""
        records = self.model_admin.get_queryset(self.request)
        return records.complex_filter(self.source_field.get_limit_choices_to())

    def of_words(self, words: str) -> Any:
        found, may_repeat = self.model_admin.get_search_results(self.request, self.among(), words)
        return found.distinct() if may_repeat else found

    def with_letters(self, titles: Sequence[str]) -> Any:
        """Those of all whose titles and names have the letters of each word."""
        names = (*titles, self.model_admin.model.title_field)
        columns = [one for name in names for one in in_every_language(self.model_admin.model, name)]
        said = Q()
        for word in self.term.split():
            said &= reduce(or_, (Q(**{f"{one}__icontains": word}) for one in columns))
        return offered_records(self.request, self.among()).filter(said)

    def get_paginator(self, found: Any, *args: Any, **kwargs: Any) -> Any:
        """Keys are counted as they are; a list of records may know a quicker way."""
        if isinstance(found, list):
            return Paginator(found, *args, **kwargs)
        return super().get_paginator(found, *args, **kwargs)

    def records_of(self, page: list[Any]) -> list[Any]:
        """The records of a page that may be of keys, in their order."""
        if not page or not isinstance(page[0], int):
            return page
        by_key = {one.pk: one for one in self.among().filter(pk__in=page)}
        return [by_key[key] for key in page if key in by_key]

    def serialize_result(self, obj: Any, to_field_name: str) -> dict[str, Any]:
        answer: dict[str, Any] = super().serialize_result(obj, to_field_name)
        # Of two long names the ends may be all that differs.
        if answer["text"].endswith("…") and getattr(obj, "title_field", ""):
            answer["text"] = obj.said_anyhow(obj.title_field) or answer["text"]
        if obj.pk in self.near:
            is_article = isinstance(obj, Article)
            answer["under"] = _("In the text, or alike") if is_article else _("Did you mean")
        return answer | ({"is_exact": True} if obj.pk in self.exact else {})

    def to_create(self) -> list[dict[str, Any]]:
        """The choice that creates a record of this name, for who may.

        A field that does not offer its own record asks for one that is there: to merge it.
        """
        name, model = clean_lines(self.term).strip(), self.model_admin.model
        title = getattr(model, "title_field", "")
        may = getattr(self.model_admin, "needed_first", ()) and self.model_admin.has_add_permission
        if not (name and title and may and may(self.request)) or WITHOUT in self.request.GET:
            return []
        asked = {"_to_field": "id", IS_POPUP_VAR: 1, language_of(name).field(title): name}
        opts = model._meta
        url = reverse(f"admin:{opts.app_label}_{opts.model_name}_add")
        said = _("Create “%(name)s”") % {"name": name}
        return [{"id": NEW, "text": said, "create": f"{url}?{urlencode(asked)}"}]
