"""An article is deleted with the notes that hang on it, and they come back with it."""

import pytest
from django.urls import reverse

from articles.desk.editing import history
from articles.desk.notes import leave_note
from articles.desk.notes import settle_notes as settle_note
from articles.models import Article, Note, Revision
from tests.conftest import member_of
from tests.factories import ArticleFactory, CorrectionFactory, QuoteFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", ["chief", "administrator"])
def test_an_article_is_deleted_with_its_notes_which_come_back_with_it(client, editor, role):
    article = ArticleFactory(headline_fr="Le Maroc préside")
    note = leave_note(article, "@editor Le titre est long.", by=editor)
    settle_note(note)
    QuoteFactory(article=article)
    CorrectionFactory(article=article)
    somebody = member_of(role)
    client.force_login(somebody)
    page = reverse("admin:articles_article_delete", args=[article.pk])
    assert "ne possède pas la permission" not in client.get(page).text
    assert client.post(page, {"post": "yes"}).status_code == 302
    assert not Article.objects.exists()
    assert not Note.objects.exists()
    (revision,) = Revision.objects.last_of_deleted()
    client.post(reverse("admin:articles_article_deleted"), {"revision": revision.pk})
    (back,) = Article.objects.get().notes.all()
    assert (back.text, back.author, back.created_at) == (note.text, editor, note.created_at)
    assert back.resolved_at == note.resolved_at
    assert list(back.addressed.all()) == [editor]


def test_a_note_whose_author_is_gone_comes_back_without_a_name(chief):
    article = ArticleFactory()
    stranger = UserFactory()
    leave_note(article, "Le titre est long.", by=stranger)
    history.keep_before_deletion(article, by=chief)
    article.delete()
    stranger.delete()
    (revision,) = Revision.objects.last_of_deleted()
    back, _lost = history.recover(revision, by=chief)
    assert (back.notes.get().text, back.notes.get().author) == ("Le titre est long.", None)


def test_many_articles_with_notes_are_deleted_from_the_list(client, chief, editor):
    articles = [ArticleFactory(), ArticleFactory()]
    for one in articles:
        leave_note(one, "Le titre est long.", by=editor)
    client.force_login(chief)
    form = {"action": "delete_selected", "_selected_action": [one.pk for one in articles]}
    client.post(reverse("admin:articles_article_changelist"), form | {"post": "yes"})
    assert not Article.objects.exists()
