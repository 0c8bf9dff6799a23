"""The library of documents: what is kept, what is refused, and where each is used."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from lxml import html

from articles.models import Attachment, Document
from tests.documents import files
from tests.factories import ArticleFactory, AttachmentFactory, DocumentFactory

pytestmark = pytest.mark.django_db

ADD = "/admin/articles/document/add/"


def sent(client, content, name="rapport.pdf", **more):
    file = SimpleUploadedFile(name, content)
    said = {"title_fr": "Le rapport", "title_ar": "", "language": "fr"}
    return client.post(ADD, said | {"file": file} | more)


def test_a_document_is_kept_with_its_kind_size_and_checksum(client, editor):
    client.force_login(editor)
    assert sent(client, files.pdf(), "تقرير سنوي.pdf").status_code == 302
    document = Document.objects.get()
    assert (document.filename, document.media_type) == ("تقرير سنوي", "application/pdf")
    assert document.size == len(files.pdf())
    assert len(document.checksum) == 64
    assert "تقرير" not in document.file.name
    listed = client.get("/admin/articles/document/").text
    assert "Le rapport" in listed
    assert "PDF" in listed


def test_on_a_phone_a_list_names_its_numbers_and_leaves_out_what_is_not_said(client, editor):
    client.force_login(editor)
    DocumentFactory()
    (row,) = html.fromstring(client.get("/admin/articles/document/").text).xpath("//tbody/tr")
    (number,) = row.find_class("field-number_of_uses")
    assert number.text_content() == "Articles qui l’ont 0"
    (state,) = row.find_class("field-state")
    assert [one.text for one in state.find_class("nothing")] == ["–"]


def test_a_line_end_in_the_name_of_a_file_is_none_in_that_of_its_download(client, editor):
    client.force_login(editor)
    sent(client, files.pdf(), "rapport%0D%0AX-Ceci%0a 100%.pdf")
    assert Document.objects.get().download_name == "rapport X-Ceci 100%.pdf"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (files.PROGRAM, "C’est un programme, quoi qu’en dise son nom"),
        (files.word("word/vbaProject.bin"), "Ce document a des macros"),
        (b"", "vide"),
    ],
)
def test_what_is_no_document_is_refused_in_a_sentence(client, editor, content, sentence):
    client.force_login(editor)
    answer = sent(client, content)
    assert sentence in answer.text
    assert not Document.objects.exists()


def test_the_same_file_is_not_kept_twice(client, editor):
    client.force_login(editor)
    sent(client, files.pdf())
    assert "déjà dans la bibliothèque" in sent(client, files.pdf()).text


def test_the_form_says_where_it_is_used_and_at_which_address(client, editor):
    attached = AttachmentFactory(article=ArticleFactory(live=["fr"]))
    client.force_login(editor)
    page = client.get(reverse("admin:articles_document_change", args=[attached.document.pk])).text
    assert attached.article.headline_fr in page
    assert attached.document.get_absolute_url() in page


def test_it_is_chosen_in_the_form_of_an_article(client, editor, article_form):
    client.force_login(editor)
    document = DocumentFactory()
    form = article_form(headline_fr="Un titre", original_language="fr") | {
        "attachments-TOTAL_FORMS": "1",
        "attachments-0-document": str(document.pk),
        "attachments-0-order": "0",
    }
    answer = client.post("/admin/articles/article/add/", form)
    assert answer.status_code == 302, answer.context["errors"]
    assert Attachment.objects.get().document == document


def test_a_withdrawn_document_is_a_warning_before_publication(client, editor):
    attached = AttachmentFactory(article=ArticleFactory(created_by=editor))
    Document.objects.update(is_withdrawn=True)
    client.force_login(editor)
    page = client.get(reverse("admin:articles_article_change", args=[attached.article.pk])).text
    assert "a été retiré : les lecteurs ne peuvent pas le télécharger" in page
