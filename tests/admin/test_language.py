"""The language of the desk is each person's own."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db

SWITCH = "/admin/language/"


def test_it_is_kept_with_the_account(client, editor):
    client.force_login(editor)
    client.post(SWITCH, {"language": "ar", "next": "/admin/"})
    client.cookies.clear()
    client.force_login(editor)
    assert '<html lang="ar" dir="rtl"' in client.get("/admin/").text


def test_it_leads_back_to_the_page_it_was_chosen_on(client, editor):
    client.force_login(editor)
    page = reverse("admin:articles_event_changelist")
    assert client.post(SWITCH, {"language": "ar", "next": page}).url == page


def test_it_never_leads_to_another_site(client, editor):
    client.force_login(editor)
    response = client.post(SWITCH, {"language": "ar", "next": "https://elsewhere.example/"})
    assert response.url == "/admin/"


def test_a_language_the_newsroom_does_not_have_changes_nothing(client, editor):
    client.force_login(editor)
    client.post(SWITCH, {"language": "xx", "next": "/admin/"})
    editor.refresh_from_db()
    assert editor.language == ""


def test_the_login_page_can_be_switched_too(client, db):
    client.post(SWITCH, {"language": "ar", "next": "/admin/login/"})
    assert '<html lang="ar" dir="rtl"' in client.get("/admin/login/").text


def test_it_does_not_change_what_readers_are_shown(client, editor):
    editor.language = "ar"
    editor.save()
    client.force_login(editor)
    assert '<html lang="fr"' in client.get("/fr/").text
