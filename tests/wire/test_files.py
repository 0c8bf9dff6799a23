"""Files as they come: old encodings are read, and what is no text is refused in words."""

import pytest

from articles.wire.documents.kinds import read
from articles.wire.documents.web import words_of
from articles.wire.fetch import WireError
from articles.wire.paths import bytes_of
from articles.wire.receiving import largest

FRENCH = "Le Caire – La conférence s'est achevée hier, où l'été a été évoqué à l'Assemblée."
ARABIC = "القاهرة - أكد وزير الصحة أن الوضع تحت السيطرة في جميع المدن والقرى."


def text_of(data, name="copy.txt"):
    return read(data, name)[2]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("text", [FRENCH, ARABIC])
def test_unicode_is_read_without_a_word(text, encoding):
    received = text_of(text.encode(encoding))
    assert received.text == text
    assert received.warnings == ()


def test_latin_1_is_read_and_said():
    text = FRENCH.replace("–", "-")
    received = text_of(text.encode("latin-1"))
    assert received.text == text
    assert "cp1252" in received.warnings[0]


def test_the_arabic_of_old_windows_is_read_and_said():
    received = text_of(ARABIC.encode("cp1256"))
    assert received.text == ARABIC
    assert "cp1256" in received.warnings[0]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"  \n\t ",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)),
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3",
        b"\x00\x01\x02\x03" * 100,
    ],
    ids=["empty", "blank", "picture", "pdf", "binary"],
)
def test_what_is_no_text_is_refused(data):
    with pytest.raises(WireError):
        text_of(data)


def test_fifty_megabytes_are_refused_unread(tmp_path):
    path = tmp_path / "copy.txt"
    with path.open("wb") as big:
        big.truncate(5 * largest())
    with pytest.raises(WireError, match="50"):
        bytes_of(path)


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(WireError):
        bytes_of(tmp_path / "nothing.txt")


def test_a_web_page_gives_its_text_and_never_its_scripts():
    page = f"<html><body><h1>Titre</h1><script>alert('x')</script><p>{FRENCH}</p></body></html>"
    received = text_of(page.encode(), "copy.html")
    assert FRENCH in received.text
    assert "alert" not in received.text


def test_characters_that_turn_the_text_around_are_taken_out_and_said():
    received = text_of(("Le \u202eriaC\u202c" + FRENCH).encode())
    assert "\u202e" not in received.text
    assert received.warnings


def test_a_section_that_is_no_html_is_passed_over():
    page = "<html><p>Le maire</p><![<![if !IE]><p>a parlé.</p></html>"
    assert words_of(page) == "Le maire\n\na parlé."
