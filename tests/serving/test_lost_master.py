"""When gunicorn's master is killed alone: whoever starts the site again finds its port free."""

import os
import signal
import socket
import time

import pytest

from tests.serving.gunicorn import environment_in, started
from tests.serving.sqlite import migrated_in

# Its programs have a database of their own.
pytestmark = pytest.mark.no_database


@pytest.fixture
def environment(tmp_path):
    named = {"DATABASE_URL": migrated_in(tmp_path), "WEB_CONCURRENCY": "2"}
    return environment_in(tmp_path, DJANGO_SETTINGS_MODULE="tests.serving.served", **named)


def seconds_until_free(port):
    start = time.monotonic()
    while time.monotonic() - start < 40:
        with socket.socket() as wish:
            wish.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                wish.bind(("127.0.0.1", port))
            except OSError:
                time.sleep(0.05)
            else:
                break
    return time.monotonic() - start


def test_the_port_is_free_while_what_was_asked_before_is_still_answered(environment):
    _address, process = started(environment)
    port = int(environment["PORT"])
    with socket.create_connection(("127.0.0.1", port), timeout=30) as slow:
        # One of the workers has begun to read this.
        slow.sendall(b"GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\n")
        with socket.create_connection(("127.0.0.1", port), timeout=30) as other:
            other.sendall(b"GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
            assert other.recv(15) == b"HTTP/1.1 200 OK"
        os.kill(process.pid, signal.SIGKILL)
        process.wait(20)
        assert seconds_until_free(port) < 5
        slow.sendall(b"\r\n")
        assert slow.recv(15) == b"HTTP/1.1 200 OK"
    process.stdout.close()
