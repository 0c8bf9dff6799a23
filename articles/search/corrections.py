"""What a person may have meant instead: a word spelled right, or typed on the other keyboard."""

from __future__ import annotations

import re

from django.db.models.functions import Length
from rapidfuzz import process
from rapidfuzz.distance import OSA

from articles.models import SearchWord
from articles.text.analysis import Word, places
from articles.text.transliteration import other_layouts

from .query import Typed, read
from .understanding import known_terms

MOST_READ = 20_000


def spelled(typed: Typed, unknown: list[str]) -> str:
    """The query with each unknown word as the newsroom writes the nearest one; ``""`` if none."""
    text, changed = typed.text, False
    for place in reversed(list(places(typed.text))):
        if place.word.text in unknown and (nearest := nearest_word(place.word)):
            text = text[: place.start] + nearest + text[place.end :]
            changed = True
    return text if changed else ""


def nearest_word(word: Word) -> str:
    """The word of ours that is one or two typing mistakes away."""
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
        found = process.extractOne(asked, written.keys(), scorer=OSA.distance, score_cutoff=allowed)
        if found:
            return written[found[0]]
    return ""


def retyped(text: str) -> str:
    """The query as the same keys write it in another layout, if that is words of ours."""
    if re.search(r"\d", text):
        return ""
    for other in dict.fromkeys(" ".join(one.split()) for one in other_layouts(text)):
        typed = [part.words[0] for part in read(other).parts]
        if not typed or other == text:
            continue
        known = known_terms(typed)
        if all(not known.isdisjoint(word.terms) for word in typed):
            return other
    return ""


def corrected(typed: Typed, unknown: list[str]) -> list[str]:
    """What the query may have been meant to be, the likeliest first."""
    return [one for one in (retyped(typed.text), spelled(typed, unknown)) if one]
