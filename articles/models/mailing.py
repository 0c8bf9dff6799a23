"""Readers who have news by mail: an address, what they chose, and what is still to be sent.

Nothing else of them is kept: who leaves is deleted, with all rows of theirs, and of a mailing that
is done only the numbers stay.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.languages import Language

from .date_fields import DayField, MomentField
from .record import Record, RecordQuerySet
from .text_fields import OneLineEmailField, OneLineField, PlainDataField

UNCONFIRMED_FOR = timedelta(days=7)
"""How long an address waits for its confirmation; then it is deleted."""
PAUSED_FOR = timedelta(days=90)
"""How long an address is kept to which nothing arrives."""
MOST_BOUNCES = 3
"""After mails came back for good on so many days, nothing is sent to an address any more."""
FORGIVEN_AFTER = timedelta(days=60)
"""A mail that came back so long ago does not count any more."""


def plain_address(address: str) -> str:
    """An address as it is compared and kept: one mailbox, however it was typed."""
    return address.strip().lower()


class Addressed(models.Model):
    """Whoever has a mail address to which something may not arrive."""

    address = OneLineEmailField(_("mail address"), max_length=254, unique=True)
    bounces = models.PositiveSmallIntegerField(
        _("days on which a mail came back"), default=0, db_default=0, editable=False
    )
    last_bounced_on = DayField(_("last came back on"), null=True, editable=False)
    bounced_with = OneLineField(
        _("why it came back"), max_length=200, blank=True, default="", editable=False
    )
    paused_at = MomentField(_("nothing is sent since"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.address = plain_address(self.address)
        super().save(*args, **kwargs)

    def note_bounce(self, why: str, at: datetime | None = None) -> bool:
        """Count a mail that came back for good, once a day; whether that paused the address."""
        at = at or timezone.now()
        today = timezone.localdate(at)
        if self.last_bounced_on == today or self.paused_at:
            return False
        is_long_ago = self.last_bounced_on and self.last_bounced_on < today - FORGIVEN_AFTER
        self.bounces = 1 if is_long_ago else self.bounces + 1
        self.last_bounced_on, self.bounced_with = today, why[:200]
        self.paused_at = at if self.bounces >= MOST_BOUNCES else None
        self.save(update_fields={"bounces", "last_bounced_on", "bounced_with", "paused_at"})
        return self.paused_at is not None

    def resume(self) -> None:
        """Send to the address again."""
        self.bounces, self.last_bounced_on, self.bounced_with = 0, None, ""
        self.paused_at = None
        self.save(update_fields={"bounces", "last_bounced_on", "bounced_with", "paused_at"})


class SubscriberQuerySet(RecordQuerySet["Subscriber"]):
    def reached(self) -> Self:
        """Those who confirmed their address, and whose mails arrive."""
        return self.filter(confirmed_at__isnull=False, paused_at=None)

    def forgotten(self, at: datetime) -> Self:
        """Those who are not to be kept: never confirmed, or out of reach for long."""
        never = Q(confirmed_at=None, asked_at__lt=at - UNCONFIRMED_FOR)
        return self.filter(never | Q(paused_at__lt=at - PAUSED_FOR))


class Subscriber(Addressed, Record):
    """A reader by mail: an address, in which language it is written to, how often."""

    class Rhythm(models.TextChoices):
        DIGEST = "digest", _("one mail a day")
        AT_ONCE = "at_once", _("a mail for each article, at once")

    language = OneLineField(_("language"), max_length=10, choices=settings.LANGUAGES)
    rhythm = OneLineField(_("how often"), max_length=10, choices=Rhythm, default=Rhythm.DIGEST)
    asked_at = MomentField(_("asked on"), default=timezone.now, editable=False)
    asked_times = models.PositiveSmallIntegerField(default=1, db_default=1, editable=False)
    """How often a link was asked for since `asked_at`, which is of the first of a day."""
    confirmed_at = MomentField(_("confirmed on"), null=True, blank=True, editable=False)

    objects = SubscriberQuerySet.as_manager()

    class Meta:
        verbose_name = _("subscriber by mail")
        verbose_name_plural = _("subscribers by mail")
        ordering = ["-asked_at", "-pk"]
        default_permissions = ("view", "change", "delete")
        indexes = [models.Index(fields=["rhythm", "confirmed_at"], name="subscribers_to_reach")]

    def __str__(self) -> str:
        return self.address


class Subscription(Record):
    """One choice of a subscriber: a topic, an event or all news, in a language."""

    subscriber = models.ForeignKey(
        Subscriber, models.CASCADE, related_name="subscriptions", verbose_name=_("subscriber")
    )
    language = OneLineField(_("language"), max_length=10, choices=settings.LANGUAGES)
    topic = models.ForeignKey(
        "articles.Topic",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="subscriptions",
        verbose_name=_("topic"),
    )
    event = models.ForeignKey(
        "articles.Event",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="subscriptions",
        verbose_name=_("event"),
    )
    confirmed_at = MomentField(_("confirmed on"), null=True, blank=True)

    class Meta:
        verbose_name = _("subscription")
        verbose_name_plural = _("subscriptions")
        ordering = ["pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(topic=None) | Q(event=None),
                name="subscription_is_to_a_topic_or_an_event",
            ),
            models.UniqueConstraint(
                fields=["subscriber", "language", "topic"],
                condition=Q(topic__isnull=False),
                name="a_topic_is_subscribed_to_once",
            ),
            models.UniqueConstraint(
                fields=["subscriber", "language", "event"],
                condition=Q(event__isnull=False),
                name="an_event_is_subscribed_to_once",
            ),
            models.UniqueConstraint(
                fields=["subscriber", "language"],
                condition=Q(topic=None, event=None),
                name="all_news_are_subscribed_to_once",
            ),
        ]

    def __str__(self) -> str:
        language = Language.active().name_of(Language(self.language))
        return f"{self.topic or self.event or _('All news')} ({language})"

    @property
    def is_of_everything(self) -> bool:
        return not (self.topic_id or self.event_id)


class Mailing(Record):
    """What subscribers are told: an article in a language, a correction of it, a day's digest."""

    article = models.ForeignKey(
        "articles.Article", models.CASCADE, null=True, related_name="mailings"
    )
    correction = models.ForeignKey(
        "articles.Correction", models.CASCADE, null=True, related_name="mailings"
    )
    """What was wrong in the article, where that is what is told; there from when it was first shown
    to readers of the language, told or not."""
    language = OneLineField(max_length=10, blank=True, default="")
    day = DayField(null=True)
    since = MomentField(null=True)
    """Of a digest, the moment from which on its articles appeared; until it was made."""
    told = PlainDataField(null=True)
    """What a digest told: of each its language, its article, and the correction or nothing."""
    queued_at = MomentField(null=True)
    """When it was written down for everybody who is to have it."""
    done_at = MomentField(null=True, db_index=True)
    sent = models.PositiveIntegerField(default=0, db_default=0)
    failed = models.PositiveIntegerField(default=0, db_default=0)
    dropped = models.PositiveIntegerField(default=0, db_default=0)

    class Meta:
        ordering = ["pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(article=None, day__isnull=False) | Q(article__isnull=False, day=None),
                name="mailing_is_of_an_article_or_a_day",
            ),
            models.UniqueConstraint(
                fields=["article", "language"],
                condition=Q(correction=None),
                name="an_article_is_mailed_once_in_a_language",
            ),
            models.UniqueConstraint(
                fields=["correction", "language"],
                name="a_correction_is_mailed_once_in_a_language",
            ),
            models.CheckConstraint(
                condition=Q(correction=None) | Q(article__isnull=False),
                name="mailing_of_a_correction_is_of_its_article",
            ),
            models.UniqueConstraint(fields=["day"], name="a_day_has_one_digest"),
        ]

    def __str__(self) -> str:
        return f"{self.article_id or self.day} {self.language}".strip()


