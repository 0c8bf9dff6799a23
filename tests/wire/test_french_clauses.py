"""Whose words French says a quotation is, by the clause around it: no list has its verb, nor its noun."""

import pytest

from tests.wire.sentences import speakers

WORDS = "« Le port ne sera pas prêt avant la fin du mois »"
THAT = "« le port ne sera pas prêt avant la fin du mois »"
MAYOR = "Le maire, Karim Lahlou"
NOBODY = ([], [None])


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Le président du club, l'avocat Karim Lahlou, a imputé la défaite « à des erreurs que nous paierons cher ».", "Karim Lahlou"),
        ("La ministre, Nadia Slimani, a brandi « une menace que personne ne prend au sérieux ».", "Nadia Slimani"),
        ("Karim Lahlou, gréviste, dénonce une réforme « écrite par des gens qui ne prennent jamais le train ».", "Karim Lahlou"),
        ("L'opposant Karim Lahlou accuse le maire, Paul Martin, de « vendre la ville à ses amis depuis dix ans ».", "Karim Lahlou"),
        ("Interrogé par l'AFP, Karim Lahlou, porte-parole du port, a évoqué « un retard de quelques semaines ».", "Karim Lahlou"),
        ("Contactée, Nadia Slimani, porte-parole du port, reconnaît « un retard de quelques semaines ».", "Nadia Slimani"),
        ("Sa cheffe, Verena von Allmen, parle d'« un chantier de trois étés au moins ».", "Verena von Allmen"),
        ("Le directeur, Karim Lahlou, a salué l'équipe et rappelé que la sécurité « ne saurait être mise en balance ».", "Karim Lahlou"),
    ],
)  # fmt: skip
def test_what_somebody_holds_in_words_is_theirs(text, who):
    assert speakers(text) == [who]


@pytest.mark.parametrize(
    "text",
    [
        "L'accusé, Karim Lahlou, est poursuivi pour « association de malfaiteurs en vue de commettre un vol ».",
        "Karim Lahlou, maçon, a été qualifié par la presse de « plus grand escroc de la décennie passée ».",
        f"{MAYOR}, a inauguré une plaque où est gravé « à nos morts, la ville reconnaissante à jamais ».",
        f"{MAYOR}, a reçu une lettre anonyme promettant « des lendemains qui ne chanteront pas du tout ».",
        "Le parquet évoque « un retard de quelques semaines dans l'enquête en cours ».",
        f"{MAYOR}, a cité le poète Paul Martin : {WORDS}.",
        f"Sa consœur, Nadia Slimani, qui a pu la voir dix minutes, rapporte ces mots : {WORDS}.",
        f"{MAYOR}, a été interpellé mardi. {WORDS}",
        f"{MAYOR}, a reçu la visite du préfet, Paul Martin. {WORDS}",
        f"{MAYOR}, a relu le message de son fils. {WORDS}",
    ],
)
def test_words_that_are_of_another_are_not_his_whom_the_sentence_is_about(text):
    assert speakers(text) in NOBODY


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"La procureure, Nadia Slimani, a requis cinq ans. La magistrate a dénoncé {THAT}.", "Nadia Slimani"),
        (f"L'entraîneur Karim Lahlou est revenu sur le match. {WORDS}, a pesté le technicien marocain.", "Karim Lahlou"),
        (f"La romancière Nadia Slimani sera présente. {WORDS}, promet l'écrivaine.", "Nadia Slimani"),
        (f"Le colonel Karim Lahlou commande la garnison. {WORDS}, a averti l'officier.", "Karim Lahlou"),
        (f"Le député Karim Lahlou a pris la parole. L'élu a regretté que {THAT}.", "Karim Lahlou"),
        (f"Son conseil, Me Karim Lahlou, plaidera lundi. L'avocat a fustigé {THAT}.", "Karim Lahlou"),
        (f"{MAYOR}, a félicité la ministre, Nadia Slimani. Cette dernière a répondu : {WORDS}.", "Nadia Slimani"),
        (f"{MAYOR}, a reçu l'ambassadeur Paul Martin. Celui-ci a promis : {WORDS}.", "Paul Martin"),
        (f"Une soirée est offerte au contrebassiste Karim Lahlou. Installé à Namur, celui-ci jouera seul. {WORDS}, plaisante-t-il.", "Karim Lahlou"),
    ],
)  # fmt: skip
def test_whoever_is_called_again_speaks(text, who):
    assert speakers(text) == [who]


