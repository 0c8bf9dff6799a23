"""An office introduces the name after it where nothing but what it is an office of stands between."""

import pytest

from articles.languages import Language
from articles.wire.fetch import FetchedText
from articles.wire.parse import parse

LANGUAGES = [language.code for language in Language.all()]
WORDS = "« Rien n'est prêt depuis mars »"


def told(text):
    return parse(FetchedText(f"Un titre sur la ville\n\n{text}"), LANGUAGES, "fr")


def speakers(text):
    return [quote.speaker for quote in told(text).quotes]


def names(text):
    return [person.name for person in told(text).speakers]


@pytest.mark.parametrize(
    "text",
    [
        "Le directeur n'aime pas Karim Lahlou.",
        "Le directeur remercie Karim Lahlou.",
        "Le directeur du port remercie Karim Lahlou.",
        "Le ministre reçoit Karim Lahlou.",
        "Le ministre critique Karim Lahlou.",
        "Le ministre appelle Karim Lahlou.",
        "Le ministre accuse Karim Lahlou de tout.",
        "Le maire s'appuie sur Karim Lahlou.",
        "Le ministre rencontrera Karim Lahlou.",
        "Le maire et ses amis soutiennent Karim Lahlou.",
    ],
)
def test_a_verb_between_an_office_and_a_name_introduces_nobody(text):
    """Whoever is named has no office."""
    assert {person.position for person in told(text).speakers} <= {None}


@pytest.mark.parametrize(
    "subject",
    [
        "le maire qu'a reçu Karim Lahlou",
        "le ministre en accusant Karim Lahlou",
        "la ministre chargée de remplacer Karim Lahlou",
        "le médecin légiste pour accabler Karim Lahlou",
        "l'avocate avant de saluer Karim Lahlou",
        "la procureure, Karim Lahlou étant jugé",
        "un habitant venu soutenir Karim Lahlou",
        "un témoin, Karim Lahlou ayant refusé",
        "un proche de Nadia Slimani, Karim Lahlou se taisant",
        "un ténor du parti sur l'aide qu'a reçue Karim Lahlou",
        "la mère du défunt Karim Lahlou",
        "l'avocate du défunt Karim Lahlou",
        "l'avocat de la victime Nadia Slimani",
        "un opposant au maire Karim Lahlou",
        "un journaliste au maire, Karim Lahlou",
        "le juge à l'accusé, Karim Lahlou",
        "la responsable de presse du bourgmestre, Karim Lahlou",
        "la porte-parole de l'acteur, Karim Lahlou",
    ],
)
def test_who_is_named_further_on_does_not_speak(subject):
    assert speakers(f"{WORDS}, a dit {subject}.") == [None]


def test_words_of_somebodys_friend_are_not_his_of_whom_the_sentence_goes_on_to_speak():
    text = f"{WORDS}, selon un proche d'Omar Rachdi, Karim Lahlou se montre prudent."
    assert speakers(text) == [None]


@pytest.mark.parametrize("source", ["Selon le ministre", "Selon la police", "Pour le maire"])
def test_a_name_that_begins_a_clause_is_not_of_who_is_the_source(source):
    found = told(f"{source}, Karim Lahlou a quitté la ville.").speakers
    assert {person.position for person in found} == {None}
    assert speakers(f"{WORDS}, {source.lower()}, Karim Lahlou ayant refusé.") in ([], [None])


def test_a_comma_may_be_missing_after_the_name_of_who_does_it():
    text = "Le directeur des questions globales, Karim Lahlou a souligné ce point."
    assert names(text) == ["Karim Lahlou"]


@pytest.mark.parametrize(
    "subject",
    [
        "le maire Karim Lahlou",
        "le directeur adjoint du port Karim Lahlou",
        "le directeur général délégué Karim Lahlou",
        "le chef de l'armée Karim Lahlou",
        "le chef de file des députés, Karim Lahlou",
        "un porte-parole de l'aile jeunesse du parti, Karim Lahlou",
        "l'avocat du suspect, Me Karim Lahlou",
        "ce dimanche le bourgmestre Karim Lahlou",
        "le ministre délégué chargé des Transports, Karim Lahlou",
        "le président du groupe socialiste à l'Assemblée, Karim Lahlou",
        "le secrétaire d'État à la Jeunesse, Karim Lahlou",
        "le médecin légiste Karim Lahlou",
        "le chancelier allemand Karim Lahlou",
        "le porte-parole du parti au pouvoir, Karim Lahlou",
        "le premier vice-président de la région, Karim Lahlou",
        "l'avocat de Nadia Slimani, Karim Lahlou",
        "le chanteur Karim Lahlou",
        "le jeune chanteur algérois Karim Lahlou",
        "un habitant du quartier, Karim Lahlou",
        "le romancier et éditeur Karim Lahlou",
    ],
)
def test_what_somebody_is_stands_before_the_name(subject):
    assert speakers(f"{WORDS}, a dit {subject}.") == ["Karim Lahlou"]


def test_a_courtesy_in_full_is_not_of_a_name():
    text = f"{WORDS}, a dit la porte-parole, Madame Nadia Slimani."
    assert speakers(text) == ["Nadia Slimani"]
    assert names("La porte-parole, Madame Slimani, est venue.") == []


def test_a_place_before_a_name_is_not_of_it():
    assert "Gironde Karim Lahlou" not in names("Le député LR de Gironde Karim Lahlou est venu.")
