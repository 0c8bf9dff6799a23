"""French bodies told by their place, their quality or their letters; whose paper it is, and what it is called."""

import pytest

from tests.wire.sentences import read, told


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Le projet est porté par le port autonome de Fort-Royal depuis 2019.", "port autonome de Fort-Royal"),
        ("Il a été soigné par le SMUR du Haut-Plateau.", "SMUR du Haut-Plateau"),
        ("Le feu est éteint, a dit le SIS Combes-Nord.", "SIS Combes-Nord"),
        ("Il travaille avec le CIUSSS du Lac-et-du-Fjord.", "CIUSSS du Lac-et-du-Fjord"),
        ("Il dirige le conseil régional d'Occitanie.", "conseil régional d'Occitanie"),
        ("Il dirige le centre hospitalier universitaire de Liège.", "centre hospitalier universitaire de Liège"),
        ("Il a quitté l'Union des armateurs indépendants.", "Union des armateurs indépendants"),
        ("Il a quitté la Coalition des syndicats autonomes du Sénégal.", "Coalition des syndicats autonomes du Sénégal"),
        ("Il préside la Banque maghrébine de développement.", "Banque maghrébine de développement"),
        ("Il préside la Banque nationale suisse.", "Banque nationale suisse"),
        ("Il parle au nom de l'Internationale des services publics.", "Internationale des services publics"),
        ("Le navire intéresse le Bureau d'enquêtes et d'analyses.", "Bureau d'enquêtes et d'analyses"),
        ("Il a rejoint le Parti socialiste en mai.", "Parti socialiste"),
        ("Il a rejoint la Garde nationale en mai.", "Garde nationale"),
        ("Il a battu le Gomido Club des Lagunes en mai.", "Gomido Club des Lagunes"),
        ("Le recueil est paru aux Éditions du Seuil.", "Éditions du Seuil"),
    ],
)  # fmt: skip
def test_a_body_is_whole(text, body):
    assert told(text).organizations == (body,)


@pytest.mark.parametrize(
    "text",
    [
        "Le port est fermé et le centre de la ville aussi.",
        "La police a fermé la rue, la garde a été relevée.",
        "Le conseil régional se réunit demain.",
    ],
)
def test_what_may_be_any_is_no_body(text):
    assert told(text).organizations == ()


def test_a_body_is_called_as_its_own_text_calls_it():
    text = (
        "CONFEDERATION DES TRAVAILLEURS DE L'EAU (CSTE)\n\nDECLARATION\n\nGrève à Thiès\n\n"
        "Fait à Thiès, le 9 mai 2026\n\nLa CSTE, réunie samedi, décrète une grève de trois jours. "
        "La grève sera suivie partout, selon la CSTE."
    )
    assert "CONFEDERATION DES TRAVAILLEURS DE L'EAU (CSTE)" not in read(text, "fr").organizations
