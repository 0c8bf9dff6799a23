"""A line below a headline that says where, for which paper, by whom: « البصرة/ صحيفة الفيحاء »."""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.text.agencies import agency_named
from articles.text.extraction.arabic_name_words import opens_a_name
from articles.text.extraction.arabic_words import COMMON, STOP, title_of, tokens
from articles.text.vocabulary import either

LONGEST = 110
"""Letters of such a line."""
A_PAPER = [
    "صحيفة",
    "جريدة",
    "موقع",
    "وكالة",
    "شبكة",
    "قناة",
    "إذاعة",
    "مجلة",
    "بوابة",
    "منصة",
    "يومية",
    "أسبوعية",
    "تلفزيون",
    "راديو",
    "مرصد",
]
OF_THE_NET = [
    "نت",
    "ميديا",
    "برس",
    "نيوز",
    "أونلاين",
    "اونلاين",
    "تايمز",
    "بوست",
    "الإخبارية",
    "الإخباري",
    "اليوم",
    "بريس",
    "تيفي",
]
_WORD = r"[\u0621-\u0652]"
_WORDS = rf"{_WORD}+(?:[ -]{_WORD}+){{0,3}}"
_SIGN = r"\s*(?:[-–—/|:ـ،,]|(?=[(«\"]))\s*"
_COUNTRY = rf"(?:\s*\({_WORD}{{3,15}}(?: {_WORD}{{2,15}})?\))?"
MARKED = re.compile(r"[«\"“(]\s*(?P<house>[^«»\"“”()]{3,40}?)\s*[»\"”)]")
PLACE = re.compile(rf"^(?P<place>{_WORD}{{3,15}}(?: {_WORD}{{2,15}}){{0,2}}?){_COUNTRY}{_SIGN}")
SENT = re.compile(
    r"(?:من\s+)?(?:(?:مراسل|مبعوث|موفد|مندوب)(?:ت|نا|تنا|ة)?|مكتب|خاص)\s*(?:الخاصة?\s+)?(?:[إا]لى\s+|[بل]ـ?\s*)?"
)
NAMED = re.compile(
    rf"(?:{either(A_PAPER)})\s+{_WORDS}|(?:{_WORD}+ )?{_WORD}+ (?:{either(OF_THE_NET)})(?!{_WORD})"
)
ONE_WORD = re.compile(rf"ال{_WORD}{{3,}}(?=\s*(?:[-–—/|:]|$))")
"""« بغداد/ مراسل المسلة »."""
ALL_THREE = 3
"""Parts of a line: where, for whom, by whom."""
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
    """« السوسنة الخضراء - المفرق - هبة الله العمري »: the place is rather one word."""
    parts = PARTS.split(line.strip())
    if len(parts) != ALL_THREE or not is_a_name(parts[2]):
        return None
    place, house = parts[0], parts[1].strip('«»"“” ')
    turned = agency_named(place) is not None or len(place.split()) > len(house.split())
    if turned and agency_named(house) is None:
        place, house = house, place.strip('«»"“” ')
    return PlaceAndHouse(place, house, parts[2]) if len(place.split()) < ALL_THREE else None


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
