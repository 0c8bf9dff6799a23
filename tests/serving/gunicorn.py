"""A server of the tests' own, as it is run."""

import os
import socket
import subprocess
import sys
import time
import urllib.request

from django.conf import settings

START = 60
"""Seconds for a server to answer at all, on a machine that does other work too."""


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def wait_for_port(port):
    """A program that was started takes connections now."""
    until = time.monotonic() + START
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
        except OSError:
            assert time.monotonic() < until
            # Not a pause of a test: the wait for a process to open its port.
            time.sleep(0.05)
        else:
            return


def environment_in(scratch, **more):
    """What a live site has in its environment, with its files in a folder of the test's."""
    return os.environ | {
        "SECRET_KEY": "x" * 60,
        "MEDIA_ROOT": str(scratch / "media"),
        # Two tests that collect into one folder at the same time take each other's files away.
        "STATIC_ROOT": str(scratch / "static"),
        "SITE_URL": "http://127.0.0.1",
        "PORT": str(free_port()),
        "WEB_CONCURRENCY": "1",
        "DEBUG": "false",
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        **more,
    }


def started(environment):
    """The address of a server that answers, and its process, whose log can be read."""
    command = ["-m", "gunicorn", "--config", "newsroom/server.py", "newsroom.wsgi"]
    process = subprocess.Popen(
        [sys.executable, *command],
        cwd=settings.BASE_DIR,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    address = f"http://127.0.0.1:{environment['PORT']}"
    until = time.monotonic() + START
    while process.poll() is None and time.monotonic() < until:
        try:
            urllib.request.urlopen(f"{address}/health/live", timeout=5)
            break
        except OSError:
            # Not a pause of a test: the wait for a process to open its port.
            time.sleep(0.05)
    return address, process


def manage(environment, *arguments):
    command = [sys.executable, "manage.py", *arguments]
    where = {"cwd": settings.BASE_DIR, "env": environment, "capture_output": True, "text": True}
    done = subprocess.run(command, **where)
    assert done.returncode == 0, done.stderr
    return done.stdout
