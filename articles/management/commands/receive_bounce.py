"""Take in one mail that came back, from standard input: for the pipe of a mail server."""

from __future__ import annotations

import logging
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import InterfaceError, OperationalError
from django.utils.translation import gettext as _

from articles.desk.bounces import BounceOutcome, note_bounce
from articles.wire.returned_mails import LARGEST, read

from .receive_mail import LATER

logger = logging.getLogger("newsroom.mailing")


def take_bounce(data: bytes) -> BounceOutcome:
    """What became of a mail that came back; whatever is in one, it stops no other."""
    try:
        found = read(data)
        if found is None:
            return BounceOutcome.PASSED
        return note_bounce(
            found.names, is_for_good=found.is_for_good, why=found.why, status=found.status
        )
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        logger.exception("A mail that came back could not be read.")
        return BounceOutcome.PASSED


class Command(BaseCommand):
    help = "Count the mail on standard input, which a mail server sent back."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self.stdout.write(take_bounce(sys.stdin.buffer.read(LARGEST)))
        except OperationalError as error:
            raise CommandError(
                _("The database takes nothing now: send it again later."), returncode=LATER
            ) from error
