"""Whose text it is, where only an address, a last line or a line in capitals tells."""

import pytest

from tests.wire.sentences import read

TEXT = (
    "COMMUNIQUÉ DE PRESSE\n\nLe festival fête ses dix ans\n\nNamur, le 6 octobre 2026 – Le festival {name} revient sur les "
    "bords de Meuse du 19 au 29 novembre 2026 pour une dixième édition.\n\n4.300 places sont déjà parties, soit un cinquième "
    "de plus que l'an passé à la même date.\n\n{below}"
)


@pytest.mark.parametrize(
    ("name", "below"),
    [
        (
            "Voix Basses",
            "Contact presse : Ann Vandeputte, presse@voixbasses.example, +32 000 00 00 00",
        ),
        ("Les Nuits d'Encre", "www.lesnuitsdencre.example"),
    ],
)
def test_a_text_is_of_whom_its_address_is(name, below):
    assert read(TEXT.format(name=name, below=below), "fr").source_name == name


def test_an_address_that_is_nobodys_of_the_text_tells_nothing():
    text = TEXT.format(name="Voix Basses", below="Contact presse : Ann, presse@courriel.example")
    assert read(text, "fr").source_name != "Courriel"


def test_a_ministry_in_capitals_is_called_as_the_text_calls_it():
    text = (
        "MINISTÈRE DU PASTORALISME\nET DES PARCOURS\nCellule de communication\n\nCOMMUNIQUÉ DE PRESSE\n\nLa campagne est étendue\n\n"
        "Nouakchott, le 8 octobre 2026\n\nLe ministère du Pastoralisme et des Parcours porte à la connaissance des éleveurs que la "
        "campagne est étendue.\n\nUn point sera fait chaque lundi jusqu’à la fin de l’opération.\n\nAmpliations :\n- Primature\n- Archives"
    )
    copy = read(text, "fr")
    assert copy.source_name == "ministère du Pastoralisme et des Parcours"
    assert copy.organizations == ("ministère du Pastoralisme et des Parcours",)
    assert copy.paragraphs[-1].endswith("la fin de l’opération.")


def test_a_picture_before_a_title_is_not_of_it():
    text = "⚽️ Éliminatoires : 25 joueuses convoquées\n\nLa sélectionneuse a dévoilé vendredi une liste de 25 joueuses."
    assert read(text, "fr").headline == "Éliminatoires : 25 joueuses convoquées"


def test_a_line_of_a_broken_paragraph_ends_within_a_name():
    text = (
        "Un titre sur la ville\n\nLa campagne de vaccination a commencé hier dans quatre\nwilayas du pays, a déclaré la ministre, Mme Vatimetou Mint\n"
        "Mohamed Lemine, lors d’une visite effectuée mercredi à Rosso.\nElle a dit que les éleveurs seront informés dans chaque\nmarché de la région dès la semaine prochaine."
    )
    assert [person.name for person in read(text, "fr").speakers] == [
        "Vatimetou Mint Mohamed Lemine"
    ]
