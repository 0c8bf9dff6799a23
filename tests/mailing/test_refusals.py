"""What a mail server refuses: for whose sake, and what becomes of the mail and of its reader."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from django.utils.translation import override

from articles.desk.mailing.confirmations import send_confirmations
from articles.desk.mailing.sending import run
from articles.desk.mailing.subscribing import Choices, ask
from articles.desk.press_lists.letters import send_copies
from articles.languages import Language
from articles.models import Delivery, EmbargoedCopy, EmbargoedSending, MailDelivery, Subscriber
from articles.models import deliveries as delivering
from tests.factories import ArticleFactory

from .people import AN_HOUR, journalist, subscriber
from .smtp import MailServer
from .test_sending import SALMA, appeared, readers

pytestmark = pytest.mark.django_db

FOR_US = {
    "the sender": {"MAIL": "550 5.7.1 this sender may not send"},
    "the sender, in words": {"MAIL": "550 no"},
    "spam": {".": "554 5.7.1 looks like spam"},
    "spam, in words": {".": "554 message looks like spam"},
    "its size": {".": "552 5.3.4 too big"},
    "relaying": {"RCPT": "554 5.7.1 <salma@example.org>: relay access denied"},
    "relaying, in words": {"RCPT": "550 relaying denied"},
    "a list of the blocked": {"RCPT": "550 5.7.606 access denied, banned sending IP"},
}
OF_THE_MAILBOX = {
    "nobody": {"RCPT": "550 5.1.1 user unknown"},
    "nobody, in words": {"RCPT": "550 no such user here"},
    "closed": {"RCPT": "550 5.2.1 mailbox disabled"},
    "no mails there": {"RCPT": "556 5.1.10 null MX"},
    "nobody, once the mail is there": {".": "550 5.1.1 user unknown"},
}


@pytest.fixture
def server(settings):
    made = MailServer()
    settings.MAILERS = made.mailers
    settings.SITE_URL = "https://newsroom.example"
    settings.DIGEST_HOUR = 23
    delivering.rests_until.clear()
    yield made
    made.close()
    delivering.rests_until.clear()


@pytest.mark.parametrize("refuses", FOR_US.values(), ids=FOR_US)
def test_what_is_refused_for_our_sake_counts_against_no_reader_and_waits(server, refuses):
    people = readers(12)
    appeared()
    server.refuses = refuses
    outcome = run()
    assert outcome.is_refused
    assert outcome.counted["failed"] == 0
    assert {one.bounces for one in Subscriber.objects.all()} == {0}
    assert MailDelivery.objects.filter(state="waiting").count() == len(people)
    server.refuses = {}
    run(timezone.now() + AN_HOUR)
    assert sorted(server.taken) == sorted(one.address for one in people)


def test_the_operator_is_told_what_the_server_refuses_and_no_address(server):
    subscriber(SALMA)
    readers(3)
    appeared()
    server.refuses = FOR_US["relaying"]
    with override("fr"), pytest.raises(CommandError) as raised:
        call_command("send_news")
    assert raised.value.returncode == 75
    said = f"{raised.value}"
    assert "refuse nos messages" in said
    assert "relay access denied" in said
    assert "newsroom@localhost" in said
    assert SALMA not in said


def test_the_operator_is_told_why_a_single_mail_was_put_off(server, capsys):
    subscriber(SALMA)
    appeared()
    server.refuses = FOR_US["relaying"]
    with override("fr"):
        call_command("send_news")
    said = capsys.readouterr().out
    assert "relay access denied" in said
    assert SALMA not in said


@pytest.mark.parametrize("refuses", OF_THE_MAILBOX.values(), ids=OF_THE_MAILBOX)
def test_what_is_refused_for_the_mailbox_counts_against_it_and_the_others_have_theirs(
    server, refuses
):
    person = subscriber(SALMA)
    readers(3)
    appeared()
    server.refuses, server.only_to = refuses, {SALMA}
    outcome = run()
    assert (outcome.counted["failed"], outcome.counted["sent"], outcome.error) == (1, 3, "")
    person.refresh_from_db()
    assert person.bounces == 1


def test_an_article_that_is_refused_is_in_the_way_of_no_other(server):
    readers(3)
    appeared()
    server.refuses = FOR_US["spam"]
    assert run().is_refused
    server.refuses = {}
    appeared(minutes=4)
    assert run().counted["sent"] == 3
    assert run(timezone.now() + AN_HOUR).counted["sent"] == 3


def test_a_server_that_refuses_one_address_for_our_sake_takes_the_others(server):
    person = subscriber(SALMA)
    readers(3)
    appeared()
    server.refuses, server.only_to = FOR_US["relaying"], {SALMA}
    assert run().counted["sent"] == 3
    person.refresh_from_db()
    assert person.bounces == 0
    assert MailDelivery.objects.get(state="waiting").subscriber == person


def test_what_is_refused_for_days_is_given_up_and_counts_against_nobody(server):
    person = subscriber(SALMA)
    appeared()
    server.refuses = FOR_US["spam"]
    at = timezone.now()
    for _ in range(24):
        run(at)
        at += timedelta(hours=7)
    assert not MailDelivery.objects.exists()
    person.refresh_from_db()
    assert person.bounces == 0


def test_a_reader_who_has_just_asked_is_kept_where_the_server_refuses_us(server):
    ask(SALMA, Language("fr"), "digest", Choices([Language("fr")]))
    server.refuses = FOR_US["the sender"]
    send_confirmations.call()
    assert Subscriber.objects.filter(address=SALMA).exists()
    server.refuses = {}
    delivering.rests_until.clear()
    Delivery.objects.update(due_at=timezone.now())
    send_confirmations.call()
    assert server.taken == [SALMA]


def test_a_reader_who_has_just_asked_and_does_not_exist_is_deleted(server):
    ask(SALMA, Language("fr"), "digest", Choices([Language("fr")]))
    server.refuses = OF_THE_MAILBOX["nobody"]
    send_confirmations.call()
    assert not Subscriber.objects.exists()
    assert not Delivery.objects.exists()


@pytest.fixture
def copy():
    article = ArticleFactory(live=["fr"], embargoed_until=timezone.now() + AN_HOUR)
    sending = EmbargoedSending.objects.create(article=article, language="fr")
    made = EmbargoedCopy.objects.create(sending=sending, journalist=journalist())
    Delivery.objects.add(Delivery.Kind.EMBARGOED, [{"copy": made.key}])
    return made


def test_a_copy_that_is_refused_for_our_sake_waits_and_counts_against_no_journalist(server, copy):
    server.refuses = FOR_US["spam"]
    send_copies.call()
    copy.refresh_from_db()
    assert (copy.state, copy.journalist.bounces) == ("waiting", 0)
    assert Delivery.objects.count() == 1


def test_a_copy_that_is_given_up_is_said_to_be(server, copy):
    Delivery.objects.update(created_at=timezone.now() - timedelta(days=4))
    send_copies.call()
    copy.refresh_from_db()
    assert (copy.state, copy.journalist.bounces) == ("failed", 0)
    assert not Delivery.objects.exists()


# The connection.


def test_many_mails_go_over_one_connection(server):
    people = readers(30)
    appeared()
    run()
    assert len(server.taken) == len(people)
    assert server.connections == 1


def test_no_connection_is_made_where_nothing_is_to_be_sent(server):
    run()
    assert server.connections == 0


def test_a_server_that_takes_so_many_over_one_connection_is_connected_to_again(server):
    readers(30)
    appeared()
    server.most_of_connection = 10
    outcome = run()
    assert (outcome.counted["sent"], outcome.error) == (30, "")
    assert sorted(server.taken) == sorted(set(server.taken))
    assert server.connections == 3
