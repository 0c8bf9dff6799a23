"""Mail to colleagues: written with what it tells, sent while nobody waits, and again if need be."""

from __future__ import annotations

from collections.abc import Iterable
from email.utils import formataddr, parseaddr
from functools import partial
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.tasks import task
from django.template.loader import render_to_string

from articles.languages import Language
from articles.models import Delivery, User
from articles.models.connections import no_connection_kept
from articles.models.deliveries import RefusedError
from articles.models.identity import newsroom_name
from articles.models.typography_checks import customs_of
from articles.text.typography.number_rule import with_numbers

from .mail_refusals import is_of_mailbox
from .outgoing import SendMail, one_connection


def letter(person: User, subject: str, template: str, context: dict[str, Any]) -> EmailMessage:
    """A mail in the active language. Headlines bring numbers into it: they keep their order."""
    customs = customs_of(Language.active())
    # What stands in a header is one line, whatever a headline has in it.
    return EmailMessage(
        with_numbers(" ".join(subject.split()), customs),
        with_numbers(render_to_string(template, context), customs),
        from_email=sender(),
        to=[person.email],
    )


def sender() -> str:
    """Whom a mail is from: the newsroom by its name, where the setting has the address alone."""
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return settings.DEFAULT_FROM_EMAIL if name else formataddr((newsroom_name(), address))


def post(letters: Iterable[EmailMessage]) -> None:
    """Have mails sent, once what they tell is saved."""
    contents = [
        {"to": one.to, "subject": one.subject, "body": one.body, "from": one.from_email}
        for one in letters
    ]
    if contents:
        Delivery.objects.add(Delivery.Kind.MAIL, contents)
        transaction.on_commit(send_letters.enqueue, robust=True)


@task(backend="mail")
def send_letters() -> int:
    """Send the mails that are due."""
    with no_connection_kept(), one_connection() as send:
        return Delivery.objects.deliver(Delivery.Kind.MAIL, partial(send_letter, send=send))


def send_letter(content: dict[str, Any], send: SendMail) -> None:
    """Send one mail to those of its people who still have an account.

    Raises:
        RefusedError: there is no such mailbox.
        Exception: the server is away, or takes nothing of ours: it is sent later.
    """
    there = User.objects.filter(email__in=content["to"], is_active=True, is_staff=True)
    if not there.exists():
        return
    try:
        subject, body = content["subject"], content["body"]
        send(EmailMessage(subject, body, content.get("from"), content["to"]))
    except Exception as refusal:
        if not is_of_mailbox(refusal, content["to"]):
            raise
        raise RefusedError from refusal
