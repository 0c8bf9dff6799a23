"""How many a list has, and of which years: asked for in one question, without reading the rows."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from typing import Any

from django.contrib.admin.templatetags.admin_list import date_hierarchy
from django.core.paginator import Paginator
from django.db.models import Count, Exists, Max, Min, QuerySet
from django.utils import timezone
from django.utils.functional import cached_property

from articles.models import Article, User

from ..lists import SafeList

PARTS = ("year", "month", "day")
FAR = 1_000
"""Rows before a page, from which on reading them all takes longer than reading their keys."""


class DatedPages(Paginator):
    """Pages of articles, which also know when the first and the last was begun."""

    @cached_property
    def span(self) -> dict[str, Any]:
        articles: Any = self.object_list
        dates = {"first": Min("created_at"), "last": Max("created_at")}
        found: dict[str, Any] = articles.order_by().aggregate(number=Count("*"), **dates)
        return found

    def page(self, number: Any) -> Any:
        """Of a page far down only the keys are passed over, not the rows with all they show."""
        found = super().page(number)
        rows: Any = found.object_list
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
    """The list, which says of what years it has articles."""

    @cached_property
    def dates(self) -> dict[str, Any]:
        return years_to_choose(self)


def years_to_choose(cl: Any) -> dict[str, Any]:
    """The years of a list as links; of one year, what Django says: its months, or their days.

    Django would sort every row by its year.
    """
    name = cl.date_hierarchy
    dates = [cl.paginator.span[end] for end in ("first", "last")]
    is_narrowed = any(cl.params.get(f"{name}__{part}") for part in PARTS)
    ends = [timezone.localtime(one).year for one in dates if one]
    if is_narrowed or len({*ends}) < 2:
        shown: dict[str, Any] = date_hierarchy(with_known_span(cl, dates))
        return shown
    first, last = ends
    years = [first, *years_there(cl.queryset, range(first + 1, last)), last]
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
