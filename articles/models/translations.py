"""Translations: what each paragraph was confirmed against, and so what is still to be done.

The state of a translation follows from the two texts and the confirmed pairs, from nothing
else. It is kept in a column, for lists, and found anew whenever one of them is saved.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.languages import Language
from articles.text.comparison.alignment import NEW, Pair, Row, align
from articles.text.richtext.segments import Segment, plain, segments_of_body

from .date_fields import MomentField
from .declarations import ARTICLE, IMAGE, QUOTE, Texts
from .phases import Status
from .record import COPIED, Record, RecordQuerySet
from .text_fields import OneLineField, PlainDataField

if TYPE_CHECKING:
    from .articles import Article

# What of an article its translation says again.
TRANSLATED = ARTICLE.having("translated").names


# What a working copy and its article hand each other; whose task it is stays the article's.
INHERITED = (
    "language",
    "source_language",
    "source_is_chosen",
    "pairs",
    "completed_at",
    "stale_since",
    "confirmed_at",
    "confirmed_by",
    "state",
)


class TranslationQuerySet(RecordQuerySet):
    def current(self) -> Self:
        """One for each article and language: of an article with a working copy, the copy's.

        Translators work in the copy; what readers have is the article's own.
        """
        # Looked up row by row: joined, the copies make SQLite go through all articles first.
        articles: Any = self.model._meta.get_field("article").related_model
        copies = articles.with_copies.filter(working_copy_of=OuterRef("article"))
        return self.filter(~Exists(copies))

    def stale(self) -> Self:
        return self.filter(state=Translation.State.STALE)


class Translation(Record):
    """An article in one language as the translation of what it says in another."""

    class State(models.TextChoices):
        MISSING = "missing", pgettext_lazy("translation", "missing")
        IN_PROGRESS = "in_progress", pgettext_lazy("translation", "in progress")
        TO_REVIEW = "to_review", pgettext_lazy("translation", "to review")
        DONE = "done", pgettext_lazy("translation", "done")
        STALE = "stale", pgettext_lazy("translation", "stale")

    article = models.ForeignKey(
        "articles.Article", models.CASCADE, related_name="translations", verbose_name=_("article")
    )
    language = OneLineField(_("language"), max_length=10, choices=settings.LANGUAGES)
    source_language = OneLineField(_("translated from"), max_length=10, choices=settings.LANGUAGES)
    source_is_chosen = models.BooleanField(editable=False, default=False)
    """Whether somebody chose the language it is translated from."""
    pairs = PlainDataField(editable=False, default=list)
    state = OneLineField(_("state"), max_length=20, choices=State, default=State.MISSING)
    completed_at = MomentField(null=True, editable=False)
    """When all was settled first: since then, what is not settled makes it stale."""
    stale_since = MomentField(_("stale since"), null=True, editable=False)
    confirmed_at = MomentField(_("last confirmed"), null=True, editable=False)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("confirmed by"),
    )
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="translations",
        verbose_name=_("assigned to"),
    )
    assigned_at = MomentField(null=True, editable=False)
    assigned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    due_at = MomentField(_("due"), null=True, blank=True)

    objects = TranslationQuerySet.as_manager()

    class Meta:
        verbose_name = _("translation")
        verbose_name_plural = _("translations")
        ordering = ["-updated_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "language"], name="one_translation_into_each_language"
            ),
            models.CheckConstraint(
                condition=~Q(language=models.F("source_language")),
                name="a_translation_is_of_another_language",
            ),
        ]
        indexes = [
            models.Index(fields=["language", "state", "-updated_at"], name="translations_by_state"),
            models.Index(fields=["language", "state", "-article"], name="translations_on_board"),
            models.Index(
                fields=["-stale_since", "-id"],
                condition=Q(state="stale"),
                name="translations_stale",
            ),
            models.Index(
                fields=["due_at"], condition=Q(due_at__isnull=False), name="translations_due"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article} ({Language.active().name_of(self.into)})"

    # The two texts.

    @property
    def into(self) -> Language:
        return Language(self.language)

    @property
    def source(self) -> Language:
        return Language(self.source_language)

    @property
    def confirmed_pairs(self) -> list[Pair]:
        return [Pair(**one) for one in self.pairs]

    def keep_pairs(self, pairs: Iterable[Pair]) -> None:
        self.pairs = [asdict(one) for one in pairs]

    def rows(self) -> list[Row]:
        """Each paragraph of the source beside its translation."""
        quotes = quotes_of(self.article)
        return align(
            self.confirmed_pairs,
            segments_of(self.article, self.source, quotes),
            segments_of(self.article, self.into, quotes),
        )

    def keep_what_readers_get(self) -> None:
        """Keep for which source each paragraph is there that nobody has confirmed.

        It is asked as readers get a translation, and once more before another source is written:
        there may be some that they had before this was kept.
        """
        pairs = [row.pair or pair_of(row) for row in self.rows() if not (row.part and row.source)]
        self.keep_pairs(pairs)

    # The state.

    @property
    def is_with_readers(self) -> bool:
        """Whether readers have it, or will by its dates: of a working copy, its article's."""
        origin = self.article.working_copy_of or self.article
        return origin.status_in(self.into) == Status.PUBLISHED

    def find_state(self, rows: Sequence[Row], at: datetime | None = None) -> State:
        """Set the state that follows from the rows; the first time all is settled is kept."""
        State = Translation.State  # noqa: N806
        if not is_written(self.article, self.into):
            self.completed_at, found = None, State.MISSING
        elif all(row.is_settled for row in rows):
            self.completed_at, found = self.completed_at or at or timezone.now(), State.DONE
        elif self.completed_at or (self.is_with_readers and self.is_behind(rows)):
            found = State.STALE
        elif any(row.state == NEW for row in rows):
            found = State.IN_PROGRESS
        else:
            found = State.TO_REVIEW
        if found != State.STALE:
            self.stale_since = None
        elif self.stale_since is None:
            self.stale_since = at or timezone.now()
        self.state = found
        return found

    def is_behind(self, rows: Sequence[Row]) -> bool:
        """Whether its source has changed since readers got it, as far as that was kept."""
        return bool(self.pairs) and any(row.is_behind for row in rows)


