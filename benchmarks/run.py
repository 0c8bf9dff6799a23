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


@dataclass
class BenchmarkPage:
    """A page, and how long a round of requests took it and the floor."""

    name: str
    path: str
    size: int = 0
    seconds: list[float] = field(default_factory=list)
    floor_seconds: list[float] = field(default_factory=list)

    def report(self, requests: int) -> str:
        ratios = [
            floor / page for page, floor in zip(self.seconds, self.floor_seconds, strict=True)
        ]
        rate = requests / statistics.median(self.seconds)
        floor_rate = requests / statistics.median(self.floor_seconds)
        return (
            f"{self.name:<10}{self.size:>9,}{rate:>12,.0f}{floor_rate:>12,.0f}"
            f"{statistics.median(ratios):>9.3f}   {min(ratios):.3f}–{max(ratios):.3f}"
        )


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


def get(port: int, path: str) -> bytes:
    """One request on a connection of its own, as the workers would close it anyway.

    Raises:
        SystemExit: the answer is not 200.
    """
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    if response.status != 200:
        sys.exit(f"{path} answered {response.status}.")
    return body


def timed(port: int, path: str, requests: int) -> float:
    start = time.perf_counter()
    for _ in range(requests):
        get(port, path)
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
    return [
        BenchmarkPage("article", article),
        BenchmarkPage("list", listing),
        BenchmarkPage("event", event),
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
            served("newsroom.wsgi", environment) as port,
            served("benchmarks.floor.wsgi", floor_environment) as floor_port,
        ):
            for page in pages:
                page.size = len(get(port, page.path))
                floor = f"/{page.size}/"
                timed(port, page.path, requests // 10 + 1)
                timed(floor_port, floor, requests // 10 + 1)
                for _ in range(rounds):
                    page.seconds.append(timed(port, page.path, requests))
                    page.floor_seconds.append(timed(floor_port, floor, requests))
        return pages


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
    print(f"{'page':<10}{'bytes':>9}{'pages/s':>12}{'floor/s':>12}{'ratio':>9}   from–to")
    for page in pages:
        print(page.report(options.requests))


if __name__ == "__main__":
    main()
