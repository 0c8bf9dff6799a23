"""The newsroom's gazetteer: names that wire copy is read with, beside those the program knows."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.languages import Language
from articles.text import gazetteer
from articles.text.folding import letters

from .record import Record
from .text_fields import ManyLinesField, OneLineField

MOST_LETTERS = 12
"""Of an acronym."""


class GazetteerEntry(Record):
    """A name that texts use: an institution, a first name, a place, a noun of events, an agency."""

    class Kind(models.TextChoices):
        INSTITUTION = gazetteer.INSTITUTION, _("institution")
        GIVEN_NAME = gazetteer.GIVEN_NAME, pgettext_lazy("kind of name", "first name")
        PLACE = gazetteer.PLACE, _("place")
        EVENT = gazetteer.EVENT, _("noun of events")
        AGENCY = gazetteer.AGENCY, _("agency")

    kind = OneLineField(_("kind"), max_length=20, choices=Kind, default=Kind.INSTITUTION)
    # One value per language (articles/translation.py).
    name = OneLineField(_("name"), max_length=200, blank=True)
    acronym = OneLineField(
        _("acronym"),
        max_length=20,
        blank=True,
        help_text=_("Of an institution or an agency, the same in every language."),
    )
    note = ManyLinesField(
        _("note"), blank=True, help_text=_("For colleagues: no text is read by it.")
    )

    title_field = "name"

    class Meta:
        verbose_name = _("gazetteer entry")
        verbose_name_plural = _("gazetteer")
        ordering = ["name", "pk"]
        indexes = [models.Index(fields=["kind"], name="gazetteer_by_kind")]

    def clean(self) -> None:
        """Refuse a name of one letter, and one that the gazetteer has already for this kind."""
        super().clean()
        short = {
            field: _("A name has two letters at least.")
            for field, name in self.names().items()
            if len(letters(name)) < 2
        }
        if short:
            raise ValidationError(short)
        others = GazetteerEntry.objects.filter(kind=self.kind).exclude(pk=self.pk)
        known = names_of(others)
        clashing = {
            field: _("The gazetteer has this name already.")
            for field, name in self.names().items()
            if key_of(name) in known
        }
        if clashing:
            raise ValidationError(clashing)

    def names(self) -> dict[str, str]:
        """What it is called, by column."""
        columns = [*(one.field("name") for one in Language.all()), "acronym"]
        return {column: said for column in columns if (said := getattr(self, column) or "")}


def key_of(name: str) -> str:
    """A name as entries are compared by it."""
    return " ".join(gazetteer.folded(name))


def names_of(entries: models.QuerySet[GazetteerEntry]) -> set[str]:
    """All names that entries have, as they are compared."""
    columns = [*(one.field("name") for one in Language.all()), "acronym"]
    return {key_of(name) for row in entries.values_list(*columns) for name in row if name}
