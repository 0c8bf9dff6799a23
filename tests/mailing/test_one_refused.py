"""One mail that is refused, or that cannot be made, is in the way of no other."""

import logging
import smtplib
from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.utils import timezone

from articles.desk.mailing import compose
from articles.desk.mailing.confirmations import send_confirmations
from articles.desk.mailing.sending import run
from articles.desk.mailing.subscribing import Choices, ask
from articles.desk.press_lists.letters import send_copies
from articles.languages import Language
from articles.models import (
    Delivery,
    EmbargoedCopy,
    EmbargoedSending,
    Journalist,
    MailDelivery,
    Subscriber,
)
from articles.models.mail_addresses import is_mail_address
from tests.factories import ArticleFactory

from .people import AN_HOUR, journalist, press_list, subscriber
from .test_refusals import server
from .test_sending import SALMA, appeared, readers

__all__ = ["server"]
pytestmark = pytest.mark.django_db

SUPPRESSED = "554 Message rejected: this address is on our suppression list"
REFUSED_ALONE = pytest.mark.parametrize(
    "refuses",
    [
        {".": SUPPRESSED},
        {"RCPT": "554 5.7.1 blocked"},
        {"RCPT": "450 4.2.0 greylisted, come back"},
        {".": "451 4.3.0 try again"},
    ],
    ids=["suppressed", "blocked", "greylisted", "not now"],
)
MADE_UP = ["a@اa.com", f"a@{'é' * 60}.com"]


def languages():
    return Choices([Language("fr")])


# Readers.


@REFUSED_ALONE
def test_a_mailing_goes_to_all_but_the_one_reader_who_is_refused(server, refuses):
    person = subscriber(SALMA)
    others = readers(8)
    appeared()
    server.refuses, server.only_to = refuses, {SALMA}
    outcome = run()
    assert sorted(server.taken) == [one.address for one in others]
    assert (outcome.error, outcome.counted["failed"]) == ("", 0)
    assert MailDelivery.objects.get(state="waiting").subscriber == person


def test_who_is_refused_alone_for_days_is_given_up_and_takes_nobody_along(server):
    person = subscriber(SALMA)
    appeared()
    server.refuses, server.only_to = {".": SUPPRESSED}, {SALMA}
    at = timezone.now()
    for hours in (0, 1, 2, 5, 11, 24, 40, 62, 74, 80):
        run(at + timedelta(hours=hours))
    assert not MailDelivery.objects.exists()
    person.refresh_from_db()
    assert person.bounces == 0


def test_many_who_are_refused_alone_stop_no_mailing_that_others_have(server):
    readers(6)
    refused = {subscriber(f"z{n}@example.org").address for n in range(5)}
    others = [subscriber(f"zz{n}@example.org").address for n in range(3)]
    appeared()
    server.refuses, server.only_to = {"RCPT": "554 5.7.1 blocked"}, refused
    assert run().error == ""
    assert set(others) <= set(server.taken)


def test_a_text_that_is_refused_to_several_is_put_off_for_all_and_holds_up_no_other(server):
    people = readers(6)
    appeared()
    server.refuses = {".": "554 5.7.1 looks like spam"}
    assert run().is_refused
    assert MailDelivery.objects.filter(due_at__gt=timezone.now()).count() == len(people)
    server.refuses = {}
    appeared(minutes=4)
    run()
    assert len(server.taken) == len(people)


def test_a_mail_at_which_the_connection_breaks_each_time_comes_after_the_others(monkeypatch):
    subscriber(SALMA)
    others = readers(3)
    appeared()
    real = EmailBackend.send_messages

    def breaks(backend, messages):
        if messages[0].to == [SALMA]:
            raise smtplib.SMTPServerDisconnected("Connection unexpectedly closed")
        return real(backend, messages)

    monkeypatch.setattr(EmailBackend, "send_messages", breaks)
    for _ in range(3):
        run()
    assert [one.to[0] for one in mail.outbox] == [one.address for one in others]


def test_a_text_of_which_no_mail_can_be_made_holds_up_no_other(monkeypatch, caplog):
    readers(4)
    broken, whole = appeared(minutes=6), appeared(minutes=4)
    real = compose.Story.of

    def of(article, *args):
        if article.pk == broken.pk:
            raise TypeError("no such number")
        return real(article, *args)

    monkeypatch.setattr(compose.Story, "of", of)
    outcome = run()
    assert {one.subject for one in mail.outbox} == {whole.headline_fr}
    assert (len(mail.outbox), outcome.counted["put off"]) == (4, 4)
    assert "no such number" in caplog.text


def test_an_address_to_which_none_can_be_made_stops_no_mailing():
    person = subscriber(SALMA)
    Subscriber.objects.filter(pk=person.pk).update(address=MADE_UP[0])
    readers(2)
    appeared()
    run()
    assert len(mail.outbox) == 2


