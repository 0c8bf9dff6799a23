"""The importer reads long and strange texts in a time that grows as they do."""

import time
from collections import Counter
from contextlib import suppress

import pytest

from articles.languages import Language
from articles.wire.documents import web
from articles.wire.fetch import FetchedText, WireError, text_of_html
from articles.wire.layout.unwrapping import lay_out
from articles.wire.parse import parse
from articles.wire.wordpress.bodies import BodyWriter
from articles.wire.wordpress.html import words_of
from articles.wire.wordpress.shortcodes import as_html

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


def in_time(work, sign, length):
    """Whether a text of one sign again and again is read in time that grows with its length."""
    took = []
    for times in (1, 4):
        began = time.process_time()
        with suppress(WireError):
            work(sign * (length * times // len(sign)))
        took.append(time.process_time() - began)
    return took[1] < 8 * took[0] + 0.3


@pytest.mark.parametrize(
    "line", ["ville\thabitants\tpart\n", "a-\n", "Page 1\n\n", "1", "1234 ", "12 mars 2024 "]
)
def test_lines_that_are_no_table_and_no_page_are_laid_out_in_time(line):
    assert in_time(lay_out, line, 20_000)


@pytest.mark.parametrize("sign", ["<a ", "<!--", "<a href='", '<a "<', "<", "</a", "<p>a<b "])
def test_a_page_of_broken_tags_is_read_in_time(sign):
    assert in_time(lambda page: web.read(page.encode()), f"<html><body>{sign}", 12_000)


@pytest.mark.parametrize(
    "sign", ["[caption]", "[caption", "[quote]", "[gallery", "[embed", "<figure ", "<", "<!--",
             '<!-- wp:block {"a', '<!-- wp:gallery {"a', "<li>", "<img src=x>"],
)  # fmt: skip
def test_a_post_of_broken_codes_is_read_in_time(sign):
    def body(content):
        BodyWriter(lambda _said: "k", Counter()).body(as_html(content, {}, (), Counter()))
        words_of(content)

    assert in_time(body, sign, 20_000)


def test_what_stands_after_a_tag_without_an_end_is_read():
    page = "<html><body><p>Un <a href='x' mot</p><p>Deux <!-- non --> trois</p><img alt=\"a < b\"><p>Fin</p>"
    assert "Fin" in text_of_html(page)
    assert "Deux trois" in text_of_html(page)


def test_a_first_line_that_is_longer_than_a_headline_can_be_is_text():
    line = "La pluie est tombée sur la ville et les champs " * 2_000
    copy = parse(FetchedText(f"{line}\n\nElle tombe encore."), LANGUAGES, "fr")
    assert copy.headline is None
    assert copy.paragraphs == (line.strip(), "Elle tombe encore.")


def test_bold_words_stay_apart_from_those_beside_them():
    page = "<p>Le <b>maire</b> de <i>la</i>\n<b>ville</b>, <b>hier</b>.</p>\n<p> Il parle. </p>"
    assert text_of_html(page) == "Le maire de la ville, hier.\n\nIl parle."
