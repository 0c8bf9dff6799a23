"""What a front page shows: what its editors placed, and the rest by itself.

No article is on it twice, but for one that was corrected this week, which may stand above as well.
What comes by itself is chosen among the newest. The lead and what stands beside it go by date and
weight (``rank``), the rest by date; neither changes with the hour at which one asks, so that a page
that a cache has stays right until something is published, or until midnight.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import models
from django.db.models import Count, Exists, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, Length
from django.utils import timezone

from articles.languages import Language

from .articles import Article, ArticleQuerySet
from .corrections import Correction
from .kept_questions import kept
from .quotes import Quote
from .topics import Topic, TopicOfArticle

if TYPE_CHECKING:
    from .front_pages import FrontPage, Section

NEWEST = 60
"""Among so many of the newest, a page chooses what comes by itself."""
BESIDE, SECTIONS, IN_A_SECTION = 4, 4, 5
QUOTATIONS, MOST_DOCUMENTS, PICTURES, CORRECTIONS = 3, 5, 4, 3
MOST_SECTIONS = 40
"""Of an editor's; each is a part of one query, and SQLite joins at most 500."""
MANY = 500
"""Articles of a topic that are too many to be read and put in order for its section."""
ENOUGH = 3
"""A topic or a kind with fewer articles has no section by itself."""
MOST_QUOTATIONS_READ = 120
WEEK = timedelta(days=7)

# Weight, in hours: by how much an article counts as newer than it is.
OF_KIND = {Article.Kind.NEWS: 4, Article.Kind.INTERVIEW: 2, Article.Kind.ANALYSIS: 2}
OF_OWN_REPORTING = 4
OF_A_PICTURE = 6
OF_AN_EVENT, DAYS_AROUND = 6, timedelta(days=3)
OF_LENGTH, LONG = 3, 1500


class Layout(models.TextChoices):
    """How a section is laid out: the name of its template."""

    LEAD_AND_LIST = "lead_and_list"
    THREE_ACROSS = "three_across"
    HEADLINES = "headlines"


@dataclass(frozen=True)
class FrontSection:
    """Some articles under a heading: a topic, or what kind they are."""

    articles: list[Article]
    topic: Topic | None = None
    kind: str = ""
    place: int = 0
    """How many sections stand before it."""

    @property
    def layout(self) -> Layout:
        """What its pictures allow; two that follow each other differ where they can."""
        pictured = sum(has_picture(one) for one in self.articles)
        if self.place % 2 and pictured >= ENOUGH:
            return Layout.THREE_ACROSS
        if len(self.articles) > 1 and (self.place % 2 or not pictured):
            return Layout.HEADLINES
        return Layout.LEAD_AND_LIST

    @property
    def template(self) -> str:
        return f"articles/front/{self.layout}.html"

    @property
    def number(self) -> str:
        """« 1 » for the first, as its heading is called."""
        return f"{self.place + 1}"

    @property
    def lead(self) -> Article:
        """The newest with a picture; the newest where none has one."""
        return next(filter(has_picture, self.articles), self.articles[0])

    @property
    def others(self) -> list[Article]:
        return [one for one in self.articles if one != self.lead]


@dataclass(frozen=True)
class Composition:
    """What a front page shows; ``templates/articles/home.html`` puts it in its order."""

    lead: Article | None = None
    beside: list[Article] = field(default_factory=list)
    latest: list[Article] = field(default_factory=list)
    sections: list[FrontSection] = field(default_factory=list)
    quotations: list[Quote] = field(default_factory=list)
    documents: list[Article] = field(default_factory=list)
    pictures: list[Article] = field(default_factory=list)
    corrected: list[Article] = field(default_factory=list)
    """Articles with what was wrong in them, as ``correction``; they may stand above as well."""

    @property
    def articles(self) -> list[Article]:
        """Every article that it shows, once."""
        return [
            *([self.lead] if self.lead else []),
            *self.beside,
            *self.latest,
            *(article for section in self.sections for article in section.articles),
            *(quote.article for quote in self.quotations),
            *self.documents,
            *self.pictures,
        ]

    @property
    def dated(self) -> list[Any]:
        """Everything whose date is a date of the page."""
        changed = [one.correction_changed_at for one in self.corrected]  # type: ignore[attr-defined]
        topics = [section.topic for section in self.sections if section.topic]
        return [*self.articles, *self.corrected, *self.quotations, *topics, *changed]


