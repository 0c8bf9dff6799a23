"""The list of articles before who may see only what readers have: no more, by no filter."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.models import Article, Phase
from tests.factories import ArticleFactory

pytestmark = [pytest.mark.django_db, pytest.mark.databases]

NOW = timezone.now()
LIST = reverse("admin:articles_article_changelist")
HIDDEN = {
    "draft": {"status_ar": "draft"},
    "in_review": {"status_ar": "in_review"},
    "ready": {"status_ar": "ready"},
    "scheduled": {"status_ar": "published", "published_at_ar": NOW + timedelta(days=1)},
    "expired": {
        "status_ar": "published",
        "published_at_ar": NOW - timedelta(days=2),
        "live_until_ar": NOW - timedelta(days=1),
    },
    "withdrawn": {"status_ar": "withdrawn", "published_at_ar": NOW - timedelta(days=2)},
}


@pytest.fixture(params=sorted(HIDDEN))
def half_live(request, editor):
    """A colleague's, live in French; in Arabic it is what no reader has."""
    columns = HIDDEN[request.param]
    article = ArticleFactory(
        live=["fr"], live_until_fr=NOW + timedelta(days=9), created_by=editor, **columns
    )
    article.phase = request.param
    return article


def states_listed(client, address=LIST):
    page = html.fromstring(client.get(address).text)
    return page.xpath("//td[contains(@class, 'field-states')]//span/@title")


def facets(client):
    page = html.fromstring(client.get(LIST, {"_facets": "True"}).text)
    links = page.xpath("//*[@id='changelist-filter']//a[contains(@href, 'phase_')]")
    return {(one.get("href"), one.text_content().strip()[-3:]) for one in links}


def test_the_list_tells_of_no_language_that_readers_do_not_have(client, reporter, half_live):
    client.force_login(reporter)
    assert states_listed(client) == [str(Phase.PUBLISHED.label)]


def test_no_filter_tells_of_it_either(client, reporter, half_live):
    client.force_login(reporter)
    for phase in Phase:
        found = states_listed(client, f"{LIST}?phase_ar={phase}")
        assert found == []
    assert states_listed(client, f"{LIST}?phase_fr=published")
    counted = [said for address, said in facets(client) if "phase_ar" in address]
    assert counted
    assert set(counted) == {"(0)"}
    for question in ("status_ar", "status_ar__exact", "published_at_ar__gte"):
        assert client.get(LIST, {question: "draft"}).status_code == 400


def test_who_may_see_all_is_told_all(client, editor, half_live):
    client.force_login(editor)
    assert len(states_listed(client)) == 2
    assert len(states_listed(client, f"{LIST}?phase_ar={half_live.phase}")) == 2


def test_every_link_of_the_filters_answers_and_finds_what_is_ones_own(client, reporter):
    ArticleFactory(created_by=reporter, status_fr="in_review")
    client.force_login(reporter)
    page = html.fromstring(client.get(LIST).text)
    links = page.xpath("//*[@id='changelist-filter']//a[starts-with(@href, '?')]/@href")
    assert any("phase_" in one for one in links)
    assert {client.get(LIST + one).status_code for one in links} == {200}
    assert states_listed(client, f"{LIST}?phase_fr=in_review")
    assert not states_listed(client, f"{LIST}?phase_fr=ready")


def test_what_is_read_of_a_colleagues_article_has_no_hidden_state(reporter, half_live):
    article = Article.objects.for_desk(reporter).get()
    assert article.is_live("fr")
    assert not article.status_ar
    assert not article.published_at_ar
    assert not article.live_until_ar
    assert not article.first_published_at_ar
    assert not article.live_until_fr
