"""Revisions of records: each change is kept whole, can be read against any other, and restored."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from articles.desk.editing.snapshots import Content, same
from articles.models import Image, RecordRevision, User
from articles.models.permissions import PUBLISH_ARTICLE, permission_to

from .pictures import prepare
from .values import ROWS, RecordWriter, by_key, differing_values, kind_of, locked, snapshot

KEPT = ("slug", "is_listed", "visibility", "embargoed_until")
"""What an older state does not bring back: addresses, and who may know of it."""


def may_publish(by: User) -> bool:
    """Whether what readers have of records is this person's to change."""
    return by.has_perm(PUBLISH_ARTICLE)


def revisions_of(record: Any) -> Any:
    return RecordRevision.objects.of(record)


def catch_up(record: Any) -> RecordRevision:
    """The revision of a record as it is; one is made where it changed outside the desk."""
    last, content = revisions_of(record).first(), snapshot(record)
    if last is not None and same(last.content, content):
        return last
    note = "" if last is None else _("Changed outside the editing form.")
    return keep_record_revision(record, content, by=None, note=note, after=last)


def keep_change(record: Any, *, by: User | None, note: str = "") -> RecordRevision | None:
    """Keep what a change made of a record; nothing where it made no difference."""
    last, content = revisions_of(record).first(), snapshot(record)
    if last is not None and same(last.content, content):
        return None
    return keep_record_revision(record, content, by=by, note=note, after=last)


def keep_record_revision(
    record: Any,
    content: Content,
    *,
    by: User | None,
    note: str,
    after: RecordRevision | None,
) -> RecordRevision:
    return RecordRevision.objects.create(
        kind=kind_of(record),
        record_key=record.key,
        number=after.number + 1 if after else 1,
        content=content,
        made_by=by,
        note=note[:500],
    )


def keep_record_before_deletion(record: Any, *, by: User) -> None:
    """Keep the last state of a record that is about to be deleted."""
    last = catch_up(record)
    keep_record_revision(record, last.content, by=by, note=_("Deleted."), after=last)


def changed(record: Any, *, by: User, note: str = "") -> None:
    """What follows from a change that was made: a revision; of a picture, its renditions."""
    keep_change(record, by=by, note=note)
    if isinstance(record, Image):
        prepare(record)


def may_restore(record: Any, by: User) -> bool:
    """Whether every word of it is this person's to change, now and before its readers."""
    limits = by.write_limits()
    whole = not limits.facts and not limits.languages
    allowed = whole and by.has_perm(permission_to("change", type(record)))
    return allowed and (may_publish(by) or not record.is_before_readers())


def restore(revision: RecordRevision, *, onto: Any, by: User) -> list[str]:
    """Bring an older state back as the newest; returns the names of what is no longer there.

    Raises:
        PermissionDenied: readers have it, and ``by`` may not publish.
        ValidationError: the older state breaks a rule.
    """
    with transaction.atomic():
        record = locked(onto)
        if not may_restore(record, by):
            raise PermissionDenied(_("You may not change what readers have."))
        now = catch_up(record).content
        before, after = differing_values(kind_of(record), now, revision.content)
        fields = {
            name: value for name, value in after["fields"].items() if not name.startswith(KEPT)
        }
        rows = {
            name: dict.fromkeys(by_key(before.get(name))) | by_key(after.get(name))
            for name in ROWS.get(kind_of(record), ())
        }
        putting = RecordWriter(record)
        putting.put(fields, rows)
        note = _("Restored version %(number)d.") % {"number": revision.number}
        changed(record, by=by, note=note)
    return list(dict.fromkeys(putting.lost.names))
