"""What the search reads of live coverages: each entry by itself, so that no next one costs more.

A coverage may have a thousand entries, and is indexed anew with each that is written. What was
analysed stays in memory by its words, and is joined to the rest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from django.utils import timezone

from articles.languages import Language
from articles.models import EntryState, LiveEntry
from articles.text.analysis.analyzer import analyse
from articles.text.richtext.paragraphs import plain_text

KEPT = 4096
"""Entries whose analysis stays in memory, some three kilobytes each: two coverages of a thousand
entries in two languages."""


class AnalysedEntry(NamedTuple):
    """What an entry is found by, as texts: a thousand of them are kept."""

    words: str
    stems: str
    spelled: str
    """The words, each once, as they are written."""

    def written(self) -> dict[str, str]:
        """How each word is written where it first stands."""
        pairs = self.spelled.split("\n")
        return dict(zip(pairs[::2], pairs[1::2], strict=False))


Followed = dict[tuple[int, str], list[AnalysedEntry]]


def entries_followed(articles: Sequence[int]) -> Followed:
    """What readers have of the entries of some articles, by article and language, oldest first."""
    found: Followed = defaultdict(list)
    columns = [
        language.field(name)
        for language in Language.all()
        for name in ("state", "headline", "body")
    ]
    rows = LiveEntry.objects.filter(article__in=articles).order_by("at", "pk")
    for article, at, *said in rows.values_list("article", "at", *columns):
        day = timezone.localdate(at)
        for number, language in enumerate(Language.all()):
            state, headline, body = said[3 * number : 3 * number + 3]
            if state == EntryState.PUBLIC:
                analysed = analysed_entry(headline or "", body or "", day)
                found[article, language.code].append(analysed)
    return found


@lru_cache(maxsize=KEPT)
def analysed_entry(headline: str, body: str, day: date) -> AnalysedEntry:
    """An entry of a day, analysed."""
    found = analyse(f"{headline}\n{plain_text(body)}", day)
    spelled = "\n".join(part for pair in found.written.items() for part in pair)
    return AnalysedEntry(" ".join(found.words), " ".join(found.stems), spelled)
