"""Readers tell an update from a correction, on every page and in every feed."""

import json
from datetime import date

import pytest
from lxml import html

from tests.factories import ArticleFactory, CorrectionFactory
from tests.feeds.test_feeds import entries

pytestmark = pytest.mark.django_db

NEW = {"fr": "Le nombre de participants est connu.", "ar": "عدد المشاركين معروف."}
LANGUAGES = pytest.mark.parametrize("language", ["fr", "ar"])
SAID = {"fr": "Mis à jour le 9 juillet 2024", "ar": "آخر تحديث في 9 يوليوز 2024"}


@pytest.fixture
def article():
    article = ArticleFactory(live=["fr", "ar"])
    for day in (8, 9):
        CorrectionFactory(
            article=article,
            kind="update",
            text_fr=NEW["fr"],
            text_ar=NEW["ar"],
            made_on=date(2024, 7, day),
        )
    return article


def read(client, path):
    return html.fromstring(client.get(path).text)


def words(element):
    return " ".join(element.text_content().split())


@LANGUAGES
def test_the_article_says_when_it_was_updated_and_what_is_new(client, article, language):
    page = read(client, article.url_in(language))
    (notice,) = page.xpath("//header//*[@class='updated']")
    assert SAID[language] in words(notice)
    assert NEW[language] in words(notice)
    assert len(page.xpath("//section[@id='updates']//p[@class='what']")) == 2
    assert not page.xpath("//*[@class='corrected' or @id='corrections']")


@LANGUAGES
def test_corrected_counts_corrections_only(client, article, language):
    CorrectionFactory(article=article, made_on=date(2024, 7, 7))
    CorrectionFactory(article=article, kind="typographical", made_on=date(2024, 7, 10))
    page = read(client, article.url_in(language))
    (notice,) = page.xpath("//header//p[@class='corrected']")
    assert (
        words(notice)
        == {
            "fr": "Cet article a été rectifié le 7 juillet 2024. "
            "La session a eu lieu mercredi, non jeudi.",
            "ar": "صُوِّب هذا المقال في 7 يوليوز 2024. انعقدت الجلسة يوم الأربعاء لا يوم الخميس.",
        }[language]
    )
    assert len(page.xpath("//section[@id='corrections']/p[@class='what']")) == 1


@LANGUAGES
def test_the_page_of_corrections_lists_corrections_only(client, article, language):
    assert NEW[language] not in client.get(f"/{language}/corrections/").text
    correction = CorrectionFactory(article=article)
    page = client.get(f"/{language}/corrections/").text
    assert getattr(correction, f"text_{language}") in page
    assert NEW[language] not in page


def test_each_language_has_its_own_update(client, article):
    article.corrections.update(text_ar="")
    assert "updated" not in client.get(article.url_in("ar")).text
    article.corrections.update(public=False)
    assert NEW["fr"] not in client.get(article.url_in("fr")).text


@LANGUAGES
def test_lists_and_the_search_say_so_on_its_card(client, article, language, settings):
    ArticleFactory(live=["fr", "ar"], headline_fr="Autre", headline_ar="آخر")
    paths = [f"/{language}/", f"/{language}/articles/"]
    query = {"fr": "Maroc", "ar": "المغرب"}[language]
    paths.append(f"/{language}/search/?q={query}")
    for path in paths:
        notices = read(client, path).xpath("//*[@class='updated']")
        assert [words(one) for one in notices] == [SAID[language]], path


@pytest.mark.parametrize("form", ["rss", "atom", "json"])
@LANGUAGES
def test_feeds_have_it_under_its_own_name(client, article, form, language):
    (entry,) = entries(client, form, language)
    assert NEW[language] in entry["html"]
    assert {"fr": "Mise à jour", "ar": "تحديث"}[language] in entry["html"]
    assert {"fr": "Rectificatif", "ar": "تصويب"}[language] not in entry["html"]


def test_in_json_updates_corrections_and_misprints_stand_apart(client, article):
    CorrectionFactory(article=article)
    CorrectionFactory(article=article, kind="typographical", text_fr="Coquille.")
    (item,) = client.get("/fr/feed.json").json()["items"]
    ours = item["_newsroom"]
    assert [one["kind"] for one in ours["updates"]] == ["update", "update"]
    assert [one["kind"] for one in ours["corrections"]] == ["substance"]
    assert [one["kind"] for one in ours["fixes"]] == ["typographical"]
    assert item["date_modified"] > item["date_published"]


@LANGUAGES
def test_machines_read_a_date_and_no_correction(client, article, language):
    def node():
        (script,) = read(client, article.url_in(language)).xpath(
            "//script[@type='application/ld+json']/text()"
        )
        return json.loads(script)["@graph"][0]

    assert "correction" not in node()
    assert node()["dateModified"] > node()["datePublished"]
    CorrectionFactory(article=article)
    CorrectionFactory(article=article, kind="typographical")
    assert len(node()["correction"]) == 1


def test_the_share_card_has_the_moment_of_the_change(client, article):
    (found,) = read(client, article.url_in("fr")).xpath(
        "//meta[@property='article:modified_time']/@content"
    )
    assert found >= "2024-07-09"
