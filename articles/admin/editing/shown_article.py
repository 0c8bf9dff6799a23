"""The article that a form shows, read with all that hangs on it in as few questions as it needs.

What most articles lack (documents, corrections, notes, what senders said) is asked for only where
it is there: the row of the article says so.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, QuerySet, prefetch_related_objects
from django.db.models.functions import Coalesce

from articles.desk.editing.snapshots import CHILDREN, child_model, child_parent, rows_to_read
from articles.models import Article, Note, ReceivedText, Transition

ORIGIN = Coalesce(OuterRef("working_copy_of"), OuterRef("pk"))
"""Of a working copy the article, which keeps what is said of both."""
MOVES, NOTES, FILES, TOLD = "transitions", "notes", "files", "sender_notices"


def with_what_hangs_on(articles: Any) -> Any:
    """Articles, each with what of all that can hang on it is there."""
    rows: dict[str, QuerySet[Any]] = {
        kind: child_model(kind)._base_manager.filter(**{child_parent(kind): OuterRef("pk")})
        for kind in CHILDREN
    }
    texts = ReceivedText._base_manager.filter(article_id=ORIGIN)
    rows |= {
        MOVES: Transition._base_manager.filter(article=OuterRef("pk")),
        NOTES: Note._base_manager.filter(article_id=ORIGIN),
        FILES: texts.filter(file__isnull=False),
        TOLD: texts.filter(came_as__notices__isnull=False, came_as__notices__settled_at=None),
    }
    return articles.annotate(**{f"has_{name}": Exists(one) for name, one in rows.items()})


def hangs_on(article: Article, name: str) -> bool:
    """Whether something of this kind may hang on an article: of one read otherwise, it may."""
    return bool(getattr(article, f"has_{name}", True))


def read_rows(article: Article) -> None:
    """Read all rows of the form, and the moves, for whoever asks for them."""
    moves = Prefetch(MOVES, Transition.objects.select_related("made_by"))
    wanted = [*rows_to_read(), moves]
    there = [one for one in wanted if hangs_on(article, one.prefetch_to)]
    prefetch_related_objects([article], *there)
    read = vars(article).setdefault("_prefetched_objects_cache", {})
    for one in wanted:
        if one not in there:
            read[one.prefetch_to] = one.queryset.none()