def pair_of(row: Row) -> Pair:
    """What a paragraph says now, for which source: nobody has confirmed it."""
    source, target = (one.html if one else "" for one in (row.source, row.target))
    return Pair(row.field, source, target, confirmed=False)


BEGUN = (Translation.State.IN_PROGRESS, Translation.State.TO_REVIEW)


def quotes_of(article: Article) -> list[Any]:
    return [*article.quotes.all()] if article.pk else []


def segments_of(
    article: Article, language: Language, quotes: Iterable[Any] | None = None
) -> list[Segment]:
    """What an article says in a language: its texts, those of its picture and its quotations.

    Args:
        quotes: its quotations, where they were read already.
    """
    picture = article.lead_image
    found = rows_of(article, ARTICLE.lacking("rich"), language)
    if picture is not None:
        found += rows_of(picture, IMAGE, language, "lead_image:")
    for text in ARTICLE.having("rich", "translated"):
        found += segments_of_body(article.said(text.name, language))
    for quote in quotes_of(article) if quotes is None else quotes:
        found += rows_of(quote, QUOTE, language, f"quotes:{quote.key.removeprefix(COPIED)}:")
    return found


def rows_of(record: Any, texts: Texts, language: Language, of: str = "") -> list[Segment]:
    """A row for each of the texts of a record that are translated."""
    return [
        plain(f"{of}{text.name}", record.said(text.name, language))
        for text in texts.having("translated")
    ]


def is_written(article: Article, language: Language) -> bool:
    """Whether there is a text in this language at all."""
    return any(article.said(name, language) for name in TRANSLATED)


def usual_source(article: Article, language: Language) -> Language | None:
    """The language an article is translated from: that it was written in, else one that it has.

    Nothing for the language that is itself the first written one.
    """
    others = [one for one in Language.all() if one.code != article.original_language]
    original = [one for one in Language.all() if one.code == article.original_language]
    written = [one for one in [*original, *others] if is_written(article, one)]
    return written[0] if written and written[0] != language else None


class Translated(models.Model):
    """What an article knows of its translations."""

    class Meta:
        abstract = True

    def translation_into(self: Article, language: Language | str) -> Translation | None:
        """Its translation into a language, as stored or new; nothing where that is the original."""
        language = Language.get(language)
        found = next(
            (one for one in self.translations.all() if one.language == language.code), None
        )
        usual = usual_source(self, language)
        if found is not None:
            # Relations that were read with the article are not read again.
            found.article = self
            if found.source_is_chosen and is_written(self, found.source):
                return found
        if usual is None:
            return None
        if found is None:
            found = Translation(article=self, language=language.code)
        found.source_language, found.source_is_chosen = usual.code, False
        return found

    def keep_what_readers_get(self: Article, language: Language | None = None) -> None:
        """Keep for which source the translations were written that readers have, or get now.

        Args:
            language: the one that they get; by default those that are not known to be behind.
        """
        for translation in self.translations.all():
            translation.article = self
            if translation.is_with_readers and (
                translation.into == language or (language is None and translation.state in BEGUN)
            ):
                translation.keep_what_readers_get()
                translation.save()

    def inherit_translations(
        self: Article, other: Article, languages: Iterable[Language] | None = None
    ) -> None:
        """Take over what was confirmed of another article: of its working copy, or its origin."""
        codes = {one.code for one in Language.all() if languages is None or one in languages}
        mine = {one.language: one for one in self.translations.all()}
        for theirs in other.translations.filter(language__in=codes):
            translation = mine.get(theirs.language) or Translation(article=self)
            for name in INHERITED:
                setattr(translation, name, getattr(theirs, name))
            translation.save()
        self.refresh_translations()

    def refresh_translations(self: Article, *, is_new: bool = False) -> None:
        """Find the state of every translation anew, from the texts as they are stored.

        A working copy has that of a language which is written on its article from there.

        Args:
            is_new: whether the row was made just now: it is as it was written, and nothing
                hangs on it.
        """
        stored = self.just_made() if is_new else self.read_for_translations()
        for language in stored.written_here if stored.working_copy_of_id else Language.all():
            translation = stored.translation_into(language)
            if translation is None:
                gone = [one for one in stored.translations.all() if one.language == language.code]
                for one in gone:
                    one.delete()
            else:
                before = fingerprint(translation)
                translation.find_state(translation.rows())
                if translation.pk is None or fingerprint(translation) != before:
                    translation.save()

    def read_for_translations(self: Article) -> Article:
        return (
            type(self)
            .with_copies.select_related("lead_image", "working_copy_of")
            .prefetch_related("quotes", "translations")
            .get(pk=self.pk)
        )

    def just_made(self: Article) -> Article:
        """As ``read_for_translations`` has it, of a row on which nothing can hang yet."""
        stored = copy(self)
        known: Any = {name: getattr(self, name).none() for name in ("quotes", "translations")}
        stored._prefetched_objects_cache = known  # type: ignore[attr-defined]
        return stored


def fingerprint(translation: Translation) -> tuple[Any, ...]:
    return (
        translation.state,
        translation.source_language,
        translation.completed_at,
        translation.stale_since,
    )
