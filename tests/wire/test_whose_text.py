"""Whose text it is, who signs it, and which days its event has."""

from datetime import date

import pytest

from articles.wire.fetch import FetchedText
from articles.wire.parse import parse
from tests.wire.sentences import LANGUAGES

TEXT = (
    "Les travaux du quai ont commencé dans le port et ils dureront deux mois, selon le calendrier."
)
ARABIC = "بدأت أشغال الرصيف في الميناء وستستمر شهرين كاملين حسب الجدول الزمني المعلن."


def read(text, language="fr", today=date(2026, 11, 29)):
    return parse(FetchedText(text), LANGUAGES, language, today=today)


@pytest.mark.parametrize(
    ("text", "language", "source"),
    [
        (f"Communiqué de la Cour des comptes : le rapport de l'année\n\n{TEXT}\n", "fr", "Cour des comptes"),
        (f"بلاغ من الديوان الملكي: استقبال رسمي في القصر\n\n{ARABIC}\n", "ar", "الديوان الملكي"),
        (f"Trois ponts fermés, alerte l’UNESCO\n\nDakar, 20 novembre 2026 – L’UNESCO appelle à fermer les ponts. {TEXT}\n", "fr", "UNESCO"),
        (f"Communiqué du Conseil des ministres : les mesures\n\n{TEXT}\n", "fr", None),
        (f"Trois ponts fermés, alerte l’UNESCO\n\nDakar, 20 novembre 2026 (APS) – L’UNESCO appelle à fermer. {TEXT}\n", "fr", "APS (Sénégal)"),
    ],
)  # fmt: skip
def test_whose_text_it_is(text, language, source):
    assert read(text, language).source_name == source


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        (f"Un quai neuf au port de Sfax\n\n{TEXT}\n\nLe stage dure deux jours à la capitainerie.\n\nLe secrétaire général\nNoureddine Mestiri\n", "fr", "Noureddine Mestiri"),
        (f"رصيف جديد في ميناء صفاقس\n\n{ARABIC}\n\nويدوم التكوين يومين كاملين في الميناء.\n\nرئيس خلية الإعلام\nرياض الماجري\n", "ar", "رياض الماجري"),
    ],
)  # fmt: skip
def test_who_signs_is_named_and_says_nothing(text, language, name):
    copy = read(text, language)
    assert name in [one.name for one in copy.speakers]
    assert copy.quotes == ()


def test_whom_to_call_signs_nothing():
    text = f"Un quai neuf au port de Sfax\n\n{TEXT}\n\n{TEXT}\n\nContact presse : la directrice\nSalma Mestiri\nTél. : 71 000 000\n"
    assert read(text).speakers == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (f"Un quai neuf au port de Sfax\n\n{TEXT}\n\n(Reportage Salma Mestiri, édité par Karim Lahlou)\n", "fr"),
        (f"رصيف جديد في ميناء صفاقس\n\n{ARABIC}\n\n(إعداد سلوى الماجري للنشرة العربية - تحرير عمرو فتحي)\n", "ar"),
    ],
)  # fmt: skip
def test_the_agencys_own_people_are_not_of_its_text(text, language):
    copy = read(text, language)
    assert copy.speakers == ()
    assert len(copy.paragraphs) == 1
    assert copy.as_dict("")["closing"]


@pytest.mark.parametrize(
    ("first", "day"),
    [
        ("TUNIS, 26 novembre (Reuters) - Le port a fermé jeudi.", date(2026, 11, 26)),
        ("SFAX, 27 nov. (TAP) – Les pêcheurs se sont réunis, vendredi, au port.", date(2026, 11, 27)),
        ("SFAX, 27 nov. (TAP) – Les pêcheurs se sont réunis, lundi, au port.", None),
        ("SFAX, 27 mars (TAP) – Les pêcheurs se sont réunis, vendredi, au port.", None),
    ],
)  # fmt: skip
def test_the_year_of_these_days_is_told_by_the_weekday_and_is_to_be_checked(first, day):
    copy = read(f"Le port a fermé\n\n{first} {TEXT}\n")
    assert copy.published_on == day
    assert bool(copy.to_check) is (day is not None)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Le Festival international du safran attend du monde. Cette manifestation se tient du 4 au 8 décembre 2026 à Taliouine.", ("2026-12-04", "2026-12-08")),
        ("Le Festival international du safran se tient du mercredi 9 au vendredi 11 décembre 2026.", ("2026-12-09", "2026-12-11")),
        ("Le Festival international du safran attend du monde. La commune ferme le pont du 4 au 8 décembre 2026.", (None, None)),
    ],
)  # fmt: skip
def test_the_days_of_an_event(text, days):
    held = read(f"Le safran attend\n\n{text}\n").event
    said = tuple(one and one.isoformat() for one in (held.starts_on, held.ends_on))
    assert said == days
