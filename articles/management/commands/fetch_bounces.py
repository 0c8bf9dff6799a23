"""Read the mailbox of mails that came back: for cron, every hour."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.wire.incoming.mailbox import MailboxError, mails_of, open_mailbox

from .receive_bounce import take_bounce


class Command(BaseCommand):
    help = "Count the mails that came back to the mailbox of BOUNCE_MAILBOX_URL."

    def handle(self, *args: Any, **options: Any) -> None:
        outcomes: Counter[str] = Counter()
        try:
            with open_mailbox("BOUNCE_MAILBOX_URL") as mailbox:
                for data in mails_of(mailbox):
                    outcomes[take_bounce(data)] += 1
        except MailboxError as error:
            raise CommandError(str(error)) from error
        told = ", ".join(f"{outcome} {count}" for outcome, count in sorted(outcomes.items()))
        self.stdout.write(told or "–")
