"""Who may know of a person, a body, an event, a source, a topic: readers of what shows it."""

from datetime import timedelta
from itertools import count

import pytest
from django.utils import timezone, translation

from articles.models import Status
from tests.factories import (
    AffiliationFactory,
    ArticleFactory,
    EventFactory,
    OrganizationFactory,
    QuoteFactory,
    SourceFactory,
    SpeakerFactory,
    TopicFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.databases]

SECRET = "Visite secrète du ministre"
NUMBERS = count(1)


def unknown():
    return {"name_fr": f"{SECRET} {next(NUMBERS)}", "name_ar": None}


def covered_by_its_event(article):
    event = EventFactory(visibility_fr="automatic", visibility_ar="automatic", **unknown())
    article.event = event
    article.save()
    return event


def quoted(article):
    speaker = SpeakerFactory(is_listed=False, **unknown())
    QuoteFactory(article=article, speaker=speaker)
    return speaker


def named(article):
    body = OrganizationFactory(is_listed=False, **unknown())
    article.mention(body)
    return body


def of_who_is_quoted(article):
    body = OrganizationFactory(is_listed=False, **unknown())
    AffiliationFactory(speaker=quoted(article), organization=body)
    return body


def credited(article):
    source = SourceFactory(is_listed=False, **unknown())
    article.source = source
    article.save()
    return source


def tagged(article):
    topic = TopicFactory(is_listed=False, **unknown())
    article.topics.add(topic)
    return topic


TIES = [covered_by_its_event, quoted, named, of_who_is_quoted, credited, tagged]
LISTS = [
    "/fr/", "/fr/events/", "/fr/events/2024/7/", "/fr/events.ics", "/fr/speakers/",
    "/fr/organizations/", "/fr/sources/", "/fr/topics/", "/sitemap-event-fr-1.xml",
    "/sitemap-speaker-fr-1.xml", "/sitemap-organization-fr-1.xml", "/sitemap-source-fr-1.xml",
    "/sitemap-topic-fr-1.xml",
]  # fmt: skip


def seen_by_readers(client, *records):
    """The public pages on which readers of French find one of the records."""
    pages = []
    for record in records:
        with translation.override("fr"):
            page = record.url_in("fr")
        pages += [page, f"{page}feed.rss", f"{page.rstrip('/')}.ics"]
    found = []
    for path in [*LISTS, *pages]:
        response = client.get(path)
        text = response.content.decode().replace("\r\n ", "")
        is_named = SECRET in text or any(one.slug_fr in text for one in records)
        if response.status_code == 200 and is_named:
            found.append(path)
    return found


@pytest.mark.parametrize("tie", TIES)
def test_readers_know_of_a_record_while_something_published_shows_it(client, tie):
    article = ArticleFactory(live=[])
    record = tie(article)

    assert seen_by_readers(client, record) == []

    article.status_fr, article.published_at_fr = Status.PUBLISHED, timezone.now()
    article.save()
    assert len(seen_by_readers(client, record)) >= 3

    article.status_fr = Status.WITHDRAWN
    article.save()
    assert seen_by_readers(client, record) == []


NOT_BEFORE_THEM = {
    "scheduled": {"published_at_fr": timezone.now() + timedelta(days=1)},
    "embargoed": {"embargoed_until": timezone.now() + timedelta(days=1)},
    "expired": {"live_until_fr": timezone.now() - timedelta(minutes=1)},
    "ready": {"status_fr": Status.READY},
}


@pytest.mark.parametrize("tie", TIES)
def test_the_moment_decides_not_the_name_of_the_state(client, tie):
    hidden = [tie(ArticleFactory(live=["fr"], **state)) for state in NOT_BEFORE_THEM.values()]
    # What is live in another language makes nothing known in this one.
    hidden.append(tie(ArticleFactory(live=["ar"])))
    assert seen_by_readers(client, *hidden) == []


def test_an_editor_can_make_a_record_public_by_itself(client):
    assert len(seen_by_readers(client, SpeakerFactory(is_listed=True, **unknown()))) >= 3
    assert len(seen_by_readers(client, EventFactory(visibility_fr="public", **unknown()))) >= 3


@pytest.mark.parametrize(
    "held", [{"visibility_fr": "hidden"}, {"embargoed_until": timezone.now() + timedelta(days=1)}]
)
def test_an_event_that_is_held_back_is_on_no_page_whatever_covers_it(client, held):
    event = EventFactory(visibility_ar="public", **unknown())
    article = ArticleFactory(live=["fr", "ar"], event=event)
    QuoteFactory(article=ArticleFactory(live=["fr"]), spoken_at=event)
    for name, value in held.items():
        setattr(event, name, value)
    event.save()

    assert seen_by_readers(client, event) == []
    assert SECRET not in client.get(article.url_in("fr")).content.decode()


def test_a_session_does_not_give_away_the_event_it_is_part_of(client):
    hidden = EventFactory(visibility_fr="automatic", **unknown())
    session = EventFactory(parent=hidden, name_fr="Séance publique")
    assert SECRET not in client.get(session.url_in("fr")).content.decode()
    assert SECRET not in client.get("/fr/events/").content.decode()


def test_a_session_is_not_public_because_its_event_is(client):
    review = EventFactory(name_fr="Examen régional")
    session = EventFactory(parent=review, visibility_fr="automatic", **unknown())
    assert SECRET not in client.get(review.url_in("fr")).content.decode()
    assert seen_by_readers(client, session) == []
