"""Words are found however they are written."""

from datetime import date

import pytest

from articles.text.analysis.analyzer import analyse, analysed, highlight_matches
from articles.text.analysis.day_terms import with_days_as_terms
from articles.text.analysis.transliteration import name_key, other_layouts


def meet(one, other):
    """Whether a search for one word finds the other."""
    return not set(analysed(one).terms).isdisjoint(analysed(other).terms)


SAME = [
    ("والمهاجرين", "مهاجر"), ("المهاجرون", "مهاجر"), ("للمهاجرين", "المهاجرات"), ("للجنة", "اللجان"), ("وللجنة", "لجنة"), ("لليبيا", "ليبيا"),
    ("مجاورة", "المجاورة"), ("دمج", "بدمج"), ("وبدمج", "دمج"), ("الوزراء", "وزير"),
    ("الرؤساء", "رئيس"), ("نتائج", "النتيجة"), ("مسؤول", "مسئول"), ("شؤون", "شئون"),
    ("إسكوا", "الاسكوا"), ("مستشفى", "مستشفي"), ("الهجرة", "الهجره"), ("مُحَمَّد", "محمد"),
    ("محـــمد", "محمد"), ("ﻣﺤﻤﺪ", "محمد"), ("٢٠٢٤", "2024"), ("بالتزامات", "الالتزام"),
    ("أكادير", "أگادير"), ("المغربية", "المغرب"), ("دول", "الدولة"), ("اللاجئين", "لاجئ"),
    ("l'énergie", "énergie"), ("L’Énergie", "energie"), ("œuvre", "oeuvre"), ("QU'ÉNERGIE", "énergie"),
    ("sécurité", "SECURITE"), ("migrants", "migrant"), ("régionaux", "régional"),
    ("travaux", "travail"), ("O.N.U.", "ONU"), ("réfugiée", "réfugiés"), ("4.07.2024", "04/07/2024"),
    ("tunisiennes", "Tunisie"), ("africaine", "Afrique"), ("grecques", "Grèce"), ("juillet", "يوليوز"),
    ("تموز", "جويلية"), ("février", "شباط"), ("السدود", "سدين"), ("4.07.2024", "2024"), ("2024-07-04", "4.07.2024"), ("ﬁnance", "finance"), ("Ｍaroc", "maroc"),
]  # fmt: skip


@pytest.mark.parametrize(
    "copied",
    [
        "ré\u00adfugiés",
        "\ufeffréfugiés\u200f",
        "réfu\u200dgiés",
        "réfugiés\u200e,",
        "\u2060réfugiés",
    ],
)
def test_what_copying_leaves_in_a_word_unseen_does_not_break_it(copied):
    assert analyse(f"les {copied} \u200f04/07/2024\u200f").words == ["les", "refugies", "d20240704"]
    assert [piece for piece, is_found in highlight_matches(copied, {"refugies"}) if is_found]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("jeudi 4 juillet", ["d20240704"]),
        ("le 4 juillet 2019", ["d20190704"]),
        ("يوم 4 تموز/يوليو", ["d20240704"]),
        ("٤ كانون الأول", ["d20231204"]),
        ("les 3 et 4 juillet 2024", ["d20240703", "d20240704"]),
        ("يومي 3 و4 يوليوز", ["d20240703", "d20240704"]),
        ("du 3 au 5 juillet", ["d20240703", "d20240704", "d20240705"]),
        ("le 4.07.2024", ["d20240704"]),
        ("le 31 février 2024, 15 objectifs en mai", []),
    ],
)
def test_a_day_is_known_however_it_is_written(text, days):
    words, stems, __ = analyse(text, near=date(2024, 5, 20))
    assert (
        sorted(one for one in {*words, *stems} if one.startswith("d2") and not one.endswith("00"))
        == days
    )


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("4 juillet 2024 à Fès", "d20240704 à Fès"),
        ("3 et 4 juillet", "d00000703 d00000704"),
        ("29 février", "d00000229"),
        ("٤ أبريل ٢٠٢٤", "d20240404"),
        ("31 février 2024", "31 d20240200"),
        ("45 juillet", "45 juillet"),
    ],
)
def test_a_day_that_is_typed_is_one_word(typed, words):
    assert with_days_as_terms(typed) == words


