"""Several machines of one newsroom, on this one: who asks them, who saves, and what they share."""

import os
import shutil
import signal
import subprocess
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from threading import Event, Thread

from quality.saving import Writer
from tests.serving.gunicorn import started, wait_for_port

A_MOMENT = 0.1
"""Seconds between two pages that a reader asks for."""


def redis(port, folder):
    """A cache that keeps nothing beyond its life."""
    command = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", ""]
    process = subprocess.Popen([*command, "--dir", str(folder)], stdout=subprocess.DEVNULL)
    wait_for_port(port)
    return process


def has_redis():
    return shutil.which("redis-server") is not None


@contextmanager
def machine(environment, log):
    """One gunicorn: its address, and how it is killed with all of its processes."""
    address, process = started(environment)
    # A full pipe would stop it in the middle of a line.
    reading = Thread(target=shutil.copyfileobj, args=[process.stdout, log.open("w")])
    reading.start()

    def kill():
        children = f"/proc/{process.pid}/task/{process.pid}/children"
        with open(children) as file:  # noqa: PTH123
            workers = [int(one) for one in file.read().split()]
        for pid in [process.pid, *workers]:
            os.kill(pid, signal.SIGKILL)

    try:
        yield address, kill
    finally:
        process.terminate()
        process.wait(timeout=20)
        reading.join()


class Reader(Thread):
    """Asks for pages one after the other; once more at the next machine, as a proxy does."""

    def __init__(self, addresses, pages):
        super().__init__(daemon=True)
        self.addresses, self.pages = addresses, pages
        self.number, self.failed = 0, []
        self.is_over = Event()

    def run(self):
        while not self.is_over.is_set():
            page = self.pages[self.number % len(self.pages)]
            first, second = (self.number + n for n in (0, 1))
            said = self.asked(first, page)
            if said != 200 and (again := self.asked(second, page)) != 200:
                self.failed.append((page, said, again))
            self.number += 1
            self.is_over.wait(A_MOMENT)

    def asked(self, number, page):
        address = self.addresses[number % len(self.addresses)]
        request = urllib.request.Request(f"{address}{page}", headers={"Host": "127.0.0.1"})
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                answer.read()
                return answer.status
        except urllib.error.HTTPError as error:
            return error.code
        except OSError as error:
            return type(error).__name__


class MovingWriter(Writer):
    """Saves at one machine after the other."""

    def __init__(self, addresses, writer):
        super().__init__(addresses[0], writer.article, writer.session)
        self.addresses = addresses

    def is_saved(self, headline):
        address = self.addresses[self.tried % len(self.addresses)]
        self.page = f"{address}/admin/articles/article/{self.article}/change/"
        self.is_over.wait(A_MOMENT)
        return super().is_saved(headline)


def all_go_on(readers, writers, within=40):
    """Wait until each has had a few more pages, or saved once more."""
    before = [(one.number, 6) for one in readers] + [(one.saves, 1) for one in writers]
    until = time.monotonic() + within
    while True:
        now = [one.number for one in readers] + [one.saves for one in writers]
        if all(n >= was + more for n, (was, more) in zip(now, before, strict=True)):
            return
        assert time.monotonic() < until, (before, now)
        # Not a pause of a test: the wait for those who read and save.
        time.sleep(0.05)
