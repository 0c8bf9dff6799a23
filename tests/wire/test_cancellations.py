"""A text by which a sender takes an earlier one back is an instruction, and no news."""

import pytest

from articles.text.extraction.cancellations import cancels, titles_named

TAKEN_BACK = [
    "ANNULATION\n\nTunis, 29 nov 2026 (TAP) - Prière d'annuler notre dépêche « Oasis : un plan commun ».",
    "AFP ANNULATION\n\nl'AFP annule la dépêche « Pêche : accord signé à Rabat ».",
    "///Annulée///\nPêche : accord signé à Rabat",
    "ANNULATION - Pêche : un accord signé à Rabat\n\nLa dépêche diffusée hier à 10h est annulée.",
    "Merci de ne pas tenir compte de notre communiqué de ce matin.",
    "Bonjour,\n\nNous vous prions de bien vouloir ne pas utiliser la dépêche de 9 h.",
    "Dépêche annulée",
    "إلغاء خبر\n\nتلغي وكالة الأنباء خبرها الذي بثته أمس.",
    "يرجى إلغاء البرقية المعنونة «الصيد البحري في أكادير».",
    "المرجو عدم نشر البلاغ السابق.",
    "خبر ملغى: الصيد البحري في أكادير",
    "تسحب وكالة المغرب العربي للأنباء القصاصة التي بثتها صباح اليوم.",
]
NEWS = [
    "Le festival de Fès est annulé\n\nFès, 3 mai (MAP) - Les organisateurs l’ont annoncé.",
    "Annulation du vol Rabat-Paris : des passagers bloqués",
    "Le tribunal annule la décision du ministre",
    "La ministre a retiré son projet de loi, selon un communiqué",
    "Des articles de presse ont été retirés des rayons par la police",
    "ANNULE ET REMPLACE : Pêche\n\nPrière d'annuler notre dépêche de 9 h.",
    "إلغاء المؤتمر السنوي للصيد البحري",
    "ألغت المحكمة القرار الصادر أمس",
]


@pytest.mark.parametrize("text", TAKEN_BACK)
def test_a_text_that_takes_another_back_says_so_in_a_line(text):
    assert cancels(text) in text.split("\n")
    assert cancels(text)


@pytest.mark.parametrize("text", NEWS)
def test_news_of_what_is_cancelled_takes_no_text_back(text):
    assert cancels(text) == ""


def test_the_headline_that_it_names_is_quoted_or_stands_behind_the_label():
    assert "Oasis : un plan commun" in titles_named(TAKEN_BACK[0])
    assert "Pêche : un accord signé à Rabat" in titles_named(TAKEN_BACK[3])
