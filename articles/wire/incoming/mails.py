"""A mail on its way into the inbox: who may send one, how many there may be, what hangs on it."""

from __future__ import annotations

import logging
from collections import Counter
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from django.conf import settings
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import IncomingItem

from ..documents import mail as mail_files
from ..documents.document import MailAttachment
from ..documents.kinds import MAIL, read
from ..fetch import WireError, tidied
from ..said import of_mail
from .inbox import Inbox, Outcomes, Reception
from .items import ArrivedItem, within_years

logger = logging.getLogger(__name__)

MOST_A_DAY = 500 * 1024**2
"""Bytes of all mails of a day."""
NOT_BY_A_PERSON = {"multipart/report", "message/delivery-status"}


class RefusedMailError(WireError):
    """A mail that is not taken in, whoever sends it again."""


class TooManyMailsError(WireError):
    """So much came that the rest has to wait at the mail server."""


def largest() -> int:
    """Bytes of a mail: a file as large as one may be, as mails pack it, and its text."""
    return int(settings.IMPORT_MEGABYTES * 1024**2 * 1.5)


def take_mail(data: bytes, now: datetime | None = None) -> Outcomes:
    """Put a mail into the inbox, and each file on it that can be read.

    Raises:
        RefusedMailError: it is from nobody who may send one, from a machine, or too large.
        TooManyMailsError: it has to wait.
    """
    at = now or timezone.now()
    if len(data) > largest():
        raise RefusedMailError(
            _("The file is too large: %(size)d MB, where %(limit)d MB are read.")
            % {"size": -(-len(data) // 1024**2), "limit": largest() // 1024**2}
        )
    mail = header_of(data)
    sender = parseaddr(str(mail.get("From", "")))[1].lower()
    refuse_machines(mail)
    if not may_send(sender):
        raise RefusedMailError(_("Mails of %(sender)s are not taken in.") % {"sender": sender})
    refuse_floods(at)
    return Counter(keep(mail, data, sender, Inbox(now=at)))


def header_of(data: bytes) -> EmailMessage:
    """The header of a mail alone.

    Raises:
        RefusedMailError: there is none.
    """
    head = data.replace(b"\r\n", b"\n").partition(b"\n\n")[0][: 256 * 1024]
    try:
        mail = message_from_bytes(head, policy=policy.default)
        if not mail.get("From"):
            raise RefusedMailError(_("It is no mail: it does not say who sends it."))
    except (MessageError, ValueError, LookupError, TypeError, AttributeError, IndexError) as error:
        raise RefusedMailError(_("It is no mail: it does not say who sends it.")) from error
    return mail


def refuse_machines(mail: EmailMessage) -> None:
    """Refuse what answers by itself, or says that a mail did not arrive: it would go on for ever.

    Raises:
        RefusedMailError: it is such a mail.
    """
    automatic = str(mail.get("Auto-Submitted", "no")).partition(";")[0].strip().lower() != "no"
    is_answer = str(mail.get("Precedence", "")).strip().lower() == "auto_reply"
    is_returned = str(mail.get("Return-Path", "")).strip() == "<>"
    if automatic or is_answer or is_returned or mail.get_content_type() in NOT_BY_A_PERSON:
        raise RefusedMailError(_("It was sent by a machine, in answer to another mail."))


def may_send(sender: str) -> bool:
    """Whether the operator lets this address send: by name, or by its domain (``@agence.ma``)."""
    allowed = {one.strip().lower() for one in settings.MAILBOX_SENDERS if one.strip()}
    return bool(sender) and (
        not allowed or sender in allowed or f"@{sender.rpartition('@')[2]}" in allowed
    )


def refuse_floods(now: datetime) -> None:
    """Have mails wait while there are far too many.

    Raises:
        TooManyMailsError: there are.
    """
    mails = IncomingItem.objects.order_by().filter(feed=None)
    of_hour = mails.filter(came_at__gt=now - timedelta(hours=1)).count()
    of_day = mails.filter(came_at__gt=now - timedelta(days=1))
    size = of_day.aggregate(size=Sum("text__file__size"))["size"] or 0
    if of_hour >= settings.MAILS_AN_HOUR or size >= MOST_A_DAY:
        raise TooManyMailsError(_("Too many mails came in: this one is to be sent again later."))


def keep(mail: EmailMessage, data: bytes, sender: str, inbox: Inbox) -> list[Reception]:
    """The mail, and each file on it, as items of their own; one's refusal is its own.

    Raises:
        RefusedMailError: nothing can be read in all of it.
    """
    name = " ".join(str(mail.get("Message-ID", "")).split())
    try:
        document = mail_files.read(data)
        warnings = [*document.warnings]
        items = [item_of(one, f"{name}#{at}" if name else "", document_day(mail))
                 for at, one in enumerate(document.attachments, 1)]  # fmt: skip
        for one, made in zip(document.attachments, items, strict=True):
            if isinstance(made, str):
                warnings.append(f"{one.name}: {made}")
            else:
                made.facts = of_mail(mail)
        if document.text.strip():
            text = tidied(document.text, warnings).text
            subject = mail_files.found_subject(mail)[:300]
            items.insert(0, ArrivedItem(
                text, data, f"{subject or 'mail'}.eml"[-300:], MAIL.media_type, name, subject,
                published_at=document_day(mail), warnings=warnings, facts=of_mail(mail),
            ))  # fmt: skip
    except WireError as error:
        raise RefusedMailError(str(error)) from error
    if not items:
        raise RefusedMailError(_("There is not one word in it."))
    outcomes = []
    for item in items:
        try:
            outcomes.append(
                Reception.REFUSED if isinstance(item, str) else inbox.take_in(item, sender)
            )
        except WireError:
            outcomes.append(Reception.REFUSED)
    return outcomes


def item_of(file: MailAttachment, name: str, at: datetime | None) -> ArrivedItem | str:
    """A file on a mail, as an item of its own; or why it is none."""
    if len(file.data) > settings.IMPORT_MEGABYTES * 1024**2:
        return _("The file is too large.")
    try:
        kind, __, found = read(file.data, file.name)
    except WireError as error:
        return str(error)
    return ArrivedItem(
        found.text,
        file.data,
        file.name[-300:],
        kind.media_type,
        name,
        published_at=at,
        warnings=list(found.warnings),
    )


def document_day(mail: EmailMessage) -> datetime | None:
    try:
        found = parsedate_to_datetime(str(mail.get("Date", "")))
        return within_years(found.astimezone(UTC) if found.tzinfo else found)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
