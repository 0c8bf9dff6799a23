"""Each page in its language, and the way to the same page in the other."""

import re

import pytest
from django.utils import timezone, translation
from lxml import html

from tests.factories import ArticleFactory, EventFactory, PlaceFactory

from .conftest import PAGES

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", PAGES)
def test_the_switcher_leads_to_the_same_page(client, coverage, name):
    coverage.article(live=["fr", "ar"])
    french, arabic = coverage.pages("fr")[name], coverage.pages("ar")[name]
    page = client.get(french)
    assert f'<link rel="canonical" href="http://testserver{french}">' in page.text
    for language, path in (("fr", french), ("ar", arabic)):
        address = f'hreflang="{language}" href="http://testserver{path}"'
        assert f'<link rel="alternate" {address}>' in " ".join(page.text.split())
    assert f'href="{arabic}"' in page.text
    assert client.get(arabic).status_code == 200


def test_only_the_front_page_names_the_root_for_everyone_else(client, coverage):
    for name, path in coverage.pages("fr").items():
        assert ("x-default" in client.get(path).text) == (name == "home")


def test_the_switcher_of_an_article_without_arabic_says_so_in_arabic(client):
    article = ArticleFactory(live=["fr"])
    page = client.get(article.url_in("fr"))
    with translation.override("ar"):
        said = translation.gettext("This page does not exist in %(language)s.") % {
            "language": "العربية"
        }
    assert said in page.text
    # The Arabic edition is there all the same: its front page, and nothing else of it.
    assert set(re.findall(r'href="(/ar/[^"]*)"', page.text)) == {"/ar/"}
    assert 'hreflang="ar"' not in page.text


def test_an_article_missing_in_arabic_is_said_to_be_and_is_linked_in_french(client):
    article = ArticleFactory(live=["fr"])
    page = client.get(f"/ar/articles/{article.slug_fr}/")
    assert page.status_code == 404
    assert '<html lang="ar" dir="rtl">' in page.text
    with translation.override("ar"):
        said = translation.gettext("This page is not available in %(language)s") % {
            "language": "العربية"
        }
    assert said in page.text
    assert '<meta name="robots" content="noindex">' in page.text
    text = " ".join(page.text.split())
    assert '<li lang="fr" dir="ltr">' in text
    assert f'<a href="{article.url_in("fr")}" hreflang="fr">{article.headline_fr}</a>' in text
    assert article.body_fr not in page.text


def test_a_withdrawn_arabic_article_leads_to_the_french_one(client):
    out = timezone.now()
    article = ArticleFactory(live=["fr"], status_ar="withdrawn", slug_ar="سحب", published_at_ar=out)
    page = client.get("/ar/articles/سحب/")
    assert page.status_code == 410
    assert article.url_in("fr") in page.text
    assert article.headline_ar not in page.text


def test_an_address_in_the_other_language_leads_on_for_good(client):
    article, event = ArticleFactory(live=["fr", "ar"]), EventFactory()
    for one in (article, event):
        asked = f"/ar/{one.page}s/{one.slug_fr}/"
        answer = client.get(asked)
        assert (answer.status_code, answer.url) == (301, one.url_in("ar"))


def test_an_event_named_only_in_french_has_no_arabic_page(client):
    event = EventFactory(name_ar="", place=PlaceFactory())
    page = client.get(f"/ar/events/{event.slug_fr}/")
    assert page.status_code == 404
    assert f'href="{event.url_in("fr")}"' in page.text
    assert event.name_fr not in client.get("/ar/events/").text


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("ar", "/ar/"),
        ("ar-MA,fr;q=0.5", "/ar/"),
        ("fr-CA", "/fr/"),
        ("de, *", "/fr/"),
        ("", "/fr/"),
    ],
)
def test_the_root_goes_by_what_the_browser_asks_for(client, asked, given):
    client.cookies["django_language"] = "ar" if given == "/fr/" else "fr"
    answer = client.get("/", headers={"accept-language": asked})
    assert (answer.status_code, answer.url) == (302, given)
    assert answer.headers["Vary"] == "Accept-Language"
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("fr", "L’actualité en français et en arabe."),
        ("ar", "الأخبار بالفرنسية وبالعربية."),
    ],
)
def test_every_page_says_in_which_languages_there_is_news(client, db, code, said):
    page = html.fromstring(client.get(f"/{code}/archive/").content)
    (footer,) = page.xpath("//footer[@class='footer']")
    assert said in footer.text_content()
    assert client.get(f"/{code}/manifest.webmanifest").json()["description"] == said
