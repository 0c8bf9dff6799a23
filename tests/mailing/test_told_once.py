"""What comes late, goes and comes back: each reader is told of it, and once."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from articles.desk.mailing.queue import queue
from articles.desk.mailing.sending import run
from articles.desk.mailing.subscribing import choose, leave
from articles.languages import Language
from articles.models import Correction, Mailing, MailRun, Subscriber
from tests.factories import ArticleFactory, TopicFactory

from .people import subscriber, to
from .test_sending import (
    AT_NOON,
    NOON,
    OMAR,
    SALMA,
    appeared,
    change,
    corrected,
    digest_at_noon,
    no_digest,
)

__all__ = ["digest_at_noon", "no_digest"]
pytestmark = pytest.mark.django_db


def translated(correction, at):
    """The translator writes the other language of it, then."""
    rows = Correction.objects.filter(pk=correction.pk)
    rows.update(text_ar="العدد 182.", updated_at=at)


def bodies(address):
    return [one.body for one in to(address)]


# Corrections.


def test_a_correction_that_is_translated_days_later_is_told_to_who_reads_that_language():
    subscriber(SALMA, ("ar", None), language="ar")
    subscriber(OMAR, ("fr", None))
    now = timezone.now()
    correction = corrected(after(appeared(live=("fr", "ar"))))
    run(now + timedelta(minutes=1))
    assert (len(to(SALMA)), len(to(OMAR))) == (1, 2)
    later = now + timedelta(hours=30)
    translated(correction, later)
    run(later + timedelta(minutes=1))
    run(later + timedelta(minutes=2))
    assert (len(to(SALMA)), len(to(OMAR))) == (2, 2)
    assert "العدد 182." in to(SALMA)[1].body


def after(article):
    """The article once everybody was told of it."""
    run()
    return article


@AT_NOON
def test_a_correction_that_is_translated_later_is_in_the_next_digest_of_that_language():
    before = NOON - timedelta(days=9)
    for address, language in ((SALMA, "ar"), (OMAR, "fr")):
        subscriber(
            address, (language, None), language=language, rhythm="digest", confirmed_at=before
        )
    old = ArticleFactory(live=["fr", "ar"], live_at=NOON - timedelta(days=5))
    correction = corrected(old, created_at=NOON - timedelta(hours=1))
    run(NOON)
    translated(correction, NOON + timedelta(hours=30))
    for hours in (24, 30.1, 48, 72):
        run(NOON + timedelta(hours=hours))
    assert ["العدد 182." in one for one in bodies(SALMA)] == [True]
    assert len(to(OMAR)) == 1


def test_a_typing_error_that_is_put_right_in_a_correction_is_told_to_nobody():
    subscriber(SALMA)
    correction = corrected(after(appeared()))
    run()
    later = timezone.now() + timedelta(days=8)
    Correction.objects.filter(pk=correction.pk).update(text_fr="Ils sont 182.", updated_at=later)
    run(later + timedelta(minutes=1))
    assert len(to(SALMA)) == 2


@pytest.mark.parametrize("pause", [timedelta(minutes=2), timedelta(hours=40)])
def test_a_correction_that_was_hidden_for_a_while_is_told_once_it_is_shown_again(pause):
    subscriber(SALMA)
    correction = corrected(after(appeared()))
    now = timezone.now()
    queue()
    rows = Correction.objects.filter(pk=correction.pk)
    rows.update(public=False)
    run()
    run(now + pause)
    assert len(to(SALMA)) == 1
    rows.update(public=True, updated_at=now + pause)
    for minutes in (1, 2):
        run(now + pause + timedelta(minutes=minutes))
    assert len(to(SALMA)) == 2


# Articles.


def test_what_nobody_could_be_told_is_told_once_it_is_published_anew():
    article = appeared()
    run()
    assert Mailing.objects.get().done_at
    change(article, status_fr="draft")
    subscriber(SALMA, confirmed_at=timezone.now())
    run()
    change(article, status_fr="published", published_at_fr=timezone.now())
    for _ in range(2):
        run(timezone.now() + timedelta(minutes=1))
    assert len(to(SALMA)) == 1


@pytest.mark.parametrize("change_of_mind", ["drops it", "takes the digest"])
def test_who_changes_their_mind_before_it_is_sent_has_no_mail_of_it(change_of_mind):
    topic = TopicFactory()
    person = subscriber(SALMA, ("fr", topic))
    subscriber(OMAR, ("fr", topic))
    article = appeared()
    article.topics.add(topic)
    queue()
    french, kept = Language("fr"), {one.key for one in person.subscriptions.all()}
    if change_of_mind == "drops it":
        choose(person, french, "at_once", set(), [])
    else:
        choose(person, french, "digest", kept, [])
    run()
    assert (len(to(SALMA)), len(to(OMAR))) == (0, 1)


def digest_reader():
    return subscriber(SALMA, rhythm="digest", confirmed_at=NOON - timedelta(days=9))


@AT_NOON
def test_what_has_a_date_of_before_the_digest_and_is_saved_after_it_is_in_the_next():
    digest_reader()
    first = ArticleFactory(live=["fr"], live_at=NOON - timedelta(hours=2))
    run(NOON)
    late = ArticleFactory(live=["fr"], live_at=NOON - timedelta(minutes=30))
    for days in (1, 2):
        run(NOON + timedelta(days=days))
    assert [late.headline_fr in one for one in bodies(SALMA)] == [False, True]
    assert [first.headline_fr in one for one in bodies(SALMA)] == [True, False]


@AT_NOON
def test_what_was_taken_back_while_a_digest_was_sent_is_in_the_next_once():
    digest_reader()
    ArticleFactory(live=["fr"], live_at=NOON - timedelta(hours=2))
    gone = ArticleFactory(live=["fr"], live_at=NOON - timedelta(hours=1))
    queue(NOON)
    change(gone, status_fr="draft")
    run(NOON + timedelta(minutes=1))
    change(gone, status_fr="published")
    for days in (1, 2):
        run(NOON + timedelta(days=days, minutes=2))
    assert [gone.headline_fr in one for one in bodies(SALMA)] == [False, True]


@AT_NOON
def test_after_a_digest_of_before_the_update_nothing_is_told_again():
    digest_reader()
    ArticleFactory(live=["fr"], live_at=NOON - timedelta(hours=2))
    run(NOON)
    Mailing.objects.filter(day__isnull=False).update(told=None)
    run(NOON + timedelta(days=1))
    assert len(mail.outbox) == 1


# Two at once.


def test_who_has_left_in_another_window_saves_nothing(client):
    person = subscriber(SALMA)
    leave(Subscriber.objects.get(pk=person.pk))
    assert not choose(person, Language("fr"), "digest", set(), [])
    leave(person)
    assert not Subscriber.objects.exists()


def test_a_lock_of_a_clock_that_was_ahead_holds_up_no_run():
    subscriber(SALMA)
    appeared()
    MailRun.take("ahead", timedelta(minutes=3), timezone.now() + timedelta(days=2))
    assert not run().is_another_at_work
    assert len(to(SALMA)) == 1
