"""Where, when and by whom: datelines as each house writes them, in any order of their parts."""

import pytest

from articles.text.agencies import agency_at, agency_named
from tests.wire.sentences import read

FRENCH = "Le texte de la dépêche est ici, dans la ville et les champs."
ARABIC = "أعلنت الحكومة عن نص الخبر في المدينة."


def sent(line, language, text):
    title = "عنوان الخبر هنا" if language == "ar" else "Un titre sur la ville"
    copy = read(f"{title}\n\n{line}{text}", language)
    assert copy.headline == title
    assert copy.paragraphs[0].startswith(text[:12]), "the text begins behind the dateline"
    day = copy.published_on and copy.published_on.isoformat()
    return copy.dateline_place, day, copy.source_name


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Lille, 6 fév 2026 (AFP) - ", ("Lille", "2026-02-06", "AFP")),
        ("Lille, 6 sept. 2026 (AFP) - ", ("Lille", "2026-09-06", "AFP")),
        ("Lille, 1er janv. 2026 (AFP) – ", ("Lille", "2026-01-01", "AFP")),
        ("Alger, le 9 mars 2026\n\n", ("Alger", "2026-03-09", None)),
        ("Rabat, mardi 3 mars 2026 – ", ("Rabat", "2026-03-03", None)),
        ("Rabat, le 3 mars 2026. ", ("Rabat", "2026-03-03", None)),
        ("(Rabat, 3 mars 2026) - ", ("Rabat", "2026-03-03", None)),
        ("3 mars 2026, Tunis - ", ("Tunis", "2026-03-03", None)),
        ("Tunis - 3 mars 2026 (TAP) - ", ("Tunis", "2026-03-03", "TAP")),
        ("PARIS (AFP), 3 mars 2026 - ", ("Paris", "2026-03-03", "AFP")),
        ("RABAT, 3 mars (MAP) - ", ("Rabat", None, "MAP")),
        ("BRUXELLES/GENÈVE, 3 mars 2026 (Belga) - ", ("Bruxelles", "2026-03-03", "Belga")),
        ("Berlin/Alger (dpa) - ", ("Berlin", None, "dpa")),
        ("Bruxelles/Adré — lundi 12 janvier 2026. ", ("Bruxelles", "2026-01-12", None)),
        ("Cotonou, Bénin (PANA) - ", ("Cotonou", None, "PANA")),
        ("APA-Dakar (Sénégal) - ", ("Dakar", None, "APA")),
        ("Nador (Maroc), 19 déc (EFE).- ", ("Nador", None, "EFE")),
        ("(ANSAmed) - ROME, 6 MAI - ", ("Rome", None, "ANSA")),
        ("Ouagadougou, 3 mars 2026 (AIB) – ", ("Ouagadougou", "2026-03-03", "AIB")),
        ("New York, 3 mars 2026 (Xinhua) -- ", ("New York", "2026-03-03", "Xinhua")),
        ("Le Caire, 3 mars 2026 (MENA) - ", ("Le Caire", "2026-03-03", "MENA")),
        (
            "Beyrouth, le 4 nov 2026 (Orient Dépêches) — ",
            ("Beyrouth", "2026-11-04", "Orient Dépêches"),
        ),
        ("Publié le 05/03/2026 à 14h32 par la rédaction\n\n", (None, "2026-03-05", None)),
        ("11 Décembre 2025 | Migrants\n\n", (None, "2025-12-11", None)),
    ],
)
def test_french_datelines(line, told):
    assert sent(line, "fr", FRENCH) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("الرباط، 3 يوليوز 2024 (ومع) - ", ("الرباط", "2024-07-03", "MAP")),
        ("الرباط 18 يوليوز 2025 (ومع) ", ("الرباط", "2025-07-18", "MAP")),
        ("جدة 28 ذو الحجة 1445 هـ الموافق 04 يوليو 2024 م واس\n", ("جدة", "2024-07-04", "SPA")),
        ("رام الله 5-4-2026 وفا- ", ("رام الله", "2026-04-05", "WAFA")),
        ("القاهرة في 14 أبريل 2026 / أ ش أ / ", ("القاهرة", "2026-04-14", "MENA")),
        ("تونس 10 مارس آذار 2026 (رويترز) - ", ("تونس", "2026-03-10", "Reuters")),
        ("عمّان، 3 آذار/مارس 2026 (بترا)- ", ("عمّان", "2026-03-03", "Petra")),
        ("الكويت - 18 - 2 (كونا) -- ", ("الكويت", None, "KUNA")),
        ("إسطنبول/ ريم حداد/ الأناضول\n", ("إسطنبول", None, "Anadolu")),
        ("دمشق-سانا ", ("دمشق", None, "SANA")),
        ("غزة - وفا - ", ("غزة", None, "WAFA")),
        ("وطنية - بيروت - ", ("بيروت", None, "NNA")),
        ("أبوظبي في 3 مارس/ وام / ", ("أبوظبي", None, "WAM")),
        ("الجزائر (و.أ.ج) - ", ("الجزائر", None, "APS")),
        ("نواكشوط, 03/03/2026 - ", ("نواكشوط", "2026-03-03", None)),
        ("نيويورك، ٣ آذار/مارس ٢٠٢٦ — ", ("نيويورك", "2026-03-03", None)),
        ("(جنيف، ٢٨ أكتوبر/تشرين الأول ٢٠٢٦) – ", ("جنيف", "2026-10-28", None)),
        ("الثلاثاء 12 أيار 2026 الساعة 14:05\n\n", (None, "2026-05-12", None)),
        ("14 كانون الثاني/يناير 2026 · المساعدات\n\n", (None, "2026-01-14", None)),
    ],
)
def test_arabic_datelines(line, told):
    assert sent(line, "ar", ARABIC) == told


