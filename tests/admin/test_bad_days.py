"""A database that is held and a disk that is full lose nothing that was typed."""

import errno
import sqlite3

import pytest
from django.core.files.storage import InMemoryStorage, default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection
from django.test import Client
from django.urls import reverse

from articles.admin.editing.history import delete_article
from articles.models import Article, Image, Presence
from tests.admin.forms import change_url, opened
from tests.at_once import begun_meanwhile
from tests.factories import ArticleFactory, EventFactory, ImageFactory, SpeakerFactory
from tests.pictures.files import jpeg

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.databases]
TYPED = "<p>Ce que j’ai <em>tapé</em> ce matin.</p>"
# PostgreSQL has more than one writer.
only_sqlite = pytest.mark.only_on("sqlite")


@pytest.fixture
def held(db):
    """Has another process write for longer than anybody waits."""
    if connection.vendor != "sqlite":
        yield lambda: None
        return
    other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout = 100")
    yield lambda: other.execute("BEGIN IMMEDIATE")
    other.close()
    connection.close()


@only_sqlite
@pytest.mark.parametrize(("language", "sentence"), [("fr", "dans une minute"), ("ar", "بعد دقيقة")])
def test_a_text_that_cannot_be_saved_now_is_given_back(client, editor, held, language, sentence):
    editor.language = language
    editor.save()
    article = ArticleFactory()
    client.force_login(editor)
    form = opened(client, article) | {"headline_fr": "Titre tapé", "body_fr": TYPED}
    held()
    answer = client.post(change_url(article), form)
    assert answer.status_code == 503
    assert answer["Retry-After"] == "30"
    assert sentence in answer.text
    assert "Titre tapé" in answer.text
    assert TYPED in answer.text
    article.refresh_from_db()
    assert article.headline_fr != "Titre tapé"


@only_sqlite
def test_the_form_of_a_record_is_given_back_too(client, editor, held):
    speaker = SpeakerFactory()
    client.force_login(editor)
    held()
    page = reverse("admin:articles_speaker_change", args=[speaker.pk])
    answer = client.post(page, {"name_fr": "Nom tapé"})
    assert answer.status_code == 503
    assert "Nom tapé" in answer.text


@only_sqlite
def test_a_form_opens_while_another_writes_without_saying_who_is_there(client, editor, held):
    article = ArticleFactory()
    live = ArticleFactory(live=["fr"])
    client.force_login(editor)
    held()
    for one in (article, live):
        answer = client.get(change_url(one))
        assert answer.status_code == 200
        assert one.headline_fr in answer.text
    page = reverse("admin:articles_article_presence", args=[article.pk])
    assert client.post(page, {"revision": "1"}).json() == {"sentences": []}
    assert not Presence.objects.exists()


@only_sqlite
def test_no_page_that_is_only_looked_at_waits_for_who_writes(client, admin_user, held):
    article, speaker, image = ArticleFactory(live=["fr"]), SpeakerFactory(), ImageFactory()
    draft, event = ArticleFactory(), EventFactory()
    client.force_login(admin_user)
    pages = ["/fr/", "/fr/search/?q=maroc", article.get_absolute_url(), "/admin/"]
    for record in (article, draft, speaker, image, event):
        kind = f"admin:articles_{record._meta.model_name}"
        pages += [reverse(f"{kind}_changelist"), reverse(f"{kind}_add")]
        pages += [reverse(f"{kind}_{page}", args=[record.pk]) for page in ("change", "history")]
    pages.append(reverse("admin:articles_article_delete", args=[draft.pk]))
    pages.append(reverse("admin:articles_event_delete", args=[event.pk]))
    pages.append(reverse("admin:articles_article_translate", args=[article.pk, "ar"]))
    pages.append(reverse("admin:articles_image_upload"))
    held()
    client.raise_request_exception = False
    assert {page: client.get(page).status_code for page in pages} == dict.fromkeys(pages, 200)


def test_a_fault_is_still_a_fault(client, editor, monkeypatch):
    article = ArticleFactory()
    client.force_login(editor)
    form = opened(client, article) | {"headline_fr": "Titre tapé"}

    def broken(*args, **kwargs):
        raise ZeroDivisionError

    monkeypatch.setattr(Article, "save", broken)
    client.raise_request_exception = False
    assert client.post(change_url(article), form).status_code == 500


# Files.


class FullDisk(InMemoryStorage):
    def _save(self, name, content):
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture
def full(monkeypatch):
    monkeypatch.setattr(default_storage, "_wrapped", FullDisk())


@pytest.mark.parametrize(("language", "sentence"), [("fr", "disque"), ("ar", "القرص")])
def test_a_picture_that_finds_no_room_leaves_the_words_beside_it(
    client, editor, full, language, sentence
):
    editor.language = language
    editor.save()
    client.force_login(editor)
    file = SimpleUploadedFile("le-caire.jpg", jpeg())
    form = {"file": file, "alt_fr": "Une place du Caire", "focal_x": "50", "focal_y": "50"}
    answer = client.post(reverse("admin:articles_image_add"), form)
    assert answer.status_code == 503
    assert sentence in answer.text
    assert "Une place du Caire" in answer.text
    assert not Image.objects.exists()


def test_each_of_many_pictures_is_told_that_there_is_no_room(client, editor, full):
    client.force_login(editor)
    files = [SimpleUploadedFile("le-caire.jpg", jpeg())]
    answer = client.post(reverse("admin:articles_image_upload"), {"files": files})
    assert answer.status_code == 200
    assert "disque" in answer.text
    assert not Image.objects.exists()


@pytest.mark.only_on("postgresql")
def test_a_lost_connection_gives_a_text_back(client, editor, monkeypatch):
    article = ArticleFactory()
    client.force_login(editor)
    form = opened(client, article) | {"headline_fr": "Titre tapé"}

    def lost(*args, **kwargs):
        raise OperationalError

    monkeypatch.setattr(Article, "save", lost)
    answer = client.post(change_url(article), form)
    assert answer.status_code == 503
    assert "Titre tapé" in answer.text


def test_a_large_file_that_cannot_even_be_received_is_said(client, editor, settings, tmp_path):
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "a file"
    settings.FILE_UPLOAD_TEMP_DIR.write_text("")
    client.force_login(editor)
    file = SimpleUploadedFile("le-caire.jpg", b"x" * (settings.FILE_UPLOAD_MAX_MEMORY_SIZE + 1))
    answer = client.post(reverse("admin:articles_image_upload"), {"files": [file]})
    assert answer.status_code == 503
    assert "disque" in answer.text
    assert "trop grand" not in answer.text


# Two at once.


def test_the_slower_of_two_who_delete_one_draft_is_told(editor, chief):
    article = ArticleFactory()

    def deleted():
        client = Client()
        client.force_login(chief)
        page = reverse("admin:articles_article_delete", args=[article.pk])
        return client.post(page, {"post": "yes"}, follow=True)

    second = begun_meanwhile(lambda: delete_article(article, chief, article.delete), deleted)
    assert second.status_code in {200, 404}
    assert "a supprimé" in second.text or "pas là" in second.text or "plus là" in second.text
    assert not Article.with_copies.exists()


def test_a_refused_form_of_what_went_live_meanwhile_leaves_no_working_copy(client, editor):
    article = ArticleFactory()
    client.force_login(editor)
    form = opened(client, article) | {"headline_fr": "x" * 500}
    article.publish("fr", by=editor)
    answer = client.post(change_url(article), form)
    assert answer.status_code == 200
    assert answer.context_data["errors"]
    assert Article.with_copies.count() == 1
