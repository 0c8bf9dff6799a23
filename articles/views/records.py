"""People, organizations, sources and topics: who and what the articles are about."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext

from articles.models import (
    Affiliation,
    Appearance,
    Article,
    Event,
    NamedRecord,
    Organization,
    Participation,
    Quote,
    Source,
    Speaker,
    Topic,
)
from articles.models.article_queryset import ArticleQuerySet
from articles.models.cached_queries import belonging_to, cached
from articles.wire.linked_data import named_graph, organization_graph, person_graph

from .events import DOCUMENTS_SHOWN
from .http_cache import last_tied, midnight_of
from .months import ONE_DAY, turns_of
from .not_found import newest
from .pages import TranslatedDetailView
from .pagination import ListPage
from .redirects import url_of
from .words import by_year, give_articles, last_said_first, live_quotes

SHOWN = 30
"""How many of the latest a page shows of what it does not page through."""
POSITIONS_SHOWN = 60
FEW, LATEST = 2, 3
"""A page with so few articles of its own shows so many of the latest."""


def at_public_events(whose: NamedRecord, now: datetime, model: Any, name: str) -> list[Any]:
    """Rows that name an event (appearances, participations), of the events that readers know of.

    Args:
        whose: they are.
        now: as it is.
        model: of the rows.
        name: of their relation to whose they are.
    """
    rows = belonging_to(whose, named_at_events(whose.pk, now, model=model, name=name), name)
    keys = list(dict.fromkeys(one.event_id for one in rows))
    events = {one.pk: one for one in events_among(keys, now)}
    for one in rows:
        one.event = events[one.event_id]
    return rows


@cached
def named_at_events(whose: int, now: datetime, *, model: Any, name: str) -> QuerySet[Any]:
    events = Event.objects.public(at=now).order_by().values("pk")
    found = model.objects.filter(**{name: whose}, event__in=events)
    return found.order_by("-event__starts_on", "pk")[:SHOWN]


@cached
def events_among(keys: list[int], now: datetime) -> QuerySet[Event]:
    known = Event.objects.public(at=now).filter(pk__in=keys)
    return known.select_related("place").with_parents(now)


def by_the_day(listed: list[Any]) -> dict[str, Any]:
    """What somebody does at events of today and to come, the next one first, and did at others.

    Args:
        listed: rows of ``at_public_events``.
    """
    open_ones = [one for one in listed if not one.event.is_over()]
    open_ones.sort(key=lambda one: by_hour(one.event))
    return {
        "today": [one for one in open_ones if one.event.has_begun()],
        "to_come": [one for one in open_ones if not one.event.has_begun()],
        "over": [one for one in listed if one.event.is_over()],
        "turns": turns_of(one.event for one in listed),
    }


def by_hour(event: Event) -> tuple[Any, ...]:
    """As ``BY_HOUR`` sorts: what has no hour comes first on its day."""
    return event.starts_on, event.starts_at is not None, event.starts_at, event.pk


def over_time(found: list[Affiliation]) -> dict[str, Any]:
    """Positions that are held, and those that were."""
    listed = found[:POSITIONS_SHOWN]
    ends = [one.until + ONE_DAY for one in listed if one.until]
    return {
        "affiliations": listed,
        "positions_shown": POSITIONS_SHOWN if found != listed else 0,
        "held": [one for one in listed if not one.is_over()],
        "held_before": [one for one in listed if one.is_over()],
        "ends_of_positions": [midnight_of(day) for day in ends],
    }


class SpeakerPage(TranslatedDetailView):
    model = Speaker
    template_name = "articles/speaker_detail.html"
    shown_with = ("portrait",)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        speaker: Speaker = self.object
        now = timezone.now()
        positions = over_time(belonging_to(speaker, positions_of(speaker.pk), "speaker"))
        quotes = self.paginate(words_of, speaker.pk, now)
        give_articles(quotes.rows, now)
        return super().get_context_data(
            speaker=speaker,
            last_tied=last_tied(speaker.mentions),
            page_obj=quotes,
            said=by_year(quotes),
            linked_data=lambda: person_graph(speaker, positions["affiliations"], quotes),
            feed_url=url_of("speaker_feed", speaker),
            articles=naming_unquoted(speaker.pk, now),
            **positions,
            **by_the_day(at_public_events(speaker, now, Appearance, "speaker")),
            **kwargs,
        )


@cached
def positions_of(speaker: int) -> QuerySet[Affiliation]:
    held = Affiliation.objects.filter(speaker=speaker).select_related("organization")
    return held[: POSITIONS_SHOWN + 1]


def words_of(speaker: int, now: datetime) -> QuerySet[Quote]:
    return last_said_first(live_quotes(now).filter(speaker=speaker), now)


@cached
def naming_unquoted(speaker: int, now: datetime) -> ArticleQuerySet:
    """The newest articles that name somebody, and do not quote them."""
    naming = Article.objects.live(now).filter(mentions__speaker=speaker)
    return naming.exclude(quotes__speaker=speaker).newest_first().for_list()[:SHOWN]


class OrganizationPage(TranslatedDetailView):
    model = Organization
    template_name = "articles/organization_detail.html"
    shown_with = ("logo",)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        organization: Organization = self.object
        now = timezone.now()
        people = people_of(organization.pk, now)
        positions = over_time(belonging_to(organization, people, "organization"))
        family = around_it(organization.pk, organization.parent_id, now)
        parent = [one for one in family if one.pk == organization.parent_id]
        organization.parent = parent[0] if parent else None
        members = [one.speaker for one in positions["held"]]
        return super().get_context_data(
            organization=organization,
            last_tied=last_tied(organization.mentions),
            parts=[one for one in family if one not in parent],
            linked_data=lambda: organization_graph(organization, members),
            feed_url=url_of("organization_feed", organization),
            documents=documents_naming(organization.pk, now),
            page_obj=self.paginate(articles_naming, organization.pk, now),
            **positions,
            **by_the_day(at_public_events(organization, now, Participation, "organization")),
            **kwargs,
        )


def articles_naming(organization: int, now: datetime) -> ArticleQuerySet:
    naming = Article.objects.live(now).filter(mentions__organization=organization)
    return naming.newest_first().for_list()


@cached
def documents_naming(organization: int, now: datetime) -> ArticleQuerySet:
    naming = articles_naming(organization, now)
    return naming.filter(kind__in=Article.DOCUMENTS)[:DOCUMENTS_SHOWN]


@cached
def people_of(organization: int, now: datetime) -> QuerySet[Affiliation]:
    """The positions in it of people whom readers know of."""
    known = Affiliation.objects.filter(
        organization=organization, speaker__in=Speaker.objects.public(at=now)
    )
    return known.select_related("speaker")[: POSITIONS_SHOWN + 1]


@cached
def around_it(organization: int, parent: int | None, now: datetime) -> QuerySet[Organization]:
    """What it is part of, and what is part of it, where readers know of these."""
    known: Any = Organization.objects.public(at=now)
    return known.filter(Q(parent=organization) | Q(pk=parent))


def latest_beside(page: ListPage) -> list[Article]:
    """The latest articles, for a page that has so few of its own that it would look empty."""
    if not page.rows or len(page) > FEW or not page.is_first:
        return []
    return [one for one in newest() if one not in page.rows][:LATEST]


class SourcePage(TranslatedDetailView):
    model = Source
    template_name = "articles/source_detail.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = self.paginate(taken_from, self.object.pk, timezone.now())
        return super().get_context_data(
            source=self.object,
            coverage_heading=gettext("Taken from this source"),
            page_obj=page,
            latest=latest_beside(page),
            linked_data=lambda: named_graph(self.object, gettext("Sources"), "sources"),
            **kwargs,
        )


def taken_from(source: int, now: datetime) -> ArticleQuerySet:
    return Article.objects.live(now).filter(source=source).newest_first().for_list()


class TopicPage(TranslatedDetailView):
    model = Topic
    template_name = "articles/topic_detail.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = self.paginate(articles_about, self.object.pk, timezone.now())
        return super().get_context_data(
            topic=self.object,
            page_obj=page,
            latest=latest_beside(page),
            last_tied=last_tied(self.object.of_articles),
            linked_data=lambda: named_graph(self.object, gettext("Topics"), "topics"),
            feed_url=url_of("topic_feed", self.object),
            **kwargs,
        )


def articles_about(topic: int, now: datetime) -> ArticleQuerySet:
    return Article.objects.live(now).filter(tagged__tag=topic).newest_first().for_list()
