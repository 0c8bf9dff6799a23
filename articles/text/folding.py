"""Whether two texts say the same: what of them counts is named by a level.

- ``Level.TYPOGRAPHY``: however they are typeset. Which signs, spaces, digits and marks of
  direction a script has for one thing does not count; that words are quoted does.
- ``Level.WORDS``: the words alone. That they are quoted does not count either.
- ``Level.LETTERS``: however a word is spelled. Neither does a capital, an accent, a hamza.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum, auto

DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
QUOTATION_MARKS = dict.fromkeys("«»“”„‟″", '"')
APOSTROPHES = dict.fromkeys("‘’‛ʼ′", "'")
DASHES = dict.fromkeys("‐‑‒–—―−", "-")
# What stands in a text unseen: where a word may be broken, tatweel, marks of direction.
UNSEEN = re.compile("[\u00ad\u0640\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
SIGNS = DIGITS | str.maketrans(
    QUOTATION_MARKS | APOSTROPHES | DASHES | {"…": "...", "،": ",", "؛": ";", "؟": "?", "٫": ","}
)
SIGN_FOR_SIGN = {sign: other for sign, other in SIGNS.items() if sign != ord("…")}
"""For whoever must find each sign where it was."""
# The translation memory keeps what the level of typography gives: there these two stay.
SIGNS_OF_WORDS = SIGNS | str.maketrans(
    {"٬": ".", "٪": "%", '"': " "} | dict.fromkeys(QUOTATION_MARKS, " ")
)
BEFORE_SIGN = re.compile(r" (?=[;:!?,.%)])")

# Letters that Arabic texts write one for the other.
ARABIC_LETTERS = str.maketrans("أإآٱىةؤئ", "اااايهوي")
VOWEL_MARKS = re.compile("[\u0640\u064b-\u0655\u0670]")


class Level(Enum):
    """What counts where two texts are compared."""

    TYPOGRAPHY = auto()
    WORDS = auto()
    LETTERS = auto()


def folded(text: str, level: Level) -> str:
    """A text as all those have it that say the same at this level."""
    if level is Level.LETTERS:
        return letters(text)
    text = unicodedata.normalize("NFC", UNSEEN.sub("", text))
    if level is Level.WORDS:
        text = text.translate(SIGNS_OF_WORDS)
    else:
        text = text.translate(SIGNS).replace('"', ' " ')
    return BEFORE_SIGN.sub("", " ".join(text.split()))


def say_the_same(one: str, other: str, level: Level) -> bool:
    """Whether two texts say the same at a level."""
    return folded(one, level) == folded(other, level)


def letters(text: str) -> str:
    """A text without case, accents, hamzas and vowel marks."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    plain = unicodedata.normalize("NFKD", plain).casefold().translate(ARABIC_LETTERS)
    plain = unicodedata.normalize("NFC", VOWEL_MARKS.sub("", plain)).translate(ARABIC_LETTERS)
    return without_accents(plain)


def without_accents(text: str) -> str:
    """The letters of a text without what stands on and below them."""
    return "".join(
        letter
        for letter in unicodedata.normalize("NFKD", text)
        if not unicodedata.combining(letter)
    )


def latin_digits(text: str) -> str:
    """The text with ``0``–``9`` for every Arabic or Persian digit."""
    return text.translate(DIGITS)
