"""Inline mark-up as codes, and back."""

import pytest

from articles.text.richtext.inline_codes import Code, as_html, pieces, tags, with_tags, words_in

LINKED = (
    'Le <a href="https://www.un.org/?a=1&amp;b=2">Pacte <em>mondial</em></a> &lt;2018&gt;<br>signé'
)


@pytest.mark.parametrize(
    "paragraph", [LINKED, "القاهرة &amp; <strong>الرباط</strong>", "", "sans", "<em></em>"]
)
def test_a_paragraph_becomes_codes_and_comes_back(paragraph):
    assert as_html(pieces(paragraph)) == paragraph


def test_the_two_tags_of_a_pair_have_one_number():
    numbers = [one.number for one in pieces(LINKED) if isinstance(one, Code)]
    assert numbers == [1, 2, 2, 1, 3]
    assert tags(LINKED) == {"a": 1, "em": 1, "br": 1}


def test_a_tag_without_its_fellow_is_no_code():
    assert pieces("oui</em> <b>non") == ["oui", " ", "non"]


def test_a_stretch_is_marked_on_both_sides_of_a_tag():
    words = words_in(LINKED)
    start = words.index("Pacte mondial")
    assert with_tags(LINKED, [(start, start + 13, "<mark>")]) == LINKED.replace(
        "Pacte <em>mondial</em>", "<mark>Pacte </mark><em><mark>mondial</mark></em>"
    )
    assert with_tags(LINKED, []) == LINKED
    assert words_in("Le Caire<br>et Rabat") == "Le Caire\net Rabat"
    assert (
        with_tags("Le Caire<br>et Rabat", [(12, 17, "<mark>")])
        == "Le Caire<br>et <mark>Rabat</mark>"
    )
