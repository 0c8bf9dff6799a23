"""Somebody who types at the desk: what they do, and what the desk may say to them."""

import os
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from articles.models import User
from tests.conftest import member_of
from tests.factories import UserFactory

LANGUAGES = pytest.mark.parametrize("language", ["fr", "ar"])
SHOTS = os.environ.get("SCREENSHOTS")
PASSWORD = "marrakech-2018"
ARABIC = "قالَ الوزيرُ: «إنَّ المغربَ ماضٍ في سياستِه» (2018)."
EMBEDDED = f"\u200f{ARABIC}\u200f والتقى بـ \u2067GFMD\u2069\u200c"
NEW_SPEAKER = "/admin/articles/speaker/add/"
WORDS = {
    "fr": {
        "kept": "gardé dans ce navigateur",
        "signed out": "Vous n’êtes plus connecté",
        "signed in": "Vous êtes de nouveau connecté",
        "silent": "Le serveur ne répond pas",
        "other": "Quelqu’un d’autre s’est connecté",
        "open": "ouvert dans un autre onglet",
        "changed": "changé depuis par quelqu’un",
        "file": "choisissez-le de nouveau",
        "expired": "Ce formulaire a expiré",
        "in this tab": "que dans cet onglet",
        "nothing kept": "rien ne peut être gardé",
        "gone": "n’a plus de place",
    },
    "ar": {
        "kept": "محفوظ في هذا المتصفح",
        "signed out": "لم تعد مسجل الدخول",
        "signed in": "دخولك مسجل من جديد",
        "silent": "الخادم لا يجيب",
        "other": "سجّل شخص آخر دخوله",
        "open": "مفتوحة في تبويب آخر",
        "changed": "غيّره شخص آخر بعد ذلك",
        "file": "اختره من جديد",
        "expired": "انتهت صلاحية",
        "in this tab": "هذا التبويب وحده",
        "nothing kept": "لا يمكن الاحتفاظ بشيء",
        "gone": "لم يعد لهذا النص مكان",
    },
}
FRENCH = WORDS["fr"]


def look(page, name):
    """Leave a picture where somebody wants to see one."""
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / f"{name}.png", full_page=True)


def person(role, language="fr"):
    user = User.objects.filter(username=role).first()
    if user is None:
        is_admin = role == "admin"
        user = UserFactory(username=role, is_superuser=True) if is_admin else member_of(role)
    user.language = language
    user.languages = ["ar"] if role == "translator" else []
    user.save()
    return user


def let_in(context, address, role):
    """Give a browser what it has once somebody has signed in; the page that asks who has tests."""
    client, name = Client(), settings.SESSION_COOKIE_NAME
    client.force_login(User.objects.get(username=role))
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": address}])


def log_in(page, role, at="/admin/"):
    page.goto(at)
    sign_in(page, role)


def sign_in(page, role):
    """Where the page asks who one is."""
    page.fill("#id_username", role)
    page.fill("#id_password", PASSWORD)
    page.click("#login-form input[type=submit]")
    page.wait_for_selector("#logout-form")


def sign_out(page):
    page.locator("#logout-form button").click()
    page.wait_for_selector("#logout-form", state="detached")


def forget_session(page):
    """What the night does."""
    page.context.clear_cookies(name="sessionid")


def kept(page):
    """What the browser's own stores hold of texts that were typed."""
    return page.evaluate(
        """() => [localStorage, sessionStorage]
            .flatMap((store) => Object.entries(store))
            .filter(([key]) => key.startsWith("newsroom-draft:"))
            .map(([key, value]) => key + value)
            .join("\\n")"""
    )


def wait_until_kept(page, words):
    page.wait_for_function(
        """(words) => [localStorage, sessionStorage]
            .flatMap((store) => Object.entries(store))
            .some(([key, value]) => key.startsWith("newsroom-draft:") && value.includes(words))""",
        arg=words,
    )


def offer(page):
    section = page.locator(".unsaved:visible")
    section.wait_for()
    return section


def put_back(page):
    offer(page).locator("[data-do=restore]").click()


def unfold(page, selector):
    """Open what a field, or a button, is folded away in."""
    page.locator(selector).first.evaluate(
        """one => {
            for (let fold = one.closest("details"); fold; fold = fold.parentElement.closest("details"))
                fold.open = true;
        }"""
    )


def body_in(page, code):
    """The editor of the text of one language."""
    return page.locator(f".prose-editor:has([name=body_{code}]) .ProseMirror[contenteditable=true]")


def press(page, selector="input[name=_save]"):
    """Press a button that leads to another page."""
    unfold(page, selector)
    here = page.evaluate("window.name = 'pressed'")
    assert here == "pressed"
    page.evaluate("window.stillHere = true")
    page.click(selector)
    page.wait_for_function("() => !window.stillHere")
    page.wait_for_load_state()


def long_after(page):
    """The page has been open for as long as somebody writes."""
    page.clock.fast_forward("10:00")


def close_and_reopen(browser, page, at=None):
    """A tab that was closed; its page in a new one."""
    at, context = at or page.url, page.context
    fresh = browser.tab(context)
    page.close()
    fresh.goto(at)
    return fresh


def type_rich(page, number, words):
    page.locator(".ProseMirror[contenteditable=true]").nth(number).click()
    page.keyboard.press("Control+End")
    page.keyboard.insert_text(words)


def sign_in_where_told(page, role="editor"):
    """On the login page, or by the link that the form shows."""
    page.wait_for_selector("#login-form, .unsent a")
    if page.locator("#login-form").count():
        sign_in(page, role)
        return
    with page.context.expect_page() as opening:
        page.click(".unsent a")
    sign_in(opening.value, role)
