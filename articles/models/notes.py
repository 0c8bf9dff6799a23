"""Notes between colleagues on an article; no reader sees them."""

from __future__ import annotations

import re
from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .date_fields import MomentField
from .record import Record, RecordQuerySet
from .text_fields import ManyLinesField, PlainDataField
from .users import User

ADDRESSED = re.compile(r"(?<![\w@.+-])@([\w.+-]*\w)")
"""A colleague's user name, said as ``@name``; a full stop after it ends the sentence."""


class NoteQuerySet(RecordQuerySet):
    def waiting_for(self, user: User) -> Self:
        """Addressed to somebody, and not dealt with yet."""
        return self.filter(addressed=user, resolved_at=None)

    def requests(self) -> Self:
        """Those that ask for a correction, and wait for it."""
        return self.filter(asks_correction=True, resolved_at=None)


class Note(Record):
    article = models.ForeignKey(
        "articles.Article", models.CASCADE, related_name="notes", verbose_name=_("article")
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="notes",
        verbose_name=_("by"),
    )
    text = ManyLinesField(_("note"))
    addressed = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        related_name="notes_received",
        blank=True,
        verbose_name=_("addressed to"),
    )
    asks_correction = models.BooleanField(editable=False, default=False, db_default=False)
    """Whether it asks for the correction that the changes in a working copy need."""
    entry = models.ForeignKey(
        "articles.LiveEntry", models.CASCADE, null=True, editable=False, related_name="notes"
    )
    """The entry of a live coverage that it asks a correction of."""
    proposed = PlainDataField(editable=False, default=None, null=True)
    """What the entry is to say then: the fields of its form, by their names."""
    resolved_at = MomentField(_("dealt with"), null=True, blank=True)

    objects = NoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("note")
        verbose_name_plural = _("notes")
        ordering = ["created_at", "pk"]

    def __str__(self) -> str:
        return self.text[:80]

    @property
    def names(self) -> list[str]:
        """The user names its text addresses, each once."""
        return list(dict.fromkeys(ADDRESSED.findall(self.text)))
