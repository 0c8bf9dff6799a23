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
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils import timezone

from articles.languages import Language

from .articles import Article
from .front_pool import NEWEST, WEEK, read_pool, sections_of, topics_of, words_in
from .quotes import Quote
from .topics import Topic

if TYPE_CHECKING:
    from .front_pages import FrontPage, Section
BESIDE, SECTIONS, IN_A_SECTION = 4, 4, 5
QUOTATIONS, MOST_DOCUMENTS, PICTURES, CORRECTIONS = 3, 5, 4, 3
ENOUGH = 3
"""A topic or a kind with fewer articles has no section by itself."""

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


def at_least(keys: list[int], enough: int = 2) -> list[int]:
    """The keys, if they are enough to stand under a heading."""
    return keys if len(keys) >= enough else []


def opening(
    supply: Supply, leads: list[int], top: list[int], newest: list[Article]
) -> list[Article]:
    """The lead, and what stands beside it: as placed, then the first in line for what is left."""
    placed = [*supply.take(leads)]
    has_lead = bool(placed)
    placed += supply.take(top)
    in_line = [one.pk for one in sorted(newest, key=rank, reverse=True) if one.pk in supply.left]
    lead = [] if has_lead else supply.take(in_line[:1])
    left = max(0, BESIDE - len(placed[has_lead:]))
    beside = supply.take(in_line[len(lead) : left + len(lead)])
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
