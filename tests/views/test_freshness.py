"""Caches may keep a page, ask whether it changed, and are never told that an old one is new."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from django.utils.http import http_date

from articles import models
from articles.views.months import midnight_of
from tests.factories import ArticleFactory, EventFactory, SpeakerFactory

from .conftest import PAGES

LONG_AGO = datetime(2024, 7, 5, tzinfo=UTC)
EVERY_PAGE = [*PAGES, "article"]


@pytest.fixture
def old(coverage):
    """Coverage that nobody has touched for years."""
    article = coverage.article(live=["fr", "ar"])
    for model in (models.Article, models.Quote, models.Correction, models.Mention, models.Event):
        model.objects.update(updated_at=LONG_AGO)
    for model in (models.Speaker, models.Organization, models.Source, models.Topic, models.Place):
        model.objects.update(updated_at=LONG_AGO)
    for model in (models.Participation, models.Appearance, models.Affiliation):
        model.objects.update(updated_at=LONG_AGO)
    models.ContentChange.objects.update(deleted_at=None)
    models.TopicOfArticle.objects.update(updated_at=LONG_AGO)
    coverage.old = article
    coverage.all_pages = {**coverage.pages("fr"), "article": article.url_in("fr")}
    return coverage


def since(client, path, page):
    return client.get(path, headers={"if-modified-since": page.headers["Last-Modified"]})


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_a_page_that_has_not_changed_is_not_sent_again(client, old, name):
    path = old.all_pages[name]
    page = client.get(path)
    # The front page is of a day: it says what is of today, and of this week.
    changed = midnight_of(timezone.localdate()) if name == "home" else LONG_AGO
    assert page.headers["Last-Modified"] == http_date(changed.timestamp())
    assert client.get(path, headers={"if-none-match": page.headers["ETag"]}).status_code == 304
    assert since(client, path, page).status_code == 304


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_a_page_may_be_kept_by_anyone_for_a_minute(client, old, name):
    page = client.get(old.all_pages[name])
    # A minute at most; a cache may show it for longer only where the server fails.
    assert page.headers["Cache-Control"] == "public, max-age=60, stale-if-error=600"
    assert "Cookie" not in page.headers.get("Vary", "")
    assert not page.cookies
    assert "nonce" not in page.headers["Content-Security-Policy"]


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_a_page_can_be_asked_for_without_its_body(client, old, name):
    head = client.head(old.all_pages[name])
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["Last-Modified"]


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_a_changed_article_changes_the_pages_that_show_it(client, old, name):
    path = old.all_pages[name]
    page = client.get(path)
    old.old.headline_fr = "Le Maroc préside une autre session"
    old.old.save()
    assert since(client, path, page).status_code == 200


@pytest.mark.parametrize("name", ["home", "articles", "event", "organization", "source", "topic"])
def test_a_withdrawn_article_changes_the_pages_that_showed_it(client, old, chief, name):
    path = old.all_pages[name]
    page = client.get(path)
    old.old.withdraw("fr", by=chief, note="Une erreur.")
    assert since(client, path, page).status_code == 200


def test_whatever_an_article_shows_changes_its_page(client, old):
    article = old.old
    shown = [
        old.speaker,
        old.organization,
        old.source,
        old.topic,
        old.event,
        article.quotes.get(),
        article.corrections.get(),
        old.event.participations.get(),
        old.event.place,
    ]
    for days, one in enumerate(shown, start=1):
        page = client.get(article.url_in("fr"))
        type(one).objects.filter(pk=one.pk).update(updated_at=LONG_AGO + timedelta(days=days))
        assert since(client, article.url_in("fr"), page).status_code == 200, one


@pytest.mark.parametrize(
    ("page", "gone"),
    [
        ("events", lambda old: EventFactory(name_fr="Qui part", place=None)),
        ("article", lambda old: old.old.quotes.get()),
        ("article", lambda old: old.old.corrections.get()),
        ("article", lambda old: old.old.tagged.get()),
        ("event", lambda old: old.event.participations.get()),
        ("speaker", lambda old: old.speaker.affiliations.get()),
        ("topic", lambda old: old.old.tagged.get()),
    ],
)
def test_who_asks_by_date_alone_learns_of_what_is_gone(client, old, page, gone):
    path, one = {**old.all_pages, "events": "/fr/events/"}[page], gone(old)
    type(one).objects.filter(pk=one.pk).update(updated_at=LONG_AGO - timedelta(days=1))
    models.ContentChange.objects.update(deleted_at=None)
    before = client.get(path)
    assert since(client, path, before).status_code == 304
    one.delete()
    assert since(client, path, before).status_code == 200


def test_a_feed_asked_by_date_alone_no_longer_gives_a_correction_that_was_deleted(client, old):
    before = client.get("/fr/feed.rss")
    assert since(client, "/fr/feed.rss", before).status_code == 304
    old.old.corrections.get().delete()
    assert since(client, "/fr/feed.rss", before).status_code == 200


def article_on(topic):
    ArticleFactory(live=["fr"]).topics.add(topic)


def test_what_is_newly_tied_to_an_old_page_changes_it(client, old):
    article = old.old
    for path, tie in (
        (article.url_in("fr"), lambda: article.mention(SpeakerFactory())),
        (article.url_in("fr"), lambda: article.corrections.create(text_fr="Non.")),
        (old.event.url_in("fr"), lambda: EventFactory(parent=old.event)),
        (old.topic.url_in("fr"), lambda: article_on(old.topic)),
    ):
        page = client.get(path)
        tie()
        assert since(client, path, page).status_code == 200
