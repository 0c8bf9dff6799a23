"""How many a list has, and of which years: asked for in one question, without reading the rows."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from typing import Any

from django.contrib.admin.templatetags.admin_list import date_hierarchy
from django.core.paginator import Paginator
from django.db.models import Count, Exists, Max, Min, QuerySet
from django.db.models.functions import ExtractYear
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject, cached_property

from articles.models import Article, User

from ..lists import SafeList
from ..requests import person
from .columns import chosen_names
from .related_columns import read_beside

PARTS = ("year", "month", "day")
FAR = 1_000
"""Rows before a page, from which on reading them all takes longer than reading their keys."""


class DatedPages(Paginator):
    """Pages of articles, which also know when the first and the last was begun."""

    is_searched = False
    """Whether they are few, or each was looked at: then their years are told by the way."""

    @cached_property
    def span(self) -> dict[str, Any]:
        articles: Any = self.object_list
        asked = {"number": Count("*"), "first": Min("created_at"), "last": Max("created_at")}
        if not self.is_searched:
            found: dict[str, Any] = articles.order_by().aggregate(**asked)
            return found
        of_years = articles.order_by().annotate(of=ExtractYear("created_at")).values("of")
        years = [*of_years.annotate(**asked).order_by("of")]
        return {
            "number": sum(one["number"] for one in years),
            "first": years[0]["first"] if years else None,
            "last": years[-1]["last"] if years else None,
            "years": [one["of"] for one in years],
        }

    def page(self, number: Any) -> Any:
        """Of a page far down only the keys are passed over, not the rows with all they show.

        Of none there is nothing to read.
        """
        found = super().page(number)
        rows: Any = found.object_list
        if not self.count and isinstance(rows, QuerySet):
            # Letters that stand nowhere are looked for in every text: not once more.
            found.object_list = rows.none()
        if found.start_index() > FAR and isinstance(rows, QuerySet):
            articles: Any = self.object_list
            found.object_list = articles.filter(pk__in=keys_of(rows))
        return found

    @cached_property
    def count(self) -> int:
        number: int = self.span["number"]
        return number


def keys_of(rows: QuerySet[Any]) -> QuerySet[Any]:
    """The keys of a page of rows, asked for without what the rows show beside them."""
    keys: QuerySet[Any] = rows._chain()  # type: ignore[attr-defined]
    keys.query.clear_select_clause()
    keys.query.add_fields(["pk"])
    return keys


class ListWithYears(SafeList):
    """The list, which says of what years it has articles, and reads what its rows show at once."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        # Of what is done with the chosen, no row is shown.
        rows, columns = self.result_list, chosen_names(person(request))
        self.result_list: Any = SimpleLazyObject(lambda: with_beside(rows, columns))

    @cached_property
    def dates(self) -> dict[str, Any]:
        return years_to_choose(self)


def with_beside(rows: Any, columns: set[str]) -> list[Any]:
    articles = [*rows.prefetch_related(None)]
    read_beside(articles, columns)
    return articles


def years_to_choose(cl: Any) -> dict[str, Any]:
    """The years of a list as links; of one year, what Django says: its months, or their days.

    Django would sort every row by its year.
    """
    name = cl.date_hierarchy
    dates = [cl.paginator.span[end] for end in ("first", "last")]
    is_narrowed = any(cl.params.get(f"{name}__{part}") for part in PARTS)
    if not (is_narrowed or cl.paginator.count):
        return {"show": False}
    ends = [timezone.localtime(one).year for one in dates if one]
    known = cl.paginator.span.get("years")
    if is_narrowed or (len({*ends}) < 2 and not known):
        shown: dict[str, Any] = date_hierarchy(with_known_span(cl, dates))
        return shown
    first, last = ends
    years = known or [
        first,
        *years_there(cl.queryset, range(first + 1, last)),
        last,
    ]
    return {
        "show": True,
        "choices": [
            {
                "link": cl.get_query_string({f"{name}__year": f"{year}"}, [f"{name}__"]),
                "title": f"{year}",
            }
            for year in years
        ],
        "field_name": Article._meta.get_field("created_at").verbose_name,
    }


def with_known_span(cl: Any, dates: list[Any]) -> Any:
    """The list, which says as it was told when its first and its last were begun.

    The question of Django goes through all articles from the oldest on, until one fits.
    """
    known = copy(cl)
    known.queryset = cl.queryset.all()
    known.queryset.aggregate = lambda **_asked: dict(zip(("first", "last"), dates, strict=True))
    return known


def years_there(articles: Any, years: Iterable[int]) -> list[int]:
    """Those of the years in which one of the articles was begun."""
    wanted = [*years]
    if not wanted:
        return []
    there = [Exists(articles.order_by().filter(created_at__year=year)) for year in wanted]
    # Any row to stand on: somebody is signed in.
    said = User.objects.order_by("pk").values_list(*there)[:1]
    return [year for year, is_there in zip(wanted, said[0], strict=True) if is_there]
