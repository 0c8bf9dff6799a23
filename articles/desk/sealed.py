"""Links that are for one person: the key of a row, and a seal that nobody else can make.

Nothing is kept of them: a row that is gone has no link, and what a link opens its row says.
"""

from __future__ import annotations

from enum import StrEnum

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
    return key if key and constant_time_compare(seal, seal_of(purpose, key)) else None


def seal_of(purpose: Purpose, key: str) -> str:
    return salted_hmac(f"articles.sealed.{purpose}", key, algorithm="sha256").hexdigest()[:SIGNS]
