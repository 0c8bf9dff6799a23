"""Sources: who the newsroom has a text from."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .fields import WebAddressField
from .named_records import ListedRecord
from .pages import one_slug_per_language
from .text_fields import ManyLinesField, OneLineField


class Source(ListedRecord):
    class Kind(models.TextChoices):
        AGENCY = "agency", _("news agency")
        MINISTRY = "ministry", _("ministry")
        ORGANIZATION = "organization", _("organization")
        SOCIAL = "social", _("social network")

    page = "source"
    needed_by = (("Article", ("source",)),)

    aliases = ManyLinesField(
        _("other names"), blank=True, help_text=_("One per line: acronyms, web domains.")
    )
    kind = OneLineField(_("kind"), max_length=20, choices=Kind, default=Kind.AGENCY)
    homepage = WebAddressField(_("home page"), blank=True)
    credit_line = OneLineField(
        _("credit line"),
        max_length=200,
        blank=True,
        help_text=_("Shown under each text taken from this source."),
    )
    licence = OneLineField(_("licence"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["name"]
        constraints = one_slug_per_language("source")

    @property
    def is_named_in_its_credit(self) -> bool:
        """Whether its credit line has its name in it, which then need not stand beside it."""
        return bool(self.name) and self.name.casefold() in (self.credit_line or "").casefold()
