"""An embargo that moves after journalists have their copies: the desk is told, and tells them."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from articles.models import EmbargoedCopy, Journalist
from articles.models.phases import by_the_clock

from .people import html_of, to
from .test_embargoed import HEADLINE, IN_AN_HOUR, NADIA, article, copy, desk, move, published, site

__all__ = ["article", "copy", "desk", "site"]
pytestmark = pytest.mark.django_db

THE_HOUR = "Prévenir les journalistes de la nouvelle heure"
NOTHING = "Demander aux journalistes de n’en rien publier"
AT_THE_FORM = "sous un autre embargo que le sien à présent"


@pytest.fixture
def form(client, article, desk):
    return lambda: client.get(reverse("admin:articles_article_change", args=[article.pk])).text


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
    desk(moved="1")
    assert len(to(NADIA)) == 1
    move(article, embargoed_until=later + IN_AN_HOUR)
    assert THE_HOUR in desk().text


@pytest.mark.parametrize("columns", [{"status_fr": "draft"}, {"status_fr": "in_review"}])
def test_of_a_text_that_went_back_to_the_desk_they_are_told_to_publish_nothing_and_no_word(
    desk, form, article, copy, columns
):
    move(article, headline_fr="Un titre que personne ne doit lire", **columns)
    assert AT_THE_FORM in form()
    assert NOTHING in desk().text
    mail.outbox.clear()
    desk(moved="1")
    [letter] = to(NADIA)
    assert letter.subject.startswith("NE PAS PUBLIER")
    for said in (letter.subject, letter.body, html_of(letter)):
        assert "personne ne doit lire" not in said
    assert NOTHING not in desk().text
    # It comes back under its hour: that is told as well.
    move(article, status_fr="published")
    assert THE_HOUR in desk().text


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
