"""Documents below an article: what readers load, when they may, and what they are told."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import Document
from tests.documents import files
from tests.factories import ArticleFactory, AttachmentFactory, DocumentFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def attached():
    """A document below an article that readers of French have."""
    return AttachmentFactory(article=ArticleFactory(live=["fr"]))


def page(client, article, language="fr"):
    return client.get(article.url_in(language)).text


def test_a_document_stands_below_its_article_with_its_kind_size_and_language(client, attached):
    said = page(client, attached.article)
    assert f'href="/documents/{attached.document.key}/"' in said
    assert attached.document.title_fr in said
    assert "PDF" in said
    assert "En français" in said


def test_it_is_a_download_that_runs_nothing_in_the_site(client, attached):
    answer = client.get(f"/documents/{attached.document.key}/")
    assert answer.getvalue().startswith(b"%PDF-")
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="rapport annuel.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    tag = answer["ETag"]
    assert (
        client.get(
            f"/documents/{attached.document.key}/", headers={"If-None-Match": tag}
        ).status_code
        == 304
    )


def test_a_name_in_arabic_reaches_the_reader(client, attached):
    attached.document.filename = "تقرير سنوي"
    attached.document.save()
    said = client.get(f"/documents/{attached.document.key}/")["Content-Disposition"]
    assert said.startswith("attachment; filename*=utf-8''%D8%AA%D9%82%D8%B1%D9%8A%D8%B1%20")


@pytest.mark.parametrize("columns", [
    {"status_fr": "draft"},
    {"status_fr": "withdrawn"},
    {"embargoed_until": timezone.now() + timedelta(hours=1)},
])  # fmt: skip
def test_nobody_has_the_document_of_a_text_that_readers_have_not(client, attached, columns, editor):
    type(attached.article).objects.filter(pk=attached.article.pk).update(**columns)
    assert client.get(f"/documents/{attached.document.key}/").status_code == 404
    client.force_login(editor)
    answer = client.get(f"/documents/{attached.document.key}/")
    assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-store")


def test_a_withdrawn_document_is_named_and_not_given(client, attached):
    attached.document.is_withdrawn = True
    attached.document.save()
    said = page(client, attached.article)
    assert attached.document.title_fr in said
    assert "Ce document a été retiré." in said
    assert "/documents/" not in said
    answer = client.get(f"/documents/{attached.document.key}/")
    assert answer.status_code == 410
    assert "Ce document a été retiré" in answer.text


def test_another_file_has_the_same_address(client, attached, django_capture_on_commit_callbacks):
    document = Document.objects.get(pk=attached.document.pk)
    storage, old = document.file.storage, document.file.name
    document.file.save(
        "table.xlsx", DocumentFactory.build().file.file.__class__(files.spreadsheet()), save=False
    )
    with django_capture_on_commit_callbacks(execute=True):
        document.save()
    answer = Client().get(f"/documents/{document.key}/")
    assert answer["Content-Disposition"] == 'attachment; filename="table.xlsx"'
    assert "spreadsheet" in answer["Content-Type"]
    assert storage.exists(document.file.name)
    assert document.file.name != old


def test_its_title_is_found_and_feeds_bring_it(client, attached):
    document = attached.document
    document.title_fr = "Livre blanc sur l’hydrologie"
    document.save()
    assert attached.article.headline_fr in client.get("/fr/search/", {"q": "hydrologie"}).text
    item = client.get("/fr/feed.json").json()["items"][0]
    assert item["attachments"][0]["size_in_bytes"] == document.size
    assert item["attachments"][0]["title"] == "Livre blanc sur l’hydrologie"
    rss = client.get("/fr/feed.rss").text
    assert f'type="application/pdf" url="http://testserver/documents/{document.key}/"' in rss
    assert f"http://testserver/documents/{document.key}/" in client.get("/fr/feed.atom").text


def test_whoever_may_not_see_a_draft_learns_nothing_of_its_document(client, reporter, editor):
    secret = AttachmentFactory(article=ArticleFactory(created_by=editor))
    client.force_login(reporter)
    assert client.get(f"/documents/{secret.document.key}/").status_code == 404
    listed = client.get("/admin/articles/document/").text
    assert secret.document.title_fr not in listed
