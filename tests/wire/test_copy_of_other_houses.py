"""What stands around a text in houses whose style nobody had met: above it, beside it, below it."""

from datetime import UTC, date, datetime

import pytest

from tests.wire.test_first_and_last_lines import BODY, FRENCH, TITLE, sent

FIRST = {language: BODY[language].split("\n\n")[0] for language in BODY}
LAST = {language: BODY[language].split("\n\n")[-1] for language in BODY}


def is_whole(copy, language):
    return (copy.paragraphs[0], copy.paragraphs[-1]) == (FIRST[language], LAST[language])


@pytest.mark.parametrize(
    ("above", "language"),
    [
        ("Sénégal – Nécrologie", "fr"),
        ("CYCLISME / TOUR DU FASO 2026 - 3e ÉTAPE", "fr"),
        ("Dossier de presse – diffusion immédiate", "fr"),
        ("RAPPORT – Synthèse et communiqué", "fr"),
        ("Vérifier au prononcé", "fr"),
        ("Seul le prononcé fait foi.", "fr"),
        ("ATTENTION - CORRECTION au texte de 09:30, bien lire au 3e paragraphe 12 blessés (et non 21) :", "fr"),
        ("Rectificatif à notre dépêche de mardi, lire dans le titre le port (et non la gare).", "fr"),
        ("** العبرة بالنص كما يُلقى **", "ar"),
        ("في ذمة الله", "ar"),
        ("بنا: تصويب عدد المصابين في خبر (حريق السوق)", "ar"),
    ],
)  # fmt: skip
def test_what_stands_above_a_headline_is_none(above, language):
    day = "TUNIS, 12 mai 2026 (TAP) - " if language == "fr" else "تونس في 12 مايو 2026 (وات) - "
    copy = sent(f"{above}\n\n{TITLE[language]}\n\n{day}{BODY[language]}", language)
    assert copy.headline == TITLE[language]
    assert is_whole(copy, language)


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("ATTENTION - CORRECTION au texte de 09:30, bien lire au 3e paragraphe 12 blessés (et non 21) :", "fr"),
        ("بنا: تصويب عدد المصابين في خبر (حريق السوق)", "ar"),
    ],
)  # fmt: skip
def test_a_line_that_says_what_to_read_instead_is_a_correction(line, language):
    copy = sent(f"{line}\n\n{TITLE[language]}\n\n{BODY[language]}", language)
    assert copy.correction.startswith(line[:20])


@pytest.mark.parametrize("label", ["PORTRAIT", "ANALYSE"])
def test_a_label_may_end_with_a_full_stop(label):
    copy = sent(f"{label}. {TITLE['fr']}\n\n{FRENCH}", "fr")
    assert (copy.headline, copy.label) == (TITLE["fr"], label)


def test_a_label_that_goes_on_below_is_the_headline():
    title = "APPEL COMMUN\n\ndes pêcheurs du Cap-Vert\n\net\n\ndes mareyeurs de Mbour\n\ncontre le chalutage de nuit"
    copy = sent(title.replace("APPEL", "COMMUNIQUÉ") + f"\n\n{FRENCH}", "fr")
    assert copy.headline == " ".join(title.replace("APPEL", "COMMUNIQUÉ").split())
    assert is_whole(copy, "fr")


@pytest.mark.parametrize(
    ("line", "language", "place", "day"),
    [
        ("LILLE, de notre envoyée spéciale – 4 mars 2026", "fr", "Lille", date(2026, 3, 4)),
        ("Oran, de notre correspondant Samir Tazi - 4 mars 2026", "fr", "Oran", date(2026, 3, 4)),
        ("Matam (région de Matam) – Correspondance particulière", "fr", "Matam", None),
        ("Dakar et Genève, le 4 mars 2026", "fr", "Dakar", date(2026, 3, 4)),
        ("سطيف - من مراسلنا كريم بن علي\n4 مارس 2026", "ar", "سطيف", date(2026, 3, 4)),
        ("نواكشوط (وكالة الأفق) — 4/3/2026", "ar", "نواكشوط", date(2026, 3, 4)),
    ],
)  # fmt: skip
def test_a_line_says_where_who_and_when(line, language, place, day):
    copy = sent(f"{TITLE[language]}\n\n{line}\n\n{BODY[language]}", language)
    assert (copy.dateline_place, copy.published_on) == (place, day)
    assert is_whole(copy, language)


def test_a_rubric_beside_an_agency_is_no_place():
    text = f"KUNA / Economie\n{TITLE['fr']}\n\nKoweït, le 4 mars /KUNA/ {FRENCH}\n\n0930 GMT 2026/03/04"
    copy = sent(text, "fr")
    assert (copy.dateline_place, copy.source_name, copy.headline) == ("Koweït", "KUNA", TITLE["fr"])
    assert is_whole(copy, "fr")


