"""The front page of each language is what its editors make of it, and the newest otherwise."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import FrontPage, Placement, Section, compositions, front_pool
from tests.factories import ArticleFactory, TopicFactory
from tests.views.front_page import container

pytestmark = pytest.mark.django_db


@pytest.fixture
def front():
    return FrontPage.objects.create(language="fr", river_size=3)


@pytest.fixture
def articles():
    """Six, the first one the newest, both languages live."""
    now = timezone.now()
    return [
        ArticleFactory(
            live=["fr", "ar"],
            headline_fr=f"Nouvelle {number}",
            headline_ar=f"خبر {number}",
            published_at_fr=now - timedelta(hours=number),
            published_at_ar=now - timedelta(hours=number),
        )
        for number in range(1, 7)
    ]


def place(front, article, spot, **fields):
    return Placement.objects.create(front_page=front, article=article, spot=spot, **fields)


def headlines(client, path="/fr/"):
    """What a reader sees, from the top."""
    found = re.findall(r'class="headline">\s*<a[^>]*>([^<]+)', client.get(path).text)
    return [headline.strip() for headline in found]


def test_without_an_editor_the_newest_leads(client, articles):
    assert headlines(client) == [f"Nouvelle {number}" for number in range(1, 7)]


def test_a_newsroom_without_an_article_says_so(client):
    assert "Aucun article n’est publié dans cette langue" in client.get("/fr/").text


def test_an_editor_chooses_the_lead(client, front, articles):
    place(front, articles[4], "lead")
    assert headlines(client) == [f"Nouvelle {number}" for number in (5, 1, 2, 3, 4, 6)]


def test_and_what_stands_beside_it_in_which_order(client, front, articles):
    place(front, articles[5], "top", order=1)
    place(front, articles[3], "top", order=2)
    assert headlines(client)[:3] == ["Nouvelle 1", "Nouvelle 6", "Nouvelle 4"]


def test_the_newest_stand_where_nobody_is_placed_beside_the_lead(client, front, articles):
    place(front, articles[5], "top")
    beside = container(client.get("/fr/"), "front-beside")
    found = re.findall(r"Nouvelle \d", beside)
    assert [*dict.fromkeys(found)] == [f"Nouvelle {number}" for number in (6, 2, 3, 4)]


@pytest.fixture
def three_above():
    """Newer than all others: they open the page."""
    for number in range(3):
        ArticleFactory(
            live=["fr"], headline_fr=f"Ouverture {number}", published_at_fr=timezone.now()
        )


def test_nothing_is_on_the_page_twice(client, front, articles):
    place(front, articles[0], "top")
    seen = headlines(client)
    assert len(seen) == len(set(seen))


def test_what_is_hidden_is_only_hidden_from_the_front_page(client, front, articles):
    place(front, articles[1], "hidden")
    assert "Nouvelle 2" not in headlines(client)
    assert "Nouvelle 2" in headlines(client, "/fr/articles/")


def test_a_spot_ends_at_its_hour(client, front, articles):
    place(front, articles[5], "lead", ends_at=timezone.now() - timedelta(minutes=1))
    assert headlines(client)[0] == "Nouvelle 1"


def test_a_lead_that_is_withdrawn_leaves_its_spot_to_the_newest(client, front, articles, chief):
    place(front, articles[5], "lead")
    articles[5].withdraw("fr", by=chief, note="Une erreur.")
    assert headlines(client)[0] == "Nouvelle 1"
    assert "Nouvelle 6" not in headlines(client)


def test_each_language_has_its_own(client, front, articles):
    place(front, articles[5], "lead")
    assert headlines(client)[0] == "Nouvelle 6"
    assert headlines(client, "/ar/")[0] == "خبر 1"


@pytest.mark.usefixtures("three_above")
def test_a_section_shows_the_newest_of_its_topic_that_is_not_above(client, front, articles):
    topic = TopicFactory(name_fr="Migration")
    for article in articles:
        article.topics.add(topic)
    Section.objects.create(front_page=front, topic=topic, size=1)
    place(front, articles[1], "top")
    FrontPage.objects.update(river_size=2)
    assert "Nouvelle 6" not in headlines(client)
    above, section = client.get("/fr/").text.split('id="section-1"')
    assert "Migration" in section
    assert "Nouvelle 4" in above
    assert "Nouvelle 5" in section


@pytest.mark.usefixtures("three_above")
def test_sections_stand_in_their_order_and_share_no_article(client, front, articles):
    first, second, empty = (TopicFactory(name_fr=name) for name in ("Premier", "Second", "Vide"))
    for topic in (first, second):
        articles[4].topics.add(topic)
    articles[5].topics.add(second)
    Section.objects.create(front_page=front, topic=second, order=2)
    Section.objects.create(front_page=front, topic=first, order=1)
    Section.objects.create(front_page=front, topic=empty, order=3)
    place(front, articles[1], "top")
    FrontPage.objects.update(river_size=2)
    page = client.get("/fr/").text.split('id="section-1"')[1]
    order = [page.index(words) for words in ("Premier", "Nouvelle 5", "Second", "Nouvelle 6")]
    assert order == sorted(order)
    assert "Vide" not in page


def test_however_much_is_composed_it_takes_eight_queries(client, front, articles):
    for number, article in enumerate(articles[:4]):
        place(front, article, "top", order=number)
        topic = TopicFactory()
        articles[5].topics.add(topic)
        Section.objects.create(front_page=front, topic=topic)
    client.get("/fr/")
    with CaptureQueriesContext(connection) as queries:
        client.get("/fr/")
    assert len(queries) <= 8


def test_more_sections_than_a_query_can_join_are_no_fault(client):
    page = FrontPage.objects.create(language="fr")
    topics = [TopicFactory() for _ in range(60)]
    Section.objects.bulk_create(
        Section(front_page=page, topic=topic, order=n) for n, topic in enumerate(topics)
    )
    ArticleFactory(live=["fr"]).topics.add(topics[0])
    assert client.get("/fr/").status_code == 200


def test_a_section_of_a_large_topic_is_walked_from_the_newest_and_shows_the_same(
    front, articles, monkeypatch
):
    topics = [TopicFactory(), TopicFactory()]
    for order, topic in enumerate(topics):
        Section.objects.create(front_page=front, topic=topic, order=order, size=2)
        for article in articles[order::2]:
            article.topics.add(topic)

    def composed(many):
        monkeypatch.setattr(front_pool, "MANY", many)
        for module in (compositions, front_pool):
            monkeypatch.setattr(module, "NEWEST", 1)
        with CaptureQueriesContext(connection) as queries:
            sections = FrontPage.of("fr").composed().sections
        (pool,) = (one["sql"] for one in queries if "UNION" in one["sql"])
        return [(one.topic, one.articles) for one in sections], pool

    FrontPage.objects.update(river_size=0)
    small, put_in_order = composed(many=10_000)
    large, walked = composed(many=0)
    assert small == large
    assert [topic for topic, __ in small] == topics
    assert walked.count("EXISTS") >= put_in_order.count("EXISTS") + len(topics)
