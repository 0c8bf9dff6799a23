"""A body comes apart into what is translated, and together again as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.models.fields import body_sanitizer
from articles.text.richtext.rewriting import Slot, rewritten
from articles.text.richtext.segments import body_from, inline, segments_of_body, typography_folded

BODIES = [
    "<p>Le Maroc a présidé <strong>mercredi</strong> une session.</p><p>ترأس المغرب جلسة.</p>",
    "<ul><li>a<ul><li>b</li></ul>t</li></ul><ul><li><p>c</p></li></ul>",
    "<strong><p>x</p>y</strong> z <hr><p></p>\n<p>1<br>2</p>",
    '<table><tbody><tr><td colspan="2"><p>x</p></td><td></td></tr></tbody></table>',
    '<ol start="3"><li><p>x</p></li></ol><p><a href="http://x/?a=&quot;2>3">l</a></p>',
]
TAGS = ["p", "ul", "li", "blockquote", "h2", "table", "tr", "td", "strong", "em", "a", "hr", "br"]


@pytest.mark.parametrize("body", BODIES)
def test_a_body_comes_together_again_as_it_was(body):
    assert body_from(segments_of_body(body)) == body


@given(
    st.lists(
        st.one_of(
            st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
            st.text(alphabet="aé ع<>&\"'=\n\xa0", max_size=6),
        ),
        max_size=30,
    )
)
def test_whatever_is_sanitised_comes_together_again_as_it_was(parts):
    body = body_sanitizer()("".join(parts))
    assert body_from(segments_of_body(body)) == body


def test_each_item_cell_and_paragraph_is_a_segment_of_its_own():
    body = "<h2>Au Caire</h2><ul><li>Santé</li><li>Éducation</li></ul><blockquote><p>Oui</p></blockquote>"
    found = [(one.tag, one.text) for one in segments_of_body(body)]
    assert found == [
        ("h2", "Au Caire"),
        ("ul>li", "Santé"),
        ("ul>li", "Éducation"),
        ("blockquote>p", "Oui"),
    ]


def test_the_first_item_of_a_list_may_go():
    segments = segments_of_body("<ul><li>Santé</li><li>Éducation</li></ul>")
    left = rewritten(segments, segments, [Slot(0, 0, ""), Slot(1, 1)])
    assert body_from(left) == "<ul><li>Éducation</li></ul>"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<p>« Le Pacte »</p>", "<p>“Le <em>Pacte</em>”</p>"),
        ("l’accès : 03–04", "l'accès\u202f: 03-04"),
        ("المـغرب ٢٠٢٤", "المغرب 2024"),
    ],
)
def test_the_dress_of_words_is_not_what_they_say(one, other):
    assert typography_folded(one) == typography_folded(other)


@pytest.mark.parametrize(
    ("one", "other"), [("le roi dit non", "le roi dit « non »"), ("3 pays", "4 pays")]
)
def test_quoting_words_or_another_number_says_something_else(one, other):
    assert typography_folded(one) != typography_folded(other)


def test_paragraphs_in_one_cell_become_its_lines():
    assert inline("<p>Un</p><p>Deux</p>") == "Un<br>Deux"