def test_a_name_with_its_letters_is_whose_paper_it_is_and_no_place():
    text = f"Terres Communes Maghreb (TCM)\nTunis / Rabat, 4 mars 2026\n\n{TITLE['fr']}\n\n{FRENCH}"
    copy = sent(text, "fr")
    assert copy.dateline_place == "Tunis"
    assert copy.source_name == "Terres Communes Maghreb (TCM)"


def test_a_name_in_capitals_goes_on_in_the_next_line():
    heads = (
        "RÉPUBLIQUE DU SÉNÉGAL\n\nMINISTÈRE DE L'ENVIRONNEMENT, DES FORÊTS\nCLASSÉES ET COMMUNALES"
    )
    copy = sent(f"{heads}\n\nCOMMUNIQUÉ\n\n{TITLE['fr']}\n\n{FRENCH}", "fr")
    assert copy.source_name == "MINISTÈRE DE L'ENVIRONNEMENT, DES FORÊTS CLASSÉES ET COMMUNALES"


@pytest.mark.parametrize(
    ("end", "language"),
    [
        ("* Traduit de l'anglais par Mounia Kadiri", "fr"),
        ("« Les Jardins du sel », éd. Elyzad, 240 pages, 35 dinars.", "fr"),
        ("Que Dieu les accueille. Partagez ‼️", "fr"),
        ("(1 euro = 655,96 francs CFA)", "fr"),
        ("الموقعون:", "ar"),
        ("(اليورو = ٣٫٣٨ دينار)", "ar"),
    ],
)
def test_what_stands_below_a_text_is_not_of_it(end, language):
    copy = sent(f"{TITLE[language]}\n\n{BODY[language]}\n\n{end}", language)
    assert is_whole(copy, language)


@pytest.mark.parametrize(
    ("end", "source", "day"),
    [
        ("Inès Corbeau\nLa Gazette du Hodna", "La Gazette du Hodna", None),
        ("R. T. – Le Phare du Sud, 4 mars 2026", "Le Phare du Sud", date(2026, 3, 4)),
        ("Le Courrier picard du Nord\n4 mars 2026, 9h05", "Le Courrier picard du Nord", date(2026, 3, 4)),
        ("Le secrétaire général\nInès Corbeau", None, None),
    ],
)  # fmt: skip
def test_a_paper_may_sign_below(end, source, day):
    copy = sent(f"{TITLE['fr']}\n\n{FRENCH}\n\n{end}", "fr")
    assert (copy.source_name, copy.published_on) == (source, day)
    assert is_whole(copy, "fr")


def test_a_paper_may_stand_between_headline_and_day():
    copy = sent(f"{TITLE['fr']}\n\nL’Écho des Hauts-Plateaux\nLe 4 mars 2026\n\n{FRENCH}", "fr")
    assert (copy.source_name, copy.published_on) == ("L’Écho des Hauts-Plateaux", date(2026, 3, 4))
    assert (copy.headline, copy.standfirst) == (TITLE["fr"], "")


def test_who_passes_a_communique_on_may_greet_above_and_below_it():
    text = (
        "De : Presse ACS <presse@acs.example>\nDate : mer. 4 mars 2026 à 10:12\nObjet : Communiqué\nÀ : desk\n\n"
        f"Bonjour,\n\nVous trouverez ci-dessous notre communiqué.\n\n{TITLE['fr']}\n\nSousse, le 4 mars 2026 - {FRENCH}\n\n"
        "Bien cordialement,\nLa cellule presse\n\n"
        "Ce courriel et ses annexes sont confidentiels et ne s'adressent qu'à la personne dont le nom figure "
        "ci-dessus. Toute copie en est interdite. Merci de le détruire si vous l'avez reçu par erreur."
    )
    copy = sent(text, "fr")
    assert (copy.headline, copy.dateline_place) == (TITLE["fr"], "Sousse")
    assert is_whole(copy, "fr")


@pytest.mark.parametrize(
    ("head", "language", "source"),
    [
        ("Forwarded from Kidal Direct 🇲🇱\n[04/03/2026 07:58]", "fr", "Kidal Direct"),
        ("Transféré depuis Radio Sabel\n[04/03/2026 à 7:58]", "fr", "Radio Sabel"),
        ("معاد توجيهها من: أخبار الواحة\n[04/03/2026 07:58]", "ar", "أخبار الواحة"),
    ],
)
def test_a_message_that_was_passed_on_says_from_which_channel(head, language, source):
    copy = sent(f"{head}\n\n🔴🔴 *{TITLE[language]}* 🔴🔴\n\n{BODY[language]}\n\n👁 4,2K", language)
    assert (copy.headline, copy.source_name) == (TITLE[language], source)
    assert copy.published_on == date(2026, 3, 4)
    assert is_whole(copy, language)


