"""With what a text of a kind begins: a communiqué, a notice to the media, a statement."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from articles.languages import Language

from .articles import Article
from .fields import RichTextField
from .record import Record
from .text_fields import ManyLinesField, OneLineField

ENDINGS = ("contact", "about")
"""What stands at the end of each text, in this order."""


class ArticleTemplate(Record):
    """The words that every text of a kind has, in each language; a new article begins with them."""

    # One value per language (articles/translation.py).
    name = OneLineField(_("name"), max_length=100, blank=True)
    headline = OneLineField(_("headline"), max_length=300, blank=True)
    standfirst = ManyLinesField(_("standfirst"), blank=True)
    body = RichTextField(
        _("body"), blank=True, help_text=_("What is always said, and what is to be filled in.")
    )
    contact = RichTextField(
        _("contact"), blank=True, help_text=_("Whom to ask: it stands below the text.")
    )
    about = RichTextField(
        _("about the organization"), blank=True, help_text=_("It stands at the end of the text.")
    )

    # The same in every language.
    kind = OneLineField(
        _("kind"), max_length=20, choices=Article.Kind, default=Article.Kind.COMMUNIQUE
    )
    byline = OneLineField(_("byline"), max_length=200, blank=True)

    title_field = "name"

    class Meta:
        verbose_name = _("template of articles")
        verbose_name_plural = _("templates of articles")
        ordering = ["name", "pk"]

    def body_in(self, language: Language | str | None = None) -> str:
        """The body that an article begins with, with what stands at its end."""
        parts = (self.said(name, language) for name in ("body", *ENDINGS))
        return "".join(part for part in parts if part)
