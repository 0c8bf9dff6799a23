"""What helps to translate a row: its terms in the page, what was translated before beside it."""

import re
from html import unescape

import pytest
from django.urls import reverse

from articles.desk.translation.memory import remember
from articles.languages import Language
from articles.text.richtext.translation_units import mark_of_source
from tests.factories import ArticleFactory, PlaceFactory, TermFactory

pytestmark = pytest.mark.django_db
FR, AR = Language("fr"), Language("ar")
SAID = "Le <strong>Maroc</strong> au <em>Caire</em> &amp; à Rabat."


@pytest.fixture
def article():
    PlaceFactory()
    return ArticleFactory(
        headline_fr="", slug_fr=None, headline_ar="", body_fr=f"<p>{SAID}</p>", body_ar=""
    )


@pytest.fixture
def translating(client, translator):
    client.force_login(translator)
    return client


def page_of(article):
    return reverse("admin:articles_article_translate", args=[article.pk, "ar"])


def asked(client, article, source=SAID, **more):
    address = reverse("admin:articles_article_suggestions", args=[article.pk, "ar"])
    return client.get(address, {"n": "0", "source": mark_of_source(source), **more})


def test_known_terms_are_marked_inside_the_mark_up_of_the_source(translating, article):
    text = translating.get(page_of(article)).text
    assert '<em><mark class="term" title="القاهرة">Caire</mark></em> &amp; à Rabat.' in text
    assert re.search(r'data-insert="القاهرة"\s+data-forms="القاهرة"', text)


def test_a_saved_translation_is_told_what_it_lacks_and_what_it_should_not_say(translating, article):
    TermFactory(name_fr="migrant", name_ar="مهاجر", forbidden_ar="حراگ")
    article.body_ar = "<p>المغرب والحراگ في الرباط.</p>"
    article.save()
    text = " ".join(translating.get(page_of(article)).text.split())
    assert "1 n’est pas dans la traduction" in text
    assert "La traduction dit « والحراگ », ce qui n’est pas à dire : مهاجر" in text
    article.body_ar = "<p>المغرب بالقاهرة والرباط.</p>"
    article.save()
    assert "pas dans la traduction" not in translating.get(page_of(article)).text


def test_what_was_translated_before_is_a_fragment_or_a_page(translating, article):
    remember(
        FR, AR, [(SAID.replace("Rabat", "Fès"), "<strong>ترجمة</strong>")], by=None, origin="Fès"
    )
    page = translating.get(page_of(article)).text
    address = unescape(re.search(r'data-suggestions="([^"]+)"', page)[1])
    fragment = translating.get(address).text
    assert fragment.strip().startswith("<section")
    assert re.search(r"data-offered>\s*<strong>ترجمة</strong>", fragment)
    assert "<del>Fès</del><ins>Rabat</ins>" in fragment
    assert "<html" in asked(translating, article, page=1).text


def test_a_row_is_found_by_what_it_says_and_not_by_its_number(translating, article):
    assert asked(translating, article, n="7").status_code == 200
    assert asked(translating, article, source="Autre chose").status_code == 404
    assert asked(translating, article, n="x" * 50).status_code == 200


def test_only_who_sees_the_article_is_shown_anything(client, reporter, article):
    client.force_login(reporter)
    assert asked(client, article).status_code == 404


def test_the_page_leads_to_other_tools(translating, article):
    text = translating.get(page_of(article)).text
    assert reverse("admin:articles_article_xliff_export", args=[article.pk, "ar"]) in text
    assert f"{reverse('admin:articles_article_xliff_import')}?article={article.pk}" in text
