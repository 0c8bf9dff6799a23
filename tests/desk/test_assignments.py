"""Whose task a translation is: who may say so, and who hears of it."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from articles.desk.editing import working_copies
from articles.desk.translation.assignments import assign
from articles.desk.translation.missing_rows import add_rows
from articles.desk.translation.tasks import tasks_of
from articles.languages import Language
from articles.models import Article, Status, Translation
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db

FRENCH, ARABIC = Language("fr"), Language("ar")
EVENING = datetime(2026, 11, 26, 17, 30, tzinfo=UTC)


def task_of(article, language="ar"):
    return Translation.objects.get(article=article, language=language)


def test_who_is_given_translations_gets_one_mail_in_their_language(
    translator, editor, django_capture_on_commit_callbacks
):
    translator.language, translator.email = "ar", "salma@example.org"
    translator.save()
    first = ArticleFactory(headline_ar="الهجرة في القاهرة")
    second = ArticleFactory(headline_ar="")
    with django_capture_on_commit_callbacks(execute=True):
        assign([(first, ARABIC), (second, ARABIC)], by=editor, to=translator, due_at=EVENING)
    assert (task_of(first).assignee, task_of(first).due_at) == (translator, EVENING)
    (letter,) = mail.outbox
    assert letter.to == ["salma@example.org"]
    assert letter.subject == "أُسندت إليك ترجمتان"
    for words in ("الهجرة في القاهرة", "موعدها 26 نونبر 2026 على الساعة 17:30", "العربية"):
        assert words in letter.body
    assert f"/admin/articles/article/translations/?assignee={translator.pk}" in letter.body

    # Nothing new: nobody is written to. What one takes oneself is no news either.
    with django_capture_on_commit_callbacks(execute=True):
        assert not assign([(first, ARABIC)], by=editor, to=translator)
        assign([(first, ARABIC)], by=translator, to=None)
        assign([(first, ARABIC)], by=translator, to=translator)
    assert len(mail.outbox) == 1


def test_a_translator_takes_what_nobody_has_in_their_languages_only(translator, editor):
    article = ArticleFactory()
    assign([(article, ARABIC)], by=translator, to=translator)
    assert task_of(article).assignee == translator
    with pytest.raises(PermissionDenied):
        assign([(article, ARABIC)], by=translator, to=editor)
    with pytest.raises(PermissionDenied):
        assign([(article, ARABIC)], by=translator, due_at=EVENING)
    assign([(article, ARABIC)], by=editor, to=editor)
    with pytest.raises(PermissionDenied):
        assign([(article, ARABIC)], by=translator, to=translator)
    arabic = ArticleFactory(original_language="ar")
    with pytest.raises(PermissionDenied):
        assign([(arabic, FRENCH)], by=translator, to=translator)
    assert task_of(arabic, "fr").assignee is None


def test_nobody_is_given_what_they_may_not_write_and_then_none_of_it_is_changed(translator, editor):
    draft, in_review = ArticleFactory(), ArticleFactory(status_ar=Status.IN_REVIEW)
    with pytest.raises(ValidationError, match="ne peut pas écrire"):
        assign([(draft, ARABIC), (in_review, ARABIC)], by=editor, to=translator)
    assert task_of(draft).assignee is None
    with pytest.raises(ValidationError, match="n’est pas une traduction"):
        assign([(draft, FRENCH)], by=editor, to=editor)


def test_the_task_is_the_articles_whatever_becomes_of_its_working_copy(editor):
    article = ArticleFactory(live=["fr"])
    copy = working_copies.open_copy(article, by=editor)
    assign([(copy, ARABIC)], by=editor, to=editor, due_at=EVENING)
    assert task_of(article).assignee == editor
    working_copies.discard(copy)
    assert task_of(article).due_at == EVENING


def test_the_desk_says_what_is_yours_the_first_due_first_and_what_is_late(translator, editor):
    late, later, done = ArticleFactory(), ArticleFactory(), ArticleFactory()
    now = timezone.now()
    for article, due_at in (
        (later, now + timedelta(days=1)),
        (late, now - timedelta(hours=2)),
        (done, now),
    ):
        assign([(article, ARABIC)], by=editor, to=translator, due_at=due_at)
    Translation.objects.filter(article=done).update(state=Translation.State.DONE)
    shown = [(task.text.article, task.is_overdue) for task in tasks_of(translator).tasks]
    assert shown == [(late, True), (later, False)]
    assert tasks_of(editor).tasks == []


def test_articles_that_came_in_bulk_get_the_rows_that_saving_would_make():
    both = ArticleFactory()
    only_arabic = ArticleFactory(headline_fr="", body_fr="", slug_fr=None, original_language="")
    ArticleFactory(live=["fr"], headline_ar="", body_ar="", status_ar=Status.DRAFT)
    columns = ("article", "language", "source_language", "state")
    saved = set(Translation.objects.values_list(*columns))
    Translation.objects.all().delete()
    add_rows(Article.with_copies.all())
    add_rows(Article.with_copies.all())
    assert set(Translation.objects.values_list(*columns)) == saved
    assert (both.pk, "ar", "fr", "to_review") in saved
    assert (only_arabic.pk, "fr", "ar", "missing") in saved
