"""A line as it is seen, from left to right, turned into the order in which it is read.

Programs go the other way, from what was written to what is seen (Unicode Standard Annex 9); for
the way back there is no library. What is seen of a line of Arabic is read from its right, and in it
from the left what runs so: numbers with what joins their figures, and words in Latin letters.
"""

from __future__ import annotations

import unicodedata

MIRRORED = str.maketrans("()[]{}«»‹›<>", ")(][}{»«›‹><")
ARABIC = frozenset({"R", "AL"})
JOINS_FIGURES = frozenset(",.:/٫٬\u00a0")
"""Between figures: « 1.250,50 », « 18:45 », « 24/11/2026 »; a hyphen parts two numbers."""
JOINS_WORDS = frozenset(" '’.,-–&/@:_+#%?=~")
"""Between words in Latin letters, and what an address has."""


def as_read(units: list[str], *, from_right: bool, is_mirrored: bool = True) -> str:
    """A line in reading order.

    Args:
        units: what its shapes stand for, by their places from the left; a shape may be two letters.
        from_right: whether the line is of a text that runs from the right.
        is_mirrored: whether what opens a bracket in it is drawn as what closes one.
    """
    kinds = [kind_of(one) for one in units]
    mirrored = MIRRORED if is_mirrored else {}
    if from_right:
        return turned(units, kinds, mirrored)
    # In a line from the left, what is Arabic is turned by itself.
    read: list[str] = []
    at = 0
    while at < len(units):
        end = end_of_arabic(kinds, at)
        read.append(turned(units[at:end], kinds[at:end], mirrored) if end > at else units[at])
        at = max(end, at + 1)
    return "".join(read)


def kind_of(unit: str) -> str:
    """« A » for Arabic letters, « L » for others, « N » for figures, « S » for all else."""
    kinds = {unicodedata.bidirectional(one) for one in unit}
    if kinds & ARABIC:
        return "A"
    if "L" in kinds:
        return "L"
    return "N" if kinds & {"EN", "AN"} else "S"


def end_of_arabic(kinds: list[str], at: int) -> int:
    """Behind the last Arabic letter that belongs with the one here; ``at`` where none is."""
    end = at
    for place in range(at, len(kinds)):
        if kinds[place] == "L":
            break
        if kinds[place] == "A":
            end = place + 1
        elif end == at:
            break
    return end


def turned(units: list[str], kinds: list[str], mirrored: dict[int, int]) -> str:
    """A line of Arabic, read from its right; what runs from the left in it is kept so."""
    read: list[str] = []
    at = len(units)
    while at > 0:
        begin = begin_of_run(units, kinds, at)
        if begin < at:
            read += units[begin:at]
            at = begin
        else:
            at -= 1
            read.append(units[at].translate(mirrored) if kinds[at] == "S" else units[at])
    return "".join(read)


def begin_of_run(units: list[str], kinds: list[str], end: int) -> int:
    """Where a run from the left begins that ends here; ``end`` where none does."""
    if kinds[end - 1] not in {"L", "N"}:
        return end
    begin = end - 1
    while begin > 0:
        before = begin - 1
        if kinds[before] in {"L", "N"}:
            begin = before
            continue
        joined = joined_from(units, kinds, before, begin)
        if joined is None:
            break
        begin = joined
    return begin


def joined_from(units: list[str], kinds: list[str], before: int, begin: int) -> int | None:
    """Where the run goes on to the left of signs; nothing where these part it."""
    at = before
    while at >= 0 and kinds[at] == "S":
        at -= 1
    if at < 0 or kinds[at] == "A":
        return None
    signs = units[at + 1 : begin]
    figures = kinds[at] == "N" and kinds[begin] == "N" and not in_word(kinds, at)
    if figures:
        return at if len(signs) == 1 and signs[0] in JOINS_FIGURES else None
    return at if all(one in JOINS_WORDS for one in signs) and in_word(kinds, at) else None


def in_word(kinds: list[str], at: int) -> bool:
    """Whether figures or letters here are of a word with Latin letters, on their left."""
    while at >= 0 and kinds[at] == "N":
        at -= 1
    return at >= 0 and kinds[at] == "L"


def runs_from_right(lines: list[list[str]]) -> bool:
    """Whether a page is Arabic, by its letters."""
    kinds = [kind_of(one) for line in lines for one in line]
    return kinds.count("A") > kinds.count("L")
