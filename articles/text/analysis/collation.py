"""Where a name stands in an alphabetical list, by the customs of its script.

The order of letters is that of the Unicode collation algorithm's first level (UTS 10) with
CLDR's two changes for Arabic (taa marbuta with taa, alef maqsura with yaa): accents and
hamzas do not part names, they only order those that are otherwise the same.
"""

from __future__ import annotations

import re
import unicodedata

from ..folding import without_accents

LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d"})
ARABIC = str.maketrans({"ة": "ت", "ى": "ي", "ـ": None})
OTHER = "#"
"""The letter of names that begin with none: numbers and signs."""

# What a family name keeps before it, and so is listed under.
KEPT = frozenset(
    "el al ben ibn bin bint aït ait ould abou abu bou oum van von mc mac le la "
    "بن ابن بنت أبو ابو أبي ابي آل ال عبد أم ام ولد بو أولاد".split()
)
ARABIC_ARTICLE = re.compile(r"^\W*ال(?=\w\w)")
FRENCH_ARTICLE = re.compile(r"^(?:l[ae]s? |l['’])(?=\w\w)", re.IGNORECASE)


def letters(name: str) -> str:
    """A name as the list compares it: no accents, no hamzas, no case, no signs."""
    plain = without_accents(name.casefold().translate(LIGATURES))
    words = re.sub(r"[^\w\s]", " ", plain.translate(ARABIC))
    return " ".join(words.split())


def without_article(name: str) -> str:
    """« L’Union africaine » as a list of organizations has it: under U. People keep theirs."""
    return FRENCH_ARTICLE.sub("", name.strip(), count=1)


def family_name_first(name: str) -> str:
    """« Chekkouri Ismail »: a person's name turned so that its last part leads.

    Particles that belong to a family name stay with it (« El Othmani », « أبو الغيط »);
    the French « de » does not.
    """
    words = name.split()
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold() in KEPT:
        start -= 1
    return " ".join([*words[start:], *words[:start]]) if start > 0 else name


def sort_key(name: str) -> tuple[str, str]:
    """What to sort names by: their letters without the Arabic article, then accents and hamzas."""
    bare = ARABIC_ARTICLE.sub("", name, count=1)
    return letters(bare), unicodedata.normalize("NFC", bare.casefold())


def initial(name: str) -> str:
    """The letter of the list that a name stands under; ``"#"`` for numbers and signs."""
    first = sort_key(name)[0][:1]
    return first.upper() if first.isalpha() else OTHER
