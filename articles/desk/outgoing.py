"""Mails that go out together: over one connection, at a pace that leaves the machine to pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from time import monotonic, sleep
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, mailers

from .mail_refusals import is_closed

type SendMail = Callable[[EmailMessage], None]

CAUGHT_UP = 0.1
"""Seconds of a delay that are made up for: a longer one is followed by no flood."""


@dataclass
class MailPace:
    """So many a second, evenly: whoever is ahead of it waits, and leaves the processor to pages."""

    a_second: float
    """0: as many as go."""
    clock: Callable[[], float] = monotonic
    rest: Callable[[float], None] = sleep
    next_at: float = 0.0

    def wait(self) -> None:
        """Return when the next one may go."""
        if not self.a_second:
            return
        now = self.clock()
        if self.next_at > now:
            self.rest(self.next_at - now)
        begun_at = self.next_at or now
        self.next_at = max(begun_at, now - CAUGHT_UP) + 1 / self.a_second


@contextmanager
def one_connection() -> Iterator[SendMail]:
    """What sends mails over one connection, which the first opens, at the pace of the site."""
    connection: Any = mailers.default
    pace = MailPace(settings.MAILS_A_SECOND)

    def send(mail: EmailMessage) -> None:
        pace.wait()
        send_over(connection, mail)

    try:
        yield send
    finally:
        with suppress(OSError):
            connection.close()


def send_over(connection: Any, mail: EmailMessage) -> None:
    """Send a mail over the connection that is open; a server may end one after so many mails."""
    is_new = connection.open()
    try:
        connection.send_messages([mail])
    except Exception as refusal:
        if is_new or not is_closed(refusal):
            raise
        with suppress(OSError):
            connection.close()
        connection.open()
        connection.send_messages([mail])
