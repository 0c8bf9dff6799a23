"""A text on its page: numbered blocks, an outline, a time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.models.fields import body_sanitizer
from articles.text.richtext.outline import minutes, outlined
from articles.text.richtext.paragraphs import plain_text

LONG = (
    "<h2>Le contexte</h2><p>Un &amp; deux<br>trois</p>"
    "<h3>À <em>Rabat</em></h3><ul><li><p>x</p></li></ul>"
)


def test_blocks_are_numbered_so_that_two_languages_meet():
    assert outlined(LONG).html == (
        '<h2 id="p1">Le contexte</h2><p id="p2">Un &amp; deux<br>trois</p>'
        '<h3 id="p3">À <em>Rabat</em></h3><ul id="p4"><li><p>x</p></li></ul>'
    )


def test_the_outline_has_the_headings_with_their_depth():
    found = [(one.id, one.level, one.text) for one in outlined(LONG).headings]
    assert found == [("p1", 2, "Le contexte"), ("p3", 3, "À Rabat")]


def test_an_empty_heading_is_not_in_it():
    assert outlined("<h2></h2><h2> </h2><p>a</p>").headings == []


def test_a_table_gets_a_frame_that_the_keyboard_can_scroll():
    html = outlined("<table><tbody><tr><td>1</td></tr></tbody></table>", "Table").html
    assert html.startswith(
        '<div class="table" role="region" tabindex="0" aria-label="Table"><table id="p1">'
    )
    assert html.endswith("</table></div>")


@given(st.text(alphabet="<>&/\"' aph23bré١م\n=", max_size=80))
def test_the_words_stay_as_they_were(text):
    clean = body_sanitizer()(text)
    assert plain_text(outlined(clean).html) == plain_text(clean)


@pytest.mark.parametrize(
    ("words", "script", "expected"),
    [(10, "Latn", 1), (585, "Latn", 3), (585, "Arab", 4), (0, "Latn", 1)],
)
def test_arabic_takes_longer_to_read(words, script, expected):
    assert minutes("<p>" + "mot " * words + "</p>", script) == expected
