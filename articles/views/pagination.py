"""Long lists, a page at a time, without counting them: a count reads every row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext

PAGE_NUMBER = re.compile("[1-9][0-9]{0,4}")


@dataclass(frozen=True)
class ListPage:
    """Some rows of a list, and whether there are more on either side."""

    number: int
    rows: list[Any]
    has_next: bool

    @classmethod
    def of(cls, queryset: QuerySet[Any], number: str, size: int) -> ListPage:
        """Page ``number`` of a queryset, as the address names it.

        Raises:
            Http404: that is no page number, or there is no such page.
        """
        if not PAGE_NUMBER.fullmatch(number):
            raise Http404(gettext("There is no such page."))
        start = (int(number) - 1) * size
        # The database sorts keys; whole rows, with their texts, it reads for this page only.
        keys = queryset.values("pk")[start : start + size + 1]
        rows = list(queryset.filter(pk__in=keys))
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
