"""Somebody has taken a text on while its author writes: it is said who, and what can be done."""

import pytest
from django.urls import reverse
from lxml import html

from articles.models import Article
from tests.admin.forms import change_url, opened
from tests.conftest import member_of
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db

OPEN_BUTTON = 'name="_open_copy"'


@pytest.fixture
def mine(client, reporter):
    client.force_login(reporter)
    return client


def drafted(reporter, **fields):
    return ArticleFactory(
        created_by=reporter, headline_fr="Le Maroc préside", own_reporting=True, **fields
    )


def moved(article, to, by):
    Article.objects.get(pk=article.pk).move("fr", to, by=by)


def refusal(answer):
    page = html.fromstring(answer.text)
    return " ".join(page.get_element_by_id("refusal").text_content().split())


@pytest.mark.parametrize("arabic", [None, "draft"])
def test_who_published_a_draft_meanwhile_is_named(mine, reporter, editor, arabic):
    only_french = {} if arabic else {"headline_ar": "", "body_ar": ""}
    article = drafted(reporter, **only_french)
    form = opened(mine, article) | {"headline_fr": "Le Maroc copréside"}
    moved(article, "published", editor)
    answer = mine.post(change_url(article), form)
    assert answer.status_code == 403
    said = refusal(answer)
    assert "editor a publié ce texte entre-temps (français)" in said
    assert "laissez une note" in said
    assert "body_fr" not in said
    assert "embargoed_until" not in said
    assert "Titre (français)" in said
    page = html.fromstring(answer.text)
    assert page.xpath(f"//a[@href='{change_url(article)}']")
    assert page.xpath(f"//a[@href='{change_url(article)}#note-text']")
    # What was typed is there to be read, and stays in the browser.
    assert "Le Maroc copréside" in answer.text
    assert "gardé dans ce navigateur" in answer.text
    assert not Article.with_copies.exclude(working_copy_of=None).exists()


def test_who_has_taken_it_into_review_is_named(mine, reporter, editor):
    article = drafted(reporter)
    form = opened(mine, article) | {"headline_fr": "Le Maroc copréside"}
    for to in ("in_review", "ready"):
        moved(article, to, editor)
    said = refusal(mine.post(change_url(article), form))
    assert "editor l’a fait passer entre-temps à l’état « prêt »" in said


def test_of_an_article_that_is_anothers_nothing_more_is_said(mine, editor, chief):
    article = ArticleFactory(created_by=editor, live=["fr"])
    article.move("fr", "withdrawn", by=chief, note="Une erreur.")
    answer = mine.post(change_url(article), {"headline_fr": "Écrasé"})
    assert "chief" not in answer.text


# A copy is offered to who writes in it.


def test_a_reporter_is_offered_no_copy_in_which_they_write_nothing(mine, reporter):
    article = drafted(reporter, live=["fr"], headline_ar="", body_ar="")
    page = mine.get(change_url(article)).text
    assert OPEN_BUTTON not in page
    assert "Ouvrez une copie de travail" not in page
    answer = mine.post(change_url(article), {"_open_copy": "1"})
    assert answer.status_code == 403
    form = opened(mine, article)
    assert mine.post(change_url(article), form | {"_open_copy": "1"}).status_code == 403
    assert not Article.with_copies.exclude(working_copy_of=None).exists()


@pytest.mark.parametrize("role", ["editor", "chief"])
def test_who_writes_in_it_is_offered_it(client, reporter, role):
    article = drafted(reporter, live=["fr"], headline_ar="", body_ar="")
    client.force_login(member_of(role))
    assert OPEN_BUTTON in client.get(change_url(article)).text
    assert client.post(change_url(article), {"_open_copy": "1"}).status_code == 302


def test_a_translator_of_what_readers_have_is_offered_it(client, translator):
    article = ArticleFactory(live=["fr", "ar"], original_language="fr")
    client.force_login(translator)
    assert OPEN_BUTTON in client.get(change_url(article)).text


def test_a_translator_whose_language_nobody_read_is_offered_none(client, translator):
    article = ArticleFactory(live=["fr"], original_language="fr")
    client.force_login(translator)
    assert OPEN_BUTTON not in client.get(change_url(article)).text


def test_no_version_is_restored_into_a_copy_by_who_may_not_write_it(mine, reporter):
    article = drafted(reporter, live=["fr"])
    answer = mine.post(
        reverse("admin:articles_article_restore", args=[article.pk]), {"version": "1"}
    )
    assert answer.status_code == 403
    assert not Article.with_copies.exclude(working_copy_of=None).exists()
