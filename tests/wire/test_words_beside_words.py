"""A few words in marks are somebody's where the words beside them say so, and whose they are."""

import pytest

from tests.wire.sentences import speakers, told

MAYOR = "La maire, Nadia Slimani, est venue."


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (f"{MAYOR} Elle critique « un choix absurde ».", "un choix absurde", "Nadia Slimani"),
        ("Le préfet, Omar Rachdi, s'est dit « très inquiet ».", "très inquiet", "Omar Rachdi"),
        ("Le préfet, Omar Rachdi, a qualifié le rapport de « grossier mensonge ».", "grossier mensonge", "Omar Rachdi"),
        ("Selon le préfet Omar Rachdi, la situation est « sous contrôle ».", "sous contrôle", "Omar Rachdi"),
        ("Le préfet, Omar Rachdi, affirme que les comptes de la ville sont « parfaitement sains ».", "parfaitement sains", "Omar Rachdi"),
        ("Le préfet, Omar Rachdi, dit vouloir « rouvrir le pont ».", "rouvrir le pont", "Omar Rachdi"),
        ("Le préfet, Omar Rachdi, soulignera « le rôle de tous ».", "le rôle de tous", "Omar Rachdi"),
    ],
)  # fmt: skip
def test_few_words_are_a_quotation_beside_a_verb_that_says_so(text, words, who):
    assert [(one.text, one.speaker) for one in told(text).quotes] == [(words, who)]


@pytest.mark.parametrize(
    "text",
    [
        "Le préfet, Omar Rachdi, a lu « Le Monde ».",
        "Selon le préfet Omar Rachdi, le bateau « Étoile » est au port.",
        "Selon le préfet Omar Rachdi, la rue est « Mohammed V ».",
        "Le préfet, Omar Rachdi, est l'auteur de « La Nuit ».",
    ],
)
def test_few_words_that_name_something_are_none(text):
    assert told(text).quotes == ()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Le préfet, Omar Rachdi, a mis en garde contre une crue « sans précédent depuis un demi-siècle ».", "Omar Rachdi"),
        ("« Le pont est sûr depuis ce matin », a d'ores et déjà annoncé la maire Nadia Slimani.", "Nadia Slimani"),
        ("« Le pont est sûr depuis ce matin », raconte, visiblement soulagée, Nadia Slimani, batelière.", "Nadia Slimani"),
        ("L'opposant Me Omar Rachdi (Union libre) dit craindre « une crue plus forte que celle de mars ».", "Omar Rachdi"),
        ("La directrice de l'Office des eaux (ONE) à Rabat, Nadia Slimani, a souligné que « le pont est sûr depuis mars ».", "Nadia Slimani"),
        ("« Il aimait ce pont plus que sa maison », sourit sa petite-fille, la romancière Nadia Slimani.", "Nadia Slimani"),
        ("La nappe est basse, a-t-on appris du directeur de l'Office, Omar Rachdi.\n\n« Les puits sont à sec depuis mars », a-t-il rappelé.", "Omar Rachdi"),
        ("Le conseiller d'État Franck Zumthor est venu. « Le pont est sûr depuis ce matin », a-t-il dit.", "Franck Zumthor"),
        ("La procureure Nadia Slimani a parlé. « Le dossier est clos depuis ce matin », a ajouté la magistrate.", "Nadia Slimani"),
        ("Mme Nadia Slimani, présidente de l'Association des riverains (ADR), a plaidé pour le pont.\n\n« Il est sûr depuis ce matin », a déploré la dame.", "Nadia Slimani"),
        ("Mme Nadia Slimani, présidente de l'association, est venue.\n\n« Le pont est sûr depuis ce matin », a déploré la dame.", "Nadia Slimani"),
    ],
)  # fmt: skip
def test_whose_words_they_are_is_said_beside_them(text, who):
    assert speakers(text) == [who]


@pytest.mark.parametrize(
    "text",
    [
        "Mme Nadia Slimani a reçu Mme Salma Idrissi.\n\n« Le pont est sûr depuis ce matin », a déploré la dame.",
        "Le préfet, Omar Rachdi, est venu.\n\n« Le pont est sûr depuis ce matin », a déploré la dame.",
        "La nappe est basse, a-t-on appris du directeur de l'Office.\n\n« Les puits sont à sec », a-t-il rappelé.",
    ],
)
def test_whoever_it_could_be_as_well_nobody_is_meant(text):
    assert speakers(text) == [None]


def test_whose_work_it_is_does_not_say_its_title():
    text = "« Une nuit de pluie au bord de la mer », de Marc Lebrun, est un film."
    assert speakers(text) in ([], [None])


def test_what_stands_at_the_foot_of_a_page_is_no_words_of_the_text():
    text = (
        "Le préfet, Omar Rachdi, a relevé « une crue qui est, de\n          1/2\nPréfecture – BP 12 – Rabat\n"
        "l'avis de tous, plus forte que celle de mars ».\n\nLe pont reste fermé.\n\nLes écoles aussi.\n          2/2"
    )
    assert [one.text for one in told(text).quotes] == [
        "une crue qui est, de l'avis de tous, plus forte que celle de mars"
    ]


def test_a_son_is_no_rival_of_his_mother():
    text = "Salma Idrissi a perdu son fils Nabil. « Il fumait une cigarette ce soir-là », dit-elle."
    assert speakers(text) == ["Salma Idrissi"]


def test_by_what_somebody_is_called_no_other_is_named():
    text = "Le maire, Omar Rachdi, surnommé Papa Wemba, a dénoncé un plan qui « oublie toute la ville basse »."
    assert speakers(text) == ["Omar Rachdi"]
