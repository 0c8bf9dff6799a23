"""What a person of the desk finds: in every language and state, of what they may see."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

from django.db.models import QuerySet

from articles.languages import Language
from articles.models import SearchEntry, User

from .engine import SearchRequest
from .engines import engine
from .entries import KIND_OF
from .gate import ARTICLE_KIND, seen_at_desk
from .query import parse_query
from .query_expansion import expand
from .ranking import Candidate, rank_each
from .spelling import spelled


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
    found = entries_at_desk(model, text, languages, most)
    if not found:
        return []
    entries = SearchEntry.objects.filter(pk__in=[*chain(*found.values())])
    seen = entries if user is None else seen_at_desk(entries, languages, user)
    return [*dict.fromkeys(seen.values_list("record_id", flat=True))]


def entries_at_desk(
    model: Any, text: str, languages: Sequence[Language], most: int = 400
) -> dict[Language, list[int]]:
    """The keys of entries of one model that have the words, in the languages that have any; asked
    for in as few questions as of one language.
    """
    meaning = expand(parse_query(text, as_you_type=True))
    if not meaning.asked and not meaning.tags:
        return {}
    kinds = [KIND_OF[model]]
    wanted = [
        SearchRequest(meaning.clauses, one.code, kinds, meaning.tags, most=most)
        for one in languages
    ]
    keys = engine().find_each(wanted)
    return {language: some for language, some in zip(languages, keys, strict=True) if some}


class EveryWord:
    """What the desk knows of words: each that the newsroom has written."""

    def have(self, forms: Iterable[str]) -> bool:
        return any(forms)


def spelled_at_desk(text: str) -> str:
    """What was typed with each word that the newsroom has never written as the nearest one that it
    has; nothing where none is.
    """
    typed = parse_query(text)
    offer = spelled(typed, expand(typed), EveryWord())
    return offer.text if offer else ""


def records_of(entries: Iterable[int]) -> QuerySet[Any, Any]:
    """The records of some entries, to be asked for within another question."""
    return SearchEntry.objects.filter(pk__in=[*entries]).values("record_id")


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
    languages = Language.active().then_others
    articles = [one for one in kinds if one == ARTICLE_KIND]
    others = [one for one in kinds if one != ARTICLE_KIND]
    wanted = [
        SearchRequest(meaning.clauses, language.code, some, meaning.tags, most=most)
        for language in languages
        for some in (articles, others)
        if some
    ]
    keys = engine().find_each(wanted)
    entries = SearchEntry.objects.filter(pk__in=[*chain(*keys)])
    seen = seen_at_desk(entries, languages, user).values_list(*Candidate._fields)
    candidates = {row[0]: Candidate(*row) for row in (seen if any(keys) else ())}
    groups = [[candidates[key] for key in some if key in candidates] for some in keys]
    for some in rank_each(groups, meaning.clauses):
        for one in some:
            if one.record_id not in found[one.kind]:
                found[one.kind].append(one.record_id)
    return found
