"""An article, as a reader sees it in each language."""

import pytest

from articles.models import Mention, Participation
from articles.text.richtext.paragraphs import plain_text
from tests.factories import (
    ArticleFactory,
    CorrectionFactory,
    EventFactory,
    OrganizationFactory,
    PlaceFactory,
    QuoteFactory,
    SourceFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def cairo():
    article = ArticleFactory(
        live=["fr", "ar"],
        dateline=PlaceFactory(),
        event=EventFactory(name_fr="Deuxième examen régional", name_ar="الاستعراض الإقليمي الثاني"),
        source=SourceFactory(name_fr="MAP", credit_line_fr="Repris de la MAP."),
        source_url="https://www.mapexpress.ma/actualite/monde/",
        translation_note_ar="ترجمة هيئة التحرير.",
    )
    QuoteFactory(article=article, speaker__name_fr="Ismail Chekkouri", position_fr="Directeur")
    league = OrganizationFactory(name_fr="Ligue arabe", name_ar="جامعة الدول العربية")
    Participation.objects.create(event=article.event, organization=league)
    article.mention(league)
    article.topics.add(TopicFactory(name_fr="Migrations"))
    CorrectionFactory(article=article)
    return article


def test_a_reader_of_french_sees_all_of_it(client, cairo):
    page = client.get(cairo.url_in("fr"))
    for words in (
        cairo.headline_fr,
        plain_text(cairo.body_fr),
        "Le Caire",
        "4 juillet 2024",
        "3–4 juillet 2024",
        "Égypte",
        "Ismail Chekkouri",
        "Directeur",
        "Ligue arabe",
        "Migrations",
        "Repris de la MAP.",
        "https://www.mapexpress.ma/actualite/monde/",
        "La session a eu lieu mercredi, non jeudi.",
    ):
        assert words in page.text


def test_a_reader_of_arabic_sees_it_in_arabic_with_moroccan_months(client, cairo):
    page = client.get(cairo.url_in("ar"))
    assert '<html lang="ar" dir="rtl">' in page.text
    for words in (
        cairo.headline_ar,
        plain_text(cairo.body_ar),
        "القاهرة",
        "4 يوليوز 2024",
        "ترجمة هيئة التحرير.",
    ):
        assert words in page.text
    assert cairo.headline_fr not in page.text
    assert Mention.objects.count() == 1


def test_a_source_whose_credit_is_its_name_is_named_once(client):
    source = SourceFactory(name_fr="Atlas Presse", credit_line_fr="Atlas Presse")
    article = ArticleFactory(live=["fr"], source=source)
    page = client.get(article.url_in("fr")).text
    box = page.split('<footer class="source">')[1].split("</footer>")[0]
    assert box.count("Atlas Presse") == 1


@pytest.mark.parametrize(
    ("code", "name", "credit"),
    [
        ("fr", "MAP Express", "MAP Express (Maghreb Arabe Presse)"),
        ("ar", "ماب إكسبريس", "ماب إكسبريس (وكالة المغرب العربي للأنباء)"),
    ],
)
def test_a_source_whose_credit_has_its_name_is_named_once(client, code, name, credit):
    source = SourceFactory(**{f"name_{code}": name, f"credit_line_{code}": credit})
    article = ArticleFactory(live=["fr", "ar"], source=source)
    box = client.get(article.url_in(code)).text.split('<footer class="source">')[1]
    box = box.split("</footer>")[0]
    assert box.count(name) == 1
    assert f">{credit}</a>" in box


def test_a_source_whose_credit_is_in_other_words_has_both(client):
    source = SourceFactory(name_fr="AFP", credit_line_fr="Agence France-Presse")
    page = client.get(ArticleFactory(live=["fr"], source=source).url_in("fr")).text
    assert ">AFP</a>" in page
    assert '<span class="credit">Agence France-Presse</span>' in page


def test_a_correction_in_arabic_reads_as_what_was_done(client, cairo):
    page = client.get(cairo.url_in("ar")).text
    assert "صُوِّب هذا المقال" in page
    assert "ربما سُحبت الصفحة أو كُتب العنوان خطأ" in client.get("/ar/nowhere/").text


def test_the_day_of_a_correction_stands_apart_from_its_words(client, cairo):
    page = client.get(cairo.url_in("fr")).text
    section = page.split('id="corrections"')[1].split("</section>")[0]
    assert '<p class="what">La session a eu lieu mercredi, non jeudi.</p>' in section


BYLINE = {"fr": "Salma Benkirane", "ar": "سلمى بنكيران"}


@pytest.mark.parametrize("code", BYLINE)
def test_who_signs_is_named_as_the_language_writes_it(client, code):
    article = ArticleFactory(
        live=["fr", "ar"], byline=BYLINE["fr"], local_byline_ar=BYLINE["ar"], source=None
    )
    page = client.get(article.url_in(code)).text
    assert f'<bdi class="author">{BYLINE[code]}</bdi>' in page
    assert f'"@type":"Person","name":"{BYLINE[code]}"' in page.replace(": ", ":").replace(", ", ",")
    (other,) = set(BYLINE.values()) - {BYLINE[code]}
    assert other not in page
    feed = client.get(f"/{code}/feed.json").json()
    assert feed["items"][0]["authors"] == [{"name": BYLINE[code]}]


@pytest.mark.parametrize("code", BYLINE)
def test_where_a_language_has_no_spelling_of_its_own_the_byline_stays(client, code):
    article = ArticleFactory(live=["fr", "ar"], byline=BYLINE["fr"])
    assert f'<bdi class="author">{BYLINE["fr"]}</bdi>' in client.get(article.url_in(code)).text
