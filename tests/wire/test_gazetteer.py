"""What an editor adds to the gazetteer, and the bodies of the records, are known to the next text."""

import pytest

from articles.models import GazetteerEntry
from articles.text.gazetteer import Gazetteer, GazetteerName
from articles.wire.fetch import FetchedText
from articles.wire.gazetteer import newsroom_gazetteer
from articles.wire.parse import parse
from tests.factories import GazetteerEntryFactory, OrganizationFactory

pytestmark = pytest.mark.django_db

KINDS = GazetteerEntry.Kind
FRENCH = "Le barrage sera vidé\n\n{}\n\nLes travaux ont commencé dans la vallée et ils dureront deux mois."
ARABIC = "إفراغ السد قريبا\n\n{}\n\nبدأت الأشغال في الوادي وستستمر شهرين كاملين."


def read(text, language="fr", names=None):
    frame = FRENCH if language == "fr" else ARABIC
    names = newsroom_gazetteer() if names is None else names
    return parse(FetchedText(frame.format(text)), ["fr", "ar"], language, names=names)


def entry(kind, french="", arabic="", acronym=""):
    row = GazetteerEntryFactory(kind=kind, name_fr=french, name_ar=arabic, acronym=acronym)
    row.full_clean()
    return row


def without(text, language="fr"):
    return read(text, language, Gazetteer())


SENTENCE = "Les relevés de la Vigie des nappes seront publiés lundi, selon la commune."


@pytest.mark.parametrize(
    ("names", "text", "language", "found"),
    [
        (("Vigie des nappes", "", ""), SENTENCE, "fr", "Vigie des nappes"),
        (
            ("", "عين المياه", ""),
            "نشرت تقارير لعين المياه يوم الاثنين في المدينة.",
            "ar",
            "عين المياه",
        ),
        (("", "العين المائية", ""), "قدمت تقارير للعين المائية بالمدينة.", "ar", "العين المائية"),
        (("Vigie", "", "VDN2"), "Les relevés de VDN2 seront publiés lundi.", "fr", "VDN2"),
    ],
)
def test_an_institution_is_found_by_any_of_its_names(names, text, language, found):
    assert without(text, language).organizations == ()
    entry(KINDS.INSTITUTION, *names)
    copy = read(text, language)
    assert copy.organizations == (found,)
    assert copy.in_gazetteer == {"organizations-0"}
    assert copy.as_dict("")["reasons"] == {"organizations-0": "gazetteer"}


def test_a_company_that_is_called_as_a_word_is_known_by_its_capital():
    entry(KINDS.INSTITUTION, "Orange")
    assert read("Le marché de l'orange a baissé, et Orange a embauché.").organizations == (
        "Orange",
    )


def test_bodies_of_the_records_are_known_too_and_are_no_entries():
    OrganizationFactory(name_fr="Vigie des nappes", name_ar="")
    copy = read(SENTENCE)
    assert copy.organizations == ("Vigie des nappes",)
    assert copy.in_gazetteer == frozenset()


def test_a_body_of_the_records_that_is_called_as_a_word_is_not_looked_for():
    OrganizationFactory(name_fr="Horizon", name_ar="")
    assert read("Horizon bouché pour les pêcheurs.").organizations == ()


@pytest.mark.parametrize(
    ("names", "text", "language", "name"),
    [
        (
            ("Tlaytmas", ""),
            "Grâce à un doublé de Tlaytmas Ouhssain, le club gagne.",
            "fr",
            "Tlaytmas Ouhssain",
        ),
        (("", "تليتماس"), "وقالت تليتماس أوحساين إن الأشغال بدأت.", "ar", "تليتماس أوحساين"),
    ],
)
def test_a_first_name_makes_a_person_of_a_name(names, text, language, name):
    assert name not in [one.name for one in without(text, language).speakers] or language == "ar"
    entry(KINDS.GIVEN_NAME, *names)
    copy = read(text, language)
    assert [one.name for one in copy.speakers] == [name]
    assert "speakers-0" in copy.in_gazetteer


@pytest.mark.parametrize(
    ("names", "text", "language"),
    [
        (("Amine Village", ""), "Les habitants d'Amine Village et Karim Nord attendent.", "fr"),
        (("", "سعيد حجي"), "تنطلق الأشغال بعد أيام في سعيد حجي القريبة.", "ar"),
    ],
)
def test_a_place_is_nobody(names, text, language):
    entry(KINDS.PLACE, *names)
    called = next(filter(None, names))
    assert called not in [one.name for one in read(text, language).speakers]


@pytest.mark.parametrize(
    ("names", "text", "language", "place"),
    [
        (("Les Trois Sources", ""), "Les Trois Sources, 3 juillet 2026 (MAP) – Le barrage est vide.", "fr", "Les Trois Sources"),
        (("", "عين بني مطهر الشرقية"), "عين بني مطهر الشرقية 3 يوليوز 2026 (ومع) - أفرغ السد.", "ar", "عين بني مطهر الشرقية"),
    ],
)  # fmt: skip
def test_a_dateline_has_a_place_of_the_gazetteer(names, text, language, place):
    assert without(text, language).dateline_place != place
    entry(KINDS.PLACE, *names)
    copy = read(text, language)
    assert copy.dateline_place == place
    assert "place" in copy.in_gazetteer


@pytest.mark.parametrize(
    ("names", "text", "language", "name"),
    [
        (("moussem",), "Le moussem international des Cavaliers se tient les 3 et 4 juillet 2026.", "fr", "moussem international des Cavaliers"),
        (("", "موسم"), "ينعقد الموسم الدولي السابع للفرس يومي 3 و4 يوليوز 2026.", "ar", "الموسم الدولي السابع للفرس"),
    ],
)  # fmt: skip
def test_a_noun_of_events_makes_an_event(names, text, language, name):
    assert without(text, language).event is None
    entry(KINDS.EVENT, *names)
    copy = read(text, language)
    assert copy.event.name == name
    assert copy.event.starts_on.isoformat() == "2026-07-03"
    assert "event" in copy.in_gazetteer


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Rabat, 3 juillet 2026 (Nord Dépêches) – Le barrage est vide.", "fr"),
        ("الرباط 3 يوليوز 2026 (شمال برس) - أفرغ السد.", "ar"),
    ],
)
def test_an_agency_is_the_same_in_each_language(text, language):
    entry(KINDS.AGENCY, "Nord Dépêches", "شمال برس", "NDP")
    copy = read(text, language)
    assert copy.source_name == "NDP"
    assert copy.dateline_place in {"Rabat", "الرباط"}
    assert "source" in copy.in_gazetteer


def test_an_entry_counts_for_the_newsroom_that_reads_with_it_and_is_forgotten_afterwards():
    names = Gazetteer((GazetteerName("institution", "Vigie des nappes"),))
    assert read(SENTENCE, names=names).organizations == ("Vigie des nappes",)
    assert without(SENTENCE).organizations == ()


def test_thousands_of_names_are_read_in_two_queries(django_assert_num_queries):
    rows = [GazetteerEntry(name_fr=f"Vigie des nappes {n}", name=f"V{n}") for n in range(2000)]
    GazetteerEntry.objects.bulk_create(rows)
    with django_assert_num_queries(2):
        names = newsroom_gazetteer()
        copy = read("Voici la Vigie des nappes 1999.", names=names)
    assert copy.organizations == ("Vigie des nappes 1999",)
