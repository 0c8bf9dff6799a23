"""Who is at the desk, and what a browser sent: read in one way everywhere."""

from __future__ import annotations

import re
from typing import cast

from django.http import HttpRequest

from articles.models import User

KEY_DIGITS = 18


def person(request: HttpRequest) -> User:
    """Who is at the desk: every page of it asks for an account first."""
    return cast("User", request.user)


def number(sent: str) -> int:
    """The key of a row as a browser sent it; 0, which no row has, for what is none."""
    is_one = sent.isascii() and sent.isdecimal() and len(sent) <= KEY_DIGITS
    return int(sent) if is_one else 0


def posted_names(request: HttpRequest) -> set[str]:
    """The names in a POST; a moment, which comes in two parts, by its own too."""
    return {re.sub(r"_\d$", "", name) for name in request.POST} | set(request.POST)
