"""What a person may have meant instead: a word spelled right, or typed on the other keyboard.

The words are those of everything the newsroom has written; readers are offered what they can find.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple, Protocol

from django.db.models.functions import Length
from rapidfuzz import process
from rapidfuzz.distance import OSA

from articles.models import SearchWord
from articles.text.analysis.analyzer import Word, WordPosition, analysed, places
from articles.text.analysis.transliteration import other_layouts, word_key

from .query import Query, heads_in, parse_query
from .query_expansion import ExpandedQuery, forms_written

MOST_READ = 20_000
LONG = 6
"""Letters of a word from which two mistakes are looked for, and one hides no other word."""
TRIED = 8
"""Words near enough of which the first is taken that readers have."""


class Readers(Protocol):
    """Whoever searches: those of a moment, or the desk."""

    def have(self, forms: Iterable[str]) -> bool:
        """Whether they can find one of these words."""


class Offer(NamedTuple):
    """What a query may have been meant to be."""

    text: str
    is_sure: bool
    """Whether its results may be shown at once, where those of the query would be none."""


def spelled(typed: Query, meaning: ExpandedQuery, readers: Readers) -> Offer | None:
    """The query with each word unknown to readers as the nearest one is written that they have."""
    text, is_sure = typed.text, True
    unknown = unknown_to(readers, meaning)
    heads = [head.span() for head in heads_in(typed.text)]
    for place in reversed(list(places(typed.text))):
        is_head = any(start <= place.start < end for start, end in heads)
        if is_head or place.word.text not in unknown:
            continue
        if nearest := nearest_word(place.word, readers):
            is_sure &= is_surely(nearest, typed.text, place)
            text = text[: place.start] + nearest + text[place.end :]
    return Offer(text, is_sure) if text != typed.text else None


def is_surely(nearest: str, typed: str, place: WordPosition) -> bool:
    """Whether a word is another one with a typing mistake, and not a name that nobody has written.

    Gabès is no « gares »: of a short word, and of a name, all consonants must be the same.
    """
    asked = place.word.text
    written = typed[place.start : place.end]
    # A telephone begins what is typed with a capital; nobody types an accent for nothing.
    is_name = written[0].isupper() and (place.start > 0 or not written.isascii())
    if len(asked) >= LONG and not is_name:
        return True
    found = analysed(nearest).text
    return word_key(asked) == word_key(found) or sorted(asked) == sorted(found)


def unknown_to(readers: Readers, meaning: ExpandedQuery) -> list[str]:
    """The words of a query that readers have nowhere, and that name nobody they know."""
    return [word for word, forms in meaning.words.items() if not (forms and readers.have(forms))]


def nearest_word(word: Word, readers: Readers) -> str:
    """The word before the readers that is one or two typing mistakes away."""
    asked = word.text
    if len(asked) < 4:
        return ""
    near = SearchWord.objects.annotate(length=Length("word")).filter(
        length__gte=len(asked) - 2, length__lte=len(asked) + 2
    )
    # Few people get the first letter wrong; where they do, the second is right.
    same_start = near.filter(word__startswith=asked[0])
    for some in (same_start, near.filter(word__contains=asked[1:3])):
        written = dict(some.values_list("word", "written")[:MOST_READ])
        allowed = 1 if len(asked) < LONG else 2
        nearest = process.extract(
            asked, written.keys(), scorer=OSA.distance, score_cutoff=allowed, limit=TRIED
        )
        for found, *__ in nearest:
            if readers.have([found]):
                return written[found]
    return ""


def retyped(text: str, readers: Readers) -> str:
    """The query as the same keys write it in another layout, if readers have all those words."""
    if re.search(r"\d", text) or any(heads_in(text)):
        return ""
    for other in dict.fromkeys(" ".join(one.split()) for one in other_layouts(text)):
        typed = [part.words[0] for part in parse_query(other).parts]
        if not typed or other == text:
            continue
        forms = forms_written(typed)
        written = [[form for form, term in forms.items() if term in word.terms] for word in typed]
        if all(written) and all(readers.have(some) for some in written):
            return other
    return ""


def corrections_of(typed: Query, meaning: ExpandedQuery, readers: Readers) -> list[Offer]:
    """What the query may have been meant to be, the likeliest first."""
    # What readers have as it was typed was typed in no wrong layout.
    layout = retyped(typed.text, readers) if unknown_to(readers, meaning) else ""
    offers = (Offer(layout, is_sure=True) if layout else None, spelled(typed, meaning, readers))
    return [one for one in offers if one]
