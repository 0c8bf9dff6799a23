"""What keeps a record from being deleted, found before a button is pressed that is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from articles.desk.deleted_meanwhile import GoneError
from articles.desk.publication.corrections import CorrectionAnswers
from articles.languages import Language
from articles.models import User

from . import replacing
from .uses import by_owner, uses_of

MOST_TRIED = 50
"""Of more uses than this, a button says what keeps it from them when it is pressed."""
ANY_WORDS = "…"
"""In place of the correction that the page asks for."""


def of_deletion(record: Any, *, by: User) -> str:
    """Why a record that nothing uses is not deleted; nothing, where it would be."""
    return refusal_of(lambda: replacing.delete(record, by=by))


def of_taking_off(record: Any, *, by: User, may_tell: bool) -> str:
    """Why a record is not taken off all that uses it.

    Args:
        record: what is to go.
        by: who asks.
        may_tell: whether they may tell readers of it, as the page then asks them to.
    """
    words = {one.code: ANY_WORDS for one in Language.all()} if may_tell else {}

    def take_off() -> None:
        replacing.take_off(record, by=by, told=CorrectionAnswers(words))
        replacing.delete(record, by=by)

    return refusal_of(take_off)


def of_replacing(record: Any, *, by: User) -> str:
    """Why no other record stands where this one does, whichever it is."""
    return refusal_of(lambda: replacing.refuse_others(by_owner(uses_of(record)), by))


def refusal_of(act: Callable[[], Any]) -> str:
    """What refuses an act, which is tried and taken back."""
    try:
        with transaction.atomic():
            act()
            transaction.set_rollback(True)
    except (PermissionDenied, GoneError) as refusal:
        return str(refusal)
    except ValidationError as refusal:
        return " ".join(dict.fromkeys(refusal.messages))
    return ""
