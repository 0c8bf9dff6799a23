"""Proxies are told of a change before whoever made it is answered, and of nothing else."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.db import transaction

from articles.desk.publication import purging
from articles.models import Article, ContentChange, Place
from tests.factories import ArticleFactory, NoteFactory, PlaceFactory

pytestmark = pytest.mark.django_db(transaction=True)


class Handler(BaseHTTPRequestHandler):
    def do_PURGE(self):
        self.server.asked.append(self.headers["Surrogate-Key"])
        self.send_response(self.server.status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *args):
        """Nothing is said of it."""


@pytest.fixture
def proxies(settings):
    """Two, which keep what they were asked."""
    made = [ThreadingHTTPServer(("127.0.0.1", 0), Handler) for _ in range(2)]
    for one in made:
        one.asked, one.status = [], 200
        threading.Thread(target=one.serve_forever, args=[0.01], daemon=True).start()
    settings.PURGE_URLS = [f"http://127.0.0.1:{one.server_port}/" for one in made]
    purging.purger.cache_clear()
    yield made
    for one in made:
        one.shutdown()
        one.server_close()


def told(proxies):
    """What each heard since it was asked last."""
    heard = [[*one.asked] for one in proxies]
    for one in proxies:
        one.asked.clear()
    return heard


def undone(place):
    """Save within a transaction, or a part of one, that is taken back."""
    with transaction.atomic():
        place.save()
        transaction.set_rollback(True)


ONCE = [["testserver"], ["testserver"]]
NEVER = [[], []]


@pytest.fixture
def place(proxies):
    made = PlaceFactory()
    told(proxies)
    return made


def test_a_change_is_told_once_when_it_can_be_seen(proxies, place):
    before = ContentChange.version()
    with transaction.atomic():
        place.save()
        Place.objects.update(name_fr="Tanger")
        assert told(proxies) == NEVER
    assert told(proxies) == ONCE
    assert ContentChange.version() > before


def test_so_is_one_outside_any_transaction(proxies, place):
    Place.objects.filter(pk=place.pk).update(name_fr="Tanger")
    assert told(proxies) == ONCE


def test_what_is_undone_or_only_the_desk_reads_is_not_told(proxies, place, reporter):
    article = ArticleFactory()
    told(proxies)
    NoteFactory(article=article, author=reporter)
    undone(place)
    list(Article.objects.all())
    assert told(proxies) == NEVER


def test_what_is_undone_within_takes_nothing_from_what_is_around_it(proxies, place):
    with transaction.atomic():
        place.save()
        undone(place)
    assert told(proxies) == ONCE


def test_a_proxy_that_does_not_answer_holds_nobody_up(proxies, place, caplog, monkeypatch):
    clock = [100.0]
    monkeypatch.setattr(purging, "monotonic", lambda: clock[0])
    first, second = proxies
    first.status = 503
    place.save()
    assert "did not drop its pages" in caplog.text
    place.save()
    assert told(proxies) == [["testserver"], ["testserver", "testserver"]]
    clock[0], first.status = clock[0] + purging.REST, 200
    place.save()
    assert told(proxies) == ONCE
    assert second.asked == []


def test_nobody_is_told_where_there_is_no_proxy(proxies, place, settings):
    settings.PURGE_URLS = []
    place.save()
    assert told(proxies) == NEVER
