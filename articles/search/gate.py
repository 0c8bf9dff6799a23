"""What readers may hear of, asked at the moment they search.

The index knows every text and every name, whatever their state, so that what is scheduled is found
at its minute. So nothing of it is shown, offered or understood that these functions did not let
through: an entry, a name, a word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from articles.languages import Language
from articles.models import Article, Record, SearchEntry, SearchName, User
from articles.models.permissions import EDIT_ANY_ARTICLE
from articles.models.visibility import known_among

from .engine import SearchRequest
from .engines import engine
from .entries import INDEXED_MODELS, KIND_OF
from .query_expansion import Alternative, Clause
from .ranking import Candidate

ARTICLE_KIND = KIND_OF[Article]
MODEL_OF: dict[str, type[Record]] = {kind: model for model, kind in KIND_OF.items()}
LARGEST_KEY = 2**63 - 1
LOOKED_AT = 20
"""Entries with a word of which one must be before the readers: the newest."""


def seen_by_readers(
    entries: QuerySet[SearchEntry], language: str, at: datetime
) -> QuerySet[SearchEntry]:
    """The entries of articles that are live, asked for each by its key: very many are."""
    live = Article.objects.shown(at, language).order_by()
    return entries.filter(Exists(live.filter(pk=OuterRef("record_id"))))


def let_through(wanted: SearchRequest, keys: Sequence[int], at: datetime) -> list[Candidate]:
    """Those of some entries that are of what readers of the language see or know of."""
    entries = SearchEntry.objects.filter(pk__in=keys)
    if list(wanted.kinds) == [ARTICLE_KIND]:
        entries = seen_by_readers(entries, wanted.language, at)
    found = [Candidate(*row) for row in entries.values_list(*Candidate._fields)]
    if list(wanted.kinds) == [ARTICLE_KIND]:
        return found
    known = known_records(((one.kind, one.record_id) for one in found), wanted.language, at)
    return [one for one in found if (one.kind, one.record_id) in known]


def seen_at_desk(
    entries: QuerySet[SearchEntry], languages: Iterable[Language], user: User
) -> QuerySet[SearchEntry]:
    """Some entries, of articles those whose text in its language a person of the desk may read."""
    if user.has_perm(EDIT_ANY_ARTICLE):
        return entries
    seen = ~Q(kind=ARTICLE_KIND)
    for language in languages:
        mine = Article.objects.read_at_desk(user, language).order_by()
        seen |= Q(Exists(mine.filter(pk=OuterRef("record_id"))), language=language.code)
    return entries.filter(seen)


def known_records(
    records: Iterable[tuple[str, int]], language: str, at: datetime
) -> set[tuple[str, int]]:
    """Those of some records, by kind and key, that readers of a language see or know of."""
    wanted: dict[type[Record], list[int]] = defaultdict(list)
    for kind, pk in records:
        if kind in MODEL_OF and pk <= LARGEST_KEY:
            wanted[MODEL_OF[kind]].append(pk)
    live = set[int]()
    if articles := wanted.pop(Article, []):
        shown = Article.objects.shown(at, language).order_by().filter(pk__in=articles)
        live = set(shown.values_list("pk", flat=True))
    known = known_among(wanted, Language(language), at)
    return {(KIND_OF[model], pk) for model, pk in known} | {(ARTICLE_KIND, pk) for pk in live}


class ReaderGate:
    """Who searches at a moment: what they understand, and which words they can find."""

    def __init__(self, at: datetime) -> None:
        self.at = at
        self.answers: dict[frozenset[str], bool] = {}

    def names(self, rows: Sequence[SearchName]) -> list[SearchName]:
        """Those of some names by which readers of the name's language know anybody."""
        spoken = defaultdict[str, list[tuple[str, int]]](list)
        for row in rows:
            for code in languages_of(row):
                spoken[code].append((row.kind, row.record_id))
        known = {code: known_records(records, code, self.at) for code, records in spoken.items()}
        return [
            row
            for row in rows
            if any((row.kind, row.record_id) in known[code] for code in languages_of(row))
        ]

    def have(self, forms: Iterable[str]) -> bool:
        """Whether something before the readers of some language has one of these words."""
        asked = frozenset(forms)
        if asked not in self.answers:
            self.answers[asked] = any(
                self.have_in(language, asked) for language in Language.active().then_others
            )
        return self.answers[asked]

    def have_in(self, language: Language, forms: frozenset[str]) -> bool:
        clause = Clause([Alternative((form,), 1.0) for form in sorted(forms)])
        wanted = SearchRequest(
            [clause], language.code, [*INDEXED_MODELS], until=self.at, most=LOOKED_AT
        )
        return bool(let_through(wanted, engine().find(wanted), self.at))


def languages_of(name: SearchName) -> list[str]:
    """In which a record is called so: any, where an earlier release did not note it."""
    return [name.language] if name.language else [one.code for one in Language.all()]
