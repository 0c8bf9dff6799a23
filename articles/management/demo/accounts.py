"""One account for each role, where it can do no harm."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group

from articles.languages import Language
from articles.models import User

ROLES = ("reporter", "translator", "editor", "chief")
TRANSLATOR = "translator"
"""Writes every language but the newsroom's first."""
ADMIN = "admin"


def allowed() -> bool:
    """Whether this is a newsroom to try things in."""
    return settings.DEBUG or settings.DEMO_DATABASE


def people() -> dict[str, User]:
    """The accounts of the demo by their roles."""
    found = User.objects.filter(username__in=[*ROLES, ADMIN])
    return {one.username: one for one in found}


def make_accounts() -> str:
    """Make an account per role and an administrator; returns the password they share.

    It is stored nowhere but hashed, so it must be shown now or never.
    """
    password = secrets.token_urlsafe(9)
    # Reckoned once: it takes a third of a second.
    hashed = make_password(password)
    for role in ROLES:
        languages = [one.code for one in Language.all()[1:]] if role == TRANSLATOR else []
        user = User.objects.create(
            username=role, password=hashed, is_staff=True, languages=languages
        )
        user.groups.add(Group.objects.get(name=role))
    User.objects.create(username=ADMIN, password=hashed, is_staff=True, is_superuser=True)
    return password
