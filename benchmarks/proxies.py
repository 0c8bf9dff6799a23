"""nginx and Varnish before a site, with the files of ``deploy/``; also for the tests.

``python -m benchmarks.proxies``: what each takes of the processor for an answer that it keeps, for
one that it asks the site about each time, and what a purge takes.
"""

from __future__ import annotations

import argparse
import getpass
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from urllib.request import Request, urlopen

from benchmarks.client import Question, ask
from benchmarks.machine import described, load
from benchmarks.servers import ROOT, RunningServer, free_port, wait_for

type Change = Callable[[str], str]

NGINX = """
user {user};
worker_processes 1;
daemon off;
pid {folder}/pid;
include /etc/nginx/modules-enabled/*.conf;
events {{}}
http {{
    access_log off;
    {temporary}
    include {folder}/newsroom.conf;
}}
"""
STORED = "set beresp.grace = 10m;\n    }"
"""Where the file for Varnish has said how long a page is kept."""
PAGE = b"<html>" + b"x" * 30_000 + b"</html>"
"""As long as an article."""


def program(name: str) -> str | None:
    return shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin")


PROGRAMS = {"nginx": "nginx", "varnish": "varnishd"}


@contextmanager
def proxied(
    kind: str, folder: Path, site: int, at: tuple[int, int], change: Change = str
) -> Iterator[RunningServer]:
    """A proxy before the port of a site, until the block ends.

    Args:
        kind: a key of ``PROGRAMS``, which has to be installed.
        folder: an empty one, for its files.
        site: the port of the site.
        at: its own port, and where it takes that pages are to go (``ports``).
        change: made to the file of ``deploy/``.
    """
    folder.mkdir()
    found = program(PROGRAMS[kind]) or PROGRAMS[kind]
    write = {"nginx": nginx, "varnish": varnish}[kind]
    arguments = write(folder, site, at, change)
    with (folder / "log").open("w") as log:
        process = subprocess.Popen([found, *arguments], stdout=log, stderr=log)
        try:
            wait_for(at[0], process)
            yield RunningServer(at[0], process.pid)
        except TimeoutError:
            sys.exit(f"{found} did not start: {(folder / 'log').read_text()[-2000:]}")
        finally:
            process.terminate()
            process.wait(timeout=20)


def rewritten(name: str, changes: dict[str, str]) -> str:
    """A file of ``deploy/`` with other ports and folders.

    Raises:
        ValueError: what is to be changed is not there.
    """
    text = (ROOT / "deploy" / name).read_text()
    for old, new in changes.items():
        if old not in text:
            raise ValueError(f"{name} does not have “{old}”.")
        text = text.replace(old, new)
    return text


def nginx(folder: Path, site: int, at: tuple[int, int], change: Change) -> list[str]:
    port, purging = at
    changes = {
        "listen 80;": f"listen 127.0.0.1:{port};",
        "127.0.0.1:8081": f"127.0.0.1:{purging}",
        "127.0.0.1:8000": f"127.0.0.1:{site}",
        "/var/lib/nginx/newsroom": f"{folder}/pages",
    }
    (folder / "newsroom.conf").write_text(change(rewritten("nginx.conf", changes)))
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "".join(f"{one}_temp_path {folder}/{one};" for one in kinds)
    main = NGINX.format(user=getpass.getuser(), folder=folder, temporary=temporary)
    (folder / "nginx.conf").write_text(main)
    return ["-e", "stderr", "-c", str(folder / "nginx.conf")]


def varnish(folder: Path, site: int, at: tuple[int, int], change: Change) -> list[str]:
    text = rewritten("varnish.vcl", {'.port = "8000"': f'.port = "{site}"'})
    (folder / "newsroom.vcl").write_text(change(text))
    where = ["-n", str(folder / "varnish"), "-a", f"127.0.0.1:{at[0]}", "-s", "malloc,64m"]
    return ["-j", "none", "-F", "-f", str(folder / "newsroom.vcl"), *where]


def ports(kind: str) -> tuple[int, int]:
    """Of a proxy, and where it takes that pages are to go."""
    port = free_port()
    return port, free_port() if kind == "nginx" else port


def purge(port: int) -> None:
    with urlopen(Request(f"http://127.0.0.1:{port}/", method="PURGE"), timeout=20):
        """It has said that they are gone."""


def asked_each_time(text: str) -> str:
    """Varnish keeps every page only to ask whether it has changed. nginx cannot: it counts seconds."""
    always = "set beresp.ttl = 0s; set beresp.grace = 0s; set beresp.keep = 10m;"
    return text.replace(STORED, f"{STORED}\n    {always}")


class StandIn(BaseHTTPRequestHandler):
    """A site with one page, which never changes."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        is_known = self.headers["If-None-Match"] == '"page"'
        body = b"" if is_known else PAGE
        said = "public, max-age=50, s-maxage=48, stale-while-revalidate=10, stale-if-error=600"
        head = f'HTTP/1.1 {"304 Not Modified" if is_known else "200 OK"}\r\nETag: "page"\r\n'
        head += f"Cache-Control: {said}\r\nContent-Length: {len(PAGE)}\r\n\r\n"
        self.wfile.write(head.encode() + body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Nobody reads it."""


def measured(kind: str, change: Change, seconds: float, callers: int) -> list[str]:
    """Requests a second, milliseconds of the processor and by the clock for one; the same of a purge."""
    port, purging = at = ports(kind)
    question = Question("/fr/", ending=b"</html>")
    with (
        ThreadingHTTPServer(("127.0.0.1", 0), StandIn) as site,
        TemporaryDirectory() as folder,
        proxied(kind, Path(folder) / "proxy", site.server_port, at, change) as server,
    ):
        site.daemon_threads = True
        Thread(target=site.serve_forever, args=[0.01], daemon=True).start()
        ask(port, [question], 0.1, callers)
        before = server.worked()
        turn = ask(port, [question], seconds, callers)
        took = server.worked() - before
        purges = []
        for _ in range(50):
            begun = time.perf_counter()
            purge(purging)
            purges.append(time.perf_counter() - begun)
        site.shutdown()
    answers = len(turn.times)
    middle = 1000 * statistics.median(turn.times)
    purged = 1000 * statistics.median(purges)
    return [f"{answers}", f"{1000 * took / answers:.3f}", f"{middle:.2f}", f"{purged:.2f}"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--callers", type=int, default=8)
    chosen = parser.parse_args()
    print(described(), f"Load {load()}.")
    print("| proxy | page | answers | CPU ms | p50 ms | a purge, ms |")
    print("| --- | --- | ---: | ---: | ---: | ---: |")
    ways: list[tuple[str, str, Change]] = [
        ("nginx", "kept", str),
        ("varnish", "kept", str),
        ("varnish", "asked about each time", asked_each_time),
    ]
    for kind, page, change in ways:
        row = measured(kind, change, chosen.seconds, chosen.callers)
        print(f"| {kind} | {page} | {' | '.join(row)} |", flush=True)


if __name__ == "__main__":
    main()
