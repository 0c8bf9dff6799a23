"""Whether two texts say the same, by the level that is asked for."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.text.folding import Level, folded, say_the_same

ALIKE = [
    # However they are typeset.
    ("Quoi ? l’accès…", "Quoi\u202f? l'accès...", Level.TYPOGRAPHY),
    ("« Oui »", "“Oui”", Level.TYPOGRAPHY),
    ("المـغرب، ٢٠٢٤", "المغرب, 2024", Level.TYPOGRAPHY),
    ("e\u0301te\u0301", "été", Level.TYPOGRAPHY),
    # Quoted or not.
    ("il dit « oui »", "il dit oui", Level.WORDS),
    ("٤٠٪ من ١٬٥", "40% من 1.5", Level.WORDS),
    # However a word is spelled.
    ("Ismaïl", "ismail", Level.LETTERS),
    ("أحمدُ", "احمد", Level.LETTERS),
]
OTHERS = [
    ("Quoi ?", "Quoi !", Level.WORDS),
    ("il dit « oui »", "il dit oui", Level.TYPOGRAPHY),
    ("Été", "été", Level.WORDS),
    ("أحمد", "احمد", Level.WORDS),
    ("حمد", "أحمد", Level.LETTERS),
]


@pytest.mark.parametrize(("one", "other", "level"), ALIKE)
def test_texts_say_the_same_at_a_level(one, other, level):
    assert say_the_same(one, other, level)


@pytest.mark.parametrize(("one", "other", "level"), OTHERS)
def test_texts_that_differ_in_what_counts_do_not(one, other, level):
    assert not say_the_same(one, other, level)


@example("\u0301\u0640\u064f")
@given(st.text(alphabet="aÉé '’\"«»“…-–.,;?!%\u202f\u0301٪٬٫أاـُ٣3", max_size=40))
def test_what_is_one_text_at_a_level_is_one_at_the_next(text):
    typeset = folded(text, Level.TYPOGRAPHY)
    assert folded(typeset, Level.TYPOGRAPHY) == typeset
    assert folded(typeset, Level.WORDS) == folded(text, Level.WORDS)
