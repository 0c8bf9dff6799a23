"""A line of copy that asks for an embargo, or says that it corrects another text, is no headline."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from tests.wire.sentences import read

HERE = ZoneInfo("Africa/Casablanca")


@pytest.mark.parametrize(
    ("line", "until"),
    [
        ("SOUS EMBARGO JUSQU'AU 15 AVRIL 2026 À 06 H 00 GMT", datetime(2026, 4, 15, 6, tzinfo=UTC)),
        ("Embargo : 15/04/2026 10h", datetime(2026, 4, 15, 9, tzinfo=UTC)),
        (
            "Embargo jusqu’au 15 avril 2026, 18:30 (heure de Paris)",
            datetime(2026, 4, 15, 16, 30, tzinfo=UTC),
        ),
        ("Ne pas diffuser avant le 3 mai 2026 à midi UTC", datetime(2026, 5, 3, 12, tzinfo=UTC)),
        (
            "محظور النشر حتى الساعة 10:00 بتوقيت غرينتش من يوم 9 أكتوبر 2026",
            datetime(2026, 10, 9, 10, tzinfo=UTC),
        ),
        (
            "محظور النشر حتى الساعة 10:00 صباحًا بتوقيت عمّان (غرينتش +3) من يوم 9 أكتوبر 2026",
            datetime(2026, 10, 9, 7, tzinfo=UTC),
        ),
        (
            "حظر النشر: 9 أكتوبر 2026 الساعة 6 مساء بتوقيت تونس",
            datetime(2026, 10, 9, 17, tzinfo=UTC),
        ),
        (
            "حظر النشر إلى غاية يوم الخميس 3 دجنبر 2026 على الساعة العاشرة صباحا",
            datetime(2026, 12, 3, 10, tzinfo=HERE),
        ),
        (
            "حظر النشر إلى غاية يوم 3 دجنبر 2026 على الساعة الثالثة والنصف بعد الزوال",
            datetime(2026, 12, 3, 15, 30, tzinfo=HERE),
        ),
        (
            "محظور النشر حتى الساعة الثانية عشرة ظهرا من يوم 3 ديسمبر 2026 بتوقيت غرينتش",
            datetime(2026, 12, 3, 12, tzinfo=UTC),
        ),
        (
            "Embargo jusqu’au mardi 1er décembre 2026 à 10h00 GMT",
            datetime(2026, 12, 1, 10, tzinfo=UTC),
        ),
        ("محظور النشر حتى الساعة العاشرة من يوم 3 ديسمبر 2026", None),
        ("محظور النشر حتى الساعة العاشرة إلا ربعا صباحا من يوم 3 ديسمبر 2026", None),
        ("SOUS EMBARGO JUSQU'À MARDI 10 H", None),
        ("Embargo jusqu'au 15 avril 2026", None),
        ("Embargo jusqu'au 15 avril 2026 à minuit", None),
        ("Embargo jusqu'au 15 avril 2026 à 10 h, heure locale", None),
        ("Embargo du 3 mai 2026 au 5 mai 2026 à 10 h", None),
        ("Embargo jusqu'au 31 février 2026 à 10 h", None),
        ("حظر النشر حتى إشعار آخر", None),
    ],
)
def test_a_line_that_asks_for_an_embargo_is_read_or_kept_for_a_person(line, until):
    text = "Un titre sur la ville\n\nLa pluie est tombée sur la ville et les champs."
    copy = read(f"{line}\n\n{text}", "fr")
    assert copy.embargoed_until == until
    assert copy.embargo_line == line
    assert copy.headline == "Un titre sur la ville"
    assert line not in copy.paragraphs
    assert line in copy.text
    assert bool(copy.to_check) == (until is None)


def test_an_embargo_may_be_said_on_two_lines():
    copy = read(
        "SOUS EMBARGO\n\n15 avril 2026 à 10 h GMT\n\nUn titre\n\nLa pluie est dans la ville.", "fr"
    )
    assert copy.embargoed_until == datetime(2026, 4, 15, 10, tzinfo=UTC)
    assert copy.headline == "Un titre"


@pytest.mark.parametrize(
    "line", ["Embargo sur les armes : le Conseil vote", "حظر النشر على القاصرين يثير الجدل"]
)
def test_a_headline_that_speaks_of_an_embargo_asks_for_none(line):
    assert read(f"{line}\n\nLa pluie est tombée sur la ville.", "fr").embargo_line == ""


def test_a_marked_headline_that_begins_with_the_word_stays_one_unless_it_says_until_when():
    copy = read("# Embargo : rapport annuel\n\nLa pluie est tombée sur la ville.", "fr")
    assert (copy.headline, copy.embargo_line) == ("Embargo : rapport annuel", "")
    copy = read("# Embargo : mardi 10 h\n\nUn titre\n\nLa pluie est tombée sur la ville.", "fr")
    assert copy.embargo_line


@pytest.mark.parametrize(
    ("label", "headline"),
    [
        ("RECTIFICATIF - Le port rouvre", "Le port rouvre"),
        ("RECTIFICATIF\n\nLe port rouvre", "Le port rouvre"),
        ("مصحح- الميناء يفتح أبوابه", "الميناء يفتح أبوابه"),
        ("الميناء يفتح أبوابه\n\n(لتصحيح عدد السفن في الفقرة الأولى)", "الميناء يفتح أبوابه"),
        ("Le port rouvre\n\n(Corrige le nombre de navires)", "Le port rouvre"),
    ],
)
def test_a_text_that_corrects_another_says_so_and_its_label_is_not_its_headline(label, headline):
    copy = read(f"{label}\n\nLa pluie est tombée sur la ville et les champs.", "fr")
    assert copy.headline == headline
    assert copy.correction
    assert copy.paragraphs == ("La pluie est tombée sur la ville et les champs.",)


def test_a_word_of_correction_in_a_headline_is_of_the_headline():
    assert not read("تصحيح المسار الاقتصادي\n\nهذا نص الخبر في المدينة.", "ar").correction


FIRST = "EMBARGO jusqu’au mardi 1er décembre 2026 à 10 h (heure de Tunis)"


@pytest.mark.parametrize(
    ("second", "until"),
    [
        (
            "Ce texte ne peut être publié avant le 2 décembre 2026 à 12h GMT",
            datetime(2026, 12, 2, 12, tzinfo=UTC),
        ),
        (
            "Ne pas diffuser avant le 30 novembre 2026 à 12h GMT",
            datetime(2026, 12, 1, 9, tzinfo=UTC),
        ),
        ("SOUS EMBARGO", datetime(2026, 12, 1, 9, tzinfo=UTC)),
        ("Embargo jusqu’à mercredi 10 h", None),
    ],
)
def test_of_several_embargoes_all_are_kept_and_the_last_moment_holds(second, until):
    copy = read(f"{FIRST}\n\nUn titre\n\nLa pluie est dans la ville.\n\n{second}", "fr")
    assert [line for line, _until in copy.embargoes] == [FIRST, second]
    assert copy.embargoed_until == until
    assert copy.paragraphs == ("La pluie est dans la ville.",)
    assert bool(copy.to_check) == (until is None)


def test_arabic_says_in_a_sentence_that_a_text_may_not_be_published_yet():
    line = "لا يجوز نشر هذا النص قبل 2 ديسمبر 2026 الساعة 12:00 بتوقيت غرينتش"
    assert read(f"{line}\n\nهطل المطر على المدينة", "ar").embargo_line == line
