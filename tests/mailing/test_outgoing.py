"""Mails that go out together: over one connection, at a pace, each once whatever happens."""

import pytest
from django.core.management import BaseCommand, call_command
from django.utils import timezone

from articles.desk import letters, outgoing
from articles.desk.mailing.confirmations import send_confirmations
from articles.desk.mailing.sending import run
from articles.desk.outgoing import MailPace
from articles.desk.press_lists.letters import send_copies
from articles.management.commands import deliver, send_news
from articles.management.low_priority import NICENESS
from articles.models import Delivery, EmbargoedCopy, EmbargoedSending, Subscriber
from articles.models import deliveries as delivering
from tests.factories import ArticleFactory, UserFactory

from .people import AN_HOUR, journalist, subscriber
from .test_refusals import server  # noqa: F401 - a fixture
from .test_sending import appeared, readers

pytestmark = pytest.mark.django_db
MANY = 12


# The pace.


class Clock:
    """A clock that goes on only when somebody rests or works."""

    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now

    def rest(self, seconds):
        self.now += seconds


def paced(clock, a_second=250):
    return MailPace(a_second, clock, clock.rest)


def test_mails_go_out_at_the_pace_that_the_site_has_set():
    clock = Clock()
    pace = paced(clock)
    for _ in range(10_000):
        pace.wait()
        clock.rest(0.0017)
    assert clock.now - 1000 == pytest.approx(40, rel=0.01)


def test_a_mail_that_took_longer_is_made_up_for_and_a_long_stop_is_followed_by_no_flood():
    clock = Clock()
    pace = paced(clock)
    for _ in range(100):
        pace.wait()
        clock.rest(0.007)
        pace.wait()
    assert clock.now - 1000 == pytest.approx(0.8, abs=0.03)
    clock.rest(60)
    for _ in range(250):
        pace.wait()
    assert clock.now - 1060.8 > 0.85


def test_where_no_pace_is_set_nobody_rests():
    clock = Clock()
    pace = paced(clock, a_second=0)
    for _ in range(100):
        pace.wait()
    assert clock.now == 1000


def test_a_run_waits_before_each_mail(settings, monkeypatch):
    clock = Clock()
    monkeypatch.setattr(outgoing, "MailPace", lambda a_second: paced(clock, a_second))
    settings.MAILS_A_SECOND = 100
    readers(50)
    appeared()
    assert run().counted["sent"] == 50
    assert clock.now - 1000 == pytest.approx(0.5, abs=0.12)


@pytest.mark.parametrize("command", [send_news.Command, deliver.Command])
def test_a_command_that_sends_leaves_the_processor_to_pages(monkeypatch, command):
    asked = []
    monkeypatch.setattr("os.nice", asked.append)
    monkeypatch.setattr(BaseCommand, "run_from_argv", lambda *_argv: asked.append("run"))
    command().run_from_argv(["manage.py", "it"])
    assert asked == [NICENESS, "run"]


# The connection.


def letters_of_colleagues():
    people = [UserFactory(is_staff=True, email=f"c{n}@example.org") for n in range(MANY)]
    Delivery.objects.add(
        Delivery.Kind.MAIL,
        [{"to": [one.email], "subject": "Note", "body": "Une note."} for one in people],
    )


def links_that_were_asked_for():
    people = [subscriber(f"r{n}@example.org", confirmed_at=None) for n in range(MANY)]
    Delivery.objects.add(Delivery.Kind.CONFIRMATION, [{"subscriber": one.key} for one in people])


def copies_under_embargo():
    article = ArticleFactory(live=["fr"], embargoed_until=timezone.now() + AN_HOUR)
    sending = EmbargoedSending.objects.create(article=article, language="fr")
    copies = [
        EmbargoedCopy.objects.create(
            sending=sending, journalist=journalist(address=f"j{n}@journal.example.org")
        )
        for n in range(MANY)
    ]
    Delivery.objects.add(Delivery.Kind.EMBARGOED, [{"copy": one.key} for one in copies])


KINDS = pytest.mark.parametrize(
    ("written", "sent"),
    [
        (letters_of_colleagues, letters.send_letters),
        (links_that_were_asked_for, send_confirmations),
        (copies_under_embargo, send_copies),
    ],
    ids=["letters", "links", "copies"],
)


@KINDS
def test_several_that_go_at_once_go_over_one_connection(server, written, sent):  # noqa: F811
    written()
    assert sent.call() == MANY
    assert server.connections == 1
    assert len(set(server.taken)) == len(server.taken) == MANY


@KINDS
def test_a_server_that_ends_a_connection_after_some_gets_each_once(server, written, sent):  # noqa: F811
    server.most_of_connection = 5
    written()
    assert sent.call() == MANY
    assert server.connections == 3
    assert len(set(server.taken)) == len(server.taken) == MANY


@KINDS
def test_one_that_is_refused_holds_up_none_behind_it(server, written, sent):  # noqa: F811
    written()
    waiting = Delivery.objects.order_by("pk")[3].content
    server.refuses = {"RCPT": "550 5.1.1 user unknown"}
    server.only_to = {address_of(waiting)}
    sent.call()
    assert (server.connections, len(server.taken)) == (1, MANY - 1)
    assert not Delivery.objects.exists()


@KINDS
def test_where_the_server_goes_down_in_the_middle_the_rest_go_later_and_nobody_twice(
    server,  # noqa: F811
    written,
    sent,
):
    written()
    server.goes_down_after = 5
    sent.call()
    assert len(server.taken) == 5
    server.goes_down_after = None
    delivering.rests_until.clear()
    call_command("deliver")
    assert sorted(server.taken) == sorted(set(server.taken))
    assert len(server.taken) == MANY


def test_no_connection_is_made_where_no_letter_waits(server):  # noqa: F811
    assert letters.send_letters.call() == 0
    assert server.connections == 0


def address_of(content):
    if "to" in content:
        return content["to"][0]
    if "copy" in content:
        return EmbargoedCopy.objects.get(key=content["copy"]).journalist.address
    return Subscriber.objects.get(key=content["subscriber"]).address
