"""Mails that came back: whose they were, and what becomes of an address at which none arrives."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from articles.models import Journalist, Subscriber

from .mail_refusals import says_of_mailbox
from .signed_links import Purpose, unsealed

logger = logging.getLogger("newsroom.mailing")


class BounceOutcome(StrEnum):
    """What became of a mail that came back."""

    COUNTED = "counted"
    ABOUT_US = "refused for the sender"
    PAUSED = "paused"
    DELETED = "deleted"
    PASSED = "passed over"


def note_bounce(
    names: Iterable[str],
    *,
    is_for_good: bool,
    why: str,
    status: str = "",
    at: datetime | None = None,
) -> BounceOutcome:
    """Count a mail that came back, of a name that we gave: nobody else makes one.

    Args:
        names: what may be its name, without its host.
        is_for_good: whether it will not arrive later either.
        why: in the words of the mail server.
        status: as it says it for programs.
        at: now.
    """
    person = next((found for name in names if (found := whose(name))), None)
    if person is None or not is_for_good:
        return BounceOutcome.PASSED
    if not says_of_mailbox(status, why):
        logger.warning("A mail came back that is refused for its sender: %s", status or "-")
        return BounceOutcome.ABOUT_US
    if isinstance(person, Subscriber) and not person.confirmed_at:
        person.delete()
        return BounceOutcome.DELETED
    if person.note_bounce(why, at):
        logger.warning(
            "Nothing is sent to an address any more: %s %s", type(person).__name__, person.pk
        )
        return BounceOutcome.PAUSED
    return BounceOutcome.COUNTED


def whose(name: str) -> Subscriber | Journalist | None:
    """To whom the mail of a name went, if we have sent it."""
    kind, __, rest = (unsealed(Purpose.RETURNED, name) or "").partition(".")
    key = rest.partition(".")[0]
    if kind == "s":
        return Subscriber.objects.filter(key=key).first()
    if kind == "j":
        return Journalist.objects.filter(key=key).first()
    return None
