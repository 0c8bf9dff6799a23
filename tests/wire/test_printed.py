"""PDF files printed by a browser are read as their pages say it, in Arabic as in French.

The pages are in ``printed``, with the PDF files that Chromium printed of them.
"""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from articles.languages import Language
from articles.wire.documents import pdf_glyphs
from articles.wire.documents.kinds import read as read_file
from articles.wire.documents.pdf_glyphs import Glyph
from articles.wire.documents.pdf_pages import blocks_of
from articles.wire.documents.reading_order import as_read
from articles.wire.fetch import HarmfulError
from articles.wire.layout.parts import PartKind
from articles.wire.markup import as_rich_text
from articles.wire.parse import parse

PRINTED = Path(__file__).parent / "printed"


@pytest.fixture(scope="module")
def copies():
    """What each file says, read once."""
    codes = [one.code for one in Language.all()]
    files = {one.stem: one.read_bytes() for one in PRINTED.glob("*.pdf")}
    return {name: parse(read_file(data)[2], codes) for name, data in files.items()}


def text_of(copy, kind):
    return "\n".join(part.text for part in copy.parts if part.kind is kind)


def test_numbers_and_marks_of_an_arabic_page_stand_where_they_were_written(copies):
    first, second, third = copies["academie"].paragraphs[:3]
    assert "18 ألفا و400 تلميذ في 112 جماعة قروية" in first
    assert first.endswith("بلغت 87,5% مقابل 71,2 في المئة سنة 2024.")
    assert "إن «حق كل طفل في المدرسة لا يقبل التأجيل»، مضيفا" in second
    assert "1.250.000 درهم (نحو 125 ألف دولار)" in second
    assert "شركة (Alsa Maroc) ستتولى النقل بين الساعة 7:30 و18:45 عبر 25-30 حافلة." in second
    assert third.startswith("«نريد أن نصل إلى 100%»، تضيف فاطمة الزهراء أيت علي")
    assert 'جمعية "Tafoukt"، للصحافة.' in third


def test_two_columns_of_an_arabic_page_are_read_from_the_right(copies):
    right, left = copies["academie"].paragraphs[3:]
    assert right.startswith("في المرحلة الأولى، ستستفيد 14 جماعة")
    assert right.endswith("في بلاغ لها صدر اليوم.")
    assert left.startswith("وفي المرحلة الثانية، سيشمل البرنامج 98 جماعة")
    assert "بحلول 15 شتنبر 2027، حسب المصدر" in left


def test_an_arabic_page_says_its_headline_its_day_its_place_and_who_speaks(copies):
    copy = copies["academie"]
    assert copy.headline == "النقل المدرسي: 18 ألفا و400 تلميذ يستفيدون بدرعة تافيلالت (تقرير)"
    assert copy.published_on == date(2026, 11, 24)
    assert copy.dateline_place == "الرشيدية"
    assert [(one.speaker, one.text) for one in copy.quotes] == [
        ("عبد الرحيم بنعلي", "حق كل طفل في المدرسة لا يقبل التأجيل"),
        ("فاطمة الزهراء أيت علي", "نريد أن نصل إلى 100%"),
    ]


def test_letterhead_contact_and_number_of_a_page_are_no_text(copies):
    copy = copies["academie"]
    assert "الأكاديمية الجهوية للتربية والتكوين – جهة درعة تافيلالت" in text_of(copy, PartKind.LETTERHEAD)  # fmt: skip
    assert "0535 57 00 00" in text_of(copy, PartKind.CLOSING)
    assert not any("صفحة" in one or "presse@" in one for one in copy.paragraphs)


def test_a_french_page_with_a_letterhead_in_two_columns(copies):
    copy = copies["route"]
    assert copy.headline == (
        "La route des Aït Bouguemez sera élargie sur 42 kilomètres avant la fin de 2027"
    )
    assert copy.label == "COMMUNIQUÉ DE PRESSE"
    assert copy.published_on == date(2026, 11, 24)
    assert copy.dateline_place == "Rabat"
    assert copy.source_name == "Ministère de l’Équipement"


def test_lines_columns_and_pages_are_joined_to_paragraphs(copies):
    text = [one for one in copies["route"].paragraphs if not one.startswith("|")]
    assert len(text) == 5
    assert text[2].endswith("par la neige et par les crues de l’oued.")
    assert text[3].startswith("Ils seront menés par trois entreprises de la région")
    assert "de la vallée, où des réunions sont prévues" in text[4]


