"""What is to come, for the front page: each event with those of its sessions that are to come."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, When
from django.utils import timezone

from articles.models import Event
from articles.models.cached_queries import cached
from articles.models.events import BY_HOUR

EVENTS, SESSIONS = 4, 3
MOST_READ = 60


@dataclass(frozen=True)
class AgendaEntry:
    """An event that is to come, with its next sessions."""

    event: Event
    sessions: list[Event] = field(default_factory=list)

    @property
    def next_sessions(self) -> list[Event]:
        return self.sessions[:SESSIONS]

    @property
    def further(self) -> int:
        """How many more sessions its page has."""
        return len(self.sessions[SESSIONS:])


def agenda() -> list[AgendaEntry]:
    """The next events, in one query. A session whose event readers know of stands under that."""
    now = timezone.now()
    found: list[Any] = events_and_sessions(now, timezone.localdate(now))
    entries = {one.pk: AgendaEntry(one) for one in found if not one.is_part}
    for one in found:
        if one.is_part and one.parent_id in entries:
            entries[one.parent_id].sessions.append(one)
    return list(entries.values())


@cached
def events_and_sessions(now: datetime, today: date) -> QuerySet[Event]:
    to_come = Event.objects.public(at=now).upcoming(today)
    parents = to_come.order_by().exclude(kind=Event.Kind.PROCESS)
    events = to_come.exclude(Exists(parents.filter(pk=OuterRef("parent"))))
    first = Event.objects.filter(pk__in=events.values("pk")[:EVENTS]).order_by().values("pk")
    is_part = Case(When(pk__in=first, then=0), default=1)
    rows = to_come.select_related("place").filter(Q(pk__in=first) | Q(parent__in=first))
    return rows.annotate(is_part=is_part).order_by("is_part", *BY_HOUR)[:MOST_READ]
