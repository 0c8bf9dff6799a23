"""Where and when a text says that it was written, before its first words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..vocabulary import AGENCIES, MONTHS, either
from .labels import COUNTRY_AND_CITY, LABEL_BEFORE, NO_PLACES

_MONTH = either(list(MONTHS))
_WHEN = (
    r"(?:,?\s*(?P<when>(?:(?:le|في)\s+)?\d{1,2}(?:er)?\s+"
    rf"(?:{_MONTH})\.?(?:\s*/\s*(?:{_MONTH}))?(?:\s+\d{{4}})?))?"
)
_AGENCY = r"(?:\s*[/(]\s*(?P<agency>[^()/–—-]{2,40}?)\s*[)/]?)?"
# A dash ends it; a colon only where a date or an agency stands before.
_END = r"\s*(?:[–—]|--?|(?<=[\d)/])\s?:)\s+"
LATIN = re.compile(
    rf"^(?P<place>[A-ZÀ-Þ][\w’'-]*(?:[ -][A-ZÀ-Þ][\w’'-]*){{0,3}})"
    rf"(?:\s+\([A-ZÀ-Þ][a-zà-ÿ][\w’' -]+\))?{_WHEN}{_AGENCY}{_END}"
)
ARABIC = re.compile(
    r"^(?P<place>[\u0621-\u0652]{2,20}(?:\s[\u0621-\u0652]{2,15}){0,2}?)\s*/?"
    rf"{_WHEN}{_AGENCY}{_END}"
)
# « APA – Saint-Louis (Sénégal) – »: who sends it stands first.
SENDER = re.compile(
    rf"^(?P<agency>{either(list(AGENCIES))})\s*[–—-]\s*(?=[A-ZÀ-Þ])|^(?:[A-Z]{{2,5}})\s+[–—]\s+(?=[A-ZÀ-Þ][a-zà-ÿ])"
)
DATE_WORDS = re.compile(
    rf"[\W\d_]|\b(?:{_MONTH}|publié|le|à|mis|jour|نشر|في|يوم"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|الإثنين|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Dateline:
    place: str | None
    when: str | None
    agency: str | None
    end: int
    """Where the text itself begins."""


def dateline(block: str) -> Dateline | None:
    """What stands before the first dash, if it is a place; a label is none."""
    start = 0
    agency = None
    if label := LABEL_BEFORE.match(block):
        start = label.end()
    if sender := SENDER.match(block[start:]):
        agency, start = sender["agency"], start + sender.end()
    rest = block[start:]
    if found := COUNTRY_AND_CITY.match(rest):
        return Dateline(found["city"].title(), None, agency, start + found.end())
    match = LATIN.match(rest) or ARABIC.match(rest)
    if match is None or is_label(match["place"]):
        return Dateline(None, None, agency, start) if start else None
    place = match["place"].strip(" /")
    place = place.title() if place.isupper() else place
    return Dateline(place, match["when"], match["agency"] or agency, start + match.end())


def is_label(words: str) -> bool:
    return words.lower().split()[0] in NO_PLACES or words in AGENCIES
