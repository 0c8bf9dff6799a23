"""How much a form may hold: as much as the desk needs, and little from anybody else."""

import pytest
from django.conf import settings
from django.test import Client
from django.test.utils import override_settings
from django.urls import reverse

from articles.models import Appearance, Participation, Quote
from tests.admin.forms import change_url, form_of, opened
from tests.conftest import member_of
from tests.factories import ArticleFactory, EventFactory, OrganizationFactory, SpeakerFactory

pytestmark = pytest.mark.django_db
MANY = {f"field-{n}": "" for n in range(1100)}


def test_a_hundred_quotations_are_saved(client, editor):
    client.force_login(editor)
    article, speaker = ArticleFactory(), SpeakerFactory()
    form = opened(client, article)
    for n in range(100):
        form |= {
            f"quotes-{n}-{name}": value
            for name, value in {
                "id": "",
                "article": article.pk,
                "speaker": speaker.pk,
                "kind": "direct",
                "order": n,
                "text_fr": "une session",
                "text_ar": "",
                "position_fr": f"Titre {n}",
                "position_ar": "",
                "spoken_at": "",
            }.items()
        }
    form["quotes-TOTAL_FORMS"] = "100"
    assert len(form) > 1000
    assert client.post(change_url(article), form).status_code == 302
    assert Quote.objects.count() == 100


def test_an_event_with_hundreds_of_people_is_changed(client, editor):
    client.force_login(editor)
    event, organization = EventFactory(), OrganizationFactory()
    people = [SpeakerFactory() for _ in range(270)]
    Appearance.objects.bulk_create(
        Appearance(event=event, speaker=one, key=f"a{n}") for n, one in enumerate(people)
    )
    Participation.objects.create(event=event, organization=organization)
    address = reverse("admin:articles_event_change", args=[event.pk])
    form = form_of(client.get(address).text)
    assert len(form) > 1000
    assert client.post(address, form | {"venue_fr": "Palais"}).status_code == 302
    event.refresh_from_db()
    assert (event.venue_fr, event.appearances.count()) == ("Palais", 270)


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "multipart/form-data"])
@pytest.mark.parametrize("path", ["/admin/login/", "/", "/fr/", "/fr/search/"])
def test_who_is_not_signed_in_is_held_to_little(client, path, kind):
    assert sent(client, path, kind).status_code == 400


def sent(client, path, kind):
    if kind == "multipart/form-data":
        return client.post(path, MANY)
    return client.post(path, "&".join(f"{name}=" for name in MANY), content_type=kind)


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "multipart/form-data"])
def test_who_has_no_place_at_the_desk_is_held_to_little(client, kind, django_user_model):
    reader = django_user_model.objects.create_user("reader", password="x")
    client.force_login(reader)
    assert sent(client, "/admin/login/", kind).status_code == 400
    assert sent(client, "/fr/", kind).status_code == 400
    member = member_of("editor")
    member.is_active = False
    member.save()
    client.force_login(member)
    assert sent(client, "/admin/login/", kind).status_code == 400


def test_the_desks_people_are_held_to_little_on_the_readers_pages(client, editor):
    client.force_login(editor)
    assert sent(client, "/fr/", "multipart/form-data").status_code == 400


def test_a_long_address_is_held_to_little(client, editor):
    client.force_login(editor)
    query = "&".join(f"{name}=" for name in MANY)
    for path in ("/fr/search/", reverse("admin:articles_article_changelist")):
        assert client.get(f"{path}?{query}").status_code == 400


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "multipart/form-data"])
def test_a_session_that_ended_meanwhile_leads_to_signing_in(client, kind):
    event = EventFactory()
    address = reverse("admin:articles_event_change", args=[event.pk])
    answer = sent(client, address, kind)
    assert answer.status_code == 302
    assert answer.url.startswith("/admin/login/?next=/admin/articles/event/")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("fr", "Il a plus de 10000 champs"), ("ar", "فيها أكثر من 10000 خانة")],
)
def test_beyond_the_bound_a_sentence_says_so(client, editor, language, sentence):
    editor.language = language
    editor.save()
    client.force_login(editor)
    event = EventFactory()
    many = {f"field-{n}": "" for n in range(settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 3)}
    answer = client.post(reverse("admin:articles_event_change", args=[event.pk]), many)
    assert answer.status_code == 413
    assert sentence in answer.text
    assert f'lang="{language}"' in answer.text


def test_too_many_files_are_said(client, editor):
    from io import BytesIO  # noqa: PLC0415

    client.force_login(editor)
    files = [BytesIO(b"x") for _ in range(settings.DATA_UPLOAD_MAX_NUMBER_FILES + 1)]
    answer = client.post(reverse("admin:articles_image_upload"), {"files": files})
    assert answer.status_code == 413
    assert "plus de 1000 fichiers" in answer.text


@override_settings(DATA_UPLOAD_MAX_MEMORY_SIZE=3 * 1024**2)
def test_a_long_arabic_text_fits_and_one_without_end_is_said(client, editor):
    client.force_login(editor)
    article = ArticleFactory()
    form = opened(client, article)
    long = form | {"body_ar": f"<p>{'مراكش ' * 200_000}</p>"}
    assert client.post(change_url(article), long).status_code == 302
    answer = client.post(change_url(article), form | {"body_ar": "م" * 1_600_000})
    assert answer.status_code == 413
    assert "plus de 3 Mo" in answer.text


def test_forged_forms_are_still_refused(editor):
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    event = EventFactory()
    address = reverse("admin:articles_event_change", args=[event.pk])
    assert client.post(address, MANY).status_code == 403
