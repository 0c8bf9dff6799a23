"""Read the mailbox of the setting into the inbox: for cron, every few minutes."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.wire.incoming.mailbox import MailboxError, read_mailbox
from articles.wire.incoming.mails import TooManyMailsError


class Command(BaseCommand):
    help = "Put the unseen mails of the mailbox (MAILBOX_URL) into the inbox."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            outcomes = read_mailbox()
        except (MailboxError, TooManyMailsError) as error:
            raise CommandError(str(error)) from error
        told = ", ".join(f"{outcome} {count}" for outcome, count in sorted(outcomes.items()))
        self.stdout.write(told or "–")
        for one in outcomes.remarks:
            self.stdout.write(f"  {one}")
