"""What became of a text, word by word, in either script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.comparison.diffs import (
    GONE,
    NEW,
    SAME,
    Span,
    authorship,
    paragraphs_changed,
    words_changed,
)


def test_one_word_replaced_is_one_word_gone_and_one_come():
    spans = words_changed("La session a eu lieu jeudi.", "La session a eu lieu mercredi.")
    assert spans == [
        Span(SAME, "La session a eu lieu "),
        Span(GONE, "jeudi"),
        Span(NEW, "mercredi"),
        Span(SAME, "."),
    ]


def test_an_arabic_word_keeps_its_vowel_marks():
    spans = words_changed("قال الوزيرُ أمس", "قال السفيرُ أمس")
    assert Span(GONE, "الوزيرُ") in spans
    assert Span(NEW, "السفيرُ") in spans


def test_a_changed_phrase_is_read_as_one_change():
    spans = words_changed("le roi du Maroc a dit", "le chef de gouvernement a dit")
    assert [span.kind for span in spans] == [SAME, GONE, NEW, SAME]


@given(st.text(alphabet="abيوé ,.\n"), st.text(alphabet="abيوé ,.\n"))
def test_what_stayed_and_went_is_the_old_text_and_what_stayed_and_came_the_new(old, new):
    spans = words_changed(old, new)
    assert "".join(one.text for one in spans if one.kind != NEW) == old
    assert "".join(one.text for one in spans if one.kind != GONE) == new


def test_a_paragraph_put_in_between_leaves_the_others_as_they_are():
    changed = paragraphs_changed(
        "<p>Le Caire accueille la session.</p><p>Elle finit jeudi.</p>",
        "<p>Le Caire accueille la session.</p><p>Rabat la préside.</p><p>Elle finit jeudi.</p>",
    )
    assert [[span.kind for span in spans] for spans in changed] == [[SAME], [NEW], [SAME]]


def test_a_paragraph_reworded_is_shown_once():
    (spans,) = paragraphs_changed(
        "<p>Elle s’est tenue jeudi au Caire.</p>", "<p>Elle s’est tenue mercredi au Caire.</p>"
    )
    assert {span.kind for span in spans} == {SAME, GONE, NEW}


@pytest.mark.parametrize(
    ("first", "second", "unchanged", "changed"),
    [
        ("Il pleut. Il vente.", "Il pleut. Il neige.", "Il pleut.", "Il neige."),
        ("هل تمطر؟ نعم.", "هل تمطر؟ لا.", "هل تمطر؟", "لا."),
    ],
)
def test_a_sentence_belongs_to_whoever_last_changed_it(first, second, unchanged, changed):
    (paragraph,) = authorship([("Salma", f"<p>{first}</p>"), ("Omar", f"<p>{second}</p>")])
    assert [(text.strip(), who) for text, who in paragraph] == [
        (unchanged, "Salma"),
        (changed, "Omar"),
    ]
