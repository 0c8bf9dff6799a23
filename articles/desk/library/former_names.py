"""Texts that readers have and that still call a record what it was called before it was renamed.

An article's own words are its own: no change of a record changes them. Who renames a record is told
where the old name stands, so that an update or a correction can be written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, Q

from articles.languages import Language
from articles.models import Article, Quote, Topic
from articles.models.declarations import ARTICLE, BYLINE, columns_in
from articles.text.analysis.terms import Lexicon
from articles.text.richtext.paragraphs import plain_text

from .uses import ways_to

NAMES = ("name", "acronym")
"""The columns that say what a record is called. A topic's name is a common noun."""
MOST_READ = 400
"""Articles whose texts are looked through, the newest first."""
TEXTS = ARTICLE.having("owed")

type Names = dict[tuple[str, str], str]
"""What a record is called, by the column and the code of the language."""


@dataclass(frozen=True)
class Renamed:
    """A name in one language that became another."""

    language: Language
    old: str
    new: str


@dataclass(frozen=True)
class StillSaid:
    """The live articles that say an old name, the newest first."""

    renamed: Renamed
    articles: list[Article]
    is_whole: bool
    """Whether every article that may say it was looked through."""


def names_of(record: Any) -> Names:
    if isinstance(record, Topic):
        return {}
    return {
        (name, language.code): record.said(name, language)
        for name in NAMES
        for language in Language.all()
        if hasattr(record, language.field(name))
    }


def renamed(before: Names, record: Any) -> list[Renamed]:
    """The names that a record had and has no more."""
    now = names_of(record)
    kept = {(code, name) for (_column, code), name in now.items()}
    return [
        Renamed(Language(code), old, now.get((column, code), ""))
        for (column, code), old in before.items()
        if old and (code, old) not in kept
    ]


def still_said(record: Any, one: Renamed, further: Iterable[int] = ()) -> StillSaid:
    """The live articles that say the old name in its language, in two queries.

    Args:
        further: the keys of articles to look through beside those that name the record: what a
            search finds.
    """
    said_in_quotes = Quote.objects.filter(
        **{f"{one.language.field('position')}__icontains": one.old}
    )
    named = Q(pk__in=list(further)) | Q(pk__in=said_in_quotes.values("article"))
    for way in ways_to(type(record)):
        owner = "pk" if way.model is Article else article_of(way.model)
        if owner:
            rows = way.model._base_manager.filter(**{way.name: record})
            named |= Q(pk__in=rows.values(owner))
    live = (
        Article.objects.shown(language=one.language)
        .filter(named)
        .newest_first(one.language)
        .only("key", "byline", one.language.field(BYLINE), *columns_in(TEXTS, [one.language]))
        .prefetch_related(Prefetch("quotes", Quote.objects.order_by("order", "pk")))
    )
    found = list(live[: MOST_READ + 1])
    lexicon = lexicon_of(one)
    saying = [article for article in found[:MOST_READ] if is_said(lexicon, article, one.language)]
    return StillSaid(one, saying, is_whole=len(found) <= MOST_READ)


def article_of(model: Any) -> str:
    """The column that says of which article a row is; nothing, where it is of none."""
    names = {field.name for field in model._meta.fields if field.related_model is Article}
    return next((name for name in ("article", "content_object") if name in names), "")


OLD, NEW = "old", "new"


def lexicon_of(one: Renamed) -> Lexicon[str]:
    lexicon: Lexicon[str] = Lexicon()
    for name, owner in ((one.old, OLD), (one.new, NEW)):
        if name:
            lexicon.add(name, owner, inflected=False)
    return lexicon


def is_said(lexicon: Lexicon[str], article: Article, language: Language) -> bool:
    """Whether a text says the old name; where that is a part of the new one, by itself."""
    return any(
        OLD in found.owners and NEW not in found.owners
        for text in texts_of(article, language)
        for found in lexicon.find(text)
    )


def texts_of(article: Article, language: Language) -> Iterator[str]:
    for one in TEXTS:
        said = article.said(one.name, language)
        yield plain_text(said) if one.rich else said
    yield article.byline_in(language)
    for quote in article.quotes.all():
        yield quote.said("position", language)
