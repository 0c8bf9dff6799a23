"""Readers have their pages while the disk that nginx keeps them on is full."""

import os
import shutil
import subprocess
import threading
import time
from contextlib import suppress
from http.client import HTTPException
from http.server import ThreadingHTTPServer

import pytest

from benchmarks.proxies import PROGRAMS, ports, program, proxied
from tests.serving.test_proxies import PUBLIC, Handler, read

pytestmark = pytest.mark.no_database

LONG = "x" * 300_000


@pytest.fixture
def disk(tmp_path):
    """A disk of four megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("only who may mount can make a disk that is soon full")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.fixture
def site():
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        server.asked, server.page, server.said, server.headers = [], LONG, PUBLIC, {}
        server.arrived = None
        threading.Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def port(disk, site, tmp_path):
    """nginx before the site, with its pages on the disk."""
    if not program(PROGRAMS["nginx"]) and not os.environ.get("CI"):
        pytest.skip("nginx is not installed")
    at = ports("nginx")

    def moved(text):
        return text.replace(f"{tmp_path}/proxy/pages", f"{disk}/pages")

    with proxied("nginx", tmp_path / "proxy", site.server_port, at, moved):
        yield at[0]


def comes(port, path):
    try:
        return read(port, path) == LONG
    except (OSError, HTTPException):
        return False


def happens(check, within=10):
    until = time.monotonic() + within
    while not (is_so := check()) and time.monotonic() < until:
        time.sleep(0.2)
    return is_so


def fill(disk):
    """A file that takes what the disk has left."""
    filling = disk / "of_others"
    with filling.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(b"x" * 4096):
            """It goes on."""
    return filling


def test_pages_come_while_nothing_can_be_kept_and_are_kept_again_after(disk, site, port):
    filling = fill(disk)
    # Until the disk is looked at, within a second.
    assert happens(lambda: comes(port, "/fr/before/"), within=3)
    site.asked.clear()
    assert all(comes(port, f"/fr/{number % 3}/") for number in range(30))
    assert len(site.asked) == 30
    filling.unlink()

    def is_kept():
        site.asked.clear()
        return comes(port, "/fr/after/") and comes(port, "/fr/after/") and len(site.asked) < 2

    assert happens(is_kept)
