"""What keeps a record from being deleted, found before a button is pressed that is refused."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _

from articles.models import Quote, Speaker, User

from . import record_history, replacing
from .uses import VisibleUses


def of_deletion(record: Any, *, by: User) -> str:
    """Why a record that nothing uses is not deleted; nothing, where it would be."""
    if record_history.may_publish(by) or not record.is_before_readers():
        return ""
    return _("You may not change what readers have.")


def of_replacing(found: VisibleUses, *, by: User) -> str:
    """Why nothing else stands where a record does, of what a person sees of its uses."""
    try:
        replacing.refuse_others([(owner, None) for owner in found.owners], by)
    except PermissionDenied as refusal:
        return str(refusal)
    if found.hidden:
        elsewhere = _("somebody else’s text")
        return _("It is used where you may not change it: %s.") % elsewhere
    return ""


def of_taking_off(record: Any) -> str:
    """Why a record is not taken off all that uses it: somebody who is quoted."""
    if not isinstance(record, Speaker) or not record.quotes.exists():
        return ""
    try:
        replacing.refuse_nobodys(Quote(speaker=record), Quote._meta.get_field("speaker"))
    except ValidationError as refusal:
        return " ".join(refusal.messages)
    return ""
