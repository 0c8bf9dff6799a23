"""Words that stand alone below what announces them, and those whose the next sentence says they were."""

import pytest

from tests.wire.sentences import names, speakers

WORDS = "« Le port ne sera pas prêt avant la fin du mois »"
NADIA = "La directrice du port, Nadia Slimani, est venue."
HIS = "«لن يكون الميناء جاهزا قبل نهاية الشهر»"
HIM = "زار مدير الميناء كريم الحلو المدينة."


@pytest.mark.parametrize(
    "cue",
    [
        "[SON 1 – Nadia Slimani, directrice du port – 0'14]",
        "(ITW Nadia Slimani)",
        "[Extrait 2 : Nadia Slimani]",
    ],
)
def test_a_cue_of_radio_says_whose_the_words_below_it_are(cue):
    assert speakers(f"Le port reste fermé.\n\n{cue}\n\n{WORDS}") == ["Nadia Slimani"]


def test_a_cue_in_arabic_says_so_too():
    assert speakers(f"{HIM}\n\n(صوت 2 – كريم الحلو، مدير الميناء – 12 ث)\n\n{HIS}", "ar") == [
        "كريم الحلو"
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"{NADIA}\n\nQue répondez-vous ?\n\n{WORDS}\n\nEt les dockers ?\n\n{WORDS}", ["Nadia Slimani"] * 2),
        (f"Le port.\n\nPourquoi ?\n\nNadia Slimani : {WORDS}\n\nEt les dockers ?\n\n{WORDS}\n\nEt après ?\n\n{WORDS}", ["Nadia Slimani"] * 3),
        (f"La maire, Nadia Slimani, et le préfet, Paul Martin, sont là.\n\nPourquoi ?\n\n{WORDS}\n\nEt après ?\n\n{WORDS}", [None] * 2),
    ],
)  # fmt: skip
def test_answers_are_of_who_alone_is_asked(text, who):
    assert speakers(text) == who


def test_answers_in_arabic_are_of_who_alone_is_asked():
    text = f"{HIM}\n\nلماذا هذا التأخير؟\n\n{HIS}\n\nوماذا بعد؟\n\n{HIS}"
    assert speakers(text, "ar") == ["كريم الحلو"] * 2


def test_passages_below_the_subjects_of_a_speech_are_of_who_alone_was_named_above():
    assert speakers(
        f"{NADIA}\n\nSur les dockers :\n\n{WORDS}\n\nÀ propos du budget :\n\n{WORDS}"
    ) == ["Nadia Slimani"] * 2  # fmt: skip


@pytest.mark.parametrize("line", ["Une banderole était tendue.", "[Ambiance : pelleteuse]"])
def test_words_below_any_other_line_are_of_nobody(line):
    assert speakers(f"{NADIA}\n\n{line}\n\n{WORDS}") == [None]


@pytest.mark.parametrize(
    "text",
    [
        f"{WORDS}. C'est la phrase que Nadia Slimani, directrice du port, a répétée.",
        f"{WORDS}. C'est le cri d'alarme lancé par Nadia Slimani, directrice du port.",
        f"{WORDS}. Ces mots sont ceux de la directrice du port, Nadia Slimani.",
        f"{WORDS}. C'est en ces termes que Nadia Slimani, directrice du port, a salué l'équipe.",
        f"{WORDS}. C'est ce qu'a déclaré Nadia Slimani, directrice du port.",
        f"{WORDS}. Ainsi parlait Nadia Slimani, directrice du port.",
    ],
)
def test_the_next_sentence_says_whose_words_they_were(text):
    assert speakers(text) == ["Nadia Slimani"]


@pytest.mark.parametrize(
    "text",
    [
        f"{WORDS}. C'est ce que dit le rapport. Nadia Slimani, directrice du port, l'a lu.",
        f"{WORDS}. C'est le thème du colloque de Nadia Slimani, directrice du port.",
    ],
)
def test_what_is_no_word_for_speech_says_nothing(text):
    assert speakers(text) == [None]


@pytest.mark.parametrize(
    "text",
    [
        f"{NADIA}\n\n10:15 — Nadia Slimani prend place. {WORDS}",
        f"{NADIA}\n\n[09h20] Une journaliste demande des comptes. Mme Slimani : {WORDS}",
        f"{NADIA}\n\n14 h 32. {WORDS}, répond la directrice.",
    ],
)
def test_the_hour_of_a_line_is_not_its_subject(text):
    assert speakers(text) == ["Nadia Slimani"]


@pytest.mark.parametrize(
    "text",
    [
        "''Le port ne sera pas prêt'', a dit la directrice du port, Nadia Slimani.",
        "La directrice du port, Nadia Slimani, l'a dit : “Le port ne sera pas prêt\".",
    ],
)
def test_marks_of_any_keyboard_are_marks(text):
    assert speakers(text) == ["Nadia Slimani"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"{NADIA} Réponse de la directrice : {WORDS}", "Nadia Slimani"),
        (f"Réplique du préfet Paul Martin : {WORDS}", "Paul Martin"),
        (f"Un argument balayé par Me Paul Martin, qui plaide avec Me Nadia Slimani : {WORDS}", "Paul Martin"),
        (f"Le point sera vérifié, indique le porte-parole de la police, le lieutenant Paul Martin : {WORDS}", "Paul Martin"),
        (f"Paul Martin (capitaine de Rabat) : {WORDS}", "Paul Martin"),
        (f"Le syndicat, par la voix de son secrétaire général Paul Martin, dénonce {WORDS}.", "Paul Martin"),
        (f"Pour le commissaire, Paul Martin, tout est prêt. {WORDS}, lance le sexagénaire, qui sourit.", "Paul Martin"),
        (f"La maire Nadia Slimani est réélue. L'élue veut agir. {WORDS}, dit-elle.", "Nadia Slimani"),
        (f"Le PDG de la société, Paul Martin, est venu. {WORDS}, a assuré le dirigeant aux actionnaires.", "Paul Martin"),
        (f"Le préfet, Paul Martin, a saisi le tribunal. {WORDS}, a-t-il expliqué.", "Paul Martin"),
        (f"Plus bas, son petit-neveu Charbel répare une pompe. Il n'attend rien : {WORDS}", "Charbel"),
        (f"Abou Nizar pose sa sacoche. {WORDS}, annonce-t-il.", "Abou Nizar"),
        (f"La présidente de la CGT Nadia Slimani y voit {WORDS}.", "Nadia Slimani"),
    ],
)  # fmt: skip
def test_the_clause_says_who_speaks(text, who):
    assert speakers(text) == [who]


@pytest.mark.parametrize(
    "text",
    [
        f"Un homme arrêté par le gendarme Paul Martin : {WORDS}",
        f"Hommage au procureur Paul Martin : {WORDS}",
        f"Le préfet, Paul Martin, a accusé le syndicat. {WORDS}, a-t-il rétorqué.",
        f"Le préfet, Paul Martin, a reçu le syndicat. {WORDS}",
    ],
)
def test_of_two_who_could_have_spoken_none_is_named(text):
    assert speakers(text) == [None]


def test_what_somebody_is_called_beside_a_name_is_no_other_person():
    assert names("Le chef Paul Martin, surnommé Abou Tareq, a parlé.") == ["Paul Martin"]