def test_days_that_no_calendar_has_are_words():
    assert highlight_matches("Le 31 février 2024", {"d20240231", "d99999999"}) == [
        ("Le 31 février 2024", False)
    ]


def test_a_day_that_is_searched_for_is_marked_where_it_stands():
    assert highlight_matches("Le jeudi 4 juillet 2024 à Fès", {"d20240704"})[1] == (
        "4 juillet 2024",
        True,
    )
    assert highlight_matches("les 3 et 4 juillet à Fès", {"d20240703"})[1] == (
        "3 et 4 juillet",
        True,
    )
    assert highlight_matches("يومي 3 و4 أبريل", {"d00000403"})[1] == ("3 و4 أبريل", True)
    assert highlight_matches("Le jeudi 4 juillet 2024", {"d20230704"}) == [
        ("Le jeudi 4 juillet 2024", False)
    ]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_forms_of_a_word_find_each_other(one, other):
    assert meet(one, other)
    assert meet(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("maroc", "marche"), ("ministre", "minorité"), ("paix", "pays"), ("aujourd'hui", "hui"),
        ("وزير", "دولة"), ("كتاب", "مكتب"), ("هجرة", "أجرة"), ("2024", "2023"),
    ],
)  # fmt: skip
def test_two_words_that_only_look_alike_do_not(one, other):
    assert not meet(one, other)


def test_a_proclitic_is_taken_off_beside_the_whole_word_not_instead():
    assert analysed("وزير").terms[0] == "وزير"
    assert "وزير" in analysed("الوزير").terms
    assert meet("الوزير", "وزير")


def test_today_stays_one_word_and_hyphens_part_words():
    assert analyse("Aujourd’hui, le Moyen-Orient").words == ["aujourdhui", "le", "moyen", "orient"]


@pytest.mark.parametrize(
    "written", ["le 3 juillet 2024", "3 يوليوز 2024", "٣ يوليو ٢٠٢٤", "3.07.2024"]
)
def test_a_day_is_found_however_it_is_written(written):
    found = analyse(f"Rabat, {written}, fin")
    assert "d20240703" in [*found.words, *found.stems]


def test_a_day_that_no_calendar_has_is_a_number():
    assert analysed("31.02.2024").text == "31022024"


@pytest.mark.parametrize(
    "names",
    [
        ["Mohammed", "Mohamed", "Muhammad", "Mouhammad", "محمد"],
        ["Chekkouri", "Chekouri", "Shukri", "شكوري"],
        ["Youssef", "Yusuf", "Yousef", "يوسف"],
        ["Hussein", "Hocine", "Houssine", "حسين"],
        ["Abdelkader", "Abd el-Kader", "عبد القادر"],
        ["El Othmani", "العثماني"],
        ["Ismaïl", "Ismail", "إسماعيل"],
        ["Bourita", "بوريطة"],
    ],
)
def test_a_name_has_one_key_in_every_spelling(names):
    assert len({name_key(name) for name in names}) == 1


def test_two_people_have_two_keys():
    names = ["Mohammed Benali", "Mohammed Chekkouri", "Fatima Benali", "Khalid Alaoui"]
    assert len({name_key(name) for name in names}) == 4


def test_the_matched_word_is_marked_as_it_is_written():
    pieces = highlight_matches("ودعا إلى دمج والمهاجرين.", analysed("مهاجر").terms)
    assert ("والمهاجرين", True) in pieces
    assert "".join(text for text, __ in pieces) == "ودعا إلى دمج والمهاجرين."


@pytest.mark.parametrize(("typed", "meant"), [("hglyvf", "المغرب"), ("كضؤقخى", "macron")])
def test_keys_of_one_layout_are_read_in_the_other(typed, meant):
    assert meant in other_layouts(typed)


@pytest.mark.parametrize(
    "text", ["", " ", "…", "😀", "\u202e", "\x00", "ـــ", "َ", "''''", "a" * 100_000]
)
def test_any_text_can_be_analysed(text):
    assert all(word for word in analyse(text).words)
