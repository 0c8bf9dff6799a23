"""The glossary's own terms: how the newsroom says a thing in each language, and how it does not."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.languages import Language

from .record import Record
from .text_fields import ManyLinesField, OneLineField


def split_lines(text: str) -> list[str]:
    """The forms of a field that has one per line."""
    return [line.strip() for line in text.splitlines() if line.strip()]


class Term(Record):
    """A term that is no record of its own: a law, a programme, a notion, a usual phrase."""

    name = OneLineField(_("term"), max_length=300, blank=True)
    aliases = ManyLinesField(
        _("other forms"), blank=True, help_text=_("One per line: forms that are as good.")
    )
    forbidden = ManyLinesField(
        _("not to be said"),
        blank=True,
        help_text=_("One per line: forms the newsroom does not use."),
    )
    note = ManyLinesField(
        _("note"), blank=True, help_text=_("When it is used, and why: translators read it.")
    )

    title_field = "name"

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["name", "pk"]

    def clean(self) -> None:
        """Refuse a form that is both recommended and forbidden."""
        super().clean()
        clashing = {
            language.field("forbidden"): _("This form is also given as a good one.")
            for language in Language.all()
            if self.good_forms(language).intersection(
                one.casefold() for one in split_lines(self.said("forbidden", language))
            )
        }
        if clashing:
            raise ValidationError(clashing)

    def good_forms(self, language: Language) -> set[str]:
        forms = [self.said("name", language), *split_lines(self.said("aliases", language))]
        return {form.strip().casefold() for form in forms if form}
