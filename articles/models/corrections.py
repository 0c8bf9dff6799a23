"""What readers are told of a changed text, in public and dated: what was wrong, or what is new."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.languages import Language

from .date_fields import DayField
from .record import Record, RecordQuerySet
from .text_fields import ManyLinesField, OneLineField


class CorrectionQuerySet(RecordQuerySet):
    def shown(self, language: Language | str | None = None) -> Self:
        """Public, and written in the language; the newest first."""
        text = Language.get(language).field("text")
        return self.filter(public=True, **{f"{text}__gt": ""}).order_by("-made_on", "-pk")

    def of_substance(self) -> Self:
        """What was wrong, without what was only misspelled or is new."""
        return self.filter(kind=Correction.Kind.SUBSTANCE)

    def updates(self) -> Self:
        """What is new."""
        return self.filter(kind=Correction.Kind.UPDATE)


class Correction(Record):
    class Kind(models.TextChoices):
        SUBSTANCE = "substance", pgettext_lazy("heading", "Correction")
        UPDATE = "update", pgettext_lazy("heading", "Update")
        TYPOGRAPHICAL = "typographical", _("Typographical fix")

    article = models.ForeignKey(
        "articles.Article",
        models.CASCADE,
        related_name="corrections",
        verbose_name=_("article"),
    )
    kind = OneLineField(
        _("kind"), max_length=20, choices=Kind, default=Kind.SUBSTANCE, editable=False
    )
    text = ManyLinesField(
        _("correction"), blank=True, help_text=_("What was wrong, and what is right.")
    )
    made_on = DayField(_("made on"), default=timezone.localdate)
    public = models.BooleanField(_("public"), default=True)

    objects = CorrectionQuerySet.as_manager()

    title_field = "text"

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["-made_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["substance", "update", "typographical"]),
                name="what_readers_are_told_is_of_a_known_kind",
            )
        ]

    @property
    def is_correction(self) -> bool:
        return self.kind == self.Kind.SUBSTANCE

    @property
    def is_update(self) -> bool:
        return self.kind == self.Kind.UPDATE

    @property
    def is_typographical(self) -> bool:
        return self.kind == self.Kind.TYPOGRAPHICAL
