"""The faces of the pages have the letters that Arabic is written with, in the Maghreb and around."""

import re
from functools import cache
from pathlib import Path

import pytest
from PIL import ImageFont

STATIC = Path(__file__).parents[2] / "static"
FACE = re.compile(r"@font-face \{(.*?)\}", re.DOTALL)
ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءآأإؤئٱ،؛؟" + "\u064b\u064e\u0651\u0652\u0654\u0670"
# Beside these, ڢ of old manuscripts, which Plex lacks: it is taken from Naskh.
MAGHREB = "ݣڭڨڥڤڧ"
NEIGHBOURS = "گپچژکیۆۇۋێېەڕڵھہۀۃےںٹڈڑټډړڼښځڅۍګڬڪ"
FIGURES = "٠١٢٣٤٥٦٧٨٩٪٫٬"
SIGNS = "ﷺﷲﷻ﴾﴿۔۰۱۲۳۴۵۶۷۸۹"
WEIGHTS = {"Naskh": (400, 500, 600, 700), "Plex Arabic": (400, 500, 600, 700)}


def said(face, name):
    return re.search(rf"{name}:\s+(.*?);", face)[1]


def is_asked_for(face, letter):
    """Whether a browser takes the letter from this face."""
    for one in said(face, "unicode-range").split(", "):
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


@pytest.mark.parametrize("stack", ["text", "display", "label"])
def test_arabic_pages_name_these_faces_first(stack):
    tokens = (STATIC / "css" / "tokens.css").read_text()
    arabic = tokens[tokens.index(":root:dir(rtl)") :]
    named = re.findall(r'"(.*?)"', re.search(rf"--{stack}: (.*?);", arabic)[1])
    assert named[0] in WEIGHTS
    assert "Naskh" in named
