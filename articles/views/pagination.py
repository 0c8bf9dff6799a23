"""Long lists, a page at a time, without counting them: a count reads every row."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext

from articles.models.cached_queries import cached

PAGE_NUMBER = re.compile("[1-9][0-9]{0,4}")


@dataclass(frozen=True)
class ListPage:
    """Some rows of a list, and whether there are more on either side."""

    number: int
    rows: list[Any]
    has_next: bool

    @classmethod
    def of(
        cls, build: Callable[..., QuerySet[Any]], values: Sequence[Any], number: str, size: int
    ) -> ListPage:
        """Page ``number`` of a list, as the address names it.

        Args:
            build: what makes the list's queryset, as ``@cached`` asks for it.
            values: that it is given.
            number: of the page.
            size: rows of a page.

        Raises:
            Http404: that is no page number, or there is no such page.
        """

        def read(start: int, most: int) -> list[Any]:
            return rows_of_page(*values, build=build, start=start, most=most)

        return cls.with_rows(read, number, size)

    @classmethod
    def with_rows(cls, read: Callable[[int, int], list[Any]], number: str, size: int) -> ListPage:
        """Page ``number`` of a list of which a function reads so many rows, from one of them on.

        Raises:
            Http404: that is no page number, or there is no such page.
        """
        if not PAGE_NUMBER.fullmatch(number):
            raise Http404(gettext("There is no such page."))
        start = (int(number) - 1) * size
        rows = read(start, size + 1)
        if start and not rows:
            raise Http404(gettext("There is no such page."))
        return cls(int(number), rows[:size], len(rows) > size)

    def __iter__(self) -> Iterator[Any]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def is_first(self) -> bool:
        return self.number == 1

    @property
    def previous(self) -> int:
        return self.number - 1

    @property
    def next(self) -> int:
        return self.number + 1


@cached
def rows_of_page(
    *values: Any, build: Callable[..., QuerySet[Any]], start: int, most: int
) -> QuerySet[Any]:
    """Some rows of a list: the database sorts keys, and reads whole rows for this page only."""
    queryset = build(*values)
    return queryset.filter(pk__in=queryset.values("pk")[start : start + most])
