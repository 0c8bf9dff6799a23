"""Proposals: what somebody who may not publish would change of what readers have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.desk.editing.snapshots import Content, comparable
from articles.models import Document, Image, Proposal, User
from articles.models.picture_files import let_go

from .record_history import catch_up, changed, may_publish
from .values import (
    ROWS,
    RecordWriter,
    by_key,
    differing_values,
    is_empty,
    kind_of,
    locked,
    names_in,
    record_of,
    records_of,
    said_of,
)

PROPOSED, AS_IT_IS = "proposed", "kept"
"""What may be chosen of a field that was changed meanwhile."""


def must_propose(record: Any, by: User) -> bool:
    """Whether what this person saves of a record is a proposal: readers have it."""
    return not may_publish(by) and record.is_before_readers()


def propose(
    record: Any, before: Content, after: Content, *, by: User, note: str = ""
) -> Proposal | None:
    """Keep what somebody would change; nothing where nothing differs.

    It joins what they have proposed already of this record and nobody has decided about.
    """
    kind = kind_of(record)
    old, new = differing_values(kind, before, after)
    if is_empty(old) and is_empty(new):
        return None
    with transaction.atomic():
        mine = Proposal.objects.of(record).waiting().filter(made_by=by)
        waiting = mine.select_for_update(of=("self",)).first()
        if waiting is None:
            return Proposal.objects.create(
                kind=kind,
                record_key=record.key,
                before=old,
                after=new,
                made_by=by,
                note=note[:500],
            )
        waiting.before = merged_content(kind, waiting.before, old, over=(old, new))
        waiting.after = merged_content(kind, waiting.after, new, over=(old, new))
        waiting.note, waiting.made_at = note[:500] or waiting.note, timezone.now()
        waiting.save()
        return waiting


def merged_content(
    kind: str, content: Content, newer: Content, over: tuple[Content, Content]
) -> Content:
    """A content with a newer one's, which says all there is of whatever ``over`` speaks of."""
    found: Content = {"fields": content["fields"] | newer["fields"]}
    for rows in ROWS.get(kind, ()):
        spoken = {key for one in over for key in by_key(one.get(rows))}
        kept = [row for row in content.get(rows, []) if row["key"] not in spoken]
        found[rows] = [*kept, *newer.get(rows, [])]
    return found


# What waits.


def waiting_of(record: Any, user: User) -> Any:
    """The proposals of a record that this person may see: all, or their own."""
    waiting = Proposal.objects.of(record).waiting().select_related("made_by")
    return waiting if may_publish(user) else waiting.filter(made_by=user)


@dataclass(frozen=True)
class ListedProposal:
    """A proposal with the record it is about, for a list."""

    proposal: Proposal
    record: Any


def with_records(proposals: Any) -> list[ListedProposal]:
    """Proposals with their records, in one query for each kind; of what is gone, none."""
    found = list(proposals)
    records = {
        kind: records_of(kind, [one.record_key for one in found if one.kind == kind])
        for kind in {one.kind for one in found}
    }
    pairs = [(one, records[one.kind].get(one.record_key)) for one in found]
    return [ListedProposal(one, record) for one, record in pairs if record is not None]


# What is decided.


@dataclass(frozen=True)
class Clash:
    """A field or a row that was changed since the proposal was made, and not to the same."""

    part: str
    name: str

    @property
    def asked(self) -> str:
        return f"{self.part}:{self.name}"


def clashes(proposal: Proposal, now: Content) -> list[Clash]:
    """What has changed under a proposal."""
    found = []
    for part, name in names_in(proposal.kind, proposal.before, proposal.after):
        is_now = comparable(said_of(now, part, name))
        known = [comparable(said_of(one, part, name)) for one in (proposal.before, proposal.after)]
        if is_now not in known:
            found.append(Clash(part, name))
    return found


