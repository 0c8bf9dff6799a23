"""What characters a text may have."""

import json
import unicodedata

import pytest
from defusedxml import ElementTree as SafeTree
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from articles.text.characters import (
    clean_lines,
    clean_lines_within,
    closed_lines,
    if_seen,
    one_line,
)

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)
BREAKS = ["\n", "\r\n", "\r", "\t", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\x1c", " \n\n "]


@pytest.mark.parametrize("end", BREAKS)
def test_where_a_line_was_broken_is_one_space(end):
    assert one_line(f"Le Maroc{end}préside") == "Le Maroc préside"
    assert one_line(f"{end}المغرب{end}يرأس{end}") == "المغرب يرأس"


def test_spaces_that_were_typed_stay():
    assert one_line("« Dialogue\u00a0» :  deux jours") == "« Dialogue\u00a0» :  deux jours"
    assert one_line(" Maroc ") == " Maroc "


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\x85", "\u2028", "\u2029"])
def test_in_many_lines_every_line_ends_alike(end):
    assert clean_lines(f"un{end}deux\tfin") == "un\ndeux\tfin"


@pytest.mark.parametrize(
    "sign", ["\0", "\x08", "\x7f", "\x9b", "\uffff", "\ufdd0", "\ufeff", "\U0001ffff"]
)
def test_what_is_no_character_is_left_out(sign):
    assert clean_lines(f"a{sign}b") == one_line(f"a{sign}b") == "ab"


@pytest.mark.parametrize("text", ["Le Maroc \u202eédisérp", "المغرب \u202eسأري\u202c"])
def test_what_turns_letters_round_to_the_end_of_a_line_is_left_out(text):
    assert "\u202e" not in clean_lines(text) + one_line(text)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a \u2067b", "a \u2067b\u2069"),
        ("\u2066a \u2068b\u2069", "\u2066a \u2068b\u2069\u2069"),
        ("a\u2069 b\u202c", "a b"),
        ("\u202ba \u202db\u202c", "\u202ba \u202db\u202c\u202c"),
        ("\u202aa \u2067b\u202c c", "\u202aa \u2067b c\u2069\u202c"),
        ("\u2067a \u202bb\u2069 c", "\u2067a \u202bb\u2069 c"),
        ("\u202ba\u2069 b", "\u202ba b\u202c"),
        ("a\u2067", "a"),
        ("a\u2067\u202b \u200f", "a \u200f"),
        ("\u2066a\u2069 \u202ab\u202c", "\u2066a\u2069 \u202ab\u202c"),
        ("مَرَّة", "مَرَّة"),
    ],
)
def test_a_line_closes_what_it_opens_and_nothing_else(typed, kept):
    assert one_line(typed) == kept
    assert closed_lines(f"{typed}\r\n\n{typed}") == f"{kept}\n\n{kept}"


def test_a_part_of_a_line_keeps_what_another_part_closes():
    assert clean_lines("\u2066a") == "\u2066a"


@pytest.mark.parametrize(
    "text", ["", " ", "\u202e", "\u200b\ufeff", "\u2800 \u3164", "\u2067\u2069"]
)
def test_what_nobody_sees_is_no_text(text):
    assert if_seen(text) == ""


@pytest.mark.parametrize("text", ["a", "م", "…", "\u200fم", "😀", "٣"])
def test_what_is_seen_stays(text):
    assert if_seen(text) == text


def test_half_a_surrogate_pair_is_left_out_and_a_whole_character_stays():
    assert clean_lines("a\ud83db😀") == "ab😀"
    assert clean_lines_within({"k\ud800": ["a\0", 3, None]}) == {"k": ["a", 3, None]}


@given(ANY_TEXT)
def test_whatever_is_kept_can_be_written_anywhere_and_is_kept_again(text):
    for clean in (clean_lines, closed_lines, one_line):
        once = clean(text)
        assert clean(once) == once
        assert json.loads(json.dumps(once).encode()) == once
        element = etree.Element("a")
        element.text = once
        assert (SafeTree.fromstring(etree.tostring(element)).text or "") == once


@given(ANY_TEXT)
def test_one_line_has_no_second(text):
    assert len(one_line(text).splitlines()) <= 1
    assert "\t" not in one_line(text)


@pytest.mark.parametrize(
    ("copied", "written"),
    [
        ("\ufe8e\ufedf\ufee4\ufed0\ufeae\ufe8f", "\u0627\u0644\u0645\u063a\u0631\u0628"),
        ("\ufefb", "لا"),
        ("\ufdf2", "الله"),
        ("\ufb7a\ufb8e\ufbfc", "\u0686\u06a9\u06cc"),
        ("م\ufe77\ufe7d", "م\u064e\u0651"),
        ("م\ufc60", "م\u064e\u0651"),
        # Signs of their own, and no letters of another alphabet.
        ("\ufdfa \ufdfb \ufdfc \ufdfd \ufd3e2\ufd3f", "\ufdfa \ufdfb \ufdfc \ufdfd \ufd3e2\ufd3f"),
        ("ﭏ", "ﭏ"),
        # Latin letters drawn as one.
        ("ﬁn aﬀaire eﬄuve ﬂeuve oﬃce ﬅ a\ufb06re", "fin affaire effluve fleuve office st astre"),
    ],
)
def test_letters_copied_from_a_pdf_are_written_as_letters(copied, written):
    for clean in (clean_lines, one_line):
        assert unicodedata.normalize("NFD", clean(copied)) == unicodedata.normalize("NFD", written)
        assert clean(clean(copied)) == clean(copied)
