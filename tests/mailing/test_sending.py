"""What subscribers are sent: each article once, at its moment, whatever happens on the way."""

import re
import smtplib
from datetime import datetime, timedelta
from itertools import batched
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles.desk.mailing import finishing, sending
from articles.desk.mailing import queue as queueing
from articles.desk.mailing.queue import queue
from articles.desk.mailing.sending import run
from articles.models import ContentChange, MailDelivery, Mailing, MailRun, Subscriber
from tests.factories import ArticleFactory, CorrectionFactory, EventFactory, TopicFactory

from .people import AN_HOUR, html_of, subscriber, to

pytestmark = pytest.mark.django_db
SALMA, OMAR = "salma@example.org", "omar@example.org"


@pytest.fixture(autouse=True)
def no_digest(settings):
    """None is due, whatever the hour: of now, or of a test's own."""
    settings.DIGEST_HOUR = 24
    settings.SITE_URL = "https://newsroom.example"


@pytest.fixture
def digest_at_noon(settings, no_digest):
    settings.DIGEST_HOUR = 12


AT_NOON = pytest.mark.usefixtures("digest_at_noon")


def appeared(minutes=5, live=("fr",), **columns):
    return ArticleFactory(
        live=list(live), live_at=timezone.now() - timedelta(minutes=minutes), **columns
    )


class Server:
    """A mail server that takes so many mails, and then does what it is told."""

    def __init__(self, monkeypatch, takes, then):
        self.left, self.then = takes, then
        real = EmailBackend.send_messages

        def send_messages(backend, messages):
            for one in messages:
                if self.left == 0 and self.then is not None:
                    raise self.then
                self.left -= 1
                real(backend, [one])
            return len(messages)

        monkeypatch.setattr(EmailBackend, "send_messages", send_messages)


def test_who_chose_all_news_a_topic_or_an_event_is_told_at_once_and_once():
    topic, process = TopicFactory(), EventFactory()
    session = EventFactory(parent=process)
    subscriber(SALMA, ("fr", None), ("fr", topic))
    subscriber("topic@example.org", ("fr", topic))
    subscriber("event@example.org", ("fr", process))
    subscriber("other@example.org", ("fr", TopicFactory()))
    subscriber("arabic@example.org", ("ar", None))
    article = appeared(event=session, standfirst_fr="Deux phrases.")
    article.topics.add(topic)
    run()
    run()
    assert sorted(one.to[0] for one in mail.outbox) == [
        "event@example.org", SALMA, "topic@example.org",
    ]  # fmt: skip
    [letter] = to(SALMA)
    assert letter.subject == article.headline_fr
    for said in (letter.body, html_of(letter)):
        assert f"https://newsroom.example{article.url_in('fr')}" in said
        assert "Deux phrases." in said
        assert "newsroom.invalid" not in said


def test_each_mail_has_the_button_by_which_mail_programs_leave(client):
    person = subscriber(SALMA)
    appeared()
    run()
    [letter] = to(SALMA)
    message = letter.message()
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    link = message["List-Unsubscribe"].strip("<>")
    assert link.startswith("https://newsroom.example/fr/subscribe/leave/?t=")
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Message-ID"].endswith("@newsroom.example>")
    answer = client.post(
        link.removeprefix("https://newsroom.example"), {"List-Unsubscribe": "One-Click"}
    )
    assert answer.status_code == 200
    assert not Subscriber.objects.filter(pk=person.pk).exists()


def test_a_subscriber_is_written_to_in_their_language_of_a_text_in_its_own():
    subscriber(SALMA, ("fr", None), language="ar")
    article = appeared()
    run()
    page = html_of(to(SALMA)[0])
    assert '<html lang="ar" dir="rtl">' in page
    assert re.search(r'class="story"\s+lang="fr"\s+dir="ltr"', page)
    assert article.headline_fr in page


def test_nobody_is_told_what_appeared_before_they_subscribed_or_long_ago():
    subscriber(SALMA, confirmed_at=timezone.now() - timedelta(minutes=2))
    subscriber(OMAR, confirmed_at=timezone.now() - timedelta(days=9))
    appeared(minutes=5)
    appeared(minutes=60 * 30)
    run()
    assert to(SALMA) == []
    assert len(to(OMAR)) == 1


