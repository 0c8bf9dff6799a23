"""Share images: of live articles only, readable in each language."""

import io
import json
import re

import pytest
from django.core.files.base import ContentFile
from PIL import Image as Pillow
from PIL import ImageFont, features

from articles.languages import Language
from articles.models import Image
from articles.pictures import share
from tests.factories import ArticleFactory
from tests.pictures import files

pytestmark = pytest.mark.django_db

ARABIC = "المغرب يرأس جلسة عامة حول الهجرة"


def drawing(content):
    image = Pillow.open(io.BytesIO(content))
    image.load()
    return image


def share_url(article, language):
    return f"{article.url_in(language)}share.jpg"


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_live_article_has_one_in_each_language(client, language):
    article = ArticleFactory(live=["fr", "ar"])
    answer = client.get(share_url(article, language))
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert "max-age=60" in answer.headers["Cache-Control"].split(", ")
    assert drawing(answer.content).size == (1200, 630)


def test_the_page_names_it_with_its_size(client):
    article = ArticleFactory(live=["fr"], headline_fr="Une « session » plénière")
    page = " ".join(client.get(article.url_in("fr")).text.split())
    address = page.split('property="og:image" content="')[1].split('"')[0]
    assert address.startswith(f"http://testserver{share_url(article, 'fr')}?v=")
    assert client.get(address.removeprefix("http://testserver")).status_code == 200
    for line in (
        'og:image:width" content="1200"',
        'og:image:height" content="630"',
        'og:image:alt" content="Une « session » plénière"',
        'twitter:card" content="summary_large_image"',
    ):
        assert line in page


def test_another_headline_is_another_image(client):
    article = ArticleFactory(live=["fr"])
    url = share_url(article, "fr")
    page, before = client.get(article.url_in("fr")).text, client.get(url).content
    article.headline_fr = "Tout autre chose"
    article.save()
    assert client.get(url).content != before
    address = page.split('property="og:image"')[1].split('content="')[1].split('"')[0]
    assert address not in client.get(article.url_in("fr")).text


@pytest.mark.parametrize(("live", "asked"), [([], "fr"), (["fr"], "ar")])
def test_what_is_not_live_has_none(client, live, asked):
    article = ArticleFactory(live=live, slug_ar="جلسة")
    slug = article.slug_fr if asked == "fr" else article.slug_ar
    assert client.get(f"/{asked}/articles/{slug}/share.jpg").status_code == 404


def test_the_library_can_shape_arabic():
    assert features.check("raqm")
    assert features.check("fribidi")


def test_arabic_letters_are_joined_and_run_from_the_right():
    joined = share.width_of(ARABIC, Language("ar"), 64)
    apart = ImageFont.truetype(str(share.FONT), 64, layout_engine=ImageFont.Layout.BASIC)
    assert joined < 0.95 * apart.getlength(ARABIC)
    ink = drawing(share.share_image("سلام", "غرفة الأخبار", Language("ar"))).convert("L")
    left, right = ink.crop((0, 100, 600, 540)), ink.crop((600, 100, 1200, 540))
    assert left.getextrema()[0] > 200
    assert right.getextrema()[0] < 60


FRENCH_LETTERS = "ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸàâæçéèêëîïôœùûüÿ«»’“”–—…€"
ARABIC_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءآأإؤئ،؛؟"


NEIGHBOURS = "گڭݣڨڤڥپچژڢڧٱٮﷲﷺ﴾﴿٪٫٬۔؞٠٩۴ⵣⴰ"
SIGNS = "‐‑–—‰′″№℃™₂₀⁰²³⅓½→←≤≥≠∞−×•·€₪£"
OTHERS = "ḤṭāğŠœʼÑßłαΩБЯ"


