"""Whom French copy names: to the end of the name, of any trade, by what is told of somebody."""

import pytest

from tests.wire.sentences import names, speakers, told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Le directeur, Salem bin Hamad al-Kaabi, est venu.", "Salem bin Hamad al-Kaabi"),
        ("La sage-femme Aïchetou Mint Sidi Ould Boubacar a témoigné.", "Aïchetou Mint Sidi Ould Boubacar"),
        ("La cheffe de cuisine Marie-Laure van der Straeten-Ponthoz est venue.", "Marie-Laure van der Straeten-Ponthoz"),
        ("Le politologue Ricardo de los Ríos est venu.", "Ricardo de los Ríos"),
        ("L'herboriste Fatima ez-Zahra el-Ouafi est venue.", "Fatima ez-Zahra el-Ouafi"),
        ("Le ministre Abdelaziz ibn Turki as-Saud est venu.", "Abdelaziz ibn Turki as-Saud"),
        ("La présidente, Noura Khaled al-Moutaïri, est venue.", "Noura Khaled al-Moutaïri"),
        ("Le président de la Fédération arabe, cheikh Ali bin Ghanem al-Hitmi, a remis le trophée.", "Ali bin Ghanem al-Hitmi"),
        ("L'avocate Hala Abi-Nader el-Khazen est venue.", "Hala Abi-Nader el-Khazen"),
    ],
)  # fmt: skip
def test_a_name_goes_on_behind_a_particle(text, name):
    assert names(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Le réviseur d'entreprises Pieter De Keersmaecker a été entendu.", "Pieter De Keersmaecker"),
        ("Un autre épargnant, Mustapha El Ouriaghli, est venu.", "Mustapha El Ouriaghli"),
        ("Une seconde prévenue, Linda Schyns, était absente.", "Linda Schyns"),
        ("L'ancien cordiste Théodule Crettenand, décédé depuis, la demandait.", "Théodule Crettenand"),
        ("La pointue Eya Ben M’barek (27 points) souriait encore.", "Eya Ben M’barek"),
        ("Le coach Dragoslav Petrović-Ilić ne cherchait pas d’excuses.", "Dragoslav Petrović-Ilić"),
        ("L'arrière gauche du HB Saint-Amand, Imène Ould Kaddour, a inscrit le but.", "Imène Ould Kaddour"),
        ("Le chef du Conseil innu de Mahikan, Uapan Fontaine-Bellefleur, est venu.", "Uapan Fontaine-Bellefleur"),
        ("De son côté, Ouns Ferjani, hydrogéologue à Kébili, est venue.", "Ouns Ferjani"),
        ("Le courtier maritime Yvon Kerbrat-Diallo a signé.", "Yvon Kerbrat-Diallo"),
        ("On lit cette phrase d'Amadou Hampâté Bâ.", "Amadou Hampâté Bâ"),
    ],
)  # fmt: skip
def test_somebody_of_any_trade_is_named(text, name):
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Le barrage Sidi Salem a atteint son niveau.",
        "Le quartier Ben Souda se tient prêt.",
        "La rue d'Amadou Hampâté Bâ est barrée.",
        "La capitale, Addis Abeba, a accueilli le sommet.",
        "Le chantier Nouvelle Gare, a confirmé la ville, ouvrira lundi.",
    ],
)
def test_a_place_that_has_somebodys_name_is_nobody(text):
    assert names(text) == []


def test_what_is_of_a_friend_of_somebody_is_not_said_of_him():
    text = "Un proche d'Omar Rachdi, Karim Lahlou se montre prudent."
    assert {person.position for person in told(text).speakers} == {None}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Un rescapé ivoirien, Seydou, raconte sa nuit.", "Seydou"),
        ("Elle a perdu son neveu Bréhima, 7 ans.", "Bréhima"),
        ("Au premier rang, Hafsa, 9 ans, lève la main.", "Hafsa"),
        ("Une autre, qui se fait appeler Grace, compte sur ses doigts.", "Grace"),
    ],
)
def test_a_first_name_alone_is_somebody_beside_an_age_or_a_kind_of_person(text, name):
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Sa capitale, Dakar, accueille le sommet.",
        "Le quartier, Médina, 60 ans après, a changé.",
        "Un habitant de Sfax, 40 ans, a été entendu.",
    ],
)
def test_a_place_beside_an_age_is_nobody(text):
    assert names(text) == []


def test_a_first_name_of_somebody_named_in_full_is_the_same_person():
    text = "La greffière Mariam Sanfo a été arrêtée. Sa fille Mariam, 9 ans, attend."
    assert names(text) == ["Mariam Sanfo"]


def test_passages_of_a_speech_are_the_speakers():
    words = "« Le port sera prêt avant la fin du mois »"
    text = f"La ministre, Nadia Slimani, présentera le plan. En voici les principaux passages.\n\n{words}\n\n« Rien ne sera comme avant »"
    assert speakers(text) == ["Nadia Slimani", "Nadia Slimani"]
    other = f"La ministre, Nadia Slimani, a félicité le maire, Karim Lahlou. En voici des photos.\n\n{words}"
    assert speakers(other) == [None]
