"""A name is as long as its bearer writes it: particles, initials, what somebody is called by friends."""

import pytest

from tests.wire.sentences import names, speakers, told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Le maire, Olivier d'Harcourt, a ouvert la séance.", "Olivier d'Harcourt"),
        ("La préfète Solange de Lastic d’Estaing est venue.", "Solange de Lastic d’Estaing"),
        ("Le directeur, Karl von der Heyden-Rossi, est parti.", "Karl von der Heyden-Rossi"),
        ("Le ministre Ahmed Ould Sidi Mohamed Ould Bah a démissionné.", "Ahmed Ould Sidi Mohamed Ould Bah"),
        ("La directrice, Noura Al Fahd Al Saad Al Murr, est partie.", "Noura Al Fahd Al Saad Al Murr"),
        ("Le romancier Paul D. Sawadogo a lu une page.", "Paul D. Sawadogo"),
        ("La ministre de la Pêche, Awa K. Diop-Sarr, est absente.", "Awa K. Diop-Sarr"),
        ("Le ministre J.-B. Kouassi a répondu.", "J.-B. Kouassi"),
        ("Le gardien Miloš Đorđević a arrêté le tir.", "Miloš Đorđević"),
        ("Son voisin Bilal R., 19 ans, a été blessé.", "Bilal R."),
        ("La boulangère, Nadia S., a fermé tôt.", "Nadia S."),
    ],
)  # fmt: skip
def test_a_name_is_read_to_its_end(text, name):
    assert names(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Selon le colonel Marc « Titi » Lebrun, « la crue est passée depuis ce matin ».", "Marc Lebrun"),
        ('Le sélectionneur Omar "Magic" Sahraoui a promis : « Nous jouerons pour gagner. »', "Omar Sahraoui"),
    ],
)  # fmt: skip
def test_what_friends_call_somebody_is_no_part_of_the_name(text, name):
    copy = told(text)
    assert [person.name for person in copy.speakers] == [name]
    assert [quote.speaker for quote in copy.quotes] == [name]


def test_by_whatever_name_else_somebody_goes_nobody_else_is_meant():
    assert names("Le chanteur Idriss Bakari, dit Papa Wemba Junior, est mort.") == ["Idriss Bakari"]
    assert names("Le maire, Hama Touré dit Le Vieux Lion, est venu.") == ["Hama Touré"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Le chef de la tribu, cheikh Nawaf Al-Hadid, est venu.", "Nawaf Al-Hadid"),
        ("La directrice de l'école, Sœur Bernadette Kaboré, est venue.", "Bernadette Kaboré"),
        ("Le porte-parole du diocèse, l'abbé Firmin Zongo, est venu.", "Firmin Zongo"),
    ],
)
def test_an_honour_before_a_name_is_no_part_of_it(text, name):
    assert names(text) == [name]


def test_a_sentence_does_not_end_at_an_initial():
    text = "Le maire, Paul D. Sawadogo, est venu. « Le pont ouvrira lundi matin », a-t-il dit."
    assert speakers(text) == ["Paul D. Sawadogo"]


def test_an_initial_may_end_a_sentence():
    text = "L'équipe jouera dans le groupe B. Le maire, Karim Lahlou, s'en réjouit."
    assert names(text) == ["Karim Lahlou"]