@pytest.mark.parametrize(
    "text",
    [
        f"L'entraîneur Karim Lahlou est revenu sur le match. {WORDS}, a dit le gardien.",
        f"Le plaignant, Karim Lahlou, a témoigné. L'avocat a soutenu que {THAT}.",
        f"La victime, Karim Lahlou, connaissait Paul Martin. {WORDS}, aurait crié ce dernier.",
    ],
)
def test_a_noun_that_may_be_of_another_calls_nobody_again(text):
    assert speakers(text) in ([None], ["Paul Martin"])


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"{MAYOR}, montre les caisses vides. {WORDS}", "Karim Lahlou"),
        (f"Nadia Slimani, apicultrice, secoue la tête. {WORDS}", "Nadia Slimani"),
        (f"Nadia Slimani, apicultrice, range ses outils. Elle rit, puis se ravise. {WORDS}", "Nadia Slimani"),
        (f"Son petit-fils, Karim Lahlou, 19 ans, attend un visa. Il ne s'en cache pas : {WORDS}", "Karim Lahlou"),
        (f"La pointue Eya Ben M’barek (27 points) peinait à trouver ses mots : {WORDS}", "Eya Ben M’barek"),
        (f"Karim Lahlou, gérant, est lucide. Au fond, reconnaît-il, {THAT}.", "Karim Lahlou"),
        (f"Ce n'est pas l'avis de la maire, Nadia Slimani, pour qui {THAT}.", "Nadia Slimani"),
        (f"Elles prennent acte des propos du procureur Karim Lahlou, selon lequel {THAT}.", "Karim Lahlou"),
        (f"De l'aveu même de la gérante, Nadia Slimani, {THAT}.", "Nadia Slimani"),
        (f"Même son de cloche chez Karim Lahlou, président du port : {WORDS}", "Karim Lahlou"),
        ("Selon la gérante, Nadia Slimani, « rien n'a bougé ».", "Nadia Slimani"),
        (f"Le directeur du port, le docteur Karim Lahlou, est venu. Il a assuré que {THAT}.", "Karim Lahlou"),
        (f"À Qabb Élias, Nzwa Ghorbel, concierge, a tout lavé. {WORDS}, raconte-t-elle.", "Nzwa Ghorbel"),
    ],
)  # fmt: skip
def test_who_leads_the_sentence_before_the_words_speaks(text, who):
    assert speakers(text) == [who]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"{WORDS}, a lancé à la foule le maire Karim Lahlou.", "Karim Lahlou"),
        (f"{WORDS}, a déclaré lors d'une conférence de presse le ministre Karim Lahlou.", "Karim Lahlou"),
        (f"{WORDS}, a répondu au journaliste le ministre de la Pêche, Karim Lahlou.", "Karim Lahlou"),
        (f"{WORDS}, a lancé au prévenu la substitute du procureur du roi, Nadia Slimani.", "Nadia Slimani"),
        (f"{WORDS}, a crié du balcon une voisine, Nadia Slimani.", "Nadia Slimani"),
        (f"{WORDS}, se désole, les larmes aux yeux, la patronne du café, Nadia Slimani.", "Nadia Slimani"),
        (f"{WORDS}, a réagi, très ému, le metteur en scène Sid-Ahmed Benyoucef.", "Sid-Ahmed Benyoucef"),
        (f"{WORDS}, résume, amer, Karim Lahlou.", "Karim Lahlou"),
        (f"{WORDS}, résume Didier Lahlou, docker.", "Didier Lahlou"),
        (f"{WORDS}, explique le Pr Anicet Dossou, hématologue.", "Anicet Dossou"),
        (f"{WORDS}, se souvient l'une de ses élèves, la Pr Nadia Slimani.", "Nadia Slimani"),
        (f"{WORDS}, a averti hier Karim Lahlou, secretaire general.", "Karim Lahlou"),
        (f"{WORDS}, a declare le ministre Karim Lahlou.", "Karim Lahlou"),
    ],
)  # fmt: skip
def test_whoever_stands_behind_the_verb_and_what_follows_it_speaks(text, who):
    assert speakers(text) == [who]


def test_words_that_go_on_are_of_the_same():
    text = f"{WORDS}, explique le professeur Karim Lahlou, et de conclure : « Il faudra attendre le printemps. »"
    assert speakers(text) == ["Karim Lahlou", "Karim Lahlou"]
    text = f"{WORDS}, explique le professeur Karim Lahlou. Et d'ajouter : « Il faudra attendre le printemps. »"
    assert speakers(text) == ["Karim Lahlou", "Karim Lahlou"]


@pytest.mark.parametrize(
    "text",
    [
        "Des pancartes où l'on pouvait lire « L'eau avant les dattes » ont été brandies.",
        "Devant le palais, une vingtaine de coopérateurs scandaient « Rendez-nous la caisse ».",
    ],
)
def test_what_is_shown_or_chanted_is_quoted_and_nobodys(text):
    assert speakers(text) == [None]
