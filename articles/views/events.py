"""The events the newsroom covers, and each one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import TruncMonth
from django.urls import reverse
from django.utils import timezone

from articles.models import Appearance, Article, Event, Image, Participation, Quote, Speaker
from articles.models.article_queryset import ArticleQuerySet
from articles.models.cached_queries import belonging_to, cached
from articles.models.events import BY_HOUR, EventQuerySet
from articles.wire.linked_data import event_graph

from .archives import Month
from .months import turned, turns_of, url_of_month
from .pages import PagedListView, TranslatedDetailView
from .pagination import ListPage
from .redirects import url_of
from .words import give_articles, live_quotes, with_said_where

QUOTES_SHOWN = 20
SIBLINGS = 20
DOCUMENTS_SHOWN = 10
PICTURES_SHOWN = 6
UPCOMING = 40
"""So many events to come are listed; under them stand the months that have more."""
ORGANIZING = [Participation.Role.ORGANIZER, Participation.Role.HOST]


class EventList(PagedListView):
    """What is on today, what is to come, the next one first, and what is over, a page at a time."""

    page = "events"
    template_name = "articles/event_list.html"

    def asked_for(self) -> ListPage:
        return self.paginate(past_events, *now_and_today())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(
            calendar_url=reverse("events_calendar"),
            **kwargs,
        )
        page, upcoming = context["page_obj"], []
        if page.is_first:
            upcoming = coming_events(*now_and_today())
        nearest = next(iter([*upcoming, *page]), None)
        listed = upcoming[:UPCOMING]
        return context | {
            "another_day": turned([*upcoming, *page]),
            "turns": turns_of(listed),
            "today": [one for one in listed if one.has_begun()],
            "upcoming": [one for one in listed if not one.has_begun()],
            "further": months_from(upcoming[UPCOMING].starts_on) if upcoming[UPCOMING:] else [],
            "month_url": url_of_month(Month.of(nearest.starts_on)) if nearest else "",
        }


def now_and_today() -> tuple[datetime, date]:
    now = timezone.now()
    return now, timezone.localdate(now)


def past_events(now: datetime, today: date) -> EventQuerySet:
    return named_events(now, today).past(today)


@cached
def coming_events(now: datetime, today: date) -> EventQuerySet:
    return named_events(now, today).upcoming(today)[: UPCOMING + 1]


def named_events(now: datetime, today: date) -> EventQuerySet:
    events = Event.objects.public(at=now).select_related("place").with_parents(now)
    return events.with_last_ended(today)


def months_from(day: date) -> list[dict[str, Any]]:
    """The months in which an event begins on a day or later, with how many, and their pages."""
    begin = Event.objects.public().filter(starts_on__gte=day.replace(day=1)).order_by()
    counted = begin.annotate(month=TruncMonth("starts_on")).values("month")
    return [
        {
            "name": Month.of(row["month"]).name,
            "url": url_of_month(Month.of(row["month"])),
            "count": row["number"],
        }
        for row in counted.annotate(number=Count("pk")).order_by("month")
    ]


class EventPage(TranslatedDetailView):
    model = Event
    template_name = "articles/event_detail.html"
    shown_with = ("place",)

    @classmethod
    def with_related(cls, records: QuerySet[Any], now: datetime, until: datetime) -> QuerySet[Any]:
        events: Any = super().with_related(records, now, until)
        return events.with_parents(now)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        event: Event = self.object
        # Its sessions and its siblings, in one query.
        whole = event.parent or event
        now = timezone.now()
        relatives = relatives_of(event.pk, whole.pk, now)
        sessions = [one for one in relatives if one.parent_id == event.pk]
        occasions = [event, *sessions]
        keys = [one.pk for one in occasions]
        participations = belonging_to(event, participations_in(event.pk), "event")
        appearances = appearances_at(keys)
        coverage = self.paginate(coverage_listed, keys, now)
        quotes = said_at_or_of(keys, now)
        give_articles(quotes, now)
        return super().get_context_data(
            event=event,
            sessions=sessions,
            programme=programme(sessions, appearances),
            siblings=[one for one in relatives if one not in sessions][:SIBLINGS],
            participations=participations,
            appearances=appearances,
            speakers=by_person(appearances),
            linked_data=lambda: event_graph(
                event,
                sessions,
                organizers=[one.organization for one in participations if one.role in ORGANIZING],
                performers=[one.speaker for one in appearances],
            ),
            feed_url=url_of("event_feed", event),
            calendar_url="" if event.is_over() else url_of("event_calendar", event),
            quotes=[one for one in quotes if one.said_where is not None],
            said_of_it=[one for one in quotes if one.said_where is None],
            documents=documents_on(keys, now),
            pictures=pictures_of(coverage) if coverage.is_first else [],
            turns=turns_of(occasions),
            page_obj=coverage,
            timeline=by_day(coverage),
            covered_in=None if coverage.rows else covered_in(event, relatives, now),
            **kwargs,
        )


@dataclass(frozen=True)
class Session:
    """A line of the programme: a session, and who spoke in it."""

    event: Event
    appearances: list[Appearance]


def programme(
    sessions: list[Event], appearances: list[Appearance]
) -> list[tuple[date, list[Session]]]:
    """The days on which sessions begin, each with its sessions."""
    lines = [
        Session(one, [appears for appears in appearances if appears.event_id == one.pk])
        for one in sessions
    ]
    return [(day, [*them]) for day, them in groupby(lines, lambda line: line.event.starts_on)]


def by_person(appearances: Iterable[Appearance]) -> list[tuple[Speaker, list[Appearance]]]:
    """Who appears, each once, with one appearance for each role; the programme has them all."""
    people: dict[Speaker, dict[str, Appearance]] = {}
    for one in appearances:
        people.setdefault(one.speaker, {}).setdefault(one.role, one)
    return [(speaker, [*roles.values()]) for speaker, roles in people.items()]


def by_day(articles: Iterable[Article]) -> list[tuple[date, list[Article]]]:
    """Articles in the order they are given in, under the days they came out on."""
    return [(day, [*them]) for day, them in groupby(articles, day_of)]


def pictures_of(articles: Iterable[Article]) -> list[tuple[Image, Article]]:
    """The lead images of articles, each once, with the first that has it; one alone is none."""
    found: dict[Image, Article] = {}
    for article in articles:
        image = article.lead_image
        if image is not None and image.may_be_shown():
            found.setdefault(image, article)
    return [*found.items()][:PICTURES_SHOWN] if len(found) > 1 else []


def day_of(article: Article) -> date:
    return timezone.localdate(article.published_at_in())


@cached
def relatives_of(event: int, whole: int, now: datetime) -> QuerySet[Event]:
    """The sessions of an event, and of what it is part of."""
    near = Event.objects.public(at=now).filter(parent__in=[event, whole]).exclude(pk=event)
    return near.select_related("place").order_by(*BY_HOUR)


@cached
def participations_in(event: int) -> QuerySet[Participation]:
    return Participation.objects.filter(event=event).select_related("organization")


@cached
def appearances_at(events: list[int]) -> QuerySet[Appearance]:
    return Appearance.objects.filter(event__in=events).select_related("speaker", "event")


def coverage_of(events: list[int], now: datetime) -> ArticleQuerySet:
    """The live articles on events, and those that quote what was said there."""
    # Two lists of keys, each by its index: an “or” across tables reads every article.
    covering = Article.objects.filter(event__in=events).order_by().values("pk")
    quoting = Quote.objects.filter(spoken_at__in=events).order_by().values("article")
    return Article.objects.live(now).filter(pk__in=covering.union(quoting))


def coverage_listed(events: list[int], now: datetime) -> ArticleQuerySet:
    return coverage_of(events, now).newest_first().for_list()


@cached
def documents_on(events: list[int], now: datetime) -> ArticleQuerySet:
    return coverage_listed(events, now).filter(kind__in=Article.DOCUMENTS)[:DOCUMENTS_SHOWN]


def covered_in(session: Event, siblings: list[Event], now: datetime) -> Event | None:
    """The event that a session is part of, where that one or another part of it has coverage."""
    whole = session.known_parent
    keys = [one.pk for one in [whole, *siblings] if one]
    return whole if whole and coverage_of(keys, now).exists() else None


@cached
def said_at_or_of(events: list[int], now: datetime) -> QuerySet[Any]:
    """What is quoted from events, wherever it was written, and what their coverage quotes.

    Some of that was said before the event, and is said of it: ``said_where`` is then ``None``.
    """
    quoted = Quote.objects.filter(spoken_at__in=events).order_by().values("pk")
    covering = Quote.objects.filter(article__event__in=events).order_by().values("pk")
    said = with_said_where(live_quotes(now).filter(pk__in=quoted.union(covering)))
    # A quotation from a covering article was said there, unless it says where else.
    there = Q(said_where__in=events)
    return said.filter(there | Q(said_where=None))[:QUOTES_SHOWN]
