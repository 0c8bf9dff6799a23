"""When a page last changed, and when it next will: by the dates of all that it shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.db.models import F, Manager, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.http import http_date, parse_http_date_safe

from articles.languages import Language
from articles.models import (
    Article,
    ContentChange,
    Event,
    Image,
    MediaKit,
    Placement,
    Record,
    Status,
    Transition,
)
from articles.models.cached_queries import cached
from articles.models.declarations import EDITED_OF_A_LANGUAGE
from articles.models.identity import identity

from .pagination import ListPage

KEPT_BY_CACHES: timedelta = settings.KEPT_BY_CACHES
SHOWN_WHEN_AWAY = timedelta(minutes=10)
"""How long a page is shown that nobody can make anew: the database, or the server, is away."""
REVALIDATION_FAILED = '111 - "Revalidation Failed"'
"""What `Warning` says of it (RFC 7234, 5.5.2)."""


SOME = (list, tuple, QuerySet, ListPage)
"""Of what templates are given: what has rows in it."""
type Moments = QuerySet[Any, datetime]


def ahead() -> tuple[datetime, datetime]:
    """Now, and until when a page may be kept that is made now."""
    now = timezone.now()
    return now, now + KEPT_BY_CACHES


def moments() -> list[datetime]:
    """When something last left the readers or was moved, and when something next comes or goes.

    A page cannot tell these from what it shows: what has left it is not there any more, what
    is scheduled is not there yet. One query, of index look-ups.
    """
    return moments_around(*ahead())


@cached
def moments_around(now: datetime, until: datetime) -> Moments:
    return united([last_move(), *departures(now), *changes_to_come(now, until)])


def last_change(now: datetime) -> Moments:
    """The moments past, as one value for a subquery."""
    return united([last_move(), *departures(now)]).order_by("-moment")[:1]


def next_change(now: datetime, until: datetime) -> Moments:
    """The moments to come, as one value for a subquery."""
    return united(changes_to_come(now, until))[:1]


def last_move() -> Moments:
    """When an article was last published or withdrawn anywhere.

    Moves are only ever added, so the last one is found by its primary key.
    """
    return one_moment(Transition.objects.order_by("-pk"), "made_at")


def departures(now: datetime) -> list[Moments]:
    """The last scheduled withdrawal that has come, in each language; the last deletion."""
    columns = [one.field("live_until") for one in Language.all()]
    deleted = ContentChange.objects.filter(deleted_at__isnull=False).order_by("-deleted_at")
    ended = [
        one_moment(Article.objects.filter(**{f"{column}__lte": now}).order_by(f"-{column}"), column)
        for column in columns
    ]
    return [*ended, one_moment(deleted, "deleted_at")]


def changes_to_come(now: datetime, until: datetime) -> list[Moments]:
    """When a page may next change by itself, as far ahead as caches keep it."""
    found: list[Moments] = []
    for language in Language.all():
        published = {language.field("status"): Status.PUBLISHED}
        for name in EDITED_OF_A_LANGUAGE:
            column = language.field(name)
            moving = Article.objects.filter(**published, **{f"{column}__range": (now, until)})
            found.append(as_moments(moving, column))
    for rows, column in (
        (Article.objects.all(), "embargoed_until"),
        (Event.objects.all(), "embargoed_until"),
        (Placement.objects.all(), "starts_at"),
        (Placement.objects.all(), "ends_at"),
    ):
        found.append(as_moments(rows.filter(**{f"{column}__range": (now, until)}), column))
    return found


def as_moments(rows: QuerySet[Any], column: str) -> Moments:
    return rows.order_by().annotate(moment=F(column)).values_list("moment", flat=True)


def one_moment(rows: QuerySet[Any], column: str) -> Moments:
    """The date of the first row, in a form that SQLite can unite with others."""
    first = rows.model._default_manager.filter(pk__in=rows.values("pk")[:1])
    return as_moments(first, column)


def united(parts: list[Moments]) -> Moments:
    return parts[0].union(*parts[1:], all=True).order_by("moment")


def last_tied(ties: Manager[Any]) -> datetime | None:
    """When a topic or a name was last given to an article, which itself may be older."""
    return ties.order_by("-pk").values_list("updated_at", flat=True).first()


def dated_in(shown: Any) -> Iterator[Record | datetime]:
    """Every record and date a template is given, with the records fetched together with those."""
    seen, waiting = set[int](), [shown]
    while waiting:
        one = waiting.pop()
        if isinstance(one, datetime):
            yield one
        elif isinstance(one, Record):
            if id(one) not in seen:
                seen.add(id(one))
                yield one
                waiting += one._state.fields_cache.values()
        elif isinstance(one, SOME):
            waiting += one


def dates_of(one: Record | datetime, language: Language) -> Iterator[datetime | None]:
    """The moments that change a page with this record: it was saved, appeared, an embargo ended.

    A moment stands for itself.
    """
    if isinstance(one, datetime):
        yield one
        return
    yield one.updated_at
    if isinstance(one, Article):
        yield one.published_at_in(language)
    if isinstance(one, Article | Event):
        yield one.embargoed_until
    elif isinstance(one, Image) and one.expires_on:
        yield midnight_of(one.expires_on + timedelta(days=1))


def changes(shown: Iterable[Any], now: datetime) -> tuple[datetime | None, datetime | None]:
    """The newest of the dates of all that is shown, and the next of those to come."""
    language = Language.active()
    dates = [date for one in dated_in([*shown]) for date in dates_of(one, language) if date]
    newest = max((date for date in dates if date <= now), default=None)
    return newest, min((date for date in dates if date > now), default=None)


def midnight_of(day: date) -> datetime:
    """When a day begins, by the newsroom's clock."""
    return timezone.make_aware(datetime.combine(day, time.min))


