"""The importer reads long and strange texts in a time that grows as they do."""

import time

import pytest

from articles.languages import Language
from articles.wire.fetch import FetchedText, text_of_html
from articles.wire.parse import parse

LANGUAGES = [language.code for language in Language.all()]


def seconds(text, language):
    began = time.process_time()
    parse(FetchedText(text), LANGUAGES, language)
    return time.process_time() - began


@pytest.mark.parametrize(
    ("words", "times", "language"),
    [
        ("M. ", 8_000, "fr"),
        ("« a b c d », a dit ", 400, "fr"),
        ("Omar Rachdi, le maire, ", 700, "fr"),
        ("le ministre des choses de la ville et du pays ", 400, "fr"),
        ("« ", 8_000, "fr"),
        ('وقال محمد العلوي إن "الجسر جاهز" ', 250, "ar"),
        ("قال الوزير محمد العلوي إن الجسر ", 250, "ar"),
        ("أما ", 4_000, "ar"),
        ("السيد ", 3_000, "ar"),
    ],
)
def test_a_text_twice_as_long_takes_at_most_three_times_as_long(words, times, language):
    title = "عنوان الخبر هنا" if language == "ar" else "Un titre sur la ville"
    seconds(f"{title}\n\n{words}", language)
    once = seconds(f"{title}\n\n{words * times}", language)
    assert seconds(f"{title}\n\n{words * times * 2}", language) < 3 * once + 0.2


def test_a_first_line_that_is_longer_than_a_headline_can_be_is_text():
    line = "La pluie est tombée sur la ville et les champs " * 2_000
    copy = parse(FetchedText(f"{line}\n\nElle tombe encore."), LANGUAGES, "fr")
    assert copy.headline is None
    assert copy.paragraphs == (line.strip(), "Elle tombe encore.")


def test_bold_words_stay_apart_from_those_beside_them():
    page = "<p>Le <b>maire</b> de <i>la</i>\n<b>ville</b>, <b>hier</b>.</p>\n<p> Il parle. </p>"
    assert text_of_html(page) == "Le maire de la ville, hier.\n\nIl parle."
