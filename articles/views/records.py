"""People, organizations, sources and topics: who and what the articles are about."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.utils.translation import gettext

from articles.models import Affiliation, Article, Event, Organization, Source, Speaker, Topic
from articles.wire.linked_data import named_graph, organization_graph, person_graph

from .events import DOCUMENTS_SHOWN
from .http_cache import last_tied, midnight_of
from .months import ONE_DAY, turns_of
from .not_found import newest
from .pages import TranslatedDetailView
from .pagination import ListPage
from .redirects import url_of
from .words import by_year, last_said_first, live_quotes

SHOWN = 30
"""How many of the latest a page shows of what it does not page through."""
POSITIONS_SHOWN = 60
FEW, LATEST = 2, 3
"""A page with so few articles of its own shows so many of the latest."""


def at_public_events(rows: Any) -> QuerySet[Any]:
    """Rows that name an event (appearances, participations), of the events that readers know of."""
    events = Event.objects.public()
    shown = Prefetch("event", events.select_related("place").with_parents())
    found = rows.filter(event__in=events.order_by().values("pk")).prefetch_related(shown)
    return found.order_by("-event__starts_on", "pk")


def by_the_day(rows: QuerySet[Any]) -> dict[str, Any]:
    """What somebody does at events of today and to come, the next one first, and did at others.

    Args:
        rows: of ``at_public_events``.
    """
    listed = list(rows[:SHOWN])
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


def over_time(affiliations: QuerySet[Affiliation]) -> dict[str, Any]:
    """Positions that are held, and those that were."""
    found = list(affiliations[: POSITIONS_SHOWN + 1])
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
        naming = Article.objects.live().filter(mentions__speaker=speaker)
        unquoted = naming.exclude(quotes__speaker=speaker)
        positions = over_time(speaker.affiliations.select_related("organization"))
        quotes = self.paginate(last_said_first(live_quotes().filter(speaker=speaker)))
        return super().get_context_data(
            speaker=speaker,
            last_tied=last_tied(speaker.mentions),
            page_obj=quotes,
            said=by_year(quotes),
            linked_data=person_graph(speaker, positions["affiliations"], quotes),
            feed_url=url_of("speaker_feed", speaker),
            articles=list(unquoted.newest_first().for_list()[:SHOWN]),
            **positions,
            **by_the_day(at_public_events(speaker.appearances)),
            **kwargs,
        )


class OrganizationPage(TranslatedDetailView):
    model = Organization
    template_name = "articles/organization_detail.html"
    shown_with = ("logo",)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        organization: Organization = self.object
        naming = Article.objects.live().filter(mentions__organization=organization)
        articles = naming.newest_first().for_list()
        known = organization.affiliations.filter(speaker__in=Speaker.objects.public())
        positions = over_time(known.select_related("speaker"))
        family = list(around_it(organization))
        parent = [one for one in family if one.pk == organization.parent_id]
        organization.parent = parent[0] if parent else None
        members = [one.speaker for one in positions["held"]]
        return super().get_context_data(
            organization=organization,
            last_tied=last_tied(organization.mentions),
            parts=[one for one in family if one not in parent],
            linked_data=organization_graph(organization, members),
            feed_url=url_of("organization_feed", organization),
            documents=list(articles.filter(kind__in=Article.DOCUMENTS)[:DOCUMENTS_SHOWN]),
            page_obj=self.paginate(articles),
            **positions,
            **by_the_day(at_public_events(organization.participations)),
            **kwargs,
        )


def around_it(organization: Organization) -> QuerySet[Organization]:
    """What it is part of, and what is part of it, where readers know of these."""
    known: Any = Organization.objects.public()
    return known.filter(Q(parent=organization) | Q(pk=organization.parent_id))


def latest_beside(page: ListPage) -> list[Article]:
    """The latest articles, for a page that has so few of its own that it would look empty."""
    if not page.rows or len(page) > FEW or not page.is_first:
        return []
    return [one for one in newest() if one not in page.rows][:LATEST]


class SourcePage(TranslatedDetailView):
    model = Source
    template_name = "articles/source_detail.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        taken = Article.objects.live().filter(source=self.object)
        page = self.paginate(taken.newest_first().for_list())
        return super().get_context_data(
            source=self.object,
            coverage_heading=gettext("Taken from this source"),
            page_obj=page,
            latest=latest_beside(page),
            linked_data=named_graph(self.object, gettext("Sources"), "sources"),
            **kwargs,
        )


class TopicPage(TranslatedDetailView):
    model = Topic
    template_name = "articles/topic_detail.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        about = Article.objects.live().filter(tagged__tag=self.object)
        page = self.paginate(about.newest_first().for_list())
        return super().get_context_data(
            topic=self.object,
            page_obj=page,
            latest=latest_beside(page),
            last_tied=last_tied(self.object.of_articles),
            linked_data=named_graph(self.object, gettext("Topics"), "topics"),
            feed_url=url_of("topic_feed", self.object),
            **kwargs,
        )
