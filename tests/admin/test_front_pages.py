"""Editors compose the front page of each language in the desk."""

import pytest
from django.urls import reverse

from articles.models import FrontPage
from tests.factories import ArticleFactory, TopicFactory

pytestmark = pytest.mark.django_db

LIST = reverse("admin:articles_frontpage_changelist")


@pytest.fixture
def front(client, editor):
    client.force_login(editor)
    client.get(LIST)
    return FrontPage.objects.get(language="ar")


def form(**fields):
    empty = {"river_size": "10"}
    for inline in ("placements", "sections"):
        empty |= {f"{inline}-TOTAL_FORMS": "1", f"{inline}-INITIAL_FORMS": "0"}
    return empty | fields


def save(client, front, **fields):
    url = reverse("admin:articles_frontpage_change", args=[front.pk])
    return client.post(url, form(**fields))


def test_there_is_one_for_each_language(client, front):
    page = client.get(LIST).text
    assert "Français" in page
    assert "العربية" in page
    client.get(LIST)
    assert FrontPage.objects.count() == 2


def test_nobody_adds_or_deletes_one(client, front):
    assert client.get(reverse("admin:articles_frontpage_add")).status_code == 403
    assert (
        client.get(reverse("admin:articles_frontpage_delete", args=[front.pk])).status_code == 403
    )


def test_an_editor_puts_an_article_in_the_lead_and_a_topic_under_it(client, front):
    article, topic = ArticleFactory(live=["ar"]), TopicFactory()
    response = save(
        client,
        front,
        **{
            "placements-0-article": article.pk,
            "placements-0-spot": "lead",
            "placements-0-order": "1",
            "sections-0-topic": topic.pk,
            "sections-0-order": "1",
            "sections-0-size": "3",
        },
    )
    assert response.status_code == 302
    assert front.placements.get().is_shown()
    assert front.sections.get().topic == topic


def test_an_article_has_one_spot_only(client, front):
    article = ArticleFactory(live=["ar"])
    fields = {}
    for number in range(2):
        fields |= {
            f"placements-{number}-article": article.pk,
            f"placements-{number}-spot": "top",
            f"placements-{number}-order": number,
        }
    response = save(client, front, **fields | {"placements-TOTAL_FORMS": "2"})
    assert response.status_code == 200
    assert "errorlist" in response.text
    assert not front.placements.exists()


def test_it_says_which_article_readers_do_not_see(client, front):
    front.placements.create(article=ArticleFactory(live=["fr"]), spot="top")
    page = client.get(reverse("admin:articles_frontpage_change", args=[front.pk])).text
    assert "icon-no" in page


def test_a_reporter_may_not_compose_it(client, front, reporter):
    client.force_login(reporter)
    assert client.get(LIST).status_code == 403