def test_of_a_saved_page_the_day_may_stand_above_the_headline():
    text = (
        "La Tribune du Chott\nS'abonner | Se connecter\nAccueil\nSociété\nSports\nAccueil > Société\n"
        "Publié le 4 mars 2026, 06:15 • Mis à jour le 4 mars 2026, 11:02\n"
        f"{TITLE['fr']}\nPar la rédaction\nPartager sur Facebook\nImprimer\n💬 12 commentaires\n"
        + FRENCH.replace("\n\n", "\n")
        + "\nNewsletter «Le Midi»\nChaque soir, nos articles dans votre boîte mail.\nJe m'inscris\n"
        "Les plus lus\n1. Le prix du lait\n© La Tribune du Chott – Tous droits réservés"
    )
    copy = sent(text, "fr")
    assert (copy.headline, copy.published_on) == (TITLE["fr"], date(2026, 3, 4))
    assert copy.source_name == "La Tribune du Chott"
    assert is_whole(copy, "fr")


def test_an_agenda_of_a_week_is_of_no_day_and_begins_with_its_first():
    text = (
        "AGENDA DU LUNDI 2 AU DIMANCHE 8 MARS 2026\nPrévisions Tunis – sous réserve de modifications\n\n"
        "LUNDI 2\n- 09h00, Tunis : réunion du conseil de la ville au palais des congrès.\n\n"
        "MARDI 3\n- 10h00, Sfax : visite du ministre des Transports au port de pêche."
    )
    copy = sent(text, "fr")
    assert copy.headline == "AGENDA DU LUNDI 2 AU DIMANCHE 8 MARS 2026"
    assert copy.published_on is None
    assert copy.paragraphs[0] == "LUNDI 2"


@pytest.mark.parametrize(
    ("line", "language", "until"),
    [
        ("SOUS EMBARGO JUSQU'AU 14 MARS 2026 À 18H00 (HEURE DE QUÉBEC)", "fr", datetime(2026, 3, 14, 22, tzinfo=UTC)),
        ("Embargo : 14 mars 2026, 18h (heure d'Abidjan)", "fr", datetime(2026, 3, 14, 18, tzinfo=UTC)),
        ("** يُمنع النشر أو البث قبل 14 مارس 2026، الساعة 18:00 بتوقيت مسقط (14:00 ت غ) **", "ar", datetime(2026, 3, 14, 14, tzinfo=UTC)),
    ],
)  # fmt: skip
def test_an_embargo_ends_by_the_clock_of_the_city_it_names(line, language, until):
    copy = sent(f"{line}\n\n{TITLE[language]}\n\n{BODY[language]}", language)
    assert (copy.embargoed_until, copy.headline) == (until, TITLE[language])


def test_the_code_of_an_agency_may_say_the_day():
    text = f"TCHAD-EAU-BUDGET\nATPE 003 – 30/09/26\n\n{TITLE['fr']}\n\n{FRENCH}"
    assert sent(text, "fr").published_on == date(2026, 9, 30)


def test_quotation_marks_in_a_headline_lead_nowhere():
    text = (
        "تخطى إلى المحتوى\nالرئيسية | سياسة | رياضة | ثقافة\nالرئيسية > جهات > الجنوب\n\n"
        "زاكورة: فلاحو «واحة مزكيطة» يطالبون بفتح قنوات الري قبل الشتاء\n\n"
        "زاكورة - سعاد بناني\nنشر في: الأربعاء 4 مارس 2026 - 11:32\nآخر تحديث: 12:05\nمدة القراءة: دقيقتان\n\n"
        f"{BODY['ar']}\n\n© 2026 صحيفة الواحات. جميع الحقوق محفوظة"
    )
    copy = sent(text, "ar")
    assert copy.headline == "زاكورة: فلاحو «واحة مزكيطة» يطالبون بفتح قنوات الري قبل الشتاء"
    assert (copy.dateline_place, copy.published_on) == ("زاكورة", date(2026, 3, 4))
    assert is_whole(copy, "ar")


def test_a_request_to_take_another_text_instead_is_a_correction_and_no_headline():
    line = (
        "يرجى من المشتركين الكرام اعتماد الخبر التالي بدلا من الخبر رقم 0112 المرسل عند الساعة 09:15 "
        "لورود خطأ في اسم المدينة في الفقرة الثالثة وفي عدد المصابين (12 وليس 21)."
    )
    copy = sent(
        f"{line}\n\nعام / مياه\n\n{TITLE['ar']}\n\nتونس في 4 مارس 2026 (وات) - {BODY['ar']}", "ar"
    )
    assert (copy.headline, copy.correction) == (TITLE["ar"], line)
