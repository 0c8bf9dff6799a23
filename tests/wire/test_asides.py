"""What leads elsewhere in the middle of a text is taken off by itself, and said."""

import pytest

from articles.wire.layout.parts import PartKind
from articles.wire.layout.unwrapping import lay_out
from tests.wire.sentences import read

BEGINS = (
    "Tanger : la voie rapide ouvre en mars",
    "Le conseil de la ville a annoncé jeudi que la voie rapide serait ouverte au mois de mars prochain.",
)
GOES_ON = (
    "« Les travaux sont finis à neuf dixièmes », a déclaré Nadia Berrada, présidente du conseil.",
    "Les riverains demandent des passages pour piétons devant les deux écoles du quartier.",
)
ARABIC_BEGINS = (
    "طنجة: الطريق السريع يفتح في مارس",
    "أعلن مجلس المدينة يوم الخميس أن الطريق السريع الجديد سيفتح أمام حركة السير خلال شهر مارس المقبل.",
)
ARABIC_GOES_ON = (
    "وقالت نادية برادة، رئيسة المجلس، إن «الأشغال بلغت تسعين في المئة» خلال الأسابيع الماضية.",
    "ويطالب السكان بممرات للراجلين أمام المدرستين الموجودتين في الحي منذ سنوات طويلة.",
)


def joined(*blocks):
    return "\n\n".join(blocks)


def asides(text):
    return [one.text for one in lay_out(text).parts if one.kind is PartKind.ASIDE]


@pytest.mark.parametrize(
    "aside",
    [
        "Lire aussi : Sécheresse : neuf mesures pour les éleveurs",
        "À lire aussi\nSécheresse : neuf mesures pour les éleveurs",
        "A LIRE ÉGALEMENT\nSécheresse : neuf mesures pour les éleveurs\nLe port de Nador attend ses grues",
        "Sur le même sujet\n- Sécheresse : neuf mesures\n- Le port de Nador attend ses grues",
        "Voir aussi – Sécheresse : neuf mesures pour les éleveurs",
        "[Lire aussi : Faut-il fermer la médina aux voitures ?]",
        "Articles similaires\nSécheresse : neuf mesures pour les éleveurs",
        "La suite après cette publicité",
        "PUBLICITÉ",
        "Recevez chaque matin notre newsletter",
    ],
)
def test_only_what_leads_elsewhere_is_taken_out_of_the_middle(aside):
    text = joined(*BEGINS, aside, *GOES_ON)
    copy = read(text, "fr")
    assert copy.headline == BEGINS[0]
    assert copy.paragraphs == (BEGINS[1], *GOES_ON)
    assert [one.speaker for one in copy.quotes] == ["Nadia Berrada"]
    assert asides(text) == [aside]
    assert any(aside.split("\n")[0][:40] in one for one in copy.warnings)


@pytest.mark.parametrize(
    "aside",
    [
        "اقرأ أيضا: تسعة تدابير لفائدة مربي الماشية",
        "اقرأ أيضاً\nتسعة تدابير لفائدة مربي الماشية",
        "إقرأ أيضا | ميناء الناظور ينتظر رافعاته",
        "شاهد أيضا: ميناء الناظور ينتظر رافعاته",
        "مواضيع ذات صلة\nتسعة تدابير لفائدة مربي الماشية\nميناء الناظور ينتظر رافعاته",
        "إعلان",
    ],
)
def test_only_what_leads_elsewhere_is_taken_out_of_the_middle_in_arabic(aside):
    text = joined(*ARABIC_BEGINS, aside, *ARABIC_GOES_ON)
    copy = read(text, "ar")
    assert copy.paragraphs == (ARABIC_BEGINS[1], *ARABIC_GOES_ON)
    assert asides(text) == [aside]
    assert any(aside.split("\n")[0] in one for one in copy.warnings)


def test_at_the_end_all_of_it_stands_below_the_text():
    text = joined(*BEGINS, *GOES_ON, "Lire aussi\nSécheresse : neuf mesures\nLe port de Nador")
    copy = read(text, "fr")
    assert copy.paragraphs == (BEGINS[1], *GOES_ON)
    assert asides(text) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Lire aussi les petites lignes du contrat est un devoir pour chaque locataire de la ville.",
        "Voir aussi loin que possible, c’est ce que demandent les pilotes du port depuis dix ans.",
    ],
)
def test_a_sentence_that_begins_with_the_same_words_stays(sentence):
    assert sentence in read(joined(*BEGINS, sentence, *GOES_ON), "fr").paragraphs


@pytest.mark.parametrize(
    "below",
    [
        "Tags : automobile, Tanger, transports",
        "3 commentaires",
        "Laisser un commentaire",
        "Les plus lus",
    ],
)
def test_what_readers_wrote_below_is_left_out_and_that_is_said(below):
    readers = [f"Momo_{n} : Toujours les mêmes qui payent, {'et cela depuis vingt ans, ' * 6}non ?" for n in (1, 2)]  # fmt: skip
    copy = read(joined(*BEGINS, *GOES_ON, below, *readers), "fr")
    assert copy.paragraphs == (BEGINS[1], *GOES_ON)
    assert any(below in one and "2" in one for one in copy.warnings)