def has_picture(article: Article) -> bool:
    return article.lead_image is not None and article.lead_image.may_be_shown()


def weight(article: Any) -> int:
    """How many hours an article counts as newer than it is.

    Args:
        article: one of ``read_pool``.
    """
    hours = OF_KIND.get(article.kind, 0)
    hours += OF_OWN_REPORTING * article.own_reporting
    hours += OF_A_PICTURE * has_picture(article)
    hours += OF_LENGTH * ((article.body_length or 0) >= LONG)
    if article.event_begins:
        day = timezone.localdate(article.published_at)
        begins, ends = article.event_begins, article.event_ends or article.event_begins
        hours += OF_AN_EVENT * (begins - DAYS_AROUND <= day <= ends + DAYS_AROUND)
    return hours


def rank(article: Any) -> tuple[datetime, int]:
    """By what the articles stand in line for the lead: their date with their weight."""
    return article.published_at + timedelta(hours=weight(article)), article.pk


class Supply:
    """The articles that are not on the page yet, the newest first: each is taken once."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self.left = {article.pk: article for article in articles}

    def take(self, keys: Iterable[int]) -> list[Article]:
        """Those of these keys that are left, in the order of the keys."""
        return [self.left.pop(key) for key in [*keys] if key in self.left]

    def newest(self, most: int | None, fit: Callable[[Article], bool] = bool) -> list[int]:
        """The keys of the newest that fit."""
        return [key for key, article in self.left.items() if fit(article)][:most]


def compose(front_page: FrontPage, at: datetime | None = None) -> Composition:
    """A front page at a moment, now by default, in at most five queries."""
    at, language = at or timezone.now(), Language.get(front_page.language)
    leads, top, hidden = front_page.placed(at)
    sections = sections_of(front_page)
    pool = read_pool(language, at, placed={*leads, *top}, hidden={*hidden}, sections=sections)
    if not pool:
        return Composition()
    topics = topics_of(pool)
    supply = Supply(pool)
    lead, *beside = opening(supply, leads, top, pool[:NEWEST])
    latest = supply.take(supply.newest(front_page.river_size))
    composed = composed_sections(supply, sections, topics)
    # What an editor placed long ago is not what the page chooses from.
    supply = Supply(one for one in pool[:NEWEST] if one.pk in supply.left)
    quotations = quotations_of_the_week(supply, language, at)
    documents = supply.take(
        at_least(supply.newest(MOST_DOCUMENTS, lambda one: one.kind in Article.DOCUMENTS))
    )
    filled = composed or sections_by_themselves(supply, topics)
    pictures = supply.take(at_least(supply.newest(PICTURES, has_picture), PICTURES))
    corrected = [one for one in pool if getattr(one, "correction", None)]
    corrected.sort(key=lambda one: (one.corrected_on, one.pk), reverse=True)
    return Composition(
        lead, beside, latest, filled, quotations, documents, pictures, corrected[:CORRECTIONS]
    )


def sections_of(front_page: FrontPage) -> list[Any]:
    """An editor's sections, each with how many articles are on its topic: ``tagged``."""
    if not front_page.pk:
        return []
    return sections_on(front_page.pk)


@kept
def sections_on(front_page: int) -> QuerySet[Any]:
    sections = apps.get_model("articles", "Section").objects.filter(front_page=front_page)
    tagged = TopicOfArticle.objects.filter(tag=OuterRef("topic")).order_by().values("tag")
    number = Coalesce(Subquery(tagged.annotate(number=Count("pk")).values("number")), 0)
    return sections.annotate(tagged=number)[:MOST_SECTIONS]


def at_least(keys: list[int], enough: int = 2) -> list[int]:
    """The keys, if they are enough to stand under a heading."""
    return keys if len(keys) >= enough else []


