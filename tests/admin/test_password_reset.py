"""Who has forgotten a password gets a new one by mail, and nobody learns who has an account."""

import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.urls import reverse

from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
ASK = "/admin/password_reset/"
NEW = "sidi-bou-said-2026"


@pytest.fixture
def salma(db):
    cache.clear()
    return UserFactory(username="salma", email="salma@example.org", language="ar")


def asked(client, email, language="fr"):
    client.cookies["django_language"] = language
    return client.post(ASK, {"email": email}, follow=True)


def link_in(letter):
    (link,) = re.findall(r"http://testserver(/admin/reset/\S+)", letter.body)
    return link


@pytest.mark.parametrize(
    ("language", "heading", "direction"),
    [("fr", "Réinitialisation du mot de passe", "ltr"), ("ar", "استعادة كلمة المرور", "rtl")],
)
def test_the_login_page_leads_there_in_the_language_of_who_asks(
    client, db, language, heading, direction
):
    client.cookies["django_language"] = language
    assert f'href="{ASK}"' in client.get("/admin/login/").text
    page = client.get(ASK).text
    assert f'<html lang="{language}" dir="{direction}"' in page
    assert heading in page


def test_the_mail_is_in_the_language_of_the_account_and_leads_to_a_new_password(client, salma):
    asked(client, "Salma@example.org")
    (letter,) = mail.outbox
    assert letter.to == ["salma@example.org"]
    assert "كلمة" in letter.subject
    assert "salma" in letter.body
    form = client.get(link_in(letter), follow=True)
    done = client.post(
        form.request["PATH_INFO"], {"new_password1": NEW, "new_password2": NEW}, follow=True
    )
    assert reverse("admin:login") in done.text
    salma.refresh_from_db()
    assert salma.check_password(NEW)
    # It is used up.
    again = client.get(link_in(letter), follow=True)
    assert "new_password1" not in again.text


def test_who_has_no_account_reads_the_same(client, salma):
    there = asked(client, "salma@example.org")
    other = asked(client, "nobody@example.org")
    assert there.status_code == other.status_code == 200
    assert without_tokens(there.text) == without_tokens(other.text)
    assert len(mail.outbox) == 1


def without_tokens(page):
    return re.sub(r'(nonce|value)="[^"]*"', "", page)


def test_a_mailbox_is_not_filled(client, salma):
    for _time in range(10):
        asked(client, "salma@example.org")
    assert len(mail.outbox) == 1


def test_an_account_that_is_closed_gets_none(client, salma):
    salma.is_active = False
    salma.save()
    asked(client, "salma@example.org")
    assert mail.outbox == []


def test_a_wrong_address_of_the_server_gets_into_no_mail(client, salma):
    client.post(ASK, {"email": "salma@example.org"}, HTTP_HOST="localhost:8000")
    assert "http://testserver/admin/reset/" in mail.outbox[0].body


def test_after_many_wrong_tries_the_new_password_is_taken_at_once(client, salma, settings):
    settings.AXES_ENABLED = True
    for n in range(6):
        client.post("/admin/login/", {"username": "salma", "password": f"wrong-{n}"})
    asked(client, "salma@example.org")
    form = client.get(link_in(mail.outbox[0]), follow=True)
    client.post(form.request["PATH_INFO"], {"new_password1": NEW, "new_password2": NEW})
    sent = {"username": "salma", "password": NEW, "next": "/admin/"}
    assert client.post("/admin/login/", sent).status_code == 302


def test_a_mail_that_cannot_be_sent_is_the_same_page(client, salma, monkeypatch):
    def refuse(self):
        raise OSError

    monkeypatch.setattr("django.core.mail.EmailMessage.send", refuse)
    assert asked(client, "salma@example.org").status_code == 200
