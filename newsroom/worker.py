"""Gunicorn's worker: a page of ours for an address that is too long, and its port let go.

Gunicorn refuses such an address before Django hears of it. The page is in the language that its
beginning names, and in all of them where it names none.
"""

from __future__ import annotations

import re
import socket
import time
from contextlib import suppress
from traceback import walk_tb
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from gunicorn.http.errors import LimitRequestLine
from gunicorn.workers.gthread import ThreadWorker

PATIENCE = 1.0
"""Seconds in which what else was sent is read: who is cut off while sending sees no answer."""

PREFIX = re.compile(rb"\s*[A-Z]+ /([A-Za-z]{2,3})[/?]")

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
            client.sendall(too_long(language_asked(exc)))
            client.shutdown(socket.SHUT_WR)
            until = time.monotonic() + PATIENCE
            while client.recv(65_536) and time.monotonic() < until:
                pass


def language_asked(exc: BaseException) -> str:
    """The language that the address begins with, in what was read of it until it was refused."""
    *_, (frame, _line) = [(None, 0), *walk_tb(exc.__traceback__)]
    read = frame.f_locals.get("data") if frame else None
    found = PREFIX.match(read) if isinstance(read, bytes) else None
    code = found[1].decode().lower() if found else ""
    return code if code in dict(settings.LANGUAGES) else ""


def too_long(code: str = "") -> bytes:
    """The whole answer to an address that is too long (RFC 9110, 15.5.15)."""
    from articles.languages import Language  # noqa: PLC0415 - Django is not set up before
    from articles.search.query import LONGEST  # noqa: PLC0415

    spoken = [Language(code)] if code else Language.all()
    with translation.override(spoken[0].code):
        page = render_to_string("414.html", {"letters": LONGEST, "spoken": spoken}).encode()
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
