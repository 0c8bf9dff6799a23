"""When a page last changed: the newest date among all that it shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, time, timedelta
from typing import Any

from django.db.models import Manager, QuerySet
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


def last_tied(ties: Manager[Any]) -> datetime | None:
    """When a topic or a name was last given to an article, which itself may be older."""
    return ties.order_by("-pk").values_list("updated_at", flat=True).first()


def dated_in(shown: Any, seen: set[int] | None = None) -> Iterator[Record | datetime]:
    """Every record and date a template is given, with the records fetched together with those."""
    seen = set() if seen is None else seen
    if isinstance(shown, datetime):
        yield shown
    elif isinstance(shown, Record):
        if id(shown) not in seen:
            seen.add(id(shown))
            yield shown
            yield from dated_in([*shown._state.fields_cache.values()], seen)
    elif isinstance(shown, list | tuple | QuerySet | Page):
        for one in shown:
            yield from dated_in(one, seen)


def dates_of(one: Record | datetime) -> Iterator[datetime | None]:
    """When a record changed, or came before the readers, or left them; a date is its own."""
    if isinstance(one, datetime):
        yield one
        return
    yield one.updated_at
    if isinstance(one, Article):
        yield one.published_at_in()
        yield one.embargoed_until
    elif isinstance(one, Image) and one.expires_on and not one.may_be_shown():
        day_after = one.expires_on + timedelta(days=1)
        yield timezone.make_aware(datetime.combine(day_after, time.min))


def newest_change(shown: Iterable[Any]) -> datetime | None:
    """The newest of the dates of all that is shown; those to come do not count."""
    now = timezone.now()
    dates = (date for one in dated_in([*shown]) for date in dates_of(one))
    return max((date for date in dates if date and date <= now), default=None)


def say_freshness(request: HttpRequest, response: HttpResponse, shown: Iterable[Any]) -> None:
    """Tell caches when the page changed and how long they may keep it."""
    patch_cache_control(response, public=True, max_age=int(KEPT_BY_CACHES.total_seconds()))
    changed = newest_change(shown)
    if changed is None:
        return
    # What changed in this very second may change again in it: then no date can tell.
    is_settled = timezone.now() - changed > timedelta(seconds=1)
    date = int(changed.timestamp()) - (0 if is_settled else 1)
    response.headers["Last-Modified"] = http_date(date)
    # A page grows older when what was newest on it goes. So only the very date we gave counts
    # as “not modified since”, as nginx has it, and not any later one.
    asked = request.headers.get("If-Modified-Since")
    if asked and not (is_settled and parse_http_date_safe(asked) == date):
        request.META.pop("HTTP_IF_MODIFIED_SINCE")
