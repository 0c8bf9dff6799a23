"""The importer makes no events, days or places of words."""

import pytest

from tests.wire.sentences import read, told


def sent(day, text, language="fr"):
    title = "عنوان الخبر هنا" if language == "ar" else "Un titre sur la ville"
    return read(f"{title}\n\n{day}\n\n{text}", language).event


@pytest.mark.parametrize(
    ("day", "text", "language", "days"),
    [
        (
            "28/12/2025",
            "Le 3e Forum mondial de l'eau se tiendra les 12 et 13 janvier à Fès.",
            "fr",
            ("2026-01-12", "2026-01-13"),
        ),
        (
            "28 ديسمبر 2025",
            "سينعقد المنتدى العالمي الثالث للمياه بمدينة فاس يومي 12 و13 يناير.",
            "ar",
            ("2026-01-12", "2026-01-13"),
        ),
        (
            "05/01/2026",
            "Le 3e Forum mondial de l'eau s'est tenu les 20 et 21 décembre à Fès.",
            "fr",
            ("2025-12-20", "2025-12-21"),
        ),
        (
            "05/01/2026",
            "Le 3e Forum mondial de l'eau, les 12 et 13 juillet, à Fès.",
            "fr",
            ("None", "None"),
        ),
        (
            "01/10/2026",
            "La 3e Conférence mondiale de l'eau, prévue du 6 au 9 novembre, est reportée.",
            "fr",
            ("None", "None"),
        ),
        (
            "01/10/2026",
            "La 3e Conférence mondiale de l'eau, prévue du 6 au 9 novembre, est reportée au 4 et 5 mars.",
            "fr",
            ("2027-03-04", "2027-03-05"),
        ),
        (
            "1 أبريل 2026",
            "تقرر تأجيل الملتقى الدولي الثالث للمياه الذي كان مقررا يومي 20 و21 أبريل إلى يومي 12 و13 أكتوبر.",
            "ar",
            ("2026-10-12", "2026-10-13"),
        ),
        (
            "01/10/2026",
            "La ministre a rappelé le 3 mars que la 3e Conférence mondiale de l'eau avance.",
            "fr",
            ("None", "None"),
        ),
    ],
)
def test_an_event_has_the_days_that_a_text_gives_it(day, text, language, days):
    held = sent(day, text, language)
    assert (str(held.starts_on), str(held.ends_on)) == days


def test_what_is_put_off_is_said():
    text = "La 3e Conférence mondiale de l'eau, prévue du 6 au 9 novembre, est reportée."
    assert any("reporté" in one for one in told(text).to_check)


def test_the_day_on_which_a_text_was_sent_is_not_the_events():
    copy = read(
        "عنوان الخبر هنا\n\nالكويت - 18 - 2 (كونا) -- ينظم المعهد المؤتمر الدولي الثالث للمياه قريبا.",
        "ar",
    )
    assert copy.event.starts_on is None


def test_what_is_denied_is_no_event():
    assert (
        told('Le maire a démenti que "le Salon international du livre soit reporté".').event is None
    )
    assert told("نفت الوزارة تأجيل المؤتمر الدولي الثالث للمياه.", "ar").event is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("ينعقد المؤتمر الدولي الثالث للمياه بمدينة فاس يومي 5 و6 شتنبر 2022.", "فاس"),
        ("ينعقد المؤتمر الدولي الثالث للمياه بحضور وزراء يومي 5 و6 شتنبر 2022.", None),
        ("ينعقد المؤتمر الدولي الثالث للمياه بقصر المؤتمرات يومي 5 و6 شتنبر 2022.", None),
    ],
)
def test_an_event_is_held_in_a_place_and_not_in_a_word(text, place):
    assert told(text, "ar").event.place == place


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("LIBYE - TRIPOLI : La pluie est tombée sur la ville et les champs.", "Tripoli"),
        ("APA – Saint-Louis (Sénégal) – La pluie est tombée sur la ville.", "Saint-Louis"),
        ("URGENT - La pluie est tombée sur la ville et les champs de la plaine.", None),
        ("URGENT - Tunis, 3 mai 2026 (TAP) - La pluie est tombée sur la ville.", "Tunis"),
        ("COMMUNIQUÉ – La pluie est tombée sur la ville et les champs.", None),
    ],
)
def test_a_dateline_is_a_place_and_no_label(line, place):
    copy = read(line, "fr")
    assert copy.dateline_place == place
    assert copy.paragraphs[0].startswith("La pluie")
