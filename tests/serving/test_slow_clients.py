"""Fifty who send a byte a second, through the proxy of the compose file: no reader notices."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest
from django.conf import settings

from tests.serving.gunicorn import environment_in, free_port, started
from tests.serving.sqlite import migrated_in

# Its programs have a database of their own.
pytestmark = pytest.mark.no_database

CADDY = Path(sys.executable).with_name("caddy")
PATIENCE = 5
"""Seconds a reader waits: behind fifty slow ones, it was for ever."""
HEADER = b"GET /fr/ HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "
BODY = (
    b"POST /admin/login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5000\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\n\r\n"
)


class Slow(Thread):
    """People whose lines carry a byte a second; whoever is cut off comes back."""

    def __init__(self, port, begun):
        super().__init__(daemon=True)
        self.port, self.begun, self.rounds = port, begun, 0
        self.is_over, self.lines = Event(), {}

    def run(self):
        while not self.is_over.wait(1 if self.rounds else 0):
            for number, begun in enumerate(self.begun):
                try:
                    if number not in self.lines:
                        line = socket.create_connection(("127.0.0.1", self.port), timeout=5)
                        self.lines[number] = line
                        line.sendall(begun)
                    self.lines[number].sendall(b"a")
                except OSError:
                    if number in self.lines:
                        self.lines.pop(number).close()
            self.rounds += 1
        for line in self.lines.values():
            line.close()


@contextmanager
def slow_people(port):
    slow = Slow(port, [HEADER, BODY] * 25)
    slow.start()
    try:
        yield slow
    finally:
        slow.is_over.set()
        slow.join(30)


@pytest.fixture
def proxy(tmp_path):
    """The address of the site behind Caddy, as the compose file has it."""
    port = free_port()
    environment = environment_in(
        tmp_path,
        DATABASE_URL=migrated_in(tmp_path),
        DJANGO_SETTINGS_MODULE="tests.serving.served",
        SITE_URL=f"http://127.0.0.1:{port}",
    )
    address, site = started(environment)
    config = settings.BASE_DIR / "deploy/Caddyfile"
    caddy = subprocess.Popen(
        [CADDY, "run", "--config", config, "--adapter", "caddyfile"],
        env=os.environ
        | {
            "DOMAIN": f"http://127.0.0.1:{port}",
            "UPSTREAM": address.removeprefix("http://"),
            "CADDY_ADMIN": f"127.0.0.1:{free_port()}",
            "XDG_DATA_HOME": str(tmp_path),
            "XDG_CONFIG_HOME": str(tmp_path),
        },
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    for _ in range(200):
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                break
        # Not a pause of a test: the wait for a process to open its port.
        time.sleep(0.05)
    yield port
    for process in (caddy, site):
        process.kill()
        process.communicate(timeout=20)


def asked(port, path="/fr/"):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=PATIENCE) as answer:
        return answer.status


def test_no_reader_notices_fifty_who_send_a_byte_a_second(proxy):
    assert asked(proxy) == 200
    with slow_people(proxy) as slow:
        asks = 0
        while slow.rounds < 4 or asks < 20:
            assert asked(proxy) == 200
            assert asked(proxy, "/fr/search/?q=session") == 200
            asks += 1
        assert len(slow.lines) > 40


def test_what_readers_have_no_need_to_send_stays_at_the_proxy(proxy):
    with socket.create_connection(("127.0.0.1", proxy), timeout=PATIENCE) as sending:
        sending.sendall(b"POST /fr/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 70000\r\n\r\n")
        sending.sendall(b"a" * 70_000)
        assert sending.recv(12) == b"HTTP/1.1 413"
