"""A line of its own below a headline that says where, for which paper, and by whom: « البصرة/ صحيفة الفيحاء »."""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.text.extraction.arabic_name_words import opens_a_name
from articles.text.extraction.arabic_words import COMMON, STOP, title_of, tokens
from articles.text.vocabulary import either

LONGEST = 110
"""Letters of such a line."""
A_PAPER = (
    "صحيفة جريدة موقع وكالة شبكة قناة إذاعة مجلة بوابة منصة يومية أسبوعية تلفزيون راديو مرصد صدى أخبار".split()
)
OF_THE_NET = "نت ميديا برس نيوز أونلاين اونلاين تايمز بوست تي+في بالعربية الإخبارية الإخباري اليوم بريس تيفي".replace("+", " ").split(" ")
_WORDS = r"[\u0621-\u0652]+(?:[ -][\u0621-\u0652]+){0,3}"
_SIGN = r"\s*(?:[-–—/|:ـ،,]|(?=[(«\"]))\s*"
MARKED = re.compile(r"[«\"“(]\s*(?P<house>[^«»\"“”()]{3,40}?)\s*[»\"”)]")
PLACE = re.compile(
    rf"^(?P<place>[\u0621-\u0652]{{3,15}}(?: [\u0621-\u0652]{{2,15}}){{0,2}}?)(?:\s*\([\u0621-\u0652 ]{{3,25}}\))?{_SIGN}"
)
SENT = re.compile(
    r"(?:من\s+)?(?:مراسل(?:ت|نا|تنا|و|ي)?|مبعوث(?:ت|نا|تنا|ة)?|موفد(?:ت|نا|تنا|ة)?|مندوب(?:ت|نا|تنا|ة)?|مكتب|خاص)\s*(?:الخاصة?\s+)?(?:[إا]لى\s+|[بل]ـ?\s*)?"
)
NAMED = re.compile(
    rf"(?:{either(A_PAPER)})\s+{_WORDS}|(?:[\u0621-\u0652]+ )?[\u0621-\u0652]+ (?:{either(OF_THE_NET)})(?![\u0621-\u0652])"
)
ONE_WORD = re.compile(r"ال[\u0621-\u0652]{3,}(?=\s*(?:[-–—/|:]|$))")
"""« بغداد/ مراسل المسلة »."""
PARTS = re.compile(r"\s+[-–—|ـ]\s+")


@dataclass(frozen=True)
class PlaceAndHouse:
    place: str | None
    house: str | None
    byline: str | None


def place_and_house(line: str) -> PlaceAndHouse | None:
    """What such a line says; nothing where it is another."""
    if len(line) > LONGEST or line.endswith((".", "؟", "!")):
        return None
    return in_three_parts(line) or behind_a_place(line)


def in_three_parts(line: str) -> PlaceAndHouse | None:
    """« السوسنة الخضراء - المفرق - هبة الله العمري »: of a paper and a place, the place is one word."""
    parts = PARTS.split(line.strip())
    if len(parts) != len(("place", "house", "name")) or not is_a_name(parts[2]):
        return None
    place, house = parts[0], parts[1].strip("«»\"“” ")
    if len(place.split()) > len(house.split()):
        place, house = house, place.strip("«»\"“” ")
    return PlaceAndHouse(place, house, parts[2]) if len(place.split()) < len(parts) else None


def behind_a_place(line: str) -> PlaceAndHouse | None:
    found = PLACE.match(line)
    if found is None or not may_be_a_place(found["place"]):
        return None
    sent = SENT.match(line, found.end())
    at = sent.end() if sent else found.end()
    house = MARKED.match(line, at) or NAMED.match(line, at)
    house = house or (ONE_WORD.match(line, at) if sent else None)
    if house is None:
        return None
    name = house.groupdict().get("house") or house[0]
    rest = line[house.end() :].strip(" -–—/|:ـ،,()")
    if rest and not is_a_name(rest):
        return None
    return PlaceAndHouse(found["place"], name.strip(), rest or None)


def may_be_a_place(words: str) -> bool:
    """« البصرة », but « الوزير », « نداء إلى », « محمد السادس »."""
    known = any(one.word in STOP | COMMON or title_of(one.word) for one in tokens(words))
    return not known and not is_a_name(words)


def is_a_name(words: str) -> bool:
    found = tokens(words)
    return len(found) > 1 and opens_a_name(found, 0)
