"""The article that a form shows, read with all that hangs on it in as few questions as it needs.

What most articles lack (documents, corrections, notes, what senders said) is asked for only where
it is there: the row of the article says so.
"""

from __future__ import annotations

from typing import Any

from django.db.models import (
    Exists,
    OuterRef,
    Prefetch,
    QuerySet,
    Subquery,
    prefetch_related_objects,
)
from django.db.models.functions import Coalesce

from articles.desk.editing.snapshots import CHILDREN, child_model, child_parent, rows_to_read
from articles.models import Article, Note, ReceivedText, Revision, Transition

ORIGIN = Coalesce(OuterRef("working_copy_of"), OuterRef("pk"))
"""Of a working copy the article, which keeps what is said of both."""
MOVES, NOTES, FILES, TOLD = "transitions", "notes", "files", "sender_notices"
MOVES_OF_ORIGIN = "moves_of_origin"


def with_what_hangs_on(articles: Any) -> Any:
    """Articles, each with what of all that can hang on it is there."""
    rows: dict[str, QuerySet[Any]] = {
        kind: child_model(kind)._base_manager.filter(**{child_parent(kind): OuterRef("pk")})
        for kind in CHILDREN
    }
    texts = ReceivedText._base_manager.filter(article_id=ORIGIN)
    rows |= {
        MOVES: Transition._base_manager.filter(article=OuterRef("pk")),
        MOVES_OF_ORIGIN: Transition._base_manager.filter(article=OuterRef("working_copy_of")),
        NOTES: Note._base_manager.filter(article_id=ORIGIN),
        FILES: texts.filter(file__isnull=False),
        TOLD: texts.filter(came_as__notices__isnull=False, came_as__notices__settled_at=None),
    }
    opened = Revision._base_manager.filter(article=OuterRef("pk")).order_by("version")
    of_copy = Revision._base_manager.filter(article__working_copy_of=OuterRef("pk"))
    there = {f"has_{name}": Exists(one) for name, one in rows.items()}
    return articles.annotate(
        **there,
        opened_at=Subquery(opened.values("made_at")[:1]),
        copy_opened_at=Subquery(of_copy.order_by("version").values("made_at")[:1]),
    )


def hangs_on(article: Article, name: str) -> bool:
    """Whether something of this kind may hang on an article: of one read otherwise, it may."""
    return bool(getattr(article, f"has_{name}", True))


def read_rows(article: Article) -> None:
    """Read all rows of the form, and the moves, for whoever asks for them; of a working copy also
    those of its article."""
    moves = Prefetch(MOVES, Transition.objects.select_related("made_by"))
    wanted = [*rows_to_read(), moves]
    read_of(
        article, wanted, {one.prefetch_to: hangs_on(article, one.prefetch_to) for one in wanted}
    )
    if origin := article.working_copy_of:
        read_of(origin, [moves], {MOVES: hangs_on(article, MOVES_OF_ORIGIN)})


def read_of(article: Article, wanted: list[Any], is_there: dict[str, bool]) -> None:
    there = [one for one in wanted if is_there[one.prefetch_to]]
    prefetch_related_objects([article], *there)
    read = vars(article).setdefault("_prefetched_objects_cache", {})
    for one in wanted:
        if one not in there:
            read[one.prefetch_to] = one.queryset.none()
