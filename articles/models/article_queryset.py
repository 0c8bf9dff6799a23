"""Which articles: the one gate to the public, and what else lists and the desk ask for."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils import timezone

from articles.languages import Language

from .corrections import Correction
from .declarations import ARTICLE
from .permissions import EDIT_ANY_ARTICLE
from .phases import Phase, appeared, articles_in, had_by_readers
from .rights import DeskQuerySet
from .workflow import Status

if TYPE_CHECKING:
    from .users import User


class ArticleQuerySet(DeskQuerySet):
    def live(self, at: datetime | None = None, language: Language | str | None = None) -> Self:
        """The news that readers see in a language at a moment: by default the active one, and now.

        The one gate to the public: lists, feeds and the pages of articles all select with it. Of
        static pages it has none.
        """
        return self.shown(at, language).filter(site_page="")

    def shown(self, at: datetime | None = None, language: Language | str | None = None) -> Self:
        """All texts that readers see in a language at a moment: news, and static pages.

        For what a text brings with it (its pictures, documents, who may know of it), the search
        and the map of the site.
        """
        at, language = at or timezone.now(), Language.get(language)
        until = language.field("live_until")
        return self.filter(
            appeared(language, at),
            Q(**{until: None}) | Q(**{f"{until}__gt": at}),
            **{language.field("status"): Status.PUBLISHED},
        )

    def in_phase(
        self, phase: Phase, language: Language | str | None = None, at: datetime | None = None
    ) -> Self:
        """What is in a phase in a language at a moment: the rule of ``Article.phase_in``."""
        return self.filter(articles_in(phase, Language.get(language), at or timezone.now()))

    def withdrawn(self, language: Language | str | None = None, at: datetime | None = None) -> Self:
        """What readers of a language could see once, and may not see any more.

        Somebody took it back, or the moment came until which it was to be seen. One that is
        being written anew, or waits to come back, is still withdrawn to its readers.
        """
        at, language = at or timezone.now(), Language.get(language)
        return self.filter(had_by_readers(language, at)).exclude(
            articles_in(Phase.PUBLISHED, language, at)
        )

    def newest_first(self, language: Language | str | None = None) -> Self:
        """By their date of publication in a language, the active one by default."""
        return self.order_by(f"-{Language.get(language).field('published_at')}", "-pk")

    def site_pages(
        self, at: datetime | None = None, language: Language | str | None = None
    ) -> Self:
        """The static pages that readers see in a language at a moment."""
        return self.shown(at, language).exclude(site_page="")

    def news(self) -> Self:
        """Those that are no static page, whatever their state."""
        return self.filter(site_page="")

    def published_between(
        self,
        start: datetime,
        end: datetime,
        language: Language | str | None = None,
        at: datetime | None = None,
    ) -> Self:
        """Live in a language, and published in it from one moment until before another."""
        language = Language.get(language)
        date = language.field("published_at")
        return self.live(at, language).filter(**{f"{date}__gte": start, f"{date}__lt": end})

    def with_updates(self) -> Self:
        """With the day of its last update in the active language: ``updated_on``."""
        updates = Correction.objects.updates().shown().filter(article=OuterRef("pk"))
        return self.annotate(updated_on=Subquery(updates.values("made_on")[:1]))

    def read_at_desk(self, user: User, language: Language | str) -> Self:
        """Those whose text in a language this person may read: their own, and what readers have.

        Who may edit anybody's article reads every one.
        """
        if user.has_perm(EDIT_ANY_ARTICLE):
            return self.all()
        articles: Any = self.model
        shown = articles.objects.shown(language=language).order_by().filter(pk=OuterRef("pk"))
        return self.filter(Q(created_by=user) | Exists(shown))

    def for_list(self) -> Self:
        """Only what a list shows; reading a body from it is an error, not a query."""
        article: Any = self.model
        # modeltranslation defers every language's column for the name of a translated field.
        shown = [name for name in ARTICLE.having("listed").names if name != article.title_field]
        unseen = [other.field(name) for name in shown for other in Language.active().others]
        return (
            self.with_updates()
            .select_related("source", "dateline", "lead_image")
            .defer(*ARTICLE.lacking("listed").names, "source_text", *unseen)
            .fetch_mode(models.FETCH_RAISE)
        )


class ArticleManager(models.Manager.from_queryset(ArticleQuerySet)):
    """Articles, without their working copies: ``Article.with_copies`` has both."""

    def get_queryset(self) -> ArticleQuerySet:
        # Written as a negation, so that SQLite does not choose the index of this column: nearly
        # every row is in it under NULL, and each list would be sorted as a whole.
        found = super().get_queryset().filter(~models.Q(working_copy_of__isnull=False))
        found.has_copies = False
        return found
