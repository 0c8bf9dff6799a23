"""The faces of the pages have the letters of French and Arabic; who reads one is sent no other's."""

import re
from functools import cache
from pathlib import Path

import pytest
from PIL import ImageFont

from articles.models import Article
from tests.factories import ArticleFactory, LiveEntryFactory

STATIC = Path(__file__).parents[2] / "static"
FACE = re.compile(r"@font-face \{(.*?)\}", re.DOTALL)
ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءآأإؤئٱ،؛؟" + "\u064b\u064e\u0651\u0652\u0654\u0670"
# Beside these, ڢ of old manuscripts, which Plex lacks: it is taken from Naskh.
MAGHREB = "ݣڭڨڥڤڧ"
NEIGHBOURS = "گپچژکیۆۇۋێېەڕڵھہۀۃےںٹڈڑټډړڼښځڅۍګڬڪ"
FIGURES = "٠١٢٣٤٥٦٧٨٩٪٫٬"
SIGNS = "ﷺﷲﷻ﴾﴿۔۰۱۲۳۴۵۶۷۸۹"
FRENCH = (
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789àâçéèêëîïôùûœÀÂÇÉÈÊËÎÏÔÙÛŒ"
    "«»’‘–—…€°·.,;:!?()[]/%&+-@#*\"'\u00a0\u202f"
)
"""But ÿ, ü and æ, of a few names: they are with the letters of other languages."""
OTHERS = "áíóúñÑ¿¡ãõäöüÜßåøØæÆìòÿ„“”‚½×²№"
LATIN_WEIGHTS = {"Newsreader": (400, 600), "Plex Sans": (400, 700)}
WEIGHTS = {"Naskh": (400, 500, 600, 700), "Plex Arabic": (400, 500, 600, 700)}


def said(face, name):
    return re.search(rf"{name}:\s+(.*?);", face, re.DOTALL)[1]


def is_asked_for(face, letter):
    """Whether a browser takes the letter from this face."""
    for one in re.split(r",\s+", said(face, "unicode-range")):
        first, _, last = one.removeprefix("U+").partition("-")
        if int(first, 16) <= ord(letter) <= int(last or first, 16):
            return True
    return False


def files_of(family, weight, letter):
    """The files that a browser asks for where a letter of a weight stands."""
    found = []
    for face in FACE.findall((STATIC / "css" / "typefaces.css").read_text()):
        lightest, _, heaviest = said(face, "font-weight").partition(" ")
        is_meant = int(lightest) <= weight <= int(heaviest or lightest)
        if is_meant and said(face, "font-family") == f'"{family}"' and is_asked_for(face, letter):
            found.append(re.search(r'url\("../(.*?)"\)', face)[1])
    return found


@cache
def has(file, letter):
    drawn = ImageFont.truetype(str(STATIC / file), 40, layout_engine=ImageFont.Layout.BASIC)
    return bytes(drawn.getmask(letter)) != bytes(drawn.getmask("\uffff"))


def letters_of(family, weight, wanted):
    """Which of the letters a browser finds in the family's files of a weight."""
    return {
        letter
        for letter in wanted
        if any(has(file, letter) for file in files_of(family, weight, letter))
    }


@pytest.mark.parametrize(
    ("family", "weight"), [(name, one) for name, weights in WEIGHTS.items() for one in weights]
)
def test_each_arabic_face_has_the_letters_of_its_words(family, weight):
    letters = {*ARABIC, *MAGHREB, *NEIGHBOURS, *FIGURES}
    assert letters - letters_of(family, weight, letters) == set()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("family", "weight"), [(name, one) for name, weights in WEIGHTS.items() for one in weights]
)
def test_what_is_strong_is_asked_for_as_early_as_the_rest(client, family, weight):
    asked_first = re.findall(
        r'rel="preload"\s+href="/static/(\S+?\.woff2)"', client.get("/ar/").text
    )
    assert set(files_of(family, weight, "ك")) <= set(asked_first)


@pytest.mark.parametrize("weight", [400, 700])
def test_signs_that_join_to_nothing_are_in_naskh(weight):
    assert set(SIGNS) - letters_of("Naskh", weight, SIGNS) == set()


LATIN = pytest.mark.parametrize(
    ("family", "weight"),
    [(name, one) for name, weights in LATIN_WEIGHTS.items() for one in weights],
)


@LATIN
def test_what_french_is_written_with_is_one_file_of_a_few_kilobytes(family, weight):
    files = {file for letter in FRENCH for file in files_of(family, weight, letter)}
    (file,) = files
    assert letters_of(family, weight, set(FRENCH) - set(" \u00a0\u202f")) >= set("aéŒ»’…€")
    assert {one for one in FRENCH if one.isalnum() and not has(file, one)} == set()
    assert (STATIC / file).stat().st_size < 8_500


@LATIN
def test_letters_of_other_languages_are_asked_for_where_one_of_them_stands(family, weight):
    first = files_of(family, weight, "e")
    for letter in OTHERS:
        (file,) = files_of(family, weight, letter)
        assert [file] != first, letter
    letters = {one for one in OTHERS if one.isalpha()}
    assert letters - letters_of(family, weight, letters) == set()


def test_a_latin_name_in_an_arabic_headline_is_in_the_face_of_the_headline():
    assert set("UNESCOéœ") - letters_of("Plex Arabic", 700, "UNESCOéœ") == set()
    assert files_of("Plex Arabic", 700, "U") != files_of("Plex Arabic", 700, "ك")
    # Figures and signs stand in many headlines: they come with the letters.
    for one in "0129«»:.,!()":
        assert files_of("Plex Arabic", 700, one) == files_of("Plex Arabic", 700, "ك")


def asked_first(client, url):
    return re.findall(r'rel="preload"\s+href="/static/(\S+?\.woff2)"', client.get(url).text)


@pytest.mark.django_db
def test_an_arabic_live_coverage_is_all_in_one_face(client):
    coverage = ArticleFactory(live=["ar"], kind=Article.Kind.COVERAGE)
    LiveEntryFactory(article=coverage)
    assert asked_first(client, coverage.url_in("ar")) == ["fonts/naskh.woff2"]
    assert 'class="article-page live-page"' in client.get(coverage.url_in("ar")).text
    tokens = (STATIC / "css" / "tokens.css").read_text()
    stacks = re.findall(r"--(?:text|display|label): (.*?);", tokens.partition(".live-page")[2])
    assert [one.partition(",")[0] for one in stacks] == ['"Naskh"', "var(--text)", '"Naskh"']
    other = ArticleFactory(live=["ar"])
    assert len(asked_first(client, other.url_in("ar"))) == 4
    assert "live-page" not in client.get(other.url_in("ar")).text


@pytest.mark.parametrize("stack", ["text", "display", "label"])
def test_arabic_pages_name_these_faces_first(stack):
    tokens = (STATIC / "css" / "tokens.css").read_text()
    arabic = tokens[tokens.index(":root:dir(rtl)") :]
    named = re.findall(r'"(.*?)"', re.search(rf"--{stack}: (.*?);", arabic)[1])
    assert named[0] in WEIGHTS
    assert "Naskh" in named