@pytest.mark.parametrize(
    "line",
    [
        "Le maire - élu en mars - a parlé de la ville et des champs.",
        "Hier - c'était le 3 mars 2026 - la ville était dans l'eau.",
        "Libye: Italie, 12 millions pour réhabiliter le port de pêche de la ville.",
        "Rabat abrite le 3 mars 2026 la fête de la ville et des champs.",
    ],
)
def test_a_sentence_has_no_dateline(line):
    copy = read(f"Un titre sur la ville\n\n{line}", "fr")
    assert copy.dateline_place is None
    assert copy.paragraphs == (line,)


def test_of_two_agencies_that_are_called_alike_the_place_decides():
    assert sent("Alger (APS) - ", "fr", FRENCH)[2] == "APS"
    assert sent("Dakar, 3 mars (APS) - ", "fr", FRENCH)[2] == "APS (Sénégal)"


def test_a_day_of_the_hijri_calendar_alone_is_reckoned_and_said():
    copy = read(f"عنوان الخبر هنا\n\nجدة 28 ذو الحجة 1445 هـ واس\n{ARABIC}", "ar")
    assert copy.published_on.isoformat() == "2024-07-04"
    assert any("calendrier hégirien" in one for one in copy.to_check)


def test_who_wrote_it_is_read_between_the_slashes():
    copy = read(f"عنوان الخبر هنا\n\nإسطنبول/ ريم حداد/ الأناضول\n{ARABIC}", "ar")
    assert copy.byline == "ريم حداد"


@pytest.mark.parametrize(
    ("words", "agency"),
    [
        ("و.م.ع", "MAP"),
        ("أ.ف.ب", "AFP"),
        ("l’agence APS", "APS"),
        ("وكالة وفا", "WAFA"),
        ("La Ville", None),
    ],
)
def test_an_agency_is_known_by_any_of_its_names(words, agency):
    assert agency_named(words) == agency


def test_an_agency_is_known_by_its_site():
    assert agency_at("www.wafa.ps") == "WAFA"


def test_the_agency_that_only_the_text_names_is_its_source():
    text = "La pluie est tombée sur la ville, a rapporté l'agence officielle APS."
    assert read(f"Un titre sur la ville\n\n{text}", "fr").source_name == "APS"
