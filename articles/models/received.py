"""What people sent to be made articles of: each file as it came, and the texts that were in it."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from .date_fields import DayField
from .fields import WebAddressField
from .permissions import EDIT_ANY_ARTICLE
from .record import Record, RecordQuerySet
from .rights import is_of
from .text_fields import ManyLinesField, OneLineField, PlainDataField
from .users import User


class ReceivedFileQuerySet(RecordQuerySet):
    def open_to(self, user: User) -> Self:
        """The files that this person may have.

        One that became articles is as open as all of those are; any other is its sender's, and
        theirs who may edit anybody's article.
        """
        if user.has_perm(EDIT_ANY_ARTICLE):
            return self.all()
        drafted = ReceivedText.objects.filter(file=OuterRef("pk"), article__isnull=False)
        closed = drafted.exclude(is_of(user, "article__"))
        return self.filter(Q(Exists(drafted)) | Q(sent_by=user)).exclude(Exists(closed))


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

    objects = ReceivedFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("received file")
        verbose_name_plural = _("received files")
        ordering = ["-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.name or self.key


class ReceivedText(Record):
    """One text of a file on its way to being an article, and what was typed about it so far."""

    class State(models.TextChoices):
        WAITING = "waiting", _("to be reviewed")
        DRAFTED = "drafted", _("a draft")
        DROPPED = "dropped", _("dropped")

    file = models.ForeignKey(
        ReceivedFile, models.CASCADE, related_name="texts", verbose_name=_("received file")
    )
    text = ManyLinesField(_("text as received"))
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
    typed = PlainDataField(default=dict)
    """The form of its page as it was last kept; empty, where nobody has changed anything yet."""
    state = OneLineField(_("state"), max_length=10, choices=State, default=State.WAITING)
    article = models.ForeignKey(
        "articles.Article",
        models.SET_NULL,
        null=True,
        related_name="received_texts",
        verbose_name=_("article"),
    )

    class Meta:
        verbose_name = _("received text")
        verbose_name_plural = _("received texts")
        ordering = ["file", "pk"]
        default_permissions = ()

    def __str__(self) -> str:
        first = next((line.strip(" #*") for line in self.text.splitlines() if line.strip()), "")
        return first[:100] or self.key
