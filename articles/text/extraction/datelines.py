"""Where, when and by whom a text says that it was sent, before its first words.

A dateline is read as a row of parts (a label, who sends it, a place, a country, a day, an hour, who
wrote it), in any order, with signs between them, and ends where a part of another kind begins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..agencies import NAME, agency_named, is_also_a_word
from ..analysis.names import fold
from ..folding import latin_digits
from ..gazetteer import gazetteer
from ..patterns import late
from ..vocabulary import NO_NAMES, WEEKDAYS, either
from .arabic_towns import TOWNS
from .dates import MONTH_NAME, MONTH_NUMBERS
from .given_names import is_given_name, plain
from .hijri import DAY as HIJRI
from .hijri import EQUIVALENT
from .labels import COUNTRY_AND_CITY, LABEL_BEFORE, NO_PLACES
from .latin_given_names import begins_as_a_name
from .people import ARABIC_ORGANIZATION_NOUNS, ORGANIZATION_NOUNS

LONGEST = 160
"""Characters: what stands before the first words is shorter."""

_HIJRI = re.sub(r"\?P<\w+>", "", HIJRI.pattern)
_YEAR = r"(?:[,،]?\s+\d{4}(?!\d)(?:\s*م(?!\w))?)?"
_MONTH = re.sub(r"\?P<\w+>", "", MONTH_NAME)
DAY = late(
    r"(?:(?:le|ce|du|en\s+date\s+du|في|بتاريخ|يوم)\s*:?\s+)?"
    rf"(?:(?:{either(WEEKDAYS)})\s*[,،]?\s+)?"
    rf"(?:{_HIJRI}(?:{EQUIVALENT.pattern}(?=\d))?)?"
    rf"(?P<when>\d{{1,2}}(?:er)?,?\s+{_MONTH}{_YEAR}|\d{{1,2}}\s?[./-]\s?\d{{1,2}}\s?[./-]\s?\d{{4}}(?!\d)"
    r"|\d{4}-\d\d-\d\d(?!\d)|(?:1[34]\d\d/\d{1,2}/\d{1,2}\s*هـ\s*الموافق\s*)?(?:19|20)\d\d/\d{1,2}/\d{1,2}(?!\d)|(?<=هـ )\Z)(?:\s*م(?!\w))?\)?",
    re.IGNORECASE,
)
HIJRI_ALONE = late(rf"(?:(?:في|بتاريخ|يوم)\s+)?(?:(?:{either(WEEKDAYS)})\s*[,،]?\s+)?{_HIJRI}")
# « الكويت - 18 - 2 (كونا) »: a day and a month without a year, before who sends it.
DAY_AND_MONTH = late(r"\d{1,2}\s?[/-]\s?\d{1,2}(?=\s*[(/])")
HOUR = late(
    r"(?:(?:à|الساعة|على\s+الساعة)\s+)?\d{1,2}\s?(?:[:hH]|heures?)\s?\d{0,2}(?!\d)(?:\s*(?:GMT|UTC|TU|غرينتش))?"
    r"(?:\s*\((?:GMT|UTC|\d{1,2}[:hH]\d{2}\s+GMT)\))?"
)
AGENCY = late(rf"(?:وكالة\s+)?(?P<agency>{NAME})(?![\w\u064b-\u0652])")
# What stands in brackets and is known to nobody here: « (CDS) ». Countries are no agencies.
ACRONYM = late(r"\(\s*(?P<agency>(?!RDC|RCA|USA|UAE|EAU|RSA|UK|CI|UE|UA)[A-Z]{2,8})\s*\)")
# Places that begin as a sentence may.
WITH_ARTICLE = frozenset(
    "le caire,la haye,la mecque,la havane,le cap,le havre,le mans,la rochelle,le kef,la marsa,la goulette,"
    "le pirée,la valette,la paz,le port,les cayes,la roche-sur-yon,le bardo,le touquet,la manouba,l’ariana,"
    "l'ariana,en-nahud".split(",")
)
UNKNOWN = late(r"\(\s*(?P<agency>[A-ZÀ-Þ\u0621-\u064a][^()\d/]{2,40}?)\s*\)(?=\.?\s*[-–—])")
_WORD = r"[A-ZÀ-ÞŒ][\w’'ʼ]*"
_PART = r"(?:(?:de|du|des|la|le|les|el|al|en|sur|sous|ben|aux?|d[’']|l[’'])[\s-]*)"
PLACE = late(rf"{_WORD}(?:[\s-]{_PART}{{0,2}}{_WORD}){{0,3}}(?:-{_PART}{{1,2}}{_WORD})?")
ARABIC_PLACE = late(r"[\u0621-\u0652]{2,20}(?:\s[\u0621-\u0652]{2,15}){0,2}?(?=\s*[-–—/:,،(|]|\s+\d|\s+(?:في|بتاريخ)\s*:?\s+\d|\s*$)")  # fmt: skip
COUNTRY = late(rf"\(\s*(?:(?:province|région|wilaya|département|préfecture|gouvernorat|cercle|district|canton|commune|près)\s(?:de\s|du\s|d[’'])(?:l[’']|la\s)?)?(?:{_WORD}(?:[\s-](?:de|du|d[’'])?\s?{_WORD}){{0,3}}|[\u0621-\u0652 ]{{3,30}})\s*\)")  # fmt: skip
BYLINE = late(
    rf"(?:par\s+{_WORD}(?:[\s-]{_WORD}){{1,3}}|De\s+notre\s+\w+\s+{_WORD}(?:[\s-]{_WORD}){{0,3}}"
    r"|(?:من\s+)?[\u0621-\u0652]{2,15}(?:\s[\u0621-\u0652]{2,15}){1,3}?)(?=\s*(?:[/)-]|–|$))"
)
_NAMED = rf"(?:\s+(?P<name>{_WORD}(?:[\s-]{_WORD}){{1,3}}))?"
CORRESPONDENT = late(
    rf"(?:[Dd]e\s+)?(?:[Nn]otre|[Nn]os)\s+(?:correspondante?s?|envoyée?s?\s+spéciale?s?)(?:\s+(?:permanente?|particulière?)s?)?(?:\s+(?:à|en|au)\s+{_WORD})?{_NAMED.replace('name', 'own')}"
    rf"|(?:[Ee]nvoyée?\s+spéciale?|[Cc]orrespondance(?:\s+(?:particulière|spéciale))?|[Cc]orrespondante?)(?![\w’'-]){_NAMED.replace('name', 'sent')}"
    r"|(?:من\s+)?(?:مراسل(?:نا|تنا|ة)?|موفدنا|موفدتنا|مبعوثنا|مبعوثتنا)(?:\s+الخاصة?)?(?:\s+(?P<arabic>[\u0621-\u0652]{2,15}(?:\s[\u0621-\u0652]{2,15}){1,3}))?(?=\s*(?:[-–—،:/)\d]|$))"
    r"|خاص(?:\s+(?:ب|ل)\S+(?:\s+«[^»]{2,30}»)?)?(?=\s*(?:[-–—:/)]|$))|بقلم\s*:\s*(?P<wrote>[\u0621-\u0652]{2,15}(?:\s[\u0621-\u0652]{2,15}){1,3})"
)
"""« de notre correspondante », « Envoyé spécial », « من مراسلتنا كهينة آيت واعمر »."""
SECOND_PLACE = late(rf"\set\s(?:à\s)?{PLACE.pattern}(?=,\s+(?:le\s+)?\d)")
NAME_ALONE = late(
    rf"{_WORD}(?:[\s-]{_WORD}){{1,3}}\s*|[\u0621-\u0652]{{2,15}}(?:\s[\u0621-\u0652]{{2,15}}){{1,3}}\s*"
)
INTERVIEWED_BY = late(r"^(?:(?:ال)?حوار|حاورها?|أجرى\s+الحوار|كتب(?:ت)?|تحقيق|تقرير|ربورتاج|روبورتاج|Propos\s+recueillis\s+par|Entretien|Reportage|Texte)\s*:\s*")  # fmt: skip
"""« تونس – حوار: منير الغضباني »."""
SIGNS = late(r"[\s,،/()|·•.:=–—-]*")
ENDS = late(r"\s*\.?(?:[–—:=]|--?(?!\w)|/)|\.(?=\s+[A-ZÀ-Þ\u0621-\u064a])|\s*\Z")
ARABIC_COUNTRY = late(r"[\u0621-\u0652]{2,15}(?:\s[\u0621-\u0652]{2,15}){0,3}(?=\s*[-–—(/،,])")
NAMED_AN_AGENCY = late(
    r"\(\s*(?P<agency>(?:[Aa]gence|وكالة|شبكة)\s[^()\d/]{3,40}?)\s*\)(?=\.?\s*[-–—])"
)
# « 09:41 28NOV26 LE CAIRE-SÉISME »: the hour and the day of a snap, run together.
SNAP = late(
    rf"(?:\d{{1,2}}:\d{{2}}\s+)?(?P<day>\d{{1,2}})(?P<month>[A-ZÉÛ]{{3,4}})(?P<year>\d\d)\s+(?P<place>{PLACE.pattern})\s?-\s?(?=[A-ZÀ-Þ]{{3}})"
)
# « Publié le … par la rédaction »: words of a line that only says when.
DATE_WORDS = late(
    rf"[\W\d_]|\b(?:{either(WEEKDAYS)}|{_MONTH}|publiée?|mise?\s+en\s+ligne|mise?|actualisée?|modifiée?|dernière|"
    r"mise\s+à\s+jour|mis|jour|le|à|par|la|rédaction|h|heures?|gmt|utc|tu|posté|date|temps|de|lecture|min|minutes?|établie?|"
    r"نشر|نشرت|نُشر|تاريخ|النشر|في|يوم|الساعة|على|آخر|تحديث|غرينتش|بتوقيت|توقيت|مكة|المكرمة|صباحا|مساء|التحرير|هيئة|م|هـ|الموافق|"
    r"سياسة|اقتصاد|رياضة|ثقافة|محليات|دوليات|متفرقات|وقت|القراءة|دقائق|دقيقة)\b",
    re.IGNORECASE,
)


FOLDED_NO_PLACES = frozenset(map(fold, NO_PLACES))


@dataclass(frozen=True)
class Dateline:
    place: str | None
    when: str | None
    agency: str | None
    end: int
    """Where the text itself begins."""
    byline: str | None = None


def dateline(block: str) -> Dateline | None:
    """What a block says of where, when and by whom it was sent, and nothing of what follows.

    A label is no place; nothing where the block begins with its text.
    """
    scan = Scan(latin_digits(block[:LONGEST]).replace(" ـ ", " - "), is_whole=len(block) <= LONGEST)
    if label := LABEL_BEFORE.match(scan.text):
        scan.at = label.end()
    if (snap := SNAP.match(scan.text)) and snap["month"].lower() in MONTH_NUMBERS:
        when = f"{snap['day']} {snap['month']} 20{snap['year']}"
        return Dateline(tidy_place(snap["place"]), when, None, snap.end())
    if found := COUNTRY_AND_CITY.match(scan.text, scan.at):
        return Dateline(found["city"].title(), None, None, found.end())
    scan.parts()
    return scan.found(block) or (Dateline(None, None, None, label.end()) if label else None)


class Scan:
    """One block, read from its beginning."""

    def __init__(self, text: str, *, is_whole: bool) -> None:
        self.text = text
        self.is_whole = is_whole
        self.at = 0
        self.begins = 0
        self.signs = ""
        self.place: str | None = None
        self.when: str | None = None
        self.agency: str | None = None
        self.byline: str | None = None
        self.in_brackets = False
        self.has_country = False
        self.has_correspondent = False
        self.is_agency_first = False
        self.end_of_parts = 0

    def parts(self) -> None:
        """Go on while something of a dateline follows."""
        self.end_of_parts = self.at
        while self.at < len(self.text):
            start = behind_signs(self.text, self.at)
            self.signs = self.text[self.at : start]
            if self.is_ended(start) or not self.take(start):
                return
            self.end_of_parts = self.at

    def is_ended(self, start: int) -> bool:
        """A full stop, or a colon, ends it; so does a dash after all that one may say."""
        if ":" in self.signs and self.place and not (self.when or self.agency):
            # « الدوحة: 18 سبتمبر 2025 »
            return DAY.match(self.text, start) is None
        if re.match(r"\s*\.\s", self.signs) and self.signs.strip(" .") != "":
            return True
        if self.is_day_alone(start):
            return False
        return bool(self.place and self.agency and re.search("[–—:=]|--", self.signs))

    def is_day_alone(self, start: int) -> bool:
        """« نيامي (وكالة صدى الساحل) — 20/11/2026 »: a day is the rest of the line."""
        day = None if self.when else DAY.match(self.text, start)
        return bool(day and self.is_whole and not SIGNS.sub("", self.text[day.end() :]))

    def take(self, start: int) -> bool:
        for kind in (
            self.take_day, self.take_agency, self.take_country, self.take_place, self.take_byline,
        ):  # fmt: skip
            if end := kind(start):
                self.at = end
                return True
        return False

    def take_day(self, start: int) -> int:
        if self.when:
            found = HOUR.match(self.text, start)
            return found.end() if found else 0
        found = DAY.match(self.text, start) or HIJRI_ALONE.match(self.text, start)
        if found is None and self.place:
            found = DAY_AND_MONTH.match(self.text, start)
        if found is None:
            return 0
        self.when = found[0]
        return found.end()

    def take_agency(self, start: int) -> int:
        if self.agency:
            return 0
        opens = "(" in self.signs or "/" in self.signs
        bracket = ACRONYM.match(self.text, start - 1) if "(" in self.signs else None
        own = gazetteer().agency_pattern
        found = AGENCY.match(self.text, start) or (own.match(self.text, start) if own else None)
        after = self.text[found.end() :] if found else ""
        if found and not opens and (is_also_a_word(found["agency"]) or not self.place):
            # A word between words: it is one only where a sign follows, or nothing.
            found = found if re.match(r"\s*(?:[-–—:/]|$)", after) else None
        if found is None and "(" in self.signs and self.place:
            bracket = bracket or NAMED_AN_AGENCY.match(self.text, start - 1)
        if found is None and bracket is None and "(" in self.signs and self.place and self.when:
            # « (Orient Dépêches) — »: whoever it is, behind a place and a day.
            bracket = UNKNOWN.match(self.text, start - 1)
        found = found or bracket
        if found is None:
            return 0
        name = found["agency"].strip()
        self.agency = agency_named(name, self.text) or name
        self.is_agency_first = self.place is None
        closed = re.match(r"\s*\)" if "(" in self.signs else r"\s*[)/]", self.text[found.end() :])
        self.in_brackets = bool(opens and closed) or bracket is not None
        return found.end() + (closed.end() if closed else 0)

    def take_country(self, start: int) -> int:
        if not self.place or self.has_country:
            return 0
        found = COUNTRY.match(self.text, start - 1) if self.signs.endswith("(") else None
        if found is None and re.fullmatch(r"\s*[,،]\s*", self.signs):
            found = PLACE.match(self.text, start)
            if found and not ENDS.match(self.text, found.end()) and not re.match(
                r"\s*[(,/]", self.text[found.end() :]
            ):  # fmt: skip
                found = None
            found = found or ARABIC_COUNTRY.match(self.text, start)
        if found is None:
            return 0
        self.has_country = True
        return found.end()

    def take_place(self, start: int) -> int:
        if self.place:
            # « BRUXELLES/GENÈVE »: the first is enough.
            if self.when or not re.fullmatch(r"\s*/\s*", self.signs):
                return 0
            found = PLACE.match(self.text, start) or ARABIC_PLACE.match(self.text, start)
            return found.end() if found and not is_given_name(found[0].split()[0]) else 0
        if self.when and re.search("[|·•]", self.signs):
            # « 11 décembre 2025 | Migrants »: what it is about.
            return len(self.text) if self.is_whole else 0
        found = PLACE.match(self.text, start) or ARABIC_PLACE.match(self.text, start)
        if found is None or is_label(found[0]):
            found = gazetteer().place_at(self.text, start)
        if found is None:
            return 0
        self.place, self.begins = found[0], start
        second = SECOND_PLACE.match(self.text, found.end())
        return second.end() if second else found.end()

    def take_byline(self, start: int) -> int:
        if not self.place:
            return 0
        if sent := CORRESPONDENT.match(self.text, start):
            who = next((one for one in sent.groupdict().values() if one), None)
            self.byline, self.has_correspondent = self.byline or who, True
            return sent.end()
        if self.byline or ("/" not in self.signs and "-" not in self.signs):
            return 0
        found = BYLINE.match(self.text, start)
        if found is None:
            return 0
        # « (بترا)- زياد القضاة- »: the second dash stands at the name.
        is_between = self.agency is not None and self.text[found.end() : found.end() + 2] == "- "
        if not (found[0].startswith(("par ", "De ", "من ")) or "/" in self.signs or is_between):
            return 0
        self.byline = re.sub(r"^(?:par|من|تحرير|كتب)\s+", "", found[0])
        return found.end()

    def found(self, block: str) -> Dateline | None:
        """The dateline, where its parts and what ends it make one."""
        ends = ENDS.match(self.text, self.end_of_parts)
        is_all = self.is_whole and not SIGNS.sub("", self.text[self.end_of_parts :])
        told = self.when or self.agency or self.has_country or self.has_correspondent
        only_place = self.place and not told
        has_any = (
            self.place
            or (self.agency and (self.when or ends))
            or (is_all and (self.agency or self.when))
        )
        if not has_any or (is_all and self.is_body_with_letters()):
            return None
        if only_place and (name := self.name_alone()):
            # « القاهرة – مها الشاذلي »
            return Dateline(tidy_place(self.place or ""), None, None, len(block), name)
        if only_place and (
            is_all or not re.match(r"\s*(?:[–—]|--?)\s", self.text[self.end_of_parts :])
        ):
            return None
        if not ends and not self.in_brackets and not (self.agency and self.place):
            return None
        if self.is_agency_first and not (self.when or is_all) and ends and ends[0].strip() == ":":
            return None
        end = len(block) if is_all else behind_signs(self.text, self.end_of_parts)
        if self.is_whole and NAME_ALONE.fullmatch(self.text, end) and self.agency:
            self.byline, end = self.text[end:].strip(), len(block)
        place = None if is_venue(self.place or "") else self.place
        return Dateline(place and tidy_place(place), self.when, self.agency, end, self.byline)

    def is_body_with_letters(self) -> bool:
        """« Veille Droits Sahel (VDS) »: letters that are of the words before them are no agency's."""
        words = re.findall(r"(?<!\w)[A-ZÀ-Þ]", self.place or "")
        is_of_it = "".join(map(fold, words)) == fold(self.agency or "-")
        return is_of_it and len(words) > 2 and not self.when

    def name_alone(self) -> str | None:
        """Who wrote it, where nothing but a name stands behind the place."""
        at = behind_signs(self.text, self.end_of_parts)
        if not re.fullmatch(r"\s*[-–—]\s+", self.text[self.end_of_parts : at]):
            return None
        rest = INTERVIEWED_BY.sub("", self.text[at:].strip())
        first = rest.split()[0] if rest else ""
        known = is_given_name(first) or begins_as_a_name(rest) or is_a_town(self.place or "")
        return rest if known and self.is_whole and NAME_ALONE.fullmatch(rest) else None


def behind_signs(text: str, at: int) -> int:
    found = SIGNS.match(text, at)
    return found.end() if found else at


def tidy_place(place: str) -> str:
    place = place.strip(" /")
    return place.title().replace("’S", "’s") if place.isupper() else place


def is_venue(place: str) -> bool:
    """« معهد العالم العربي، 18 ديسمبر 2025 »: where it was held is a body's house."""
    first = place.lower().split()[0] if place else ""
    return first in ORGANIZATION_NOUNS or first in ARABIC_ORGANIZATION_NOUNS


def is_a_town(place: str) -> bool:
    return plain(place) in TOWNS


def is_label(words: str) -> bool:
    """Whether words are no place: a label, an agency, or the first words of a sentence."""
    first = words.lower().split()[0]
    if (
        first in NO_PLACES
        or plain(first) in NO_PLACES
        or fold(first) in FOLDED_NO_PLACES
        or agency_named(words) is not None
    ):
        return True
    return first in NO_NAMES and words.lower() not in WITH_ARTICLE


def says_only_when(block: str) -> bool:
    """Whether a line, its day taken out, has no other words."""
    return not DATE_WORDS.sub("", HOUR.sub("", latin_digits(block))).strip()
