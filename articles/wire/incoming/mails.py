"""A mail on its way into the inbox: who may send one, how many there may be, what hangs on it."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from email.message import Message
from email.utils import parsedate_to_datetime

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import IncomingItem

from ..documents import mail as mail_files
from ..documents.document import NOTHING_SAID, MailAttachment
from ..documents.kinds import MAIL, read
from ..fetch import HarmfulError, WireError, tidied
from ..mail_parts import header_of, parse_mail, sender_of
from ..sender_facts import SenderFacts
from .inbox import Inbox, Reception, refuse_unfit
from .items import ArrivedItem, within_years

logger = logging.getLogger(__name__)

MOST_A_DAY = 500 * 1024**2
"""Bytes of all mails of a day."""
LONGEST_TOLD = 80
"""Characters of a subject, where a mail is told of among others."""
NOT_BY_A_PERSON = {"multipart/report", "message/delivery-status"}


class RefusedMailError(WireError):
    """A mail that is not taken in, whoever sends it again."""


class TooManyMailsError(WireError):
    """So much came that the rest has to wait at the mail server."""


def largest() -> int:
    """Bytes of a mail: a file as large as one may be, as mails pack it, and its text."""
    return int(settings.IMPORT_MEGABYTES * 1024**2 * 1.5)


class MailOutcomes(Counter[Reception]):
    """What became of the parts of a mail, and what of it was not taken in."""

    def __init__(self, receptions: Iterable[Reception] = (), remarks: Iterable[str] = ()) -> None:
        super().__init__(receptions)
        self.remarks = [*remarks]


def take_mail(data: bytes, now: datetime | None = None) -> MailOutcomes:
    """Put a mail into the inbox, and each file on it that can be read.

    Raises:
        RefusedMailError: it is from nobody who may send one, from a machine, too large, or cannot
            be read.
        TooManyMailsError: it has to wait.
    """
    at = now or timezone.now()
    if len(data) > largest():
        raise RefusedMailError(
            _("The file is too large: %(size)d MB, where %(limit)d MB are read.")
            % {"size": -(-len(data) // 1024**2), "limit": largest() // 1024**2}
        )
    mail = mail_of(head_of(data))
    sender = sender_of(mail)
    refuse_machines(mail)
    if not may_send(sender):
        raise RefusedMailError(_("Mails of %(sender)s are not taken in.") % {"sender": sender})
    refuse_floods(at)
    try:
        return keep(mail, data, sender, Inbox(now=at))
    except (WireError, OperationalError, InterfaceError):
        raise
    except Exception as error:
        # Whatever is in it: it is written down, and stops no other mail.
        logger.exception("A mail could not be read.")
        name = header_of(mail, "Subject")[:LONGEST_TOLD]
        raise RefusedMailError(
            _("A mail could not be read, and was not taken in: %(subject)s.") % {"subject": name}
        ) from error


def mail_of(head: bytes) -> Message:
    """The header of a mail alone.

    Raises:
        RefusedMailError: there is none.
    """
    try:
        mail = parse_mail(head)
    except WireError as error:
        raise RefusedMailError(str(error)) from error
    if not mail.get("From"):
        raise RefusedMailError(_("It is no mail: it does not say who sends it."))
    return mail


def head_of(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n").partition(b"\n\n")[0][: 256 * 1024]


def refuse_machines(mail: Message) -> None:
    """Refuse what answers by itself, or says that a mail did not arrive: it would go on for ever.

    Raises:
        RefusedMailError: it is such a mail.
    """
    said = header_of(mail, "Auto-Submitted").partition(";")[0].strip().lower()
    automatic = said not in {"", "no"}
    is_answer = header_of(mail, "Precedence").strip().lower() == "auto_reply"
    is_returned = header_of(mail, "Return-Path").strip() == "<>"
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


def keep(mail: Message, data: bytes, sender: str, inbox: Inbox) -> MailOutcomes:
    """The mail, and each file on it, as items of their own; one's refusal is its own.

    Raises:
        RefusedMailError: nothing can be read in all of it.
    """
    items, about_files, refused = items_of(mail, data)
    for item in [*items]:
        try:
            refuse_unfit(item)
        except WireError as refusal:
            items.remove(item)
            refused.append(not_taken_in(item.file_name, str(refusal)))
    remarks = [*about_files, *refused]
    if not items and remarks and (named := by_its_subject(mail, data)):
        items = [named]
    if not items:
        raise RefusedMailError(" ".join(remarks) or _("There is not one word in it."))
    outcomes = MailOutcomes([Reception.REFUSED] * len(refused), remarks)
    for item in items:
        # Whichever of them somebody takes says what else was on the mail.
        item.warnings += [one for one in remarks if one not in item.warnings]
    for item in items:
        outcomes[inbox.take_in(item, sender)] += 1
    return outcomes


def by_its_subject(mail: Message, data: bytes) -> ArrivedItem | None:
    """A mail of which nothing else can be read: the desk is told that it came, and with what.

    Its files may do harm: its header alone is kept.
    """
    subject = mail_files.found_subject(mail)[:300]
    if not any(letter.isalpha() for letter in subject):
        return None
    return mail_item(mail, head_of(data), subject, [], NOTHING_SAID)


def mail_item(
    mail: Message, data: bytes, text: str, warnings: list[str], facts: SenderFacts
) -> ArrivedItem:
    """The mail itself, as an item."""
    subject = mail_files.found_subject(mail)[:300]
    return ArrivedItem(
        text,
        data,
        f"{subject or 'mail'}.eml"[-300:],
        MAIL.media_type,
        name_of(mail),
        subject,
        published_at=document_day(mail),
        warnings=warnings,
        facts=facts,
    )


def name_of(mail: Message) -> str:
    return " ".join(header_of(mail, "Message-ID").split())


def items_of(mail: Message, data: bytes) -> tuple[list[ArrivedItem], list[str], list[str]]:
    """The texts on a mail, itself the first; what was left out of it, and what is refused.

    Raises:
        RefusedMailError: it cannot be read.
    """
    name = name_of(mail)
    at = document_day(mail)
    items: list[ArrivedItem] = []
    refused: list[str] = []
    harmful: list[bytes] = []
    try:
        document = mail_files.read(data)
        for number, one in enumerate(document.attachments, 1):
            try:
                made = item_of(one, f"{name}#{number}" if name else "", at)
            except WireError as refusal:
                refused.append(not_taken_in(one.name, str(refusal)))
                harmful += [one.data] if isinstance(refusal, HarmfulError) else []
            else:
                made.facts = document.facts
                items.append(made)
        if document.text.strip():
            warnings = [*document.warnings]
            text = tidied(document.text, warnings).text
            kept = mail_files.without_files(data, harmful) if harmful else data
            items.insert(0, mail_item(mail, kept, text, warnings, document.facts))
    except WireError as error:
        raise RefusedMailError(str(error)) from error
    return items, document.about_files, refused


def not_taken_in(name: str, why: str) -> str:
    return _("On the mail, and not taken in: %(name)s – %(why)s") % {"name": name, "why": why}


def item_of(file: MailAttachment, name: str, at: datetime | None) -> ArrivedItem:
    """A file on a mail, as an item of its own.

    Raises:
        WireError: it is none.
    """
    if len(file.data) > settings.IMPORT_MEGABYTES * 1024**2:
        raise WireError(_("The file is too large."))
    kind, __, found = read(file.data, file.name)
    return ArrivedItem(
        found.text,
        file.data,
        file.name[-300:],
        kind.media_type,
        name,
        published_at=at,
        warnings=list(found.warnings),
    )


def document_day(mail: Message) -> datetime | None:
    try:
        found = parsedate_to_datetime(header_of(mail, "Date"))
        return within_years(found.astimezone(UTC) if found.tzinfo else found)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
