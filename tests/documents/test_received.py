"""A document is known by what is in it: what is none, or is more than one, is refused in a sentence."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.core.exceptions import ValidationError

from articles.documents import kinds, uploads
from articles.documents.uploads import receive

from . import files


def received(content, name="rapport.pdf"):
    return receive(BytesIO(content), name)


def refused(content, name="rapport.pdf"):
    with pytest.raises(ValidationError) as refusal:
        received(content, name)
    return refusal.value.code


@pytest.mark.parametrize(
    ("content", "ending"),
    [
        (files.pdf(), ".pdf"),
        (files.word(), ".docx"),
        (files.spreadsheet(), ".xlsx"),
        (files.open_document(), ".odt"),
        (files.open_document("spreadsheet"), ".ods"),
    ],
)
def test_the_content_says_of_what_kind_a_document_is_and_not_its_name(content, ending):
    document = received(content, "tout ce qu’on veut.xyz")
    assert (document.kind.ending, document.name) == (ending, f"tout ce qu’on veut{ending}")


def test_a_table_of_cells_is_a_document():
    assert received(files.TABLE, "arrivées.csv").kind.media_type == "text/csv"
    assert refused(b"@echo off\r\ndel *.*\r\n", "arrivées.csv") == "unknown"


def test_a_program_that_is_called_a_pdf_is_refused():
    assert refused(files.PROGRAM) == "program"
    assert refused(files.PROGRAM + files.pdf()) == "program"
    assert refused(b"#!/bin/sh\nrm -rf /\n") == "program"
    assert refused(files.archive("META-INF/MANIFEST.MF")) == "program"


@pytest.mark.parametrize(
    "content",
    [
        files.word("word/vbaProject.bin"),
        files.spreadsheet("xl/macrosheets/sheet1.xml"),
        files.word("word/activeX/activeX1.bin"),
        files.word("word/embeddings/oleObject1.bin"),
        files.word("[Content_Types].xml", inside=files.TYPES_WITH_MACROS),
        files.word("[Content_Types].xml", inside=files.in_utf_16(files.TYPES_WITH_MACROS)),
    ],
)
def test_an_office_file_with_macros_is_refused_whatever_its_name(content):
    assert refused(content, "rapport.docx") == "macros"


def test_a_document_that_loads_a_template_from_elsewhere_is_refused():
    rels = files.LOADS_A_TEMPLATE
    assert refused(files.word("word/_rels/settings.xml.rels", inside=rels)) == "fetches"
    rels_of_16_bits = files.word("word/_rels/a.xml.rels", inside=files.in_utf_16(rels))
    assert refused(rels_of_16_bits) == "fetches"
    link = rels.replace("attachedTemplate", "hyperlink")
    assert received(files.word("word/_rels/a.xml.rels", inside=link)).kind.ending == ".docx"


def test_a_pdf_that_runs_something_or_is_closed_or_cut_is_refused():
    assert refused(files.pdf(script="app.alert('x')")) == "actions"
    assert refused(files.pdf(password="secret")) == "password"
    assert refused(files.pdf()[:200]) == "damaged"


@pytest.mark.parametrize("name", ["/JavaScript", "/Jav#61Script", "/L#61unch"])
@pytest.mark.parametrize("where", ["page", "link"])
def test_a_pdf_that_runs_something_at_a_page_or_a_link_is_refused_however_it_is_written(
    name, where
):
    assert refused(files.pdf_with_action(where, name)) == "actions"


def test_a_pdf_with_links_is_kept():
    assert received(files.pdf_with_action("link", "/URI")).kind.ending == ".pdf"


@pytest.mark.parametrize(
    "inside", ["\0" * 1_000_000, "<x " * 300_000, "TargetMode='External " * 50_000]
)
def test_a_word_document_whose_lists_are_no_lists_is_damaged_and_holds_nobody_up(inside):
    assert refused(files.word("word/_rels/a.xml.rels", inside=inside)) == "damaged"


def test_what_is_no_document_is_told_what_to_do():
    assert refused(b"") == "empty"
    assert refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600) == "old"
    assert refused(files.archive("photo.jpg")) == "archive"
    assert refused(b"<html>", "page.pdf") == "unknown"


def test_one_that_grows_when_it_is_unpacked_is_refused(monkeypatch):
    monkeypatch.setattr(kinds, "LARGEST_WHOLE", 1_000_000)
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as made:
        made.writestr("word/document.xml", b"0" * 2_000_000)
    assert refused(out.getvalue()) == "bomb"


def test_of_two_hundred_megabytes_no_more_is_read_than_shows_it(monkeypatch):
    monkeypatch.setattr(uploads, "MOST_BYTES", 1_000)

    class Endless(BytesIO):
        def read(self, size=-1):
            assert 0 < size <= 1_001
            return super().read(size)

    with pytest.raises(ValidationError) as refusal:
        receive(Endless(files.pdf() + b" " * 2_000), "rapport.pdf")
    assert refusal.value.code == "heavy"


def test_a_name_in_arabic_with_spaces_is_kept_and_one_with_folders_is_not():
    assert received(files.pdf(), "تقرير  سنوي (نهائي).pdf").stem == "تقرير سنوي (نهائي)"
    assert received(files.pdf(), "../../etc/passwd").stem == "passwd"
    assert received(files.pdf(), "C:\\Users\\a\\b\r\n.pdf").stem == "b"
    assert received(files.pdf(), ".pdf").stem == "pdf"
