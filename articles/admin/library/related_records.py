"""All that is a record's, in small lists in its form; and each of them whole, on a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from articles.desk.library.related_records import (
    RelatedKind,
    RelatedLine,
    numbers_of,
    related_kinds,
)

from ..editing.submission import Submission
from ..requests import number, person
from .record_pages import RecordDeskPage, record_url

SHOWN = 5
ON_A_PAGE = 50


@dataclass(frozen=True)
class SmallList:
    kind: RelatedKind
    lines: list[RelatedLine]
    number: int
    url: str
    """Of the whole list, where there is more than is shown."""


def related_records(submission: Submission, page: dict[str, Any]) -> dict[str, Any]:
    """The small lists beside the form of a record."""
    record, user = page["original"], person(submission.request)
    if record is None:
        return {}
    lists, numbers = [], numbers_of(record, user)
    for kind in related_kinds(record):
        if count := numbers[kind.slug]:
            url = f"{record_url(record, 'theirs')}?list={kind.slug}" if count > SHOWN else ""
            rows = kind.rows(record, user)
            lists.append(SmallList(kind, kind.lines(rows[:SHOWN], user), count, url))
    return {"theirs": lists}


class RelatedRecordsPage(RecordDeskPage):
    """One of the lists, whole."""

    template_name = "admin/articles/record/related_records.html"

    def get(self, request: HttpRequest, object_id: str) -> HttpResponse:
        record = self.seen_record(object_id)
        wanted = request.GET.get("list", "")
        kind = next((one for one in related_kinds(record) if wanted in {one.slug, ""}), None)
        if kind is None:
            raise Http404
        rows = kind.rows(record, self.user)
        shown = Paginator(rows, ON_A_PAGE).get_page(number(request.GET.get("page", "")) or 1)
        start = (shown.number - 1) * ON_A_PAGE
        return self.show(
            _("%(list)s: %(record)s") % {"list": kind.title, "record": record},
            original=record,
            kind=kind,
            shown=shown,
            lines=kind.lines(rows[start : start + ON_A_PAGE], self.user),
        )
