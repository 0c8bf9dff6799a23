"""Bodies that French copy tells to be one by their kind, their trade, or by a match they play."""

import pytest

from articles.text.extraction.bodies import named_bodies


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("L'ensemble Les Voix du Sahel jouera samedi.", ["Les Voix du Sahel"]),
        ("La coopérative laitière Lait de Bresse emploie 40 personnes.", ["Lait de Bresse"]),
        ("L'association de quartier Main dans la Main distribue des repas.", ["Main dans la Main"]),
        ("L'association Racines d'Eau chiffre les travaux.", ["Racines d'Eau"]),
        ("Le collectif citoyen Sauvons la Plaine a déposé un recours.", ["Sauvons la Plaine"]),
        ("La start-up casablancaise Fellah Data lève deux millions.", ["Fellah Data"]),
        ("Le syndicat Force paysanne appelle à la grève.", ["Force paysanne"]),
        ("Le parti Al-Karama a gagné trois sièges.", ["Al-Karama"]),
        ("La chaîne privée Canal Atlas a diffusé les images.", ["Canal Atlas"]),
        ("L'entreprise publique Eaux du Nord a réparé la conduite.", ["Eaux du Nord"]),
        ("Anniviers Tourisme a fermé ses guichets.", ["Anniviers Tourisme"]),
        ("Environnement Canada avait émis un avertissement.", ["Environnement Canada"]),
        ("La Société québécoise des traverses maritimes a réagi.", ["Société québécoise des traverses maritimes"]),
        ("Le Fonds mondial pour les zones humides a promis deux millions.", ["Fonds mondial pour les zones humides"]),
        ("La Confédération paysanne du Faso a salué la décision.", ["Confédération paysanne du Faso"]),
        ("L'Agence wallonne du patrimoine a donné son accord.", ["Agence wallonne du patrimoine"]),
        ("La police cantonale valaisanne a ouvert une enquête.", ["police cantonale valaisanne"]),
        ("L'orchestre symphonique de Tunis a joué.", ["orchestre symphonique de Tunis"]),
    ],
)  # fmt: skip
def test_a_body_is_known_by_its_kind(text, bodies):
    assert named_bodies([text], "fr") == bodies


@pytest.mark.parametrize(
    ("text", "clubs"),
    [
        ("Les Tunisiens du CS Radès ont battu les Égyptiens d'Al-Nasr 3-1.", ["CS Radès", "Al-Nasr"]),
        ("Le HB Saint-Amand s'est incliné 25-23 à domicile.", ["HB Saint-Amand"]),
        ("L'Olympique Béja a pris la tête du championnat.", ["Olympique Béja"]),
        ("Les joueuses de l'Étoile du Chott ont gagné la finale 3-2.", ["Étoile du Chott"]),
    ],
)  # fmt: skip
def test_a_club_is_known_where_it_plays(text, clubs):
    assert named_bodies([text], "fr") == clubs


@pytest.mark.parametrize(
    "text",
    [
        "Le syndicat dénonce Paris et ses retards.",
        "Les Marocains de France attendent le match.",
        "Les joueurs du Mali ont gagné 2-0.",
        "Le groupe de Karim Lahlou a perdu.",
        "La coopérative de Bresse emploie 40 personnes.",
    ],
)
def test_a_place_beside_a_kind_is_no_body(text):
    assert named_bodies([text], "fr") == []
