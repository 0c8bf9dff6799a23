"""How many pages a second, beside a bare Django that answers with as many bytes.

Both are served by gunicorn with the same workers, at the same time, and asked in turns:
what slows the machine slows both. The figure to keep is the ratio, not the rate.
"""

from __future__ import annotations

import argparse
import http.client
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORKERS = 2


WAYS = ("made", "kept", "unchanged")
"""A page as it is made, as the page cache has it, and as a reader who has it asks for it again."""


@dataclass
class BenchmarkPage:
    """A page, and how long a round of requests took it in each way, and the floor beside it."""

    name: str
    path: str
    size: int = 0
    seconds: dict[str, list[float]] = field(default_factory=lambda: {way: [] for way in WAYS})
    floor_seconds: list[float] = field(default_factory=list)

    def report(self, requests: int) -> str:
        floor_rate = requests / statistics.median(self.floor_seconds)
        line = f"{self.name:<10}{self.size:>9,}{floor_rate:>9,.0f}"
        for way in WAYS:
            pairs = zip(self.seconds[way], self.floor_seconds, strict=True)
            ratio = statistics.median(floor / page for page, floor in pairs)
            rate = requests / statistics.median(self.seconds[way])
            line += f"{rate:>9,.0f}{ratio:>7.3f}"
        return line


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
    return port


@contextmanager
def served(application: str, environment: dict[str, str]) -> Iterator[int]:
    """Gunicorn with an application, on a port of its own, until the block ends."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", application, "--config", "/dev/null"]
    command += ["--bind", f"127.0.0.1:{port}", "--workers", str(WORKERS), "--log-level", "error"]
    process = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:
        for _ in range(100):
            if process.poll() is not None:
                sys.exit(f"{application} did not start.")
            with socket.socket() as knock:
                if knock.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait()


def get(port: int, path: str, known: str = "") -> tuple[bytes, str]:
    """One request on a connection of its own, as the workers would close it anyway.

    Args:
        port: of the server.
        path: what is asked for.
        known: the ``ETag`` of what the reader has.

    Returns:
        The body and its ``ETag``.

    Raises:
        SystemExit: the answer is not 200; 304 where something is known.
    """
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path, headers={"If-None-Match": known} if known else {})
    response = connection.getresponse()
    body = response.read()
    connection.close()
    if response.status != (304 if known else 200):
        sys.exit(f"{path} answered {response.status}.")
    return body, response.headers.get("ETag", "")


def timed(port: int, path: str, requests: int, known: str = "") -> float:
    start = time.perf_counter()
    for _ in range(requests):
        get(port, path, known)
    return time.perf_counter() - start


def manage(*arguments: str, environment: dict[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout


FIND_PAGES = """
from django.db.models import Count
from articles.models import Article, Event
article = Article.objects.live().exclude(event=None).newest_first().first()
event = Event.objects.annotate(n=Count("articles")).order_by("-n").first()
print("FOUND", article.get_absolute_url(), event.get_absolute_url())
"""


def prepared(environment: dict[str, str], articles: int) -> list[BenchmarkPage]:
    """A database with that many articles, and the three pages to ask for."""
    manage("migrate", environment=environment)
    manage("seed_demo", "--articles", str(articles), environment=environment)
    manage("collectstatic", "--no-input", environment=environment)
    answer = manage("shell", "-c", FIND_PAGES, environment=environment)
    article, event = answer.split("FOUND ")[1].split()
    listing = article.rsplit("/", 2)[0] + "/"
    home = listing.rsplit("/", 2)[0] + "/"
    return [
        BenchmarkPage("home", home),
        BenchmarkPage("article", article),
        BenchmarkPage("list", listing),
        BenchmarkPage("deep list", f"{listing}?page={max(articles // 40, 1)}"),
        BenchmarkPage("event", event),
        BenchmarkPage("feed", f"{home}feed.rss"),
    ]


def run(articles: int, requests: int, rounds: int, database_url: str) -> list[BenchmarkPage]:
    """Measure; print nothing."""
    with tempfile.TemporaryDirectory() as scratch:
        environment = os.environ | {
            "DATABASE_URL": database_url or f"sqlite:///{scratch}/benchmark.sqlite3",
            "SECRET_KEY": "measured-and-thrown-away-" * 3,
            "DEBUG": "false",
            "SITE_URL": "http://127.0.0.1",
            "LOG_LEVEL": "ERROR",
        }
        pages = prepared(environment, articles)
        floor_environment = os.environ | {"DJANGO_SETTINGS_MODULE": ""}
        with (
            served("newsroom.wsgi", environment | {"PAGE_CACHE": "false"}) as making,
            served("newsroom.wsgi", environment | {"PAGE_CACHE": "true"}) as keeping,
            served("benchmarks.floor.wsgi", floor_environment) as floor_port,
        ):
            for page in pages:
                measure(page, {"made": making, "kept": keeping}, floor_port, requests, rounds)
        return pages


def measure(
    page: BenchmarkPage, ports: dict[str, int], floor_port: int, requests: int, rounds: int
) -> None:
    """Ask for a page in each way and for the floor, in turns.

    Args:
        page: what is asked for; its figures are put into it.
        ports: of the server that makes pages, and of the one that keeps them.
        floor_port: of the bare Django.
        requests: in each turn.
        rounds: the turns.
    """
    body, tag = get(ports["made"], page.path)
    page.size, floor = len(body), f"/{len(body)}/"
    for port, path in ((ports["made"], page.path), (ports["kept"], page.path), (floor_port, floor)):
        timed(port, path, requests // 10 + 1)
    for _ in range(rounds):
        page.floor_seconds.append(timed(floor_port, floor, requests))
        page.seconds["made"].append(timed(ports["made"], page.path, requests))
        page.seconds["kept"].append(timed(ports["kept"], page.path, requests))
        page.seconds["unchanged"].append(timed(ports["kept"], page.path, requests, known=tag))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--requests", type=int, default=200, help="in each round")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--database-url", default="", help="a temporary SQLite file by default")
    options = parser.parse_args()
    pages = run(options.articles, options.requests, options.rounds, options.database_url)
    where = "PostgreSQL" if options.database_url.startswith("postgres") else "SQLite"
    print(f"{options.articles:,} articles, {where}, {WORKERS} workers, one client")
    print("Pages a second, and the ratio to the floor beside them.")
    print(f"{'page':<10}{'bytes':>9}{'floor':>9}" + "".join(f"{way:>16}" for way in WAYS))
    for page in pages:
        print(page.report(options.requests))


if __name__ == "__main__":
    main()
