"""The translation memory: paragraphs that somebody has confirmed as saying the same."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from articles.languages import Language
from articles.text.richtext.segments import typography_folded, words_of

from .date_fields import MomentField
from .fields import LineTextField, body_sanitizer
from .permissions import EDIT_ANY_ARTICLE
from .record import Record, RecordQuerySet
from .text_fields import ManyLinesField, OneLineField

if TYPE_CHECKING:
    from .users import User

CANDIDATES = 60
"""Paragraphs that are compared word by word with the one at hand."""


def digest(*parts: str) -> str:
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()


def direction(source: Language, target: Language) -> str:
    """Two languages as one word: what is remembered in one direction is not found in another."""
    return f"{source.code}>{target.code}"


class RememberedQuerySet(RecordQuerySet["Remembered"]):
    def for_desk(self, user: User) -> Self:
        """Those of texts that this person may read in both languages, and of none of ours.

        Who may edit anybody's article sees every one.
        """
        if user.has_perm(EDIT_ANY_ARTICLE):
            return self.all()
        own = articles().objects.filter(created_by=user, pk=OuterRef("article"))
        return self.filter(Q(Exists(own)) | of_what_readers_have())

    def public(self) -> Self:
        """Those of texts that readers have in both languages, and of none of ours."""
        return self.filter(of_what_readers_have())

    def between(self, source: Language, target: Language) -> Self:
        return self.filter(source_language=source.code, target_language=target.code)

    def marked(self, marks: list[int]) -> Self:
        """Those that share most of these marks, a bounded number."""
        sharing = (
            MemoryMark.objects.filter(mark__in=marks)
            .values("remembered_id")
            .annotate(shared=Count("mark"))
            .order_by("-shared", "-remembered_id")
            .values_list("remembered_id", flat=True)[:CANDIDATES]
        )
        return self.filter(pk__in=list(sharing))


def articles() -> Any:
    return apps.get_model("articles", "Article")


def of_what_readers_have() -> Q:
    """Pairs without an article, and those of which readers have both sides.

    What was confirmed since an article has a working copy may be of that, which nobody has yet.
    """
    from_elsewhere = Q(article=None, article_key="")
    changed = articles().with_copies.filter(
        working_copy_of=OuterRef("article"), created_at__lte=OuterRef("confirmed_at")
    )
    sides = [live_in(column) for column in ("source_language", "target_language")]
    return from_elsewhere | (sides[0] & sides[1] & ~Q(Exists(changed)))


def live_in(column: str) -> Q:
    """That the article is live in the language that a column names."""
    live = Q()
    for language in Language.all():
        there = articles().objects.shown(language=language).order_by()
        live |= Q(Exists(there.filter(pk=OuterRef("article"))), **{column: language.code})
    return live


class Remembered(Record):
    """One paragraph and its translation. It outlives the article that it was written for.

    Its ``key`` is made from both texts: the same pair is remembered once.
    """

    source_language = OneLineField(
        _("source language"), max_length=10, choices=settings.LANGUAGES, editable=False
    )
    target_language = OneLineField(
        _("target language"), max_length=10, choices=settings.LANGUAGES, editable=False
    )
    source = ManyLinesField(_("source text"), editable=False)
    target: Any = LineTextField(_("translation"))
    digest = OneLineField(max_length=32, editable=False)
    """The digest of the source's words: two paragraphs with the same words have the same digest."""
    article = models.ForeignKey(
        "articles.Article",
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="remembered",
        verbose_name=_("article"),
    )
    article_key = OneLineField(
        max_length=100, blank=True, default="", db_default="", editable=False
    )
    """Whose words they are, also when the article is gone; empty: brought from elsewhere."""
    origin = OneLineField(_("written for"), max_length=300, blank=True, editable=False)
    """What the article was called, or where the pair was imported from."""
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="remembered",
        verbose_name=_("confirmed by"),
    )
    confirmed_at = MomentField(_("confirmed"), default=timezone.now, editable=False)

    objects = RememberedQuerySet.as_manager()

    class Meta:
        verbose_name = _("remembered paragraph")
        verbose_name_plural = _("translation memory")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["digest"], name="remembered_by_source")]

    def __str__(self) -> str:
        return Truncator(words_of(self.source)).chars(80)

    def clean(self) -> None:
        super().clean()
        self.identify()
        if Remembered.objects.filter(key=self.key).exclude(pk=self.pk).exists():
            raise ValidationError({"target": _("This translation is already remembered.")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.identify()
        super().save(*args, **kwargs)

    def identify(self) -> None:
        """Make the key that the same pair has wherever it comes from."""
        self.target = body_sanitizer()(self.target)
        way, source = self.direction, typography_folded(self.source)
        self.digest = digest(way, source)
        self.key = digest(way, source, typography_folded(self.target))

    @property
    def direction(self) -> str:
        return direction(Language(self.source_language), Language(self.target_language))


class MemoryMark(models.Model):
    """A mark of a remembered source, of which like paragraphs share some.

    ``text/comparison/similarity.py`` makes them.
    """

    pk = models.CompositePrimaryKey("mark", "remembered_id")
    mark = models.BigIntegerField()
    remembered = models.ForeignKey(Remembered, models.CASCADE, related_name="marks")

    def __str__(self) -> str:
        return str(self.mark)
