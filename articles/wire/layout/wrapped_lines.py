"""Lines that a program broke at a width, joined to the paragraphs they were."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from statistics import median

from .pages import PAGE

NARROWEST, WIDEST = 36, 110
"""Letters of a line: of narrower ones a list is made, wider ones are paragraphs."""
SLACK = 14
"""By how many letters a full line may be shorter than the widest: letters differ in width."""
# What is written with a hyphen anyway, by the word before it, or behind.
BEFORE_HYPHEN = frozenset(
    [
        "porte",
        "vice",
        "sous",
        "non",
        "haut",
        "haute",
        "grand",
        "grande",
        "demi",
        "semi",
        "contre",
        "avant",
        "après",
        "arrière",
        "peut",
        "celui",
        "celle",
        "ceux",
        "celles",
        "chef",
        "sud",
        "nord",
        "franco",
        "rendez",
        "vis",
        "vingt",
        "trente",
        "quarante",
        "cinquante",
        "soixante",
        "quatre",
        "lieutenant",
        "premier",
        "procès",
        "ci",
        "là",
        "saint",
        "sainte",
    ]
)
AFTER_HYPHEN = frozenset(
    [
        "il",
        "elle",
        "ils",
        "elles",
        "on",
        "je",
        "nous",
        "vous",
        "ci",
        "là",
        "même",
        "mêmes",
        "parole",
        "ministre",
        "président",
        "présidente",
        "général",
    ]
)
SENTENCE_ENDS = tuple('.!?…»”":؟)]')
LIST = re.compile(r"^(?:[-–—•*·▪◦]\s|\d{1,2}[.)/-]\s|[#>|])")
FIGURES = re.compile(r"\S(?: {3,}|\t+)\S|^[\d.,% +–-]{4,}$")
# A line never ends a paragraph with these.
OPEN_WORD = re.compile(
    r"(?<!\w)(?:du|de|des|la|le|les|l[’']|d[’']|et|à|au|aux|en|pour|par|sur|dans|avec|que|qui|M\.|Mme|Me|Dr|Pr|ben|bin|ibn|ould|mint|الدكتور|السيد|السيدة|بن|بنت|ولد|منت|عبد|أبو|في|من|على|إلى|عن|مع|أن|التي|الذي|بين)$",
    re.IGNORECASE,
)
# « COMPTE RENDU DU CONSEIL DES MINISTRES / DU MERCREDI 15 OCTOBRE »
CAPITALS_GO_ON = re.compile(r"(?:DU|DES?|ET|D[’']|À|AUX?|POUR|SUR|EN)(?![A-Za-zÀ-ÿ])")
BROKEN_WORD = re.compile(r"(?<![^\W\d_])(?P<first>[^\W\d_]+)-$")


def paragraphs(lines: list[str], begins: Callable[[str], bool]) -> list[str]:
    """Lines as paragraphs.

    Args:
        lines: stripped; an empty one ends a paragraph, ``PAGE`` may stand within one.
        begins: whether a line is the first of something, as a dateline is.
    """
    width = width_of(lines)
    known = frozenset(
        word.casefold() for line in lines for word in re.findall(r"\w+(?:-\w+)*", line)
    )
    found: list[list[str]] = []
    last, is_page = "", False
    for line in lines:
        if line == PAGE:
            is_page = True
        elif not line:
            last, is_page = "", False
        else:
            goes_on = (
                bool(last)
                and not begins(line)
                and (
                    belongs(last, line, width, is_page=is_page)
                    or (len(found[-1]) > 1 and is_amid(last, line, width))
                )
            )
            if goes_on:
                found[-1][-1] = open_end(found[-1][-1], line, known)
                found[-1].append(line)
            else:
                found.append([line])
            last, is_page = line, False
    return ["".join(one) for one in found]


def width_of(lines: list[str]) -> int | None:
    """At how many letters lines were broken; nothing where each line is a paragraph."""
    followed = [
        line
        for line, after in pairwise(lines)
        if line and after not in {"", PAGE} and line != PAGE and not FIGURES.search(line)
    ]
    short = [len(line) for line in followed if len(line) <= WIDEST]
    if len(short) < 2 or len(short) < 0.8 * len(followed) or median(short) < NARROWEST:
        return None
    width = max(short)
    full = sum(length >= width - 2 * SLACK for length in short)
    sentences = sum(line.endswith(SENTENCE_ENDS) for line in followed)
    return width if full > len(short) / 2 and sentences <= 0.6 * len(followed) else None


def belongs(last: str, line: str, width: int | None, *, is_page: bool) -> bool:
    """Whether a line goes on with what the line before it began."""
    if LIST.match(line) or FIGURES.search(line) or FIGURES.search(last):
        return False
    is_open = not last.endswith(SENTENCE_ENDS)
    if line[0].islower():
        return is_open or BROKEN_WORD.search(last) is not None
    is_long = is_open and width is not None and len(last) > width - SLACK
    if is_page:
        # A paragraph that is whole already, but for what the next page has of it.
        is_paragraph = is_open and len(last) > WIDEST and not line[0].isupper()
        return is_long or is_paragraph
    if last.isupper() and line.isupper() and CAPITALS_GO_ON.match(line):
        return True
    return is_unfinished(last) or is_full(last, line, width) or (is_long and not line[0].isupper())


def is_amid(last: str, line: str, width: int | None) -> bool:
    """Whether a full line of a paragraph that was broken already ends within a sentence.

    A name begins the next with a capital: « Mme Vatimetou Mint / Mohamed Lemine ».
    """
    if width is None or LIST.match(line) or FIGURES.search(line) or FIGURES.search(last):
        return False
    return len(last) > width - SLACK and not last.endswith((*SENTENCE_ENDS, ";", ","))


def is_unfinished(line: str) -> bool:
    return line.endswith("،") or OPEN_WORD.search(line) is not None


def is_full(last: str, line: str, width: int | None) -> bool:
    """Whether the next word did not fit any more."""
    return width is not None and len(last) + 1 + len(line.split(maxsplit=1)[0]) > width


def open_end(last: str, line: str, known: frozenset[str]) -> str:
    """A line as the next one goes on from it.

    A word that was broken becomes one word, unless it has a hyphen anyway.
    """
    broken = BROKEN_WORD.search(last)
    rest = re.match(r"[^\W\d_]+", line)
    if broken is None or rest is None or not line[0].islower():
        return f"{last} "
    first, second = broken["first"].casefold(), rest[0].casefold()
    has_hyphen = f"{first}-{second}" in known or (
        first + second not in known and (first in BEFORE_HYPHEN or second in AFTER_HYPHEN)
    )
    return last if has_hyphen else last[:-1]
