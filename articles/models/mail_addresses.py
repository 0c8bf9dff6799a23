"""What is a mail address: what a mail server takes, and no letter that only looks like another."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator

LONGEST = 254
LONGEST_DOMAIN = 253


def can_be_told(domain: str) -> bool:
    """Whether a domain can be written as a mail server is told it.

    It cannot where letters of both directions stand in one label, or it is longer so than a name
    may be (RFC 3490, RFC 1035).
    """
    try:
        return len(domain.encode("idna")) <= LONGEST_DOMAIN
    except UnicodeError:
        return False


class MailAddressValidator(EmailValidator):
    """As Django's, but for letters of other alphabets before the @, which no server of ours takes,
    and for domains that no server can be told.

    Django compares without regard to case, by which « ſ » and « ı » are s and i.
    """

    def __call__(self, value: str | None) -> None:
        super().__call__(value)
        name, __, domain = f"{value}".rpartition("@")
        if not name.isascii() or not can_be_told(domain):
            raise ValidationError(self.message, code=self.code, params={"value": value})


validate_mail_address = MailAddressValidator()


def is_mail_address(text: str) -> bool:
    """Whether mails can be sent to it; a domain may be in any alphabet."""
    try:
        validate_mail_address(text)
    except ValidationError:
        return False
    return len(text) <= LONGEST and text.isprintable()
