"""Speakers, and the positions they have held."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.text.analysis.collation import family_name_first

from .date_fields import DayField
from .named_records import ListedRecord
from .pages import one_slug_per_language
from .record import Record
from .text_fields import ManyLinesField, OneLineField


class Speaker(ListedRecord):
    """A person whose words the newsroom reports."""

    class Gender(models.TextChoices):
        FEMININE = "feminine", _("feminine")
        MASCULINE = "masculine", _("masculine")

    page = "speaker"
    needed_by = (
        ("Article", ("quotes__speaker", "mentions__speaker")),
        ("Event", ("appearances__speaker",)),
    )

    honorific = OneLineField(
        _("honorific"), max_length=60, blank=True, help_text=_("H.E., Dr, HM the King…")
    )
    gender = OneLineField(
        _("gender in sentences"),
        max_length=10,
        choices=Gender,
        blank=True,
        default="",
        db_default="",
        help_text=_("Left empty where it is not known: pages then say it without either form."),
    )
    sort_name = OneLineField(
        _("listed as"),
        max_length=300,
        blank=True,
        help_text=_(
            "Where the alphabetical list has it. Left empty, under the last part of the name."
        ),
    )
    aliases = ManyLinesField(
        _("other names"), blank=True, help_text=_("One per line: other spellings of the name.")
    )
    biography = ManyLinesField(_("biography"), blank=True)
    portrait = models.ForeignKey(
        "articles.Image", models.SET_NULL, null=True, blank=True, verbose_name=_("portrait")
    )

    class Meta:
        verbose_name = _("speaker")
        verbose_name_plural = _("speakers")
        ordering = ["name"]
        constraints = one_slug_per_language("speaker")

    @staticmethod
    def listed_as(name: str) -> str:
        return family_name_first(name)


class Affiliation(Record):
    """A position a speaker holds, or held, in an organization."""

    speaker = models.ForeignKey(
        Speaker, models.CASCADE, related_name="affiliations", verbose_name=_("speaker")
    )
    organization = models.ForeignKey(
        "articles.Organization",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="affiliations",
        verbose_name=_("organization"),
    )
    position = OneLineField(_("position"), max_length=300, blank=True)
    since = DayField(_("since"), null=True, blank=True)
    until = DayField(_("until"), null=True, blank=True)

    title_field = "position"

    class Meta:
        verbose_name = _("affiliation")
        verbose_name_plural = _("affiliations")
        ordering = [
            models.F("until").desc(nulls_first=True),
            models.F("since").desc(nulls_last=True),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until__gte=models.F("since")),
                name="affiliation_ends_after_it_starts",
                violation_error_message=_("The position ends before it starts."),
            )
        ]

    def is_over(self) -> bool:
        """Whether it was held, and is not any more."""
        return bool(self.until and self.until < timezone.localdate())
