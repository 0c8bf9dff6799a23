"""What stands above and below a text says whose it is, where and when: by kinds of houses."""

from datetime import date

import pytest

from articles.wire.fetch import FetchedText
from articles.wire.parse import parse
from tests.wire.sentences import LANGUAGES, read

FRENCH = (
    "Le conseil de la ville a adopté mardi le plan des eaux pour les cinq années qui viennent.\n\n"
    "Les travaux commencent dans le quartier du port, où les conduites ont quarante ans."
)
ARABIC = (
    "أعلنت السلطات المحلية عن خطة جديدة للمياه في أحياء المدينة والقرى المجاورة لها خلال السنوات الخمس المقبلة.\n\n"
    "وتبدأ الأشغال في حي الميناء حيث يعود عمر القنوات إلى أربعين سنة."
)
TITLE = {
    "fr": "Un plan des eaux pour la ville et le port",
    "ar": "خطة جديدة للمياه في أحياء المدينة",
}
BODY = {"fr": FRENCH, "ar": ARABIC}


def sent(text, language, today=date(2026, 11, 29)):
    return parse(FetchedText(text), LANGUAGES, language, today=today)


@pytest.mark.parametrize(
    ("letterhead", "language", "source"),
    [
        ("COUR D'APPEL DE SFAX\nTRIBUNAL DE SFAX\nPARQUET DU PROCUREUR", "fr", "PARQUET DU PROCUREUR"),
        ("RÉPUBLIQUE FRANÇAISE\nLiberté\nÉgalité\nFraternité\n\nMINISTÈRE DES SPORTS", "fr", "MINISTÈRE DES SPORTS"),
        ("PRÉFÈTE\nDE L'AIN", "fr", "PRÉFÈTE DE L'AIN"),
        ("CHU de Nantes | Université de Nantes", "fr", "CHU de Nantes"),
        ("وزارة العدل\nالمحكمة الابتدائية بقابس", "ar", "المحكمة الابتدائية بقابس"),
        ("نادي السواعد – عمّان", "ar", "نادي السواعد"),
        ("وزارة الصحة\nالمركز الإعلامي", "ar", "وزارة الصحة"),
    ],
)  # fmt: skip
def test_the_last_body_of_a_letterhead_is_whose_text_it_is(letterhead, language, source):
    label = "بيان صحفي" if language == "ar" else "COMMUNIQUÉ DE PRESSE"
    copy = sent(f"{letterhead}\n\n{label}\n\n{TITLE[language]}\n\n{BODY[language]}", language)
    assert (copy.source_name, copy.headline) == (source, TITLE[language])
    assert copy.paragraphs[0] == BODY[language].split("\n\n")[0]


@pytest.mark.parametrize(
    ("end", "language", "source"),
    [
        ("© Gazette du Sahel 2026 - Tous droits réservés", "fr", "Gazette du Sahel"),
        ("© Algérie Presse Service 2026 - Tous droits réservés", "fr", "APS"),
        ("© يومية «الفنار» – جميع الحقوق محفوظة", "ar", "الفنار"),
    ],
)
def test_a_paper_is_known_by_its_rights(end, language, source):
    copy = sent(f"{TITLE[language]}\n\n{BODY[language]}\n\n{end}", language)
    assert copy.source_name == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("La commune de Ziguinchor organise du 11 au 13 décembre 2026 une fête.", "commune de Ziguinchor"),
        ("L'École d'architectes de Tripoli (EAT) a le plaisir de vous convier.", "École d'architectes de Tripoli"),
    ],
)  # fmt: skip
def test_a_communique_is_from_the_body_that_acts_in_its_first_sentence(text, source):
    copy = sent(f"COMMUNIQUÉ DE PRESSE\n\n{TITLE['fr']}\n\n{text} {FRENCH}", "fr")
    assert copy.source_name == source
    assert sent(f"{TITLE['fr']}\n\n{text} {FRENCH}", "fr").source_name is None, "any paper tells so"


