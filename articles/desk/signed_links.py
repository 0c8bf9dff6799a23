"""Links that are for one person: the key of a row, and a seal that nobody else can make.

Nothing is kept of them: a row that is gone has no link, and what a link opens its row says.
"""

from __future__ import annotations

from enum import StrEnum

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

SIGNS = 32
"""Of a seal: 128 bits."""


class Purpose(StrEnum):
    """What a link is for; the seal of one opens nothing of another."""

    CONFIRM = "confirm"
    CHOICES = "choices"
    LEAVE = "leave"
    EMBARGOED = "embargoed"
    RETURNED = "returned"


def sealed(purpose: Purpose, key: str) -> str:
    """The end of a link: a key with its seal."""
    return f"{key}-{seal_of(purpose, key)}"


def unsealed(purpose: Purpose, token: str) -> str | None:
    """The key of a link, if we have made it for this."""
    key, __, seal = token.rpartition("-")
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    is_ours = any(constant_time_compare(seal, seal_of(purpose, key, one)) for one in secrets)
    return key if key and is_ours else None


def seal_of(purpose: Purpose, key: str, secret: str | None = None) -> str:
    """The seal of a key; links that were sent before the secret changed have one of the old."""
    salt = f"articles.sealed.{purpose}"
    return salted_hmac(salt, key, secret=secret, algorithm="sha256").hexdigest()[:SIGNS]
