"""Mails become texts of the inbox: of who may send one, and never more than it can hold."""

import socket
import sys
import threading
from contextlib import suppress
from email.message import EmailMessage
from io import BytesIO, TextIOWrapper
from time import process_time

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import OperationalError
from django.utils.translation import override

from articles.models import IncomingItem, ReceivedFile
from articles.wire.documents import mail as mail_files
from articles.wire.incoming.mailbox import MailboxError, read_mailbox
from articles.wire.incoming.mails import RefusedMailError, TooManyMailsError, take_mail
from articles.wire.remarks import translate_remark
from tests.wire.files import word_document

pytestmark = pytest.mark.django_db

WORDS = (
    "Le ministère de l’Eau annonce que les barrages du Nord sont remplis à quatre-vingts pour cent."
)
SENDER = "presse@ministere.example"


def letter(words=WORDS, subject="Les barrages du Nord", number=1, sender=SENDER, **headers):
    mail = EmailMessage()
    mail["From"] = f"Presse <{sender}>"
    mail["To"] = "desk@newsroom.example"
    mail["Subject"] = subject
    mail["Date"] = "Sat, 28 Nov 2026 10:00:00 +0100"
    mail["Message-ID"] = f"<{number}@ministere.example>"
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(words)
    return mail


def attach(mail, name, data):
    mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return mail


def headlines():
    return list(IncomingItem.objects.order_by("pk").values_list("headline", flat=True))


def test_a_mail_waits_in_the_inbox_with_who_sent_it():
    assert take_mail(letter().as_bytes()) == {"new": 1}
    found = IncomingItem.objects.get()
    assert (found.headline, found.sender, found.feed) == ("Les barrages du Nord", SENDER, None)
    assert str(found.published_at.date()) == "2026-11-28"
    assert WORDS in found.text.text
    assert bytes(found.text.file.content) == letter().as_bytes()


def test_a_mail_in_arabic_is_read():
    words = "تعلن وزارة الماء أن سدود الشمال امتلأت بنسبة ثمانين في المئة."
    take_mail(letter(words, "بلاغ صحفي").as_bytes())
    found = IncomingItem.objects.get()
    assert (found.headline, found.language) == ("بلاغ صحفي", "ar")


def test_a_mail_of_which_only_the_subject_can_be_read_says_what_was_on_it():
    mail = attach(letter(" ", "Communiqué du port"), "photo.bin", b"\x00\x01\x02\x03" * 100)
    assert take_mail(mail.as_bytes()) == {"new": 1, "refused": 1}
    found = IncomingItem.objects.get()
    assert found.headline == "Communiqué du port"
    assert any("photo.bin" in translate_remark(one) for one in found.text.file.warnings)


def test_a_file_without_a_word_is_named_with_the_mail():
    mail = attach(letter(), "vide.txt", "🎉🎉".encode())
    assert take_mail(mail.as_bytes()) == {"new": 1, "refused": 1}
    assert any(
        "vide.txt" in translate_remark(one) for one in IncomingItem.objects.get().text.file.warnings
    )


def test_each_file_that_can_be_read_is_an_item_and_the_others_are_said():
    mail = attach(letter(), "communique.docx", word_document("Communiqué", "Le port grandit."))
    attach(mail, "photo.bin", b"\x00\x01\x02\x03" * 100)
    assert take_mail(mail.as_bytes()) == {"new": 2, "refused": 1}
    assert headlines() == ["Les barrages du Nord", "Communiqué"]
    first = IncomingItem.objects.first() or IncomingItem()
    # Whichever of them somebody takes says so, in the language of who does.
    for file in ReceivedFile.objects.all():
        with override("ar"):
            assert any("photo.bin" in translate_remark(one) for one in file.warnings), first
            assert "الملف ليس نصا" in " ".join(map(translate_remark, file.warnings)), file.warnings


def test_a_mail_that_comes_twice_is_there_once():
    mail = attach(letter(), "communique.docx", word_document("Communiqué", "Le port grandit."))
    take_mail(mail.as_bytes())
    assert take_mail(mail.as_bytes()) == {"known": 2}
    assert take_mail(letter(number=2).as_bytes()) == {"known": 1}


def test_of_forty_files_the_first_are_taken():
    mail = letter()
    for number in range(40):
        attach(mail, f"{number}.txt", f"Communiqué numéro {number} du ministère de l’Eau.".encode())
    told = take_mail(mail.as_bytes()).remarks
    assert IncomingItem.objects.count() == 11
    for number in range(10, 40):
        assert f"{number}.txt" in told[0]
    for file in ReceivedFile.objects.all():
        assert "39.txt" in " ".join(map(translate_remark, file.warnings))


def test_the_command_names_each_file_that_was_not_taken_in(monkeypatch, capsys):
    mail = letter()
    attach(mail, "photo.bin", b"\x00\x01\x02\x03" * 100)
    pipe(monkeypatch, mail.as_bytes())
    assert "photo.bin" in capsys.readouterr().out


