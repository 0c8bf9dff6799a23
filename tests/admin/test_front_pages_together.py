"""Two people compose one front page: what both placed stays, and what differs is asked about."""

import pytest
from lxml import html

from articles.models import FrontPage, Placement
from tests.admin.bulk_actions import both, row
from tests.admin.forms import form_of
from tests.admin.records import page_of
from tests.factories import ArticleFactory, TopicFactory

pytestmark = pytest.mark.django_db


def test_what_two_place_on_a_front_page_all_stays(mine, theirs):
    page = FrontPage.objects.create(language="fr")
    articles = [ArticleFactory(live=["fr"]) for _ in range(4)]
    placed = [
        Placement.objects.create(front_page=page, article=one, order=n)
        for n, one in enumerate(articles[:2], 1)
    ]
    topics = [TopicFactory(), TopicFactory()]
    my_form, their_form = both(page, mine, theirs)
    theirs.post(
        page_of(page),
        their_form
        | row("placements", 2, article=articles[2].pk, spot="top", order=3)
        | row("sections", 0, topic=topics[0].pk, size=4, order=1),
    )
    moved = {"placements-0-order": "2", "placements-1-order": "1"}
    saved = mine.post(
        page_of(page),
        my_form
        | moved
        | row("placements", 2, article=articles[3].pk, spot="top", order=3)
        | row("sections", 0, topic=topics[1].pk, size=6, order=1),
    )
    assert saved.status_code == 302
    shown = [one.article for one in page.placements.all()]
    assert shown[:2] == [placed[1].article, placed[0].article]
    assert {*shown} == {*articles}
    assert {one.topic for one in page.sections.all()} == {*topics}


@pytest.mark.parametrize(("choice", "spot"), [("mine", "hidden"), ("theirs", "lead")])
def test_one_article_that_two_place_differently_is_asked_about(mine, theirs, choice, spot):
    page, article = FrontPage.objects.create(language="fr"), ArticleFactory(live=["fr"])
    my_form, their_form = both(page, mine, theirs)
    theirs.post(
        page_of(page), their_form | row("placements", 0, article=article.pk, spot="lead", order=1)
    )
    refused = mine.post(
        page_of(page), my_form | row("placements", 0, article=article.pk, spot="hidden", order=1)
    )
    (asked,) = html.fromstring(refused.text).find_class("conflict")
    name = asked.xpath(".//input[@type='radio']/@name")[0]
    mine.post(page_of(page), form_of(refused.text) | {name: choice})
    assert Placement.objects.get().spot == spot


@pytest.mark.parametrize(("choice", "order"), [("mine", [2, 0, 1]), ("theirs", [1, 2, 0])])
def test_an_order_that_both_changed_is_asked_about_once(mine, theirs, choice, order):
    page = FrontPage.objects.create(language="fr")
    placed = [
        Placement.objects.create(front_page=page, article=ArticleFactory(live=["fr"]), order=n)
        for n in range(1, 4)
    ]
    my_form, their_form = both(page, mine, theirs)

    def orders(*numbers):
        return {f"placements-{n}-order": f"{number}" for n, number in enumerate(numbers)}

    theirs.post(page_of(page), their_form | orders(3, 1, 2))
    refused = mine.post(page_of(page), my_form | orders(2, 3, 1))
    (asked,) = html.fromstring(refused.text).find_class("conflict")
    assert asked.find("legend").text == "L’ordre des lignes"
    mine.post(page_of(page), form_of(refused.text) | {"_keep-placements-order": choice})
    assert [one.pk for one in page.placements.all()] == [placed[n].pk for n in order]
