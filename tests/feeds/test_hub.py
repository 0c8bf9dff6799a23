"""The hub (WebSub) is told which feeds changed: by a button, by a correction, by the clock."""

import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles.desk.publication.hub import HubError, tell_hub
from articles.models import HubNotice, Status
from tests.factories import ArticleFactory, EventFactory, QuoteFactory, TopicFactory

pytestmark = pytest.mark.django_db
SITE = "http://testserver"
OF_FRENCH = {f"{SITE}/fr/feed.{form}" for form in ("rss", "atom", "json")}


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.asked.append(parse_qs(body))
        self.send_response(self.server.status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *args):
        pass


@pytest.fixture
def hub(settings):
    """A hub that remembers what it was told; everything before the test is known to it."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.asked, server.status = [], 204
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    settings.WEBSUB_HUB = f"http://127.0.0.1:{server.server_port}/"
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def article(hub, settings):
    long_ago = timezone.now() - timedelta(days=30)
    made = ArticleFactory(live=["fr"], published_at_fr=long_ago, headline_ar="", slug_ar="")
    settings.WEBSUB_HUB, address = "", settings.WEBSUB_HUB
    HubNotice.objects.note(timezone.now())
    settings.WEBSUB_HUB = address
    return made


def told(hub):
    """The feeds that the hub heard of."""
    assert all(one["hub.mode"] == ["publish"] for one in hub.asked)
    return {address for one in hub.asked for address in one["hub.url"]}


def test_nothing_is_told_where_nothing_changed(hub, article):
    assert tell_hub() == []
    assert hub.asked == []


def test_a_publication_is_told_at_once_and_once(
    hub, article, chief, django_capture_on_commit_callbacks
):
    draft = ArticleFactory(headline_ar="", slug_ar="")
    with django_capture_on_commit_callbacks(execute=True):
        draft.publish("fr", by=chief)
    assert told(hub) == OF_FRENCH
    hub.asked.clear()
    assert tell_hub() == []


def test_so_is_a_correction_and_a_withdrawal(
    hub, article, chief, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        article.corrections.create(text_fr="Le chiffre était faux.")
    assert told(hub) == OF_FRENCH
    hub.asked.clear()
    with django_capture_on_commit_callbacks(execute=True):
        article.withdraw("fr", by=chief, note="Une erreur.")
    assert told(hub) == OF_FRENCH


def test_a_draft_tells_nobody(hub, article, reporter, django_capture_on_commit_callbacks):
    draft = ArticleFactory(created_by=reporter)
    with django_capture_on_commit_callbacks(execute=True):
        draft.move("fr", Status.IN_REVIEW, by=reporter)
    assert told(hub) == set()


def test_what_comes_and_goes_by_itself_is_told_by_the_command(hub, article):
    now = timezone.now()
    ArticleFactory(
        live=["fr"],
        published_at_fr=now + timedelta(hours=1),
        live_until_fr=now + timedelta(hours=3),
        headline_ar="",
        slug_ar="",
    )
    HubNotice.objects.note(now)
    assert set(tell_hub(now + timedelta(minutes=30))) == set()
    assert set(tell_hub(now + timedelta(hours=2))) == OF_FRENCH
    assert set(tell_hub(now + timedelta(hours=2, minutes=30))) == set()
    assert set(tell_hub(now + timedelta(hours=4))) == OF_FRENCH


def test_the_feeds_of_what_it_is_about_are_told_too(
    hub, article, chief, django_capture_on_commit_callbacks
):
    parent = EventFactory()
    draft = ArticleFactory(event=EventFactory(parent=parent), headline_ar="", slug_ar="")
    quote, topic = QuoteFactory(article=draft), TopicFactory()
    draft.topics.add(topic)
    with django_capture_on_commit_callbacks(execute=True):
        draft.publish("fr", by=chief)
    records = (draft.event, parent, quote.speaker, topic)
    of_records = {f"{SITE}{one.url_in('fr')}feed.rss" for one in records}
    assert told(hub) == OF_FRENCH | of_records


def test_what_a_hub_did_not_take_is_told_again(
    hub, article, chief, django_capture_on_commit_callbacks
):
    hub.status = 503
    draft = ArticleFactory(headline_ar="", slug_ar="")
    with django_capture_on_commit_callbacks(execute=True):
        draft.publish("fr", by=chief)
    with pytest.raises(CommandError, match="503"):
        call_command("tell_hub")
    hub.status = 202
    hub.asked.clear()
    call_command("tell_hub", verbosity=0)
    assert told(hub) == OF_FRENCH


def test_a_hub_that_is_away_is_an_error_that_names_itself(hub, article, settings):
    settings.WEBSUB_HUB = "http://127.0.0.1:9/"
    article.corrections.create(text_fr="Le chiffre était faux.")
    with pytest.raises(HubError):
        tell_hub()


def test_without_a_hub_nobody_is_told(article, settings):
    settings.WEBSUB_HUB = ""
    article.corrections.create(text_fr="Le chiffre était faux.")
    assert tell_hub() == []
