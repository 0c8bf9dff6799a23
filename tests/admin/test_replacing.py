"""A record that is in use is replaced by another of its kind, everywhere."""

import pytest

from articles.models import Article, FrontPage
from articles.models.front_pages import Section
from tests.admin.deleting import live
from tests.admin.records import FACTORIES, KINDS, is_there, page_of, shown_by
from tests.factories import TopicFactory

pytestmark = pytest.mark.django_db


def test_a_replacement_says_in_how_many_places(chiefs_desk):
    topic, other = TopicFactory(is_listed=False), TopicFactory()
    for headline in ("La session", "Le sommet"):
        live(headline).topics.add(topic)
    answer = chiefs_desk.post(
        page_of(topic, "delete"), {"_replace": "1", "other": other.pk}, follow=True
    )
    said = " ".join(str(one) for one in answer.context["messages"])
    assert "Elle a été remplacée à 2 endroits. Plus aucun lecteur ne la trouve" in said


@pytest.mark.parametrize("kind", sorted({*KINDS} - {"speaker"}))
def test_it_is_replaced_by_another_everywhere(chiefs_desk, chief, kind):
    article = live()
    record, other = shown_by(article, kind), FACTORIES[kind]()
    answer = chiefs_desk.post(
        page_of(record, "delete"),
        {"_replace": "1", "other": other.pk, "_correction-fr": "Une précision."},
    )
    assert answer.status_code == 302, answer.text
    assert not is_there(record)
    article = Article.objects.get(pk=article.pk)
    named = {article.lead_image, article.dateline, article.event, article.source}
    named |= {*article.topics.all(), *(one.organization for one in article.mentions.all())}
    named |= {one.document for one in article.attachments.all()}
    assert other in named
    assert article.revisions.first().made_by == chief


def test_a_replacement_is_of_the_same_kind_and_another(chiefs_desk):
    record = shown_by(live(), "topic")
    for other in ("", record.pk, "x", 10**30):
        answer = chiefs_desk.post(page_of(record, "delete"), {"_replace": "1", "other": other})
        assert answer.status_code == 422
        assert is_there(record)


def test_what_two_would_say_twice_is_said_once(chiefs_desk):
    article = live()
    topic, other = shown_by(article, "topic"), TopicFactory()
    article.topics.add(other)
    front = FrontPage.objects.create(language="fr")
    for one in (topic, other):
        Section.objects.create(front_page=front, topic=one)
    chiefs_desk.post(page_of(topic, "delete"), {"_replace": "1", "other": other.pk})
    assert [*article.topics.all()] == [other]
    assert [one.topic for one in front.sections.all()] == [other]
