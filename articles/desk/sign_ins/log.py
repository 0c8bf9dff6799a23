"""What the log says of accounts: one line each, with account and address, and never a password."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import Any

from axes.signals import user_locked_out
from django.contrib.auth.models import Group
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.http import HttpRequest

from articles.models import User

from .addresses import client_address

logger = logging.getLogger("newsroom.accounts")


def connect() -> None:
    user_logged_in.connect(signed_in)
    user_logged_out.connect(signed_out)
    user_login_failed.connect(refused)
    user_locked_out.connect(slowed)


def note(said: str, request: HttpRequest | None, account: str, **more: Any) -> None:
    logger.info(said, extra={"account": account, "address": client_address(request)} | more)


def known_account(username: str) -> str:
    """The name of an account; nothing where there is none, for a password may stand there."""
    return username if User.objects.filter(username=username).exists() else ""


def signed_in(request: HttpRequest, user: User, **more: Any) -> None:
    note("signed in", request, user.username)


def signed_out(request: HttpRequest, user: User | None, **more: Any) -> None:
    if user is not None:
        note("signed out", request, user.username)


def refused(credentials: dict[str, Any], request: HttpRequest | None = None, **more: Any) -> None:
    note("sign-in refused", request, known_account(str(credentials.get("username", ""))))


def slowed(request: HttpRequest, username: str, **more: Any) -> None:
    # Said when the tries begin to be slowed; that each further one is refused is said of each.
    if getattr(request, "axes_failures_since_start", None) is not None:
        note("sign-ins slowed", request, known_account(username))


def rights_of(account: User) -> set[str]:
    """What makes up the power of an account, in words for the log."""
    flags = {
        "active": account.is_active,
        "staff": account.is_staff,
        "superuser": account.is_superuser,
    }
    return {
        *(name for name, has in flags.items() if has),
        *(f"group: {name}" for name in account.groups.values_list("name", flat=True)),
        *(f"language: {code}" for code in account.languages),
        *names_of(account.user_permissions.all()),
    }


def rights_of_group(group: Group) -> set[str]:
    return set(names_of(group.permissions.all()))


def names_of(permissions: Any) -> Iterable[str]:
    pairs = permissions.values_list("content_type__app_label", "codename")
    return [f"{app}.{name}" for app, name in pairs]


def rights_changed(
    request: HttpRequest, before: set[str], after: set[str], account: str = "", **more: Any
) -> None:
    """Say what an account, or a group named in ``more``, has got and lost, and by whom."""
    if before != after:
        given, taken = sorted(after - before), sorted(before - after)
        by_whom(request, "rights changed", account, given=given, taken=taken, **more)


def by_whom(request: HttpRequest, said: str, account: str, **more: Any) -> None:
    """Say what somebody has done with an account."""
    note(said, request, account, by=request.user.get_username(), **more)
