"""What has a name and a page: people, bodies, events, sources, topics, and who may know of them."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.languages import Language
from articles.text.analysis.collation import without_article

from .addresses import FormerSlug
from .needed import Needed, NeededQuerySet
from .pages import TAKEN, PagedQuerySet, PageRecord
from .text_fields import OneLineField
from .visibility import KnownToReaders, VisibilityQuery, answer_together


class NamedQuerySet(NeededQuerySet, PagedQuerySet):  # type: ignore[override, type-var]
    def public(self, language: Language | str | None = None, at: datetime | None = None) -> Self:
        """Those that readers of a language know of at a moment: the active one, and now.

        The one gate to the public for what is no article: pages, lists, feeds, calendars,
        sitemaps and the search select with it.
        """
        language = Language.get(language)
        model: Any = self.model
        return self.filter(KnownToReaders(model, language, at or timezone.now()))

    def with_publicity(self, at: datetime | None = None) -> Self:
        """Each with whether readers of each language know of it: no further query asks then."""
        at = at or timezone.now()
        rows: Any = self.model._default_manager
        public = {
            publicity(language): Exists(
                rows.public(language, at).order_by().filter(pk=OuterRef("pk"))
            )
            for language in Language.all()
        }
        return self.annotate(**public)


def publicity(language: Language) -> str:
    """The name of the annotation that says whether readers of a language know of a record."""
    return language.field("is_public")


class NamedRecord(Needed, PageRecord):
    """A person, a body, an event, a topic: something with a name and a page."""

    name = OneLineField(_("name"), max_length=300, blank=True)

    objects = NamedQuerySet.as_manager()  # type: ignore[assignment]

    title_field = "name"

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Say at its field which address is another page's."""
        super().clean()
        former = FormerSlug.objects.taken_from(self, self.addressed_in())
        taken = {Language(one.language).field("slug"): TAKEN for one in former}
        if taken:
            raise ValidationError(taken)

    @staticmethod
    def listed_as(name: str) -> str:
        """How an alphabetical list turns a name, before letters and articles are compared."""
        return without_article(name)

    # Who may know of it.

    @classmethod
    def public_when(cls, language: Language, at: datetime) -> Q:
        """The condition under which readers of a language know of a record at a moment."""
        return cls.needed_when(language, at)

    def has_page_in(self, language: Language | str | None = None) -> bool:
        """Whether readers of a language know of it; asked of the database, unless it said so."""
        language = Language.get(language)
        if (known := self.__dict__.get(publicity(language))) is not None:
            return known
        if self.pk is None or not self.has_address_in(language):
            return False
        return type(self)._default_manager.public(language).filter(pk=self.pk).exists()

    @property
    def languages_with_page(self) -> list[Language]:
        """The languages whose readers know of it, asked in one query, unless that is known."""
        told = [vars(self).get(publicity(language)) for language in Language.all()]
        if self.pk is None or None not in told:
            return super().languages_with_page
        at, addressed = timezone.now(), [one for one in Language.all() if self.has_address_in(one)]
        asked = [VisibilityQuery(type(self), [self.pk], one, at) for one in addressed]
        public = {number for number, _pk in answer_together(asked)}
        return [one for number, one in enumerate(addressed) if number in public]

    def is_public_by_itself(self, language: Language | str | None = None) -> bool:
        """Whether readers of a language know of it even if nothing published shows it."""
        raise NotImplementedError


class ListedRecord(NamedRecord):
    """What is public when something published needs it, or when an editor says so."""

    is_listed = models.BooleanField(
        _("public by itself"),
        default=False,
        db_default=False,
        help_text=_(
            "Readers find its page even where nothing published names it. "
            "Otherwise it is public while a published text names it."
        ),
    )

    class Meta:
        abstract = True

    @classmethod
    def public_when(cls, language: Language, at: datetime) -> Q:
        return Q(is_listed=True) | cls.needed_when(language, at)

    @classmethod
    def public_by_itself(cls) -> Q:
        return Q(is_listed=True)

    def is_public_by_itself(self, language: Language | str | None = None) -> bool:
        return self.is_listed