# Journalists, and readers who ask for a link.


@pytest.fixture
def copies():
    article = ArticleFactory(live=["fr"], embargoed_until=timezone.now() + AN_HOUR)
    sending = EmbargoedSending.objects.create(article=article, language="fr")
    names = ("Aya A", "Blocked B", "Badr B", "Chama C", "Driss D")
    made = [
        EmbargoedCopy.objects.create(sending=sending, journalist=journalist(name)) for name in names
    ]
    Delivery.objects.add(Delivery.Kind.EMBARGOED, [{"copy": one.key} for one in made])
    return made


@REFUSED_ALONE
def test_all_journalists_have_their_copy_but_the_one_who_is_refused(server, copies, refuses):
    server.refuses, server.only_to = refuses, {"blocked@journal.example.org"}
    send_copies.call()
    assert [one.partition("@")[0] for one in server.taken] == ["aya", "badr", "chama", "driss"]
    assert [one.state for one in EmbargoedCopy.objects.all()].count("waiting") == 1


def test_what_is_made_due_by_hand_is_not_held_up_by_one_who_is_refused(server, copies):
    server.refuses, server.only_to = {"RCPT": "554 5.7.1 blocked"}, {"blocked@journal.example.org"}
    for _ in range(2):
        call_command("deliver")
    assert len(server.taken) == 4


def test_a_reader_who_asks_has_their_link_whoever_asked_before_them(server):
    ask("stranger@example.org", Language("fr"), "digest", languages())
    ask(SALMA, Language("fr"), "digest", languages())
    server.refuses, server.only_to = {"RCPT": "554 5.7.1 blocked"}, {"stranger@example.org"}
    send_confirmations.call()
    assert server.taken == [SALMA]
    assert Subscriber.objects.filter(address="stranger@example.org").exists()


def test_a_server_that_refuses_several_in_a_row_in_the_same_words_is_left_alone(server, copies):
    server.refuses = {"RCPT": "554 5.7.1 relay access denied"}
    send_copies.call()
    assert sorted(Delivery.objects.values_list("tries", flat=True)) == [0, 0, 1, 1, 1]


def test_what_a_process_sends_at_this_moment_is_not_sent_by_hand_as_well(monkeypatch):
    ask(SALMA, Language("fr"), "digest", languages())
    real = EmailBackend.send_messages

    def slowly(backend, messages):
        if not mail.outbox:
            # It has the mail, and has not said so yet, when somebody types `deliver`.
            real(backend, messages)
            call_command("deliver")
            return 1
        return real(backend, messages)

    monkeypatch.setattr(EmailBackend, "send_messages", slowly)
    send_confirmations.call()
    assert len(mail.outbox) == 1


def test_what_a_stopped_process_was_about_is_sent_by_hand_after_a_while():
    ask(SALMA, Language("fr"), "digest", languages())
    Delivery.objects.get().claim()
    call_command("deliver")
    assert mail.outbox == []
    Delivery.objects.update(claimed_at=timezone.now() - timedelta(minutes=11))
    call_command("deliver")
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("refuses", ["550 5.1.1", "554 5.7.1", "450 4.2.0"])
def test_no_log_has_the_address_of_a_journalist_or_a_reader(server, copies, caplog, refuses):
    caplog.set_level(logging.INFO)
    ask(SALMA, Language("fr"), "digest", languages())
    server.refuses = {"RCPT": f"{refuses} <somebody@example.org> is not taken"}
    send_copies.call()
    send_confirmations.call()
    run()
    logged = [logging.Formatter().format(one) for one in caplog.records]
    said = "\n".join(one for one in logged if "taken" in one)
    assert "is not taken" in said
    assert "@journal.example.org" not in said
    assert "salma@" not in said


# Addresses.


@pytest.mark.parametrize("typed", MADE_UP)
def test_an_address_to_which_no_mail_can_be_made_is_none(client, chief, typed):
    assert not is_mail_address(typed)
    answer = client.post("/fr/subscribe/", {"address": typed, "language": "fr"})
    assert answer.status_code == 422
    client.force_login(chief)
    lists = press_list("Diplomatie")
    client.post(
        f"/admin/articles/presslist/{lists.pk}/paste/",
        {"text": f"Sam <{typed}>", "do": "add", "language": "fr"},
    )
    form = {"name": "Sam", "address": typed, "outlet": "", "language": "fr", "note": ""}
    client.post("/admin/articles/journalist/add/", form)
    assert not Journalist.objects.exists()


@pytest.mark.parametrize("typed", ["a@écho.example", "a@موقع.example", "a@xn--cho-9la.example"])
def test_an_address_of_any_alphabet_is_one(typed):
    assert is_mail_address(typed)