class MailDeliveryQuerySet(RecordQuerySet["MailDelivery"]):
    def due(self, at: datetime) -> Self:
        return self.filter(state=MailDelivery.State.WAITING, due_at__lte=at).order_by("pk")


class MailDelivery(Record):
    """One mail to one subscriber; it is there until all of its mailing is done."""

    class State(models.TextChoices):
        WAITING = "waiting", "waiting"
        SENT = "sent", "sent"
        FAILED = "failed", "failed"
        DROPPED = "dropped", "dropped"

    mailing = models.ForeignKey(Mailing, models.CASCADE, related_name="deliveries")
    subscriber = models.ForeignKey(Subscriber, models.CASCADE, related_name="deliveries")
    state = OneLineField(max_length=10, choices=State, default=State.WAITING)
    tries = models.PositiveSmallIntegerField(default=0, db_default=0)
    due_at = MomentField(default=timezone.now)
    """When it may be sent; whoever is at work on it puts this off for a while."""

    objects = MailDeliveryQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["mailing", "subscriber"], name="a_subscriber_has_a_mailing_once"
            )
        ]
        indexes = [models.Index(fields=["state", "due_at"], name="mails_that_wait")]

    def __str__(self) -> str:
        return self.key


class MailRun(models.Model):
    """Held by the one process that sends to subscribers; of one that was stopped, it runs out."""

    name = OneLineField(max_length=20, unique=True)
    holder = OneLineField(max_length=40, blank=True, default="")
    held_until = MomentField(default=timezone.now)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.name

    @classmethod
    def take(cls, holder: str, lasts: timedelta, at: datetime | None = None) -> bool:
        """Hold it, or go on holding it; whether it is this one's now.

        Nobody holds it for longer than that: a time far ahead is of a clock that was wrong.
        """
        now = at or timezone.now()
        cls.objects.get_or_create(name="subscribers", defaults={"held_until": now})
        is_over = Q(held_until__lte=now) | Q(held_until__gt=now + 2 * lasts)
        free = cls.objects.filter(Q(holder=holder) | is_over, name="subscribers")
        return bool(free.update(holder=holder, held_until=now + lasts))

    @classmethod
    def let_go(cls, holder: str) -> None:
        cls.objects.filter(holder=holder).update(holder="", held_until=timezone.now())
