"""Links in a text to the newsroom's own pages: they follow a change of address, and tell no secret."""

import pytest
from django.urls import reverse

from articles.languages import Language
from articles.wire.own_pages import OwnPages, own_address
from tests.factories import ArticleFactory, SpeakerFactory

pytestmark = pytest.mark.django_db

SITE = "http://testserver"


@pytest.fixture(autouse=True)
def at_home(settings):
    settings.SITE_URL = SITE


@pytest.fixture
def target():
    return ArticleFactory(live=["fr", "ar"], slug_fr="ancienne-adresse", slug_ar="عنوان-قديم")


def linking(address, **more):
    body = f'<p>Voir <a href="{address}">le premier récit</a>.</p>'
    return ArticleFactory(live=["fr", "ar"], body_fr=body, body_ar=body, **more)


def body_of(client, article, language="fr"):
    page = client.get(article.url_in(language)).text
    return page.split('class="body"')[1].split('id="share"')[0]


def test_a_link_leads_to_where_the_page_is_now(client, target):
    article = linking(f"{SITE}/fr/articles/ancienne-adresse/#p3")
    target.slug_fr = "nouvelle-adresse"
    target.save()
    assert 'href="/fr/articles/nouvelle-adresse/#p3"' in body_of(client, article)
    feed = client.get("/fr/feed.json").json()["items"]
    assert f'href="{SITE}/fr/articles/nouvelle-adresse/#p3"' in str(feed)


def test_it_leads_readers_of_another_language_to_the_page_in_theirs(client, target):
    article = linking(f"{SITE}/fr/articles/ancienne-adresse/")
    assert f'href="{target.url_in("ar")}"' in body_of(client, article, "ar")


def test_a_page_that_readers_have_not_is_no_link_and_its_address_is_not_told(client, target):
    article = linking(f"{SITE}/fr/articles/ancienne-adresse/")
    type(target).objects.filter(pk=target.pk).update(status_fr="draft", status_ar="draft")
    shown = body_of(client, article)
    assert "Voir le premier récit." in shown
    assert "ancienne-adresse" not in shown
    assert "ancienne-adresse" not in client.get("/fr/feed.rss").text


def test_people_and_other_records_are_led_to_as_well(client):
    speaker = SpeakerFactory(slug_fr="ismail-chekkouri")
    article = linking("/fr/speakers/ismail-chekkouri/")
    assert f'href="{speaker.url_in("fr")}"' in body_of(client, article)


def test_links_to_elsewhere_stay_as_they_are():
    text = '<p><a href="https://iom.int/fr/articles/x/">a</a> <a href="mailto:a@b.c">b</a></p>'
    assert OwnPages.named_in([text], Language("fr")).led_to(text) == text
    assert own_address("//iom.int/fr/articles/x/") is None
    assert own_address("https://[") is None
    assert own_address("articles/x/") is None


def test_a_text_without_such_links_costs_no_query(django_assert_num_queries):
    with django_assert_num_queries(0):
        OwnPages.named_in(['<p><a href="https://iom.int/">a</a></p>'], Language("fr"))


def test_the_dialog_of_the_editor_finds_pages_that_readers_have_and_no_others(client, reporter):
    live = ArticleFactory(live=["fr"], headline_fr="Zellige et migrations")
    ArticleFactory(headline_fr="Zellige secret")
    client.force_login(reporter)
    asked = {"q": "zellige", "language": "fr"}
    found = client.get(reverse("admin:articles_article_own_pages"), asked).json()["pages"]
    assert [(one["name"], one["address"]) for one in found] == [
        ("Zellige et migrations", f"{SITE}{live.url_in('fr')}")
    ]


def test_a_box_stands_in_a_text_with_what_is_in_it(client):
    box = '<div class="box"><h3>Repères</h3><ul><li><p>2018 : Marrakech</p></li></ul></div>'
    article = ArticleFactory(live=["fr"], body_fr=f"<p>Avant.</p>{box}<div>x</div>")
    article.refresh_from_db()
    assert box in article.body_fr
    assert '<div id="p2" class="box"><h3>Repères</h3>' in body_of(client, article)
