"""Pages about the site itself: its map, how it is made for everybody, what it keeps of readers."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext

from articles.models import Article, Event, Topic
from articles.models.identity import newsroom_name
from articles.models.site_pages import HAS_A_TEXT_OF_OURS
from articles.wire.linked_data import breadcrumbs, graph

from .archives import years
from .http_cache import KEPT_BY_CACHES, moments
from .months import turned
from .pages import PublicPage
from .site_pages import FixedPage

TOPICS_SHOWN = 60
EVENTS_SHOWN = 10


class SiteMapPage(PublicPage):
    """Everything there is, for people."""

    page = "site_map"
    template_name = "articles/site_map.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        topics = list(Topic.objects.public().in_alphabet()[: TOPICS_SHOWN + 1])
        named = Event.objects.public().with_last_ended()
        events = list(named.upcoming()[:EVENTS_SHOWN])
        return super().get_context_data(
            topics=topics[:TOPICS_SHOWN],
            has_more_topics=len(topics) > TOPICS_SHOWN,
            events=events,
            # Those of which readers have a text of ours anyhow stand in the footer.
            site_pages=list(
                Article.objects.site_pages()
                .exclude(site_page__in=HAS_A_TEXT_OF_OURS)
                .for_list()
                .order_by("pk")
            ),
            years=years(),
            forms=[("RSS", "rss"), ("Atom", "atom"), ("JSON Feed", "json")],
            moments=moments(),
            another_day=turned(events),
            linked_data=graph(breadcrumbs((gettext("Site map"), reverse(self.page)))),
            **kwargs,
        )


class StatementPage(PublicPage):
    """What the newsroom says of itself: the text of its editors, else one from its settings."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        written = FixedPage(page=self.page)
        written.setup(request, *args, **kwargs)
        return written.written() or super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        address = settings.CONTACT
        written_to = address.removeprefix("mailto:")
        return super().get_context_data(
            publisher=settings.PUBLISHER or newsroom_name(),
            contact=address,
            contact_name=host(address) if written_to == address else written_to,
            **kwargs,
        )


class AccessibilityPage(StatementPage):
    page = "accessibility"
    template_name = "articles/accessibility.html"


class LegalPage(StatementPage):
    """Who answers for the site before the law: what the settings say of it, and nothing else."""

    page = "legal"
    template_name = "articles/legal.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        told = [
            (gettext("Publisher"), settings.PUBLISHER),
            (gettext("Postal address"), settings.PUBLISHER_ADDRESS),
            (gettext("Registration"), settings.PUBLISHER_REGISTRATION),
            (gettext("Director of publication"), settings.PUBLICATION_DIRECTOR),
            (gettext("Editor in charge"), settings.EDITOR_IN_CHARGE),
            (gettext("Host"), settings.HOUSED_BY),
        ]
        return super().get_context_data(answering=[one for one in told if one[1]], **kwargs)


class PrivacyPage(StatementPage):
    page = "privacy"
    template_name = "articles/privacy.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            # Who else hears something of a reader: those that the settings name, by their hosts.
            picture_hosts=[host(one) for one in settings.MEDIA_ORIGIN],
            search_host=host(settings.SEARCH_URL),
            error_host=host(settings.SENTRY_DSN),
            seconds=int(KEPT_BY_CACHES.total_seconds()),
            **kwargs,
        )


def host(address: str) -> str:
    """The host of an address alone: what else it has may be a password."""
    return urlsplit(address).hostname or ""
