"""Mastheads and lines of a day, above a title: whose a text is, of which issue and of which day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from articles.text.agencies import agency_named
from articles.text.extraction.datelines import says_only_when
from articles.text.extraction.dates import NoSuchDateError, first_date
from articles.text.extraction.labels import LABEL, LABEL_ALONE
from articles.text.folding import letters

from .houses import A_PAPER
from .letterheads import HOUSE
from .parts import PartKind

PARTED = re.compile(r"\s*[|▸›·•]\s*|\s+[–—/-]\s+")
ISSUE = re.compile(
    r"^\W*(?:n[°o]|numéro|vol|volume|édition\s+(?:n|du)|(?:ال)?عدد|السنة|سنة|المجلد)(?!\w)",
    re.IGNORECASE,
)
PAPERS = re.compile(
    r"(?<!\w)(?:magazine|journal|hebdo|quotidien|gazette|tribune|courrier|dépêche|(?<!de\s)presse|news|infos?|radio|tv)(?!\w)",
    re.IGNORECASE,
)
IS_A_PAPER_OF = re.compile(
    r"^(?:(?:conférence|point|revue|dossier)\s+de\s+presse|rapport|note|flash|avis|communiqué|décision|arrêté|résolution|loi|décret|dossier|affaire|article|projet|bulletin(?!\s+(?:de\s+l[’']|de\s+la|du|des)\s?)|"
    r"تقرير|بيان|بلاغ|قرار|مذكرة|إعلان|تعميم|مرسوم|قانون)(?!\w)",
    re.IGNORECASE,
)
"""« Rapport de situation – n° 6 »: what it is, not whose."""
LETTER_OF = re.compile(
    r"^(?:l[’']\s?infolettre|la\s+lettre(?:\s+d[’']information)?|lettre\s+d[’']information|(?:le\s+)?bulletin|newsletter|(?:le\s+)?journal\s+interne)\s+(?:de\s+la\s+|de\s+l[’']\s?|du\s+|des\s+|de\s+|d[’']\s?)",
    re.IGNORECASE,
)
ISSUED = re.compile(
    r"^(?:\S+\s+){1,3}[يت]صدر(?:ها|ه)\s+(?=\S{3})|^\W*(?:يصدر|تصدر|صادرة?)\s+عن\s+(?=\S{3})|^\W*(?:publiée?|diffusée?|émise?|produite?|éditée?)\s+par\s*:?\s+(?:(?:le|la|les)\s+|l[’'])?",
    re.IGNORECASE,
)
SERVICE_OF = re.compile(r"^\S+\s+ال\S+\s+ب(?=\S{3})")
"""« دائرة الإعلام بجامعة الجبل الأخضر »."""
IN_QUOTES = re.compile(r"[«\"“](?P<name>[^«»\"“”]{2,40})[»\"”]")
ITS_DAY = re.compile(
    r"^[\W_]*(?:au|situation\s+au|(?:à\s+la|en)\s+date\s+du|date\s*:|dernière\s+mise\s+à\s+jour\s*:?|"
    r"التاريخ\s*:|بتاريخ\s*:?|حتى\s+تاريخ|آخر\s+تحديث\s*:?|حرر\s+بتاريخ)\s*(?=\w)|^[\[(](?=\d[^\[\]()]*[\])]$)",
    re.IGNORECASE,
)
"""« Au 18 septembre 2026 », « التاريخ: 29 / 4 / 2026 », « [22/مارس/2026] »."""
LABEL_OF_A_DAY = re.compile(
    rf"^\W*(?P<label>{LABEL})\s*[,،–—-]?\s+(?:du|en\s+date\s+du|le|بتاريخ|ليوم|يوم)\s+(?=\S)",
    re.IGNORECASE,
)
TWO_DAYS = re.compile(r"(\d{1,2})\s+(?:et|-|و)\s?(?:[^\W\d]+\s+)?\d{1,2}\s+(?=[^\W\d])")
BY_WHICH_CLOCK = re.compile(
    r"\s*\(?(?:بتوقيت|توقيت|heure\s+(?:de|du|d[’']))\s*[^\W\d]+(?:\s[^\W\d]+)?\)?\s*$",
    re.IGNORECASE,
)
SPACED_SLASHES = re.compile(r"(?<=\d)\s/\s(?=\d)")
WITH_SLASHES = re.compile(r"(?<=\d)\s?/\s?(?=[^\W\d])|(?<=[^\W\d])\s?/\s?(?=\d{4})")
MOST_OF_A_NAME = 4
"""Words of « L’Écho du campus », « منصة الفرات الإخبارية »."""


@dataclass(frozen=True)
class LineAbove:
    """What one line above a title is, and what it says."""

    kind: PartKind
    day: date | None = None
    house: str = ""
    left: str = ""
    """What of it stays: a label without its day, a title without what announces it."""
    if_titled: bool = False
    """Whether it may be the title itself, where no other line is."""


def dated_line(line: str) -> LineAbove | None:
    """A line that only says of which day it is, or its label and its day."""
    if found := ITS_DAY.match(line):
        day = day_alone(line[found.end() :])
        return LineAbove(PartKind.SLUG, day=day) if day else None
    if found := LABEL_OF_A_DAY.match(line):
        day = day_alone(line[found.end() :])
        return LineAbove(PartKind.LABEL, day=day, left=found["label"]) if day else None
    return None


def masthead(line: str) -> LineAbove | None:
    """« LE COURRIER DES DEUX RIVES – n° 3 817 – 28 juin 2026 », « Publié par : APS »."""
    parts = [one for one in PARTED.split(line.strip()) if one]
    if found := ISSUED.match(parts[0] if parts else ""):
        name = SERVICE_OF.sub("", parts[0][found.end() :]).strip()
        name = agency_named(name.split(" (")[0]) or name
        if agency_named(name) or HOUSE.match(letters(name)):
            return LineAbove(PartKind.LETTERHEAD, day=day_in(line), house=name)
    words = line.split()
    if 1 < len(words) <= MOST_OF_A_NAME and words[0] in A_PAPER and words[-1].startswith("ال"):
        return LineAbove(PartKind.LETTERHEAD, house=line, if_titled=True)
    if len(parts) < 2:
        return None
    if LABEL_ALONE.match(parts[0]) or IS_A_PAPER_OF.match(parts[0]):
        return of_a_paper(line, parts)
    is_issue = says_which_issue(line)
    is_named = len(parts[0].split()) > 1 and PAPERS.search(parts[0]) is not None
    is_paper = is_named and day_alone(" ".join(parts[1:])) is not None
    if not (is_issue or is_paper) or re.search(r"[.:!?]\s", parts[0]):
        return None
    quoted = IN_QUOTES.search(parts[0])
    name = quoted["name"] if quoted else LETTER_OF.sub("", parts[0])
    return LineAbove(PartKind.LETTERHEAD, day=day_in(line), house=name, if_titled=True)


def says_which_issue(line: str) -> bool:
    """« …, Vol. 12, no 4 », behind whose it is."""
    parts = PARTED.split(line.strip())[1:]
    return any(ISSUE.match(one) and re.search(r"\d", one) for one in parts)


def of_a_paper(line: str, parts: list[str]) -> LineAbove | None:
    """« Rapport de situation – n° 6 – 18 septembre 2026 »: nothing but which one it is."""
    if not all(ISSUE.match(one) or day_alone(one) for one in parts[1:]):
        return None
    label = parts[0] if LABEL_ALONE.match(parts[0]) else ""
    return LineAbove(PartKind.SLUG, day=day_in(line), left=label, if_titled=True)


def day_in(words: str) -> date | None:
    """The first day that words say."""
    found = found_day(words)
    return found[0] if found else None


def day_alone(words: str) -> date | None:
    """The day of words that say nothing else."""
    found = found_day(BY_WHICH_CLOCK.sub("", words))
    if found is None:
        return None
    rest = found[1].strip(" :.–—-|,،[]()")
    return found[0] if not rest or says_only_when(rest) else None


def found_day(words: str) -> tuple[date, str] | None:
    """The first day, and the words without it: « 22/مارس/2026 », « 27 et dimanche 28 juin »."""
    words = SPACED_SLASHES.sub("/", WITH_SLASHES.sub(" ", TWO_DAYS.sub(r"\1 ", words)))
    try:
        found = first_date(words)
    except NoSuchDateError:
        return None
    return (found[0], words[: found[1].start()] + words[found[1].end() :]) if found else None
