"""Take in one mail from standard input: for the pipe of a mail server."""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError
from django.utils.translation import gettext as _

from articles.wire.incoming.mails import RefusedMailError, TooManyMailsError, largest, take_mail

LATER = 75
"""What mail servers take for: try again later."""


class Command(BaseCommand):
    help = "Put the mail on standard input into the inbox, with the files on it."

    def handle(self, *args: Any, **options: Any) -> None:
        data = sys.stdin.buffer.read(largest() + 1)
        try:
            outcomes = take_mail(data)
        except RefusedMailError as refusal:
            # No error to the mail server: it would write to a sender who may be made up.
            self.stdout.write(_("Not taken in: %(why)s") % {"why": refusal})
            return
        except TooManyMailsError as error:
            raise CommandError(str(error), returncode=LATER) from error
        except OperationalError as error:
            raise CommandError(
                _("The database takes nothing now: send it again later."), returncode=LATER
            ) from error
        told = ", ".join(f"{outcome} {count}" for outcome, count in sorted(outcomes.items()))
        self.stdout.write(told or "–")
        for one in outcomes.remarks:
            self.stdout.write(f"  {one}")
