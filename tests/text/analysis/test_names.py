"""Two spellings, one name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.analysis.names import fold, same_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ismaïl Chekkouri", "ismail chekkouri"),
        ("M. Ismail Chekkouri", "Ismail Chekouri"),
        ("SM le Roi Mohammed VI", "Roi Mohammed VI"),
        ("la Ligue arabe", "Ligue Arabe"),
        ("أحمد أبو الغيط", "احمد ابو الغيط"),
        ("السيد محمّد السادس", "محمد السادس"),
        ("الإسكوا", "اسكوا"),
        ("جامعة الدول العربيّة", "جامعه الدول العربيه"),
    ],
)
def test_these_are_one(one, other):
    assert same_name(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ministère de la Santé", "ministère de la Justice"),
        ("Ligue arabe", "Union africaine"),
        ("Mohammed V", "Mohammed VI"),
        ("Hassan II", "Hassan I"),
        ("وزارة الصحة", "وزارة العدل"),
        ("", "Ligue arabe"),
    ],
)
def test_these_are_two(one, other):
    assert not same_name(one, other)


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(name):
    assert fold(fold(name)) == fold(name)
