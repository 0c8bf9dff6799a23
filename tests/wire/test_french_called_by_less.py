"""Who is meant in French by less than a name: a middle surname, an accused, « cette veuve », a byname."""

import pytest

from .sentences import names, read, speakers

SAID = "« Chaque heure compte pour les familles de la vallée »"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            (
                "Une équipe conduite par le Docteur Awa Koné Traoré, directrice du centre, est partie."
                f"\n\n{SAID}, rappelle le Docteur Koné."
            ),
            "Awa Koné Traoré",
        ),
        (
            (
                "Les visiteurs l'ont emporté grâce à un panier de Slim Ben Ayed à la sirène."
                f"\n\n{SAID}, a déclaré Ben Ayed au micro."
            ),
            "Slim Ben Ayed",
        ),
        (
            f"Selon le sergent Paul Roy, porte-parole de la police, {SAID[:-2]}».",
            "Paul Roy",
        ),
        (
            (
                "La ministre du Logement, Inge Callens, a indiqué par écrit qu'elle présenterait un plan "
                "« avant les vacances de fin d'année »."
            ),
            "Inge Callens",
        ),
        (
            f"Il contient des témoignages, dont celui de Mariam, 34 ans, mère de trois enfants : {SAID}",
            "Mariam",
        ),
        (
            f"Devant sa porte neuve, Zohra Aït Brahim compte encore les nuits.\n\n{SAID}, confie cette veuve de 61 ans.",
            "Zohra Aït Brahim",
        ),
        (
            f"Nizar Hlioui, qui dirige la section depuis l'été, se souvient des promesses. {SAID}, prévient le syndicaliste.",
            "Nizar Hlioui",
        ),
        (
            f'Selon le commissaire Hama Sani, chef d\'antenne, la saisie est la plus grosse. "{SAID[2:-2]}", a t il declaré.',
            "Hama Sani",
        ),
    ],
)
def test_the_words_are_of_whoever_is_called_so(text, name):
    assert speakers(text) == [name]


@pytest.mark.parametrize(
    "first",
    [
        "Poursuivi pour homicides après l'effondrement d'un balcon, Jean Morel, 71 ans, a répondu quatre heures.",
        "Jean Morel, 58 ans, est accusé d'incendie volontaire.",
        "L'accusé Jean Morel est arrivé libre.",
        "Jean Morel, 27 ans, répond du meurtre de son voisin.",
    ],
)
def test_an_accused_is_called_so_for_all_of_a_trial(first):
    text = f"{first}\n\nLa procureure, Anne Petit, a requis dix ans.\n\n{SAID}, a lancé le prévenu."
    assert speakers(text) == ["Jean Morel"]


@pytest.mark.parametrize(
    "text",
    [
        # Two are accused.
        "L'accusé Jean Morel est arrivé libre, l'accusé Luc Roux menotté.\n\n"
        + SAID
        + ", a lancé l'accusé.",
        # A man is no « cette veuve ».
        "M. Karim Aït Brahim compte encore les nuits.\n\n"
        + SAID
        + ", confie cette veuve de 61 ans.",
        # « Pierre » may be anybody's first name.
        "Jean Pierre Morel, directeur du port, est arrivé.\n\nLe conseil a voté.\n\n"
        + SAID
        + ", a dit M. Pierre.",
    ],
)
def test_where_two_can_be_meant_the_words_are_nobodys(text):
    assert speakers(text) == [None]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("le capitaine Mathis « Gros Louis » Picard", "Mathis Picard"),
        ('le président Tahar dit "Hamma" Ferguène', "Tahar Ferguène"),
        ("le président Bakary Koné dit Vieux", "Bakary Koné"),
        ("le Commissaire Principal de Police Harouna Sani", "Harouna Sani"),
        ("Hédi Kadri, l’un des derniers potiers de la ville", "Hédi Kadri"),
    ],
)
def test_a_name_without_its_byname_or_rank(words, name):
    assert names(f"La ville a reçu hier {words}, après la fête.") == [name]


def test_a_byname_within_a_name_moves_no_other_word():
    text = "Selon le sergent Paul « Steve » Roy-Diallo, porte-parole de la police, la visibilité était « quasi nulle »."
    assert speakers(text) == ["Paul Roy-Diallo"]


def test_a_headline_says_who_is_accused():
    copy = read(
        "Assises : l'accusé Jean Morel nie\n\nLIEGE 24/11 (BELGA)\n\nJean Morel, 29 ans, a reconnu mardi des coups à son voisin "
        "Luc Petit, 61 ans.\n\nInterrogé par la présidente Anne Roux, l'accusé a parlé d'un différend. "
        '"Je voulais seulement qu\'il arrête de crier", a-t-il affirmé.'
    )
    assert [one.speaker for one in copy.quotes] == ["Jean Morel"]
