"""A few of the kills of ``python -m quality.kills``: what was answered as saved is there."""

import shutil
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Semaphore, Thread

from django.db import connection

from quality.kills import run
from quality.saving import Writer
from tests.database import begin_migrated
from tests.serving.postgresql import own, with_an_article


def migrated(scratch):
    """Its database, but for what migrates since: ``quality.kills`` asks for that itself."""
    if connection.vendor == "sqlite":
        begin_migrated(scratch / "newsroom.sqlite3")
        return
    shutil.copytree(with_an_article(), scratch / "pg")
    # A database that is killed writes as one that is run does.
    (scratch / "pg/postgresql.auto.conf").write_text("")
    own(scratch / "pg")


def test_nothing_that_was_acknowledged_is_lost_to_a_kill():
    count = run(2, connection.vendor, seed=7, begin=migrated)
    assert count.kills.total() == 2
    assert count.acknowledged > 2
    assert count.lost == []


class HalfAnAnswer(BaseHTTPRequestHandler):
    """A server that is killed while it answers."""

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Length", "80000")
        self.end_headers()
        self.wfile.write(b"<form")
        self.close_connection = True
        self.server.answers.release()

    def log_message(self, *args):
        pass


def test_who_gets_half_an_answer_goes_on_saving():
    with ThreadingHTTPServer(("127.0.0.1", 0), HalfAnAnswer) as server:
        server.answers = Semaphore(0)
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
        writer = Writer(f"http://127.0.0.1:{server.server_port}", 1, "session")
        writer.start()
        twice = [server.answers.acquire(timeout=20) for _ in range(2)]
        writer.is_over.set()
        server.shutdown()
    assert twice == [True, True]
