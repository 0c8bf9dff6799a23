"""Mails that come back: read, believed only if they are ours, and what becomes of the address."""

import io
import sys
from datetime import timedelta
from email.message import EmailMessage

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from articles.desk.bounces import note_bounce
from articles.desk.envelopes import message_id
from articles.desk.mailing.sending import run
from articles.models import Subscriber
from articles.models.mailing import MOST_BOUNCES
from articles.wire.incoming import mailbox
from articles.wire.returned_mails import read
from tests.factories import ArticleFactory

from .people import journalist, press_list, subscriber

pytestmark = pytest.mark.django_db

REPORT = """\
From: Mail Delivery Subsystem <mailer-daemon@mail.example.org>
To: news@newsroom.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="B"

--B
Content-Type: text/plain; charset=utf-8

Ce message n'a pas pu être remis.

--B
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.org

Final-Recipient: rfc822; salma@example.org
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 5.1.1 <salma@example.org>: User unknown

--B
{returned}
--B--
"""
HEADERS = """\
Content-Type: text/rfc822-headers

Subject: Le Maroc
Message-ID: {name}
"""
WHOLE = """\
Content-Type: message/rfc822

Subject: Le Maroc
Message-ID: {name}
Content-Type: text/plain

Bonjour
"""


def report(name, action="failed", status="5.1.1", returned=HEADERS):
    text = REPORT.format(action=action, status=status, returned=returned.format(name=name))
    return text.encode()


@pytest.fixture
def receive(monkeypatch, capsys):
    """Pipes a mail to the command, as a mail server does; what it says."""

    def receiving(data):
        monkeypatch.setattr(sys, "stdin", type("Pipe", (), {"buffer": io.BytesIO(data)}))
        call_command("receive_bounce")
        return capsys.readouterr().out.strip()

    return receiving


@pytest.mark.parametrize("returned", [HEADERS, WHOLE])
def test_a_mail_that_comes_back_for_good_is_counted(receive, returned):
    person = subscriber()
    assert receive(report(message_id("s", person.key, "x1"), returned=returned)) == "counted"
    person.refresh_from_db()
    assert person.bounces == 1
    assert "User unknown" in person.bounced_with


def test_after_some_days_of_it_nothing_is_sent_any_more_and_the_desk_sees_it(chief, client):
    person = subscriber("salma@example.org")
    for day in range(MOST_BOUNCES):
        name = message_id("s", person.key, f"x{day}")[1:].partition("@")[0]
        at = timezone.now() + timedelta(days=day)
        for _ in range(3):
            note_bounce([name], is_for_good=True, why="550 User unknown", at=at)
    person.refresh_from_db()
    assert (person.bounces, bool(person.paused_at)) == (MOST_BOUNCES, True)
    client.force_login(chief)
    page = client.get("/admin/articles/subscriber/?reach=paused").text
    assert "salma@example.org" in page
    form = {"action": "resume", "_selected_action": [person.pk]}
    client.post("/admin/articles/subscriber/", form)
    person.refresh_from_db()
    assert (person.bounces, person.paused_at) == (0, None)


def test_what_comes_late_or_full_for_now_does_not_count(receive):
    person = subscriber()
    for action, status in (("delayed", "4.2.2"), ("failed", "4.4.7"), ("delivered", "2.0.0")):
        assert receive(report(message_id("s", person.key, "x"), action, status)) == "passed over"
    person.refresh_from_db()
    assert person.bounces == 0


def test_nobody_pauses_an_address_with_a_report_that_they_wrote_themselves(receive):
    person = subscriber()
    for name in (
        "<x@newsroom.example>",
        f"<s.{person.key}.x-{'0' * 32}@newsroom.example>",
        message_id("j", person.key, "x"),
    ):
        assert receive(report(name)) == "passed over"
    person.refresh_from_db()
    assert person.bounces == 0


def test_an_address_that_was_never_confirmed_and_does_not_exist_is_deleted(receive):
    person = subscriber(confirmed_at=None)
    assert receive(report(message_id("s", person.key, "x"))) == "deleted"
    assert not Subscriber.objects.exists()


def test_the_mail_that_was_sent_is_the_one_that_is_known_when_it_comes_back(receive):
    person = subscriber()
    ArticleFactory(live=["fr"], live_at=timezone.now() - timedelta(minutes=1))
    run()
    name = mail.outbox[0].message()["Message-ID"]
    assert receive(report(name)) == "counted"
    person.refresh_from_db()
    assert person.bounces == 1


def test_the_copy_of_a_journalist_that_comes_back_counts_for_them(receive):
    person = journalist("Nadia Alaoui", press_list())
    assert receive(report(message_id("j", person.key, "x"))) == "counted"
    person.refresh_from_db()
    assert person.bounces == 1


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe\x00",
        b"Content-Type: multipart/report; boundary=B\n\n--B\n",
        b"From: x\n\nBonjour",
    ],
)
def test_what_is_no_report_is_passed_over(receive, data):
    assert receive(data) == "passed over"


def test_an_answer_of_somebody_on_holiday_is_no_bounce():
    answer = EmailMessage()
    answer["Subject"], answer["Auto-Submitted"] = "Absente", "auto-replied"
    answer.set_content("Je suis absente.")
    assert read(answer.as_bytes()) is None


def test_a_mailbox_of_reports_is_read_and_each_marked_as_seen(monkeypatch, settings, capsys):
    person = subscriber()
    data = report(message_id("s", person.key, "x"))
    seen = []

    class Box:
        def __init__(self, *args, **kwargs): ...
        def login(self, *args): ...
        def logout(self): ...
        def select(self, folder):
            return "OK", []

        def uid(self, verb, *args):
            if verb == "SEARCH":
                return "OK", [b"7"]
            if verb == "STORE":
                seen.append(args[0])
                return "OK", []
            if "SIZE" in args[1]:
                return "OK", [b"1 (RFC822.SIZE %d)" % len(data)]
            return "OK", [(b"1 (BODY[]", data), b")"]

    monkeypatch.setattr(mailbox, "IMAP4_SSL", Box)
    settings.BOUNCE_MAILBOX_URL = "imaps://news:secret@mail.example.org/INBOX"
    call_command("fetch_bounces")
    assert capsys.readouterr().out.strip() == "counted 1"
    assert seen == ["7"]


@pytest.mark.parametrize("status", ["5.7.1", "5.7.26", "5.1.8", "5.3.4", "5.6.0"])
def test_a_report_that_blames_the_sender_counts_against_no_reader(receive, status):
    person, new = subscriber(), subscriber("new@example.org", confirmed_at=None)
    for one in (person, new):
        data = report(message_id("s", one.key, "x"), status=status)
        assert receive(data) == "refused for the sender"
    person.refresh_from_db()
    assert (person.bounces, Subscriber.objects.count()) == (0, 2)
