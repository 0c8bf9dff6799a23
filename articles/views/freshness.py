"""When a page last changed: the newest date among all that it shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.http import http_date, parse_http_date_safe

from articles.models import Article, Image, Record, Transition

from .pagination import Page

KEPT_BY_CACHES = timedelta(seconds=60)


def last_move() -> QuerySet[Transition, datetime]:
    """When an article was last published or withdrawn anywhere.

    What has left a list is not on the page any more to tell its date. Moves are only ever
    added, so the last one is found by its primary key.
    """
    return Transition.objects.order_by("-pk").values_list("made_at", flat=True)[:1]


def records_in(shown: Any, seen: set[int] | None = None) -> Iterator[Record]:
    """Every record in what a template is given, with those it was fetched together with."""
    seen = set() if seen is None else seen
    if isinstance(shown, Record):
        if id(shown) not in seen:
            seen.add(id(shown))
            yield shown
            yield from records_in([*shown._state.fields_cache.values()], seen)
    elif isinstance(shown, list | tuple | QuerySet | Page):
        for one in shown:
            yield from records_in(one, seen)


def dates_of(record: Record) -> Iterator[datetime | None]:
    """When a record changed, or came before the readers, or left them."""
    yield record.updated_at
    if isinstance(record, Article):
        yield record.published_at_in()
        yield record.embargoed_until
    elif isinstance(record, Image) and record.expires_on and not record.may_be_shown():
        midnight = datetime.min.time()
        day_after = datetime.combine(record.expires_on + timedelta(days=1), midnight)
        yield timezone.make_aware(day_after)


def newest_change(shown: Iterable[Any]) -> datetime | None:
    """The newest date, past or present, of all the records in what is shown."""
    shown, now = list(shown), timezone.now()
    dates = [date for record in records_in(shown) for date in dates_of(record) if date]
    dates += [one for one in shown if isinstance(one, datetime)]
    return max((date for date in dates if date <= now), default=None)


def say_freshness(request: HttpRequest, response: HttpResponse, shown: Iterable[Any]) -> None:
    """Tell caches when the page changed and how long they may keep it."""
    patch_cache_control(response, public=True, max_age=int(KEPT_BY_CACHES.total_seconds()))
    changed = newest_change(shown)
    if changed is None:
        return
    response.headers["Last-Modified"] = http_date(int(changed.timestamp()))
    # A page grows older when what was newest on it goes; so only the very date we gave counts
    # as “not modified since”, as nginx has it, and not any later one.
    asked = request.headers.get("If-Modified-Since")
    if asked and parse_http_date_safe(asked) != int(changed.timestamp()):
        request.META.pop("HTTP_IF_MODIFIED_SINCE")
