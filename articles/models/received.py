"""What people sent to be made articles of: each file as it came, and the texts that were in it."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, JSONField, OuterRef, Q, Value
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .date_fields import DayField, MomentField
from .fields import WebAddressField
from .permissions import ADD_ARTICLE, EDIT_ANY_ARTICLE
from .record import Record, RecordQuerySet
from .rights import is_of
from .text_fields import ManyLinesField, OneLineField, PlainDataField
from .users import User


class ReceivedFileQuerySet(RecordQuerySet):
    def open_to(self, user: User) -> Self:
        """The files that this person may have.

        One that became articles is as open as all of those are; any other is its sender's, and
        theirs who may edit anybody's article. Who takes in no texts has none that still wait.
        """
        texts = ReceivedText.objects.filter(file=OuterRef("pk"))
        drafted = texts.filter(article__isnull=False)
        if not user.has_perm(ADD_ARTICLE):
            waiting = texts.filter(state=ReceivedText.State.WAITING)
            return self.filter(Exists(drafted)).exclude(Exists(waiting)).of_articles(user)
        return self.of_articles(user)

    def of_articles(self, user: User) -> Self:
        """Those whose articles are open to this person, and what they sent themselves."""
        if user.has_perm(EDIT_ANY_ARTICLE):
            return self.all()
        drafted = ReceivedText.objects.filter(file=OuterRef("pk"), article__isnull=False)
        closed = drafted.exclude(is_of(user, "article__"))
        return self.filter(Q(Exists(drafted)) | Q(sent_by=user)).exclude(Exists(closed))

    def to_read(self) -> Self:
        """Those that are not read yet, in their order; what was tried in vain comes last."""
        return self.filter(is_read=False).order_by("tries", "pk")


class ReceivedFile(Record):
    """A file, or a text that was pasted, byte for byte: nobody changes it afterwards."""

    name = OneLineField(_("name"), max_length=300)
    media_type = OneLineField(_("kind"), max_length=100, blank=True)
    content = models.BinaryField(_("as received"), default=bytes)
    """Nothing, of what could do harm and of what is too large: it is named, and not kept."""
    checksum = OneLineField(_("checksum (SHA-256)"), max_length=64, db_index=True)
    size = models.PositiveBigIntegerField(_("bytes"))
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="received_files",
        verbose_name=_("sent by"),
    )
    part_of = models.ForeignKey(
        "self", models.SET_NULL, null=True, related_name="parts", verbose_name=_("came with")
    )
    warnings = PlainDataField(_("remarks of its reading"), default=list)
    refusal = OneLineField(_("why it was not read"), max_length=500, blank=True)

    batch = OneLineField(max_length=32, blank=True, db_default="", db_index=True)
    """What it was sent together with, of very many: they are read one after the other, later."""
    language = OneLineField(_("language"), max_length=10, blank=True, db_default="")
    """In which it is, where whoever sent it says so."""
    is_read = models.BooleanField(default=True, db_default=True)
    reading_since = MomentField(null=True)
    """Since when a process reads it, which may be stopped meanwhile."""
    tries = models.PositiveSmallIntegerField(default=0, db_default=0)

    could_do_harm = False
    """Known while it is received: then it is not kept."""

    objects = ReceivedFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("received file")
        verbose_name_plural = _("received files")
        ordering = ["-pk"]
        default_permissions = ()
        indexes = [
            models.Index(fields=["tries", "id"], condition=Q(is_read=False), name="files_to_read")
        ]

    def __str__(self) -> str:
        return self.name or self.key


class ReceivedTextQuerySet(RecordQuerySet):
    def open_to(self, user: User) -> Self:
        """The texts that this person may review: their own; any, who may edit anybody's article."""
        if not user.has_perm(ADD_ARTICLE):
            return self.none()
        return self.all() if user.has_perm(EDIT_ANY_ARTICLE) else self.filter(file__sent_by=user)

    def waiting(self) -> Self:
        return self.filter(state=ReceivedText.State.WAITING)


class ReceivedText(Record):
    """One text of a file on its way to being an article, and what was typed about it so far."""

    class State(models.TextChoices):
        WAITING = "waiting", _("to be reviewed")
        DRAFTED = "drafted", _("a draft")
        DROPPED = "dropped", _("dropped")
        PARTED = "parted", _("parted")

    file = models.ForeignKey(
        ReceivedFile, models.CASCADE, related_name="texts", verbose_name=_("received file")
    )
    text = ManyLinesField(_("text as received"))
    title = OneLineField(_("title"), max_length=200, blank=True, db_default="")
    """The headline that was found in it, for lists."""
    sender = OneLineField(_("sender"), max_length=200, blank=True, db_default="")
    """Who a mail, or a message, says has sent it: perhaps its source."""
    language = OneLineField(_("language"), max_length=10, blank=True)
    sent_on = DayField(_("sent on"), null=True)
    """The day that a mail or a message says of itself."""
    source = models.ForeignKey(
        "articles.Source",
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("source"),
    )
    """Whose feed it came by."""
    address = WebAddressField(_("address at the source"), max_length=500, blank=True, db_default="")
    """Where it stands on the web, of what was read there."""
    said = PlainDataField(default=dict, db_default=Value({}, JSONField()))
    """What its sender says of it by machine: an embargo, a version (``wire/sender_facts.py``)."""
    came_as = models.ForeignKey(
        "articles.IncomingItem", models.SET_NULL, null=True, related_name="versions"
    )
    """The item of the inbox of which it is a version."""
    typed = PlainDataField(default=dict)
    """The form of its page as it was last kept; empty, where nobody has changed anything yet."""
    typed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    """Who typed in it last."""
    typed_at = MomentField(null=True)
    state = OneLineField(_("state"), max_length=10, choices=State, default=State.WAITING)
    article = models.ForeignKey(
        "articles.Article",
        models.SET_NULL,
        null=True,
        related_name="received_texts",
        verbose_name=_("article"),
    )

    objects = ReceivedTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("received text")
        verbose_name_plural = _("received texts")
        ordering = ["file", "pk"]
        default_permissions = ()

    def __str__(self) -> str:
        if self.title:
            return self.title
        first = next((line.strip(" #*") for line in self.text.splitlines() if line.strip()), "")
        return first[:100] or self.key


class Reviewer(Record):
    """Somebody who has a received text open."""

    text = models.ForeignKey(ReceivedText, models.CASCADE, related_name="reviewers")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    seen_at = MomentField(default=timezone.now)

    class Meta:
        verbose_name = _("reviewer")
        verbose_name_plural = _("reviewers")
        ordering = ["pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["text", "user"], name="somebody_reviews_a_text_once")
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.text}"
