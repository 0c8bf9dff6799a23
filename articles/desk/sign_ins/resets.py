"""A new password by mail, for who has forgotten it."""

from __future__ import annotations

import logging

from django.conf import settings
from django.contrib.auth.forms import PasswordResetForm
from django.contrib.auth.tokens import default_token_generator
from django.core.cache import cache
from django.core.mail import EmailMessage
from django.tasks import task
from django.urls import reverse
from django.utils import translation
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext as _

from articles.desk.caches import if_there
from articles.desk.letters import letter
from articles.models import User
from articles.models.connections import no_connection_kept

logger = logging.getLogger(__name__)
BETWEEN_TWO = 300
"""Seconds in which an account gets one mail, however often it is asked for."""


@task(backend="mail")
def send_links(email: str, language: str) -> None:
    """Mail a link to each account of an address.

    That is done while nobody waits: how long a page takes tells nobody whether there is one.
    """
    with no_connection_kept():
        for account in PasswordResetForm().get_users(email):
            if is_first(account):
                send_link(account, language)


def is_first(account: User) -> bool:
    """Whether no mail has just gone to an account; a cache that is away forbids none."""
    added = if_there(lambda: cache.add(f"password-reset-{account.pk}", 1, BETWEEN_TWO))
    return added is not False


def send_link(account: User, language: str) -> None:
    with translation.override(account.language or language):
        message = message_for(account)
    try:
        message.send()
    except OSError:  # smtplib's errors are among these.
        logger.exception("A new password could not be mailed to %s", account.username)


def message_for(account: User) -> EmailMessage:
    """The mail, in the active language."""
    key = urlsafe_base64_encode(force_bytes(account.pk))
    token = default_token_generator.make_token(account)
    context = {
        "account": account,
        "address": settings.SITE_URL + reverse("password_reset_confirm", args=[key, token]),
        "hours": settings.PASSWORD_RESET_TIMEOUT // 3600,
    }
    return letter(account, _("A new password for the desk"), "mail/password_reset.txt", context)
