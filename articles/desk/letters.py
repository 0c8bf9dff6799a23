"""A mail to somebody of the newsroom: plain text, in their language."""

from __future__ import annotations

from typing import Any

from django.core.mail import EmailMessage
from django.template.loader import render_to_string

from articles.languages import Language
from articles.models import User
from articles.models.typography_checks import customs_of
from articles.text.typography.number_rule import with_numbers


def letter(person: User, subject: str, template: str, context: dict[str, Any]) -> EmailMessage:
    """A mail in the active language. Headlines bring numbers into it: they keep their order."""
    customs = customs_of(Language.active())
    # What stands in a header is one line, whatever a headline has in it.
    return EmailMessage(
        with_numbers(" ".join(subject.split()), customs),
        with_numbers(render_to_string(template, context), customs),
        to=[person.email],
    )
