"""What a front page chooses from: its articles, their topics and quotations, in few queries."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db.models import Count, Exists, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, Length
from django.utils import timezone

from articles.languages import Language

from .article_queryset import ArticleQuerySet
from .articles import Article
from .cached_queries import cached
from .corrections import Correction
from .quotes import Quote
from .topics import Topic, TopicOfArticle

if TYPE_CHECKING:
    from .front_pages import FrontPage

NEWEST = 60
"""Among so many of the newest, a page chooses what comes by itself."""
MOST_SECTIONS = 40
"""Of an editor's; each is a part of one query, and SQLite joins at most 500."""
MANY = 500
"""Articles of a topic that are too many to be read and put in order for its section."""
MOST_QUOTATIONS_READ = 120
WEEK = timedelta(days=7)


def sections_of(front_page: FrontPage) -> list[Any]:
    """An editor's sections, each with how many articles are on its topic: ``tagged``."""
    if not front_page.pk:
        return []
    return sections_on(front_page.pk)


@cached
def sections_on(front_page: int) -> QuerySet[Any]:
    sections = apps.get_model("articles", "Section").objects.filter(front_page=front_page)
    tagged = TopicOfArticle.objects.filter(tag=OuterRef("topic")).order_by().values("tag")
    number = Coalesce(Subquery(tagged.annotate(number=Count("pk")).values("number")), 0)
    return sections.annotate(tagged=number)[:MOST_SECTIONS]


def read_pool(
    language: Language,
    at: datetime,
    placed: set[int],
    hidden: set[int],
    sections: list[Any],
) -> list[Any]:
    """What a page may show, in one query: placed, of its sections, corrected; the newest first."""
    return pool(
        at,
        timezone.localdate(at) - WEEK,
        sorted(placed),
        sorted(hidden),
        *(one.topic_id for one in sections),
        language=language,
        sections=tuple((one.size, one.tagged > MANY) for one in sections),
    )


@cached
def pool(
    at: datetime,
    since: date,
    placed: list[int],
    hidden: list[int],
    *topics: int,
    language: Language,
    sections: tuple[tuple[int, bool], ...],
) -> QuerySet[Article]:
    """The articles of ``read_pool``.

    Args:
        at: the moment.
        since: corrections made after this day are shown.
        placed: keys of articles.
        hidden: keys of articles.
        topics: the keys of those that have a section.
        language: of the page.
        sections: of each, how many articles it shows, and whether its topic has many.
    """
    live = Article.objects.live(at, language).exclude(pk__in=hidden)
    wrong = Correction.objects.of_substance().shown(language).filter(made_on__gt=since)
    newest = live.newest_first(language).values("pk")[:NEWEST]
    older = live.exclude(pk__in=newest).exclude(pk__in=placed)
    keys = first_of(newest).union(
        first_of(live.filter(pk__in=wrong.values("article")).order_by("-pk").values("pk")[:NEWEST]),
        first_of(placed),
        *(
            newest_of_topic(language, older, topic, *section)
            for topic, section in zip(topics, sections, strict=True)
        ),
    )
    of_article = wrong.filter(article=OuterRef("pk"))
    found = live.filter(pk__in=keys).for_list().newest_first(language)
    return found.annotate(
        body_length=Length(language.field("body")),
        event_begins=F("event__starts_on"),
        event_ends=F("event__ends_on"),
        correction=Subquery(of_article.values(language.field("text"))[:1]),
        corrected_on=Subquery(of_article.values("made_on")[:1]),
        correction_changed_at=Subquery(of_article.values("updated_at")[:1]),
    )


def first_of(keys: Any) -> QuerySet[Article, Any]:
    """Keys in a form that SQLite can unite with others."""
    return Article.objects.filter(pk__in=keys).order_by().values("pk")


def newest_of_topic(
    language: Language, articles: ArticleQuerySet, topic: int, most: int, has_many: bool
) -> QuerySet[Article, Any]:
    """The keys of the newest of some articles on a topic."""
    tagged = TopicOfArticle.objects.filter(tag=topic)
    if has_many:
        # Asked of each article, the newest first, until there are enough: no list to put in order.
        about = articles.filter(Exists(tagged.filter(content_object=OuterRef("pk"))))
    else:
        about = articles.filter(pk__in=tagged.values("content_object"))
    about = about.newest_first(language)
    return first_of(about.values("pk")[:most])


def topics_of(articles: list[Article]) -> dict[int, list[Topic]]:
    """The topics of articles, by their keys; each article gets its first as ``main_topic``."""
    found: dict[int, list[Topic]] = {}
    topics: list[Any] = topics_given([one.pk for one in articles])
    for topic in topics:
        found.setdefault(topic.given_to, []).append(topic)
    for article in articles:
        article.main_topic = next(iter(found.get(article.pk, [])), None)  # type: ignore[attr-defined]
    return found


@cached
def topics_given(articles: list[int]) -> QuerySet[Any]:
    """The topics of some articles, once for each that has it: ``given_to``."""
    given = Topic.objects.filter(of_articles__content_object__in=articles)
    return given.annotate(given_to=F("of_articles__content_object")).order_by("of_articles__pk")


@cached
def words_in(articles: list[int], *, language: Language) -> QuerySet[Quote]:
    """What somebody said in so many words in some articles."""
    written = {f"{language.field('text')}__gt": ""}
    quotes = Quote.objects.attributed().filter(kind=Quote.Kind.DIRECT, **written)
    return quotes.filter(article__in=articles).select_related("speaker")[:MOST_QUOTATIONS_READ]
