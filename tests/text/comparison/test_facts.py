"""Which facts of a text its later state has not."""

import pytest

from articles.text.comparison.facts import facts_changed


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ("12 500 personnes", "12\u202f500 personnes"),
        ("12500 personnes", "12 500 personnes"),
        ("١٢٬٥٠٠ شخص", "12 500 شخص"),
        ("12’500 personnes", "12\u2009500 personnes"),
        ("3٫5 شخص", "3,5 شخص"),
    ],
)
def test_a_number_is_one_however_it_is_parted(then, now):
    assert facts_changed(then, now) == []


def test_another_number_is_shown_as_it_is_written():
    (fact,) = facts_changed("12 500 personnes", "12\u202f600 personnes")
    assert (fact.then, fact.now) == ("12 500", "12 600")
