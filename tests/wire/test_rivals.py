"""Somebody whom a text names without saying who it is may be the one that speaks.

Where a pronoun, a verb alone or an office could mean that person, the words are nobody's.
"""

import pytest

from articles.languages import Language
from articles.wire.fetch import FetchedText
from articles.wire.parse import parse

LANGUAGES = [language.code for language in Language.all()]
MAYOR = "Le maire, Omar Rachdi, a ouvert le stade. "
SAID = "« Rien n'est prêt depuis mars », a-t-il dit."


def speakers(text, language="fr"):
    title = "عنوان الخبر هنا" if language == "ar" else "Un titre sur la ville"
    return [
        quote.speaker
        for quote in parse(FetchedText(f"{title}\n\n{text}"), LANGUAGES, language).quotes
    ]


@pytest.mark.parametrize(
    "between",
    [
        "Emmanuel Lacour, lui, n'y croit pas.",
        "Il a reçu Emmanuel Lacour.",
        "Selon Ewen Lacour, tout est prêt.",
        "Selon Lacour, tout est prêt.",
        "Pour Lacour, il faut attendre.",
        "De son côté, Lacour a refusé.",
        "L'éditeur Emmanuel Lacour proteste.",
        "Emmanuel Lacour et le maire ont parlé.",
        "Le projet est contesté par Emmanuel Lacour.",
        "M. Lacour a refusé.",
        "Me Lacour a refusé.",
    ],
)
def test_a_pronoun_is_nobodys_once_somebody_unknown_was_named(between):
    assert speakers(f"{MAYOR}{between} {SAID}") == [None]


@pytest.mark.parametrize(
    "between",
    [
        "Emmanuel Lacour reste prudent.",
        "Ensuite, Emmanuel Lacour a pris la parole.",
        "De son côté, Emmanuel Lacour a refusé.",
    ],
)
def test_a_pronoun_is_whose_sentence_it_was_though_nothing_else_is_said_of_him(between):
    assert speakers(f"{MAYOR}{between} {SAID}") == ["Emmanuel Lacour"]


@pytest.mark.parametrize(
    "between",
    ["L'opposant Emmanuel Lacour a refusé.", "Son homologue Emmanuel Lacour a refusé."],
)
def test_a_pronoun_means_whoever_was_named_by_what_he_is(between):
    assert speakers(f"{MAYOR}{between} {SAID}") == ["Emmanuel Lacour"]


@pytest.mark.parametrize(
    "between",
    [
        "Le commerçant s'emporte.",
        "Dehors, son voisin s'emporte.",
        "À la sortie, un jeune homme s'emporte.",
        "L'élu d'opposition s'emporte.",
        "Le quinquagénaire, licencié en mai, s'emporte.",
        "Quant à l'opposant, il s'emporte.",
        "Autre son de cloche chez un boulanger.",
    ],
)
def test_a_pronoun_is_nobodys_once_somebody_without_a_name_was_spoken_of(between):
    assert speakers(f"{MAYOR}{between} {SAID}") == [None]


@pytest.mark.parametrize(
    "sentence",
    [
        "Un habitant s'est plaint, et il a dit que « rien n'est prêt depuis mars ».",
        "Un habitant est venu : « Rien n'est prêt depuis mars », a-t-il dit.",
        "Le préfet s'interroge : « Rien n'est prêt depuis mars », a-t-il dit.",
        "Interrogé, son adjoint hausse les épaules : « Rien n'est prêt depuis mars », dit-il.",
        "Pour son voisin, « rien n'est prêt depuis mars », dit-il.",
    ],
)
def test_a_pronoun_is_nobodys_in_a_sentence_of_somebody_without_a_name(sentence):
    assert speakers(MAYOR + sentence) == [None]


def test_who_is_spoken_of_in_words_told_is_not_who_tells_them():
    told = "Le conducteur a été tué sur le coup, a-t-il ajouté. "
    assert speakers(MAYOR + told + SAID) == ["Omar Rachdi"]
    assert speakers(f"{MAYOR}Le préfet, Karim Lahlou, viendra demain, a-t-il ajouté. {SAID}") == [
        None
    ]


def test_whom_somebody_names_in_speaking_may_reply_but_does_not_go_on():
    spoke = "« Tout est prêt », a dit le maire, Omar Rachdi, à Emmanuel Lacour. "
    assert speakers(spoke + "« Nous avançons », a-t-il ajouté.") == ["Omar Rachdi"] * 2
    assert speakers(spoke + "« Nous attendons », a-t-il répondu.") == ["Omar Rachdi", None]


@pytest.mark.parametrize(
    "sentence",
    [
        "« Rien n'est prêt », a-t-il insisté, tandis qu'un habitant lui disait : « On attend toujours. »",
        "« Rien n'est prêt », a-t-il insisté, alors que le préfet expliquait : « On attend toujours. »",
        (
            "Il a répondu : « Rien n'est prêt » et la critique de la Gazette est restée sans aucune "
            "pitié : « On attend toujours. »"
        ),
    ],
)
def test_who_spoke_first_in_a_sentence_does_not_say_what_another_says_in_it(sentence):
    assert speakers(MAYOR + sentence) == ["Omar Rachdi", None]


