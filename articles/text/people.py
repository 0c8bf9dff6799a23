"""People as wire copy introduces them: by name, with what they are and where."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .names import fold
from .words import ARABIC, ARABIC_SPEECH, ARABIC_TITLES, FRENCH_TITLES, either

ORGANIZATION_NOUNS = (
    "agence organisation office ligue union commission fonds banque institut université ministère "
    "conseil association fédération observatoire croissant croix centre fondation programme "
    "haut-commissariat chambre réseau comité parti société groupe confédération autorité "
    "direction secrétariat gouvernement syndicat coalition mission cour parlement assemblée sénat"
).split()
ARABIC_ORGANIZATION_NOUNS = (
    "وزارة منظمة جامعة وكالة هيئة لجنة اتحاد مجلس بنك صندوق معهد مركز مؤسسة جمعية شبكة مفوضية "
    "برنامج مكتب رابطة غرفة حزب شركة مرصد كلية أكاديمية البنك الاتحاد المنظمة الجامعة المجلس "
    "نقابة النقابة حكومة محكمة مديرية أمم إسكوا يونسكو إيسيسكو يونيسف فاو ألكسو أونروا"
).split()

_CAPITAL = r"[A-ZÀ-ÖØ-ÞŒ][\w’'-]*[\w]"
_PARTICLE = r"(?:(?:el|al|ben|bin|ibn|ould|de|du|van|von|da|di|Ait|Aït)\s+)?"
FRENCH_NAME = rf"{_CAPITAL}(?:\s+{_PARTICLE}(?:{_CAPITAL}|[IVX]+)){{1,3}}"
_TITLE = rf"(?<![\w-])(?:{either(FRENCH_TITLES)})(?![\w-])"
TITLED = re.compile(_TITLE, re.IGNORECASE)
NAMED = re.compile(FRENCH_NAME)
APPOSED = re.compile(
    rf"(?P<name>{FRENCH_NAME}),\s+(?:(?:le|la|un|une)\s+|l[’'])?"
    rf"(?P<position>(?i:{either(FRENCH_TITLES)})(?![\w-])[^,.;:«»“”\"()]{{0,110}})"
)
LOCATIVE = re.compile(r"\s+(?:au|aux|à\s+la|à\s+l[’']|auprès\s+de(?:\s+la|\s+l[’'])?)\s*")
OF = re.compile(r"\s+(?:du|des|de\s+la|de\s+l[’']|de|d[’'])\s*")
LINK = re.compile(
    r"(?:^|[\s’'])(?:de|du|des|la|le|les|l|d|à|au|aux|et|en|sur|pour|par|a|ont)[’'\s]*$"
)
COURTESY = re.compile(r"(?:\b(?:M|Mme|Mlle|Dr|Pr|Me|MM)\b\.?|\b(?:S\.?\s?E\.?|S\.?\s?M\.?)\b)\s*$")

_ARABIC_WORD = r"[\u0621-\u064a\u064b-\u0652\u0671]+"
_ARABIC_TITLE = rf"(?<![\u0621-\u064a])[ول]?(?P<title>{either(ARABIC_TITLES)})(?![\u0621-\u064a])"
ARABIC_TITLED = re.compile(_ARABIC_TITLE + r"(?P<rest>[^،,.؛:«»“”\"()]{0,130})")
ARABIC_AFTER_COMMA = re.compile(
    rf"[،,]\s*(?:السيد|السيدة|الدكتور|الدكتورة)?\s*(?P<name>{_ARABIC_WORD}(?:\s+{_ARABIC_WORD}){{1,3}})"
    r"\s*(?=[،,:.؛«“\"(]|\s(?:أن|إن|بأن|على|في|إلى)\s|$)"
)
ARABIC_COURTESY = re.compile(
    rf"(?:السيد|السيدة|الدكتور|الدكتورة|الأستاذ|الأستاذة|معالي|سعادة)\s+"
    rf"(?P<name>{_ARABIC_WORD}(?:\s+{_ARABIC_WORD}){{0,2}}?)(?=\s*[،,:.؛«“\"(]|\s(?:أن|إن|بأن|على|في|إلى)\s|$)"
)
ARABIC_KING = re.compile(rf"(?P<title>الملك)\s+(?P<name>{_ARABIC_WORD}\s+{_ARABIC_WORD})")
ARABIC_STOP = re.compile(
    r"\s(?:أن|إن|بأن|إلى|خلال|على\s+أن|في\s+تصريح|في\s+كلمة|عن|إنه|إنها|أنه|أنها)\s.*$"
)
ARABIC_AT = re.compile(r"\s+(?:لدى\s+|في\s+|ب(?=[\u0621-\u064a]{4})|ل(?=[\u0621-\u064a]{4}))")
ARABIC_COURTESIES = frozenset(
    "السيد السيدة الدكتور الدكتورة المهندس المهندسة الأستاذ الأستاذة".split()
)
NOT_IN_NAMES = frozenset("من في على إلى عن مع لدى أن إن التي الذي هذا هذه كما".split())


@dataclass(frozen=True)
class Person:
    """Somebody a text names, and where in it."""

    name: str
    position: str | None
    organization: str | None
    start: int

    @property
    def surname(self) -> str:
        return fold(self.name).split()[-1]


def tidy(words: str) -> str:
    return " ".join(words.split()).strip(" ,،.;:")


def split_position(words: str) -> tuple[str, str | None]:
    """« Directeur au ministère X » is a position, and where it is held."""
    words = tidy(words)
    if found := LOCATIVE.search(words):
        return tidy(words[: found.start()]), tidy(words[found.end() :]) or None
    for found in OF.finditer(words):
        rest = words[found.end() :]
        first = re.split(r"[\s’']", rest)[0]
        if first.lower() in ORGANIZATION_NOUNS or (len(first) > 1 and first.isupper()):
            return tidy(words[: found.start()]), tidy(rest)
    return words, None


def is_person(name: str) -> bool:
    """Whether capitalised words could be somebody, and not a body or a beginning of sentence."""
    words = fold(name).split()
    bodies = {fold(noun) for noun in ORGANIZATION_NOUNS}
    return len(words) >= 2 and not any(word in bodies for word in words)


def french_people(text: str) -> list[Person]:
    found: list[Person] = []
    for title in TITLED.finditer(text):
        stretch = text[title.start() : title.start() + 240]
        stretch = re.split(r"[.;:«»“”\"\n](?!\s?[A-Z]\.)", stretch)[0]
        for name in NAMED.finditer(stretch, len(title[0])):
            before = COURTESY.sub("", stretch[: name.start()])
            if LINK.search(before) or not is_person(name[0]):
                continue
            position, organization = split_position(before)
            found.append(Person(tidy(name[0]), position, organization, title.start()))
            break
    for match in APPOSED.finditer(text):
        if is_person(match["name"]):
            position, organization = split_position(match["position"])
            position = re.split(r"\s(?:a|ont|qui|lors)\s", position)[0]
            found.append(Person(tidy(match["name"]), position, organization, match.start()))
    return found


def split_arabic_position(words: str) -> tuple[str, str | None]:
    for found in ARABIC_AT.finditer(words):
        rest = words[found.end() :]
        if rest.startswith("ل"):
            # ل and ال are written لل: give the name its article back.
            rest = "ا" + rest
        first = rest.split()[0] if rest.split() else ""
        bare = first.removeprefix("ال")
        if first in ARABIC_ORGANIZATION_NOUNS or bare in ARABIC_ORGANIZATION_NOUNS:
            return tidy(words[: found.start()]), tidy(rest)
    return tidy(words), None


def name_at_end(words: list[str]) -> int | None:
    """Where a name begins after a title: at the first word without an article after one with it."""
    seen_article = False
    for index, word in enumerate(words):
        bare = not word.startswith(("ال", "لل", "وال", "بال"))
        of_a_name = bare and word not in NOT_IN_NAMES and not word.startswith("و")
        if seen_article and of_a_name and 2 <= len(words) - index <= 4:
            return index
        seen_article = seen_article or not bare
    return None


def arabic_people(text: str) -> list[Person]:
    found: list[Person] = []
    for title in ARABIC_TITLED.finditer(text):
        rest = ARABIC_STOP.sub("", title["rest"] + " ").rstrip()
        after = ARABIC_AFTER_COMMA.match(text, title.end())
        words = rest.split()
        start = name_at_end(words)
        if start is not None:
            before = [word for word in words[:start] if word not in ARABIC_COURTESIES]
            position = split_arabic_position(" ".join([title["title"], *before]))
            found.append(Person(" ".join(words[start:]), *position, title.start()))
        elif after and rest == title["rest"].rstrip() and plausible_arabic_name(after["name"]):
            position = split_arabic_position(title["title"] + " " + rest)
            found.append(Person(tidy(after["name"]), *position, title.start()))
    for match in ARABIC_KING.finditer(text):
        found.append(Person(tidy(match["name"]), match["title"], None, match.start()))
    for match in ARABIC_COURTESY.finditer(text):
        if len(match["name"].split()) >= 2 and plausible_arabic_name(match["name"]):
            found.append(Person(tidy(match["name"]), None, None, match.start()))
    return found


def plausible_arabic_name(name: str) -> bool:
    words = name.split()
    return (
        len(words) >= 2
        and not words[0].startswith("ال")
        and words[0].removeprefix("و") not in ARABIC_SPEECH
        and not NOT_IN_NAMES & set(words)
        and words[0] not in ARABIC_ORGANIZATION_NOUNS
    )


def people(text: str, language: str) -> list[Person]:
    """Everybody a text introduces, once each, in the order they come in."""
    found = arabic_people(text) if language == ARABIC else french_people(text)
    best: dict[str, Person] = {}
    for person in sorted(found, key=lambda one: one.start):
        known = best.get(fold(person.name))
        if known is None or (not known.position and person.position):
            best[fold(person.name)] = person
    return sorted(best.values(), key=lambda one: one.start)
