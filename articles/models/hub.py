"""What the hub of the feeds (WebSub) has been told."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from .date_fields import MomentField
from .record import Record, RecordQuerySet

FIRST = timedelta(days=1)
"""How far back a hub is told that has never been told anything."""


class HubNoticeQuerySet(RecordQuerySet):
    def told_until(self, now: datetime) -> datetime:
        """The moment until which the hub knows every change."""
        last = self.values_list("until", flat=True).first()
        # A clock that was set back makes nothing known that has not happened.
        return min(last, now) if last else now - FIRST

    def note(self, until: datetime) -> None:
        """Keep that the hub was told of all changes until a moment."""
        self.create(until=until)
        self.filter(until__lt=until).delete()


class HubNotice(Record):
    """The hub was told of every change until a moment."""

    until = MomentField()

    objects = HubNoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice to the hub")
        verbose_name_plural = _("notices to the hub")
        ordering = ["-until"]

    def __str__(self) -> str:
        return self.until.isoformat()