def test_who_never_confirmed_or_is_out_of_reach_is_sent_nothing():
    subscriber(SALMA, confirmed_at=None)
    subscriber(OMAR, paused_at=timezone.now())
    appeared()
    run()
    assert mail.outbox == []


# What becomes of the article between the queue and the mail.


def change(article, **columns):
    type(article).objects.filter(pk=article.pk).update(**columns)


TAKEN_BACK = pytest.mark.parametrize("status", ["withdrawn", "draft"])


@TAKEN_BACK
def test_what_was_withdrawn_after_it_was_queued_is_not_sent(status):
    subscriber(SALMA)
    article, now = appeared(), timezone.now()
    queue()
    change(article, status_fr=status)
    run()
    assert run(now + timedelta(hours=25)).counted["dropped"] == 1
    assert mail.outbox == []
    assert not MailDelivery.objects.exists()


@TAKEN_BACK
def test_what_is_published_again_soon_is_told_to_who_had_not_had_it(status, monkeypatch):
    people = readers(12)
    article = appeared()
    server = Server(monkeypatch, 5, smtplib.SMTPServerDisconnected())
    run()
    server.then = None
    change(article, status_fr=status)
    run()
    assert len(addresses()) == 5
    newcomer = subscriber(SALMA)
    change(article, status_fr="published", published_at_fr=timezone.now())
    run()
    assert sorted(addresses()) == sorted(one.address for one in [*people, newcomer])
    assert Mailing.objects.get().sent == 13


@TAKEN_BACK
def test_what_nobody_had_and_is_published_again_days_later_is_news(status):
    subscriber(SALMA)
    article, now = appeared(), timezone.now()
    queue()
    change(article, status_fr=status)
    run()
    run(now + timedelta(days=2))
    back = now + timedelta(days=3)
    change(article, status_fr="published", published_at_fr=back)
    run(back + timedelta(minutes=1))
    run(back + timedelta(minutes=2))
    assert len(to(SALMA)) == 1


def test_what_everybody_had_is_not_told_again_when_it_is_published_again():
    subscriber(SALMA)
    article = appeared()
    run()
    change(article, status_fr="draft")
    run()
    change(article, status_fr="published", published_at_fr=timezone.now())
    run()
    assert len(to(SALMA)) == 1


@pytest.mark.parametrize("ends", [None, timedelta(minutes=20)])
def test_what_waits_for_an_embargo_is_sent_when_it_is_lifted_or_ends_earlier(ends):
    subscriber(SALMA)
    article, now = appeared(), timezone.now()
    queue()
    change(article, embargoed_until=now + timedelta(hours=30))
    run()
    change(article, embargoed_until=ends and now + ends)
    if ends:
        run(now + ends - timedelta(minutes=1))
        assert mail.outbox == []
    run(now + (ends or timedelta()) + timedelta(minutes=1))
    assert len(to(SALMA)) == 1


def test_somebody_who_leaves_while_it_is_written_down_stops_nobody(monkeypatch):
    leaving = subscriber(SALMA)
    subscriber(OMAR)
    appeared()

    def and_somebody_leaves(readers, number):
        some = list(readers)
        leaving.delete()
        return batched(some, number)

    monkeypatch.setattr(queueing, "batched", and_somebody_leaves)
    run()
    assert [one.to for one in mail.outbox] == [[OMAR]]


def test_a_run_has_counted_what_it_sent_before_another_may_begin(monkeypatch):
    readers(4)
    appeared()
    real, left = MailRun.let_go, []

    def let_go(holder):
        left.append(MailDelivery.objects.count())
        real(holder)

    monkeypatch.setattr(MailRun, "let_go", let_go)
    run()
    assert left == [0]
    assert Mailing.objects.get().sent == 4


def test_what_two_processes_finish_at_once_is_counted_once(monkeypatch):
    readers(4)
    appeared()
    with monkeypatch.context() as unfinished:
        unfinished.setattr(sending, "finish_done", lambda _at: None)
        run()
    real, begun = finishing.transaction.atomic, []

    def another_is_first(*args, **kwargs):
        if not begun:
            begun.append(True)
            finishing.finish_done()
        return real(*args, **kwargs)

    monkeypatch.setattr(finishing.transaction, "atomic", another_is_first)
    finishing.finish_done()
    assert Mailing.objects.get().sent == 4