@pytest.mark.parametrize(
    "letter", [*FRENCH_LETTERS, *ARABIC_LETTERS, *NEIGHBOURS, *SIGNS, *OTHERS, "\u0301"]
)
def test_the_face_has_what_headlines_contain(letter):
    face = share.face(40)
    assert bytes(face.getmask(letter)) != bytes(face.getmask("\uffff"))


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        ("Rabat\u202f? CO₂ à 3,5\xa0‰", "Rabat\u202f? CO₂ à 3,5\xa0‰"),
        ("\u2067أݣادير\u2069 12‑15 ﷺ\u200f", "\u2067أݣادير\u2069 12‑15 ﷺ\u200f"),
        ("Rabat 🎉 fête 👩🏽‍🚒 les siens 🇲🇦", "Rabat fête les siens"),
        ("Gagné 🎉\u202f! « 🇲🇦\u00a0Maroc ⚽️ »", "Gagné\u202f! «\u00a0Maroc »"),
        ("كأس 🏆️ إفريقيا", "كأس إفريقيا"),
        ("E\u0301cole, １２ ㎞", "École, 12 km"),
        ("Un roman : ﷽", "Un roman : بسم الله الرحمن الرحيم"),
    ],
)
def test_what_the_face_lacks_is_drawn_in_another_form_or_left_out(typed, drawn):
    assert share.drawable(typed) == drawn


@pytest.mark.parametrize("headline", ["Rabat reçoit 北京", "שלום", "🎉 ✨"])
def test_a_headline_that_cannot_be_drawn_has_no_image(client, headline):
    article = ArticleFactory(live=["fr"], headline_fr=headline)
    assert client.get(share_url(article, "fr")).status_code == 404
    page = client.get(article.url_in("fr")).text
    assert "og:image" not in page
    assert "share.jpg" not in page


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("words", ["un mot ", "كلمة ", "x" * 120])
def test_a_headline_of_300_characters_fits_with_an_ellipsis(language, words):
    text = (words * 60)[:300]
    lines, size = share.fitted(text, Language(language), 400)
    assert len(lines) <= share.MOST_LINES
    room = share.WIDTH - 2 * share.MARGIN
    assert all(share.width_of(line, Language(language), size) <= room for line in lines)
    assert lines[-1].endswith("…") or "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_it_shows_the_lead_picture_cut_by_its_focal_point(client):
    tall = Pillow.new("RGB", (600, 1200), "red")
    tall.paste("blue", (0, 600, 600, 1200))
    buffer = io.BytesIO()
    tall.save(buffer, "PNG")
    image = Image(file=ContentFile(buffer.getvalue(), "photo.png"), focal_y=100)
    image.save()
    article = ArticleFactory(live=["fr"], lead_image=image)
    red, _green, blue = drawing(client.get(share_url(article, "fr")).content).getpixel((600, 20))
    assert blue > 200 > red


def test_a_missing_file_leaves_the_words(client):
    image = Image(file=ContentFile(files.halves(), "photo.png"))
    image.save()
    image.file.storage.delete(image.file.name)
    article = ArticleFactory(live=["fr"], lead_image=image)
    assert client.get(share_url(article, "fr")).status_code == 200


def test_it_is_drawn_once(client, monkeypatch):
    article = ArticleFactory(live=["fr"])
    first = client.get(share_url(article, "fr")).content
    monkeypatch.setattr("articles.views.sharing.share_image", None)
    assert client.get(share_url(article, "fr")).content == first


def test_an_article_without_a_picture_has_its_share_image_for_machines(client):
    article = ArticleFactory(live=["fr"])
    page = client.get(article.url_in("fr")).text
    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1])
    (news,) = [one for one in data["@graph"] if one["@type"] == "NewsArticle"]
    assert f"{article.url_in('fr')}share.jpg" in news["image"].replace("http://testserver", "")


def test_no_line_begins_with_a_sign_that_a_narrow_space_holds_to_its_word():
    headline = "Le Maroc préside\u202f? " * 6
    lines = share.wrapped(headline, Language("fr"), 72, most=20)
    assert len(lines) > 3
    assert not [line for line in lines if line.startswith("?")]
