"""Who may write what of an article: whose it is, which state it is in, which language.

Three permissions open three doors, each on its own. Without any of them, a person with
``change_article`` writes their own drafts, in the languages assigned to the account.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Q
from django.db.models.query import ModelIterable
from django.utils import timezone

from articles.languages import Language

from .declarations import EDITED_OF_A_LANGUAGE, OF_A_LANGUAGE
from .pages import PagedQuerySet
from .permissions import (
    CHANGE_ARTICLE,
    CORRECT_ARTICLE,
    DELETE_ARTICLE,
    EDIT_ANY_ARTICLE,
    EDIT_ANY_LANGUAGE,
    EDIT_ANY_STATE,
    PUBLISH_ARTICLE,
)
from .phases import Phase, articles_in
from .workflow import Status

if TYPE_CHECKING:
    from .articles import Article
    from .users import User


@dataclass(frozen=True)
class WriteLimits:
    """What a person may not write of one record: some languages, the facts, the dates."""

    facts: bool
    languages: frozenset[Language]
    dates: frozenset[Language] = frozenset()

    def __or__(self, other: WriteLimits) -> WriteLimits:
        return WriteLimits(
            self.facts or other.facts,
            self.languages | other.languages,
            self.dates | other.dates,
        )

    def holds(self, field: models.Field[Any, Any]) -> bool:
        """Whether this column is one of those."""
        code = getattr(field, "language", None)
        if code is None:
            return self.facts
        if field.name.startswith(EDITED_OF_A_LANGUAGE):
            return Language(code) in self.dates
        return Language(code) in self.languages


class DeskQuerySet(PagedQuerySet):
    """Articles, as people of the newsroom see them."""

    has_copies = True
    """Whether it may have working copies."""

    def _clone(self) -> Self:
        made: Self = super()._clone()
        made.has_copies = self.has_copies
        return made

    def for_desk(self, user: User, at: datetime | None = None) -> Self:
        """What this person finds in the admin: what is open to them, and what readers have.

        Of an article that is there for its readers only, each row has what readers have, and
        nothing else: it is abridged. Who reads its relations asks for ``open_to``.
        """
        if user.has_perm(EDIT_ANY_ARTICLE):
            return self.all()
        at = at or timezone.now()
        live = Q()
        for language in Language.all():
            live |= articles_in(Phase.PUBLISHED, language, at)
        # Told from the row itself: nothing is looked up for each of a hundred thousand.
        found = self.filter(self.of(user) | (Q(working_copy_of=None) & live))

        class Abridging(ModelIterable):
            def __iter__(self) -> Iterator[Any]:
                for article in super().__iter__():
                    yield article.abridged_for(user, at)

        found._iterable_class = Abridging
        return found

    def open_to(self, user: User) -> Self:
        """What this person may see whole: drafts, history, notes, the working copy; their own.

        Who may edit anybody's article sees every one.
        """
        return self.all() if user.has_perm(EDIT_ANY_ARTICLE) else self.filter(self.of(user))

    def of(self, user: User) -> Q:
        """``is_of``, by the index of who wrote it alone where no working copy can be found."""
        return is_of(user) if self.has_copies else Q(created_by=user)


def is_of(user: User, of: str = "") -> Q:
    """The rows of articles that this person wrote, and of the working copies of those."""
    return Q(**{f"{of}created_by": user}) | Q(**{f"{of}working_copy_of__created_by": user})


class AbridgedError(Exception):
    """Somebody tried to save what readers have of an article as if it were all of it."""


class ArticleRights(models.Model):
    """What each person may do with one article."""

    is_abridged = False
    """Whether it has only what readers have: it is then shown, and never saved."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.is_abridged:
            raise AbridgedError
        super().save(*args, **kwargs)

    @property
    def _governing(self: Article) -> Article:
        """The article whose state and author decide: of a working copy, the one readers see."""
        return self.working_copy_of or self

    @property
    def written_here(self: Article) -> list[Language]:
        """The languages that are written in this row, be it an article or its working copy.

        Of an article that readers have, those that none of them ever had; in its working copy,
        the others.
        """
        never_published = self._governing.never_published
        if self.working_copy_of_id:
            return [language for language in Language.all() if language not in never_published]
        return never_published if self.is_live_somewhere else Language.all()

    @property
    def written_elsewhere(self: Article) -> WriteLimits:
        """What nobody writes in this row, whatever their rights."""
        here = self.written_here
        others = frozenset(language for language in Language.all() if language not in here)
        return WriteLimits(self.is_live_somewhere, others, others)

    def is_of(self: Article, user: User) -> bool:
        """Whether they wrote it, or are about to."""
        return self._state.adding or (user.pk is not None and self.created_by_id == user.pk)

    def _opens_to(self: Article, user: User) -> bool:
        return user.has_perm(CHANGE_ARTICLE) and (
            self.is_of(user) or user.has_perm(EDIT_ANY_ARTICLE)
        )

    def may_edit(self: Article, user: User, language: Language | str) -> bool:
        """Whether this person may write the texts of one language now."""
        language, article = Language.get(language), self._governing
        return self.is_written_by(user, language) and (
            article.status_in(language) == Status.DRAFT
            or user.has_perm(EDIT_ANY_STATE)
            or (article.is_live_translation(language) and user.has_perm(EDIT_ANY_ARTICLE))
        )

    def is_written_by(self: Article, user: User, language: Language | str) -> bool:
        """Whether the texts of one language are this person's to write, when its state is such."""
        return self._governing._opens_to(user) and user.may_write(Language.get(language))

    def is_live_translation(self: Article, language: Language | str) -> bool:
        """Whether readers have this language, and it follows another.

        Its translators keep it true to its source: in a working copy, which others publish.
        """
        code = Language.get(language).code
        return self.original_language not in {"", code} and self.is_live(code)

    def may_be_discarded_by(self: Article, user: User) -> bool:
        """Whether this person may throw a working copy away, with what others wrote in it."""
        return self.may_be_rewritten_by(user)

    def may_edit_facts(self: Article, user: User) -> bool:
        """Whether this person may change what holds in every language: the event, the source."""
        article = self._governing
        drafts = all(article.status_in(one) == Status.DRAFT for one in Language.all())
        return (
            article._opens_to(user)
            and (drafts or user.has_perm(EDIT_ANY_STATE))
            and user.has_perm(EDIT_ANY_LANGUAGE)
        )

    def may_date(self: Article, user: User, language: Language | str) -> bool:
        """Whether this person may say when a language is published."""
        return user.has_perm(PUBLISH_ARTICLE) and self.may_edit(user, language)

    def may_be_edited_by(self: Article, user: User) -> bool:
        """Whether this person may change anything of it at all, here or in its working copy."""
        return self.may_edit_facts(user) or any(
            self.may_edit(user, language) for language in self._of_this_row
        )

    def may_be_changed_beside_by(self: Article, user: User) -> bool:
        """Whether anything of a working copy of it would be this person's to write."""
        return self.may_edit_facts(user) or any(
            self.may_edit(user, language)
            for language in Language.all()
            if language not in self._governing.never_published
        )

    def may_be_rewritten_by(self: Article, user: User) -> bool:
        """Whether every word of it is this person's to change, as going back to a version does."""
        return self.may_edit_facts(user) and all(
            self.may_edit(user, language) for language in self._of_this_row
        )

    @property
    def _of_this_row(self: Article) -> list[Language]:
        """The languages written on this row: of a working copy those it changes, else all."""
        return self.written_here if self.working_copy_of_id else Language.all()

    def is_open_to(self: Article, user: User) -> bool:
        """The rule of ``open_to``, for one article already read."""
        return self._governing.is_of(user) or user.has_perm(EDIT_ANY_ARTICLE)

    def may_be_seen_by(self: Article, user: User, at: datetime | None = None) -> bool:
        """The rule of ``for_desk``, for one article already read."""
        is_live = any(self.is_live(language, at) for language in Language.all())
        return is_live or self.is_open_to(user)

    def abridged_for(self: Article, user: User, at: datetime) -> Article:
        """This article, without what its readers do not have, where it is not open to somebody.

        It is told from what was read of the row: nothing more is fetched.
        """
        read = vars(self)
        if read.get("working_copy_of_id") or read.get("created_by_id") == user.pk:
            return self
        self.is_abridged = True
        self.source_text = self.source_digest = ""
        self._state.fields_cache["working_copy"] = None
        for language in Language.all():
            moments = [language.field(name) for name in ("status", *EDITED_OF_A_LANGUAGE)]
            is_known = {*moments, "embargoed_until"} <= read.keys()
            if is_known and self.is_live(language, at):
                read[language.field("live_until")] = None
                continue
            states = [language.field(name) for name in ("status", *OF_A_LANGUAGE)]
            for name in (*text_columns_in(type(self), language), *states):
                read[name] = None
        return self

    def may_be_corrected_by(self: Article, user: User) -> bool:
        """Whether this person may change, in public, what readers have read."""
        return user.has_perm(CORRECT_ARTICLE) and self._governing._opens_to(user)

    def may_be_deleted_by(self: Article, user: User) -> bool:
        """Whether this person may delete it. What readers see is withdrawn first."""
        return (
            user.has_perm(DELETE_ARTICLE) and self.is_open_to(user) and not self.is_live_somewhere
        )

    def write_limits(self: Article, user: User, *, anywhere: bool = False) -> WriteLimits:
        """What this person may read and not write in this row; or, of the article, ``anywhere``."""
        barred = WriteLimits(
            facts=not self.may_edit_facts(user),
            languages=frozenset(
                language for language in Language.all() if not self.may_edit(user, language)
            ),
            dates=frozenset(
                language for language in Language.all() if not self.may_date(user, language)
            ),
        )
        return barred if anywhere else barred | self.written_elsewhere


def text_columns_in(model: type[models.Model], language: Language) -> list[str]:
    """The columns of a model that hold words of a language; of what is chosen, none does."""
    return [
        column.attname
        for column in model._meta.concrete_fields
        if getattr(column, "language", None) == language.code
        and isinstance(column, models.CharField | models.TextField)
        and not column.choices
    ]
