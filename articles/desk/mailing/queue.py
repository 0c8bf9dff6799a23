"""What subscribers are still to be told, and to whom: articles, corrections, the digest of a day.

Each is written down once, for everybody who had chosen it when it appeared. It is no promise: the
article is asked again when its mail is sent.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import batched
from typing import NamedTuple

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
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
REMEMBERED = 7
"""Digests of which it is looked up what they told."""
AT_ONCE = 500
"""Rows that are written together."""

Rhythm = Subscriber.Rhythm


def queue(at: datetime | None = None) -> int:
    """Write down all that is due; how many mails that adds."""
    now = at or timezone.now()
    added = 0
    for language in Language.all():
        note_shown(language, now)
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
    done = told_in(language).filter(correction=None, article__isnull=False)
    # What was told to nobody, and was published anew since, is news to whoever has come.
    published = F(f"article__{language.field('published_at')}")
    done = done.exclude(done_at__isnull=False, sent=0, failed=0, queued_at__lt=published)
    fresh = appeared_between(now - FRESH, now, language)
    return fresh.exclude(pk__in=done.values("article"))


def note_shown(language: Language, now: datetime) -> None:
    """Write down of corrections that they are shown to readers of a language, from when on.

    One that is translated, or made public, days after it was written is news to these.
    """
    noted = Mailing.objects.filter(language=language.code, correction__isnull=False)
    shown = shown_in(language).filter(created_at__lte=now)
    Mailing.objects.bulk_create(
        (
            Mailing(
                article_id=one.article_id,
                correction=one,
                language=language.code,
                created_at=one.created_at if one.created_at > now - FRESH else one.updated_at,
            )
            for one in shown.exclude(pk__in=noted.values("correction"))
        ),
        ignore_conflicts=True,
        batch_size=AT_ONCE,
    )


def corrections_to_be_told(language: Language, now: datetime) -> CorrectionQuerySet:
    """What was wrong in articles of which subscribers had a mail, said in public lately.

    What was corrected before its article was mailed stands in that mail.
    """
    done = told_in(language)
    fresh = corrected_between(now - FRESH, now, language)
    mailed = done.filter(
        correction=None, article=OuterRef("article"), queued_at__lt=OuterRef("shown_since")
    )
    fresh = fresh.filter(Exists(mailed))
    return fresh.exclude(pk__in=done.filter(correction__isnull=False).values("correction"))


def told_in(language: Language) -> QuerySet[Mailing]:
    """What is written down for everybody who is to have it."""
    return Mailing.objects.filter(language=language.code, queued_at__isnull=False)


def shown_in(language: Language) -> CorrectionQuerySet:
    return Correction.objects.shown(language).of_substance()


def corrected_between(since: datetime, until: datetime, language: Language) -> CorrectionQuerySet:
    """What readers were told was wrong, of articles that they have."""
    noted = Mailing.objects.filter(correction=OuterRef("pk"), language=language.code)
    first = Coalesce(Subquery(noted.values("created_at")[:1]), F("created_at"))
    shown = shown_in(language).annotate(shown_since=first)
    shown = shown.filter(shown_since__gt=since, shown_since__lte=until)
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
    mailing.queued_at, mailing.done_at = now, None
    mailing.save(update_fields={"queued_at", "done_at"})
    return added


# The digest.


def digest_of(now: datetime) -> Mailing | None:
    """The digest of today, once its hour has come and until all of it is written down.

    There is none where nothing has appeared or was corrected since the one before.
    """
    local = timezone.localtime(now)
    if local.hour < settings.DIGEST_HOUR:
        return None
    with transaction.atomic():
        mailing = Mailing.objects.filter(day=local.date()).first()
        if mailing is None:
            before = digests_before(local.date()).first()
            since = max(before.created_at, now - 2 * FRESH) if before else now - FRESH
            mailing = Mailing(day=local.date(), since=since, created_at=now)
            if not any(True for _ in news_of(mailing, now)):
                return None
            mailing.save()
    return None if mailing.queued_at else mailing


def digests_before(day: date | None) -> QuerySet[Mailing]:
    return Mailing.objects.filter(day__lt=day).order_by("-day")


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
    """What a digest tells of, as readers have it now: the newest first, then what was wrong.

    What has a date of before the last digest and was not in it is told as well: it was saved, or
    came back, after that.
    """
    since, told = mailing.since or mailing.created_at, told_before(mailing)
    if told is not None:
        since -= FRESH
    for language in Language.all():
        known = [(one, wrong) for code, one, wrong in told or [] if code == language.code]
        there = appeared_between(since, mailing.created_at, language)
        there = there.filter(pk__in=Article.objects.live(at, language).values("pk"))
        there = there.exclude(pk__in=[article for article, wrong in known if wrong is None])
        newest = there.order_by(f"-{language.field('published_at')}", "-pk")
        new = list(newest.prefetch_related("tagged").select_related("event"))
        yield from (News(one, language) for one in new)
        wrong = corrected_between(since, mailing.created_at, language)
        # What is new to its readers is told as it is now.
        wrong = wrong.exclude(article__in=[one.pk for one in new])
        wrong = wrong.exclude(pk__in=[one for _, one in known if one is not None])
        wrong = wrong.filter(article__in=Article.objects.live(at, language).values("pk"))
        rows = wrong.select_related("article__event").prefetch_related("article__tagged")
        yield from (News(one.article, language, one) for one in rows)


Told = tuple[str, int, int | None]
"""A language, an article, and the correction where it is that which was told."""


def told_before(mailing: Mailing) -> list[Told] | None:
    """What the digests before this one told; nothing where the last has written nothing down."""
    before = list(digests_before(mailing.day).values_list("told", flat=True)[:REMEMBERED])
    if not before or before[0] is None:
        return None
    return [(code, article, wrong) for told in before for code, article, wrong in told or []]


def note_told(mailing: Mailing, news: Iterable[News]) -> None:
    """Write down what a digest tells, as it is told: it is in no further one."""
    told = [list(one) for one in mailing.told or []]
    for article, language, correction in news:
        one = [language.code, article.pk, correction.pk if correction else None]
        if one not in told:
            told.append(one)
    if told != mailing.told:
        mailing.told = told
        mailing.save(update_fields={"told"})
