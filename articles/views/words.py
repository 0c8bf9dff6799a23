"""What people said: the quotations that readers have, by the year and the event of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time
from itertools import groupby
from typing import Any

from django.db.models import (
    Case,
    DateField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import TruncDate

from articles.languages import Language
from articles.models import Article, Event, Quote
from articles.models.cached_queries import cached
from articles.models.date_fields import FIRST_DAY, LAST_DAY


def live_quotes(now: datetime) -> QuerySet[Quote]:
    """Quotations written in the active language, of articles that readers may see in it."""
    language = Language.active()
    live = Article.objects.live(now)
    return (
        Quote.objects.attributed()
        .filter(Exists(live.filter(pk=OuterRef("article"))))
        .filter(**{f"{language.field('text')}__gt": ""})
        .select_related("speaker", "spoken_at")
        .with_bodies(language)
        .order_by(f"-article__{language.field('published_at')}", "-article_id", "order", "pk")
    )


def give_articles(rows: list[Any], now: datetime) -> None:
    """Put at quotations, or corrections, of live articles what a list shows of these."""
    keys = list(dict.fromkeys(one.article_id for one in rows))
    articles = {one.pk: one for one in live_among(keys, now)}
    for one in rows:
        one.article = articles[one.article_id]


@cached
def live_among(keys: list[int], now: datetime) -> QuerySet[Article]:
    return Article.objects.live(now).filter(pk__in=keys).for_list().select_related("event")


def published_on() -> Case:
    """The day, in the active language, of the article a quotation stands in.

    The last one that a form takes where it takes none like it: SQLite does not compute with those
    at either end.
    """
    moment = f"article__{Language.active().field('published_at')}"
    ends = [datetime.combine(day, time(), UTC) for day in (FIRST_DAY, LAST_DAY)]
    return Case(
        When(Q(**{f"{moment}__range": ends}), then=TruncDate(moment)),
        default=Value(LAST_DAY),
        output_field=DateField(),
    )


def with_said_where(quotes: QuerySet[Quote]) -> QuerySet[Quote]:
    """Each with the key of the event it was said at: ``said_where``.

    It says so itself, or stands in the coverage of an event that had begun: what is told of an
    event to come was not said there.
    """
    told = quotes.alias(told_on=published_on())
    begun = Q(article__event__starts_on__lte=F("told_on"))
    where = Case(
        When(spoken_at__isnull=False, then=F("spoken_at_id")),
        When(begun, then=F("article__event_id")),
    )
    return told.annotate(said_where=where)


def last_said_first(quotes: QuerySet[Quote], now: datetime) -> QuerySet[Quote]:
    """By the day of the event they were said at, or that of the article where none is known."""
    language = Language.active()
    published = published_on()
    spoken_at = Event.told_when(language, now, "spoken_at__")
    covered = Event.told_when(language, now, "article__event__")
    covered &= Q(said_where=F("article__event_id"))
    day = Case(
        When(spoken_at, then=F("spoken_at__starts_on")),
        When(spoken_at__isnull=False, then=published),
        When(covered, then=F("article__event__starts_on")),
        default=published,
        output_field=DateField(),
    )
    dated = with_said_where(quotes).annotate(said_on=day)
    # Those of one event stay together, also where another began on its day.
    return dated.order_by("-said_on", F("said_where").desc(nulls_last=True), *quotes.query.order_by)


@dataclass(frozen=True)
class Occasion:
    """Some words, and the event they were said at, where readers hear of one."""

    event: Event | None
    quotes: list[Quote]


def occasion_of(quote: Quote) -> Event | None:
    if quote.spoken_at is not None:
        return quote.said_at
    event, where = quote.article.event, quote.said_where  # type: ignore[attr-defined]
    return None if event is None or where is None or event.is_held_back() else event


def by_year(quotes: Iterable[Quote]) -> list[tuple[int, list[Occasion]]]:
    """Quotations of ``last_said_first`` under their years, and in these under their events."""

    def year(quote: Quote) -> int:
        return quote.said_on.year  # type: ignore[attr-defined]

    return [
        (one, [Occasion(event, [*them]) for event, them in groupby(some, occasion_of)])
        for one, some in groupby(quotes, year)
    ]
