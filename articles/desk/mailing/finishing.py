"""The end of a mailing: of who had it nothing is kept, and only the numbers stay."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from articles.languages import Language
from articles.models import MailDelivery, Mailing

from .queue import shown_in

State = MailDelivery.State


def finish_done(at: datetime | None = None) -> None:
    """Finish the mailings of which nothing waits any more; by the one process that sends."""
    now = at or timezone.now()
    waiting = MailDelivery.objects.filter(state=State.WAITING).values("mailing")
    done = Mailing.objects.filter(done_at=None, queued_at__isnull=False).exclude(pk__in=waiting)
    for pk in list(done.values_list("pk", flat=True)):
        with transaction.atomic():
            # Another process may have taken over meanwhile: what it wrote stands.
            mailing = Mailing.objects.select_for_update(of=["self"]).filter(pk=pk, done_at=None)
            if found := mailing.first():
                finish(found, now)


def finish(mailing: Mailing, now: datetime) -> None:
    counted = Counter(mailing.deliveries.values_list("state", flat=True))
    if counted[State.WAITING]:
        return
    if counted[State.DROPPED] and not counted[State.SENT] and is_taken_back(mailing, now):
        # Nobody has been told of it: published again, it is news.
        mailing.delete()
        return
    mailing.sent, mailing.failed = counted[State.SENT], counted[State.FAILED]
    mailing.dropped, mailing.done_at = counted[State.DROPPED], now
    mailing.save(update_fields={"sent", "failed", "dropped", "done_at"})
    mailing.deliveries.all().delete()


def is_taken_back(mailing: Mailing, now: datetime) -> bool:
    """Whether what a mailing tells of has no readers now: its article, or what was wrong in it."""
    article, language = mailing.article, Language(mailing.language)
    if article is None:
        return False
    if not article.is_live(language, now):
        return True
    shown = shown_in(language).filter(pk=mailing.correction_id)
    return mailing.correction_id is not None and not shown.exists()
