"""The readable end of an address."""

from __future__ import annotations

import re
import unicodedata

PLAIN_LETTERS = str.maketrans(
    {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "ẞ": "ss", "þ": "th", "Þ": "th"}
    | dict(zip("ıİłŁøØđĐðÐħĦŧŦŋŊəƏ", "iillooddddhhttnnee", strict=True))
    | dict.fromkeys("ﷺﷻ", " ")
)
"""Letters that are no others with something on them, as é is; and signs that are no letters."""
WORD = re.compile(r"[^\W_]+")
MARKS = re.compile("[\u0300-\u036f]")
UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180f\ufe00-\ufe0f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
"""Soft hyphens and the like stand inside a word, and do not end it."""
VOWEL_MARKS = re.compile("[\u0640\u064b-\u0652\u0670]")
"""Tashkeel and tatweel; the hamza is a letter and stays."""


def slugify_for(text: str, script_is_latin: bool, max_length: int = 120) -> str:
    """A slug in the script of its language: ASCII for Latin, else the letters themselves.

    Arabic loses its vowel marks and its tatweel, which nobody types into an address.
    The slug is cut between words; one word longer than ``max_length`` is cut inside.
    """
    text = unicodedata.normalize("NFC", UNSEEN.sub("", text).translate(PLAIN_LETTERS).lower())
    if script_is_latin:
        text = MARKS.sub("", unicodedata.normalize("NFKD", text))
        words = [word.encode("ascii", "ignore").decode() for word in WORD.findall(text)]
    else:
        words = WORD.findall(VOWEL_MARKS.sub("", text))
    slug = ""
    for word in filter(None, words):
        longer = f"{slug}-{word}" if slug else word[:max_length]
        if len(longer) > max_length:
            break
        slug = longer
    return slug
