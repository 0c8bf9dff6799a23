"""Who may write what of an article: whose it is, which state it is in, which language.

Three permissions open three doors, each on its own. Without any of them, a person with
``change_article`` writes their own drafts, in the languages assigned to the account.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Q

from articles.languages import Language

from .paged import PagedQuerySet
from .publication import Status

if TYPE_CHECKING:
    from .articles import Article
    from .users import User

CHANGE = "articles.change_article"
ANY_ARTICLE = "articles.edit_any_article"
ANY_STATE = "articles.edit_any_state"
ANY_LANGUAGE = "articles.edit_any_language"
PUBLISH = "articles.publish_article"
CORRECT = "articles.correct_article"
DATES = ("published_at", "live_until")
DELETE = "articles.delete_article"


@dataclass(frozen=True)
class Withheld:
    """What a person may not write of one record: some languages, the facts, the dates."""

    facts: bool
    languages: frozenset[Language]
    dates: frozenset[Language] = frozenset()

    def __or__(self, other: Withheld) -> Withheld:
        return Withheld(
            self.facts or other.facts,
            self.languages | other.languages,
            self.dates | other.dates,
        )

    def holds(self, field: models.Field[Any, Any]) -> bool:
        """Whether this column is one of those."""
        code = getattr(field, "language", None)
        if code is None:
            return self.facts
        if field.name.startswith(DATES):
            return Language(code) in self.dates
        return Language(code) in self.languages


class DeskQuerySet(PagedQuerySet):
    """Articles, as people of the newsroom see them."""

    def for_desk(self, user: User) -> Self:
        """What this person finds in the admin: their own, and what was put before the readers.

        Who may edit anybody's article sees every one.
        """
        if user.has_perm(ANY_ARTICLE):
            return self.all()
        shown = Q(created_by=user) | Q(working_copy_of__created_by=user)
        for language in Language.all():
            status = language.field("status")
            shown |= Q(**{status: Status.PUBLISHED})
            shown |= Q(**{f"working_copy_of__{status}": Status.PUBLISHED})
        return self.filter(shown)


class Guarded(models.Model):
    """What each person may do with one article."""

    class Meta:
        abstract = True

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
        unread = self._governing.unread
        if self.working_copy_of_id:
            return [language for language in Language.all() if language not in unread]
        return unread if self.is_live_somewhere else Language.all()

    @property
    def written_elsewhere(self: Article) -> Withheld:
        """What nobody writes in this row, whatever their rights."""
        here = self.written_here
        others = frozenset(language for language in Language.all() if language not in here)
        return Withheld(self.is_live_somewhere, others, others)

    def is_of(self: Article, user: User) -> bool:
        """Whether they wrote it, or are about to."""
        return self._state.adding or (user.pk is not None and self.created_by_id == user.pk)

    def _opens_to(self: Article, user: User) -> bool:
        return user.has_perm(CHANGE) and (self.is_of(user) or user.has_perm(ANY_ARTICLE))

    def may_edit(self: Article, user: User, language: Language | str) -> bool:
        """Whether this person may write the texts of one language now."""
        language, article = Language.get(language), self._governing
        return (
            article._opens_to(user)
            and (
                article.status_in(language) == Status.DRAFT
                or user.has_perm(ANY_STATE)
                or (article.is_live_translation(language) and user.has_perm(ANY_ARTICLE))
            )
            and user.may_write(language)
        )

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
            and (drafts or user.has_perm(ANY_STATE))
            and user.has_perm(ANY_LANGUAGE)
        )

    def may_date(self: Article, user: User, language: Language | str) -> bool:
        """Whether this person may say when a language is published."""
        return user.has_perm(PUBLISH) and self.may_edit(user, language)

    def may_be_edited_by(self: Article, user: User) -> bool:
        """Whether this person may change anything of it at all, here or in its working copy."""
        return self.may_edit_facts(user) or any(
            self.may_edit(user, language) for language in self._of_this_row
        )

    def may_be_rewritten_by(self: Article, user: User) -> bool:
        """Whether every word of it is this person's to change, as going back to a version does."""
        return self.may_edit_facts(user) and all(
            self.may_edit(user, language) for language in self._of_this_row
        )

    @property
    def _of_this_row(self: Article) -> list[Language]:
        """Of a working copy the languages it changes; of an article all."""
        return self.written_here if self.working_copy_of_id else Language.all()

    def may_be_seen_by(self: Article, user: User) -> bool:
        """The rule of ``for_desk``, for one article already read."""
        article = self._governing
        published = any(article.status_in(one) == Status.PUBLISHED for one in Language.all())
        return article.is_of(user) or published or user.has_perm(ANY_ARTICLE)

    def may_be_corrected_by(self: Article, user: User) -> bool:
        """Whether this person may change, in public, what readers have read."""
        return user.has_perm(CORRECT) and self._governing._opens_to(user)

    def may_be_deleted_by(self: Article, user: User) -> bool:
        """Whether this person may delete it. What readers see is withdrawn first."""
        published = any(self.status_in(language) == Status.PUBLISHED for language in Language.all())
        return user.has_perm(DELETE) and not published

    def withheld(self: Article, user: User, *, anywhere: bool = False) -> Withheld:
        """What this person may read and not write in this row; or, of the article, ``anywhere``."""
        barred = Withheld(
            facts=not self.may_edit_facts(user),
            languages=frozenset(
                language for language in Language.all() if not self.may_edit(user, language)
            ),
            dates=frozenset(
                language for language in Language.all() if not self.may_date(user, language)
            ),
        )
        return barred if anywhere else barred | self.written_elsewhere
