"""Readers see what is live in their language, now, and nothing else: on any page."""

from datetime import timedelta

import pytest
from django.utils import timezone

from .conftest import PAGES

pytestmark = pytest.mark.databases

WORDS = "رسالة marrakech-secret"
STATES = ["draft", "in_review", "ready", "withdrawn", "future", "embargoed", "other_language"]
STATES += ["expired"]


def hidden(coverage, state):
    """An article that readers of French may not see."""
    now = timezone.now()
    fields = {
        "future": {"live": ["fr", "ar"], "live_at": now + timedelta(hours=1)},
        "embargoed": {"live": ["fr", "ar"], "embargoed_until": now + timedelta(hours=1)},
        "expired": {"live": ["fr"], "live_until_fr": now - timedelta(minutes=1)},
        "other_language": {"live": ["ar"]},
    }.get(state, {"status_fr": state, "published_at_fr": now})
    return coverage.article(WORDS, headline_fr=f"Marrakech-secret {state}", **fields)


def shows(page, article):
    return "marrakech-secret" in page.text.lower() or article.url_in("fr") in page.text


def test_every_page_shows_a_live_article(client, coverage):
    article = coverage.article(WORDS, headline_fr="Marrakech-secret", live=["fr"])
    pages = {name: client.get(coverage.pages("fr")[name]) for name in PAGES}
    assert {page.status_code for page in pages.values()} == {200}
    assert [name for name, page in pages.items() if not shows(page, article)] == []


def test_no_page_shows_what_is_not_live(client, coverage):
    articles = {state: hidden(coverage, state) for state in STATES}
    pages = {name: client.get(coverage.pages("fr")[name]) for name in PAGES}
    assert {page.status_code for page in pages.values()} == {200}
    shown = [
        (name, state)
        for name, page in pages.items()
        for state, article in articles.items()
        if shows(page, article)
    ]
    assert shown == []


@pytest.mark.parametrize("state", STATES)
def test_an_article_that_is_not_live_has_no_page_and_is_not_related(client, coverage, state):
    article, live = hidden(coverage, state), coverage.article(live=["fr"])
    missing = client.get(article.url_in("fr"))
    assert missing.status_code == (410 if state in {"withdrawn", "expired"} else 404)
    assert "marrakech-secret" not in missing.text.lower()
    assert not shows(client.get(live.url_in("fr")), article)


def test_an_embargo_ends_by_itself(client, coverage, monkeypatch):
    article = hidden(coverage, "embargoed")
    later = timezone.now() + timedelta(hours=2)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert client.get(article.url_in("fr")).status_code == 200


def test_a_correction_kept_from_the_public_is_on_no_page(client, coverage):
    article = coverage.article(live=["fr"])
    article.corrections.update(public=False)
    for path in (article.url_in("fr"), "/fr/corrections/"):
        assert "Non : une session" not in client.get(path).text