def test_who_sends_what_is_paid_for_is_no_source():
    line = "LYON, France, 26 nov. 2026 (GLOBE NEWSWIRE) -- "
    copy = sent(
        f"{TITLE['fr']}\n\n26 nov. 2026 08:00 HE | Source : Ozalys SA\n\n{line}{FRENCH}", "fr"
    )
    assert (copy.source_name, copy.dateline_place) == ("Ozalys SA", "Lyon")


@pytest.mark.parametrize("line", ["المصدر: مواقع التواصل + وكالات", "المصدر: وكالات"])
def test_agencies_without_a_name_are_no_source(line):
    assert sent(f"{TITLE['ar']}\n\n{ARABIC}\n\n{line}\n\nالتعليقات (12)", "ar").source_name is None


@pytest.mark.parametrize(
    ("line", "language", "day"),
    [
        ("الأربعاء 25 تشرين الثاني 2026 الساعة 13:08 سياسة", "ar", date(2026, 11, 25)),
        ("نُشر في: 26/11/2026 – آخر تحديث: 19:44 (توقيت مكة)", "ar", date(2026, 11, 26)),
        ("السبت 28-11-2026 | 21:55", "ar", date(2026, 11, 28)),
        ("Publié le 22 novembre 2026 à 07h30 – Mis à jour à 11h05 – Temps de lecture : 3 min", "fr", date(2026, 11, 22)),
    ],
)  # fmt: skip
def test_a_line_that_only_says_when_may_say_it_with_more_words(line, language, day):
    copy = sent(f"{TITLE[language]}\n{line}\n\n{BODY[language]}", language)
    assert (copy.headline, copy.published_on, copy.standfirst) == (TITLE[language], day, "")


@pytest.mark.parametrize(
    ("end", "language", "place", "day"),
    [
        ("Alger, le 25.11.2026\n\nLe chef de la section\n(cachet et signature)", "fr", "Alger", date(2026, 11, 25)),
        ("=REPEAT= 25/11/26 10:07", "fr", None, date(2026, 11, 25)),
        ("BELGA-0455 2025-09-17/14:26:08", "fr", None, date(2025, 9, 17)),
        ("قابس في 27 نوفمبر 2026\nعن المحكمة\nمكتب الاتصال (إمضاء)", "ar", "قابس", date(2026, 11, 27)),
        ("عدن – 6 رجب 1447هـ / 26 ديسمبر 2025م", "ar", "عدن", date(2025, 12, 26)),
        ("19/04/2026", "ar", None, date(2026, 4, 19)),
    ],
)  # fmt: skip
def test_the_last_lines_say_where_and_when(end, language, place, day):
    copy = sent(f"{TITLE[language]}\n\n{BODY[language]}\n\n{end}", language)
    assert (copy.dateline_place, copy.published_on) == (place, day)
    assert copy.paragraphs[-1] == BODY[language].split("\n\n")[1]


@pytest.mark.parametrize(
    ("line", "first", "day"),
    [
        ("Nador (Maroc), 19 déc (EFE).- ", "Un juge a ordonné ce vendredi le renvoi.", date(2025, 12, 19)),
        ("RABAT, mardi 24 novembre (MAP) - ", "Le conseil a adopté le plan.", date(2026, 11, 24)),
        ("RABAT, 24 novembre (MAP) - ", "Le conseil a adopté le plan.", None),
        ("RABAT, 24 novembre (MAP) - ", "Le conseil a adopté mardi le plan.", date(2026, 11, 24)),
        ("RABAT, 24 novembre (MAP) - ", "Le conseil a adopté jeudi le plan.", None),
    ],
)  # fmt: skip
def test_the_day_of_the_week_tells_the_year_of_a_day_without_one(line, first, day):
    copy = sent(f"{TITLE['fr']}\n\n{line}{first} {FRENCH}", "fr")
    assert copy.published_on == day
    assert bool(copy.to_check) is (day is not None), "a reckoned year is for a person to check"


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("عمّان/عدن، 2 كانون الأول/ديسمبر 2026 – ", "عمّان"),
        ("دبي، الإمارات العربية المتحدة – 24 نوفمبر 2026: ", "دبي"),
        ("الدوحة: 18 سبتمبر 2025\n\n", "الدوحة"),
        ("القاهرة – مها الشاذلي\n\n", "القاهرة"),
    ],
)
def test_places_with_another_a_country_or_a_name_behind_them(line, place):
    copy = sent(f"{TITLE['ar']}\n\n{line}{ARABIC}", "ar")
    assert (copy.dateline_place, copy.paragraphs[0]) == (place, ARABIC.split("\n\n", maxsplit=1)[0])


