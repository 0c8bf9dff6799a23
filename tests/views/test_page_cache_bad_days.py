"""Rubbish in the cache, a dead cache, a database that is away, many readers at once: pages are shown."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier, Event

import pytest
from django.core.cache import caches
from django.db import OperationalError, connections
from django.test import Client
from django.test.signals import template_rendered
from django.utils import timezone

from articles.models import ContentChange
from articles.views import page_cache
from articles.views.primary import Primary
from tests.factories import ArticleFactory
from tests.views.cached_pages import said

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.mark.parametrize("rubbish", [b"rubbish", None, ("a", 1), {"version": 1}])
def test_rubbish_in_the_cache_harms_nobody(cached_site, pages_with_articles, rubbish, rf):
    path = pages_with_articles["article fr"]
    page = cached_site.get(path)
    for key in list(caches["pages"]._cache):
        caches["pages"].set(key.split(":", 2)[2], rubbish)
    assert said(cached_site.get(path)) == said(page)


class DeadCache:
    asked = 0

    def get(self, *_given):
        self.asked += 1
        raise ConnectionError

    set = get


def test_a_dead_cache_makes_pages_slower_and_no_worse(
    cached_site, uncached_site, pages_with_articles, monkeypatch, caplog
):
    dead = DeadCache()
    monkeypatch.setattr(page_cache, "caches", {"pages": dead})
    clock = [1000.0]
    monkeypatch.setattr(page_cache, "monotonic", lambda: clock[0])
    for path in pages_with_articles.values():
        assert said(cached_site.get(path)) == said(uncached_site.get(path))
    assert dead.asked == 1, "it is left alone for a while"
    clock[0] += page_cache.REST
    cached_site.get(path)
    assert dead.asked > 1, "it is asked again"
    assert "cache of pages" in caplog.text


def test_while_the_database_is_away_what_was_kept_is_shown_and_said_to_be_old(
    cached_site, pages_with_articles, monkeypatch, stopped_clock
):
    now = timezone.now()
    stopped_clock(now)
    page = cached_site.get(pages_with_articles["article fr"])

    def away():
        raise OperationalError("server closed the connection unexpectedly")

    monkeypatch.setattr(ContentChange, "version", away)
    stopped_clock(now + timedelta(seconds=90))
    shown = cached_site.get(pages_with_articles["article fr"])
    assert (shown.status_code, shown.content) == (200, page.content)
    assert shown.headers["Age"] == "90"
    assert "Revalidation" in shown.headers["Warning"]
    assert "max-age=0" in shown.headers["Cache-Control"]
    stopped_clock(now + timedelta(minutes=11))
    assert "Warning" not in cached_site.get(pages_with_articles["article fr"]).headers


@pytest.mark.django_db(transaction=True)
def test_of_many_who_come_at_once_one_page_is_made(settings):
    settings.PAGE_CACHE = True
    caches["pages"].clear()
    path = ArticleFactory(live=["fr"]).url_in("fr")
    made, together = [], Barrier(8)

    def read(_number):
        together.wait(timeout=20)
        try:
            return Client().get(path).content
        finally:
            connections.close_all()

    def count(sender, template, **_more):
        if template.name == "articles/article_detail.html":
            made.append(template.name)

    template_rendered.connect(count)
    try:
        with ThreadPoolExecutor(8) as readers:
            answers = set(readers.map(read, range(8)))
    finally:
        template_rendered.disconnect(count)
        caches["pages"].clear()
    assert len(answers) == 1
    assert len(made) == 1


def test_while_one_waits_for_a_database_that_is_away_nobody_else_does(monkeypatch):
    asked, may_go = Event(), Event()

    def away():
        asked.set()
        assert may_go.wait(timeout=20)
        raise OperationalError("could not connect")

    monkeypatch.setattr(ContentChange, "version", away)
    primary = Primary()
    may_go.set()
    assert primary.version() is None
    asked.clear()
    may_go.clear()
    with ThreadPoolExecutor(1) as readers:
        waiting = readers.submit(primary.version)
        assert asked.wait(timeout=20)
        assert primary.version() is None
        assert not waiting.done()
        may_go.set()
    monkeypatch.setattr(ContentChange, "version", lambda: 7)
    assert primary.version() == 7
    assert not primary.is_away
