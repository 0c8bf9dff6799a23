"""Names as a newsroom compares them: the same person under two spellings is one person."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz

from ..folding import letters
from .analyzer import Word, is_stop_word, words

WORD = re.compile(r"[^\W_]+")

# Words before a name that are not of it.
HONORIFICS = frozenset(
    "m mm mr mme mlle mmes dr pr me sm sa se sar s e madame monsieur son excellence "
    "سيد سيده دكتور دكتوره د صاحب جلاله معالي سعاده فخامه سمو امير".split()
)
PARTICLES = frozenset("le la les l de du des d et en au aux the of and و".split())
REMEMBERED = 4096
"""Names that are not folded again: a text names far fewer, each at many places."""
LONGEST = 100
"""Letters of a name; what is longer is none, and is not remembered."""
NEAR = 92
"""Percent of likeness from which two spellings are one name."""


def fold(name: str) -> str:
    """A name without accents, hamzas, articles, honorifics and punctuation.

    ``"SM le Roi Ismaïl"`` and ``"roi Ismail"`` fold to one; so do ``"الإسكوا"`` and ``"اسكوا"``.
    """
    return folded_cached(name) if len(name) <= LONGEST else folded(name)


def folded(name: str) -> str:
    words = [without_article(word) for word in WORD.findall(letters(name))]
    words = [word for word in words if word not in PARTICLES]
    last = len(words) - 1
    first = next((at for at, word in enumerate(words) if word not in HONORIFICS), last)
    return " ".join(words[first:])


folded_cached = lru_cache(REMEMBERED)(folded)


def without_article(word: str) -> str:
    """An Arabic word without its article, where enough of it remains."""
    while word.startswith("ال") and len(word) > 4:
        word = word[2:]
    return word


def same_name(one: str, other: str) -> bool:
    """Whether two names are spellings of one: letter by letter close, with as many words."""
    first, second = fold(one), fold(other)
    if not first or not second:
        return False
    if first == second:
        return True
    words, others = first.split(), second.split()
    if len(words) != len(others) or len(words) < 2:
        return False
    # Each word must be close to its fellow: « Santé » is not « Justice » in any ministry.
    return all(
        fuzz.ratio(word, fellow) >= (NEAR - 12 if len(word) > 4 else 100)
        for word, fellow in zip(words, others, strict=True)
    )


def plain_key(name: str) -> str:
    """The key of what is no person, such as an organization or a place."""
    return key_of_words(words(name))


def key_of_words(said: Iterable[Word]) -> str:
    """The same of a name that is in words already: without endings and articles, run together."""
    keys = [(word.stems or (word.text,))[0] for word in said if not is_stop_word(word.text)]
    return "n:" + "".join(keys)[:290]
