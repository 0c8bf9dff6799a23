"""What readers of a translation are told when its original has gone on without it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import OuterRef, QuerySet, Subquery

from articles.languages import Language
from articles.models import Translation


def with_staleness(articles: QuerySet[Any]) -> QuerySet[Any]:
    """Articles with what is known of them as translations into the active language."""
    of_them = Translation.objects.filter(article=OuterRef("pk"), language=Language.active().code)
    stale = of_them.stale()
    return articles.annotate(
        translation_changed_at=Subquery(of_them.values("updated_at")[:1]),
        stale_since=Subquery(stale.values("stale_since")[:1]),
        translated_from=Subquery(stale.values("source_language")[:1]),
    )


@dataclass(frozen=True)
class Staleness:
    """What readers of a translation are told when its original has gone on without it."""

    source: Language
    since: datetime
    url: str

    @classmethod
    def of(cls, article: Any) -> Staleness | None:
        """Nothing where the setting is off, or the newer version is not there for readers."""
        if not settings.STALE_TRANSLATION_NOTICE or article.stale_since is None:
            return None
        source = Language(article.translated_from)
        if not article.is_live(source):
            return None
        return cls(source, article.stale_since, article.url_in(source))

    @property
    def source_name(self) -> str:
        return Language.active().name_of(self.source)


def changed_at(article: Any) -> datetime | None:
    """When anything of an article as a translation last changed: caches go by it."""
    moment: datetime | None = article.translation_changed_at
    return moment
