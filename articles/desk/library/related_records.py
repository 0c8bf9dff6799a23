"""All that is somebody's: articles, words, events, people of a record, as far as one may know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Prefetch
from django.db.models.functions import Coalesce
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from articles.languages import Language
from articles.models import (
    Affiliation,
    Article,
    Event,
    Organization,
    Place,
    Quote,
    Source,
    Speaker,
    Topic,
    User,
)
from articles.models.declarations import ARTICLE
from articles.models.permissions import permission_to
from articles.models.phases import LanguageState


@dataclass(frozen=True)
class RelatedLine:
    """One line of a small list."""

    name: str
    url: str
    language: Language | None = None
    on: str = ""
    beside: str = ""
    states: list[tuple[Language, LanguageState]] = field(default_factory=list)


@dataclass(frozen=True)
class RelatedKind:
    """A kind of rows that a record has."""

    slug: str
    title: str | Promise
    ways: tuple[str, ...]
    """The ways from those rows to the record."""
    model: type[models.Model]

    def rows(self, record: Any, by: User) -> models.QuerySet[Any]:
        """The rows, the latest first; of articles, those that this person finds."""
        if self.model is Article:
            keys = self.keys(Article.objects, record)
            # Of what is found: from the newest of all articles on, the search for it is long.
            begun = Coalesce("created_at", "updated_at").desc()
            return Article.objects.for_desk(by).filter(pk__in=keys).order_by(begun, "-pk")
        if self.model is Quote:
            found = Article.objects.for_desk(by)
            keys = self.keys(Quote.objects, record)
            rows = Quote.objects.filter(pk__in=keys, article__in=found.order_by().values("pk"))
            return rows.order_by("-article__created_at", "-article_id", "order", "pk")
        model: Any = self.model
        if not by.has_perm(permission_to("view", model)):
            return model._base_manager.none()
        return model._default_manager.filter(pk__in=self.keys(model._base_manager, record))

    def keys(self, rows: Any, record: Any) -> models.QuerySet[Any]:
        """The keys of the rows, found by each way for itself: by all at once, every row is read."""
        one, *others = [rows.filter(**{way: record}).order_by().values("pk") for way in self.ways]
        return one.union(*others) if others else one

    def lines(self, rows: models.QuerySet[Any], by: User) -> list[RelatedLine]:
        """Rows as they are shown: each by its name, with its days and states."""
        if self.model is Article:
            rows = rows.defer(*ARTICLE.lacking("listed").names, "source_text")
            return [article_line(one) for one in rows]
        if self.model is Quote:
            articles = Article.objects.for_desk(by)
            rows = rows.prefetch_related(Prefetch("article", articles))
            return [line for one in rows for line in quote_line(one, by)]
        if self.model is Event:
            return [record_line(one, on=one.period) for one in rows.select_related("parent")]
        if self.model is Affiliation:
            some = rows.select_related("speaker")
            return [record_line(one.speaker, beside=one.said_anyhow("position")) for one in some]
        return [record_line(one) for one in rows]


ARTICLES, EVENTS = _("Articles"), _("Events")
RELATED: dict[type[models.Model], tuple[RelatedKind, ...]] = {
    Speaker: (
        RelatedKind("articles", ARTICLES, ("quotes__speaker", "mentions__speaker"), Article),
        RelatedKind("quotations", _("Quotations"), ("speaker",), Quote),
        RelatedKind("events", EVENTS, ("appearances__speaker",), Event),
    ),
    Organization: (
        RelatedKind("articles", ARTICLES, ("mentions__organization",), Article),
        RelatedKind("people", _("People"), ("organization",), Affiliation),
        RelatedKind("events", EVENTS, ("participations__organization",), Event),
        RelatedKind("parts", _("Its parts"), ("parent",), Organization),
    ),
    Event: (
        RelatedKind("articles", ARTICLES, ("event", "event__parent"), Article),
        RelatedKind("quotations", _("Said there"), ("spoken_at",), Quote),
    ),
    Source: (RelatedKind("articles", ARTICLES, ("source",), Article),),
    Place: (
        RelatedKind("articles", ARTICLES, ("dateline",), Article),
        RelatedKind("events", EVENTS, ("place",), Event),
    ),
    Topic: (RelatedKind("articles", ARTICLES, ("tagged__tag",), Article),),
}
"""What each kind of record has, in the order in which it is shown."""


def related_kinds(record: Any) -> Iterable[RelatedKind]:
    return RELATED.get(type(record), ())


def numbers_of(record: Any, by: User) -> dict[str, int]:
    """How many rows of each kind a record has, by the kind's address: in one question."""
    counted: list[Any] = [
        kind.rows(record, by)
        .order_by()
        .annotate(list_of=models.Value(kind.slug))
        .values("list_of")
        .annotate(number=models.Count("pk"))
        .values_list("list_of", "number")
        for kind in related_kinds(record)
    ]
    found: dict[str, int] = defaultdict(int)
    if counted:
        first, *others = counted
        found.update(first.union(*others, all=True).order_by())
    return found


def day_of(article: Article) -> date | None:
    """The day on which its first readers had it."""
    moments = [article.published_at_in(one) for one in Language.all() if article.is_live(one)]
    return min((one.date() for one in moments if one), default=None)


def article_line(article: Article) -> RelatedLine:
    languages = Language.active().then_others
    language = article.language_of("headline")
    day = day_of(article)
    return RelatedLine(
        str(article),
        url_of(article),
        language,
        on=Language.active().short_date(day, with_year=True) if day else "",
        states=[(one, article.state_in(one)) for one in languages],
    )


def quote_line(quote: Quote, by: User) -> Iterable[RelatedLine]:
    """Somebody's words, in a language in which this person may read them."""
    article = quote.article
    is_open = not article.is_abridged
    for language in Language.active().then_others:
        words = quote.said("text", language)
        if words and (is_open or article.is_live(language)):
            yield RelatedLine(
                Truncator(words).chars(120), url_of(article), language, beside=str(article)
            )
            return


def record_line(record: Any, *, on: str = "", beside: str = "") -> RelatedLine:
    return RelatedLine(str(record), url_of(record), record.language_of("name"), on, beside)


def url_of(record: models.Model) -> str:
    try:
        return reverse(f"admin:articles_{record._meta.model_name}_change", args=[record.pk])
    except NoReverseMatch:
        return ""
