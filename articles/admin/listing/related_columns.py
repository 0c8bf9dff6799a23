"""What the rows of the list show of other tables: of each kind asked for once, for all rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import CharField, F, Prefetch, QuerySet, Value, prefetch_related_objects

from articles.models import Article, Mention, Quote, Speaker, Topic, TopicOfArticle, Translation

from .filter_choices import name_columns, record_named

PEOPLE, TOPICS = "speakers", "topics"
"""The columns that name records of other tables."""
TURNS: dict[type[Any], tuple[str, str, str, type[Any]]] = {
    Quote: ("article", "speaker", "order", Speaker),
    Mention: ("article", "speaker", "pk", Speaker),
    TopicOfArticle: ("content_object", "tag", "pk", Topic),
}
"""Of each kind of row its article, the record that it names, its order, and what it names."""
OF_COLUMN = {PEOPLE: (Quote, Mention), TOPICS: (TopicOfArticle,)}


def read_beside(articles: list[Any], columns: Iterable[str]) -> None:
    """Read for the rows of a page what its columns show.

    Args:
        articles: of which working copies are read too.
        columns: by name.
    """
    copies = [copy for one in articles if (copy := getattr(one, "working_copy", None))]
    translations = Prefetch("translations", Translation.objects.defer("pairs"))
    # An article and its copy are asked about together.
    prefetch_related_objects([*articles, *copies], translations)
    named = {name: OF_COLUMN[name] for name in (PEOPLE, TOPICS) if name in columns}
    if not (articles and named):
        return
    records = records_named(
        [one.pk for one in articles], [of for some in named.values() for of in some]
    )
    for article in articles:
        article.named_beside = {
            name: [one for of in kinds for one in records[article.pk, of]]
            for name, kinds in named.items()
        }


def records_named(
    articles: list[int], kinds: list[type[Any]]
) -> dict[tuple[int, type[Any]], list[Any]]:
    """The records that articles name, by article and by the kind of row that names them."""
    first, *others = [rows_naming(kind, articles) for kind in kinds]
    rows = (first.union(*others, all=True) if others else first).order_by("kind_of", "turn", "row")
    of_name = {kind._meta.model_name: kind for kind in kinds}
    found: dict[tuple[int, type[Any]], list[Any]] = defaultdict(list)
    for kind_of, article, _turn, _row, key, record_key, *names in rows:
        kind = of_name[kind_of]
        *_columns, model = TURNS[kind]
        found[article, kind].append(record_named(model, key, record_key, names))
    return found


def rows_naming(kind: type[Any], articles: list[int]) -> QuerySet[Any, Any]:
    """The rows of one kind of some articles, each with the key and the names of its record."""
    article, named, order, _model = TURNS[kind]
    # Past the managers, which rewrite every query for the active language.
    return (
        QuerySet(kind)
        .filter(**{f"{article}__in": articles, f"{named}__isnull": False})
        .order_by()
        .annotate(
            kind_of=Value(kind._meta.model_name, CharField()),
            of=F(article),
            turn=F(order),
            row=F("pk"),
            record=F(named),
        )
        .values_list(
            "kind_of",
            "of",
            "turn",
            "row",
            "record",
            f"{named}__key",
            *(f"{named}__{one}" for one in name_columns()),
        )
    )


def named_beside(article: Article, column: str) -> list[Any]:
    """Whom or what the row of an article names in a column."""
    read: dict[str, list[Any]] = getattr(article, "named_beside", {})
    return read.get(column, [])
