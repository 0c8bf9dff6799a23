"""Quotations: who said what, and where. The very words stand in the text, or they are no record."""

from __future__ import annotations

from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext_lazy as _

from articles.languages import Language
from articles.text.analysis.names import fold
from articles.text.richtext.paragraphs import verbatim

from .events import Event
from .record import COPIED, Record, RecordQuerySet
from .speakers import Affiliation
from .text_fields import ManyLinesField, OneLineField


class QuoteQuerySet(RecordQuerySet):
    def attributed(self) -> Self:
        """Those of which it is known who said them: readers find no others beside a text."""
        return self.filter(speaker__isnull=False)

    def with_bodies(self, language: Language) -> Self:
        """Each with the body in which its speaker has the very position, as a language names it."""
        position = language.field("position")
        held = Affiliation.objects.filter(
            **{position: OuterRef(position), f"{position}__gt": ""}, speaker=OuterRef("speaker")
        ).exclude(organization=None)
        return self.annotate(
            body_name=Subquery(held.values(f"organization__{language.field('name')}")[:1]),
            body_acronym=Subquery(held.values(f"organization__{language.field('acronym')}")[:1]),
        )


class Quote(Record):
    class Kind(models.TextChoices):
        DIRECT = "direct", _("direct: the very words, between quotation marks")
        REPORTED = "reported", _("reported: told by the writer")

    article = models.ForeignKey(
        "articles.Article", models.CASCADE, related_name="quotes", verbose_name=_("article")
    )
    speaker = models.ForeignKey(
        "articles.Speaker",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="quotes",
        verbose_name=_("speaker"),
        help_text=_("Left empty where it is not known for sure who said it."),
    )
    kind = OneLineField(_("kind"), max_length=10, choices=Kind, default=Kind.DIRECT)
    position = OneLineField(_("position at the time"), max_length=300, blank=True)
    text = ManyLinesField(
        _("words"),
        blank=True,
        help_text=_(
            "The very words, as they stand in the body of the article. "
            "Reported speech may be shorter than it is there."
        ),
    )
    spoken_at = models.ForeignKey(
        "articles.Event",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="quotes",
        verbose_name=_("said at"),
        help_text=_("The event at which it was said, if not the one the article covers."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = QuoteQuerySet.as_manager()

    title_field = "text"

    class Meta:
        verbose_name = _("quotation")
        verbose_name_plural = _("quotations")
        ordering = ["order", "pk"]

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        self.article.refresh_translations()

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        deleted = super().delete(*args, **kwargs)
        self.article.refresh_translations()
        return deleted

    def clean(self) -> None:
        """Refuse words that the article does not have."""
        super().clean()
        if self.article_id is None and self._state.fields_cache.get("article") is None:
            return
        absent = {
            language.field("text"): _("These words do not stand in the body of the article.")
            for language in Language.all()
            if self.misquotes(language)
        }
        if absent:
            raise ValidationError(absent)

    @property
    def named(self) -> str:
        """The key by which a text names it: in a working copy, that of the article’s own."""
        return self.key.removeprefix(COPIED)

    @property
    def said_at(self) -> Event | None:
        """The event it was said at, for a page that shows the quotation."""
        event = self.spoken_at
        return None if event is None or event.is_held_back() else event

    @property
    def organization(self) -> str:
        """Of which body the position is, where it does not say so itself: of ``with_bodies``."""
        position = f" {fold(self.position or '')} "
        name, acronym = getattr(self, "body_name", ""), getattr(self, "body_acronym", "")
        says_so = any(f" {fold(one)} " in position for one in (name, acronym) if one)
        return "" if says_so else name or ""

    @property
    def is_reported(self) -> bool:
        """Whether the writer tells what was said: no page puts that in quotation marks."""
        return self.kind == self.Kind.REPORTED

    def misquotes(self, language: Language) -> bool:
        """Whether these are said to be somebody's very words, and the body has them otherwise."""
        return not self.is_reported and not self.stands_in_body(language)

    def stands_in_body(self, language: Language) -> bool:
        """Whether the words, where given in this language, are in the article's body."""
        words, body = self.said("text", language), self.article.said("body", language)
        return not words or verbatim(words, body)
