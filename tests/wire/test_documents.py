"""Files of each kind are read as text; what cannot be, or may do harm, is refused in a sentence."""

import struct
import time
import zipfile
from base64 import b64encode
from contextlib import suppress
from datetime import date
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from articles.wire.documents import archives
from articles.wire.documents.kinds import (
    MAIL,
    OPEN_DOCUMENT,
    PAGE,
    PDF,
    RICH_TEXT,
    TEXT,
    WORD,
    read,
)
from articles.wire.fetch import HarmfulError, WireError
from articles.wire.layout.unwrapping import rejoined
from articles.wire.parse import parse
from tests.wire.files import archive, mail, open_document, pdf, rich_text, word_document

TITLE = "Ouverture à Rabat du sommet sur l’eau"
SAID = "Rabat, 3 juillet (MAP) – Le ministre a déclaré que « l’eau est un droit »."
ARABIC = "قال الوزير إن «الماء حق للجميع» في الرباط."
ARABIC_TITLE = "قافلة طبية بقلعة مكونة"
ARABIC_SAID = (
    "تنظم جمعية الواحة يوم السبت قافلة طبية مجانية لفائدة سكان قلعة مكونة والدواوير المجاورة لها."
)
BOMB = "<!DOCTYPE w [" + '<!ENTITY a "aaaaaaaaaa">' + "]>"
OUTSIDE = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


def text_of(data, name=""):
    return read(data, name)[2].text


def warnings_of(data, name=""):
    return " ".join(read(data, name)[2].warnings)


def refusal_of(data, name="", kind=WireError):
    with pytest.raises(WireError) as refusal:
        read(data, name)
    assert isinstance(refusal.value, HarmfulError) is (kind is HarmfulError)
    return str(refusal.value)


# What is read.


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (TEXT, f"{TITLE}\n\n{SAID}".encode()),
        (PAGE, f"<html><body><h1>{TITLE}</h1><p>{SAID}</p></body></html>".encode()),
        (MAIL, mail(f"{TITLE}\n\n{SAID}", "Communiqué")),
        (RICH_TEXT, rich_text(f"{TITLE}\n{SAID}")),
        (WORD, word_document(TITLE, SAID)),
        (OPEN_DOCUMENT, open_document(TITLE, SAID)),
        (PDF, pdf(TITLE.replace("’", "'"), SAID.replace("’", "'").replace("–", "-"))),
    ],
)
def test_each_kind_is_told_by_what_is_in_it_and_read(kind, data):
    found, _document, text = read(data, "sans-nom")
    assert found is kind
    words = text.text.replace("'", "’")
    assert "Ouverture à Rabat" in words
    assert "l’eau est un droit" in words


@pytest.mark.parametrize(
    "data",
    [
        ARABIC.encode(),
        ARABIC.encode("cp1256"),
        ARABIC.encode("utf-16"),
        rich_text(ARABIC, 1256),
        word_document(ARABIC),
        open_document(ARABIC),
        mail(ARABIC, "بلاغ"),
    ],
)
def test_arabic_is_read_from_each_kind(data):
    assert "الماء حق للجميع" in text_of(data)


def test_a_name_is_not_believed():
    data = word_document(TITLE, SAID)
    assert read(data, "communiqué.pdf")[0] is WORD
    assert "document Word" in warnings_of(data, "communiqué.pdf")


def test_the_scripts_of_a_page_are_not_read():
    page = f"<html><head><title>x</title><script>alert('vol')</script></head><body><nav>Menu</nav><p onclick='vol()'>{SAID}</p><script>vol()</script><style>p {{}}</style></body></html>"
    text = text_of(page.encode())
    assert "l’eau est un droit" in text
    assert "vol" not in text
    assert "Menu" not in text


def test_a_page_that_never_ends_its_head_is_read():
    assert "droit" in text_of(f"<!doctype html><head><title>x<body><p>{SAID}".encode())


