"""What is a mail address: what a mail server takes, and no letter that only looks like another."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator

LONGEST = 254


class MailAddressValidator(EmailValidator):
    """As Django's, but for letters of other alphabets before the @, which no server of ours takes.

    Django compares without regard to case, by which « ſ » and « ı » are s and i.
    """

    def __call__(self, value: str | None) -> None:
        super().__call__(value)
        if not f"{value}".rpartition("@")[0].isascii():
            raise ValidationError(self.message, code=self.code, params={"value": value})


validate_mail_address = MailAddressValidator()


def is_mail_address(text: str) -> bool:
    """Whether mails can be sent to it; a domain may be in any alphabet."""
    try:
        validate_mail_address(text)
    except ValidationError:
        return False
    return len(text) <= LONGEST and text.isprintable()
