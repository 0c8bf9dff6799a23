"""A newsroom with something on every page, articles tied to all of it, and who reads them."""

from dataclasses import dataclass
from unittest.mock import patch

import pytest
from django.test import Client, override_settings
from django.utils import timezone

from articles import models
from articles.models import cached_fragments
from articles.models.cached_queries import CachedQuery
from articles.views import page_cache
from tests.factories import (
    AffiliationFactory,
    ArticleFactory,
    CorrectionFactory,
    EventFactory,
    ImageFactory,
    OrganizationFactory,
    QuoteFactory,
    SourceFactory,
    SpeakerFactory,
    TopicFactory,
)
from tests.views.cached_pages import LISTS, forget_pages
from tests.views.previews import HEADLINE


@dataclass
class Coverage:
    """One event, and those whom its coverage quotes, names and comes from."""

    event: models.Event
    speaker: models.Speaker
    organization: models.Organization
    source: models.Source
    topic: models.Topic

    def article(self, words="une session plénière", **fields) -> models.Article:
        """An article on all of it, quoting and correcting these words."""
        defaults = {"body_fr": f"<p>{words}</p>", "body_ar": f"<p>{words}</p>"}
        article = ArticleFactory(event=self.event, source=self.source, **(defaults | fields))
        QuoteFactory(article=article, speaker=self.speaker, text_fr=words, text_ar=words)
        CorrectionFactory(article=article, text_fr=f"Non : {words}", text_ar=f"لا: {words}")
        article.mention(self.organization, SpeakerFactory())
        article.topics.add(self.topic)
        return article

    def pages(self, language) -> dict[str, str]:
        """The address of every page that shows articles, in a language."""
        named = {
            one.page: one.url_in(language)
            for one in (self.event, self.speaker, self.organization, self.source, self.topic)
        }
        return named | {
            "home": f"/{language}/",
            "articles": f"/{language}/articles/",
            "corrections": f"/{language}/corrections/",
        }


PAGES = ["home", "articles", "corrections", "event", "speaker", "organization", "source", "topic"]


def covered():
    """What articles may be tied to, with who belongs where."""
    made = Coverage(
        event=EventFactory(),
        speaker=SpeakerFactory(),
        organization=OrganizationFactory(),
        source=SourceFactory(),
        topic=TopicFactory(),
    )
    AffiliationFactory(speaker=made.speaker, organization=made.organization)
    models.Participation.objects.create(event=made.event, organization=made.organization)
    models.Appearance.objects.create(event=made.event, speaker=made.speaker)
    return made


@pytest.fixture
def coverage(db):
    return covered()


@pytest.fixture
def pages_with_articles(coverage):
    """Every page that shows articles in French, two in Arabic; one article is on all of them."""
    article = coverage.article(live=["fr", "ar"], lead_image=ImageFactory())
    coverage.newest = article
    found = {f"{name} fr": path for name, path in coverage.pages("fr").items()}
    found |= {f"{name} fr": f"/fr/{path}" for name, path in LISTS.items()}
    return found | {
        "article fr": article.url_in("fr"),
        "article ar": article.url_in("ar"),
        "home ar": "/ar/",
    }


@pytest.fixture
def cached_site(settings, monkeypatch):
    """A reader of a server that keeps pages."""
    settings.PAGE_CACHE = True
    forget_pages()
    monkeypatch.setattr(page_cache, "store", page_cache.PageStore())
    yield Client()
    forget_pages()


class UncachedReader(Client):
    """Has each page made anew: its queries are put together, and its texts written, for it."""

    def request(self, **request):
        cached_fragments.forget()
        anew = {"__call__": lambda asked, *values, **named: [*asked.build(*values, **named)]}
        with patch.multiple(CachedQuery, **anew):
            return super().request(**request)


@pytest.fixture
def uncached_site(db):
    """A reader of a server that keeps nothing at all."""
    with override_settings(PAGE_CACHE=False):
        client = UncachedReader()
        client.get("/health/live")
        return client


@pytest.fixture
def stopped_clock(monkeypatch):
    """The newsroom's clock, which stands still until it is set."""

    def stand(moment):
        monkeypatch.setattr(timezone, "now", lambda: moment)
        return moment

    return stand


@pytest.fixture
def draft_to_preview():
    return ArticleFactory(headline_fr=HEADLINE["fr"], headline_ar=HEADLINE["ar"])
