"""What reading a file says is told in the language of who opens it, not of who sent it."""

import ast
from pathlib import Path

import pytest
from django.utils.translation import gettext, override

from articles import wire
from articles.wire.documents.kinds import KINDS
from articles.wire.remarks import (
    FAILURES,
    LABELS,
    REMARKS,
    parse_remark,
    shown_name,
    translate_remark,
)

READING = Path(wire.__path__[0])
NAMES_NO_FILE = {"a file without a name"}


def said_while_reading():
    """Every sentence in the modules that read files."""
    modules = [READING / "fetch.py", READING / "receiving.py", *READING.glob("documents/*.py")]
    yield from sentences_in(modules)


def said_while_asking():
    """Every sentence in the modules that ask for an address, or take a feed apart."""
    names = ("addresses", "download", "formats", "inbox", "newsml", "ninjs", "syndication")
    yield from sentences_in([READING / "incoming" / f"{name}.py" for name in names])


def sentences_in(modules):
    for module in modules:
        for node in ast.walk(ast.parse(module.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "_":
                yield node.args[0].value


def test_every_remark_that_reading_makes_can_be_told_in_another_language():
    assert set(said_while_reading()) - NAMES_NO_FILE - set(REMARKS) == set()
    with override("en"):
        assert {str(one.label) for one in KINDS} <= set(LABELS)


def test_every_reason_why_a_feed_is_not_read_can_be_told_in_another_language():
    assert set(said_while_asking()) - {*FAILURES, *REMARKS} == set()


@pytest.mark.parametrize("sentence", [*REMARKS, *FAILURES])
def test_a_remark_in_french_is_told_in_arabic_with_its_values(sentence):
    values = {"size": 7, "limit": 5, "count": 40, "most": 10, "pages": 9, "read": 3}
    values |= {"names": "Karim, Salma", "kind": "PDF", "host": "agence.example", "status": 500}
    values |= {"seconds": 30, "name": "photo.bin", "why": "…"}
    with override("fr"):
        french = said(sentence, values)
    with override("ar"):
        arabic = said(sentence, values)
        assert translate_remark(parse_remark(french)) == arabic
        assert translate_remark(french) == arabic


def said(sentence, values):
    words = gettext(sentence)
    return words % "cp1252" if "%s" in words else words % values


def test_what_is_no_remark_of_ours_stays_as_it_is():
    assert translate_remark(parse_remark("Une remarque d’ailleurs")) == "Une remarque d’ailleurs"


def test_a_pasted_text_is_called_so_in_each_language():
    with override("ar"):
        assert shown_name("Texte collé") == shown_name("Pasted text") != "Pasted text"
        assert shown_name("communiqué.docx") == "communiqué.docx"
