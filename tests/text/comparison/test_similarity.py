"""Likeness of paragraphs, and the marks by which like ones meet."""

from articles.text.comparison.similarity import compared, likeness, marks

SAID = (
    "Le Maroc a présidé, mercredi au Caire, une session plénière de la deuxième conférence "
    "d’examen régional du Pacte mondial pour des migrations sûres, ordonnées et régulières."
)
EDITED = SAID.replace("mercredi au Caire", "jeudi à Rabat").replace("deuxième", "troisième")
OTHER = (
    "Les pluies de la semaine ont rempli les barrages du Nord, où l’irrigation reprendra dans "
    "dix communes après deux années de restrictions imposées aux agriculteurs."
)
SAID_AR = "ترأس المغرب، يوم الأربعاء بالقاهرة، جلسة عامة من المؤتمر الإقليمي الثاني للهجرة"
EDITED_AR = SAID_AR.replace("الأربعاء بالقاهرة", "الخميس بالرباط")


def shared(one, other, among="fr>ar"):
    return len(set(marks(compared(one), "fr>ar")) & set(marks(compared(other), among)))


def test_an_edited_paragraph_shares_marks_with_what_it_was():
    assert shared(SAID, EDITED) > 0
    assert shared(SAID_AR, EDITED_AR) > 0
    assert shared(SAID, OTHER) == 0


def test_marks_of_one_direction_are_not_those_of_another():
    assert shared(SAID, SAID) == 16
    assert shared(SAID, SAID, among="fr>en") == 0


def test_numbers_and_small_words_do_not_part_two_paragraphs():
    assert shared("La session du 3 juillet 2024", "Une session de juillet 2025") == 16


def test_likeness_is_the_share_of_common_words():
    assert likeness(compared(SAID), compared(SAID)) == 100
    assert likeness(compared("le Maroc préside la session"), compared("le Maroc préside")) == 75
    assert likeness(compared(SAID), compared(OTHER)) < 40


def test_a_text_without_words_has_no_marks():
    assert marks(compared("– …"), "fr>ar") == []
