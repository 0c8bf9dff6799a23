"""The running program on a scratch database: gunicorn, as it is run live, in each state."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile

import django

from quality.states import State

ROOT = Path(__file__).resolve().parent.parent


class TriedNewsroom:
    """Servers by state, each started when it is first asked for."""

    def __init__(self, scratch: Path, until: ExitStack) -> None:
        self.scratch, self.until = scratch, until
        self.addresses: dict[State, str] = {}

    def address(self, state: State) -> str:
        """Where the newsroom in this state answers, without a slash at the end."""
        if state not in self.addresses:
            self.addresses[state] = self.until.enter_context(served(self.environment(state)))
        return self.addresses[state]

    def environment(self, state: State) -> dict[str, str]:
        database = {State.EMPTY: "empty", State.BROKEN: "broken"}.get(state, "full")
        return {
            "DATABASE_URL": f"sqlite:///{self.scratch / database}.sqlite3",
            "MAINTENANCE": str(state == State.RESTING).lower(),
        }


@contextmanager
def newsroom() -> Iterator[TriedNewsroom]:
    """A newsroom filled with the hard cases, and Django set up to ask its database."""
    with TemporaryDirectory(prefix="newsroom-") as directory, ExitStack() as until:
        scratch = Path(directory)
        os.environ |= {
            "SECRET_KEY": "for-looking-only",
            "DEBUG": "false",
            "LOG_LEVEL": "CRITICAL",
            "MEDIA_ROOT": str(scratch / "media"),
            "STATIC_ROOT": str(scratch / "static"),
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
            # Playwright's synchronous interface runs an event loop in this thread.
            "DJANGO_ALLOW_ASYNC_UNSAFE": "true",
        }
        made = TriedNewsroom(scratch, until)
        os.environ |= made.environment(State.EMPTY)
        manage("migrate", "--verbosity=0")
        manage("collectstatic", "--no-input", "--verbosity=0")
        shutil.copy(scratch / "empty.sqlite3", scratch / "full.sqlite3")
        os.environ |= made.environment(State.FULL)
        django.setup()
        fill()
        yield made


@contextmanager
def demo() -> Iterator[str]:
    """The newsroom that ``make run`` first shows; its address."""
    with TemporaryDirectory(prefix="newsroom-") as directory:
        scratch = Path(directory)
        environment = {
            "SECRET_KEY": "for-looking-only",
            "LOG_LEVEL": "CRITICAL",
            "DATABASE_URL": f"sqlite:///{scratch / 'demo'}.sqlite3",
            "MEDIA_ROOT": str(scratch / "media"),
            "DEBUG": "false",
        }
        # The demo and its accounts are for who develops.
        manage("prepare", environment=environment | {"DEBUG": "true"})
        manage("collectstatic", "--no-input", "--verbosity=0", environment=environment)
        with served(environment) as address:
            yield address


def manage(*arguments: str, environment: dict[str, str] | None = None) -> None:
    command = [sys.executable, "manage.py", *arguments]
    subprocess.run(command, cwd=ROOT, check=True, env=os.environ | (environment or {}))


def fill() -> None:
    from tests import hard_cases

    hard_cases.make()


@contextmanager
def served(environment: dict[str, str]) -> Iterator[str]:
    """Gunicorn on a port of its own, until the block ends."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "gunicorn", "--config", "newsroom/server.py"]
    command += ["newsroom.wsgi"]
    where = {"PORT": str(port), "SITE_URL": address, "WEB_CONCURRENCY": "1"}
    with TemporaryFile("w+") as log:
        process = subprocess.Popen(
            command, cwd=ROOT, env=os.environ | environment | where, stdout=log, stderr=log
        )
        try:
            # A machine that does much else takes its time.
            for _ in range(1_200):
                if process.poll() is not None:
                    log.seek(0)
                    sys.exit(f"The newsroom did not start: {log.read()}")
                with socket.socket() as knock:
                    if knock.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.1)
            else:
                sys.exit("The newsroom did not answer within two minutes.")
            yield address
        finally:
            process.terminate()
            process.wait()


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
    return port
