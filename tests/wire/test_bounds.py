"""The importer reads long and strange texts in a time that grows as they do."""

import time
from collections import Counter
from contextlib import suppress

import pytest

from articles.languages import Language
from articles.wire.documents.kinds import read
from articles.wire.documents.web import words_of as words_of_page
from articles.wire.fetch import FetchedText, WireError
from articles.wire.layout.unwrapping import lay_out
from articles.wire.parse import parse
from articles.wire.wordpress.bodies import BodyWriter
from articles.wire.wordpress.html import words_of
from articles.wire.wordpress.shortcodes import as_html

LANGUAGES = [language.code for language in Language.all()]


def seconds_of(act, given):
    began = time.process_time()
    act(given)
    return time.process_time() - began


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


@pytest.mark.parametrize(
    "words",
    [
        "ville\thabitants\tpart\n",
        "1",
        "1234 ",
        "a-\n",
        "- a\n",
        "+33 1 23 45 67 89 ",
        "12 mars 2024 ",
        "La même ligne se répète encore.\n",
        "Page 1\n\n",
    ],
)
def test_a_wrapper_twice_as_long_is_taken_off_in_at_most_three_times_as_long(words):
    seconds_of(lay_out, words)
    once = seconds_of(lay_out, words * (40_000 // len(words)))
    assert seconds_of(lay_out, words * (80_000 // len(words))) < 3 * once + 0.2


@pytest.mark.parametrize("letter", ["É", "ab", "م"])
def test_what_is_far_too_long_to_be_a_word_is_passed_over(letter):
    language = "ar" if letter == "م" else "fr"
    once = seconds(f"Un titre de la ville\n\nHier, {letter * 10_000}.", language)
    assert seconds(f"Un titre de la ville\n\nHier, {letter * 20_000}.", language) < 3 * once + 0.2


@pytest.mark.parametrize(
    ("words", "end"),
    [("<a ", ""), ("<a ", ">"), ('<a x="', ">"), ("</a ", ""), ("<!--", ">"), ("<", "")],
)
def test_a_page_of_what_is_never_closed_is_read_as_fast_as_any(words, end):
    def page(length):
        return f"<html><body><p>Un mot.</p>{words * (length // len(words))}{end}".encode()

    once = seconds_of(lambda length: read(page(length), "a.html"), 20_000)
    assert seconds_of(lambda length: read(page(length), "a.html"), 40_000) < 3 * once + 0.2


def test_a_comment_of_a_page_is_no_text_and_one_that_is_not_closed_hides_nothing():
    assert words_of_page("<p>Un<!-- > --> mot.</p>") == "Un mot."
    assert words_of_page("<p>Un mot.</p><!-- <p>La suite.</p>") == "Un mot.\n\nLa suite."
    assert words_of_page("<p>3 < 4 et la fin <b") == "3 < 4 et la fin <b"


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
    assert "Fin" in words_of_page(page)
    assert "Deux trois" in words_of_page(page)


def test_a_first_line_that_is_longer_than_a_headline_can_be_is_text():
    line = "La pluie est tombée sur la ville et les champs " * 2_000
    copy = parse(FetchedText(f"{line}\n\nElle tombe encore."), LANGUAGES, "fr")
    assert copy.headline is None
    assert copy.paragraphs == (line.strip(), "Elle tombe encore.")


def test_bold_words_stay_apart_from_those_beside_them():
    page = "<p>Le <b>maire</b> de <i>la</i>\n<b>ville</b>, <b>hier</b>.</p>\n<p> Il parle. </p>"
    assert words_of_page(page) == "Le maire de la ville, hier.\n\nIl parle."
