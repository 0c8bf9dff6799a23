"""Pictures, with what an editor must know about each: whose, until when, what matters in it."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import PurePath
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .record import Record

PERCENT = [MinValueValidator(0), MaxValueValidator(100)]


def stored_name(image: Image, filename: str) -> str:
    """Where an upload is kept: by its key, so that no uploaded name reaches the disk."""
    return f"images/{image.key[:2]}/{image.key}{PurePath(filename).suffix.lower()[:6]}"


class Image(Record):
    file = models.ImageField(
        _("file"), upload_to=stored_name, width_field="width", height_field="height"
    )
    width = models.PositiveIntegerField(_("width in pixels"), editable=False, default=0)
    height = models.PositiveIntegerField(_("height in pixels"), editable=False, default=0)
    alt = models.CharField(
        _("alternative text"),
        max_length=300,
        blank=True,
        help_text=_("What the picture shows, for readers who do not see it."),
    )
    caption = models.CharField(_("caption"), max_length=500, blank=True)
    credit = models.CharField(_("credit"), max_length=200, blank=True)
    source = models.ForeignKey(
        "articles.Source",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="images",
        verbose_name=_("source"),
    )
    licence = models.CharField(_("licence"), max_length=200, blank=True)
    expires_on = models.DateField(
        _("licence ends on"), null=True, blank=True, help_text=_("Empty: it does not end.")
    )
    focal_x = models.PositiveSmallIntegerField(
        _("focal point, across"),
        default=50,
        validators=PERCENT,
        help_text=_("Percent from the left edge: what must stay in sight when the picture is cut."),
    )
    focal_y = models.PositiveSmallIntegerField(
        _("focal point, down"),
        default=50,
        validators=PERCENT,
        help_text=_("Percent from the top edge."),
    )
    checksum = models.CharField(_("SHA-256"), max_length=64, editable=False, db_index=True)

    class Meta:
        verbose_name = _("image")
        verbose_name_plural = _("images")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(focal_x__lte=100, focal_y__lte=100),
                name="focal_point_is_inside_the_image",
            )
        ]

    def __str__(self) -> str:
        return self.said_anyhow("caption") or self.said_anyhow("alt") or self.file.name or self.key

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.file and not getattr(self.file, "_committed", True):
            self.checksum = hashlib.file_digest(self.file.file, "sha256").hexdigest()
            self.file.seek(0)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return self.file.url

    def may_be_shown(self, on: date | None = None) -> bool:
        """Whether its licence still runs, today by default."""
        return self.expires_on is None or self.expires_on >= (on or timezone.localdate())
