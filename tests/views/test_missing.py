"""A reader at an address with nothing is led on: to the nearest articles, to the other language."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import html

from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def plenary():
    return ArticleFactory(
        live=["fr", "ar"],
        headline_fr="Le Maroc préside une session plénière au Caire",
        headline_ar="المغرب يترأس جلسة عامة بالقاهرة",
    )


@pytest.mark.parametrize(
    "slug",
    [
        "le-maroc-preside-une-session-pleniere-au-cai",  # cut by a mail program
        "maroc-preside-session-pleniere-caire",  # typed from memory
        "le-maroc-preside-une-seance-pleniere-au-caire",  # renamed since
    ],
)
def test_a_mistyped_address_finds_its_article(client, plenary, slug):
    ArticleFactory(live=["fr"], headline_fr="Un accord sur la pêche")
    page = client.get(f"/fr/articles/{slug}/")
    assert page.status_code == 404
    assert plenary.url_in("fr") in page.text
    assert "pêche" not in page.text


def test_in_arabic_too(client, plenary):
    page = client.get("/ar/articles/المغرب-يتراس-جلسه-عامة/")
    assert page.status_code == 404
    assert plenary.headline_ar in page.text


def test_what_readers_may_not_see_is_not_suggested(client):
    ArticleFactory(headline_fr="Le Maroc préside une session plénière au Caire")
    page = client.get("/fr/articles/le-maroc-preside-une-session/")
    assert "plénière" not in page.text


def test_what_robots_try_costs_no_search(client, plenary):
    with CaptureQueriesContext(connection) as queries:
        assert client.get("/fr/wp-login.php").status_code == 404
    assert len(queries) == 0


def test_a_withdrawn_article_is_gone_and_says_so(client, plenary, chief):
    address = plenary.url_in("fr")
    plenary.withdraw("fr", by=chief, note="Une erreur.")
    plenary.withdraw("ar", by=chief, note="Une erreur.")
    page = client.get(address)
    assert page.status_code == 410
    assert "Cet article a été retiré" in page.text
    assert plenary.headline_fr not in page.text
    assert "noindex" in page.text


def test_where_it_is_still_out_in_the_other_language_it_leads_there(client, plenary, chief):
    address = plenary.url_in("fr")
    plenary.withdraw("fr", by=chief, note="Une erreur.")
    page = client.get(address)
    assert page.status_code == 410
    assert plenary.url_in("ar") in page.text
    assert plenary.headline_ar in page.text


def test_a_draft_that_never_was_out_is_not_found(client):
    draft = ArticleFactory(headline_fr="Jamais paru encore")
    assert client.get(f"/fr/articles/{draft.slug_fr}/").status_code == 404


def test_an_address_that_somebody_else_has_taken_since_shows_the_new_one(client, plenary, chief):
    slug = plenary.slug_fr
    plenary.withdraw("fr", by=chief, note="Une erreur.")
    ArticleFactory(live=["fr"], headline_fr="Nouveau", slug_fr=slug)
    page = client.get(f"/fr/articles/{slug}/")
    assert page.status_code == 200
    assert "Nouveau" in page.text


def test_front_pages_are_not_taken_for_versions_of_what_was_withdrawn(client, chief):
    article = ArticleFactory(live=["fr", "ar"])
    address = article.url_in("fr")
    article.withdraw("fr", by=chief, note="Une erreur.")
    for page in (address, "/fr/articles/rien/"):
        shown = html.fromstring(client.get(page).text)
        (front,) = shown.xpath("//main//*[@aria-labelledby='front-pages']")
        assert front.xpath(".//a/@href") == ["/fr/", "/ar/"]
        label = shown.get_element_by_id("front-pages").text_content()
        assert label.strip() == "Les pages d’accueil :"