def opening(
    supply: Supply, leads: list[int], top: list[int], newest: list[Article]
) -> list[Article]:
    """The lead, and what stands beside it: as placed, or else the first in line."""
    placed = [*supply.take(leads)]
    has_lead = bool(placed)
    placed += supply.take(top)
    in_line = [one.pk for one in sorted(newest, key=rank, reverse=True) if one.pk in supply.left]
    lead = [] if has_lead else supply.take(in_line[:1])
    beside = [] if placed[has_lead:] else supply.take(in_line[len(lead) : BESIDE + len(lead)])
    return [*lead, *placed, *beside]


def composed_sections(
    supply: Supply, sections: list[Section], topics: dict[int, list[Topic]]
) -> list[FrontSection]:
    """The sections of an editor that have something no other part of the page shows."""
    filled: list[FrontSection] = []
    for section in sections:
        found = supply.newest(
            section.size, lambda one, key=section.topic_id: key in keys_of(topics.get(one.pk))
        )
        if found:
            of_first = topics[found[0]]
            topic = next(one for one in of_first if one.pk == section.topic_id)
            filled.append(FrontSection(supply.take(found), topic, place=len(filled)))
    return filled


def keys_of(topics: list[Topic] | None) -> list[int]:
    return [one.pk for one in topics or []]


def sections_by_themselves(supply: Supply, topics: dict[int, list[Topic]]) -> list[FrontSection]:
    """The topics most written about lately; then the kinds of which there is enough."""
    filled: list[FrontSection] = []
    while len(filled) < SECTIONS:
        shown = [section.topic for section in filled]
        counted = Counter(
            one for key in supply.left for one in topics.get(key, []) if one not in shown
        )
        # As many articles about both: the one of the newest article.
        topic, number = max(counted.items(), key=lambda one: one[1], default=(None, 0))
        if topic is None or number < ENOUGH:
            break
        about = supply.newest(IN_A_SECTION, lambda one, it=topic: it in topics.get(one.pk, []))
        filled.append(whole_row(supply, about, topic=topic, place=len(filled)))
    for kind in (Article.Kind.INTERVIEW, Article.Kind.ANALYSIS):
        of_kind = supply.newest(IN_A_SECTION, lambda one, it=kind: one.kind == it)
        if len(filled) < SECTIONS and len(of_kind) >= ENOUGH:
            filled.append(whole_row(supply, of_kind, kind=kind, place=len(filled)))
    return filled


def whole_row(supply: Supply, keys: list[int], **section: Any) -> FrontSection:
    """A section of these articles; of three, where they stand side by side."""
    asked = FrontSection([supply.left[key] for key in keys], **section)
    most = ENOUGH if asked.layout == Layout.THREE_ACROSS else len(keys)
    return FrontSection(supply.take(keys[:most]), **section)


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


@kept
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


@kept
def topics_given(articles: list[int]) -> QuerySet[Any]:
    """The topics of some articles, once for each that has it: ``given_to``."""
    given = Topic.objects.filter(of_articles__content_object__in=articles)
    return given.annotate(given_to=F("of_articles__content_object")).order_by("of_articles__pk")


def quotations_of_the_week(supply: Supply, language: Language, at: datetime) -> list[Quote]:
    """What somebody said in so many words: each of another person, in another article."""
    since = timezone.localtime(at).replace(hour=0, minute=0, second=0, microsecond=0) - WEEK
    recent = supply.newest(None, lambda one: one.published_at >= since)  # type: ignore[operator]
    if not recent:
        return []
    quotes = words_in(recent, language=language)
    place = {key: number for number, key in enumerate(recent)}
    chosen: list[Quote] = []
    for quote in sorted(quotes, key=lambda one: place[one.article_id]):
        seen = [(one.speaker_id, one.article_id) for one in chosen]
        if any(quote.speaker_id == who or quote.article_id == where for who, where in seen):
            continue
        quote.article = supply.left[quote.article_id]
        chosen.append(quote)
    chosen = chosen[:QUOTATIONS]
    supply.take([quote.article_id for quote in chosen])
    return chosen


@kept
def words_in(articles: list[int], *, language: Language) -> QuerySet[Quote]:
    """What somebody said in so many words in some articles."""
    written = {f"{language.field('text')}__gt": ""}
    quotes = Quote.objects.attributed().filter(kind=Quote.Kind.DIRECT, **written)
    return quotes.filter(article__in=articles).select_related("speaker")[:MOST_QUOTATIONS_READ]
