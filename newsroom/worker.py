"""Gunicorn's worker: a page of ours for an address that is too long, and its port let go.

Gunicorn refuses such an address before Django hears of it, and with it the language that the reader
asked in: as every page that nothing has prepared, this one is in all of them.
"""

from __future__ import annotations

import socket
import time
from contextlib import suppress
from typing import Any

from django.template.loader import render_to_string
from gunicorn.http.errors import LimitRequestLine
from gunicorn.workers.gthread import ThreadWorker

PATIENCE = 1.0
"""Seconds in which what else was sent is read: who is cut off while sending sees no answer."""

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


class Worker(ThreadWorker):
    """Answers addresses that are too long; gives the port back as soon as its master is gone."""

    def is_parent_alive(self) -> bool:
        if super().is_parent_alive():
            return True
        # While one that takes no more connections holds the port, nobody else can have it.
        self.set_accept_enabled(False)
        for one in self.sockets:
            one.close()
        return False

    def handle_error(self, req: Any, client: socket.socket, addr: Any, exc: BaseException) -> None:
        if not isinstance(exc, LimitRequestLine):
            super().handle_error(req, client, addr, exc)
            return
        self.log.info("address too long", extra={"status": 414})
        with suppress(OSError):
            client.settimeout(PATIENCE)
            client.sendall(too_long())
            client.shutdown(socket.SHUT_WR)
            until = time.monotonic() + PATIENCE
            while client.recv(65_536) and time.monotonic() < until:
                pass


def too_long() -> bytes:
    """The whole answer to an address that is too long (RFC 9110, 15.5.15)."""
    from articles.search.query import LONGEST  # noqa: PLC0415 - Django is not set up before

    page = render_to_string("414.html", {"letters": LONGEST}).encode()
    head = [
        "HTTP/1.1 414 URI Too Long",
        "Content-Type: text/html; charset=utf-8",
        f"Content-Length: {len(page)}",
        "Cache-Control: no-store",
        "X-Content-Type-Options: nosniff",
        f"Content-Security-Policy: {POLICY}",
        "Connection: close",
    ]
    return "\r\n".join([*head, "", ""]).encode() + page
