"""Send subscribers what is due to them by mail: for cron, every minute."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from articles.desk.mailing.sending import RunOutcome, run
from articles.management.low_priority import GivesWayCommand

from .receive_mail import LATER


class Command(GivesWayCommand):
    help = "Send subscribers the articles that appeared and, at its hour, the digest of the day."

    def handle(self, *args: Any, **options: Any) -> None:
        with stopped_gently():
            outcome = run(progress=self.progress)
        if outcome.is_another_at_work:
            self.stdout.write(_("Another process is sending: nothing to do."))
            return
        self.stdout.write(summary(outcome))
        if outcome.refused_with and not outcome.error:
            said = _("Of what was put off, the last was not taken with these words: %(why)s")
            self.stdout.write(said % {"why": outcome.refused_with})
        if outcome.error:
            told = (
                _(
                    "The mail server refuses our mails, whoever they are for: %(why)s. Nobody’s "
                    "address is to blame, and what was not sent waits: look at what it asks of "
                    "%(sender)s (BOUNCE_ADDRESS, DEFAULT_FROM_EMAIL, EMAIL_URL)."
                )
                if outcome.is_refused
                else _("The mail server does not answer; the next run goes on: %(why)s")
            )
            sender = settings.BOUNCE_ADDRESS or settings.DEFAULT_FROM_EMAIL
            raise CommandError(told % {"why": outcome.error, "sender": sender}, returncode=LATER)

    def progress(self, sent: int) -> None:
        self.stdout.write(_("Sent so far: %(sent)d") % {"sent": sent})
        self.stdout.flush()


@contextmanager
def stopped_gently() -> Iterator[None]:
    """Have a process that is told to end (SIGTERM) write down what it sent first."""
    if current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, lambda *_sent: sys.exit(LATER))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def summary(outcome: RunOutcome) -> str:
    """« Envoyés : 9 998. Refusés : 2. … »"""
    counted = outcome.counted
    return _(
        "Sent: %(sent)d. Refused: %(failed)d. Not sent, as there was nothing to say: %(dropped)d. "
        "Put off: %(off)d. Still waiting: %(waiting)d. Addresses deleted: %(gone)d. "
        "In %(seconds).1f seconds."
    ) % {
        "sent": counted["sent"],
        "failed": counted["failed"],
        "dropped": counted["dropped"],
        "off": counted["put off"],
        "waiting": outcome.waiting,
        "gone": outcome.forgotten,
        "seconds": outcome.seconds,
    }