def test_what_was_struck_out_of_a_document_is_not_read():
    struck = "<w:p><w:r><w:t>Le texte.</w:t></w:r><w:del><w:r><w:delText>Secret.</w:delText></w:r></w:del></w:p>"
    document = word_document(document=f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{struck}</w:body></w:document>')  # fmt: skip
    assert text_of(document) == "Le texte."


# Mails and chats.


def test_a_forwarded_mail_is_read_without_what_is_around_it():
    forwarded = (
        "Salma, tu peux voir ça ?\n\n---------- Forwarded message ---------\n"
        "De : Presse <presse@eau.example>\nDate: Tue, 02 Jul 2024 09:30:00 +0100\n"
        f"Subject: Sommet\nTo: <desk@newsroom.example>\n\n{TITLE}\n\n{SAID}\n\n-- \nService de presse\n"
    )
    _kind, document, text = read(mail(forwarded, "Fwd: Sommet"))
    assert text.text.strip().startswith(TITLE)
    assert "Salma" not in text.text
    assert "Service de presse" not in text.text
    assert "Salma, tu peux voir ça ?" in " ".join(text.warnings)
    assert document.sent_on == date(2024, 7, 2)


def test_a_mail_that_outlook_forwarded_is_read_from_under_its_header():
    page = (
        "<p>Tu regardes ?</p><p>Bonne journée.</p><div><b>De :</b> Presse<br><b>Envoyé :</b> mardi 2 juillet 2024 09:30<br>"
        f"<b>À :</b> Desk<br><b>Objet :</b> Sommet</div><h1>{TITLE}</h1><p>{SAID}</p>"
    )
    _kind, _document, text = read(mail("", "TR: Sommet", html=page))
    assert text.text.startswith(f"# {TITLE}")
    assert "Bonne journée" in " ".join(text.warnings)


def test_the_subject_is_the_title_where_a_mail_begins_with_a_sentence():
    assert text_of(mail(SAID, "TR: Fwd: Sommet de l’eau")).startswith("Sommet de l’eau\n")


def test_lines_that_a_mail_broke_are_paragraphs_again():
    said = "Le ministre a ouvert mardi à Rabat les travaux du sommet, en présence de\nplus de trente pays, et rappelé que « l’eau est un droit » pour chacun des\nhabitants.\n\nLes travaux se poursuivent mercredi."
    assert rejoined(said).split("\n\n")[0].endswith("chacun des habitants.")
    assert len(rejoined(said).split("\n\n")) == 2


def test_the_letters_of_a_mail_are_told_by_its_bytes_and_not_by_its_header():
    head = b"From: a@b.example\r\nTo: c@d.example\r\nMessage-ID: <1@b>\r\nMIME-Version: 1.0\r\n"
    as_said = b"Content-Type: text/plain; charset=%s\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    assert "déclaré" in text_of(head + as_said % b"iso-8859-1" + SAID.encode())
    assert "d\u00e9clar\u00e9" in text_of(head + as_said % b"utf-8" + SAID.encode("cp1252"))
    assert "الماء" in text_of(head + as_said % b"iso-8859-1" + ARABIC.encode("cp1256"))
    assert "الماء" in text_of(head + as_said % b"no-such" + ARABIC.encode())


def test_of_a_mail_with_forty_files_the_first_are_taken_and_that_is_told():
    files = [(f"{n}.txt", SAID.encode()) for n in range(40)]
    _kind, document, text = read(mail(SAID, "Dossier", files))
    assert len(document.attachments) == 10
    assert "40" in " ".join(text.warnings)


def test_a_copied_message_loses_its_stamps_and_says_who_sent_it():
    copied = f"[03/07/2024, 14:22:10] Karim Presse: *{TITLE}*\n[03/07/2024, 14:22:15] Karim Presse: {SAID}"
    _kind, document, text = read(copied.encode())
    assert text.text == f"*{TITLE}*\n{SAID}"
    assert "Karim Presse" in " ".join(text.warnings)
    assert document.sent_on == date(2024, 7, 3)


def test_who_only_answered_in_a_chat_is_no_sender_and_the_answer_is_no_text():
    copied = (
        f"[24/11/26 14:05] يوسف، جمعية الواحة: {ARABIC_TITLE}\n[24/11/26 14:05] يوسف، جمعية الواحة: {ARABIC_SAID}\n"
        "[24/11/26 14:09] مكتب التحرير: شكرا 🙏\n[24/11/26 14:10] مكتب التحرير: هل من صور؟"
    )
    _kind, _document, text = read(copied.encode())
    assert text.text == f"{ARABIC_TITLE}\n{ARABIC_SAID}"
    assert any("يوسف" in one and "مكتب" not in one for one in text.warnings)
    assert any("شكرا" in one for one in text.warnings)


def test_where_nobody_wrote_much_everybody_is_read():
    copied = "[03/07/2024, 14:22:10] Karim: Grève demain à Salé\n[03/07/2024, 14:22:15] Nadia: Oui, dès 7 h"
    text = text_of(copied.encode())
    assert "Grève demain" in text
    assert "dès 7 h" in text


# What is refused, or told.


def test_macros_are_refused():
    macros = word_document(SAID, **{"word/vbaProject.bin": b"x"})
    assert "macros" in refusal_of(macros, "a.docx", HarmfulError)
    basic = open_document(SAID, **{"Basic/Standard/Module1.xml": "<x/>"})
    assert "macros" in refusal_of(basic, "a.odt", HarmfulError)


def test_a_file_that_grows_without_end_is_refused_unread(monkeypatch):
    grown = word_document(SAID, **{"word/media/x.bmp": bytes(archives.LARGEST_WHOLE + 1)})
    assert len(grown) < 200_000
    monkeypatch.setattr(zipfile.ZipFile, "read", lambda *_: pytest.fail("It was unpacked."))
    assert "décompressé" in refusal_of(grown, "a.docx", HarmfulError)
    words = word_document(document=b" " * (archives.LARGEST_MARKUP + 1))
    assert "décompressé" in refusal_of(words, "a.docx", HarmfulError)


def test_a_file_that_says_less_than_it_holds_is_not_unpacked_beyond_that():
    honest = word_document(document=b" " * 30_000_000)
    size = struct.pack("<I", 30_000_000)
    assert honest.count(size) >= 1
    lying = honest.replace(size, struct.pack("<I", 1_000))
    assert refusal_of(lying, "a.docx") == "Le fichier est abîmé : il n’a pas pu être ouvert."


@pytest.mark.parametrize("prolog", [BOMB, OUTSIDE])
@pytest.mark.parametrize("make", [word_document, open_document])
def test_entities_are_refused_in_documents(make, prolog):
    assert "entités" in refusal_of(make(SAID, prolog=prolog), "a", HarmfulError)


def test_a_document_in_an_rtf_is_refused():
    assert "autre programme" in refusal_of(
        b"{\\rtf1 {\\object\\objemb{\\*\\objdata 0105}}}", "a.rtf", HarmfulError
    )


def test_a_pdf_without_text_says_so():
    assert "images de pages" in refusal_of(pdf(), "a.pdf")


def test_an_encrypted_pdf_says_so():
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf("Bonjour"))))
    writer.encrypt("secret", algorithm="RC4-128")
    written = BytesIO()
    writer.write(written)
    assert "mot de passe" in refusal_of(written.getvalue(), "a.pdf")


