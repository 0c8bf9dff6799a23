"""What the page of an article says of its readers, and what its note is for."""

import pytest
from django.urls import reverse
from lxml import html

from articles.desk.editing import history, working_copies
from articles.models import Status
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


def page_of(client, article, name="change", *more):
    return client.get(reverse(f"admin:articles_article_{name}", args=[article.pk, *more])).text


def label(page):
    """What the field of the note is called."""
    return page.split('<label for="note-on-save">')[1].split("</label>")[0].strip()


@pytest.mark.parametrize(
    ("live", "words"),
    [
        (["fr"], "Les lecteurs voient cet article (français)."),
        (["ar"], "Les lecteurs voient cet article (arabe)."),
        (["fr", "ar"], "Les lecteurs voient cet article (français et arabe)."),
    ],
)
def test_the_page_of_a_live_article_names_the_languages_of_its_readers(client, editor, live, words):
    article = ArticleFactory(live=live)
    client.force_login(editor)
    assert words in page_of(client, article)
    copy = working_copies.open_copy(article, by=editor)
    assert f"{words} Une copie de travail en est ouverte, et rien n’y diffère." in page_of(
        client, article
    )
    copy.byline = "Samira Idrissi"
    copy.save()
    history.keep_if_changed(copy, by=editor)
    assert f"{words} Des modifications attendent" in page_of(client, article)


def test_an_arabic_editor_reads_the_languages_in_arabic(client, editor):
    editor.language = "ar"
    editor.save()
    client.force_login(editor)
    article = ArticleFactory(live=["fr", "ar"])
    assert "يرى القراء هذا المقال (الفرنسية والعربية)." in page_of(client, article)


def test_who_only_finds_a_live_article_is_told_which_readers_have_it(client, reporter, editor):
    article = ArticleFactory(live=["ar"], created_by=editor)
    client.force_login(reporter)
    assert "Les lecteurs ont cet article (arabe)." in page_of(client, article)


def test_the_translation_desk_of_a_live_article_names_its_readers(client, editor):
    article = ArticleFactory(live=["fr", "ar"])
    client.force_login(editor)
    page = page_of(client, article, "translate", "ar")
    assert "Les lecteurs voient cet article (français et arabe)." in page


def test_the_note_beside_a_withdrawal_says_that_it_is_its_reason(client, chief):
    client.force_login(chief)
    article = ArticleFactory(live=["fr", "ar"])
    assert label(page_of(client, article)) == "Motif du retrait"
    half = ArticleFactory(live=["fr"])
    words = "Motif du retrait ; sinon, note sur cette modification"
    assert label(page_of(client, half)) == words
    returned = ArticleFactory(live=["fr"], status_ar=Status.IN_REVIEW)
    words = "Motif du retrait ou du renvoi ; sinon, note sur cette modification"
    assert label(page_of(client, returned)) == words


def test_the_note_says_what_else_it_is_for(client, chief, reporter):
    client.force_login(chief)
    reviewed = ArticleFactory(status_fr=Status.IN_REVIEW)
    words = "Motif du renvoi ; sinon, note sur cette modification"
    assert label(page_of(client, reviewed)) == words
    draft = ArticleFactory(created_by=reporter)
    assert label(page_of(client, draft)) == "Note sur cette modification"


def test_the_reason_of_a_withdrawal_is_called_so_in_arabic(client, chief):
    chief.language = "ar"
    chief.save()
    client.force_login(chief)
    assert label(page_of(client, ArticleFactory(live=["fr", "ar"]))) == "سبب السحب"


@pytest.mark.parametrize(("language", "called"), [("fr", "nº 1"), ("ar", "رقم 1")])
def test_a_new_row_is_called_by_its_number_in_words(client, editor, language, called):
    """It was « Poste : #1 »: no sign that French or Arabic has for a number."""
    editor.language = language
    editor.save()
    client.force_login(editor)
    page = html.fromstring(client.get(reverse("admin:articles_speaker_add") + "?_popup=1").text)
    labels = page.xpath("//*[@class='inline_label']/text()")
    assert labels[0].strip() == called
    assert "#" not in "".join(labels)
