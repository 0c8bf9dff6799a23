"""Rich text comes apart into its tags, entities and words, and nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.models.fields import body_sanitizer
from articles.text.richtext.inline_codes import pieces
from articles.text.richtext.links import Hyperlink, links
from articles.text.richtext.paragraphs import paragraphs, plain_text
from articles.text.richtext.segments import body_from, segments_of_body
from articles.text.richtext.tokens import (
    END,
    ENTITY,
    START,
    TEXT,
    inside,
    tag,
    tokens,
    without_tags,
)
from articles.text.typography.visible_text import read

SIGNS = st.text(alphabet="<>?/&;#!-=\"' apbr1é١م\n", max_size=80)


@given(SIGNS)
def test_the_tokens_of_any_text_are_the_text(text):
    found = list(tokens(text))
    assert "".join(one.written for one in found) == text
    assert all(text[one.start : one.end] == one.written for one in found)


@given(SIGNS)
def test_of_what_the_sanitiser_leaves_every_tag_is_found(text):
    clean = body_sanitizer()(text)
    assert not any("<" in one.written for one in tokens(clean) if not one.is_tag)


def test_a_tag_an_entity_and_words_are_told_apart():
    found = [(one.kind, one.written) for one in tokens("<p>a&nbsp;3 < 4<br/></p>")]
    assert found == [
        (START, "<p>"),
        (TEXT, "a"),
        (ENTITY, "&nbsp;"),
        (TEXT, "3 "),
        (TEXT, "<"),
        (TEXT, " 4"),
        (START, "<br/>"),
        (END, "</p>"),
    ]


def test_a_value_may_hold_what_ends_a_tag_elsewhere():
    (found,) = tokens("""<a href="?a=1&amp;b='2'>3" title='x "y"' hidden>""")
    assert found.attributes == {"href": "?a=1&b='2'>3", "title": 'x "y"', "hidden": ""}


@pytest.mark.parametrize(
    "written", ["", "p", "<p> ", "<3>", "<p><b>", "<p", '<a b="c>', "<!-- -->"]
)
def test_what_is_not_one_tag_is_none(written):
    assert tag(written) is None


def test_a_comment_says_nothing():
    assert plain_text("<p>a<!-- <b>b</b> -->c</p><!-- d") == "ac"


def test_what_a_script_says_is_no_tag():
    found = [one.written for one in tokens("<script>a<b && '</p>'</script>c<style>")]
    assert found == ["<script>", "a<b && '</p>'", "</script>", "c", "<style>"]


def test_a_number_that_no_character_has_breaks_nothing():
    assert without_tags(f"<p>a&#{'9' * 5000};b&#{'0' * 5000}65;</p>", "") == "a\ufffdbA"


def test_an_item_that_stands_in_an_item_is_a_paragraph_of_its_own():
    assert paragraphs("<ul><li>Santé<ul><li>Soins</li></ul></li></ul>") == ["Santé", "Soins"]


def test_what_stands_in_an_element_is_told_from_what_stands_in_one_in_it():
    body = "<blockquote>a<blockquote>b</blockquote></blockquote>c<blockquote>d</blockquote>"
    assert list(inside(body, "blockquote")) == ["a<blockquote>b</blockquote>", "d"]


def test_the_words_of_a_link_are_what_a_reader_sees():
    assert links('<p><a href=" /a?b&amp;c ">L&rsquo;<em>accès</em></a> x <a>y</a></p>') == [
        Hyperlink("/a?b&c", "L’accès"),
        Hyperlink("", "y"),
    ]


@pytest.mark.parametrize("name", ["strong", "blockquote", "p", "a"])
@pytest.mark.parametrize("ends", [True, False])
def test_elements_in_each_other_without_end_are_read(name, ends):
    body = f"<{name}>" * 20_000 + "Rabat" + f"</{name}>" * 20_000 * ends
    assert plain_text(body) == "Rabat"
    assert "Rabat" in body_from(segments_of_body(body))
    assert read(body, rich=True).text.strip("\n") == "Rabat"
    assert "Rabat" in pieces(body)


@given(SIGNS)
def test_words_are_the_same_with_a_comment_and_without(text):
    assert without_tags(f"{text}\n<!-- -->", " ").split() == without_tags(text, " ").split()
