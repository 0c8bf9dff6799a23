"""The number of queries does not grow with the number of rows, and none is about the reader."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import models
from tests.factories import EventFactory, ImageFactory, OrganizationFactory, SpeakerFactory

from .conftest import PAGES

MOST_ON_AN_ARTICLE, MOST_ON_A_PAGE = 7, 9
"""One of them asks whether anything changed since what the newsroom is called was read."""

pytestmark = pytest.mark.databases


def queries_of(client, path):
    client.get(path)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        page = client.get(path)
    assert page.status_code == 200
    return [query["sql"] for query in queries]


def fill(coverage, rows):
    """As many rows of everything as a page may list; the newsroom has settings, as it has in use."""
    models.Newsroom.the_one()
    for _ in range(rows):
        article = coverage.article(live=["fr", "ar"], lead_image=ImageFactory())
        session = EventFactory(parent=coverage.event)
        organization = OrganizationFactory(parent=coverage.organization)
        speaker = SpeakerFactory()
        speaker.affiliations.create(organization=coverage.organization, position_fr="Porte-parole")
        coverage.speaker.affiliations.create(organization=organization, position_fr="Conseiller")
        models.Participation.objects.create(event=coverage.event, organization=organization)
        models.Participation.objects.create(event=session, organization=coverage.organization)
        models.Appearance.objects.create(event=coverage.event, speaker=speaker)
        models.Appearance.objects.create(event=session, speaker=coverage.speaker)
        article.mention(organization, coverage.speaker, speaker)
        article.quotes.create(speaker=speaker, text_fr="une session", spoken_at=session)
        article.corrections.create(text_fr="Non.")
    return article


@pytest.mark.parametrize("rows", [1, 30])
def test_an_article_is_at_most_seven_queries(client, coverage, rows):
    article = fill(coverage, rows)
    assert len(queries_of(client, article.url_in("fr"))) <= MOST_ON_AN_ARTICLE


def test_an_article_with_thirty_of_everything_is_at_most_seven_queries(client, coverage):
    article = fill(coverage, 1)
    for _ in range(30):
        speaker, organization = SpeakerFactory(), OrganizationFactory()
        models.Participation.objects.create(event=coverage.event, organization=organization)
        article.mention(organization, speaker)
        article.quotes.create(speaker=speaker, text_fr="session", spoken_at=EventFactory())
        article.topics.add(models.Topic.objects.create(name_fr=speaker.name_fr))
        article.corrections.create(text_fr="Non.")
    assert len(queries_of(client, article.url_in("fr"))) <= MOST_ON_AN_ARTICLE


def test_every_page_is_as_many_queries_with_thirty_rows_as_with_three(client, coverage):
    paths = {**coverage.pages("fr"), "events": "/fr/events/"}
    fill(coverage, 1)
    # What has one or two articles asks for the latest of all as well.
    with_one = {name: len(queries_of(client, path)) for name, path in paths.items()}
    fill(coverage, 2)
    with_three = {name: len(queries_of(client, path)) for name, path in paths.items()}
    fill(coverage, 27)
    assert {name: len(queries_of(client, path)) for name, path in paths.items()} == with_three
    assert max(with_one.values()) <= MOST_ON_A_PAGE


@pytest.mark.parametrize("name", [*PAGES, "article"])
def test_no_page_asks_who_is_reading(client, coverage, chief, name):
    article = coverage.article(live=["fr"])
    client.force_login(chief)
    path = {**coverage.pages("fr"), "article": article.url_in("fr")}[name]
    asked = " ".join(queries_of(client, path))
    assert "django_session" not in asked
    assert "articles_user" not in asked


@pytest.mark.django_db
def test_the_newest_are_found_by_their_index_though_copies_are_left_out():
    newest = models.Article.objects.live(language="fr").newest_first("fr")[:20]
    if connection.vendor == "postgresql":
        # It knows how few rows a test has, and reads them all.
        assert "working_copy_of_id IS NULL" in newest.explain()
    else:
        assert "published_fr" in newest.explain()
