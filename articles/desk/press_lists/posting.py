"""A mail to a journalist: what their mail server says of the mailbox is noted with them."""

from __future__ import annotations

from django.core.mail import EmailMultiAlternatives

from articles.desk.mail_refusals import is_of_mailbox
from articles.desk.outgoing import SendMail
from articles.models import Journalist
from articles.models.deliveries import RefusedError
from articles.models.mail_answers import words_of


def post_to(person: Journalist, mail: EmailMultiAlternatives, send: SendMail) -> None:
    """Send a mail to a journalist.

    Raises:
        RefusedError: their server says for good that it has no such mailbox; it is noted.
        Exception: the server is away, or takes nothing of ours: it is sent later.
    """
    try:
        send(mail)
    except Exception as refusal:
        if not is_of_mailbox(refusal, mail.to):
            raise
        person.note_bounce(words_of(refusal))
        raise RefusedError from refusal
