"""The language of the desk is each person's own."""

from pathlib import Path

import django
import pytest
from babel.messages.pofile import read_po
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.views.i18n import JavaScriptCatalog

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


def messages_of_django(domain):
    """Each string of the admin and of Django's core, as its own English catalogs list them."""
    root = Path(django.__file__).parent
    for place in ("conf", "contrib/admin", "contrib/auth"):
        path = root / place / f"locale/en/LC_MESSAGES/{domain}.po"
        if path.exists():
            yield from (
                message for message in read_po(path.read_bytes().splitlines()) if message.id
            )


@pytest.mark.parametrize("code", [code for code, _ in settings.LANGUAGES])
def test_the_admin_leaves_nothing_in_english(code):
    known = translation.trans_real.translation(code)._catalog
    wanted = [one for one in messages_of_django("django") if not one.pluralizable]
    lacking = [
        one.id
        for one in wanted
        if (f"{one.context}\x04{one.id}" if one.context else one.id) not in known
    ]
    assert lacking == []


@pytest.mark.parametrize("code", [code for code, _ in settings.LANGUAGES])
def test_neither_do_its_scripts(rf, code):
    with translation.override(code):
        view = JavaScriptCatalog(packages=["django.contrib.admin"])
        view.get(rf.get("/"), domain="djangojs")
        known = view.get_catalog()
    wanted = [one for one in messages_of_django("djangojs") if not one.context]
    lacking = [
        name
        for name in (one.id if isinstance(one.id, str) else one.id[0] for one in wanted)
        if name not in known
    ]
    assert lacking == []
