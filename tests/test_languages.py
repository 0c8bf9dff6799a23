"""Languages know how they are written and how they say a date."""

from datetime import date

import pytest

from articles.languages import Language

FRENCH, ARABIC = Language("fr"), Language("ar")


def test_each_knows_its_direction_and_its_script():
    assert (FRENCH.direction, FRENCH.script) == ("ltr", "Latn")
    assert (ARABIC.direction, ARABIC.script) == ("rtl", "Arab")
    assert Language("zgh").script == "Tfng"


def test_each_has_its_comma():
    assert FRENCH.comma.join(["Rabat", "Le Caire"]) == "Rabat, Le Caire"
    assert ARABIC.comma.join(["الرباط", "القاهرة"]) == "الرباط، القاهرة"


def test_months_are_those_of_the_moroccan_press():
    assert ARABIC.date(date(2024, 7, 3)) == "3 يوليوز 2024"
    assert ARABIC.date(date(2018, 12, 10)) == "10 دجنبر 2018"
    assert FRENCH.date(date(2024, 7, 3)) == "3 juillet 2024"


def test_french_says_the_first_of_a_month_as_french_does():
    first = date(2026, 1, 1)
    assert FRENCH.date(first) == "1er janvier 2026"
    assert FRENCH.date(first, "short") == "01/01/2026"
    assert FRENCH.day_of_the_week(first) == "jeu. 1er jan."
    assert FRENCH.date(date(2026, 1, 11)) == "11 janvier 2026"
    assert ARABIC.date(first) == "1 يناير 2026"


@pytest.mark.parametrize(
    ("start", "end", "french", "arabic"),
    [
        (date(2024, 7, 1), date(2024, 7, 4), "1er–4 juillet 2024", "1–4 يوليوز 2024"),
        (date(2024, 7, 3), date(2024, 7, 4), "3–4 juillet 2024", "3–4 يوليوز 2024"),
        (date(2024, 7, 3), None, "3 juillet 2024", "3 يوليوز 2024"),
        (
            date(2024, 7, 30),
            date(2024, 8, 2),
            "30 juillet\u2009–\u20092 août 2024",
            "30 يوليوز – 2 غشت 2024",
        ),
    ],
)
def test_a_span_of_days_is_said_as_one(start, end, french, arabic):
    assert FRENCH.period(start, end) == french
    assert ARABIC.period(start, end) == arabic


def test_they_call_each_other_by_name():
    assert FRENCH.name_of(ARABIC) == "arabe"
    assert ARABIC.name_of(FRENCH) == "الفرنسية"


def test_an_unknown_language_is_refused():
    with pytest.raises(LookupError):
        Language.get("xx")


def test_a_list_has_the_commas_of_its_language():
    names = ["أمينة", "سلمى", "يوسف"]
    assert Language("fr").listed(["Amina", "Salma", "Youssef"]) == "Amina, Salma et Youssef"
    assert "," not in Language("ar").listed(names)
