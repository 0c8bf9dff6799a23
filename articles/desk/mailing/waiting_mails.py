"""Mails of an article that readers have no more, or not yet again: until when they wait.

They wait for the moment at which it appears, or for its coming back; the moment may change.
"""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from articles.languages import Language
from articles.models import Article, MailDelivery, Mailing
from articles.models.phases import Phase

from .finishing import is_taken_back
from .queue import FRESH, readers_of, written_for

WAITS = {Phase.SCHEDULED, Phase.EMBARGOED}
RESTING = Q(state=MailDelivery.State.WAITING, tries=0)
"""What is due later and has not been tried; what a server put off has been."""


def waits_until(article: Article, mailing: Mailing, now: datetime) -> datetime | None:
    """Until when mails wait; nothing where it is too late for them to be news."""
    language = Language(mailing.language)
    if article.phase_in(language, now) in WAITS:
        return article.appears_at(language)
    until = (mailing.queued_at or mailing.created_at) + FRESH
    return until if until > now else None


def wake(at: datetime | None = None) -> None:
    """Have mails that wait for an article wait as long as it says now."""
    now = at or timezone.now()
    resting = MailDelivery.objects.filter(RESTING, due_at__gt=now)
    mailings = Mailing.objects.filter(done_at=None, article__isnull=False)
    for mailing in mailings.filter(pk__in=resting.values("mailing")).select_related("article"):
        article, language = mailing.article, Language(mailing.language)
        if article is None:
            continue
        is_there = not is_taken_back(mailing, now)
        moment = now if is_there else waits_until(article, mailing, now)
        resting.filter(mailing=mailing).update(due_at=moment or now)
        if is_there:
            # Who has come since it was first there is told as well.
            written_for(mailing, readers_of(article, language), now)