def test_a_word_document_with_a_password_says_so():
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    assert "mot de passe" in refusal_of(data, "a.docx")


def test_of_three_hundred_pages_the_first_are_read_and_that_is_told():
    data = pdf("Le texte de la page", pages=300)
    assert text_of(data).count("Le texte") <= 30
    assert "300" in warnings_of(data)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "vide"),
        (b" \n\t ", "vide"),
        ("🎉🎉 👍".encode(), "pas un mot"),
        (b"\x89PNG\r\n\x1a\n0000", "image"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "ancien Word"),
        (archive(**{"a.txt": "x"}), "archive"),
        (b"PK\x03\x04 and no more", "abîmé"),
        (b"%PDF-1.4 and no more", "abîmé"),
        (b"\x00\x01\x02\x03" * 50, "pas un texte"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(data, said):
    assert said in refusal_of(data)


@pytest.mark.parametrize(
    "data",
    [
        mail("x") + b"\n--x" * 30_000,
        b"<html>" + b"<p>" * 1_100_000,
        b"{\\rtf1 " + b"mot " * 300_000,
    ],
)
def test_what_would_take_minutes_to_take_apart_is_refused_at_once(data):
    began = time.monotonic()
    assert refusal_of(data)
    assert time.monotonic() - began < 2


@given(st.binary(max_size=400), st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"{\\rtf1 "]))
def test_whatever_the_bytes_are_nothing_breaks(data, beginning):
    with suppress(WireError):
        read(beginning + data)


WORDS = "Béni Mellal, le 27 novembre 2026 – Le ministère de l’Eau organise lundi à Béni Mellal la Journée nationale de l’eau, en présence des élus."


def a_mail(subject, text):
    head = f"From: desk@agence.example\nDate: Sat, 28 Nov 2026 10:00:00 +0000\nSubject: {subject}\n"
    head += "Message-ID: <x@y>\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
    return head.encode(errors="surrogateescape") + text.encode()


def test_a_forwarded_mail_has_its_own_subject_day_and_sender_whatever_stands_around():
    forwarded = f"""Pour info, à passer ce soir.
Karim

---------- Forwarded message ---------
De : Cabinet du ministre <cabinet@eau.example>
Date: ven. 27 nov. 2026 à 09:12
Subject: TR: Communiqué – Journée nationale de l’eau
To: <presse@liste.example>

Communiqué de presse

{WORDS}
"""
    _kind, found, text = read(a_mail("TR: Rien d’utile", forwarded))
    assert (found.sender, found.sent_on) == ("Cabinet du ministre", date(2026, 11, 27))
    copy = parse(text, ["fr", "ar"])
    assert copy.headline == "Journée nationale de l’eau"
    assert "Rien d’utile" not in text.text
    assert "Karim" in " ".join(found.warnings)


def test_a_greeting_below_the_subject_is_no_standfirst():
    _kind, _found, text = read(a_mail("Journée de l’eau à Béni Mellal", f"Bonjour,\n\n{WORDS}\n"))
    copy = parse(text, ["fr", "ar"])
    assert (copy.headline, copy.standfirst) == ("Journée de l’eau à Béni Mellal", "")
    assert "Bonjour" not in " ".join(copy.paragraphs)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1256"])
@pytest.mark.parametrize("said", ["", "iso-8859-1", "x-unknown", "utf-8"])
def test_a_subject_in_a_wrong_charset_is_read(encoding, said):
    title = "اليوم الوطني للماء ببني ملال في دورته الثانية بحضور المنتخبين"
    data = title.encode(encoding)
    if said:
        subject = f"=?{said}?b?{b64encode(data).decode()}?="
    else:
        subject = data.decode("ascii", errors="surrogateescape")
    _kind, _found, text = read(a_mail(subject, f"{WORDS}\n"))
    assert text.text.startswith(title)
