"""What a person may have meant instead: a word spelled right, or typed on the other keyboard.

The words are those of everything the newsroom has written; readers are offered what they can find.
"""

from __future__ import annotations

import re

from django.db.models.functions import Length
from rapidfuzz import process
from rapidfuzz.distance import OSA

from articles.models import SearchWord
from articles.text.analysis.analyzer import Word, places
from articles.text.analysis.transliteration import other_layouts

from .gate import ReaderGate
from .query import Query, parse_query
from .query_expansion import ExpandedQuery, forms_written

MOST_READ = 20_000
TRIED = 8
"""Words near enough of which the first is taken that readers have."""


def spelled(typed: Query, meaning: ExpandedQuery, readers: ReaderGate) -> str:
    """The query with each word unknown to readers as the nearest one is written that they have;
    ``""`` if there is none.
    """
    text, changed = typed.text, False
    unknown = unknown_to(readers, meaning)
    for place in reversed(list(places(typed.text))):
        if place.word.text in unknown and (nearest := nearest_word(place.word, readers)):
            text = text[: place.start] + nearest + text[place.end :]
            changed = True
    return text if changed else ""


def unknown_to(readers: ReaderGate, meaning: ExpandedQuery) -> list[str]:
    """The words of a query that readers have nowhere, and that name nobody they know."""
    return [word for word, forms in meaning.words.items() if not (forms and readers.have(forms))]


def nearest_word(word: Word, readers: ReaderGate) -> str:
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
        allowed = 1 if len(asked) < 6 else 2
        nearest = process.extract(
            asked, written.keys(), scorer=OSA.distance, score_cutoff=allowed, limit=TRIED
        )
        for found, *__ in nearest:
            if readers.have([found]):
                return written[found]
    return ""


def retyped(text: str, readers: ReaderGate) -> str:
    """The query as the same keys write it in another layout, if readers have all those words."""
    if re.search(r"\d", text):
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


def corrected(typed: Query, meaning: ExpandedQuery, readers: ReaderGate) -> list[str]:
    """What the query may have been meant to be, the likeliest first."""
    # What readers have as it was typed was typed in no wrong layout.
    layout = retyped(typed.text, readers) if unknown_to(readers, meaning) else ""
    offers = (layout, spelled(typed, meaning, readers))
    return [one for one in offers if one]
