"""Mails that nobody's rules have: each is read in little time, and stops no other."""

import io
import sys
from time import process_time

import pytest
from django.core.management import call_command

from articles.desk.envelopes import message_id
from articles.models import Journalist
from articles.wire.incoming import mailbox
from articles.wire.returned_mails import read

from .people import subscriber
from .test_bounces import HEADERS, WHOLE, report

pytestmark = pytest.mark.django_db


def nested(depth):
    """A report within a report within a report."""
    head = "".join(
        f'Content-Type: multipart/report; boundary="b{n}"\n\n--b{n}\n' for n in range(depth)
    )
    return head.encode()


MALFORMED = {
    "brackets in brackets": b"Content-Type: multipart/report; " + b"(" * 5000 + b"\n\n",
    "parts in parts": nested(3000),
    "mails in mails": b"Content-Type: message/rfc822\n\n" * 3000,
    "a name that does not end": report("<a@[", returned=WHOLE),
    "a name of brackets": report("<a@" + "(" * 5000 + ">", returned=WHOLE),
    "no such charset": report("x", returned=HEADERS.replace("{name}", "=?x-none?Q?=FF?=")),
    "what is written for nobody": b"\x00" * 500 + b"Content-Type: multipart/report\n\n",
}


@pytest.fixture
def box(monkeypatch, settings):
    """A mailbox of reports: which mails are in it, and which have been marked as seen."""
    mails, seen = {}, []

    class Box:
        def __init__(self, *args, **kwargs): ...
        def login(self, *args): ...
        def logout(self): ...
        def select(self, folder):
            return "OK", []

        def uid(self, verb, *args):
            if verb == "SEARCH":
                left = [one for one in mails if one not in seen]
                return "OK", [" ".join(left).encode()]
            if verb == "STORE":
                seen.append(args[0])
                return "OK", []
            data = mails[args[0]]
            if "SIZE" in args[1]:
                return "OK", [b"1 (RFC822.SIZE %d)" % len(data)]
            return "OK", [(b"1 (BODY[]", data), b")"]

    monkeypatch.setattr(mailbox, "IMAP4_SSL", Box)
    settings.BOUNCE_MAILBOX_URL = "imaps://news:secret@mail.example.org/INBOX"
    return mails, seen


@pytest.mark.parametrize("data", MALFORMED.values(), ids=MALFORMED)
def test_a_malformed_mail_in_the_box_of_reports_stops_none_behind_it(box, capsys, data):
    mails, seen = box
    person = subscriber()
    mails.update({"1": data, "2": report(message_id("s", person.key, "x"))})
    call_command("fetch_bounces")
    assert capsys.readouterr().out.strip() == "counted 1, passed over 1"
    assert seen == ["1", "2"]
    person.refresh_from_db()
    assert person.bounces == 1


def test_whatever_goes_wrong_with_one_report_the_next_one_is_read(box, capsys, monkeypatch):
    mails, seen = box
    person = subscriber()
    name = message_id("s", person.key, "x")
    mails.update({"1": report(name), "2": report(name)})
    real, asked = type(person).note_bounce, []

    def once_not(self, *args):
        asked.append(self)
        if len(asked) == 1:
            raise ZeroDivisionError
        return real(self, *args)

    monkeypatch.setattr(type(person), "note_bounce", once_not)
    call_command("fetch_bounces")
    assert capsys.readouterr().out.strip() == "counted 1, passed over 1"
    assert seen == ["1", "2"]


@pytest.mark.parametrize("data", MALFORMED.values(), ids=MALFORMED)
def test_a_malformed_mail_in_the_pipe_is_no_error(monkeypatch, capsys, data):
    monkeypatch.setattr(sys, "stdin", type("Pipe", (), {"buffer": io.BytesIO(data)}))
    call_command("receive_bounce")
    assert capsys.readouterr().out.strip() == "passed over"
    assert not Journalist.objects.exists()


LONG = {
    "names": HEADERS.replace("{name}", "<a@" * 150_000),
    "names of one letter": HEADERS.replace("{name}", "<" + "a" * 450_000),
    "quotes": HEADERS.replace("\n\n", '; x="' + '"' * 400_000 + "\n\n", 1),
    "parameters": HEADERS.replace("\n\n", "; " + "a=b; " * 90_000 + "\n\n", 1),
}


@pytest.mark.parametrize("returned", LONG.values(), ids=LONG)
def test_a_long_report_is_read_in_a_time_that_grows_as_it_does(returned):
    data = report("x", returned=returned.replace("{", "{{").replace("}", "}}"))
    begun = process_time()
    read(data)
    assert process_time() - begun < 1


def test_what_says_what_a_report_is_is_read_in_little_time_as_well():
    begun = process_time()
    for value in (b'"' * 500_000, b"a=b; " * 100_000, b"a*1=b; " * 70_000, b"(" * 500_000):
        read(b"Content-Type: multipart/report; " + value + b"\n\n--B\n")
    assert process_time() - begun < 2
