"""Who may know of a person, a body, an event, a source, a topic: readers of what shows it."""

from datetime import timedelta

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
UNKNOWN = {"name_fr": SECRET, "name_ar": None}


def covered_by_its_event(article):
    event = EventFactory(visibility_fr="automatic", visibility_ar="automatic", **UNKNOWN)
    article.event = event
    article.save()
    return event


def quoted(article):
    speaker = SpeakerFactory(is_listed=False, **UNKNOWN)
    QuoteFactory(article=article, speaker=speaker)
    return speaker


def named(article):
    body = OrganizationFactory(is_listed=False, **UNKNOWN)
    article.mention(body)
    return body


def of_who_is_quoted(article):
    body = OrganizationFactory(is_listed=False, **UNKNOWN)
    AffiliationFactory(speaker=quoted(article), organization=body)
    return body


def credited(article):
    source = SourceFactory(is_listed=False, **UNKNOWN)
    article.source = source
    article.save()
    return source


def tagged(article):
    topic = TopicFactory(is_listed=False, **UNKNOWN)
    article.topics.add(topic)
    return topic


TIES = [covered_by_its_event, quoted, named, of_who_is_quoted, credited, tagged]
LISTS = [
    "/fr/", "/fr/events/", "/fr/events/2024/7/", "/fr/events.ics", "/fr/speakers/",
    "/fr/organizations/", "/fr/sources/", "/fr/topics/", "/sitemap-event-fr-1.xml",
    "/sitemap-speaker-fr-1.xml", "/sitemap-organization-fr-1.xml", "/sitemap-source-fr-1.xml",
    "/sitemap-topic-fr-1.xml",
]  # fmt: skip


def seen_by_readers(client, record):
    """The public pages on which readers of French find the record."""
    with translation.override("fr"):
        page = record.url_in("fr")
    found = []
    for path in [*LISTS, page, f"{page}feed.rss", f"{page.rstrip('/')}.ics"]:
        response = client.get(path)
        text = response.content.decode().replace("\r\n ", "")
        if response.status_code == 200 and (SECRET in text or record.slug_fr in text):
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


@pytest.mark.parametrize("tie", TIES)
@pytest.mark.parametrize(
    "state",
    [
        {"published_at_fr": timezone.now() + timedelta(days=1)},
        {"embargoed_until": timezone.now() + timedelta(days=1)},
        {"live_until_fr": timezone.now() - timedelta(minutes=1)},
        {"status_fr": Status.READY},
    ],
    ids=["scheduled", "embargoed", "expired", "ready"],
)
def test_the_moment_decides_not_the_name_of_the_state(client, tie, state):
    article = ArticleFactory(live=["fr"], **state)
    assert seen_by_readers(client, tie(article)) == []


@pytest.mark.parametrize("tie", TIES)
def test_what_is_live_in_another_language_makes_nothing_known_in_this_one(client, tie):
    article = ArticleFactory(live=["ar"])
    assert seen_by_readers(client, tie(article)) == []


def test_an_editor_can_make_a_record_public_by_itself(client):
    assert len(seen_by_readers(client, SpeakerFactory(is_listed=True, **UNKNOWN))) >= 3
    assert len(seen_by_readers(client, EventFactory(visibility_fr="public", **UNKNOWN))) >= 3


@pytest.mark.parametrize(
    "held", [{"visibility_fr": "hidden"}, {"embargoed_until": timezone.now() + timedelta(days=1)}]
)
def test_an_event_that_is_held_back_is_on_no_page_whatever_covers_it(client, held):
    event = EventFactory(visibility_ar="public", **UNKNOWN)
    article = ArticleFactory(live=["fr", "ar"], event=event)
    QuoteFactory(article=ArticleFactory(live=["fr"]), spoken_at=event)
    for name, value in held.items():
        setattr(event, name, value)
    event.save()

    assert seen_by_readers(client, event) == []
    assert SECRET not in client.get(article.url_in("fr")).content.decode()


def test_a_session_does_not_give_away_the_event_it_is_part_of(client):
    hidden = EventFactory(visibility_fr="automatic", **UNKNOWN)
    session = EventFactory(parent=hidden, name_fr="Séance publique")
    assert SECRET not in client.get(session.url_in("fr")).content.decode()
    assert SECRET not in client.get("/fr/events/").content.decode()


def test_a_session_is_not_public_because_its_event_is(client):
    review = EventFactory(name_fr="Examen régional")
    session = EventFactory(parent=review, visibility_fr="automatic", **UNKNOWN)
    assert SECRET not in client.get(review.url_in("fr")).content.decode()
    assert seen_by_readers(client, session) == []
