"""The mail with which a mailbox is asked whether it is theirs who typed its address."""

from __future__ import annotations

import secrets
from functools import partial
from typing import Any

from django.tasks import task
from django.utils import translation
from django.utils.translation import gettext as _

from articles.desk.envelopes import link, message_id, outside
from articles.desk.mail_refusals import is_of_mailbox
from articles.desk.outgoing import SendMail, one_connection
from articles.desk.signed_links import Purpose
from articles.languages import Language
from articles.models import Delivery, Subscriber
from articles.models.connections import no_connection_kept
from articles.models.deliveries import RefusedError
from articles.models.identity import newsroom_name

from .choices import subscription_choices


@task(backend="mail")
def send_confirmations() -> int:
    """Send the links that were asked for."""
    with no_connection_kept(), one_connection() as send:
        one_link = partial(send_confirmation, send=send)
        return Delivery.objects.deliver(Delivery.Kind.CONFIRMATION, one_link)


def send_confirmation(content: dict[str, Any], send: SendMail) -> None:
    """Send one link, unless the address has been deleted since.

    Raises:
        RefusedError: its server says for good that it has no such mailbox.
        Exception: the server is away, or takes nothing of ours: it is sent later.
    """
    person = Subscriber.objects.filter(key=content["subscriber"]).first()
    if person is None:
        return
    language = Language(person.language)
    with translation.override(language.code):
        subject = _("Confirm: our news by mail – %(newsroom)s") % {"newsroom": newsroom_name()}
        mail = outside(
            language,
            subject,
            "confirmation",
            {
                "address": link("subscribe_confirm", language, Purpose.CONFIRM, person.key),
                "chosen": subscription_choices(person, is_open=True),
                "is_known": bool(person.confirmed_at),
            },
        )
    mail.to = [person.address]
    mail.extra_headers["Message-ID"] = message_id("s", person.key, secrets.token_hex(8))
    try:
        send(mail)
    except Exception as refusal:
        if not is_of_mailbox(refusal, mail.to):
            raise
        if not person.confirmed_at:
            person.delete()
        raise RefusedError from refusal
