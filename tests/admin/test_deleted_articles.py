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


@pytest.fixture
def withdrawn(chief):
    article = ArticleFactory(live=["fr", "ar"], slug_fr="premiere-adresse", slug_ar="العنوان")
    article.slug_fr = "seconde-adresse"
    article.save()
    for code in ("fr", "ar"):
        article.withdraw(code, by=chief, note="Une erreur de personne.")
    return article


def delete(client, article):
    page = reverse("admin:articles_article_delete", args=[article.pk])
    assert client.post(page, {"post": "yes"}).status_code == 302


ADDRESSES = [
    "/fr/articles/premiere-adresse/",
    "/fr/articles/seconde-adresse/",
    "/ar/articles/العنوان/",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_readers_had_is_said_to_be_withdrawn_after_it_was_deleted_too(
    client, chief, withdrawn, address
):
    client.force_login(chief)
    assert client.get(address).status_code == 410
    delete(client, withdrawn)
    assert client.get(address).status_code == 410
    (revision,) = Revision.objects.last_of_deleted()
    client.post(reverse("admin:articles_article_deleted"), {"revision": revision.pk})
    assert Article.objects.get().slug_fr == "seconde-adresse"


def test_what_readers_never_had_is_not_there_once_it_was_deleted(client, chief):
    client.force_login(chief)
    article = ArticleFactory(slug_fr="un-brouillon")
    delete(client, article)
    assert client.get("/fr/articles/un-brouillon/").status_code == 404


def test_another_article_may_have_the_address_of_a_deleted_one(client, chief, withdrawn):
    client.force_login(chief)
    delete(client, withdrawn)
    ArticleFactory(live=["fr"], slug_fr="seconde-adresse")
    assert client.get("/fr/articles/seconde-adresse/").status_code == 200
