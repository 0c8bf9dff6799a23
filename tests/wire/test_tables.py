"""Columns of figures in a plain text are a table, and none of its paragraphs."""

from articles.wire.layout.parts import PartKind
from articles.wire.layout.unwrapping import lay_out

BEFORE = "La production de dattes a augmenté dans les trois oasis, a annoncé jeudi l’office de la région."
AFTER = "Les prix ont baissé de 4 % depuis le mois de septembre, selon la même source de l’office."


def tables(text):
    return [one.text for one in lay_out(text).parts if one.kind is PartKind.TABLE]


def test_columns_of_figures_are_kept_apart():
    rows = "Oasis        2025      2026\nZagora       12 400    14 100\nErfoud        8 250     9 020\nTata          3 100     3 480"
    text = f"Dattes : une année record\n\n{BEFORE}\n\n{rows}\n\n{AFTER}"
    assert lay_out(text).lines == ["Dattes : une année record", BEFORE, AFTER]
    assert tables(text) == [
        "Oasis   2025   2026\nZagora   12 400   14 100\nErfoud   8 250   9 020\nTata   3 100   3 480"
    ]


def test_columns_set_with_tabs_in_arabic_are_kept_apart():
    rows = "الواحة\t2025\t2026\n\nزاكورة\t12400\t14100\n\nأرفود\t8250\t9020"
    text = f"سنة قياسية للتمور\n\nأعلن المكتب يوم الخميس أن إنتاج التمور ارتفع في الواحات الثلاث.\n\n{rows}\n\nوانخفضت الأسعار."
    assert len(tables(text)) == 1
    assert "زاكورة" not in " ".join(lay_out(text).lines)


def test_a_letterhead_in_two_columns_and_a_score_are_no_table():
    head = "ROYAUME DU MAROC      Rabat, le 3 mars 2026\nMinistère de l’Eau      N° 12/26"
    assert tables(f"{head}\n\nLa pluie revient\n\n{BEFORE}") == []
    assert tables(f"Un titre\n\n{BEFORE}\n\nRaja   2\n\n{AFTER}") == []
