"""The front page of a newsroom with a full week: made once, which no test here changes for another."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from articles.models import Article, FrontPage, Placement, Section
from tests.factories import TopicFactory
from tests.this_week import LANGUAGES, a_newsroom, an_article
from tests.views.front_page import container, shown

MOST_QUERIES = 9


@pytest.fixture(scope="module")
def written(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic(), translation.override("fr"):
        a_newsroom()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def this_week(written, db):
    """Sixty articles of this week, with all that they are tied to."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "name",
    [
        "front-lead",
        "front-beside",
        "front-latest",
        "lead-and-list",
        "three-across",
        "front-quotations",
        "front-agenda",
        "front-documents",
        "front-pictures",
        "front-corrections",
    ],
)
def test_a_newsroom_of_this_week_has_every_container(client, this_week, language, name):
    assert container(client.get(f"/{language}/"), name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_very_many_articles_none_is_on_the_page_twice(client, this_week, language):
    found = shown(client.get(f"/{language}/"))
    assert set(found.values()) == {1}
    assert len(found) > 30


def test_what_an_editor_hid_is_in_no_container(client, this_week):
    front = FrontPage.objects.create(language="fr")
    for number in (1, 8, 20, 60):
        article = Article.objects.get(headline_fr=f"Nouvelle {number}")
        Placement.objects.create(front_page=front, article=article, spot="hidden")
    page = client.get("/fr/")
    assert not {1, 8, 20, 60} & set(shown(page))
    assert "nouvelle-60-fin" not in page.text
    assert "nouvelle-50-fin/#corrections" in page.text


def test_what_was_said_this_week_stands_in_quotation_marks(client, this_week):
    said = container(client.get("/fr/"), "front-quotations")
    assert said.count('<figure class="pull-quote direct">') == said.count('<p class="words">') > 0


def queries_of(client, path="/fr/"):
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


def test_however_much_there_is_and_is_composed_the_page_takes_nine_queries(client, this_week):
    front = FrontPage.objects.create(language="fr")
    for number in range(30):
        topic = TopicFactory()
        article = an_article(100 + number, topic=topic)
        Section.objects.create(front_page=front, topic=topic)
        if number % 5 == 0:
            Placement.objects.create(front_page=front, article=article)
    assert queries_of(client) <= MOST_QUERIES
    assert queries_of(client, "/ar/") <= MOST_QUERIES
