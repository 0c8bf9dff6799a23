"""What a person of the desk finds: in every language and state, of what they may see."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from articles.languages import Language
from articles.models import Article, SearchEntry, User

from .engine import SearchRequest
from .engines import engine
from .entries import KIND_OF
from .gate import ARTICLE_KIND, seen_at_desk
from .query import parse_query
from .query_expansion import expand
from .ranking import Candidate, rank


def search_for_user(model: Any, text: str, user: User, most: int = 400) -> list[int]:
    """The records of one model that a person of the desk looks for, in every language and state;
    of articles, those that this person may see.
    """
    return found_at_desk(model, text, Language.all(), user, most)


def found_at_desk(
    model: Any, text: str, languages: Sequence[Language], user: User | None = None, most: int = 400
) -> list[int]:
    """The records of one model whose texts in these languages have the words, in any state.

    Args:
        user: of articles, only those that this person may see; nobody in particular sees all.
    """
    typed = parse_query(text, as_you_type=True)
    meaning = expand(typed)
    found: dict[int, None] = {}
    if not meaning.asked and not meaning.tags:
        return []
    for language in languages:
        wanted = SearchRequest(
            meaning.clauses, language.code, [KIND_OF[model]], meaning.tags, most=most
        )
        if keys := engine().find(wanted):
            seen = SearchEntry.objects.filter(pk__in=keys)
            if model is Article and user is not None:
                seen = seen_at_desk(seen, language, user)
            candidates = [Candidate(*row) for row in seen.values_list(*Candidate._fields)]
            for one in rank(candidates, wanted.clauses):
                found[one.record_id] = None
    return list(found)


def anything_at_desk(
    text: str, kinds: Sequence[str], user: User, most: int = 60
) -> dict[str, list[int]]:
    """The records of several kinds that a person of the desk looks for, best first, by kind.

    Articles are asked for apart, so that the many that say a word leave room for who is called so.
    Of articles, there are those whose text in the language this person may read.
    """
    meaning = expand(parse_query(text, as_you_type=True))
    found: dict[str, list[int]] = {kind: [] for kind in kinds}
    if not meaning.asked and not meaning.tags:
        return found
    others = [kind for kind in kinds if kind != ARTICLE_KIND]
    for language in Language.active().then_others:
        for some in ([ARTICLE_KIND] if ARTICLE_KIND in kinds else [], others):
            wanted = SearchRequest(meaning.clauses, language.code, some, meaning.tags, most=most)
            keys = engine().find(wanted) if some else []
            if not keys:
                continue
            seen = SearchEntry.objects.filter(pk__in=keys)
            if some == [ARTICLE_KIND]:
                seen = seen_at_desk(seen, language, user)
            candidates = [Candidate(*row) for row in seen.values_list(*Candidate._fields)]
            for one in rank(candidates, wanted.clauses):
                if one.record_id not in found[one.kind]:
                    found[one.kind].append(one.record_id)
    return found
