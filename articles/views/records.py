"""People, organizations, sources and topics: who and what the articles are about."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext

from articles.models import Article, Event, Organization, Source, Speaker, Topic
from articles.wire.linked_data import named_graph, organization_graph, person_graph

from .events import live_quotes
from .http_cache import last_tied
from .pages import TranslatedDetailView
from .redirects import url_of

SHOWN = 30
"""How many of the latest a page shows of what it does not page through."""


def at_public_events(rows: Any) -> QuerySet[Any]:
    """Rows that name an event (appearances, participations), of the events that readers know of."""
    events = Event.objects.public()
    shown = Prefetch("event", events.select_related("place").with_parents())
    return rows.filter(event__in=events.order_by().values("pk")).prefetch_related(shown)


class SpeakerPage(TranslatedDetailView):
    model = Speaker
    template_name = "articles/speaker_detail.html"
    shown_with = ("portrait",)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        speaker: Speaker = self.object
        appearances = at_public_events(speaker.appearances)
        naming = Article.objects.live().filter(mentions__speaker=speaker)
        unquoted = naming.exclude(quotes__speaker=speaker)
        affiliations = list(speaker.affiliations.select_related("organization"))
        quotes = self.paginate(live_quotes().filter(speaker=speaker))
        return super().get_context_data(
            speaker=speaker,
            last_tied=last_tied(speaker.mentions),
            affiliations=affiliations,
            page_obj=quotes,
            linked_data=person_graph(speaker, affiliations, quotes),
            feed_url=url_of("speaker_feed", speaker),
            articles=list(unquoted.newest_first().for_list()[:SHOWN]),
            appearances=list(appearances.order_by("-event__starts_on", "pk")[:SHOWN]),
            **kwargs,
        )


class OrganizationPage(TranslatedDetailView):
    model = Organization
    template_name = "articles/organization_detail.html"
    shown_with = ("logo",)

    def with_related(self, records: QuerySet[Any]) -> QuerySet[Any]:
        # What it is part of is named where readers know of that, too.
        known: Any = Organization.objects.public()
        return super().with_related(records).prefetch_related(Prefetch("parent", known))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        organization: Organization = self.object
        participations = at_public_events(organization.participations)
        naming = Article.objects.live().filter(mentions__organization=organization)
        organizations: Any = Organization.objects.public()
        known = organization.affiliations.filter(speaker__in=Speaker.objects.public())
        affiliations = list(known.select_related("speaker"))
        members = [one.speaker for one in affiliations if one.until is None]
        return super().get_context_data(
            organization=organization,
            last_tied=last_tied(organization.mentions),
            parts=list(organizations.filter(parent=organization)),
            affiliations=affiliations,
            linked_data=organization_graph(organization, members),
            feed_url=url_of("organization_feed", organization),
            participations=list(participations.order_by("-event__starts_on", "pk")[:SHOWN]),
            page_obj=self.paginate(naming.newest_first().for_list()),
            **kwargs,
        )


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
            last_tied=last_tied(self.object.of_articles),
            linked_data=named_graph(self.object, gettext("Topics"), "topics"),
            feed_url=url_of("topic_feed", self.object),
            **kwargs,
        )
