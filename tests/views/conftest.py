"""A newsroom with something on every page, and articles tied to all of it."""

from dataclasses import dataclass

import pytest

from articles import models
from tests.factories import (
    AffiliationFactory,
    ArticleFactory,
    CorrectionFactory,
    EventFactory,
    OrganizationFactory,
    QuoteFactory,
    SourceFactory,
    SpeakerFactory,
    TopicFactory,
)


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


@pytest.fixture
def coverage(db):
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
