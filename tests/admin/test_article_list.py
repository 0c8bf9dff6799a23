"""The list of articles: its columns, its filters, what it costs."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import html

from articles.models import Article, Status
from tests.factories import ArticleFactory, EventFactory, ImageFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.databases]

LIST = reverse("admin:articles_article_changelist")


@pytest.fixture
def listed(client, editor):
    def in_language(language="fr", **asked):
        editor.language = language
        editor.save()
        client.force_login(editor)
        return html.fromstring(client.get(LIST, asked).text)

    return in_language


def headlines(page):
    return [
        one.xpath("string(.//*[@class='headline'][1])")
        for one in page.xpath("//*[@id='result_list']/tbody/tr")
    ]


def heads(page):
    return [one.text_content().strip() for one in page.xpath("//thead//div[@class='text']")][1:]


def test_a_row_has_both_headlines_a_picture_and_a_column_for_each_language(listed):
    ArticleFactory(
        headline_fr="La mer", headline_ar="البحر", live=["fr"], lead_image=ImageFactory()
    )
    page = listed()
    row = page.xpath("//*[@id='result_list']/tbody/tr")[0]
    assert [one.text for one in row.xpath(".//*[@class='headline']")] == ["La mer", "البحر"]
    assert row.xpath(".//img[@class='small-picture']/@alt") == [""]
    assert heads(page) == [
        *("Image", "Titre", "Français", "Arabe", "Genre", "Auteur", "Événement"),
        *("Dernière modification", "Coup d’œil"),
    ]


def test_in_the_arabic_desk_arabic_comes_first(listed):
    ArticleFactory(headline_fr="La mer", headline_ar="البحر")
    page = listed("ar")
    assert heads(page)[1:4] == ["العنوان", "العربية", "الفرنسية"]
    assert headlines(page) == ["البحر"]


def test_the_list_is_narrowed_by_author_by_event_and_by_pile(listed):
    event, nadia = EventFactory(), UserFactory(username="nadia", is_staff=True)
    ArticleFactory(headline_fr="De Nadia", created_by=nadia)
    ArticleFactory(headline_fr="Du sommet", event=event)
    ArticleFactory(headline_fr="À relire", status_fr=Status.IN_REVIEW)
    assert headlines(listed(author=nadia.pk)) == ["De Nadia"]
    assert headlines(listed(covers=event.pk)) == ["Du sommet"]
    assert headlines(listed(pile="review")) == ["À relire"]
    assert len(headlines(listed(pile="nonsense", author="x", covers="99999999999999999999"))) == 3


def test_a_reporter_narrows_by_no_author_but_themselves(client, reporter, editor):
    ArticleFactory(headline_fr="La leur", created_by=reporter)
    ArticleFactory(headline_fr="D’un autre", created_by=editor, live=["fr"])
    client.force_login(reporter)
    page = html.fromstring(client.get(LIST, {"author": reporter.pk}).text)
    assert headlines(page) == ["La leur"]
    assert f"author={editor.pk}" not in client.get(LIST).text
    odd = client.get(LIST, {"covers__articles__headline_fr__startswith": "S"})
    assert odd.url == f"{LIST}?e=1"


def test_the_order_of_the_list_is_said_where_no_column_says_it(listed):
    assert "du plus récent au plus ancien" not in listed().text_content()
    ArticleFactory()
    assert "du plus récent au plus ancien" in listed().text_content()
    assert "du plus récent au plus ancien" not in listed(o="2").text_content()


def test_the_years_in_which_something_was_begun_are_offered_and_no_other(listed):
    for year in (2020, 2022, 2025):
        ArticleFactory(created_at=datetime(year, 6, 1, 12, tzinfo=UTC))
    assert listed().xpath("//nav[@class='toplinks']/a/text()") == ["2020", "2022", "2025"]
    assert len(headlines(listed(created_at__year=2022))) == 1


def test_no_script_is_loaded_that_only_fills_in_addresses(listed):
    assert not [one for one in listed().xpath("//script/@src") if "xregexp" in one]


def test_where_nothing_is_found_the_list_says_what_to_do(listed):
    assert "Rien ne correspond" in listed(q="introuvable").text_content()
    page = listed()
    assert page.xpath("//*[@class='nothing-here']//a")[0].text_content() == "Écrire un article"


@pytest.mark.parametrize("number", [1, 20])
def test_the_list_is_at_most_fifteen_queries(listed, number):
    for _ in range(number):
        ArticleFactory(live=["fr"], event=EventFactory(), lead_image=ImageFactory())
    listed()
    with CaptureQueriesContext(connection) as queries:
        listed()
    # Saving who asks and signing them in again is six more.
    assert len(queries) <= 15 + 6, [one["sql"][:90] for one in queries]


def test_a_page_far_down_has_its_own_rows_and_passes_over_the_keys_of_the_others(client, chief):
    Article.objects.bulk_create(
        Article(key=f"far-{number}", headline_fr=f"Dépêche {number}", headline_ar="")
        for number in range(1060)
    )
    client.force_login(chief)
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(reverse("admin:articles_article_changelist"), {"p": "22"})
    shown = [one.headline_fr for one in answer.context["cl"].result_list]
    assert shown == [f"Dépêche {number}" for number in range(9, -1, -1)]
    (passed_over,) = [one["sql"] for one in queries if "OFFSET 1050" in one["sql"]]
    skipped = passed_over[: passed_over.index("OFFSET 1050")].rpartition("SELECT")[2]
    assert "headline_fr" not in skipped


def test_the_years_of_what_was_begun_in_one_are_known_from_its_count(client, chief):
    ArticleFactory.create_batch(2, kind="interview")
    client.force_login(chief)
    address = reverse("admin:articles_article_changelist") + "?kind=interview"
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    assert sum("MIN(" in one["sql"] for one in queries) == 1