def outcome(proposal: Proposal, now: Content, chosen: Mapping[str, str]) -> tuple[Any, Any]:
    """The fields and rows to write: what is proposed, but for what shall stay as it is."""
    stays = {one.asked for one in clashes(proposal, now) if chosen.get(one.asked) != PROPOSED}
    fields = {
        name: value
        for name, value in proposal.after["fields"].items()
        if f"fields:{name}" not in stays
    }
    rows: dict[str, dict[str, Any]] = {}
    for part, key in names_in(proposal.kind, proposal.before, proposal.after):
        if part != "fields" and f"{part}:{key}" not in stays:
            rows.setdefault(part, {})[key] = said_of(proposal.after, part, key)
    return fields, rows


class UndecidedError(Exception):
    """What was changed meanwhile has to be chosen first."""


def accept(
    proposal: Proposal,
    *,
    by: User,
    chosen: Mapping[str, str] | None = None,
    note: str = "",
) -> list[str]:
    """Let readers have what is proposed; returns the names of what is no longer there.

    Args:
        chosen: for each clash whether the proposal counts, or what is there.

    Raises:
        PermissionDenied: ``by`` may not publish.
        UndecidedError: something was changed meanwhile, and nothing is chosen of it.
        ValidationError: somebody else has decided, or the record would break a rule.
    """
    if not may_publish(by):
        raise PermissionDenied(_("You may not change what readers have."))
    with transaction.atomic():
        proposal = undecided(proposal)
        record = record_of(proposal.kind, proposal.record_key)
        if record is None:
            raise ValidationError(_("What it was to change is no longer there."))
        record = locked(record)
        now = catch_up(record).content
        choices = dict(chosen or {})
        if any(one.asked not in choices for one in clashes(proposal, now)):
            raise UndecidedError
        putting = RecordWriter(record)
        putting.put(*outcome(proposal, now, choices))
        said = _("Proposed by %(name)s.") % {"name": proposal.made_by or "–"}
        changed(record, by=by, note=" ".join(one for one in (said, proposal.note, note) if one))
        decide(proposal, Proposal.State.ACCEPTED, by, note)
    return list(dict.fromkeys(putting.lost.names))


def refuse(proposal: Proposal, *, by: User, reason: str) -> None:
    """Leave readers what they have, and say why.

    Raises:
        PermissionDenied: ``by`` may not publish.
        ValidationError: no reason is given, or somebody else has decided.
    """
    if not may_publish(by):
        raise PermissionDenied(_("You may not change what readers have."))
    if not reason.strip():
        raise ValidationError(_("Say why."))
    with transaction.atomic():
        decide(undecided(proposal), Proposal.State.REFUSED, by, reason.strip())


def take_back(proposal: Proposal, *, by: User) -> None:
    """Take one's own proposal back.

    Raises:
        PermissionDenied: it is somebody else's.
        ValidationError: somebody has decided.
    """
    if proposal.made_by_id != by.pk:
        raise PermissionDenied
    with transaction.atomic():
        decide(undecided(proposal), Proposal.State.TAKEN_BACK, by, "")


def undecided(proposal: Proposal) -> Proposal:
    """The proposal, which nobody else decides before this transaction ends.

    Raises:
        ValidationError: somebody has decided.
    """
    found = Proposal.objects.select_for_update(of=("self",)).get(pk=proposal.pk)
    if not found.is_waiting:
        raise ValidationError(_("This proposal has been decided already."))
    return found


def decide(proposal: Proposal, state: Proposal.State, by: User, reason: str) -> None:
    proposal.state, proposal.reason = state, reason[:500]
    proposal.decided_by, proposal.decided_at = by, timezone.now()
    proposal.save()
    if (name := proposal.after["fields"].get("file")) and state != Proposal.State.ACCEPTED:
        image = record_of(proposal.kind, proposal.record_key)
        if isinstance(image, Document):
            transaction.on_commit(partial(image.let_go_of, name), robust=True)
        elif isinstance(image, Image) and image.file.name != name:
            original = image.original_at(name)
            transaction.on_commit(partial(let_go, image.key, original), robust=True)