def test_a_pronoun_may_stand_between_the_parts_of_a_verb():
    said = "Le préfet, Karim Lahlou, a lui estimé que « rien n'est prêt depuis mars »."
    assert speakers(MAYOR + said) == ["Karim Lahlou"]
    assert speakers(
        f"{MAYOR}Maïwenn Lacour a elle estimé que « rien n'est prêt depuis mars »."
    ) == [None]


def test_what_somebody_is_called_beside_his_name_is_nobody_else():
    text = "Le maire, Omar Rachdi, un habitant du quartier, a parlé. "
    assert speakers(text + SAID) == ["Omar Rachdi"]
    assert speakers(f"{MAYOR}L'artiste Omar Rachdi a souri. {SAID}") == ["Omar Rachdi"]
    assert speakers(f"{MAYOR}Devant le Parlement, il a dit que « tout est prêt depuis mars ».") == [
        "Omar Rachdi"
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ewen Lacour a lui déclaré que « rien n'est prêt », a-t-il dit.",
        "Face à Emmanuel Lacour, « rien n'est prêt depuis mars », a-t-il dit.",
        "Emmanuel Lacour, lui, n'y croit pas : « Rien n'est prêt depuis mars », a-t-il dit.",
    ],
)
def test_a_pronoun_is_nobodys_beside_somebody_unknown(sentence):
    assert speakers(MAYOR + sentence) == [None]


@pytest.mark.parametrize(
    "between",
    [
        "",
        "Il est venu à pied.",
        "Il est venu à pied. Il repartira en train.",
    ],
)
def test_a_pronoun_means_whom_the_text_goes_on_to_speak_of(between):
    assert speakers(f"{MAYOR}{between} {SAID}") == ["Omar Rachdi"]


@pytest.mark.parametrize(
    "between",
    [
        "Le stade a coûté cher à la région.",
        "La Coupe du monde commence en juin à Béni-Mellal.",
        "Le palais de la Cité Internationale a été repeint.",
        "Il faut dire que le stade est neuf.",
        "Elle est venue à pied.",
    ],
)
def test_a_pronoun_is_nobodys_once_a_sentence_tells_of_something_else(between):
    assert speakers(f"{MAYOR}{between} {SAID}") == [None]


def test_words_said_beside_a_stranger_keep_their_speaker():
    said = "« Rien n'est prêt », a dit M. Rachdi à Emmanuel Lacour."
    assert speakers(MAYOR + said) == ["Omar Rachdi"]
    assert speakers(
        "Le maire, Omar Rachdi, a dit à Emmanuel Lacour que « rien n'est prêt depuis mars »."
    ) == ["Omar Rachdi"]


@pytest.mark.parametrize(
    "office",
    [
        "le romancier et éditeur Karim Lahlou",
        "le romancier et grand voyageur Karim Lahlou",
        "le romancier en vogue Karim Lahlou",
        "le romancier pour enfants Karim Lahlou",
    ],
)
def test_an_office_before_another_name_is_not_that_of_who_was_named_before(office):
    text = f"Le romancier Omar Rachdi a signé. « Le livre vit encore », a dit {office}."
    assert speakers(text) in ([None], ["Karim Lahlou"])


def test_a_trade_beside_an_office_introduces_who_has_both():
    text = "Le romancier et éditeur Karim Lahlou est venu. « Le livre vit », a dit M. Lahlou."
    assert speakers(text) == ["Karim Lahlou"]


def test_an_office_at_a_company_is_not_the_companys_name():
    text = "« Tout est prêt », a dit le directeur de l'opérateur Atlas Mobile."
    assert speakers(text) == [None]


@pytest.mark.parametrize(
    "relayed",
    [
        "Le maire, Omar Rachdi, a rappelé ce que disait Karim Lahlou : « Rien n'est prêt ici. »",
        "Le maire, Omar Rachdi, a rappelé les mots de Karim Lahlou : « Rien n'est prêt ici. »",
    ],
)
def test_words_of_another_that_somebody_recalls_are_not_his(relayed):
    assert speakers(relayed) == [None]


def test_a_surname_that_two_bear_is_neithers_though_one_has_no_office():
    son = "Nadim Rachdi a bâti le stade. Son père, le maire Omar Rachdi, est mort en 2005.\n\n"
    assert speakers(f"{son}« Rien n'est prêt depuis mars », dit Rachdi.") == [None]
    assert speakers(f"{son}« Rien n'est prêt depuis mars », a dit Omar Rachdi.") == ["Omar Rachdi"]
    arabic = "كريم العلوي هو باني الجسر، وابن الوزير محمد العلوي.\n\n"
    assert speakers(f'{arabic}وقال العلوي إن "الجسر سيفتح غدا أمام الجميع".', "ar") == [None]