def test_a_table_on_a_page_is_one_of_the_draft_with_its_columns(copies):
    copy = copies["route"]
    assert [one for one in copy.paragraphs if one.startswith("|")] == [
        "| Commune | Longueur (km) | Coût |",
        "| Tabant | 12,4 | 96 |",
        "| Aït Blal | 18,1 | 141 |",
        "| Zaouiat Ahansal | 12,0 | 81 |",
    ]
    assert as_rich_text(copy.paragraphs).count("<table>") == 1


def row_at(height, *cells):
    """Cells as they are printed: each begins at its place from the left."""
    return [
        Glyph(letter, left + at * 6.0, left + at * 6.0 + 6.0, height, 10.0)
        for left, words in cells
        for at, letter in enumerate(words)
    ]


def test_a_table_of_an_arabic_page_is_read_from_the_right():
    words = [row_at(700, (40, "برعملا يف ءاملا نع ريرقت رشن ةرازولا"))]
    rows = [row_at(660 - 15 * at, (60, figure), (300, name[::-1]))
            for at, (name, figure) in enumerate([("الرباط", "120"), ("طنجة", "96"), ("مراكش", "81")])]  # fmt: skip
    blocks = [one.text for one in blocks_of([one for line in [*words, *rows] for one in line])]
    assert blocks[-3:] == ["| الرباط | 120 |", "| طنجة | 96 |", "| مراكش | 81 |"]


def test_two_columns_of_words_are_no_table_and_a_sentence_goes_on_in_the_second():
    left = [
        "La ministre a dit que le plan",
        "de la pêche sera prêt et que",
        "les ports seront tous ouverts",
        "avant la fin de la saison, cité",
    ]
    right = [
        "dans le communiqué du jour.",
        "Les pêcheurs ont demandé une",
        "aide plus grande pour 2027 et",
        "attendent une réponse écrite.",
    ]
    glyphs = [one for at, (a, b) in enumerate(zip(left, right, strict=True))
              for one in row_at(700 - 14 * at, (40, a), (300, b))]  # fmt: skip
    blocks = [one.text for one in blocks_of(glyphs)]
    assert not any(one.startswith("|") for one in blocks)
    assert "cité dans le communiqué du jour." in " ".join(blocks)
    assert any("cité dans le communiqué" in one for one in blocks)


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        ("ذيملت 400و افلأ 18", "18 ألفا و400 تلميذ"),
        (".24/11/2026 موي ،%3,5", "3,5%، يوم 24/11/2026."),
        ("(ريرقت) «ءام»", "«ماء» (تقرير)"),
        ("COP 30 رمتؤم", "مؤتمر COP 30"),
        ("30-25 ربع", "عبر 25-30"),
        ("00 00 57 0535 :فتاهلا", "الهاتف: 0535 57 00 00"),
        ("presse@aref.example :ديربلا", "البريد: presse@aref.example"),
        ("5G ةكبش", "شبكة 5G"),
        ("Le mot « ءام » est arabe, 12 fois", None),
    ],
)
def test_a_line_is_read_in_the_order_in_which_it_was_written(seen, read):
    if read is None:
        assert as_read([*seen], from_right=False) == "Le mot « ماء » est arabe, 12 fois"
    else:
        assert as_read([*seen], from_right=True) == read


def test_a_shape_of_two_letters_is_not_turned_round():
    assert as_read(["م", "لا", "س"], from_right=True) == "سلام"


def test_a_file_that_grows_without_end_is_not_read(monkeypatch):
    monkeypatch.setattr(pdf_glyphs, "LARGEST", 1000)
    with pytest.raises(HarmfulError):
        read_file((PRINTED / "route.pdf").read_bytes())


def test_what_pdfminer_reads_is_packed_in_no_way():
    data = (PRINTED / "route.pdf").read_bytes()
    assert b"/FlateDecode" in data
    assert b"/Filter" not in pdf_glyphs.unpacked(PdfReader(BytesIO(data)), 30)


def test_a_file_that_everybody_may_open_is_read():
    writer = PdfWriter(clone_from=BytesIO((PRINTED / "route.pdf").read_bytes()))
    writer.encrypt(user_password="", owner_password="changer", algorithm="AES-256")
    written = BytesIO()
    writer.write(written)
    assert "Hicham Ouzzine" in read_file(written.getvalue())[2].text
