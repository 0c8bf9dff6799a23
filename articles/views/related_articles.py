"""The articles that one leads to: of its event, of its topics, before and after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from articles.languages import Language
from articles.models import Article, TopicOfArticle
from articles.models.cached_queries import cached

RELATED = 5
RECENT = 200
"""Of so many articles, written last on its topics, those are looked for that readers have."""


@dataclass(frozen=True)
class Around:
    """The articles that one leads to, each once, the newest first."""

    article: Article
    articles: list[Article]

    @property
    def same_event(self) -> list[Article]:
        event = self.article.event_id
        return [one for one in self.articles if event and one.event_id == event][:RELATED]

    @property
    def same_topics(self) -> list[Article]:
        covered = self.same_event
        sharing = [one for one in self.articles if getattr(one, "shares_topic", False)]
        return [one for one in sharing if one not in covered][:RELATED]

    @property
    def latest(self) -> list[Article]:
        related = [*self.same_event, *self.same_topics]
        return [one for one in self.articles[:RELATED] if one not in related]

    @property
    def before(self) -> Article | None:
        """The one published just before it."""
        older = (one for one in self.articles if self.age(one) < self.age(self.article))
        return next(older, None)

    @property
    def after(self) -> Article | None:
        """The one published just after it."""
        newer = (one for one in reversed(self.articles) if self.age(one) > self.age(self.article))
        return next(newer, None)

    @staticmethod
    def age(article: Article) -> tuple[Any, int]:
        return article.published_at, article.pk


def identity_of(article: Article) -> tuple[int, int, Any, int | None]:
    """What decides which articles are around it."""
    # A working copy is previewed beside what readers have of it.
    for_readers = article.working_copy_of_id or article.pk
    return article.pk, for_readers, article.published_at, article.event_id


@cached
def around_it(
    article: int, for_readers: int, at: datetime, event: int | None, now: datetime
) -> QuerySet[Article]:
    """What covers its event or topics, its neighbours in time, the newest: in one query."""
    others = Article.objects.live(now).newest_first().exclude(pk__in=[article, for_readers])
    date = Language.active().field("published_at")
    earlier = Q(**{f"{date}__lt": at}) | Q(**{date: at}, pk__lt=article)
    # With the bound before it the index is read from there, and not from its beginning.
    later = Q(**{f"{date}__gte": at}) & (Q(**{f"{date}__gt": at}) | Q(pk__gt=article))
    topics = TopicOfArticle.objects.filter(content_object=article).values("tag")
    sharing = TopicOfArticle.objects.filter(tag__in=topics)
    latest = sharing.order_by("-content_object")[:RECENT]
    parts = [
        first_few(others.filter(later).reverse(), 1),
        first_few(others.filter(earlier), 1),
        first_few(others.filter(pk__in=latest.values("content_object")), RELATED),
    ]
    if event:
        parts.append(first_few(others.filter(event=event), RELATED))
    near = first_few(others, RELATED).union(*parts)
    shares_topic = Exists(sharing.filter(content_object=OuterRef("pk")))
    found = Article.objects.for_list().filter(pk__in=near).newest_first()
    return found.annotate(shares_topic=shares_topic)


def first_few(articles: QuerySet[Article], number: int) -> QuerySet[Article, Any]:
    """The first few, in a form that SQLite can unite with another."""
    keys = articles.values("pk")[:number]
    return Article.objects.filter(pk__in=keys).order_by().values("pk")
