"""An embargo that moves after journalists have their copies: the desk is told, and tells them."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from articles.models import EmbargoedCopy, Journalist
from articles.models.phases import by_the_clock

from .people import html_of, to
from .test_embargoed import (
    HEADLINE,
    IN_AN_HOUR,
    NADIA,
    article,
    copy,
    desk,
    link_of,
    move,
    published,
    site,
)

__all__ = ["article", "copy", "desk", "site"]
pytestmark = pytest.mark.django_db

THE_HOUR = "Prévenir les journalistes de la nouvelle heure"
NOTHING = "Demander aux journalistes de n’en rien publier"
AT_THE_FORM = "sous un autre embargo que le sien à présent"
DEAD_AT_THE_FORM = "son lien n’ouvre plus rien"
WITHOUT_A_SCHEDULE = "Ce texte n’est pas programmé"
TELL_THEM = "Les prévenir"


@pytest.fixture
def form(client, article, desk):
    return lambda: client.get(reverse("admin:articles_article_change", args=[article.pk])).text


@pytest.fixture
def opened(client, copy):
    """With which status the journalist's link is answered."""
    return lambda: client.get(link_of(copy)).status_code


def test_nothing_is_said_while_the_hour_is_the_one_that_they_were_told(desk, form, copy):
    assert THE_HOUR not in desk().text
    assert AT_THE_FORM not in form()


def test_an_hour_that_moved_is_told_to_the_desk_and_by_a_button_to_the_journalists(
    desk, form, article, copy
):
    later = timezone.now() + timedelta(hours=4)
    move(article, embargoed_until=later)
    assert f"1 journaliste a ce texte {AT_THE_FORM}" in form()
    assert THE_HOUR in desk().text
    mail.outbox.clear()
    assert "1 journaliste est prévenu." in desk(moved="1").text
    [letter] = to(NADIA)
    assert letter.subject == f"EMBARGO DÉPLACÉ – {HEADLINE}"
    for said in (letter.body, html_of(letter)):
        assert by_the_clock(later).replace("\u00a0", " ") in said.replace("\u00a0", " ")
    assert THE_HOUR not in desk().text
    assert AT_THE_FORM not in form()
    again = desk(moved="1").text
    assert "Ils sont déjà prévenus." in again
    assert "0 journaliste" not in again
    assert len(to(NADIA)) == 1
    move(article, embargoed_until=later + IN_AN_HOUR)
    assert THE_HOUR in desk().text


@pytest.mark.parametrize("columns", [{"status_fr": "draft"}, {"status_fr": "in_review"}])
def test_of_a_text_that_went_back_to_the_desk_they_are_told_to_publish_nothing_and_no_word(
    desk, form, article, copy, columns
):
    move(article, headline_fr="Un titre que personne ne doit lire", **columns)
    assert DEAD_AT_THE_FORM in form()
    assert AT_THE_FORM not in form()
    assert NOTHING in desk().text
    mail.outbox.clear()
    desk(moved="1")
    [letter] = to(NADIA)
    assert letter.subject.startswith("NE PAS PUBLIER")
    for said in (letter.subject, letter.body, html_of(letter)):
        assert "personne ne doit lire" not in said
    assert NOTHING not in desk().text
    assert TELL_THEM not in form()
    # It comes back under its hour: that is told as well.
    move(article, status_fr="published")
    assert THE_HOUR in desk().text


def test_taken_off_its_schedule_the_desk_is_warned_and_who_has_it_may_be_asked_to_wait(
    desk, form, article, opened, chief
):
    article.refresh_from_db()
    article.move("fr", "ready", by=chief)
    assert WITHOUT_A_SCHEDULE in form()
    assert TELL_THEM in form()
    page = desk().text
    assert f"{WITHOUT_A_SCHEDULE}\u00a0: 1 journaliste peut le publier" in page
    assert NOTHING in page
    assert THE_HOUR not in page
    # Until they hear of it their link opens what it says.
    assert opened() == 200
    mail.outbox.clear()
    assert "1 journaliste est prévenu." in desk(moved="nothing").text
    [letter] = to(NADIA)
    assert letter.subject.startswith("NE PAS PUBLIER")
    assert "à aucune heure" in letter.body
    assert opened() == 410
    for shown in (form(), desk().text):
        assert WITHOUT_A_SCHEDULE not in shown
        assert NOTHING not in shown
        assert TELL_THEM not in shown
    desk(moved="nothing")
    assert len(to(NADIA)) == 1
    # Scheduled again: its hour is told, and the link opens it.
    article.move("fr", "published", by=chief)
    assert AT_THE_FORM in form()
    desk(moved="1")
    assert to(NADIA)[1].subject.startswith("EMBARGO DÉPLACÉ")
    assert TELL_THEM not in form()
    assert opened() == 200


