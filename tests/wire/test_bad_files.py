"""Whatever comes in, by whichever way: a sentence, the bytes where they are harmless, nothing broken."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from pypdf import PdfWriter

from articles.models import Article, IncomingItem, ReceivedFile
from articles.wire.incoming.mails import RefusedMailError, take_mail
from articles.wire.remarks import translate_remark
from tests.conftest import member_of
from tests.wire.files import mail, open_document, pdf, word_document

pytestmark = pytest.mark.django_db

PAGE = "/admin/articles/article/import/"
TITLE = "Le Maroc accueille le Sommet africain de l’eau"
LEAD = "Rabat, 3 juillet 2024 (MAP) – Le Sommet africain de l’eau se tient à Rabat les 3 et 4 juillet 2024."
SAID = "Le ministre de l’Eau, Nizar Baraka, a déclaré que « l’eau est un droit pour chacun des habitants »."
TEXT = "\n\n".join([TITLE, LEAD, SAID])
GROWING = '<!DOCTYPE l [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
LEADING_OUT = '<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
HARMFUL, HARMLESS = False, True


def encrypted():
    writer = PdfWriter()
    writer.append(io.BytesIO(pdf("Le texte")))
    writer.encrypt("secret", algorithm="RC4-128")
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


REFUSED = {
    "macros.docx": (word_document(TITLE, **{"word/vbaProject.bin": b"x"}), "macros", HARMFUL),
    "bombe.docx": (word_document(TITLE, **{"word/x.xml": b"0" * 120 * 1024**2}), "décompressé", HARMFUL),
    "entites.docx": (word_document(TITLE, prolog=GROWING), "entités", HARMFUL),
    "dehors.odt": (open_document(TITLE, prolog=LEADING_OUT), "entités", HARMFUL),
    "scan.pdf": (pdf(), "pas de texte", HARMLESS),
    "cle.pdf": (encrypted(), "mot de passe", HARMLESS),
    "fete.txt": ("🎉🔥\n".encode(), "pas un mot", HARMLESS),
}  # fmt: skip
READ = {
    "long.pdf": (pdf("Le maire parle devant le conseil de la ville.", pages=300), "300"),
    "page.html": (
        f"<!doctype html><meta charset=utf-16><h1>{TITLE}</h1><script>alert(1)</script><p onclick='alert(2)'>{LEAD}</p><p>{SAID}</p><p>Source : <a href='javascript:alert(3)'>MAP</a></p>".encode("cp1252"),
        "cp1252",
    ),
    "lien.txt": (f"{TEXT}\n\nSource : file:///etc/passwd".encode(), "n’est pas une adresse web"),
    "an1.txt": (TEXT.replace("2024", "0001").encode(), "0001"),
    "an9999.txt": (TEXT.replace("2024", "9999").encode(), "9999"),
}  # fmt: skip


@pytest.fixture
def desk(client):
    client.force_login(member_of("editor"))
    return client


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_is_refused_by_every_way_in_a_sentence(desk, name, tmp_path, capsys):
    data, sentence, is_harmless = REFUSED[name]
    page = desk.post(PAGE, {"files": [SimpleUploadedFile(name, data)]}, follow=True)
    assert sentence in page.text
    assert bool(ReceivedFile.objects.get().content) is is_harmless

    (tmp_path / name).write_bytes(data)
    with pytest.raises(CommandError):
        call_command("import_article", str(tmp_path / name))
    assert sentence in capsys.readouterr().err
    assert not Article.objects.exists()

    sent = mail(TEXT, "Envoi", files=[(name, data)])
    assert take_mail(sent) == {"new": 1, "refused": 1}
    told = IncomingItem.objects.get().text.file
    assert any(
        name in translate_remark(one) and sentence in translate_remark(one) for one in told.warnings
    )
    # What could do harm is not kept within its mail, either.
    assert (bytes(told.content) == sent) is is_harmless
    desk.post(PAGE, {"files": [SimpleUploadedFile("envoi.eml", sent)]})
    by_hand = ReceivedFile.objects.get(name="envoi.eml", sent_by__isnull=False)
    assert (bytes(by_hand.content) == sent) is is_harmless
    assert TITLE in by_hand.texts.get().text


@pytest.mark.parametrize("name", READ)
def test_a_file_is_read_by_every_way_and_what_is_odd_is_said(desk, name, tmp_path, capsys):
    data, sentence = READ[name]
    page = desk.post(PAGE, {"files": [SimpleUploadedFile(name, data)]}, follow=True)
    assert sentence in page.text
    assert "alert(" not in page.context["received"].text
    (tmp_path / name).write_bytes(data)
    call_command("import_article", str(tmp_path / name))
    assert sentence in capsys.readouterr().out
    article = Article.objects.get()
    assert article.source_url == ""
    assert "alert(" not in article.body_fr
    assert article.source_published_on is None or article.source_published_on.year == 2024
    assert take_mail(mail(TEXT, "Envoi", files=[(name, data)])) == {"new": 2}


def test_fifty_megabytes_are_said_to_be_too_many(desk):
    data = b"Le maire a parl. " * (50 * 1024**2 // 17)
    page = desk.post(PAGE, {"files": [SimpleUploadedFile("gros.txt", data)]}, follow=True)
    assert "50" in page.text
    assert not ReceivedFile.objects.get().content
    with pytest.raises(RefusedMailError, match="Mo"):
        take_mail(mail(TEXT, "Envoi", files=[("gros.txt", data)]))


@pytest.mark.parametrize(
    ("address", "sentence"),
    [("file:///etc/passwd", "commence par http"), ("javascript:alert(1)", "commence par http"),
     ("http://127.0.0.1:80/", "pas public"), ("http://localhost/", "pas public")],
)  # fmt: skip
def test_an_address_that_is_not_asked_for_is_said_to_be(desk, address, sentence):
    page = desk.post(PAGE, {"address": address, "text": TEXT})
    assert sentence in page.text
    assert TITLE in page.text
    assert not ReceivedFile.objects.exists()


SPANISH = "Marruecos acoge la Cumbre africana del agua\n\nRabat, 3 de julio de 2024. La Cumbre africana del agua se celebra en Rabat los días 3 y 4 de julio, según ha anunciado el ministro de Equipamiento. «El agua es un derecho», ha dicho Nizar Baraka."


def test_a_text_in_a_third_language_is_said_to_be_in_none_of_ours(desk, tmp_path, capsys):
    page = desk.post(PAGE, {"text": SPANISH}, follow=True)
    assert "dans aucune langue de la rédaction" in page.text
    (tmp_path / "agua.txt").write_text(SPANISH)
    with pytest.raises(CommandError):
        call_command("import_article", str(tmp_path / "agua.txt"))
    assert "langue" in capsys.readouterr().err
    assert take_mail(mail(SPANISH, "Cumbre")) == {"new": 1}
    assert IncomingItem.objects.get().language not in {"fr", "ar"}
