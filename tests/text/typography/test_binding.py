"""What no line parts, however it was typed."""

import pytest

from articles.text.typography.binding import bound, in_pairs
from articles.text.typography.conventions import conventions_for

FRENCH, ARABIC = conventions_for("fr", "Latn", False), conventions_for("ar", "Arab", True)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("à 10 h 30", "à 10~h~30"),
        ("32,5 M€ et 3 milliards", "32,5~M€ et 3~milliards"),
        ("deux villes : suivez", "deux villes_: suivez"),
        ("Quoi ? Oui !", "Quoi_? Oui_!"),
        ("le « texte » dit", "le «_texte_» dit"),
        ("<p title='9 h : x'>à 9 h : oui</p>", "<p title='9 h : x'>à 9~h_: oui</p>"),
    ],
)
def test_signs_hours_and_units_stay_with_what_they_belong_to(typed, shown):
    assert bound(typed, FRENCH) == shown.replace("~", "\u00a0").replace("_", "\u202f")


@pytest.mark.parametrize("typed", ["en 2024 il", "les 12 mois", "10 m’ont", "a&nbsp;; b", "c :-)"])
def test_other_spaces_stay_as_they_were_typed(typed):
    assert bound(typed, FRENCH) == typed


def test_arabic_is_left_as_it_is():
    assert bound("ماذا ؟ «نص» 10 h", ARABIC) == "ماذا ؟ «نص» 10 h"


def test_a_number_that_was_written_in_one_is_read_in_pairs():
    assert in_pairs("+212537123456") == "+212 5 37 12 34 56".replace(" ", "\u00a0")
    for other in ("+212 5 00 00 00 00", "+1 555 0100", "+49301234567", "0537123456"):
        assert in_pairs(other) == other
