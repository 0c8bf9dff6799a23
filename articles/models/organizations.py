"""Organizations: ministries, agencies, leagues, associations."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .fields import WebAddressField
from .named_records import ListedRecord
from .pages import one_slug_per_language
from .parts import PartOfAnother
from .text_fields import ManyLinesField, OneLineField


class Organization(PartOfAnother, ListedRecord):
    class Kind(models.TextChoices):
        MINISTRY = "ministry", _("ministry")
        INTERNATIONAL = "international", _("international organization")
        AGENCY = "agency", _("public agency")
        ASSOCIATION = "association", _("association")
        COMPANY = "company", _("company")
        MEDIA = "media", _("media")
        OTHER = "other", _("other")

    page = "organization"
    has_parts = True
    contains_itself = _("This organization is already a part of the one chosen.")
    needed_by = (
        ("Article", ("mentions__organization",)),
        ("Event", ("participations__organization",)),
        ("Speaker", ("affiliations__organization",)),
    )

    acronym = OneLineField(_("acronym"), max_length=40, blank=True)
    sort_name = OneLineField(
        _("listed as"),
        max_length=300,
        blank=True,
        help_text=_("Where the alphabetical list has it. Left empty, under the name."),
    )
    aliases = ManyLinesField(
        _("other names"), blank=True, help_text=_("One per line: short names, older names.")
    )
    kind = OneLineField(_("kind"), max_length=20, choices=Kind, default=Kind.OTHER)
    parent = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("part of"),
    )
    description = ManyLinesField(_("description"), blank=True)
    website = WebAddressField(_("website"), blank=True)
    logo = models.ForeignKey(
        "articles.Image", models.SET_NULL, null=True, blank=True, verbose_name=_("logo")
    )

    class Meta:
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")
        ordering = ["name"]
        constraints = [
            *one_slug_per_language("organization"),
            models.CheckConstraint(
                condition=~models.Q(parent=models.F("pk")),
                name="organization_is_not_part_of_itself",
                violation_error_message=_("An organization cannot be part of itself."),
            ),
        ]

    @property
    def short_name(self) -> str:
        """The acronym where there is one, else the name."""
        return self.said("acronym") or str(self)
