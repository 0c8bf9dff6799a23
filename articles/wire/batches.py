"""Very many files at once: each is kept as it comes, and read later, one after the other.

Whoever sent them sees how far it is. A process that is stopped leaves the rest to another.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Count, F, Q
from django.tasks import task
from django.utils import timezone

from articles.models import ReceivedFile, User
from articles.models.connections import no_connection_kept
from articles.models.incoming import AT_WORK

from .receiving import ReadAhead, Upload, arrived, keep, of_bytes, waiting_already
from .remarks import NO_REASON

logger = logging.getLogger(__name__)

AT_ONCE = 10
"""Files that are read while whoever sent them waits."""
MOST_TRIES = 3
"""Of a file at which processes were stopped: what is wrong with it may be why."""


@dataclass(frozen=True)
class BatchProgress:
    """How far the files are that somebody sent at once."""

    batch: str
    total: int
    read: int
    refused: int

    @property
    def is_done(self) -> bool:
        return self.read >= self.total

    @classmethod
    def of(cls, batch: str, user: User) -> BatchProgress | None:
        """That of one batch; of the newest of theirs that is not read yet, where none is named."""
        mine = ReceivedFile.objects.order_by().filter(sent_by=user)
        if not batch:
            last = (
                mine.filter(is_read=False).order_by("-pk").values_list("batch", flat=True).first()
            )
            batch = last or ""
        if not batch:
            return None
        found = mine.filter(batch=batch).aggregate(
            total=Count("pk"),
            read=Count("pk", filter=Q(is_read=True)),
            refused=Count("pk", filter=~Q(refusal="")),
        )
        return cls(batch, **found) if found["total"] else None


def keep_for_later(upload: Upload, by: User, language: str, batch: str) -> ReceivedFile:
    """Keep a file as it comes, to be read when it is its turn.

    One that is there already, from an upload that was broken off, is not kept again.
    """
    file, data = arrived(upload, by)
    if known := waiting_already(file, by):
        ReceivedFile.objects.filter(pk=known.pk).update(batch=batch)
        return known
    file.batch, file.language = batch, language
    file.is_read, file.content = bool(file.refusal), data
    file.save()
    return file


@task(backend="files")
def read_files() -> None:
    """Read what is to be read, one file at a time: the next one is not in memory before."""
    with no_connection_kept():
        while (key := claimed(timezone.now())) is not None:
            read_one(key)


def claimed(now: datetime) -> int | None:
    """The next file, which is ours to read now."""
    free = Q(reading_since=None) | Q(reading_since__lt=now - AT_WORK)
    waiting = ReceivedFile.objects.to_read().filter(free)
    while (key := waiting.values_list("pk", flat=True).first()) is not None:
        mine = waiting.filter(pk=key).order_by()
        if mine.update(reading_since=now, tries=F("tries") + 1):
            return key
    return None


def read_one(key: int) -> None:
    """Read one file, before anything is locked, and write down its texts or why there are none."""
    file = ReceivedFile.objects.filter(pk=key, is_read=False).select_related("sent_by").first()
    if file is None:
        return
    data = bytes(file.content)
    if file.tries > MOST_TRIES:
        give_up(file)
        return
    try:
        ahead = ReadAhead.of(of_bytes(file.name, data))
        with transaction.atomic():
            # Somebody else may have been as quick.
            if ReceivedFile.objects.filter(pk=key, is_read=False).update(is_read=True):
                file.is_read = True
                keep(file, data, file.language, ahead=ahead)
    except Exception:
        # Whatever is in it: the others are read.
        logger.exception("A file that was sent could not be read: %s", file.pk)
        give_up(file)


def give_up(file: ReceivedFile) -> None:
    ReceivedFile.objects.filter(pk=file.pk).update(is_read=True, refusal=NO_REASON)
