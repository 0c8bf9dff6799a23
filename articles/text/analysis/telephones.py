"""Telephone numbers as words to search for: one for each, whatever parts its figures.

The term is the number as it is dialled inside its country, without the nought before it:
« 0522-123456 », « 05 22 12 34 56 » and « +212 5 22 12 34 56 » are 522123456.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..folding import latin_digits
from ..numbers import telephones

COUNTRY = re.compile(
    r"(?:\+|00)(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})"
)
"""The number of a country, after ITU-T E.164."""
SHORTEST = 7
WITH_COUNTRY = range(11, 14)
"""Figures of a number that begins with its country’s and has no sign before."""


def term(written: str) -> str:
    """What a number is found by, however it is written; ``""`` of what is too short for one."""
    plain = re.sub(r"[^\d+]", "", latin_digits(written))
    inside = COUNTRY.sub("", plain, count=1) if COUNTRY.match(plain) else plain
    number = inside.replace("+", "").lstrip("0")
    return number if len(number) >= SHORTEST else ""


def term_of_figures(figures: str) -> str:
    """What a run of figures is found by if it is a number with its country: « 212522123456 »."""
    is_one = len(figures) in WITH_COUNTRY and not figures.startswith("0")
    return term(f"+{figures}") if is_one else ""


def terms(text: str) -> Iterator[str]:
    """The terms of the telephone numbers of a text."""
    yield from filter(None, (term(found[0]) for found in telephones(text)))


def with_telephones_as_terms(typed: str) -> str:
    """What was typed, with each telephone number as one word."""
    changed, end = "", 0
    for found in telephones(typed):
        if number := term(found[0]):
            changed += typed[end : found.start()] + number
            end = found.end()
    return changed + typed[end:]


def stretches(text: str, wanted: set[str]) -> Iterator[tuple[int, int]]:
    """Where the telephone numbers of a text stand that one of the terms finds."""
    if any(one.isdigit() and len(one) >= SHORTEST for one in wanted):
        for found in telephones(text):
            if term(found[0]) in wanted:
                yield found.span()
