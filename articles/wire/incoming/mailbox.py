"""A mailbox (IMAP) that is read into the inbox; each mail is marked as seen once it is there."""

from __future__ import annotations

import logging
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from imaplib import IMAP4, IMAP4_SSL
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from ..fetch import WireError
from .inbox import Reception
from .mails import MailOutcomes, RefusedMailError, largest, take_mail

logger = logging.getLogger(__name__)

SECONDS = 30
"""That the server may take for each answer."""
MOST = 100
"""Mails of one reading."""


class MailboxError(WireError):
    """The mailbox cannot be read."""


def read_mailbox() -> MailOutcomes:
    """Put the mails that nobody has seen into the inbox.

    Raises:
        MailboxError: it cannot be reached, or refuses.
        TooManyMailsError: the rest has to wait there.
    """
    outcomes = MailOutcomes()
    with open_mailbox() as mailbox:
        for uid in unseen(mailbox):
            made = take(mailbox, uid)
            outcomes.update(made)
            outcomes.remarks += made.remarks
    return outcomes


@contextmanager
def open_mailbox(setting: str = "MAILBOX_URL") -> Iterator[IMAP4]:
    """The folder of a setting, open.

    Raises:
        MailboxError: it cannot be reached, or refuses.
    """
    parts = urlsplit(getattr(settings, setting))
    if not parts.hostname:
        raise MailboxError(_("No mailbox is set (%(setting)s).") % {"setting": setting})
    try:
        if parts.scheme == "imaps":
            mailbox: IMAP4 = IMAP4_SSL(
                parts.hostname,
                parts.port or 993,
                ssl_context=ssl.create_default_context(),
                timeout=SECONDS,
            )
        else:
            mailbox = IMAP4(parts.hostname, parts.port or 143, timeout=SECONDS)
        try:
            mailbox.login(unquote(parts.username or ""), unquote(parts.password or ""))
            folder = unquote(parts.path.strip("/")) or "INBOX"
            answer, __ = mailbox.select(f'"{folder}"')
            if answer != "OK":
                raise MailboxError(_("The mailbox has no folder %(name)s.") % {"name": folder})
            yield mailbox
        finally:
            with suppress(OSError, IMAP4.error):
                mailbox.logout()
    except (OSError, IMAP4.error) as error:
        # What the server says is not repeated: it may have the password in it.
        raise MailboxError(_("The mailbox cannot be read now.")) from error


def mails_of(mailbox: IMAP4) -> Iterator[bytes]:
    """The content of each mail that nobody has seen and that is not too large."""
    for uid in unseen(mailbox):
        if size_of(mailbox, uid) <= largest():
            yield content_of(mailbox, uid)


def unseen(mailbox: IMAP4) -> Iterator[str]:
    """Each mail that nobody has seen, which is seen once the next one is asked for."""
    __, found = mailbox.uid("SEARCH", "UNSEEN")
    for uid in b" ".join(part for part in found if part).split()[:MOST]:
        yield uid.decode()
        mailbox.uid("STORE", uid.decode(), "+FLAGS", r"(\Seen)")


def content_of(mailbox: IMAP4, uid: str) -> bytes:
    __, found = mailbox.uid("FETCH", uid, "(BODY.PEEK[])")
    return next((one[1] for one in found if isinstance(one, tuple)), b"")


def take(mailbox: IMAP4, uid: str) -> MailOutcomes:
    """One mail of the box; one that is refused is seen all the same."""
    if size_of(mailbox, uid) > largest():
        logger.warning("A mail of the mailbox is too large: %s", uid)
        return MailOutcomes([Reception.REFUSED], [_("A mail is too large, and was not read.")])
    data = content_of(mailbox, uid)
    try:
        return take_mail(data)
    except RefusedMailError as refusal:
        logger.info("A mail of the mailbox was not taken in: %s", refusal)
        return MailOutcomes([Reception.REFUSED], [_("Not taken in: %(why)s") % {"why": refusal}])


def size_of(mailbox: IMAP4, uid: str) -> int:
    __, found = mailbox.uid("FETCH", uid, "(RFC822.SIZE)")
    said = b"".join(one for one in found if isinstance(one, bytes))
    digits = said.upper().partition(b"RFC822.SIZE ")[2].partition(b")")[0].split(b" ")[0]
    return int(digits) if digits.isdigit() else 0
