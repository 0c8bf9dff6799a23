"""Forms of the desk that have been sent, so that what is sent twice is done once."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .date_fields import MomentField
from .record import Record
from .text_fields import OneLineField, PlainDataField


class SentForm(Record):
    """A form as one page showed it to one person. Its ``key`` names both: it is there once."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    digest = OneLineField(max_length=64)
    """Of all that was sent: the same again is the second of two clicks."""
    led_to = OneLineField(max_length=500)
    left = PlainDataField(default=dict)
    """The record as it was left: what the page, gone back to and sent again, is a change of."""
    sent_at = MomentField(default=timezone.now, db_index=True)

    class Meta:
        verbose_name = _("sent form")
        verbose_name_plural = _("sent forms")
        ordering = ["-sent_at", "-pk"]

    def __str__(self) -> str:
        return self.led_to
