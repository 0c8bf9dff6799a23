"""What no line may part, bound where it is shown: « 10 h 30 », « 32,5 M€ », « quoi ? ».

Only spaces become others: what was typed stays as it was typed, and is remarked on at the desk.
"""

from __future__ import annotations

import re

from .conventions import Conventions

WIDE = "\u00a0"
UNITS = "h|min|s|km|cm|mm|m|ha|kg|g|t|l|kWh|MWh|GWh|kW|MW|GW|millions?|milliards?|Mds?|M|k"
AFTER_NUMBER = re.compile(rf"(?<=\d) (?=(?:(?:{UNITS})(?:[²³€$]|(?![\w’']))|[€$°]))")
MINUTES = re.compile(r"(?<=\d[ \u00a0\u202f]h) (?=\d\d(?!\d))")
INSIDE = re.compile("(?<=«) (?=[^ ])|(?<=[^ ]) (?=»)")
UNPARTED = re.compile(r"\+(212|213|33)([1-9])(\d\d)(\d\d)(\d\d)(\d\d)")
"""Numbers that are read in pairs, behind the sign of their country and a first figure."""
OUTSIDE_TAGS = re.compile(r"<[^>]*>|[^<]+")


def bound(text: str, conventions: Conventions) -> str:
    """A text, with mark-up or without, whose spaces break no line where none may break."""
    if not conventions.inside:
        # No space belongs there in this language.
        return text
    return OUTSIDE_TAGS.sub(
        lambda piece: piece[0] if piece[0][0] == "<" else bound_words(piece[0], conventions), text
    )


def bound_words(words: str, conventions: Conventions) -> str:
    words = MINUTES.sub(WIDE, AFTER_NUMBER.sub(WIDE, words))
    words = INSIDE.sub(conventions.inside or WIDE, words)
    for sign, space in conventions.before.items():
        words = re.sub(rf"(?<=[^\s]) (?=\{sign}(?![^\s»)<]))", space, words)
    return words


def in_pairs(telephone: str) -> str:
    """« +212 5 37 12 34 56 » of a number that was written without a space; others as they are."""
    found = UNPARTED.fullmatch(telephone)
    return WIDE.join([f"+{found[1]}", *found.groups()[1:]]) if found else telephone
