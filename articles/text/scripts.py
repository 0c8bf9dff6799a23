"""Which language a text is in, by the letters it is written with."""

from __future__ import annotations

import re

from .words import ARABIC, FRENCH

ARABIC_LETTER = re.compile("[\u0621-\u064a]")
LATIN_LETTER = re.compile("[A-Za-zÀ-ÖØ-öø-ÿŒœ]")
PERSIAN_LETTER = re.compile("[\u067e\u0686\u0698\u06af\u06cc\u06a9\u06be\u06d2]")
FRENCH_WORDS = re.compile(
    r"(?<![\w’'])(?:le|la|les|des|du|de|et|une|un|à|dans|pour|est|que|qui|au|aux|sur|par|avec)(?!\w)",
    re.IGNORECASE,
)


def language_of(text: str) -> str | None:
    """``"fr"`` or ``"ar"``; nothing where it is plainly neither, or cannot be told."""
    sample = text[:20_000]
    arabic, latin = len(ARABIC_LETTER.findall(sample)), len(LATIN_LETTER.findall(sample))
    if arabic > latin:
        return None if len(PERSIAN_LETTER.findall(sample)) > arabic / 40 else ARABIC
    words = max(len(sample.split()), 1)
    return FRENCH if latin and len(FRENCH_WORDS.findall(sample)) >= words / 10 else None
