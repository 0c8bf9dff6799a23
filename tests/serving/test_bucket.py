"""Pictures and documents in a bucket: the desk, readers, kits and papers have them as from a disk."""

import io
import zipfile
from urllib.parse import urlsplit

import pypdf
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from lxml import html

from articles.models import Image
from articles.uploads import StorageAwayError
from tests.factories import (
    ArticleFactory,
    AttachmentFactory,
    DocumentFactory,
    ImageFactory,
    MediaKitFactory,
)
from tests.pictures import files
from tests.serving.buckets import BUCKET, bucket_server
from tests.serving.buckets import client as s3_client

pytestmark = [pytest.mark.django_db, pytest.mark.only_on("sqlite")]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with bucket_server(tmp_path_factory.mktemp("bucket") / "log") as (_process, address):
        yield address


@pytest.fixture
def bucket(server, settings):
    """The names of what is in it."""
    settings.STORAGES = settings.STORAGES | {"default": storage(server)}
    s3 = s3_client(urlsplit(server).port)

    def names():
        found = s3.list_objects_v2(Bucket=BUCKET).get("Contents", [])
        return {one["Key"].removeprefix("media/") for one in found}

    for one in names():
        s3.delete_object(Bucket=BUCKET, Key=f"media/{one}")
    return names


def storage(address):
    return {"BACKEND": "newsroom.bucket.BucketStorage", "OPTIONS": {"address": address}}


def test_a_picture_that_is_sent_to_the_desk_is_shown_to_readers(
    client, editor, bucket, django_capture_on_commit_callbacks
):
    client.force_login(editor)
    sent = SimpleUploadedFile("salle.jpg", files.jpeg(), "image/jpeg")
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/admin/articles/image/upload/", {"files": [sent]})
    image = Image.objects.get()
    assert image.has_renditions
    assert image.file.name in bucket()
    assert len(bucket()) > 3
    client.logout()
    # Until something shows it, it is the desk's.
    assert client.get(image.file.url).status_code == 404
    article = ArticleFactory(live=["fr"], lead_image=image)
    page = html.fromstring(client.get(article.url_in("fr")).text)
    (shown,) = page.xpath("//article//img/@src")
    for address in (shown, image.file.url):
        answer = client.get(address)
        assert answer["Content-Type"] == "image/jpeg"
        assert answer.getvalue().startswith(b"\xff\xd8")
        seen = {"If-Modified-Since": answer["Last-Modified"]}
        assert client.get(address, headers=seen).status_code == 304
    share = client.get(f"{article.url_in('fr')}share.jpg")
    assert share.status_code == 200
    assert [name for name in bucket() if name.startswith("share/")]


def test_what_is_deleted_or_taken_the_place_of_is_deleted_there(
    bucket, django_capture_on_commit_callbacks
):
    image = ImageFactory()
    image.make_renditions()
    before = bucket()
    with django_capture_on_commit_callbacks(execute=True):
        image.file = ContentFile(files.jpeg(colour="green"), "autre.jpg")
        image.save()
    assert not bucket() & before
    with django_capture_on_commit_callbacks(execute=True):
        image.delete()
    assert not bucket()


def test_a_kit_and_a_paper_have_files_from_there(client, bucket):
    picture, document = ImageFactory(caption_fr="La salle"), DocumentFactory()
    kit = MediaKitFactory(live=["fr"], pictures=[picture], documents=[document])
    answer = client.get(f"{kit.url_in('fr')}selection.zip?all=1")
    archive = zipfile.ZipFile(io.BytesIO(answer.getvalue()))
    assert archive.testzip() is None
    assert [name for name in archive.namelist() if name.endswith(".jpg")]
    assert [name for name in archive.namelist() if name.endswith(".pdf")]
    article = ArticleFactory(kind="communique", live=["fr"], lead_image=picture)
    paper = client.get(f"{article.url_in('fr')[:-1]}.pdf")
    pages = pypdf.PdfReader(io.BytesIO(paper.content)).pages
    assert sum(len(one.images) for one in pages) >= 1


def test_a_document_is_had_while_an_article_has_it_and_by_nobody_else(client, bucket):
    document = DocumentFactory()
    address = f"/documents/{document.key}/"
    assert client.get(address).status_code == 404
    AttachmentFactory(article=ArticleFactory(live=["fr"]), document=document)
    answer = client.get(address)
    assert answer.getvalue().startswith(b"%PDF")
    assert answer["Content-Length"] == str(default_storage.size(document.file.name))


def test_files_of_one_name_do_not_take_each_others_place(bucket):
    first, second = (default_storage.save("a/b.txt", ContentFile(word)) for word in (b"1", b"2"))
    assert first != second
    with default_storage.open(first) as file:
        assert file.read() == b"1"
    with pytest.raises(FileNotFoundError):
        default_storage.open("a/nothing.txt")
    with pytest.raises(FileNotFoundError):
        default_storage.get_modified_time("a/nothing.txt")


def test_while_the_bucket_is_away_nothing_is_said_to_be_gone(client, editor, bucket, settings):
    image, document = ImageFactory(), DocumentFactory()
    article = ArticleFactory(live=["fr"], lead_image=image)
    AttachmentFactory(article=article, document=document)
    away = "http://key:secret@127.0.0.1:9/newsroom"
    settings.STORAGES = settings.STORAGES | {"default": storage(away)}
    assert client.get(article.url_in("fr")).status_code == 200
    assert client.get(f"{article.url_in('fr')}share.jpg").status_code == 200
    client.raise_request_exception = False
    for address in (image.file.url, f"/documents/{document.key}/"):
        answer = client.get(address)
        assert (answer.status_code, answer["Retry-After"]) == (503, "30"), address
    with pytest.raises(StorageAwayError):
        image.make_renditions()
    assert not Image.objects.get().unreadable
    client.force_login(editor)
    sent = SimpleUploadedFile("salle.jpg", files.jpeg(colour="red"), "image/jpeg")
    page = client.post("/admin/articles/image/upload/", {"files": [sent]})
    assert page.status_code == 200
    assert Image.objects.count() == 1
