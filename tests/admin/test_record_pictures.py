"""A picture that readers have: its file, rights and cropping are proposed, and no file is lost."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from lxml import html

from articles.models import Image, Proposal
from tests.admin.records import accept, form_of, page_of, rename, shown_by
from tests.factories import ArticleFactory
from tests.pictures import files

pytestmark = pytest.mark.django_db


def photo(colour):
    return SimpleUploadedFile("salle.jpg", files.jpeg(colour=colour), "image/jpeg")


def test_a_new_file_of_a_picture_is_proposed_and_the_old_one_kept(
    client, reporter, editor, django_capture_on_commit_callbacks
):
    image = shown_by(ArticleFactory(live=["fr"]), "image")
    old, storage = image.file.name, image.file.storage
    client.force_login(reporter)
    with django_capture_on_commit_callbacks(execute=True):
        rename(client, image, to="La salle", file=photo("teal"))
    image.refresh_from_db()
    assert image.file.name == old

    client.force_login(editor)
    with django_capture_on_commit_callbacks(execute=True):
        accept(client, image)
    image.refresh_from_db()
    new = image.file.name
    assert new != old
    assert storage.exists(old)
    assert storage.exists(new)
    shown = client.get(page_of(image, "file", old.rsplit("/", 1)[-1]))
    assert shown.status_code == 200

    with django_capture_on_commit_callbacks(execute=True):
        client.post(page_of(image, "restore"), {"number": "1"})
    image.refresh_from_db()
    assert image.file.name == old
    assert (image.width, image.height) == (640, 360)
    assert storage.exists(new)


def test_an_address_never_shows_another_picture(client, editor, django_capture_on_commit_callbacks):
    image = shown_by(ArticleFactory(live=["fr"]), "image")
    client.force_login(editor)
    seen = {image.file.name: image.file.read()}
    for colour in ("teal", "olive", "teal"):
        with django_capture_on_commit_callbacks(execute=True):
            rename(client, image, to="La salle", file=photo(colour))
        image.refresh_from_db()
        content = image.file.open().read()
        assert seen.setdefault(image.file.name, content) == content
        assert image.checksum[:12] in image.file.name
    for name, content in seen.items():
        assert image.file.storage.open(name).read() == content


def test_a_refused_file_does_not_stay(client, reporter, editor, django_capture_on_commit_callbacks):
    image = shown_by(ArticleFactory(live=["fr"]), "image")
    client.force_login(reporter)
    rename(client, image, to="La salle", file=photo("teal"))
    proposal = Proposal.objects.get()
    name = proposal.after["fields"]["file"]
    assert image.file.storage.exists(name)
    client.force_login(editor)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(
            page_of(image, "proposal", proposal.pk), {"_refuse": "1", "_note": "Mauvaise salle."}
        )
    assert not image.file.storage.exists(name)
    assert image.file.storage.exists(image.file.name)


def test_who_decides_on_a_picture_sees_the_one_that_is_there_and_the_one_proposed(
    client, reporter, editor
):
    image = shown_by(ArticleFactory(live=["fr"]), "image")
    client.force_login(reporter)
    rename(client, image, to="La salle", file=photo("teal"))
    proposal = Proposal.objects.get()
    new = proposal.after["fields"]["file"]
    client.force_login(editor)
    for page in (page_of(image, "proposal", proposal.pk), page_of(image)):
        shown = html.fromstring(client.get(page).text)
        pictures = shown.xpath("//dl[@class='differences']//figure/img/@src")
        assert [url.rsplit("/", 1)[-1] for url in pictures] == [
            name.rsplit("/", 1)[-1] for name in (image.file.name, new)
        ]
        for url, name in zip(pictures, (image.file.name, new), strict=True):
            sent = b"".join(client.get(url).streaming_content)
            assert sent == image.file.storage.open(name).read()
        assert new not in shown.xpath("//dl[@class='differences']")[0].text_content()
    # Nobody else does: no reader, and none of the desk who may not see the picture.
    client.logout()
    assert client.get(pictures[1]).status_code == 302
    answer = client.get(f"/media/{new}")
    assert (answer.status_code, answer["Location"]) == (302, image.file.url)


@pytest.mark.parametrize(
    "fields",
    [{"expires_on": "31/12/2026"}, {"licence": "CC0"}, {"focal_x": "9"}, {"credit_fr": "X"}],
)
def test_rights_and_cropping_of_a_picture_are_proposed_too(client, reporter, fields):
    image = shown_by(ArticleFactory(live=["fr"]), "image")
    client.force_login(reporter)
    client.post(page_of(image), form_of(client, image) | fields)
    column = next(iter(fields))
    assert getattr(Image.objects.get(), column) == getattr(image, column)
    assert column in Proposal.objects.get().after["fields"]


def test_many_uploads_change_no_picture_that_is_there(client, reporter):
    image = shown_by(ArticleFactory(live=["fr"]), "image")
    Image.objects.filter(pk=image.pk).update(credit_fr=None)
    same = SimpleUploadedFile("x.jpg", image.file.read(), "image/jpeg")
    client.force_login(reporter)
    client.post(reverse("admin:articles_image_upload"), {"files": [same], "credit": "Moi"})
    image.refresh_from_db()
    assert not image.credit_fr