def test_only_who_is_named_may_send_where_the_setting_names_some(settings):
    settings.MAILBOX_SENDERS = ["Presse@ministere.example", "@agence.example"]
    take_mail(letter().as_bytes())
    take_mail(
        letter("Une autre nouvelle, du port.", number=2, sender="a@agence.example").as_bytes()
    )
    for sender in ("autre@ministere.example", "a@agence.example.com", "a@x-agence.example"):
        with pytest.raises(RefusedMailError):
            take_mail(letter(number=3, sender=sender).as_bytes())
    assert IncomingItem.objects.count() == 2


@pytest.mark.parametrize(
    "headers",
    [{"Auto_Submitted": "auto-replied"}, {"Precedence": "auto_reply"}, {"Return_Path": "<>"}],
)
def test_what_a_machine_answers_is_not_taken_in(headers):
    with pytest.raises(RefusedMailError):
        take_mail(letter(**headers).as_bytes())


def test_a_loop_of_mails_ends_at_its_bound(settings):
    settings.MAILS_AN_HOUR = 3
    for number in range(3):
        take_mail(letter(f"La nouvelle numéro {number}.", number=number).as_bytes())
    with pytest.raises(TooManyMailsError):
        take_mail(letter("Encore une nouvelle.", number=9).as_bytes())
    assert IncomingItem.objects.count() == 3


def test_a_mail_that_is_too_large_is_not_taken_in(settings):
    settings.IMPORT_MEGABYTES = 1
    with pytest.raises(RefusedMailError):
        take_mail(attach(letter(), "gros.txt", b"a" * 2 * 1024**2).as_bytes())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"Bonjour",
        b"\x00\xff" * 100,
        b"From: \r\n\r\n",
        b"From: <a@b>\r\nContent-Type: \xff;\r\n\r\n",
    ],
)
def test_what_is_no_mail_is_refused(data):
    with pytest.raises(RefusedMailError):
        take_mail(data)


# The pipe of a mail server.


def pipe(monkeypatch, data):
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(data)))
    call_command("receive_mail")


def test_the_command_takes_a_mail_from_its_input(monkeypatch, capsys):
    pipe(monkeypatch, letter().as_bytes())
    assert headlines() == ["Les barrages du Nord"]
    assert "new 1" in capsys.readouterr().out


def test_a_refused_mail_is_no_error_to_the_server_and_a_flood_is_one_for_now(monkeypatch, settings):
    pipe(monkeypatch, b"Bonjour")
    settings.MAILS_AN_HOUR = 1
    pipe(monkeypatch, letter().as_bytes())
    with pytest.raises(CommandError) as error:
        pipe(monkeypatch, letter("Encore une nouvelle.", number=2).as_bytes())
    assert error.value.returncode == 75


# A mailbox.


class Mailbox(threading.Thread):
    """A server of IMAP with as much of it as is asked for."""

    def __init__(self, *mails):
        super().__init__(daemon=True)
        self.mails = {number: mail.as_bytes() for number, mail in enumerate(mails, 1)}
        self.seen = set()
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.url = (
            f"imap://desk:mot%20de%20passe@127.0.0.1:{self.listening.getsockname()[1]}/Presse"
        )

    def run(self):
        while True:
            try:
                line, __ = self.listening.accept()
            except OSError:
                return
            with line, line.makefile("rwb", buffering=0) as talk:
                talk.write(b"* OK\r\n")
                for said in talk:
                    tag, __, asked = said.decode().strip().partition(" ")
                    talk.write(self.answer(asked) + f"{tag} OK done\r\n".encode())

    def answer(self, asked):
        if asked.startswith("CAPABILITY"):
            return b"* CAPABILITY IMAP4rev1\r\n"
        if asked.startswith("LOGIN"):
            assert asked == 'LOGIN desk "mot de passe"', asked
        if asked.startswith("SELECT"):
            assert asked == 'SELECT "Presse"'
            return b"* 9 EXISTS\r\n"
        if asked.startswith("UID SEARCH"):
            unseen = " ".join(str(one) for one in self.mails if one not in self.seen)
            return f"* SEARCH {unseen}\r\n".encode()
        number = int(asked.split()[2]) if asked.startswith("UID ") else 0
        if "RFC822.SIZE" in asked:
            return f"* 1 FETCH (UID {number} RFC822.SIZE {len(self.mails[number])})\r\n".encode()
        if "BODY.PEEK[]" in asked:
            mail = self.mails[number]
            return f"* 1 FETCH (UID {number} BODY[] {{{len(mail)}}}\r\n".encode() + mail + b")\r\n"
        if "STORE" in asked:
            self.seen.add(number)
        return b""


def malformed(*headers):
    """A mail with headers that no program writes, as bytes."""
    lines = [f"From: {SENDER}", "Subject: Les barrages du Nord", *headers, "", WORDS]
    return "\n".join(lines).encode()


