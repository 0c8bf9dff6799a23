"""A live coverage: an article that is followed as it happens, in dated entries, newest first.

The entries hang on the article itself and are no part of its working copy: each is written, shown,
corrected and taken back by itself, in each language. Readers have what is public of them for as
long as they have the article.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from articles.languages import Language
from articles.text.richtext.paragraphs import plain_text

from .corrections import Correction
from .date_fields import MomentField
from .fields import EntryTextField
from .needed import published_when
from .permissions import PUBLISH_ARTICLE, WITHDRAW_ARTICLE
from .record import Record, RecordQuerySet
from .text_fields import ManyLinesField, OneLineField

if TYPE_CHECKING:
    from .users import User

SHOWN_AT_ONCE = 15
"""Entries on a page of a coverage."""
CLOCKS_DIFFER_BY = timedelta(minutes=1)


class LiveCoverage(Record):
    """When an article is followed live: from its first entry until somebody ends it."""

    article = models.OneToOneField(
        "articles.Article", models.CASCADE, related_name="coverage", verbose_name=_("article")
    )
    started_at = MomentField(_("coverage begins"), default=timezone.now)
    ended_at = MomentField(_("coverage ends"), null=True, blank=True)

    class Meta:
        verbose_name = _("live coverage")
        verbose_name_plural = _("live coverages")
        ordering = ["pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(ended_at__gte=F("started_at")),
                name="live_coverage_ends_after_it_begins",
            )
        ]

    def __str__(self) -> str:
        return f"{self.article}"


class EntryState(models.TextChoices):
    DRAFT = "draft", _("draft")
    PUBLIC = "public", _("published")
    WITHDRAWN = "withdrawn", _("withdrawn")


BEFORE_READERS = (EntryState.PUBLIC, EntryState.WITHDRAWN)
"""Of one that was taken back they have that it was, and why."""


class LiveEntryQuerySet(RecordQuerySet):
    def shown(self, language: Language | str | None = None) -> Self:
        """What readers of a language have of a coverage, where they have its article."""
        return self.filter(**{f"{Language.get(language).field('state')}__in": BEFORE_READERS})

    def public(self, language: Language | str | None = None, at: datetime | None = None) -> Self:
        """The same without what was taken back; at a moment, where they have its article then."""
        if at is not None:
            return self.filter(LiveEntry.public_when(Language.get(language), at))
        return self.filter(**{Language.get(language).field("state"): EntryState.PUBLIC})

    def published_or_due(self, at: datetime | None = None) -> Self:
        """Those that readers of some language have, or will have without anybody's doing."""
        public = Q()
        for language in Language.all():
            public |= Q(**{language.field("state"): EntryState.PUBLIC})
        when = published_when(at or timezone.now())
        articles = apps.get_model("articles", "Article").objects.filter(when)
        return self.filter(public, Exists(articles.filter(pk=OuterRef("article"))))

    def with_picture(self, article: Any, language: Language | None = None) -> Self:
        """What readers of a language have of an article that shows a picture.

        Of a working copy, what they have of the article itself.
        """
        of_article = self.filter(article=article.working_copy_of_id or article.pk)
        return of_article.public(language).exclude(image=None)

    def newest_first(self) -> Self:
        return self.order_by("-at", "-pk")


