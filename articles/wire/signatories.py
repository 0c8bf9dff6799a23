"""Who signs a text below it, by an office on one line and a name on the next; what a credit is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from articles.text.extraction.arabic_names import name_end
from articles.text.extraction.arabic_words import COURTESIES, title_of, tokens
from articles.text.extraction.french_names import NAME, bare_name, is_name
from articles.text.extraction.french_people import DETERMINER, TITLED
from articles.text.extraction.given_names import is_given_name
from articles.text.extraction.introductions import introductions
from articles.text.extraction.people import Person
from articles.text.vocabulary import ARABIC

LONGEST_OFFICE, LONGEST_NAME = 10, 6
"""Words."""
BESIDE = re.compile(
    r"contact|presse\s*:|tél|téléphone|courriel|e-?mail|للاتصال|للتواصل|للاستفسار|هاتف|الهاتف|\d|@",
    re.IGNORECASE,
)
"""Whom to call signs nothing."""
ON_BEHALF = re.compile(r"^\W*عن\s[^:،]{3,60}:\s*(?P<rest>\S.*)$")
"""« عن السكرتارية الوطنية: الكاتب العام محمد برحيلي »."""
FOR_A_BODY = re.compile(
    r"^Pour\s+(?:(?:le|la|les)\s+|l[’'])(?P<body>[^,:;]{2,70})\s*[,:]\s+(?:(?:M\.|Mme|Mlle|Dre?|Pre?|Me)\s+)?(?P<name>[^,]{4,50})(?:,\s*(?P<position>[^,.]{3,70}))?\.?$"
)
"""« Pour le F-SYNTER, Seydou Nikiéma-Kaboré, secrétaire général »: below a joint text."""
CREDIT = re.compile(
    r"^[(\[]\s*(?:reportage|édité|rédigé|écrit|avec\s|version\s+française|traduit|par\s+[A-ZÀ-Þ]|تغطية|إعداد|تحرير|كتابة|كتبه|شارك\s+في|ترجمة)[^()]{6,200}[)\]]\W*$",
    re.IGNORECASE,
)
"""« (Reportage X, édité par Y) »: an agency's own people, and no part of its text."""


def is_credit(block: str) -> bool:
    return CREDIT.match(block) is not None


def signatories(lines: Iterable[str], language: str) -> Iterator[Person]:
    """« Le secrétaire général », and below it « Noureddine Mestiri »."""
    read = arabic_signatory if language == ARABIC else french_signatory
    kept = [line.strip(" *_>-–—") for line in lines]
    kept = [line for line in kept if line]
    for office, name in pairwise(kept):
        if not BESIDE.search(office) and not BESIDE.search(name):
            yield from read(office, name)
    for line in kept:
        if (found := ON_BEHALF.match(line)) and not BESIDE.search(line):
            said = introductions([found["rest"]], language)[0]
            yield from (one for one in said if one.position)
        if (found := FOR_A_BODY.match(line)) and NAME.fullmatch(found["name"].strip()):
            yield Person(found["name"].strip(), found["position"], found["body"].strip(), 0)


def french_signatory(office: str, line: str) -> Iterator[Person]:
    after = re.match(DETERMINER, office)
    title = TITLED.match(office) or TITLED.match(office, after.end() if after else 0)
    found = NAME.fullmatch(bare_name(line))
    is_office = title is not None and len(office.split()) <= LONGEST_OFFICE
    if is_office and found and is_name(found[0]) and not office.endswith((".", ":")):
        position = office[after.end() :] if after else office
        yield Person(found[0], position, None, 0)


def arabic_signatory(office: str, line: str) -> Iterator[Person]:
    held, words = tokens(office), tokens(line)
    title = title_of(held[0].word) if held else None
    while words and words[0].word in COURTESIES:
        words = words[1:]
    is_office = title is not None and not title[2] and len(held) <= LONGEST_OFFICE
    if not is_office or not 1 < len(words) <= LONGEST_NAME or office.endswith((".", "،", ":")):
        return
    known = is_given_name(words[0].word) or words[0].word in {"عبد", "ابو", "بن"}
    if known and name_end(words, 0, line) is not None:
        yield Person(line[words[0].start : words[-1].end], office, None, 0)
