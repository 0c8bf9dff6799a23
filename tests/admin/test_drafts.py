"""What the server does so that nothing typed is lost."""

import re

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse
from django.utils import translation
from lxml import html

from articles.admin.base import DeskAdmin
from articles.desk.editing import working_copies
from articles.models import Note, Speaker
from tests.factories import ArticleFactory, QuoteFactory, SpeakerFactory, UserFactory

pytestmark = pytest.mark.django_db

ARABIC = "قالَ الوزيرُ: «إنَّ المغربَ ماضٍ»."
SPEAKERS = "/admin/articles/speaker/add/"
ROWS = {"affiliations-TOTAL_FORMS": "0", "affiliations-INITIAL_FORMS": "0"}


def draft_saved(response):
    cookie = response.cookies.get("newsroom-saved")
    return cookie.value.split(".")[-1] if cookie else None


# The browser is told what is saved.


def test_every_admin_tells_the_browser_what_is_saved():
    """Those of libraries too: whoever registers one more has it do so."""
    silent = [
        model._meta.label
        for model, site in admin.site._registry.items()
        if not isinstance(site, DeskAdmin)
    ]
    assert silent == []


def test_a_saved_form_lets_the_browser_forget_its_draft(client, editor):
    client.force_login(editor)
    filled = ROWS | {"name_fr": "Nasser Bourita", "_draft": "abc123"}
    response = client.post(SPEAKERS, filled)
    assert response.status_code == 302
    assert draft_saved(response) == "abc123"
    assert response.cookies["newsroom-saved"]["path"] == "/admin/"


def test_a_change_that_is_proposed_lets_the_browser_forget_too(client, reporter):
    speaker = QuoteFactory(article=ArticleFactory(live=["fr"])).speaker
    reporter.languages = ["fr", "ar"]
    reporter.save()
    client.force_login(reporter)
    page = reverse("admin:articles_speaker_change", args=[speaker.pk])
    filled = dict(html.fromstring(client.get(page).text).get_element_by_id("speaker_form").fields)
    filled = {name: value or "" for name, value in filled.items() if "__prefix__" not in name}
    filled |= {"biography_fr": "Ministre.", "_draft": "abc123"}
    response = client.post(page, filled)
    assert response.status_code == 302
    assert speaker.__class__.objects.get(pk=speaker.pk).biography_fr != "Ministre."
    assert draft_saved(response) == "abc123"


def test_a_form_that_was_sent_twice_lets_the_browser_forget_whichever_answer_it_reads(
    client, editor
):
    client.force_login(editor)
    sent = {"_sent": "a" * 24, "name_fr": "Nasser Bourita"}
    for draft in ("abc123", "abc123", "def456"):
        assert draft_saved(client.post(SPEAKERS, ROWS | sent | {"_draft": draft})) == draft
    assert Speaker.objects.count() == 1


def test_a_request_that_was_sent_to_the_chief_is_no_unsaved_text(client, editor, chief):
    live = ArticleFactory(live=["fr"], body_fr="<p>Vingt ministres.</p>")
    copy = working_copies.open_copy(live, by=editor)
    copy.body_fr = "<p>Vingt-deux ministres.</p>"
    copy.save()
    client.force_login(editor)
    page = reverse("admin:articles_article_changes", args=[copy.pk])
    sent = {"_ask": "1", "_ask_words": "Ils étaient 22.", "_draft": "abc123"}
    assert draft_saved(client.post(page, sent)) == "abc123"
    assert Note.objects.get().text == "Ils étaient 22."


@pytest.mark.parametrize("button", ["_merge", "_take_off"])
def test_what_was_typed_beside_a_deletion_is_forgotten_with_it(client, chief, button):
    client.force_login(chief)
    speaker, other = SpeakerFactory(), SpeakerFactory()
    page = reverse("admin:articles_speaker_delete", args=[speaker.pk])
    sent = {button: "1", "other": other.pk, "_draft": "abc123", "post": "yes"}
    assert draft_saved(client.post(page, sent)) == "abc123"
    assert not Speaker.objects.filter(pk=speaker.pk).exists()


def test_a_form_with_errors_keeps_its_draft_and_names_it(client, editor):
    client.force_login(editor)
    response = client.post(SPEAKERS, ROWS | {"_draft": "abc123"})
    assert response.status_code == 200
    assert draft_saved(response) is None
    assert 'data-returned="abc123"' in response.text


@pytest.mark.parametrize("token", ["", "a" * 41, "a.b", "a;b", '"><script>', "أ" * 41])
def test_a_token_that_is_none_of_ours_is_not_repeated(client, editor, token):
    client.force_login(editor)
    response = client.post(SPEAKERS, ROWS | {"name_fr": "Nasser Bourita", "_draft": token})
    assert draft_saved(response) is None
    assert "<script>" not in client.post(SPEAKERS, ROWS | {"_draft": token}).text


def test_the_page_says_whose_text_it_keeps(client, editor, chief):
    client.force_login(editor)
    assert f'data-owner="{editor.pk}"' in client.get(SPEAKERS).text
    client.logout()
    assert 'data-owner=""' in client.get(reverse("admin:login")).text


# Who is signed in.


