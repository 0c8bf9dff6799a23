"""Headings, lists and tables of a document are the draft's, too."""

import pytest

from articles.wire.documents.kinds import read as read_file
from articles.wire.markup import as_rich_text
from articles.wire.parse import parse
from tests.wire.files import W, archive, word_document
from tests.wire.sentences import LANGUAGES, read

STYLES = f"""<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/></w:style></w:styles>"""
NUMBERING = f"""<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""
OF = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = f"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="s" Type="{OF}/styles" Target="styles.xml"/><Relationship Id="n" Type="{OF}/numbering" Target="numbering.xml"/></Relationships>"""


def paragraph(words, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"


def row(*cells):
    return f"<w:tr>{''.join(f'<w:tc>{paragraph(one)}</w:tc>' for one in cells)}</w:tr>"


@pytest.fixture(scope="module")
def copy():
    body = "".join([
        paragraph("Palmeraies : l’office de la région replante cent mille palmiers", '<w:pStyle w:val="Heading1"/>'),
        paragraph("Errachidia, 12 novembre 2026 – L’office a annoncé jeudi la plantation de cent mille palmiers."),
        paragraph("Trois oasis d’abord", '<w:pStyle w:val="Heading2"/>'),
        paragraph("Les travaux commencent dans les oasis que voici."),
        *(paragraph(one, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>') for one in ("Aoufous", "Goulmima")),
        f"<w:tbl>{row('Oasis', 'Palmiers')}{row('Aoufous', '40 000')}{row('Goulmima', '60 000')}</w:tbl>",
        paragraph("« Nous planterons jusqu’en mars », a déclaré Brahim Ouhssine, directeur de l’office."),
    ])  # fmt: skip
    document = word_document(
        document=f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
        **{
            "word/styles.xml": STYLES,
            "word/numbering.xml": NUMBERING,
            "word/_rels/document.xml.rels": RELATIONS,
        },
    )
    return parse(read_file(document)[2], LANGUAGES, "fr")


def test_a_word_document_keeps_its_headings_lists_and_tables(copy):
    assert copy.headline == "Palmeraies : l’office de la région replante cent mille palmiers"
    assert copy.paragraphs[1:] == (
        "## Trois oasis d’abord",
        "Les travaux commencent dans les oasis que voici.",
        "- Aoufous",
        "- Goulmima",
        "| Oasis | Palmiers |",
        "| Aoufous | 40 000 |",
        "| Goulmima | 60 000 |",
        "« Nous planterons jusqu’en mars », a déclaré Brahim Ouhssine, directeur de l’office.",
    )


def test_nobody_speaks_in_a_table_and_after_it_they_do(copy):
    assert [one.speaker for one in copy.quotes] == ["Brahim Ouhssine"]


def test_the_draft_has_them(copy):
    body = as_rich_text(copy.paragraphs)
    assert "<h2>Trois oasis d’abord</h2>" in body
    assert "<ul><li><p>Aoufous</p></li><li><p>Goulmima</p></li></ul>" in body
    assert "<tr><th><p>Oasis</p></th><th><p>Palmiers</p></th></tr>" in body
    assert "<tr><td><p>Aoufous</p></td><td><p>40 000</p></td></tr>" in body


def test_signs_are_safe_in_rich_text():
    assert as_rich_text(["## <b>", "| a | <i> |", "| 1 | 2 |"]).count("&lt;") == 2


@pytest.mark.parametrize("line", ["- Non, répond-il.", "1. Le premier", "| a | b |", "#Météo"])
def test_one_line_that_begins_with_a_sign_is_a_paragraph(line):
    assert as_rich_text(["Avant.", line, "Après."]) == f"<p>Avant.</p><p>{line}</p><p>Après.</p>"


def test_a_page_that_is_laid_out_by_a_table_stays_paragraphs():
    long = "Le conseil a voté jeudi le budget de la ville, et il se réunira encore une fois en décembre."
    page = f"<html><body><table><tr><td>Un titre de la page</td><td>{long}</td></tr><tr><td><p>Un</p><p>Deux</p></td><td>x</td></tr></table></body></html>"
    text = read_file(page.encode())[2].text
    assert "|" not in text
    assert long in text


def test_items_with_numbers_and_paragraphs_in_a_page():
    page = "<html><body><h1>Le titre</h1><ol><li><p>Le premier point</p></li><li>Le second</li></ol></body></html>"
    assert read_file(page.encode())[2].text == "# Le titre\n\n1. Le premier point\n\n2. Le second"


def test_an_open_document_keeps_them_too():
    odf = "urn:oasis:names:tc:opendocument:xmlns"
    body = (
        '<text:h text:outline-level="1">Le titre</text:h><text:h text:outline-level="2">Trois oasis</text:h>'
        "<text:list><text:list-item><text:p>Aoufous</text:p></text:list-item><text:list-item><text:p>Goulmima</text:p></text:list-item></text:list>"
        "<t:table><t:table-row><t:table-cell><text:p>Oasis</text:p></t:table-cell><t:table-cell><text:p>Palmiers</text:p></t:table-cell></t:table-row>"
        "<t:table-row><t:table-cell><text:p>Aoufous</text:p></t:table-cell><t:table-cell><text:p>40 000</text:p></t:table-cell></t:table-row></t:table>"
    )
    content = f'<o:document-content xmlns:o="{odf}:office:1.0" xmlns:text="{odf}:text:1.0" xmlns:t="{odf}:table:1.0"><o:body>{body}</o:body></o:document-content>'
    document = archive(
        mimetype="application/vnd.oasis.opendocument.text", **{"content.xml": content}
    )
    assert read_file(document)[2].text.split("\n\n") == [
        "# Le titre", "## Trois oasis", "- Aoufous", "- Goulmima", "| Oasis | Palmiers |", "| Aoufous | 40 000 |",
    ]  # fmt: skip


def test_a_rich_text_keeps_the_rows_of_a_table():
    cells = rb"{\rtf1\ansi Le titre\par\trowd Oasis\cell Palmiers\cell\row\trowd Aoufous\cell 40 000\cell\row La suite.\par}"
    text = read_file(cells)[2].text
    assert "| Oasis | Palmiers |" in text
    assert "| Aoufous | 40 000 |" in text


def test_a_table_below_the_source_line_is_of_the_text():
    rows = ["| Oasis | Palmiers |", "| Aoufous | 40 000 |"]
    text = "\n\n".join(["Le titre de la ville", "Les travaux commencent.", "Source : MAP", *rows])
    found = read(text, "fr")
    assert found.source_name == "MAP"
    assert found.paragraphs == ("Les travaux commencent.", *rows)