class LiveEntry(Record):
    """What happened at a moment, in a few sentences."""

    article = models.ForeignKey(
        "articles.Article", models.CASCADE, related_name="live_entries", verbose_name=_("article")
    )
    at = MomentField(_("time"), default=timezone.now)
    is_important = models.BooleanField(_("important"), default=False, db_default=False)
    is_pinned = models.BooleanField(
        _("summary, pinned on top"),
        default=False,
        db_default=False,
        help_text=_(
            "It takes the place of the former summary for readers of each language, once they "
            "have it in theirs."
        ),
    )
    byline = OneLineField(_("byline"), max_length=200, blank=True)
    image = models.ForeignKey(
        "articles.Image",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="live_entries",
        verbose_name=_("picture"),
        help_text=_("Its caption, its credit and its alternative text are those of the library."),
    )
    created_by = models.ForeignKey(
        "articles.User",
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("written by"),
    )

    # One value per language (articles/translation.py).
    headline = OneLineField(_("headline"), max_length=200, blank=True)
    body = EntryTextField(_("what happens"), blank=True)
    state = OneLineField(
        _("state"), max_length=10, choices=EntryState, default=EntryState.DRAFT, editable=False
    )
    shown_at = MomentField(_("first shown"), null=True, blank=True, editable=False)
    changed_at = MomentField(_("last changed for readers"), null=True, blank=True, editable=False)
    is_summary = models.BooleanField(default=False, db_default=False, editable=False)
    """Whether it stands over the others for the readers of a language."""
    change_kind = OneLineField(
        max_length=20, choices=Correction.Kind, blank=True, editable=False, default=""
    )
    reader_note = ManyLinesField(
        _("what was changed"), blank=True, help_text=_("What was wrong, and what is right.")
    )

    objects = LiveEntryQuerySet.as_manager()

    title_field = "body"

    class Meta:
        verbose_name = _("live entry")
        verbose_name_plural = _("live entries")
        ordering = ["-at", "-pk"]
        default_permissions = ()
        indexes = [models.Index(fields=["article", "-at", "-id"], name="live_entries_by_time")]
        constraints = [
            *(
                models.UniqueConstraint(
                    fields=["article"],
                    condition=Q(**{language.field("is_summary"): True}),
                    name=f"live_coverage_has_one_summary_in_{language.code}",
                )
                for language in Language.all()
            ),
            *(
                models.CheckConstraint(
                    condition=~Q(**{f"{language.field('state')}__in": BEFORE_READERS})
                    | Q(**{f"{language.field('body')}__gt": ""}),
                    name=f"live_entry_of_readers_says_something_in_{language.code}",
                )
                for language in Language.all()
            ),
        ]

    def __str__(self) -> str:
        words = plain_text(self.said_anyhow("headline") or self.said_anyhow("body"))
        return Truncator(words).chars(80) or self.key

    def clean(self) -> None:
        super().clean()
        if self.at and self.at > timezone.now() + CLOCKS_DIFFER_BY:
            raise ValidationError({"at": _("This moment has not come yet.")})

    @classmethod
    def public_when(cls, language: Language, at: datetime) -> Q:
        """What readers of a language have at a moment: it goes with its article."""
        article = apps.get_model("articles", "Article")
        shown = article.objects.live(at, language).filter(kind=article.Kind.COVERAGE).order_by()
        state = {language.field("state"): EntryState.PUBLIC}
        return Q(Exists(shown.filter(pk=OuterRef("article"))), **state)

    @property
    def anchor(self) -> str:
        """Its place on the page."""
        return f"entry-{self.pk}"

    # What readers have of it.

    def state_in(self, language: Language | str | None = None) -> EntryState:
        return EntryState(self.said("state", language) or EntryState.DRAFT)

    def is_before_readers(self, language: Language | str | None = None) -> bool:
        return self.state_in(language) in BEFORE_READERS

    def is_summary_in(self, language: Language | str | None = None) -> bool:
        """Whether readers of a language have it over the others."""
        return bool(getattr(self, Language.get(language).field("is_summary")))

    @property
    def is_withdrawn(self) -> bool:
        return self.state_in() == EntryState.WITHDRAWN

    @property
    def was_changed(self) -> bool:
        """Whether readers of the active language first had other words."""
        return bool(self.changed_at and self.shown_at and self.changed_at > self.shown_at)

    @property
    def change_in_words(self) -> str:
        """« Correction », « Mise à jour », « Faute de frappe »."""
        return str(Correction.Kind(self.change_kind or Correction.Kind.TYPOGRAPHICAL).label)

    def changed_in(self, language: Language | str | None = None) -> datetime | None:
        """When readers of a language last had something else to read of it."""
        return getattr(self, Language.get(language).field("changed_at"))

    # Whose it is to write.

    def may_be_written_by(self, user: User, language: Language | str) -> bool:
        """Whether this person may write its words in a language.

        What readers have, who may publish; one that was taken back stays so.
        """
        state, may = self.state_in(language), self.article.is_written_by(user, language)
        if state == EntryState.WITHDRAWN:
            return False
        return may and (state == EntryState.DRAFT or user.has_perm(PUBLISH_ARTICLE))

    def may_be_published_by(self, user: User, language: Language | str) -> bool:
        """Whether this person may give its words in a language to readers."""
        may = self.article.is_written_by(user, language) and user.has_perm(PUBLISH_ARTICLE)
        has_words = bool(self.said("body", language))
        return may and has_words and self.state_in(language) == EntryState.DRAFT

    def may_be_withdrawn_by(self, user: User, language: Language | str) -> bool:
        may = self.article.is_written_by(user, language) and user.has_perm(WITHDRAW_ARTICLE)
        return may and self.state_in(language) == EntryState.PUBLIC

    # What becomes of it.

    def show(self, language: Language, at: datetime) -> None:
        """Give its words in a language to readers; not saved."""
        self.put(language, state=EntryState.PUBLIC, shown_at=at, changed_at=at)

    def withdraw(self, language: Language, why: str, at: datetime) -> None:
        """Take its words in a language back, and say so in its place; not saved."""
        self.put(
            language,
            state=EntryState.WITHDRAWN,
            changed_at=at,
            reader_note=why,
            is_summary=False,
        )

    def put(self, language: Language, **values: Any) -> None:
        for name, value in values.items():
            setattr(self, language.field(name), value)
