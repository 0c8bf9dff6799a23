"""Mails to people outside: in plain text and in HTML, with a name by which one comes back to us."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from articles.languages import Language
from articles.models.typography_checks import customs_of
from articles.text.typography.number_rule import with_numbers

from .letters import sender
from .signed_links import Purpose, sealed


def outside(
    language: Language, subject: str, template: str, context: Mapping[str, Any]
) -> EmailMultiAlternatives:
    """A mail in a language, of two templates of one name: ``.txt`` and ``.html``; to nobody yet."""
    with translation.override(language.code):
        customs = customs_of(language)
        values = {**context, "language": language, "site_url": settings.SITE_URL}
        text = render_to_string(f"mail/{template}.txt", values)
        mail = EmailMultiAlternatives(
            with_numbers(" ".join(subject.split()), customs),
            with_numbers(text.strip(), customs) + "\n",
        )
        values["subject"] = subject
        mail.attach_alternative(render_to_string(f"mail/{template}.html", values), "text/html")
        mail.from_email = settings.BOUNCE_ADDRESS or sender()
        # What is sent by itself is answered by nobody's holiday note (RFC 3834).
        mail.extra_headers = {"From": sender(), "Auto-Submitted": "auto-generated"}
    return mail


def message_id(whose: str, person: str, which: str) -> str:
    """The name of a mail (``Message-ID``), which says to us alone to whom it went.

    The same mail has the same name, should it ever be sent twice.

    Args:
        whose: ``s`` of a subscriber, ``j`` of a journalist.
        person: by key.
        which: mail to them, by the key of its row.
    """
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    return f"<{sealed(Purpose.RETURNED, f'{whose}.{person}.{which}')}@{host}>"


def link(page: str, language: Language, purpose: Purpose, key: str) -> str:
    """The whole address of a page for one person.

    What it is for stands after the question mark, which no log of ours has.
    """
    return f"{settings.SITE_URL}{path_in(page, language.code)}?t={sealed(purpose, key)}"


@cache
def path_in(page: str, code: str) -> str:
    with translation.override(code):
        return reverse(page)
