"""Who may call a change a misprint, an update or a correction, and whom others ask."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy as copied
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, prefetch_related_objects
from django.utils.translation import gettext

from articles.desk.notes import leave_note
from articles.languages import Language
from articles.models import Article, User
from articles.models.permissions import (
    CHANGE_ARTICLE,
    CORRECT_ARTICLE,
    EDIT_ANY_ARTICLE,
    PUBLISH_ARTICLE,
    SomeRights,
)
from articles.text.typography.direction import END, ISOLATE

from .owed_corrections import Kind

KINDS = {"misprint": Kind.TYPOGRAPHICAL, "update": Kind.UPDATE, "correction": Kind.SUBSTANCE}
"""What the settings call each kind, from the lightest on."""


def kinds_for(article: Article, user: User) -> set[Kind]:
    """What this person may call a change: who may correct, anything."""
    return set(Kind) if article.may_be_corrected_by(user) else kinds_of_editors(user)


def may_say(user: User) -> set[Kind]:
    """What this person may call a change of an article that is open to them."""
    return set(Kind) if user.has_perm(CORRECT_ARTICLE) else kinds_of_editors(user)


def kinds_of_editors(user: User) -> set[Kind]:
    chosen = settings.CHANGES_BY_EDITORS if user.has_perm(PUBLISH_ARTICLE) else []
    return {kind for name, kind in KINDS.items() if name in chosen}


DECIDE = frozenset({CORRECT_ARTICLE, CHANGE_ARTICLE, EDIT_ANY_ARTICLE})
"""The rights by which an article is somebody's to correct."""


def correctors(*articles: Article) -> list[User]:
    """Those who may write a correction of each of these articles, with their groups."""
    people = corrected_by(*articles)
    prefetch_related_objects(people, "groups")
    return people


def corrected_by(*articles: Article) -> list[User]:
    """``correctors``, in one question: each with the rights that decide."""
    people = User.with_right(CORRECT_ARTICLE).filter(is_staff=True, is_active=True)
    decide = {f"decides_{number}": right for number, right in enumerate(sorted(DECIDE))}
    found = people.annotate(
        **{
            name: Exists(User.with_right(right).filter(pk=OuterRef("pk")).order_by())
            for name, right in decide.items()
        }
    )
    named: list[User] = []
    for one in found:
        held = {right for name, right in decide.items() if getattr(one, name)}
        asked: Any = copied(one)
        asked._perm_cache = SomeRights(held, asked=DECIDE)
        if all(article.may_be_corrected_by(asked) for article in articles):
            named.append(one)
    return named


def ask(copy: Article, whom: Iterable[User], words: str, *, by: User) -> None:
    """Send a working copy to who may write the correction that it needs: a note, and a mail."""
    live: Any = copy.working_copy_of
    text = words.strip() or gettext(
        "The changes that wait beside this article need a correction, which I may not write. "
        "Please look at them."
    )
    leave_note(live, text, by=by, to=whom, asks_correction=True)


def who_may(*articles: Article, people: Iterable[User] | None = None) -> str:
    """Names those who may write a correction, for somebody who may not.

    Args:
        people: them, where they are known.
    """
    found = corrected_by(*articles) if people is None else people
    names = Language.active().listed(f"{ISOLATE}{one}{END}" for one in found)
    if not names:
        return gettext("Nobody here may write a correction: ask an administrator.")
    return gettext("A correction is written by somebody who may: %(names)s.") % {"names": names}
