"""A server that speaks LibreTranslate's interface (POST /translate), one's own or a service.

It is asked on behalf of people who typed an address nowhere: which host may be called is the
operator's list, no redirect is followed, and neither size nor time is the server's to choose.
"""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from threading import Event, Timer
from typing import Any
from urllib.parse import SplitResult, urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from articles.languages import Language

from .machine import MachineError

MOST_BYTES = 256 * 1024


def is_allowed_host(address: SplitResult) -> bool:
    """Whether the operator's list names the host: as ``host``, or as ``host:port``."""
    hosts = settings.MACHINE_TRANSLATION_HOSTS
    host = (address.hostname or "").lower()
    port = address.port or (443 if address.scheme == "https" else 80)
    return address.scheme in {"http", "https"} and (host in hosts or f"{host}:{port}" in hosts)


class LibreTranslate:
    """Translates over HTTP."""

    def __init__(self) -> None:
        self.address = urlsplit(settings.MACHINE_TRANSLATION_URL)
        self.seconds = settings.MACHINE_TRANSLATION_SECONDS

    @property
    def name(self) -> str:
        return self.address.hostname or ""

    def translate(self, text: str, source: Language, into: Language, *, is_html: bool) -> str:
        asked = {
            "q": text,
            "source": source.code,
            "target": into.code,
            "format": "html" if is_html else "text",
        }
        if settings.MACHINE_TRANSLATION_KEY:
            asked["api_key"] = settings.MACHINE_TRANSLATION_KEY
        answer = self.ask(asked)
        translated = answer.get("translatedText") if isinstance(answer, dict) else None
        if not isinstance(translated, str):
            raise MachineError(_("The machine’s answer cannot be read."))
        return translated

    def ask(self, asked: dict[str, str]) -> Any:
        """What the server answers.

        Raises:
            MachineError: it may not be asked, refuses, or takes too long or too many words.
        """
        if not is_allowed_host(self.address):
            raise MachineError(_("The settings do not allow this machine’s address."))
        kind = HTTPSConnection if self.address.scheme == "https" else HTTPConnection
        connection = kind(self.address.hostname or "", self.address.port, timeout=self.seconds)
        try:
            connection.connect()
            with time_limit(connection.sock, self.seconds):
                return json.loads(self.answer(connection, json.dumps(asked)))
        except (OSError, HTTPException) as error:
            raise MachineError(_("The machine cannot be reached, or is too slow.")) from error
        except (ValueError, RecursionError) as error:
            raise MachineError(_("The machine’s answer cannot be read.")) from error
        finally:
            connection.close()

    def answer(self, connection: HTTPConnection, asked: str) -> bytes:
        """The body of the answer, up to the size that is granted."""
        connection.request(
            "POST",
            f"{self.address.path.rstrip('/')}/translate",
            asked.encode(),
            {"Content-Type": "application/json", "Accept": "application/json"},
        )
        response = connection.getresponse()
        if response.status != HTTPStatus.OK:
            raise MachineError(refusal(response.status))
        found = response.read(MOST_BYTES + 1)
        if len(found) > MOST_BYTES:
            raise MachineError(_("The machine’s answer is too long."))
        return found


@contextmanager
def time_limit(connected: socket.socket, seconds: float) -> Iterator[None]:
    """Cut the line when all of it takes too long: a socket's own limit is one for each piece.

    Raises:
        TimeoutError: it was cut.
    """
    is_over = Event()

    def cut() -> None:
        is_over.set()
        with suppress(OSError):
            connected.shutdown(socket.SHUT_RDWR)

    timer = Timer(seconds, cut)
    timer.start()
    try:
        yield
    except (OSError, HTTPException, ValueError):
        if is_over.is_set():
            raise TimeoutError from None
        raise
    finally:
        timer.cancel()


def refusal(status: int) -> str:
    if 300 <= status < 400:
        return _("The machine sends elsewhere: its address must be the final one.")
    if status in {400, 404}:
        return _("The machine does not translate between these languages.")
    if status in {401, 403}:
        return _("The machine asks for a key, or refuses ours.")
    return _("The machine cannot answer now (%(status)d).") % {"status": status}