def test_what_was_put_under_embargo_after_it_was_queued_waits_until_its_end():
    subscriber(SALMA)
    article, now = appeared(), timezone.now()
    queue()
    ends = now + timedelta(hours=30)
    type(article).objects.filter(pk=article.pk).update(embargoed_until=ends)
    run()
    run(now + timedelta(hours=29))
    assert mail.outbox == []
    run(ends + timedelta(minutes=1))
    assert len(to(SALMA)) == 1


def test_what_was_corrected_after_it_was_queued_is_sent_as_it_is_now():
    subscriber(SALMA)
    article = appeared()
    queue()
    type(article).objects.filter(pk=article.pk).update(headline_fr="Le titre corrigé")
    run()
    assert to(SALMA)[0].subject == "Le titre corrigé"


def test_an_article_under_embargo_goes_to_nobody_before_its_moment():
    subscriber(SALMA)
    now = timezone.now()
    appeared(embargoed_until=now + AN_HOUR)
    run()
    run(now + AN_HOUR - timedelta(seconds=1))
    assert not Mailing.objects.exists()
    run(now + AN_HOUR + timedelta(seconds=1))
    assert len(to(SALMA)) == 1


def test_somebody_who_leaves_while_it_is_sent_gets_nothing_and_stops_nobody():
    subscriber(SALMA)
    subscriber(OMAR)
    appeared()
    queue()
    Subscriber.objects.get(address=SALMA).delete()
    run()
    assert [one.to for one in mail.outbox] == [[OMAR]]


# The mail server.


def readers(number):
    return [subscriber(f"reader{n:03}@example.org") for n in range(number)]


def addresses():
    return [one.to[0] for one in mail.outbox]


def test_a_server_that_goes_down_in_the_middle_gets_the_rest_later_nobody_twice(monkeypatch):
    readers(120)
    appeared()
    server = Server(monkeypatch, 70, smtplib.SMTPServerDisconnected("Connection closed"))
    with pytest.raises(CommandError) as raised:
        call_command("send_news")
    assert raised.value.returncode == 75
    assert len(addresses()) == 70
    assert MailDelivery.objects.filter(state="waiting").count() == 50
    server.then = None
    call_command("send_news")
    assert len(addresses()) == len(set(addresses())) == 120
    assert Mailing.objects.get(day=None).sent == 120


