"""What comes in by itself: the feeds of partners, and what waits in the inbox to be taken."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .date_fields import MomentField
from .fields import WebAddressField
from .received import ReceivedText
from .record import Record, RecordQuerySet
from .text_fields import OneLineField

LONGEST_PAUSE = timedelta(days=1)
"""How long a feed that does not answer is left alone, at most."""
AT_WORK = timedelta(minutes=5)
"""For how long a feed is one process's, which may be stopped meanwhile."""
AT_ONCE = timedelta(minutes=1)
"""How soon a feed may be asked again, whoever presses the button."""


class IncomingFeedQuerySet(RecordQuerySet):
    def due(self, now: datetime) -> Self:
        """Those that are to be read now, the longest due first."""
        return self.filter(is_read=True, due_at__lte=now).order_by("due_at", "pk")


class IncomingFeed(Record):
    """A partner's feed, read by itself into the inbox; its source has licence and credit line."""

    name = OneLineField(_("name"), max_length=200)
    address = WebAddressField(
        _("address"),
        max_length=500,
        unique=True,
        help_text=_("RSS, Atom, JSON Feed, ninjs, NewsML-G2, or the content API of Superdesk."),
    )
    source = models.ForeignKey(
        "articles.Source",
        models.PROTECT,
        related_name="incoming_feeds",
        verbose_name=_("source"),
        help_text=_("Its licence and its credit line are those of the articles that are made."),
    )
    language = OneLineField(
        _("language"),
        max_length=10,
        blank=True,
        choices=settings.LANGUAGES,
        help_text=_("Left empty, each text’s own, as it is recognised."),
    )
    minutes = models.PositiveSmallIntegerField(
        _("minutes between two readings"),
        default=15,
        validators=[MinValueValidator(5), MaxValueValidator(7 * 24 * 60)],
    )
    is_read = models.BooleanField(_("is read"), default=True)
    etag = OneLineField(max_length=300, blank=True, editable=False)
    last_modified = OneLineField(max_length=100, blank=True, editable=False)
    """What its server said of the version that was read last."""
    read_at = MomentField(_("last read"), null=True, editable=False)
    due_at = MomentField(_("next reading"), default=timezone.now, editable=False, db_index=True)
    failures = models.PositiveSmallIntegerField(_("failures"), default=0, editable=False)
    error = OneLineField(_("why it was not read"), max_length=300, blank=True, editable=False)

    objects = IncomingFeedQuerySet.as_manager()

    class Meta:
        verbose_name = _("incoming feed")
        verbose_name_plural = _("incoming feeds")
        ordering = ["name", "pk"]
        # One that is not wanted any more is not read any more: its texts say where they are from.
        default_permissions = ("view", "add", "change")

    def __str__(self) -> str:
        return self.name or self.key

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save it; one that somebody changed is read anew, and at once."""
        if kwargs.get("update_fields") is None:
            self.etag = self.last_modified = self.error = ""
            self.failures, self.due_at = 0, timezone.now()
        super().save(*args, **kwargs)

    def claim(self, now: datetime) -> bool:
        """Whether it is ours to read now: of several processes, one is first."""
        mine = IncomingFeed.objects.filter(pk=self.pk, due_at=self.due_at)
        self.due_at = now + AT_WORK
        return bool(mine.update(due_at=self.due_at))

    def succeeded(self, now: datetime) -> None:
        """It was read: again after its minutes."""
        self.read_at, self.failures, self.error = now, 0, ""
        self.due_at = now + timedelta(minutes=self.minutes)
        self.keep_reading()

    def failed(self, now: datetime, why: str, after: timedelta | None = None) -> None:
        """It was not read: again later each time, and not before its server wants it."""
        self.error, self.failures = why[:300], min(self.failures + 1, 1000)
        pause = timedelta(minutes=self.minutes) * 2 ** min(self.failures, 12)
        self.due_at = now + min(max(pause, after or pause), LONGEST_PAUSE)
        self.keep_reading()

    def keep_reading(self) -> None:
        """Only what readings write: somebody may have changed the rest meanwhile."""
        self.save(
            update_fields={
                "read_at", "due_at", "failures", "error", "etag", "last_modified"
            }
        )  # fmt: skip


class IncomingItem(Record):
    """One text that came in by itself, in its newest version."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waits")
        TAKEN = "taken", _("taken")
        ASIDE = "aside", _("set aside")

    feed = models.ForeignKey(
        IncomingFeed, models.PROTECT, null=True, related_name="items", verbose_name=_("feed")
    )
    """Nothing, of what came by mail."""
    sender = OneLineField(_("sender"), max_length=300, blank=True)
    item_id = OneLineField(max_length=500, blank=True)
    """What its sender calls it, in every version."""
    digest = OneLineField(max_length=64, db_index=True)
    """By which the same text is known under another name."""
    headline = OneLineField(_("headline"), max_length=300)
    language = OneLineField(_("language"), max_length=20, blank=True)
    """As it is recognised, else as the feed says: maybe none of the newsroom's."""
    address = OneLineField(_("address"), max_length=1000, blank=True)
    published_at = MomentField(_("published at"), null=True)
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    text = models.ForeignKey(
        ReceivedText,
        models.CASCADE,
        related_name="incoming_items",
        verbose_name=_("received text"),
    )
    near = models.ForeignKey(
        "articles.Article",
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("article like it"),
    )
    state = OneLineField(_("state"), max_length=10, choices=State, default=State.WAITING)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("taken by"),
    )
    came_at = MomentField(_("came in"), default=timezone.now)
    """In its newest version."""
    seen_at = MomentField(default=timezone.now, db_index=True)
    """When its feed last had it: what is forgotten before that would come again."""

    class Meta:
        verbose_name = _("incoming text")
        verbose_name_plural = _("incoming texts")
        ordering = ["-came_at", "-pk"]
        default_permissions = ()
        indexes = [models.Index(fields=["state", "-came_at"], name="inbox_newest_first")]
        constraints = [
            models.UniqueConstraint(
                fields=["feed", "item_id"],
                condition=~Q(item_id=""),
                name="a_feed_has_an_item_once",
            )
        ]

    def __str__(self) -> str:
        return self.headline or self.key

    @property
    def since(self) -> datetime:
        """From when its age is counted: its own moment, unless that is to come."""
        return min(self.published_at or self.came_at, self.came_at)
