"""A search server, asked over HTTP: what it is sent, and what happens while it is away."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.core.management import call_command

from articles.languages import Language
from articles.models import SearchEntry
from articles.search.results import search
from tests.factories import ArticleFactory

FRENCH = Language("fr")


class Server(ThreadingHTTPServer):
    """Keeps documents as a search server does, and remembers what was asked; it cannot search."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Answer)
        self.documents, self.asked, self.answer = {}, [], []

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_port}/newsroom"


class Answer(BaseHTTPRequestHandler):
    def log_message(self, *args):
        pass

    def reply(self, body=None):
        content = json.dumps(body or {}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def do_HEAD(self):
        self.reply()

    def do_POST(self):
        text = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        documents = self.server.documents
        if self.path.startswith("/_bulk"):
            lines = [json.loads(line) for line in text.splitlines()]
            while lines:
                ((verb, about),) = lines.pop(0).items()
                if verb == "index":
                    documents[about["_id"]] = lines.pop(0)
                else:
                    documents.pop(about["_id"], None)
            self.reply({"items": []})
        elif "_mget" in self.path:
            keys = json.loads(text)["ids"]
            found = [
                {"_id": key, "found": key in documents, "_source": documents.get(key)}
                for key in keys
            ]
            self.reply({"docs": found})
        elif self.path.startswith("/_search/scroll"):
            self.reply({"_scroll_id": "1", "hits": {"hits": []}})
        elif "scroll=" in self.path:
            hits = [{"_id": key} for key in documents]
            shards = {"successful": 1, "skipped": 0, "total": 1}
            self.reply({"_scroll_id": "1", "hits": {"hits": hits}, "_shards": shards})
        elif "_search" in self.path:
            self.server.asked.append(json.loads(text))
            self.reply({"hits": {"hits": [{"_id": str(key)} for key in self.server.answer]}})
        else:
            self.reply()

    do_DELETE = do_PUT = do_POST  # noqa: N815 - the library's names


@pytest.fixture
def server(settings):
    with Server() as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        settings.SEARCH_URL = running.address
        yield running
        running.shutdown()


def test_what_is_written_is_sent_and_what_is_deleted_is_taken_out(
    server, db, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        article = ArticleFactory(
            live=["fr"], headline_fr="L’énergie solaire", body_fr="<p>Soleil</p>"
        )
    key = str(SearchEntry.objects.get(kind="article", record_id=article.pk, language="fr").pk)
    assert server.documents[key]["title"] == "energie solaire"
    assert server.documents[key]["body"] == "soleil"
    with django_capture_on_commit_callbacks(execute=True):
        article.delete()
    assert key not in server.documents


def test_the_server_decides_what_is_found_and_the_gate_what_is_shown(server, db):
    live = ArticleFactory(live=["fr"], headline_fr="Le soleil")
    draft = ArticleFactory(headline_fr="Le soleil, brouillon")
    server.answer = list(SearchEntry.objects.filter(language="fr").values_list("pk", flat=True))
    found = search('"énergie solaire" -pluie sol*', FRENCH).articles
    assert [one.record_id for one in found] == [live.pk] != [draft.pk]
    request = server.asked[0]["query"]["bool"]
    text = json.dumps(request, ensure_ascii=False)
    assert {"term": {"language": "fr"}} in request["filter"]
    assert '{"match_phrase": {"document": "energie solaire"}}' in text
    assert '{"prefix": {"document": "sol"}}' in text
    assert '{"term": {"document": "pluie"}}' in json.dumps(request["must_not"])


def test_while_the_server_is_away_the_database_answers_and_editors_write(
    settings, db, django_capture_on_commit_callbacks
):
    settings.SEARCH_URL = "http://127.0.0.1:9/newsroom"
    with django_capture_on_commit_callbacks(execute=True):
        article = ArticleFactory(live=["fr"], headline_fr="L’énergie solaire")
    assert [one.record_id for one in search("solaires", FRENCH).articles] == [article.pk]


def test_a_new_server_is_filled_by_rebuilding(server, db):
    article = ArticleFactory(live=["fr", "ar"])
    server.documents["999999"] = {"digest": "of something gone"}
    assert not SearchEntry.objects.filter(pk=999999).exists()
    call_command("rebuild_search")
    call_command("check_search")
    keys = SearchEntry.objects.filter(kind="article", record_id=article.pk).values_list(
        "pk", flat=True
    )
    assert {str(key) for key in keys} <= server.documents.keys()
    assert "999999" not in server.documents