MALFORMED = {
    "brackets in brackets": malformed("Content-Type: text/plain; " + "(" * 5000),
    "an address of brackets": malformed("From: " + "(" * 5000)[len(f"From: {SENDER}\n") :],
    "a name that does not end": malformed("Message-ID: <a@["),
    "a day of no calendar": malformed(f"Date: Mon, 1 Jan {'9' * 30} 10:00:00 +0000"),
    "the last day of all": malformed("Date: Fri, 31 Dec 9999 23:59:59 -1200"),
    "an embargo of no calendar": malformed(f"Embargo: Mon, 1 Jan {'9' * 30} 10:00:00 +0000"),
    "parts in parts": malformed("Content-Type: message/rfc822")
    + b"\nContent-Type: message/rfc822\n" * 3000,
    "a name of no letters": malformed("Content-Type: application/pdf; name*=x''%FF%00"),
}


@pytest.mark.parametrize("data", MALFORMED.values(), ids=MALFORMED)
def test_a_malformed_mail_stops_none_behind_it(settings, data):
    served = Mailbox(letter(), letter("Une autre nouvelle, du port.", number=3))
    served.mails[0] = data
    served.mails = dict(sorted(served.mails.items()))
    settings.MAILBOX_URL = served.url
    served.start()
    try:
        outcomes = read_mailbox()
    finally:
        served.listening.close()
    assert outcomes["new"] >= 2
    assert served.seen == {0, 1, 2}


def test_whatever_goes_wrong_with_one_mail_the_others_are_read_and_the_operator_is_told(
    mailbox, monkeypatch, capsys
):
    real = mail_files.read

    def failing(data):
        if b"<1@ministere.example>" in data:
            raise ZeroDivisionError
        return real(data)

    monkeypatch.setattr(mail_files, "read", failing)
    with override("fr"):
        call_command("fetch_mail")
    said = capsys.readouterr().out
    assert "new 1" in said
    assert "Les barrages du Nord" in said
    assert "n’a pas pu être lu" in said
    assert mailbox.seen == {1, 2, 3}


def test_while_the_database_takes_nothing_a_mail_stays_unseen(mailbox, monkeypatch):
    def away(*args):
        raise OperationalError

    monkeypatch.setattr("articles.wire.incoming.inbox.Inbox.take_in", away)
    with pytest.raises(OperationalError):
        read_mailbox()
    assert mailbox.seen == set()


LONG = {
    "quotes": "Content-Type: text/plain; x=" + '"' * 500_000,
    "parameters": "Content-Type: text/plain; " + "a=b; " * 100_000,
    "a name in pieces": "Content-Type: application/pdf; " + "name*1=a; " * 40_000,
    "brackets": "Message-ID: <a@" + "(" * 200_000,
    "packed words": "Subject: " + "=?utf-8?Q?a?= " * 30_000,
    "an embargo": "Embargo: " + '"(' * 200_000,
}


@pytest.mark.parametrize("header", LONG.values(), ids=LONG)
def test_long_headers_are_read_in_a_time_that_grows_as_they_do(header):
    data = malformed(header)
    begun = process_time()
    with suppress(RefusedMailError):
        take_mail(data)
    assert process_time() - begun < 2


@pytest.mark.parametrize(
    "named",
    [
        'filename="Résumé.txt"'.encode(),
        'filename="Résumé.txt"'.encode("cp1252"),
        b"filename*=utf-8''R%C3%A9sum%C3%A9.txt",
        b'filename="=?utf-8?Q?R=C3=A9sum=C3=A9?=.txt"',
    ],
    ids=["as it is", "as an old program has it", "by the rules", "as many programs have it"],
)
def test_a_file_has_its_name_however_it_is_written(named):
    mail = attach(letter(), "x.txt", "Le texte du résumé, en entier.".encode())
    data = mail.as_bytes().replace(b'filename="x.txt"', named)
    take_mail(data)
    assert "Résumé.txt" in set(ReceivedFile.objects.values_list("name", flat=True))


@pytest.fixture
def mailbox(settings):
    machine = letter("Je suis absent.", number=2, Auto_Submitted="auto-replied")
    served = Mailbox(letter(), machine, letter("Une autre nouvelle, du port.", number=3))
    settings.MAILBOX_URL = served.url
    served.start()
    yield served
    served.listening.close()


def test_the_unseen_mails_of_a_mailbox_are_read_once(mailbox, capsys):
    call_command("fetch_mail")
    said = capsys.readouterr().out
    assert "new 2" in said
    # Why the third was not, the operator reads as well.
    assert "refused 1" in said
    assert said.count("\n") == 2
    assert IncomingItem.objects.count() == 2
    assert mailbox.seen == {1, 2, 3}
    assert read_mailbox() == {}


def test_what_comes_after_a_flood_waits_in_the_mailbox(mailbox, settings):
    settings.MAILS_AN_HOUR = 1
    with pytest.raises(TooManyMailsError):
        read_mailbox()
    # The second was a machine’s, and refused; the third is there for the next time.
    assert mailbox.seen == {1, 2}


def test_a_mailbox_that_is_not_set_or_not_there_is_said(settings):
    settings.MAILBOX_URL = ""
    with pytest.raises(MailboxError):
        read_mailbox()
    settings.MAILBOX_URL = "imap://desk:secret@127.0.0.1:1/"
    with pytest.raises(MailboxError) as error:
        read_mailbox()
    assert "secret" not in str(error.value)
