"""What a text came in is taken off, kept apart, and never read as its words."""

import pytest

from articles.wire.layout.unwrapping import lay_out
from tests.wire.sentences import read

MAIL = """Bonjour,

Pour information.

---------- Message transféré ---------
De : Réseau Plume Sahel <presse@plume.example>
Date : mar. 3 mars 2026 à 14:05
Objet : TR: Ouverture de douze centres
À : redaction@example.org

> Le ministre a annoncé l'ouverture de douze centres de santé dans la
> région, et il a salué le travail des équipes.
>
> Il a ajouté que d'autres suivront.

Cordialement,
Nadia
"""
WRAPPED = """Recul de l'inflation à 2,6 %,
porté par les fruits

Le ministre de la Santé a annoncé mardi à Rabat l'ouver-
ture de douze centres de santé dans la région, où le porte-
parole du gouvernement a salué un grand pro-
grès pour les familles.

« Ces centres accueilleront les familles », a déclaré M. Ait Taleb
devant la presse réunie au siège du ministère, avant de visiter le
premier d'entre eux.
"""
PAGES = """Ministère de l'Eau - Rapport 2026
Un titre du rapport

La pluie est tombée sur la ville et les champs, et les rues étaient sous
l'eau pendant toute la journée de dimanche, selon les services de la
1
\fMinistère de l'Eau - Rapport 2026
protection civile qui ont compté douze interventions dans la seule
commune de Salé.
2
"""


def parts(text):
    return {(one.kind.value, one.text) for one in lay_out(text).parts}


def test_lines_that_were_broken_are_one_paragraph_and_words_are_whole():
    headline, first, second = lay_out(WRAPPED).lines
    assert headline == "Recul de l'inflation à 2,6 %, porté par les fruits"
    assert "l'ouverture de douze" in first
    assert "le porte-parole du gouvernement" in first
    assert "un grand progrès pour" in first
    assert second.endswith("avant de visiter le premier d'entre eux.")


def test_a_quotation_across_the_break_is_found():
    quotes = read(WRAPPED, "fr").quotes
    assert [one.text for one in quotes] == ["Ces centres accueilleront les familles"]


def test_lines_of_a_list_and_short_paragraphs_stay_apart():
    text = "Un titre\n\n- le premier\n- le deuxième\n\nUne phrase est ici.\nUne autre est là."
    assert lay_out(text).lines == [
        "Un titre", "- le premier", "- le deuxième", "Une phrase est ici.", "Une autre est là.",
    ]  # fmt: skip


def test_what_pages_repeat_is_no_text_and_a_sentence_goes_on_behind_it():
    layout = lay_out(PAGES)
    title, text = layout.lines
    assert title == "Un titre du rapport"
    assert text == (
        "La pluie est tombée sur la ville et les champs, et les rues étaient sous l'eau pendant toute la "
        "journée de dimanche, selon les services de la protection civile qui ont compté douze "
        "interventions dans la seule commune de Salé."
    )
    assert "Rapport 2026" in next(one.text for one in layout.parts if one.kind == "page")


def test_a_mail_that_was_passed_on_is_called_by_its_subject():
    copy = read(MAIL, "fr")
    assert copy.headline == "Ouverture de douze centres"
    assert copy.published_on.isoformat() == "2026-03-03"
    assert copy.source_name == "Réseau Plume Sahel"
    assert copy.paragraphs[0].startswith(
        "Le ministre a annoncé l'ouverture de douze centres de santé dans la région"
    )
    assert len(copy.paragraphs) == 2


def test_what_was_taken_off_a_mail_is_kept():
    kinds = {kind for kind, _text in parts(MAIL)}
    assert kinds == {"note", "headers"}
    assert any("Pour information." in text for _kind, text in parts(MAIL))


def test_a_message_of_a_chat_loses_its_stamp_its_marks_and_its_emoji():
    text = (
        "[05/03/2026 14:32:10] Desk: *Ouverture de douze centres* 🏥\n"
        "_Le ministre_ a annoncé l'ouverture de douze centres.\n"
        "[05/03/2026 14:33:10] Desk: <Média omis>\n"
    )
    copy = read(text, "fr")
    assert copy.headline == "Ouverture de douze centres"
    assert copy.published_on.isoformat() == "2026-03-05"
    assert copy.paragraphs == ("Le ministre a annoncé l'ouverture de douze centres.",)


@pytest.mark.parametrize(
    "above",
    [
        "MAP0412 3 POL 0298", "ZCZC", "FRA-POL-12", "Maroc-migrations-ONU-sommet", "Royaume du Maroc",
        "MINISTERE DE LA SANTE", "République française", "Énergie/Algérie/Allemagne/", "URGENT", "COMMUNIQUÉ DE PRESSE",
        "COMMUNIQUE DE PRESSE", "C O M M U N I Q U É", "BRÈVES", "(Lead 2 - nouveau : réaction)", "Réf. : 031/SN/26",
        "--------------------", "ⵜⴰⴳⵍⴷⵉⵜ ⵏ ⵍⵎⵖⵔⵉⴱ",
    ],
)  # fmt: skip
def test_what_stands_above_a_title_is_not_the_title(above):
    text = (
        "Ouverture de douze centres de santé\n\nLe ministre a annoncé l'ouverture de douze centres."
    )
    copy = read(f"{above}\n\n{text}", "fr")
    assert copy.headline == "Ouverture de douze centres de santé"
    assert copy.paragraphs == ("Le ministre a annoncé l'ouverture de douze centres.",)