def test_a_snap_says_its_hour_its_day_and_its_place_in_one():
    copy = read(
        "URGENT\nREUTERS - FLASH\n09:41 28NOV26 LE CAIRE-SÉISME DE MAGNITUDE 5,6, AUCUN DÉGÂT", "fr"
    )
    assert (copy.dateline_place, copy.published_on) == ("Le Caire", date(2026, 11, 28))
    assert (copy.source_name, copy.headline) == ("Reuters", None)


@pytest.mark.parametrize(
    "above",
    [
        "☰ Menu   Rechercher   S'abonner\nPolitique  Société  Idées  Podcasts\n\nIdées · Entretien",
        "Accueil | Économie | Monde\nVous êtes ici : Accueil > Économie",
    ],
)
def test_rows_of_a_menu_and_rubrics_are_no_headline(above):
    text = f"{above}\n{TITLE['fr']}\nPar Nadia Zid\nPublié le 22 novembre 2026 à 07h30\nLu : 318 fois\n\n{FRENCH}"
    copy = sent(text, "fr")
    assert (copy.headline, copy.standfirst) == (TITLE["fr"], "")
    assert copy.paragraphs[0] == FRENCH.split("\n\n", maxsplit=1)[0]


def test_a_verse_below_the_name_of_god_is_no_headline():
    text = f"بسم الله الرحمن الرحيم\n«يا أيتها النفس المطمئنة»\n\nنقابة المعلمين\n\nنعي أليم\n\n{ARABIC}"
    copy = sent(text, "ar")
    assert (copy.headline, copy.source_name) == (None, "نقابة المعلمين")


def test_a_sentence_with_a_telephone_number_is_of_the_text():
    last = "Une cellule est ouverte aux familles au 04 84 35 00 00 dès samedi à 7 h."
    copy = sent(f"{TITLE['fr']}\n\n{FRENCH}\n\n{last}\n\nTél. : 04 84 35 00 01", "fr")
    assert copy.paragraphs[-1] == last


def test_an_agenda_has_no_place_and_no_event_of_its_own():
    text = (
        "AGENDA DE LA SEMAINE\n\nBRUXELLES – Réunion des ministres de l'Énergie (09h30)\n\n"
        "RABAT – Publication de l'indice des prix par le HCP (10h00)\n\nORAN – Match amical (19h00)"
    )
    copy = sent(text, "fr")
    assert (copy.dateline_place, copy.event) == (None, None)


FORUM = "Laâyoune – Le Forum de l’investissement s’est ouvert samedi 28 novembre 2026 à Laâyoune en présence de 500 entreprises."


def test_what_is_said_around_a_text_in_a_chat_is_no_headline():
    copy = read(
        f"[28/11/2026 18:42:10] Sara Desk: Salam, tu peux passer ça ?\n"
        f"[28/11/2026 18:43:02] Sara Desk: *Laâyoune : ouverture du Forum de l’investissement*\n"
        f"[28/11/2026 18:43:30] Sara Desk: {FORUM}",
        "fr",
    )
    assert copy.headline == "Laâyoune : ouverture du Forum de l’investissement"
    assert copy.standfirst == ""
    assert "Salam" not in " ".join(copy.paragraphs)


def test_a_greeting_in_a_chat_is_no_headline_and_a_plain_title_is():
    copy = read(
        "[28/11/2026 18:42] Karim: عاجل للنشر\n[28/11/2026 18:43] Karim: افتتاح منتدى الاستثمار بالعيون\n"
        "[28/11/2026 18:44] Karim: افتتح يوم السبت 28 نونبر 2026 بمدينة العيون منتدى الاستثمار بحضور خمسمائة مقاولة من داخل المغرب وخارجه.",
        "ar",
    )
    assert copy.headline == "افتتاح منتدى الاستثمار بالعيون"