def test_scheduled_again_before_anybody_was_told_there_is_nothing_to_tell(
    desk, form, article, copy, chief
):
    article.refresh_from_db()
    article.move("fr", "ready", by=chief)
    article.move("fr", "published", by=chief)
    assert TELL_THEM not in form()
    assert NOTHING not in desk().text
    mail.outbox.clear()
    desk(moved="nothing")
    assert mail.outbox == []


def test_of_a_ready_text_the_hour_that_moved_is_told_or_that_there_is_none(
    desk, form, article, copy
):
    later = timezone.now() + timedelta(hours=4)
    move(article, status_fr="ready", embargoed_until=later)
    for sentence in (AT_THE_FORM, WITHOUT_A_SCHEDULE):
        assert sentence in form()
    assert {THE_HOUR in desk().text, NOTHING in desk().text} == {True}
    mail.outbox.clear()
    desk(moved="1")
    assert to(NADIA)[0].subject == f"EMBARGO DÉPLACÉ – {HEADLINE}"
    assert AT_THE_FORM not in form()
    assert WITHOUT_A_SCHEDULE in form()


@pytest.mark.parametrize("status", ["published", "ready"])
def test_an_hour_that_is_removed_leaves_a_dead_link_that_is_told(
    desk, form, article, opened, status
):
    in_a_day = timezone.now() + timedelta(days=1)
    move(article, status_fr=status, embargoed_until=None, published_at_fr=in_a_day)
    assert DEAD_AT_THE_FORM in form()
    assert opened() == 410
    assert NOTHING in desk().text
    desk(moved="1")
    assert TELL_THEM not in form()
    assert NOTHING not in desk().text
    assert "Qui l’a\u00a0: français" in form()


@pytest.mark.parametrize("status", ["ready", "draft"])
def test_an_hour_that_passed_without_publication_is_told_of_still(
    desk, form, article, opened, status
):
    a_minute_ago = timezone.now() - timedelta(minutes=1)
    move(article, status_fr=status, embargoed_until=a_minute_ago, published_at_fr=None)
    EmbargoedCopy.objects.update(embargo_told=a_minute_ago)
    assert DEAD_AT_THE_FORM in form()
    assert opened() == 410
    assert NOTHING in desk().text
    mail.outbox.clear()
    desk(moved="1")
    assert to(NADIA)[0].subject.startswith("NE PAS PUBLIER")
    assert TELL_THEM not in form()


def test_of_a_text_that_readers_had_nothing_is_told_once_the_hour_has_passed(
    desk, form, article, copy
):
    published(article)
    move(article, status_fr="withdrawn")
    EmbargoedCopy.objects.update(embargo_told=timezone.now() - IN_AN_HOUR)
    assert TELL_THEM not in form()
    assert NOTHING not in desk().text


def test_who_reads_arabic_is_told_in_arabic(desk, article, copy):
    Journalist.objects.update(language="ar")
    move(article, embargoed_until=timezone.now() + timedelta(hours=4))
    mail.outbox.clear()
    desk(moved="1")
    assert to(NADIA)[0].subject.startswith("تغيّر موعد الحظر")


def test_nobody_is_to_be_told_whose_link_is_taken_back_or_once_readers_have_it(desk, article, copy):
    move(article, embargoed_until=timezone.now() + timedelta(hours=4))
    EmbargoedCopy.objects.update(taken_back_at=timezone.now())
    assert THE_HOUR not in desk().text
    EmbargoedCopy.objects.update(taken_back_at=None)
    published(article)
    page = desk().text
    assert THE_HOUR not in page
    assert NOTHING not in page
    mail.outbox.clear()
    desk(moved="1")
    assert mail.outbox == []


def test_who_may_not_send_sees_nothing_of_it(client, article, copy, reporter):
    move(article, embargoed_until=timezone.now() + timedelta(hours=4))
    client.force_login(reporter)
    url = reverse("admin:articles_article_change", args=[article.pk])
    assert AT_THE_FORM not in client.get(url).text
    page = reverse("admin:articles_article_embargoed", args=[article.pk, "fr"])
    assert client.post(page, {"moved": "1"}).status_code == 404
