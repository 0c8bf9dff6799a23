"""Why a text came back: the move that took it back, for as long as it stands where that led."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import OuterRef, Subquery

from articles.languages import Language
from articles.models import Article, Status, Transition

TAKEN_BACK = (Status.DRAFT, Status.WITHDRAWN)

type Returns = dict[tuple[int, str], Transition]
"""By the key of an article and the code of a language."""


def returns(articles: Iterable[Article]) -> Returns:
    """The last move of each text that was sent back or withdrawn, with who made it and why."""
    by_key = {article.pk: article for article in articles}
    last = Transition.objects.filter(article=OuterRef("article"), language=OuterRef("language"))
    found = (
        Transition.objects.filter(article__in=by_key, pk=Subquery(last.values("pk")[:1]))
        .filter(to_status__in=TAKEN_BACK)
        .exclude(note="")
        .select_related("made_by")
    )
    return {
        (one.article_id, one.language): one
        for one in found
        # Its state may have been set otherwise since: by a restored version, or an import.
        if by_key[one.article_id].status_in(one.language) == one.to_status
    }


def returns_among(article: Article, moves: Iterable[Transition]) -> Returns:
    """``returns``, of the moves of one article that were read with it, the newest first."""
    last: dict[str, Transition] = {}
    for one in moves:
        last.setdefault(one.language, one)
    return {
        (article.pk, code): one
        for code, one in last.items()
        if one.to_status in TAKEN_BACK and one.note and article.status_in(code) == one.to_status
    }


def returns_of(article: Article) -> list[tuple[Language, Transition]]:
    """Those of one article, or of the one that a working copy is of, language by language."""
    article = article.working_copy_of or article
    read = vars(article).get("_prefetched_objects_cache", {}).get("transitions")
    found = returns([article]) if read is None else returns_among(article, read)
    return [
        (one, found[article.pk, one.code])
        for one in Language.all()
        if (article.pk, one.code) in found
    ]
