"""What readers need: records that something before the readers shows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, ClassVar, Self

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, ProtectedError, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.languages import Language

from .cached_queries import cached
from .workflow import Status

ARTICLE_MODEL = "Article"


class NeededByReadersError(ProtectedError):
    """Somebody tried to delete what readers need."""


class NeededQuerySet[Row: models.Model](models.QuerySet[Row]):
    """Records that cannot be deleted while something published or scheduled shows them."""

    def needed(self, at: datetime | None = None) -> Self:
        """Those that something shows which is published, or scheduled to be."""
        model: Any = self.model
        return self.filter(model.needed_by_what_is_published(at or timezone.now()))

    def published_or_due(self, at: datetime | None = None) -> Self:
        """Those that are published, or scheduled to be."""
        model: Any = self.model
        return self.filter(model.published_or_due_when(at or timezone.now()))

    def delete(self) -> tuple[int, dict[str, int]]:
        """Delete them all, or none.

        Raises:
            NeededByReadersError: readers need one of them.
        """
        # A slice, or one row per value, is Django's to refuse.
        if self.query.can_filter():
            refuse(self.needed())
        return super().delete()

    delete.alters_data = True  # type: ignore[attr-defined]
    delete.queryset_only = True  # type: ignore[attr-defined]


def refuse(needed: models.QuerySet[Any]) -> None:
    """Raise what says which of these records readers need, where there are any."""
    if found := list(needed.order_by()[:20]):
        names = Language.active().listed(found)
        raise NeededByReadersError(_("Readers need this: %s.") % names, set(found))


class Needed(models.Model):
    """A record that cannot be deleted while something published or scheduled shows it."""

    needed_by: ClassVar[tuple[tuple[str, tuple[str, ...]], ...]] = ()
    """What shows it to readers: the models, each with its ways to records of this kind."""
    has_parts: ClassVar[bool] = False
    """Whether records of this kind are part of others, which their pages name."""

    class Meta:
        abstract = True

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete it.

        Raises:
            NeededByReadersError: readers need it.
        """
        rows: Any = type(self)._default_manager
        refuse(rows.filter(pk=self.pk).needed())
        return super().delete(*args, **kwargs)

    @classmethod
    def shown_by(cls, rows_of: Callable[[Any], Any]) -> Q:
        """Whether something of what a function selects of each model shows it."""
        shown = Q(pk=None)
        for name, ways in cls.needed_by:
            rows = rows_of(apps.get_model("articles", name))
            for way in ways:
                shown |= Q(Exists(rows.order_by().filter(**{way: OuterRef("pk")})))
        return shown

    @classmethod
    def needed_when(cls, language: Language, at: datetime) -> Q:
        """Whether something that readers of a language see at a moment shows it."""

        def seen(model: Any) -> Any:
            if model.__name__ == ARTICLE_MODEL:
                return model.objects.shown(at, language)
            return model.objects.public(language, at)

        return cls.shown_by(seen)

    @classmethod
    def needed_by_what_is_published(cls, at: datetime) -> Q:
        """Whether something shows it that readers have, or will have without anybody's doing."""

        def published(model: Any) -> Any:
            if model.__name__ == ARTICLE_MODEL:
                return model.objects.filter(published_when(at))
            return model.objects.published_or_due(at)

        shown = cls.shown_by(published)
        if not cls.has_parts:
            return shown
        parts = cls._base_manager.filter(shown | cls.public_by_itself(), parent=OuterRef("pk"))
        return shown | Q(Exists(parts))

    @classmethod
    def public_by_itself(cls) -> Q:
        """Whether an editor made it public, whatever shows it; most kinds have no page."""
        return Q(pk=None)

    @classmethod
    def published_or_due_when(cls, at: datetime) -> Q:
        """Whether readers have it, or will have it without anybody's doing."""
        return cls.public_by_itself() | cls.needed_by_what_is_published(at)

    def is_needed(self) -> bool:
        """Whether something before the readers shows it."""
        return bool(self.pk) and bool(key_among_needed(self.pk, timezone.now(), model=type(self)))

    def is_before_readers(self) -> bool:
        """Whether readers have it, or will have it without anybody's doing."""
        return bool(self.pk) and bool(key_among_public(self.pk, timezone.now(), model=type(self)))


# Each save of a record asks them, and they take ten times as long to put together as to answer.


@cached
def key_among_needed(key: int, at: datetime, *, model: Any) -> models.QuerySet[Any, Any]:
    return model._default_manager.filter(pk=key).needed(at).values_list("pk")


@cached
def key_among_public(key: int, at: datetime, *, model: Any) -> models.QuerySet[Any, Any]:
    return model._default_manager.filter(pk=key).published_or_due(at).values_list("pk")


def published_when(at: datetime) -> Q:
    """Articles that readers of some language have, or will have when their moment comes."""
    found = Q()
    for language in Language.all():
        until = language.field("live_until")
        stays = Q(**{until: None}) | Q(**{f"{until}__gt": at})
        found |= stays & Q(**{language.field("status"): Status.PUBLISHED})
    return found