@pytest.mark.parametrize(
    "above",
    [
        "المملكة المغربية",
        "وكالة أنباء البحرين",
        "بـــلاغ صحفــي",
        "بسم الله الرحمن الرحيم",
        "تقرير / الصيد / تونس",
    ],
)
def test_what_stands_above_an_arabic_title_is_not_the_title(above):
    copy = read(
        f"{above}\n\nافتتاح اثني عشر مركزا صحيا\n\nأعلن الوزير عن افتتاح اثني عشر مركزا في المدينة.",
        "ar",
    )
    assert copy.headline == "افتتاح اثني عشر مركزا صحيا"


@pytest.mark.parametrize(
    "title",
    [
        "Ministère de la Santé : ouverture de douze centres",
        "وزارة الصحة تعلن افتتاح 12 مركزا",
        "PIB: 3,2 % en 2026",
    ],
)
def test_a_title_that_begins_with_a_body_is_a_title(title):
    language = "ar" if title.startswith("و") else "fr"
    body = (
        "أعلن الوزير عن افتتاح المركز في المدينة."
        if language == "ar"
        else "Le ministre a parlé de la ville."
    )
    assert read(f"{title}\n\n{body}", language).headline == title


@pytest.mark.parametrize(
    "below",
    [
        "FIN", "- FIN -", "###", "HO/SB", "mt/fzb/jgb", "Contact presse : Nadia B., +212 6 12 34 56 78", "MO---TRA.",
        "À propos de l'Office\nL'Office est une agence de la ville.", "Note aux rédacteurs\nLes chiffres sont de la ville.",
        "-0- PANA BK/TBM/IBA 16mars2026", "À lire aussi\nLa pluie sur les champs", "Le secrétaire général",
        "Devez-vous imprimer ce courriel ?", "(à suivre)",
    ],
)  # fmt: skip
def test_what_stands_below_a_text_is_kept_apart(below):
    body = (
        "Le ministre a annoncé l'ouverture de douze centres de santé dans la région et dans la ville.\n\n"
        "Il a ajouté que d'autres suivront dans les villages des montagnes et des plaines du pays."
    )
    copy = read(f"Un titre sur la ville\n\n{body}\n\n{below}", "fr")
    assert copy.paragraphs == tuple(body.split("\n\n"))
    assert "".join(copy.as_dict("")["closing"]).replace("\n", "") in below.replace("\n", "")


@pytest.mark.parametrize(
    "below", ["انتهى", "ر.ح/ن.ع", "--(بترا)", "للتواصل: presse@example.org", "(يتبع)", "/قنا/"]
)
def test_what_stands_below_an_arabic_text_is_kept_apart(below):
    body = "أعلن الوزير عن افتتاح اثني عشر مركزا صحيا في المدينة وفي القرى المجاورة لها."
    copy = read(f"عنوان الخبر هنا\n\n{body}\n\n{below}", "ar")
    assert copy.paragraphs == (body,)


def test_a_hash_before_a_word_is_part_of_it():
    text = "Un titre sur la ville\n\n#Météo La pluie est dans la ville et les champs."
    assert read(text, "fr").paragraphs == ("#Météo La pluie est dans la ville et les champs.",)


def test_a_sentence_that_only_begins_as_closing_matter_does_stays():
    text = (
        "Un titre sur la ville\n\nLe ministre a parlé de la ville et de la pluie.\n\n"
        "À propos de la réforme, le ministre a dit que la ville y gagnera."
    )
    assert len(read(text, "fr").paragraphs) == 2


def test_the_label_tells_the_kind_of_article():
    body = "\n\nOuverture de douze centres\n\nLe ministre a annoncé l'ouverture de douze centres."
    assert read(f"COMMUNIQUÉ DE PRESSE{body}", "fr").kind == "communique"
    assert read(f"ENTRETIEN{body}", "fr").kind == "interview"
    assert read(f"URGENT{body}", "fr").kind == "news"


def test_whose_letterhead_it_is_that_is_the_source():
    text = "Royaume du Maroc\nMinistère de la Santé\nService de presse\n\nUn titre sur la ville\n\nLe texte est dans la ville."
    assert read(text, "fr").source_name == "Ministère de la Santé"


def test_lines_between_the_title_and_the_dateline_are_its_standfirst_and_its_byline():
    text = (
        "Tchad : le choléra recule\n\nUn déficit menace les stations de traitement\n\nPar Rhissa Akline\n\n"
        "Bruxelles, 12 janvier 2026 - Le nombre de cas est divisé par quatre dans les provinces de l'Est."
    )
    copy = read(text, "fr")
    assert copy.standfirst == "Un déficit menace les stations de traitement"
    assert copy.byline == "Rhissa Akline"
    assert copy.paragraphs == (
        "Le nombre de cas est divisé par quatre dans les provinces de l'Est.",
    )


def test_a_saved_page_is_its_article():
    text = (
        "Aller au contenu principal\nONU Info\nAccueil | Thèmes | Afrique | Dossiers\n\n"
        "© UNICEF/Tidiane Sorgho\nDes élèves devant une classe.\n\n"
        "Burkina Faso : une école sur cinq reste fermée\n\n20 janvier 2026 Aide humanitaire\n\n"
        "Partager  Facebook  X  WhatsApp  Imprimer\n\n"
        "Près d'un million d'enfants sont privés de classe dans le pays."
    )
    copy = read(text, "fr")
    assert copy.headline == "Burkina Faso : une école sur cinq reste fermée"
    assert copy.published_on.isoformat() == "2026-01-20"
    assert copy.source_name == "ONU Info"
    assert copy.paragraphs == ("Près d'un million d'enfants sont privés de classe dans le pays.",)


def test_few_french_words_are_french_and_another_language_is_told():
    assert read("TUNIS - MÉTÉO\n\nSoleil, 30 degrés.").language == "fr"