def test_a_run_that_is_stopped_has_written_down_what_it_sent(monkeypatch):
    readers(10)
    appeared()
    server = Server(monkeypatch, 4, KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        run()
    assert MailDelivery.objects.filter(state="sent").count() == 4
    server.then = None
    run()
    assert len(addresses()) == len(set(addresses())) == 10


def test_of_a_run_that_is_killed_outright_a_few_mails_are_sent_again_by_their_name(monkeypatch):
    readers(30)
    appeared()
    server = Server(monkeypatch, 17, SystemExit())
    real = sending.Sender.write_down

    def only_when_it_is_full(sender):
        if sum(map(len, sender.settled.values())) >= sending.WRITTEN_TOGETHER:
            real(sender)

    with monkeypatch.context() as killed:
        killed.setattr(sending, "give_back", lambda _keys: None)
        killed.setattr(sending.Sender, "write_down", only_when_it_is_full)
        with pytest.raises(SystemExit):
            run()
    server.then = None
    run()
    assert len(addresses()) == 17, "the rest is still the killed process's"
    run(timezone.now() + sending.HELD_FOR + timedelta(minutes=1))
    assert len(set(addresses())) == 30
    twice = len(addresses()) - 30
    assert 0 < twice < sending.WRITTEN_TOGETHER
    assert len({one.message()["Message-ID"] for one in mail.outbox}) == 30


def test_the_same_mail_has_the_same_name_should_it_ever_be_sent_twice():
    subscriber(SALMA)
    appeared()
    queue()
    names = set()
    for _ in range(2):
        [delivery] = MailDelivery.objects.select_related("mailing", "subscriber")
        composer = sending.Composer()
        composer.prepare([delivery.subscriber])
        names.add(composer.mail_for(delivery, timezone.now()).message()["Message-ID"])
    assert len(names) == 1


def test_two_runs_at_once_send_nothing_twice():
    subscriber(SALMA)
    appeared()
    assert MailRun.take("another process", timedelta(minutes=3))
    outcome = run()
    assert outcome.is_another_at_work
    assert mail.outbox == []
    MailRun.let_go("another process")
    run()
    assert len(mail.outbox) == 1


def test_of_a_process_that_was_stopped_the_lock_runs_out():
    MailRun.take("stopped", timedelta(minutes=3), timezone.now() - timedelta(minutes=4))
    assert MailRun.take("next", timedelta(minutes=3))
    assert not MailRun.take("stopped", timedelta(minutes=3))


def refused(code):
    return smtplib.SMTPRecipientsRefused({SALMA: (code, b"5.1.1 No such user")})


def test_an_address_that_the_server_refuses_is_counted_and_the_others_have_theirs(monkeypatch):
    person = subscriber(SALMA)
    subscriber(OMAR)
    appeared()

    def only_the_first(backend, messages):
        if messages[0].to == [SALMA]:
            raise refused(550)
        mail.outbox.extend(messages)

    monkeypatch.setattr(EmailBackend, "send_messages", only_the_first)
    outcome = run()
    assert (outcome.counted["failed"], outcome.counted["sent"]) == (1, 1)
    person.refresh_from_db()
    assert (person.bounces, person.bounced_with) == (1, "550 5.1.1 No such user")
    assert addresses() == [OMAR]


def test_what_a_server_puts_off_for_one_is_tried_later(monkeypatch):
    subscriber(SALMA)
    appeared()
    server = Server(monkeypatch, 0, refused(451))
    assert run().counted["put off"] == 1
    server.then = None
    run()
    assert mail.outbox == []
    run(timezone.now() + timedelta(hours=1))
    assert addresses() == [SALMA]


def test_of_a_mailing_that_is_done_only_numbers_stay():
    subscriber(SALMA)
    appeared()
    run()
    assert not MailDelivery.objects.exists()
    assert Mailing.objects.get(day=None).sent == 1
    assert Mailing.objects.get(day=None).done_at


# The digest.

NOON = datetime(2026, 11, 29, 12, 1, tzinfo=ZoneInfo("Africa/Casablanca"))


@AT_NOON
def test_a_digest_tells_of_the_day_in_one_mail_at_its_hour():
    topic = TopicFactory()
    before = NOON - timedelta(days=3)
    subscriber(SALMA, ("fr", None), rhythm="digest", confirmed_at=before)
    subscriber(OMAR, ("ar", topic), rhythm="digest", confirmed_at=before)
    subscriber("none@example.org", ("fr", TopicFactory()), rhythm="digest", confirmed_at=before)
    first = ArticleFactory(live=["fr"], live_at=NOON - timedelta(hours=9))
    second = ArticleFactory(live=["fr", "ar"], live_at=NOON - timedelta(hours=2))
    second.topics.add(topic)
    run(NOON - timedelta(hours=1))
    assert mail.outbox == []
    run(NOON)
    run(NOON + timedelta(hours=3))
    [letter] = to(SALMA)
    assert letter.body.index(second.headline_fr) < letter.body.index(first.headline_fr)
    [other] = to(OMAR)
    assert second.headline_ar in other.body
    assert first.headline_fr not in other.body
    assert to("none@example.org") == []
    assert len(mail.outbox) == 2


@AT_NOON
def test_the_next_digest_begins_where_the_last_one_ended():
    subscriber(SALMA, rhythm="digest", confirmed_at=NOON - timedelta(days=3))
    ArticleFactory(live=["fr"], live_at=NOON - timedelta(hours=1))
    run(NOON)
    after = ArticleFactory(live=["fr"], live_at=NOON + timedelta(minutes=2))
    run(NOON + timedelta(days=1))
    assert len(mail.outbox) == 2
    assert mail.outbox[1].body.count("/fr/articles/") == 1
    assert after.headline_fr in mail.outbox[1].body


@AT_NOON
def test_on_a_day_without_news_there_is_no_digest():
    subscriber(SALMA, rhythm="digest", confirmed_at=NOON - timedelta(days=3))
    run(NOON)
    assert mail.outbox == []
    assert not Mailing.objects.exists()


@AT_NOON
def test_what_was_withdrawn_is_not_in_the_digest():
    subscriber(SALMA, rhythm="digest", confirmed_at=NOON - timedelta(days=3))
    gone = ArticleFactory(live=["fr"], live_at=NOON - timedelta(hours=2))
    ArticleFactory(live=["fr"], live_at=NOON - timedelta(hours=1))
    queue(NOON)
    type(gone).objects.filter(pk=gone.pk).update(status_fr="withdrawn")
    run(NOON + timedelta(minutes=1))
    assert gone.headline_fr not in mail.outbox[0].body


def test_pages_are_no_slower_for_it_none_is_made_anew():
    readers(3)
    appeared()
    before = ContentChange.version()
    run()
    assert len(mail.outbox) == 3
    assert ContentChange.version() == before


def test_a_run_asks_no_more_for_many_readers(django_assert_max_num_queries):
    readers(40)
    appeared()
    with django_assert_max_num_queries(40 + 60):
        run()
    assert len(mail.outbox) == 40


# What was wrong in what they were sent.


def corrected(article, days=0, **columns):
    """A correction that readers are told of, now or some days ago."""
    at = timezone.now() - timedelta(days=days)
    given = {"text_fr": "Ils sont 182, non 281.", "text_ar": "", "created_at": at} | columns
    made = CorrectionFactory(article=article, **given)
    # Saving it says that it was changed now.
    type(made).objects.filter(pk=made.pk).update(updated_at=given["created_at"])
    return made


def test_who_was_told_of_an_article_is_told_once_what_was_wrong_in_it():
    subscriber(SALMA)
    subscriber("topic@example.org", ("fr", TopicFactory()))
    article = appeared()
    run()
    subscriber(OMAR, confirmed_at=timezone.now())
    corrected(article)
    run()
    run()
    [__, letter] = to(SALMA)
    assert letter.subject == f"Rectificatif : {article.headline_fr}"
    for said in (letter.body, html_of(letter)):
        assert "Rectificatif" in said
        assert "Ils sont 182, non 281." in said.replace("\u00a0", " ")
        assert article.url_in("fr") in said
    assert len(mail.outbox) == 2, "who never had it is told of no correction"


@pytest.mark.parametrize(
    "columns",
    [{"public": False}, {"kind": "update"}, {"text_fr": "", "text_ar": "العدد 182."}, {"days": 2}],
)
def test_what_readers_are_not_told_was_wrong_or_long_ago_is_mailed_to_nobody(columns):
    subscriber(SALMA)
    article = appeared()
    run()
    corrected(article, **columns)
    run()
    assert len(to(SALMA)) == 1


def test_what_was_corrected_before_it_was_mailed_is_one_mail():
    subscriber(SALMA)
    article = appeared()
    corrected(article)
    run()
    run()
    assert len(to(SALMA)) == 1


@pytest.mark.parametrize("change", ["the correction is taken back", "the article is withdrawn"])
def test_a_correction_that_is_no_more_when_its_turn_comes_is_not_sent(change):
    subscriber(SALMA)
    article = appeared()
    run()
    correction = corrected(article)
    queue()
    if change == "the article is withdrawn":
        type(article).objects.filter(pk=article.pk).update(status_fr="withdrawn")
    else:
        type(correction).objects.filter(pk=correction.pk).update(public=False)
    run()
    assert len(to(SALMA)) == 1


def test_the_digest_says_what_was_wrong_in_those_before_and_tells_what_is_new_as_it_is_now(
    settings,
):
    settings.DIGEST_HOUR = 0
    subscriber(SALMA, rhythm="digest", confirmed_at=timezone.now() - timedelta(days=9))
    old = appeared(minutes=60 * 30, headline_fr="Le Maroc a voté")
    new = appeared(minutes=5, headline_fr="Le Maroc a signé")
    corrected(old, text_fr="Il a voté mardi.")
    corrected(new, text_fr="Il a signé lundi.")
    run()
    [letter] = to(SALMA)
    assert "Il a voté mardi." in letter.body
    assert "Il a signé lundi." not in letter.body
    assert letter.body.index("Le Maroc a signé") < letter.body.index("Le Maroc a voté")


def test_there_is_a_digest_of_a_day_on_which_something_was_only_corrected(settings):
    settings.DIGEST_HOUR = 0
    subscriber(SALMA, rhythm="digest", confirmed_at=timezone.now() - timedelta(days=9))
    corrected(appeared(minutes=60 * 30), text_fr="Il a voté mardi.")
    run()
    [letter] = to(SALMA)
    assert "Rectificatif" in letter.subject
