"""What the benchmark counts is an answer that a reader could use."""

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from benchmarks.client import Question, Turn, WrongAnswerError, answer_to, ask
from benchmarks.goals import judged
from benchmarks.servers import RunningServer
from benchmarks.turns import COLD, SERVED, Measured

PAGE = b"<html>" + b"x" * 100_000 + b"</html>\n"


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        if self.headers["If-None-Match"] == '"known"':
            self.send_response(304)
            self.end_headers()
            return
        body = PAGE[:50] if self.path == "/half/" else PAGE
        self.send_response(500 if self.path == "/broken/" else 200)
        self.send_header("Content-Length", str(len(PAGE if self.path == "/ended/" else body)))
        self.send_header("ETag", '"known"')
        if self.path in {"/closing/", "/ended/"}:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body[:50] if self.path == "/ended/" else body)

    def log_message(self, *args):
        """Nobody reads it."""


@contextmanager
def listening():
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        # A client that was answered wrongly goes away in the middle.
        server.handle_error = lambda *_: None
        thread = threading.Thread(target=server.serve_forever, args=[0.01])
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def port():
    with listening() as found:
        yield found


@pytest.mark.parametrize("path", ["/", "/closing/"])
def test_whole_answers_are_counted(port, path):
    turn = ask(port, [Question(path, ending=b"</html>")], seconds=0.05, callers=3)
    assert len(turn.times) >= 3
    assert turn.rate > 0


@pytest.mark.parametrize("path", ["/broken/", "/half/", "/ended/"])
def test_what_no_reader_could_use_ends_the_benchmark(port, path):
    with pytest.raises(WrongAnswerError):
        ask(port, [Question(path, ending=b"</html>")], seconds=0.05, callers=2)


def test_who_has_the_page_is_told_that_it_has_not_changed(port):
    body, tag = answer_to(port, Question("/"))
    assert (body, tag) == (PAGE, '"known"')
    known = Question("/", status=304, headers={"If-None-Match": tag})
    assert ask(port, [known], seconds=0.05, callers=2).times


def turns(*rates):
    return [Turn(times=[0.001] * rate, elapsed=1) for rate in rates]


def measured(way, beside, rates, rates_beside, **more):
    one = Measured("article", way, RunningServer(0, 0), [], beside, **more)
    one.turns, one.turns_beside = turns(*rates), turns(*rates_beside)
    return one


def test_a_ratio_is_that_of_turns_beside_each_other():
    """A machine that was slow for two turns of four changes nothing."""
    one = measured(COLD, "floor", [40, 40, 20, 20], [100, 100, 50, 50])
    assert one.ratios == [0.4] * 4


def test_goals_that_are_missed_are_named():
    found = [
        measured(COLD, "floor", [10], [100], queries=3),
        measured(SERVED, "constant", [90], [100], queries=2),
    ]
    assert [(what, said) for what, _goal, _figure, said in judged(found)] == [
        ("article, cold: ratio to the floor", "**not reached**"),
        ("article, cold: queries", "reached"),
        ("article, served: ratio to the constant", "reached"),
        ("article, served: queries", "**not reached**"),
    ]
