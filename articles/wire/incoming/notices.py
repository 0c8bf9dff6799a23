"""What a sender says of a text that is here already: kept, until somebody has dealt with it."""

from __future__ import annotations

from datetime import datetime

from articles.models import IncomingItem, SenderNotice

from ..sender_facts import SenderFacts
from .items import ArrivedItem

Kind = SenderNotice.Kind
AGAINST = (Kind.CANCELED, Kind.WITHHELD)
LONGEST = 1_000


def notify(
    known: IncomingItem, item: ArrivedItem, kind: SenderNotice.Kind, now: datetime
) -> SenderNotice | None:
    """Keep what was said of a text; nothing, where the same was said already."""
    words = (item.facts.note or item.text.strip())[:LONGEST] if kind in AGAINST else item.facts.note
    until = item.facts.until_moment if kind == Kind.EMBARGO else None
    if kind in AGAINST and (last := against(known)) and last.kind == kind:
        return None
    # Of what changes again, only the last counts.
    SenderNotice.objects.waiting().filter(item=known, kind=kind).delete()
    return SenderNotice.objects.create(
        item=known,
        kind=kind,
        words=words,
        until=until,
        version=item.facts.version,
        sent_at=item.published_at,
        said_at=now,
    )


def against(known: IncomingItem) -> SenderNotice | None:
    """Why a text is not to be used, where its sender has said so last."""
    return SenderNotice.objects.filter(item=known, kind__in=[*AGAINST, Kind.AGAIN]).last()


def is_before(item: ArrivedItem, notice: SenderNotice) -> bool:
    """Whether an item is older than what was said later: a feed may still have it."""
    said = SenderFacts(version=notice.version)
    if item.facts.version.isdecimal() and said.version.isdecimal():
        return int(item.facts.version) <= int(said.version)
    sent = item.published_at
    return bool(sent and notice.sent_at and sent < notice.sent_at)


def sent_again(known: IncomingItem, item: ArrivedItem, now: datetime) -> bool:
    """Note that a text that was cancelled is sent again; whether it was."""
    last = against(known)
    if last is None or not last.is_against_use:
        return False
    for one in SenderNotice.objects.waiting().filter(item=known, kind__in=AGAINST):
        one.settle()
    notify(known, item, Kind.AGAIN, now)
    return True


def settle_versions(known: IncomingItem | None) -> None:
    """What a new version said of an older one is dealt with, where a person has made use of it."""
    if known is not None:
        for one in SenderNotice.objects.waiting().filter(item=known, kind=Kind.VERSION):
            one.settle()