def test_the_session_names_the_person_and_a_token_that_forms_are_taken_with():
    user = UserFactory(username="admin", is_superuser=True, first_name="Salma")
    client = Client(enforce_csrf_checks=True)
    client.force_login(user)
    answer = client.get(reverse("admin_session"))
    assert (answer.json()["user"], answer.json()["name"]) == (str(user.pk), "Salma")
    assert "no-store" in answer["Cache-Control"]
    sent = ROWS | {"name_fr": "Nasser Bourita", "csrfmiddlewaretoken": answer.json()["token"]}
    assert client.post(SPEAKERS, sent).status_code == 302


@pytest.mark.parametrize("gone", ["never", "dismissed", "no staff"])
def test_who_is_not_at_the_desk_is_nobody(client, gone):
    user = UserFactory(is_staff=gone != "no staff")
    if gone != "never":
        client.force_login(user)
    if gone == "dismissed":
        user.is_active = False
        user.save()
    answer = client.get(reverse("admin_session")).json()
    assert (answer["user"], answer["name"]) == ("", "")


# A form whose token is out of date.


@pytest.fixture
def outdated(editor):
    """Somebody whose form names a token that is not that of their session."""

    def send(path=SPEAKERS, language="fr", **headers):
        editor.language = language
        editor.save()
        client = Client(enforce_csrf_checks=True)
        client.force_login(editor)
        filled = ROWS | {
            "csrfmiddlewaretoken": "x" * 64,
            "name_fr": "Nasser <b>Bourita</b>",
            "biography_ar": f"\n{ARABIC}",
            "password1": "un-secret-bien-garde",
            "_draft": "abc123",
            "_note": "Pourquoi",
            "affiliations-0-id": "17",
        }
        return client.post(path, filled, headers=headers)

    return send


OURS = {"origin": "http://testserver", "referer": f"http://testserver{SPEAKERS}"}


@pytest.mark.parametrize(("language", "direction"), [("fr", "ltr"), ("ar", "rtl")])
def test_a_refused_form_gives_back_what_was_typed(outdated, language, direction):
    page = outdated(language=language, **OURS)
    assert page.status_code == 403
    assert f'<html lang="{language}" dir="{direction}">' in page.text
    with translation.override(language):
        assert translation.gettext("Open the form again") in page.text
    assert f'href="{SPEAKERS}"' in page.text
    given_back = re.findall(r"<textarea[^>]*>\n(.*?)</textarea>", page.text, re.DOTALL)
    assert given_back == ["Nasser &lt;b&gt;Bourita&lt;/b&gt;", f"\n{ARABIC}", "Pourquoi"]
    assert "secret" not in page.text


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "null"},
        {"origin": "https://elsewhere.example", "referer": "https://elsewhere.example/x"},
        {"origin": "http://testserver.elsewhere.example"},
    ],
)
def test_a_page_of_somebody_else_has_nothing_shown_on_ours(outdated, headers):
    page = outdated(**headers)
    assert page.status_code == 403
    assert "Bourita" not in page.text
    assert "<textarea" not in page.text
    assert 'href="/admin/"' in page.text


def test_a_reader_who_is_not_signed_in_is_shown_nothing_either():
    client = Client(enforce_csrf_checks=True)
    page = client.post(SPEAKERS, {"name_fr": "Nasser Bourita"}, headers=OURS)
    assert page.status_code == 403
    assert "Bourita" not in page.text


# The way back after signing in.


@pytest.mark.parametrize(
    ("page", "sent_to"),
    [
        ("/admin/", "step"),
        ("change", "notes"),
        ("/admin/articles/article/translations/?state=done", "assign"),
        (SPEAKERS, SPEAKERS),
    ],
)
def test_who_must_sign_in_first_is_led_back_to_where_the_form_was(client, page, sent_to):
    article = ArticleFactory()
    addresses = {
        "change": reverse("admin:articles_article_change", args=[article.pk]),
        "notes": reverse("admin:articles_article_notes", args=[article.pk]),
        "step": reverse("admin:articles_article_step", args=[article.pk, "fr"]),
        "assign": reverse("admin:articles_translations_assign"),
    }
    page, sent_to = addresses.get(page, page), addresses.get(sent_to, sent_to)
    response = client.post(sent_to, headers={"referer": f"http://testserver{page}"})
    user = UserFactory(username="salma", is_superuser=True)
    login = client.get(response.url)
    assert login.status_code == 200
    signed_in = client.post(
        response.url,
        {"username": user.username, "password": "marrakech-2018", "next": login.context["next"]},
    )
    assert signed_in.url == page


@pytest.mark.parametrize(
    "referer",
    [
        "",
        "https://elsewhere.example/admin/",
        "http://testserver/fr/",
        "http://testserver/admin/login/?next=/admin/",
        "http://testserver//elsewhere.example/admin/",
    ],
)
def test_no_other_page_is_a_way_back(client, referer):
    response = client.post(SPEAKERS, headers={"referer": referer})
    assert response.url == f"/admin/login/?next={SPEAKERS}"


def test_the_login_speaks_the_language_of_who_was_here(client, editor):
    editor.language = "ar"
    editor.save()
    client.force_login(editor)
    client.get("/admin/", headers={"accept-language": "fr"})
    del client.cookies["sessionid"]
    page = client.get(SPEAKERS, headers={"accept-language": "fr"}, follow=True)
    assert '<html lang="ar" dir="rtl">' in page.text
