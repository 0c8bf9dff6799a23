"""The library shows a picture, and where it is used, to who may see what it is of."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from articles.desk.editing.working_copies import open_copy
from articles.models import Image
from tests.factories import ArticleFactory, ImageFactory, SpeakerFactory, UserFactory
from tests.pictures import files

pytestmark = pytest.mark.django_db

CAPTION = "Le ministre à Tanger, en secret"
HEADLINE = "Visite secrète du ministre"
LIST = "admin:articles_image_changelist"


@pytest.fixture
def picture():
    return ImageFactory(caption_fr=CAPTION, file__width=60, file__height=40)


def pages(client, picture):
    """Every page of the library that may show the picture."""
    names = ["change", "thumbnail", "history", "delete"]
    own = [reverse(f"admin:articles_image_{name}", args=[picture.pk]) for name in names]
    asked = "?app_label=articles&model_name=article&field_name=lead_image&term=Tanger"
    lists = [reverse(LIST), f"{reverse(LIST)}?q=Tanger", f"{reverse(LIST)}?use=some"]
    return [*lists, reverse("admin:autocomplete") + asked, *own]


def told(client, person, picture):
    client.force_login(person)
    found = []
    for address in pages(client, picture):
        answer = client.get(address)
        content = answer.text + answer.headers.get("Location", "")
        if CAPTION in content or picture.key in content:
            found.append(address)
    return found


def test_a_picture_of_a_text_that_a_reporter_may_not_read_is_not_there(
    client, reporter, editor, picture
):
    article = ArticleFactory(created_by=editor, lead_image=picture)
    assert told(client, reporter, picture) == []
    assert len(told(client, editor, picture)) >= 5
    article.status_fr, article.published_at_fr = "published", timezone.now()
    article.save()
    assert len(told(client, reporter, picture)) >= 4


def test_a_picture_of_a_working_copy_waits_with_it(client, reporter, chief, picture):
    copy = open_copy(ArticleFactory(live=["fr"], created_by=chief), by=chief)
    copy.lead_image = picture
    copy.save()
    assert told(client, reporter, picture) == []


def test_an_embargo_holds_a_picture_back(client, reporter, editor, picture):
    ArticleFactory(
        created_by=editor,
        live=["fr"],
        lead_image=picture,
        embargoed_until=timezone.now() + timedelta(hours=1),
    )
    assert told(client, reporter, picture) == []


def test_what_nothing_uses_is_there_for_everybody(client, reporter, picture):
    assert len(told(client, reporter, picture)) >= 3


def test_used_in_names_only_what_the_person_may_see(client, reporter, editor, picture):
    ArticleFactory(created_by=editor, lead_image=picture, headline_fr=HEADLINE)
    SpeakerFactory(portrait=picture, name_fr="Ismail Chekkouri")
    page = reverse("admin:articles_image_change", args=[picture.pk])
    client.force_login(reporter)
    assert HEADLINE not in client.get(page).text
    assert "Ismail Chekkouri" in client.get(page).text
    client.force_login(editor)
    assert HEADLINE in client.get(page).text


def test_an_upload_is_not_told_of_a_twin_that_is_secret(client, reporter, editor):
    content = files.jpeg((60, 40))
    address = reverse("admin:articles_image_upload")

    def upload():
        file = SimpleUploadedFile("salle.jpg", content, "image/jpeg")
        return client.post(address, {"files": [file]}).text

    client.force_login(editor)
    upload()
    Image.objects.update(caption_fr=CAPTION)
    ArticleFactory(created_by=editor, lead_image=Image.objects.get())
    client.force_login(reporter)
    assert CAPTION not in upload()
    assert Image.objects.count() == 2
    form = reverse("admin:articles_image_add")
    file = SimpleUploadedFile("salle.jpg", content, "image/jpeg")
    Image.objects.exclude(caption_fr=CAPTION).delete()
    assert CAPTION not in client.post(form, {"file": file}).text


def test_who_may_see_no_picture_is_told_of_none_where_texts_are_written(client, editor, picture):
    names = reverse("admin:articles_image_choose")
    others = [reverse(f"admin:articles_article_{one}") for one in ("own_pages", "embed")]
    small = reverse("admin:articles_image_by_key", args=[picture.key])
    client.force_login(UserFactory(is_staff=True))
    for page in (names, small, *others):
        assert client.get(page).status_code == 403, page
    client.force_login(editor)
    assert CAPTION in client.get(names).text
    assert all(client.get(page).status_code == 200 for page in others)
