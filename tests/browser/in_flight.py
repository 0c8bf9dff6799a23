"""The requests that the running program is answering.

A page that is closed in the middle of a request leaves the server at work in its thread, with
its transaction open; emptying the tables at the end of the test would then wait for it, or fail.
"""

from __future__ import annotations

import threading
from typing import Any

from django.core.signals import request_finished, request_started
from django.test.client import ClientHandler

PATIENCE = 60
"""Seconds within which every request is answered."""


class RequestsInFlight:
    """Knows which of the server's threads answer; takes on nothing while it is closed.

    What a test asks by Django's test client is not the server's, in whatever thread it asks.
    """

    def __init__(self) -> None:
        self.changed = threading.Condition()
        self.answering: set[int] = set()
        self.is_open = False

    def connect(self) -> None:
        request_started.connect(self.begin)
        request_finished.connect(self.end)

    def disconnect(self) -> None:
        request_started.disconnect(self.begin)
        request_finished.disconnect(self.end)

    def open(self) -> None:
        with self.changed:
            self.answering.clear()
            self.is_open = True

    def close(self) -> None:
        """Refuse what still comes, and wait for what is being answered."""
        with self.changed:
            self.is_open = False
            assert self.changed.wait_for(lambda: not self.answering, PATIENCE)

    def begin(self, sender: type, **_sent: Any) -> None:
        if sender is ClientHandler:
            return
        with self.changed:
            if not self.is_open:
                # The server takes it for a browser that has gone, and never answers.
                raise ConnectionAbortedError
            self.answering.add(threading.get_ident())

    def end(self, sender: type, **_sent: Any) -> None:
        if sender is ClientHandler:
            return
        with self.changed:
            # A thread answers one request at a time; some answers are closed twice.
            self.answering.discard(threading.get_ident())
            self.changed.notify_all()
