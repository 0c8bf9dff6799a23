"""People whom Arabic names in a row, behind what all of them are: « النواب: نجوى حسن، طوني مخول وغادة فتفت »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .arabic_words import (
    CALENDAR,
    COURTESIES,
    STOP,
    VERBS,
    bare_verb,
    given_gender,
    title_of,
    tokens,
)
from .given_names import is_given_name, plain
from .people import Person, tidy

ROW = re.compile(
    r"(?<![\u0621-\u0652])[ول]?(?:النواب|السادة|السيدات|الأساتذة|الوزراء|الفناني?ن|الفنانون|الصحفيي?ن|الصحفيون|الصحافيون|الأعضاء|المحامون|المحامين|الدكاترة|الأطباء|القضاة|"
    r"المهندسون|المهندسين|الشعراء|الكتاب|اللاعبون|اللاعبين|المستشارون|المستشارين|السفراء|الممثلون|الممثلين|الباحثون|الباحثين|الحاضرون|المشاركون|الفائزون|الشهداء|الضحايا)"
    r"(?:\s+(?:التالية|الآتية)\s+أسماؤهم|\s+وهم|\s+هم)?\s*:\s*(?P<row>[^.:؛«»\"\n]{8,500})"
)
PARTS = re.compile(r"[،,]\s?(?:و(?=[\u0621-\u064a]{3}))?|\sو(?=[\u0621-\u064a]{3})")
MOST, LEAST = 4, 2
"""Words of a name; names of a row, of which the most are known."""


def people_in_rows(text: str) -> Iterator[Person]:
    for found in ROW.finditer(text):
        names = [*names_in(found["row"], found.start("row"))]
        known = sum(is_given_name(plain(one.name.split()[0])) for one in names)
        if known >= LEAST:
            yield from names


def names_in(row: str, offset: int) -> Iterator[Person]:
    """The parts of a row, up to one that is no name."""
    at = 0
    for end in [*PARTS.finditer(row), None]:
        part = row[at : end.start() if end else len(row)]
        words = tokens(part)
        while len(words) > LEAST and (words[0].word in COURTESIES or title_of(words[0].word)):
            words = words[1:]
        if not LEAST <= len(words) <= MOST or any(is_none(one.word) for one in words):
            return
        start, stop = offset + at + words[0].start, offset + at + words[-1].end
        name = tidy(part[words[0].start : words[-1].end])
        yield Person(name, None, None, start, stop, given_gender(words[0].word), surely=False)
        at = end.end() if end else at


def is_none(word: str) -> bool:
    return word in STOP | CALENDAR or bare_verb(word) in VERBS
