"""A page that stays open follows a live coverage; an editor writes it without the mouse."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from articles.languages import Language
from articles.models import Article, EntryState, LiveEntry
from tests.browser.at_desk import log_in
from tests.conftest import member_of
from tests.factories import ArticleFactory, LiveEntryFactory, UrgentBannerFactory

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
]
NEWS = {"fr": "2 nouvelles entrées", "ar": "مستجدان"}
LOOKED_AGAIN = "document.dispatchEvent(new Event('visibilitychange'))"
"""As when a reader comes back to the tab: the page asks at once."""


@pytest.fixture
def article():
    return ArticleFactory(kind=Article.Kind.COVERAGE, live=["fr", "ar"])


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_page_that_is_open_says_what_is_new_and_puts_it_in(page, complaints, article, language):
    column = f"body_{language}"
    old = LiveEntryFactory(article=article, at=timezone.now() - timedelta(minutes=5))
    page.goto(article.url_in(language))
    for words in ("<p>Aghbalou.</p>", "<p>Tnine.</p>"):
        LiveEntryFactory(article=article, **{column: words})
    old.put(Language(language), body="<p>Ourika.</p>")
    old.save()
    page.evaluate(LOOKED_AGAIN)
    button = page.locator(".live-news button")
    expect(button).to_have_text(NEWS[language])
    expect(page.locator(".live [role=status]")).to_have_text(NEWS[language])
    # What readers have already is put right without a word; the rest waits for them.
    expect(page.locator(".entry")).to_have_text([re.compile("Ourika")])
    button.click()
    expect(page.locator(".entry")).to_have_count(3)
    expect(page.locator(".entry").first).to_contain_text("Tnine")
    expect(page.locator(".entry").first).to_be_focused()
    expect(button).to_be_hidden()
    assert complaints == []


@pytest.mark.parametrize(
    ("language", "words"), [("fr", "connexion perdue"), ("ar", "انقطع الاتصال")]
)
def test_a_page_that_reaches_nobody_says_of_when_it_is_until_it_does(
    page, article, language, words
):
    LiveEntryFactory(article=article)
    page.goto(article.url_in(language))
    lost = page.locator(".live-lost")
    expect(lost).to_be_hidden()
    page.context.set_offline(True)
    expect(lost).to_contain_text(words)
    assert re.search(r"\b\d\d:\d\d\b", lost.inner_text())
    page.context.set_offline(False)
    expect(lost).to_be_hidden()
    # The network is there, and the server is not.
    page.route("**/live/", lambda route: route.abort())
    page.evaluate(LOOKED_AGAIN)
    expect(lost).to_contain_text(words)


def test_an_announcement_goes_from_a_page_that_stays_open(page, complaints):
    UrgentBannerFactory(ends_at=timezone.now() + timedelta(hours=1))
    page.clock.install()
    page.goto("/fr/")
    expect(page.locator(".urgent")).to_contain_text("Crue de l’Ourika")
    page.clock.fast_forward("59:00")
    expect(page.locator(".urgent")).to_contain_text("Crue de l’Ourika")
    page.clock.fast_forward("02:00")
    expect(page.locator(".urgent")).to_have_count(0)
    assert complaints == []


def test_an_announcement_takes_its_own_lines_of_a_page_with_little_else(page):
    UrgentBannerFactory(ends_at=timezone.now() + timedelta(hours=1))
    page.goto("/fr/articles/")
    assert page.locator(".urgent").bounding_box()["height"] < 100


def test_an_entry_is_published_with_the_keys_alone(page, complaints, article):
    member_of("editor")
    log_in(page, "editor")
    page.goto(f"/admin/articles/article/{article.pk}/live/")
    page.locator(".live-form .ProseMirror").first.click()
    page.keyboard.type("La route de Setti Fadma est coupée.")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".live-list")).to_contain_text("La route de Setti Fadma est coupée.")
    entry = LiveEntry.objects.get()
    assert entry.state_in("fr") == EntryState.PUBLIC
    assert entry.body_fr == "<p>La route de Setti Fadma est coupée.</p>"
    assert complaints == []
