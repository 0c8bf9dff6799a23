"""What subscribers are still to be told, and to whom: articles, corrections, the digest of a day.

Each is written down once, for everybody who had chosen it when it appeared. It is no promise: the
article is asked again when its mail is sent.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from itertools import batched
from typing import NamedTuple

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from articles.languages import Language
from articles.models import (
    Article,
    Correction,
    MailDelivery,
    Mailing,
    Subscriber,
    Subscription,
)
from articles.models.corrections import CorrectionQuerySet

FRESH = timedelta(days=1)
"""What appeared longer ago is no news: nobody is told of it at once."""
AT_ONCE = 500
"""Rows that are written together."""

Rhythm = Subscriber.Rhythm


def queue(at: datetime | None = None) -> int:
    """Write down all that is due; how many mails that adds."""
    now = at or timezone.now()
    added = 0
    for language in Language.all():
        for article in to_be_told(language, now):
            mailing, __ = Mailing.objects.get_or_create(
                article=article, language=language.code, correction=None
            )
            added += written_for(mailing, readers_of(article, language), now)
        for one in corrections_to_be_told(language, now):
            mailing, __ = Mailing.objects.get_or_create(
                correction=one, language=language.code, defaults={"article": one.article}
            )
            added += written_for(mailing, readers_of(one.article, language), now)
    digest = digest_of(now)
    if digest is not None:
        added += written_for(digest, readers_of_digest(digest), now)
    return added


def to_be_told(language: Language, now: datetime) -> QuerySet[Article]:
    """Articles that appeared lately, and of which not everybody has been written down."""
    done = told_in(language).filter(correction=None)
    fresh = appeared_between(now - FRESH, now, language)
    return fresh.exclude(pk__in=done.filter(article__isnull=False).values("article"))


def corrections_to_be_told(language: Language, now: datetime) -> CorrectionQuerySet:
    """What was wrong in articles of which subscribers had a mail, said in public lately.

    What was corrected before its article was mailed stands in that mail.
    """
    done = told_in(language)
    mailed = done.filter(
        correction=None, article=OuterRef("article"), queued_at__lt=OuterRef("created_at")
    )
    fresh = corrected_between(now - FRESH, now, language).filter(Exists(mailed))
    return fresh.exclude(pk__in=done.filter(correction__isnull=False).values("correction"))


def told_in(language: Language) -> QuerySet[Mailing]:
    """What is written down for everybody who is to have it."""
    return Mailing.objects.filter(language=language.code, queued_at__isnull=False)


def corrected_between(since: datetime, until: datetime, language: Language) -> CorrectionQuerySet:
    """What readers were told was wrong, of articles that they have."""
    shown = Correction.objects.shown(language).of_substance()
    shown = shown.filter(created_at__gt=since, created_at__lte=until)
    articles = Article.objects.live(until, language).values("pk")
    return shown.filter(article__in=articles).select_related("article").order_by("pk")


def appeared_between(since: datetime, until: datetime, language: Language) -> QuerySet[Article]:
    """Those that readers of a language have, and did not have before a moment."""
    date = language.field("published_at")
    ended = Q(embargoed_until__gt=since, embargoed_until__lte=until)
    came = Q(**{f"{date}__gt": since, f"{date}__lte": until}) | ended
    return Article.objects.live(until, language).filter(came).order_by("pk")


def readers_of(article: Article, language: Language) -> QuerySet[Subscriber]:
    """Who chose it, before it appeared, to be told at once."""
    chosen = Q(topic=None, event=None)
    chosen |= Q(topic__in=article.tagged.values("tag"))
    if article.event_id:
        chosen |= Q(event=article.event_id) | Q(event__sessions=article.event_id)
    choices = Subscription.objects.filter(chosen, language=language.code)
    choices = choices.filter(confirmed_at__lte=article.appears_at(language))
    reached = Subscriber.objects.reached().filter(rhythm=Rhythm.AT_ONCE)
    return reached.filter(pk__in=choices.values("subscriber"))


def written_for(mailing: Mailing, readers: QuerySet[Subscriber], now: datetime) -> int:
    """Write a mailing down for each reader, once; should that stop, it goes on another time."""
    added = 0
    for some in batched(readers.order_by("pk").values_list("pk", flat=True), AT_ONCE):
        with transaction.atomic():
            # Who has left since is written to no more, and who is there cannot leave meanwhile.
            there = Subscriber.objects.select_for_update().filter(pk__in=some).order_by("pk")
            keys = list(there.values_list("pk", flat=True))
            rows = [MailDelivery(mailing=mailing, subscriber_id=pk, due_at=now) for pk in keys]
            MailDelivery.objects.bulk_create(rows, ignore_conflicts=True)
        added += len(rows)
    mailing.queued_at = now
    mailing.save(update_fields={"queued_at"})
    return added


# The digest.


def digest_of(now: datetime) -> Mailing | None:
    """The digest of today, once its hour has come and until all of it is written down.

    There is none where nothing has appeared or was corrected since the one before.
    """
    local = timezone.localtime(now)
    if local.time() < time(settings.DIGEST_HOUR):
        return None
    with transaction.atomic():
        mailing = Mailing.objects.filter(day=local.date()).first()
        if mailing is None:
            before = Mailing.objects.filter(day__lt=local.date()).order_by("-day").first()
            since = max(before.created_at, now - 2 * FRESH) if before else now - FRESH
            if not any(
                appeared_between(since, now, one).exists()
                or corrected_between(since, now, one).exists()
                for one in Language.all()
            ):
                return None
            mailing = Mailing.objects.create(day=local.date(), since=since, created_at=now)
    return None if mailing.queued_at else mailing


def readers_of_digest(mailing: Mailing) -> QuerySet[Subscriber]:
    confirmed = Subscription.objects.filter(confirmed_at__lte=mailing.created_at)
    reached = Subscriber.objects.reached().filter(rhythm=Rhythm.DIGEST)
    return reached.filter(pk__in=confirmed.values("subscriber"))


class News(NamedTuple):
    """What a mail tells of: an article, or what was wrong in it."""

    article: Article
    language: Language
    correction: Correction | None = None


def news_of(mailing: Mailing, at: datetime) -> Iterable[News]:
    """What a digest tells of, as readers have it now: the newest first, then what was wrong."""
    since = mailing.since or mailing.created_at
    for language in Language.all():
        there = appeared_between(since, mailing.created_at, language)
        there = there.filter(pk__in=Article.objects.live(at, language).values("pk"))
        newest = there.order_by(f"-{language.field('published_at')}", "-pk")
        new = list(newest.prefetch_related("tagged").select_related("event"))
        yield from (News(one, language) for one in new)
        wrong = corrected_between(since, mailing.created_at, language)
        # What is new to its readers is told as it is now.
        wrong = wrong.exclude(article__in=[one.pk for one in new])
        wrong = wrong.filter(article__in=Article.objects.live(at, language).values("pk"))
        rows = wrong.select_related("article__event").prefetch_related("article__tagged")
        yield from (News(one.article, language, one) for one in rows)
