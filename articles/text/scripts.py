"""Which language a text is in, by the letters it is written with."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from .vocabulary import ARABIC, FRENCH

ARABIC_LETTER = re.compile("[\u0621-\u064a]")
LATIN_LETTER = re.compile("[A-Za-zÀ-ÖØ-öø-ÿŒœ]")
PERSIAN_LETTER = re.compile("[\u067e\u0686\u0698\u06af\u06cc\u06a9\u06be\u06d2]")
FRENCH_WORDS = re.compile(
    r"(?<![\w’'])(?:le|la|les|des|du|de|et|une|un|à|dans|pour|est|que|qui|au|aux|sur|par|avec)(?!\w)",
    re.IGNORECASE,
)


# As frequent, in English, Spanish, Italian, Portuguese, German, Dutch and Turkish.
FOREIGN_WORDS = re.compile(
    r"(?<![\w’'])(?:the|of|and|to|in|is|was|for|with|that|by|from|el|los|las|y|del|una|con|por|il|di|che|della|per|gli|o|os|da|"
    r"não|uma|der|die|das|und|mit|von|ist|het|een|van|voor|ve|bir|için)(?!\w)",
    re.IGNORECASE,
)
ONLY_FRENCH = re.compile(
    r"(?<![\w’'])(?:les|des|du|et|une|à|dans|pour|est|qui|au|aux|sur|avec|ce|cette|ses|leur|ont|été|sont|plus)(?!\w)|(?<!\w)(?:[dlnscj]|qu)[’'](?=\w)",
    re.IGNORECASE,
)
"""As frequent, in French and in none of its neighbours: Spanish has « de », « la », « que » too."""
FEWEST_FOREIGN = 3
FRENCH_LETTER = re.compile("[éèêàùçœëîû]", re.IGNORECASE)


def language_of(text: str) -> str | None:
    """``"fr"`` or ``"ar"``; nothing where it is plainly neither, or cannot be told."""
    sample = text[:20_000]
    arabic, latin = len(ARABIC_LETTER.findall(sample)), len(LATIN_LETTER.findall(sample))
    if arabic > latin:
        return None if len(PERSIAN_LETTER.findall(sample)) > arabic / 40 else ARABIC
    if not latin:
        return None
    words = max(len(sample.split()), 1)
    french, foreign = len(FRENCH_WORDS.findall(sample)), len(FOREIGN_WORDS.findall(sample))
    # Titles, lists and names have few such words: they are French where none of another's is there.
    is_french = french >= words / 10 or not foreign or FRENCH_LETTER.search(sample)
    if foreign >= FEWEST_FOREIGN and foreign > 2 * len(ONLY_FRENCH.findall(sample)):
        return None
    return FRENCH if is_french and french >= foreign else None


# ISO 15924, and how Unicode calls the letters.
SCRIPTS = {
    "Arab": "ARABIC", "Armn": "ARMENIAN", "Cyrl": "CYRILLIC", "Ethi": "ETHIOPIC",
    "Geor": "GEORGIAN", "Grek": "GREEK", "Hebr": "HEBREW", "Latn": "LATIN", "Tfng": "TIFINAGH",
}  # fmt: skip


@cache
def script_of(letter: str) -> str:
    """The first word of a letter's name in Unicode: its script."""
    return unicodedata.name(letter, "").partition(" ")[0]


def letters_in_script(text: str, script: str) -> tuple[int, int]:
    """How many letters of a text are in a script (by its ISO 15924 code), and how many it has.

    Of a script that is not known here, all are.
    """
    letters = [letter for letter in text if letter.isalpha()]
    name = SCRIPTS.get(script)
    if name is None:
        return len(letters), len(letters)
    return sum(script_of(letter) == name for letter in letters), len(letters)
