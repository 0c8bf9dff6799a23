"""Sites under gunicorn as ``make run`` starts it, each on a port of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class RunningServer:
    """One that answers, and what it takes of the machine."""

    port: int
    pid: int

    def worked(self) -> float:
        """Seconds of the processor that it has taken so far, with its workers; 0 off Linux.

        What a worker took that has ended meanwhile is with its parent.
        """
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children")
        if not children.exists():
            return 0.0
        ticks = 0
        for pid in (self.pid, *children.read_text().split()):
            with suppress(FileNotFoundError, ProcessLookupError):
                said = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
                # Its own as a user and as the system, and those of its children that have ended.
                ticks += sum(int(one) for one in said[11:15])
        return ticks / os.sysconf("SC_CLK_TCK")


@contextmanager
def served(
    application: str,
    environment: dict[str, str],
    *,
    config: str = "newsroom/server.py",
    python: str = sys.executable,
) -> Iterator[RunningServer]:
    """Gunicorn with an application, until the block ends.

    What it writes for each request goes to a file, which takes as long as with ``make run``.

    Args:
        application: a module with a WSGI application.
        environment: all of it; the port is added.
        config: of gunicorn.
        python: of the environment that the application is installed in.
    """
    port = free_port()
    command = [python, "-m", "gunicorn", "--config", config, application]
    where = {"PORT": str(port), "HOST": "127.0.0.1"}
    with TemporaryFile("w+") as log:
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment | where, stdout=log, stderr=log
        )
        try:
            wait_for(port, process)
        except TimeoutError:
            process.terminate()
            log.seek(0)
            sys.exit(f"{application} did not start: {log.read()[-2000:]}")
        try:
            yield RunningServer(port, process.pid)
        finally:
            process.terminate()
            process.wait()


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    """Return when a server takes connections.

    Raises:
        TimeoutError: it ended, or takes none for half a minute.
    """
    for _ in range(300):
        if process.poll() is not None:
            break
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
    return port


def run(*command: str, environment: dict[str, str], told: str | None = None) -> str:
    """What a command says.

    Args:
        command: the program and its arguments.
        environment: all of it.
        told: what it reads.

    Raises:
        SystemExit: it failed; its last words are in the message.
    """
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        input=told,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed: {done.stderr[-2000:]}")
    return done.stdout
