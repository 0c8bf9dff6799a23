"""Links that were given to people without an account, to a text that is not published."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .date_fields import MomentField
from .record import Record, RecordQuerySet
from .text_fields import OneLineField


class PreviewLinkQuerySet(RecordQuerySet):
    def in_force(self, at: datetime | None = None) -> Self:
        """Those that open something: neither over nor taken back."""
        return self.filter(until__gt=at or timezone.now(), taken_back_at=None)


class PreviewLink(Record):
    article = models.ForeignKey(
        "articles.Article",
        models.CASCADE,
        related_name="preview_links",
        verbose_name=_("article"),
    )
    language = OneLineField(_("language"), max_length=10, choices=settings.LANGUAGES)
    until = MomentField(_("works until"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="preview_links",
        verbose_name=_("by"),
    )
    taken_back_at = MomentField(_("taken back"), null=True, blank=True)

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.key
