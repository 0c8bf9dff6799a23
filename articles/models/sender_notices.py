"""What its sender says of a text after somebody has taken it: that it is cancelled, or changed."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .articles import Article
from .date_fields import MomentField
from .incoming import IncomingItem
from .permissions import PUBLISH_ARTICLE
from .phases import by_the_clock
from .received import ReceivedText
from .record import Record, RecordQuerySet
from .text_fields import ManyLinesField, OneLineField
from .users import User


class SenderNoticeQuerySet(RecordQuerySet):
    def waiting(self) -> Self:
        """Those that nobody has dealt with."""
        return self.filter(settled_at=None)

    def of_article(self, article: Article) -> Self:
        """What was said of the texts that an article was made from."""
        key = article.working_copy_of_id or article.pk
        return self.filter(Exists(versions_of(OuterRef("item")).filter(article=key)))

    def concerning(self, user: User) -> Self:
        """What was said of what this person took or wrote, or may take from readers."""
        there = Article.objects.open_to(user).order_by()
        if not user.has_perm(PUBLISH_ARTICLE):
            there = there.filter(created_by=user)
        mine = versions_of(OuterRef("item")).filter(article__in=there.values("pk"))
        return self.filter(Q(item__taken_by=user) | Q(Exists(mine)))


class SenderNotice(Record):
    """One thing that a sender said of a text; it stands until somebody has dealt with it."""

    class Kind(models.TextChoices):
        CANCELED = "canceled", _("Its sender cancels this text: it is not to be used.")
        WITHHELD = "withheld", _("Its sender holds this text back until further notice.")
        VERSION = "version", _("Its sender has sent a new version of this text.")
        EMBARGO = "embargo", _("Its sender has changed the embargo of this text.")
        AGAIN = "again", _("Its sender cancelled this text, and sends it again.")

    item = models.ForeignKey(
        IncomingItem, models.CASCADE, related_name="notices", verbose_name=_("incoming text")
    )
    kind = OneLineField(_("kind"), max_length=10, choices=Kind)
    words = ManyLinesField(_("words"), blank=True)
    """The sender's own."""
    until = MomentField(null=True)
    """The end of the embargo that there is now; nothing, where it was lifted."""
    version = OneLineField(max_length=20, blank=True)
    """The number of the version that says so, where versions have numbers."""
    sent_at = MomentField(null=True)
    said_at = MomentField(default=timezone.now)
    settled_at = MomentField(null=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    objects = SenderNoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("word of a sender")
        verbose_name_plural = _("words of senders")
        ordering = ["said_at", "pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.get_kind_display()

    @property
    def is_against_use(self) -> bool:
        """Whether the text is not to be used any more."""
        return self.kind in {self.Kind.CANCELED, self.Kind.WITHHELD}

    @property
    def sentence(self) -> str:
        """What was said, with the sender's own words, in the language of who reads it."""
        said = str(self)
        if self.kind == self.Kind.EMBARGO and self.until:
            said += " " + gettext("Now until %(moment)s.") % {"moment": by_the_clock(self.until)}
        elif self.kind == self.Kind.EMBARGO:
            said += " " + gettext("There is none any more.")
        words = {"sentence": said, "words": self.words}
        return gettext("%(sentence)s “%(words)s”") % words if self.words else said

    @property
    def sender(self) -> str:
        return str(self.item.feed or self.item.sender or "–")

    def articles(self) -> models.QuerySet[Article]:
        """Those that were made from the text, whichever version of it."""
        return Article.objects.filter(pk__in=versions_of(self.item_id).values("article"))

    def settle(self, by: User | None = None) -> None:
        self.settled_at, self.settled_by = timezone.now(), by
        self.save(update_fields={"settled_at", "settled_by"})


def versions_of(item: OuterRef | int) -> models.QuerySet[ReceivedText]:
    return ReceivedText.objects.order_by().filter(came_as=item)
