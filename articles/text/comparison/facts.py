"""Numbers, dates and names of a text, and which of them another state of it has not."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from ..extraction.dates import MONTH
from ..folding import latin_digits
from ..numbers import SPACES, folded_number
from ..vocabulary import ARABIC_TITLES, NO_NAMES, WEEKDAYS, either

NUMBER, DATE, NAME = "number", "date", "name"

# Before a word there is no letter, but for an Arabic conjunction or preposition.
BEFORE = r"(?<![^\Wوبل])"
DAYS = re.compile(
    r"(?:(?<!\d)\d{4}-\d{2}-\d{2}|(?<!\d)\d{1,2}[./-]\d{1,2}[./-]\d{2,4}"
    rf"|(?:(?<!\d)\d{{1,2}}(?:er)?\s+|{BEFORE})(?:{MONTH})(?:\s+\d{{4}})?"
    rf"|{BEFORE}(?:{either(WEEKDAYS)}))(?!\w)",
    re.IGNORECASE,
)
FIGURE = re.compile(rf"\d+(?:[.,٬’'{SPACES}]\d{{3}})*(?:[.,٫]\d+)?")
CAPITAL = r"[A-ZÀ-ÖØ-ÞŒ][\w’'-]*"
LATIN_NAME = re.compile(rf"{CAPITAL}(?:\s+(?:(?:de|du|des|d’|d'|el|al|ben|bin|von)\s+)?{CAPITAL})*")
# Who is titled in Arabic, where no capital says that a name begins.
ARABIC_NAME = re.compile(
    rf"(?<!\w)(?:السيدة?|الدكتورة?|{either(ARABIC_TITLES)})\s+([\u0621-\u064a]+(?:\s+[\u0621-\u064a]+)?)"
)
ENDS_SENTENCE, OPENS_QUOTATION = frozenset(".!?…:"), frozenset('"«“')


@dataclass(frozen=True)
class Fact:
    """A fact that was one and is another; either may be missing."""

    kind: str
    then: str
    now: str


def facts_changed(then: str, now: str) -> list[Fact]:
    """The facts of a text that its later state has not, each beside the one in its place."""
    before, after = facts_of(then), facts_of(now)
    changed: list[Fact] = []
    for kind in (DATE, NUMBER, NAME):
        gone, come = missing(before[kind], after[kind]), missing(after[kind], before[kind])
        for number in range(max(len(gone), len(come))):
            one = gone[number] if number < len(gone) else ""
            other = come[number] if number < len(come) else ""
            if kind == NAME:
                one, other = where_they_differ(one, other)
            changed.append(Fact(kind, one, other))
    return changed


def missing(some: list[str], others: list[str]) -> list[str]:
    """What some have that others have not; a number is one however its groups are parted."""
    left = Counter(map(folded_number, others))
    found = []
    for one in some:
        if left[folded_number(one)]:
            left[folded_number(one)] -= 1
        else:
            found.append(one)
    return found


def where_they_differ(one: str, other: str) -> tuple[str, str]:
    """Two names without the words at their end that are the same: in Arabic, no part of them."""
    words, others = one.split(), other.split()
    most = max(min(len(words), len(others)) - 1, 0)
    same = next((n for n in range(most) if words[-1 - n] != others[-1 - n]), most)
    return " ".join(words[: len(words) - same]), " ".join(others[: len(others) - same])


def facts_of(text: str) -> dict[str, list[str]]:
    text = latin_digits(text)
    dates = [" ".join(one.split()) for one in DAYS.findall(text)]
    rest = DAYS.sub(" ", text)
    numbers = [re.sub(r"\s", " ", one) for one in FIGURE.findall(rest)]
    return {DATE: dates, NUMBER: numbers, NAME: [*latin_names(rest), *arabic_names(rest)]}


def latin_names(text: str) -> list[str]:
    """Words with a capital that no beginning of a sentence asks for."""
    found = []
    for match in LATIN_NAME.finditer(text):
        words = match[0].split()
        if words[0].casefold().split("'")[0].split("’")[0] in NO_NAMES:
            words = words[1:]
        elif len(words) == 1 and not words[0].isupper() and begins(text, match.start()):
            continue
        if words:
            found.append(" ".join(words))
    return found


def begins(text: str, start: int) -> bool:
    """Whether a sentence begins at a word: the text does, or a sign that ends one stands before."""
    if start == 0:
        return True
    end = space_before(text, start)
    if end and text[end - 1] in OPENS_QUOTATION:
        start = end - 1
        end = space_before(text, start)
        if start == 0:
            return True
    return 0 < end < start and text[end - 1] in ENDS_SENTENCE


def space_before(text: str, end: int) -> int:
    """Where the spaces begin that end at a place."""
    while end and text[end - 1].isspace():
        end -= 1
    return end


def arabic_names(text: str) -> list[str]:
    return [" ".join(one.split()) for one in ARABIC_NAME.findall(text)]
