"""What a server beside ours is still to be told: mails, and what the search server is to have.

A row is written in the transaction of what it tells, and deleted once the server has it. So nobody
waits for that server, and what a stopped process leaves undone is found and done.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from datetime import timedelta
from time import monotonic
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from .date_fields import MomentField
from .mail_answers import RefusedInARow, is_about_one, words_for_log, words_without_address
from .record import Record, RecordQuerySet
from .text_fields import OneLineField, PlainDataField

logger = logging.getLogger(__name__)

KEPT_FOR = timedelta(days=3)
"""How long it is tried to deliver something."""
LONGEST_PAUSE = timedelta(hours=1)
HELD_FOR = timedelta(minutes=10)
"""How long something may take that a process is about; after that it was stopped."""
REST = 30.0
"""Seconds for which a process leaves a server alone that did not answer."""
BATCH = 100

rests_until: dict[str, float] = {}
"""Until when this process leaves the server of a kind alone."""


class RefusedError(Exception):
    """The server answers, and does not take this one: others are delivered all the same."""


class DeliveryQuerySet(RecordQuerySet["Delivery"]):
    def add(self, kind: str, contents: Iterable[Any]) -> None:
        """Write down what is to be delivered, from now on."""
        now = timezone.now()
        self.bulk_create(
            self.model(kind=kind, content=content, created_at=now, due_at=now)
            for content in contents
        )

    def deliver(
        self,
        kind: str,
        act: Callable[[Any], None],
        give_up: Callable[[Any], None] = lambda _content: None,
    ) -> int:
        """Do what is due of a kind, each once, until the server does not answer; how many.

        Args:
            kind: of what is delivered.
            act: delivers one.
            give_up: is told of one that could not be delivered for days, and will not be.
        """
        done, refused = 0, RefusedInARow()
        while monotonic() >= rests_until.get(kind, 0.0):
            due = self.filter(kind=kind, due_at__lte=timezone.now())
            # What was tried before comes after what was not.
            some = list(due.order_by("tries", "due_at", "pk")[:BATCH])
            if not some:
                break
            for one in some:
                if not one.claim():
                    continue
                try:
                    one.do(act, give_up)
                except Exception as refusal:
                    if one.is_alone_in_it(refusal, refused):
                        continue
                    rests_until[kind] = monotonic() + REST
                    break
                refused.note_taken()
                done += 1
        return done

    def make_due(self) -> None:
        """Have all be due now, but for what a process is about at this moment."""
        now = timezone.now()
        is_free = Q(claimed_at=None) | Q(claimed_at__lt=now - HELD_FOR)
        self.filter(is_free).update(due_at=now)


class Delivery(Record):
    """One mail, or keys of what is to be told as the database has it at that moment.

    Mails to colleagues are kept as they are sent. Of a reader who asked for a link, or of a
    journalist's copy of a text, there is the key alone.
    """

    class Kind(models.TextChoices):
        MAIL = "mail", "mail"
        INDEX = "index", "index"
        CONFIRMATION = "confirmation", "confirmation"
        EMBARGOED = "embargoed", "embargoed"

    kind = OneLineField(max_length=20, choices=Kind)
    content = PlainDataField()
    tries = models.PositiveSmallIntegerField(default=0, db_default=0)
    due_at = MomentField(default=timezone.now, db_index=True)
    claimed_at = MomentField(null=True)
    """Since when a process is about it."""

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        ordering = ["due_at", "pk"]
        default_permissions = ()

    def __str__(self) -> str:
        # A log names a colleague who is not reached; of others there is no address here.
        return f"{self.kind} {self.pk} {self.content.get('to', '')}".strip()

    @property
    def is_to(self) -> str:
        """For whom it is: two for the same say no more of a server than one."""
        return f"{self.content.get('to') or self.content.get('subscriber') or self.pk}"

    def claim(self) -> bool:
        """Whether it is ours to do now: of several processes, one is first.

        Should that process be stopped meanwhile, it is due again, later each time.
        """
        pause = min(timedelta(minutes=2 ** min(self.tries, 10)), LONGEST_PAUSE)
        mine, now = Delivery.objects.filter(pk=self.pk, tries=self.tries), timezone.now()
        return bool(mine.update(tries=F("tries") + 1, due_at=now + pause, claimed_at=now))

    def is_alone_in_it(self, refusal: Exception, refused: RefusedInARow) -> bool:
        """Let it wait, and say whether others may go meanwhile: it alone was not taken."""
        Delivery.objects.filter(pk=self.pk).update(claimed_at=None)
        logger.error("Not delivered, to be tried again: %s: %s", self, words_for_log(refusal))
        is_mail = self.kind != self.Kind.INDEX
        return is_mail and is_about_one(refusal) and not refused.is_of_all(self.is_to, refusal)

    def do(self, act: Callable[[Any], None], give_up: Callable[[Any], None]) -> None:
        """Deliver it, unless it is too old, or is not wanted there."""
        if self.created_at < timezone.now() - KEPT_FOR:
            logger.error("Given up, it could not be delivered for days: %s", self)
            give_up(self.content)
        else:
            try:
                act(self.content)
            except RefusedError as refusal:
                why = words_without_address(refusal.__cause__ or refusal)
                logger.error("Refused, and given up: %s: %s", self, why)
        self.delete()
