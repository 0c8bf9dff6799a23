"""Remembering confirmed paragraphs, and finding those that say nearly what one says now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import batched
from typing import Protocol

from django.db import transaction

from articles.languages import Language
from articles.models import Article, MemoryMark, Remembered, User
from articles.models.fields import body_sanitizer
from articles.models.memory import digest, direction
from articles.text.comparison.diffs import Span, words_changed
from articles.text.comparison.similarity import compared, likeness, marks
from articles.text.richtext.segments import typography_folded, words_of

CLOSE = 70
"""Percent of likeness from which a remembered paragraph is worth reading."""
OFFERED = 5
BATCH = 500
CHANGED = ["target", "digest", "article", "article_key", "origin"]
CHANGED += ["confirmed_by", "confirmed_at", "updated_at"]


@dataclass(frozen=True)
class Match:
    """A remembered paragraph that is offered for the one at hand."""

    remembered: Remembered
    percent: int
    differences: list[Span]
    """What became of the remembered source in the one at hand."""

    @property
    def is_same(self) -> bool:
        return self.percent == 100


def suggestions(
    html: str, source: Language, target: Language, *, to: User, most: int = OFFERED
) -> list[Match]:
    """Remembered translations of paragraphs like this one, for one person: the most like first."""
    way, text = direction(source, target), typography_folded(html)
    words = compared(text)
    if not words:
        return []
    seen = Remembered.objects.for_desk(to)
    remembered = seen.between(source, target).select_related("confirmed_by")
    matches = [Match(one, 100, []) for one in remembered.filter(digest=digest(way, text))[:most]]
    known = {one.remembered.pk for one in matches}
    for one in remembered.marked(marks(words, way)):
        # The same words with other signs between them are not the same sentence.
        percent = min(likeness(compared(typography_folded(one.source)), words), 99)
        if percent >= CLOSE and one.pk not in known:
            differences = words_changed(words_of(one.source), words_of(html))
            matches.append(Match(one, percent, differences))
    matches.sort(key=lambda one: (one.percent, one.remembered.confirmed_at), reverse=True)
    return distinct(matches)[:most]


def distinct(matches: list[Match]) -> list[Match]:
    """One match for each translation: what several articles taught alike is offered once."""
    first: dict[str, Match] = {}
    for one in matches:
        first.setdefault(typography_folded(one.remembered.target), one)
    return list(first.values())


@transaction.atomic
def remember(
    source: Language,
    target: Language,
    pairs: Iterable[tuple[str, str]],
    *,
    by: User | None,
    article: Article | None = None,
    origin: str = "",
) -> int:
    """Keep what was confirmed: each pair once, the latest confirmation known.

    An article that says a source otherwise than before has corrected what it taught: its
    earlier translation of it is forgotten. Returns how many pairs are new.
    """
    made: dict[str, Remembered] = {}
    article = article and (article.working_copy_of or article)
    for words, translated in pairs:
        one = pair(source, target, words, translated)
        if one:
            one.article, one.confirmed_by = article, by
            one.article_key = article.key if article else ""
            one.origin = (origin or (str(article) if article else ""))[:300]
            made[one.key] = one
    new = write_pairs(list(made.values()), again=True)
    if article:
        forget_corrected(list(made.values()), article)
    return new


class Imported(Protocol):
    """A pair of another tool (``wire/tmx.py``)."""

    @property
    def source_language(self) -> str: ...
    @property
    def target_language(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def target(self) -> str: ...
    @property
    def origin(self) -> str: ...


def remember_all(pairs: Iterable[Imported], *, by: User | None, origin: str) -> tuple[int, int]:
    """Keep the pairs of a file, however many. Returns how many were new, and how many known."""
    new = known = 0
    for batch in batched(pairs, BATCH):
        made: dict[str, Remembered] = {}
        for one in batch:
            source, target = Language.get(one.source_language), Language.get(one.target_language)
            if kept := pair(source, target, one.source, one.target):
                kept.confirmed_by, kept.origin = by, (one.origin or origin)[:300]
                made[kept.key] = kept
        fresh = write_pairs(list(made.values()), again=False)
        new, known = new + fresh, known + len(batch) - fresh
    return new, known


def pair(source: Language, target: Language, words: str, translated: str) -> Remembered | None:
    """A pair that is worth remembering; none where either side has no words."""
    if not compared(typography_folded(words)) or not typography_folded(translated):
        return None
    one = Remembered(
        source_language=source.code,
        target_language=target.code,
        source=body_sanitizer()(words),
        target=translated,
    )
    one.identify()
    return one


def write_pairs(made: list[Remembered], *, again: bool) -> int:
    """Write pairs with their marks; returns how many are new.

    What is known already says who confirmed it last, where it was confirmed ``again``.
    """
    new = 0
    for start in range(0, len(made), BATCH):
        batch = made[start : start + BATCH]
        keys = [one.key for one in batch]
        known = set(Remembered.objects.filter(key__in=keys).values_list("key", flat=True))
        fresh = [one for one in batch if one.key not in known]
        if again:
            Remembered.objects.bulk_create(
                batch, update_conflicts=True, unique_fields=["key"], update_fields=CHANGED
            )
        else:
            Remembered.objects.bulk_create(fresh, ignore_conflicts=True)
        write_marks(fresh)
        new += len(fresh)
    return new


def write_marks(fresh: list[Remembered]) -> None:
    """The marks of new pairs; their keys are read back, for not every database returned them."""
    pks = dict(
        Remembered.objects.filter(key__in=[one.key for one in fresh]).values_list("key", "pk")
    )
    MemoryMark.objects.bulk_create(
        (
            MemoryMark(mark=mark, remembered_id=pks[one.key])
            for one in fresh
            for mark in set(marks(compared(typography_folded(one.source)), one.direction))
        ),
        batch_size=4000,
        ignore_conflicts=True,
    )


def withhold(copy: Article) -> None:
    """Let no colleague read what was confirmed in a working copy that nobody will have."""
    since = Remembered.objects.filter(
        article=copy.working_copy_of_id, confirmed_at__gte=copy.created_at
    )
    since.update(article=None)


def forget_corrected(made: list[Remembered], article: Article) -> None:
    """Take away what this article taught of the same sources, where it says otherwise now."""
    Remembered.objects.filter(article=article, digest__in={one.digest for one in made}).exclude(
        key__in={one.key for one in made}
    ).delete()