def say_freshness(request: HttpRequest, response: HttpResponse, shown: Iterable[Any]) -> None:
    """Tell caches when the page changed and how long they may keep it."""
    now, newsroom = timezone.now(), identity()
    changed, changes_next = changes(shown, now)
    of_newsroom, next_of_newsroom = changes(newsroom.dated, now)
    seconds = seconds_until(now, changes_next, next_of_newsroom)
    patch_cache_control(response, public=True, max_age=seconds)
    if changed is None or newsroom.follows_clock:
        # Of what the menu leads to, nothing dates that it went: the content tells (its ETag).
        request.META.pop("HTTP_IF_MODIFIED_SINCE", None)
        return
    changed = max(changed, of_newsroom or changed)
    # What changed in this very second may change again in it: then no date can tell.
    is_settled = now - changed > timedelta(seconds=1)
    date = int(changed.timestamp()) - (0 if is_settled else 1)
    response.headers["Last-Modified"] = http_date(date)
    # A page grows older when what was newest on it goes. So only the very date we gave counts
    # as “not modified since”, as nginx has it, and not any later one.
    asked = request.headers.get("If-Modified-Since")
    if asked and not (is_settled and parse_http_date_safe(asked) == date):
        request.META.pop("HTTP_IF_MODIFIED_SINCE")


def seconds_until(now: datetime, *changes: datetime | None) -> int:
    """How long a page may be kept that changes at these moments, if at any."""
    # At midnight, “today”, what is to come and what is over are others.
    midnight = midnight_of(timezone.localdate(now) + timedelta(days=1))
    kept = min(KEPT_BY_CACHES, *(one - now for one in (*changes, midnight) if one))
    return int(kept.total_seconds())


def say_kept_here(response: HttpResponse, made_at: datetime, *, shown: Iterable[Any] = ()) -> None:
    """Let an answer be kept that lists what readers have, until a moment changes any of that.

    Browsers do, and the newsroom itself; of proxies none: there are any number of such answers.

    Args:
        response: the answer.
        made_at: a moment before anything of it was asked.
        shown: what else has dates.
    """
    dates = coming(made_at, made_at + KEPT_BY_CACHES)
    _, changes_next = changes([*dates, *shown], made_at)
    seconds = seconds_until(made_at, changes_next)
    patch_cache_control(response, public=True, max_age=seconds, s_maxage=0)


@cached
def coming(now: datetime, until: datetime) -> Moments:
    """When next anything that is found comes or goes: media kits too."""
    found = changes_to_come(now, until)
    for language in Language.all():
        column = language.field("published_at")
        coming = MediaKit.objects.filter(**{f"{column}__range": (now, until)})
        found.append(as_moments(coming, column))
    return united(found)


def say_when_away(response: HttpResponse) -> None:
    """Let a cache before the server show a page for a while where the server fails (RFC 5861).

    That it may show an old page while it asks for a new one is not said: a change would be late.
    """
    patch_cache_control(response, stale_if_error=int(SHOWN_WHEN_AWAY.total_seconds()))
