"""Journalists who are sent texts before everybody has them, and the copies that they were sent."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.languages import Language

from .date_fields import MomentField
from .mailing import Addressed
from .record import Record, RecordQuerySet
from .text_fields import ManyLinesField, OneLineField, PlainDataField


class PressList(Record):
    """Some journalists who are written to together."""

    name = OneLineField(_("name"), max_length=200, unique=True)
    note = ManyLinesField(_("note"), blank=True, help_text=_("For colleagues alone."))

    class Meta:
        verbose_name = _("press list")
        verbose_name_plural = _("press lists")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class JournalistQuerySet(RecordQuerySet["Journalist"]):
    def reached(self) -> Self:
        """Those whose mails arrive."""
        return self.filter(paused_at=None)


class Journalist(Addressed, Record):
    """Somebody of another newsroom, by name, with the address they are written to at."""

    name = OneLineField(_("name"), max_length=200)
    outlet = OneLineField(_("outlet"), max_length=200, blank=True)
    language = OneLineField(
        _("language"),
        max_length=10,
        choices=settings.LANGUAGES,
        blank=True,
        default=settings.LANGUAGES[0][0],
        help_text=_(
            "In which they read, and are written to. Whoever has none is sent every language."
        ),
    )
    lists = models.ManyToManyField(
        PressList, blank=True, related_name="journalists", verbose_name=_("press lists")
    )
    note = ManyLinesField(_("note"), blank=True, help_text=_("For colleagues alone."))

    objects = JournalistQuerySet.as_manager()

    class Meta:
        verbose_name = _("journalist")
        verbose_name_plural = _("journalists")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return f"{self.name} ({self.outlet})" if self.outlet else self.name

    def reads(self, language: Language) -> bool:
        return self.language in {"", language.code}


class EmbargoedSending(Record):
    """A text that journalists were sent under its embargo."""

    article = models.ForeignKey(
        "articles.Article",
        models.CASCADE,
        related_name="embargoed_sendings",
        verbose_name=_("article"),
    )
    language = OneLineField(_("language"), max_length=10, choices=settings.LANGUAGES)
    note = ManyLinesField(_("covering note"), blank=True)
    sent_to = OneLineField(_("press lists"), max_length=1000, blank=True)
    """The names of the lists, as they were then."""
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="embargoed_sendings",
        verbose_name=_("by"),
    )

    class Meta:
        verbose_name = _("sending under embargo")
        verbose_name_plural = _("sendings under embargo")
        ordering = ["-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.key


class EmbargoedCopy(Record):
    """The copy of one journalist: its link opens the text until the embargo ends."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting to be sent")
        SENT = "sent", _("sent")
        FAILED = "failed", _("not taken by the mail server")
        DROPPED = "dropped", _("not sent: the embargo was over")

    sending = models.ForeignKey(EmbargoedSending, models.CASCADE, related_name="copies")
    journalist = models.ForeignKey(Journalist, models.CASCADE, related_name="copies")
    state = OneLineField(max_length=10, choices=State, default=State.WAITING)
    sent_at = MomentField(null=True)
    openings = models.PositiveIntegerField(default=0, db_default=0)
    """How often the link was opened; when, from where and with what is written nowhere."""
    taken_back_at = MomentField(null=True)
    embargo_told = MomentField(null=True)
    """The end of the embargo as they were last told it; nothing once told that there is none."""
    corrections_told = models.PositiveSmallIntegerField(default=0, db_default=0)
    """How many of its public corrections they knew, where `told_of` does not name these."""
    told_of = PlainDataField(null=True)
    """The keys of the corrections they have been told of, or that were in it from the first."""

    class Meta:
        verbose_name = _("copy under embargo")
        verbose_name_plural = _("copies under embargo")
        ordering = ["pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["sending", "journalist"], name="a_journalist_has_one_copy_of_a_sending"
            )
        ]

    def __str__(self) -> str:
        return self.key
