"""Whether a text says plainly of somebody that she is a woman, or he a man.

« Mme », « la ministre », « née », السيدة and وزيرة say so. A given name does not, nor does a word that
is said of both: of whom a text says nothing else, or both things, nothing is known.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ..analysis.names import fold
from ..vocabulary import ARABIC
from .arabic_words import given_gender, title_of, tokens
from .french_people import TITLED
from .given_names import plain
from .people import FEMALE, MALE, Person

COURTESIES = {
    **dict.fromkeys(map(plain, "Mme Madame Mlle Mademoiselle السيدة الآنسة".split()), FEMALE),
    **dict.fromkeys(map(plain, "M. Monsieur السيد".split()), MALE),
}
WORD_BEFORE = re.compile(r"(?:^|(?<=[\s(«“’']))([^\s()«»“”’']+)\s+$")
FEMININE_WORDS = re.compile(
    r"(?:(?:la|une|cette|sa)\s|(?:l[’'])?(?:ancienne|nouvelle|future|actuelle|première|haute)\W)",
    re.IGNORECASE,
)
MASCULINE_WORDS = re.compile(r"(?:le|un|ce)\s", re.IGNORECASE)
FEMININE_FORM = re.compile(
    r"(?:trice|euse|ère|enne|onne|elle|ente|ante|perte|ée|eure|cate|strate|fète|sule|ale|ine|esse)$"
    r"|^cheffe"
)
NO_FEMININE_FORM = frozenset(["capitaine"])
SAID_OF_BOTH = re.compile(
    r"médecin|professeur|procureur|écrivain|ingénieur|gouverneur|recteur|membre|substitut|chef de"
    r"|chef du|chef des|premier ministre|capitaine|général|colonel|lieutenant|juge|maire"
)
"""With « le », of women too."""
WORD = re.compile(r"M\.|\w+(?:[-’']\w+)*")
LONGEST_NAME = 6
PARTICIPLE = re.compile(r",?\s+(?:récemment\s+)?(?:né|nommé|élu|réélu|désigné|chargé)(e?)(?!\w)")
ARABIC_SAID_OF_BOTH = frozenset(map(plain, "عضو نائب قاضي محامي محافظ عميد عمدة عالم نجم".split()))
"""Without their ending, of women too; or, with one, of men."""
ARABIC_MEN_WITH_ENDING = frozenset(map(plain, ("عمدة", "خليفة", "علامة")))


def genders_said(
    paragraphs: list[str], introduced: list[list[Person]], people: list[Person], language: str
) -> dict[str, str]:
    """Of each person, by name, what a text says plainly; those are left out of whom it does not."""
    said: dict[str, set[str]] = {}
    for paragraph, found in zip(paragraphs, introduced, strict=True):
        for one in found:
            if one.surely:
                said.setdefault(fold(one.name), set()).update(of_words(paragraph, one, language))
    called = called_by(people)
    for paragraph in paragraphs:
        for name, gender in of_courtesies(paragraph, called):
            said.setdefault(fold(name), set()).add(gender)
    known = {one.name: said.get(fold(one.name), set()) for one in people}
    return {name: next(iter(genders)) for name, genders in known.items() if len(genders) == 1}


def of_words(paragraph: str, person: Person, language: str) -> Iterator[str]:
    """What the words that introduce somebody say: an office, « née »."""
    words = paragraph[person.start : person.end]
    yield from courtesy_before(paragraph, person.start)
    if language == ARABIC:
        yield from courtesy_before(words, len(words.split()[0]) + 1 if words.strip() else 0)
        yield from of_arabic_office(person)
        return
    yield from of_french_office(words, person)
    at = paragraph.find(person.name, person.start)
    if at >= 0 and (participle := PARTICIPLE.match(paragraph, at + len(person.name))):
        yield FEMALE if participle[1] else MALE


def courtesy_before(text: str, place: int) -> Iterator[str]:
    """« Mme », where it stands directly before a place of a text."""
    word = WORD_BEFORE.search(text[max(0, place - 30) : place])
    gender = COURTESIES.get(plain(word[1]).removeprefix("و")) if word else None
    if gender:
        yield gender


def of_french_office(words: str, person: Person) -> Iterator[str]:
    """« la ministre », « le ministre », « directrice »; « directeur » alone says nothing."""
    title = TITLED.search(words.replace(person.name, " " * len(person.name), 1))
    if title is None or title["title"] is None:
        return
    office, head = title[0], title["title"].lower()
    is_feminine = FEMININE_FORM.search(head) and head not in NO_FEMININE_FORM
    if FEMININE_WORDS.match(office) or FEMININE_WORDS.match(title["position"]) or is_feminine:
        yield FEMALE
    elif MASCULINE_WORDS.match(office) and not SAID_OF_BOTH.fullmatch(head):
        yield MALE


def of_arabic_office(person: Person) -> Iterator[str]:
    """« وزيرة », « الوزير »; what a given name gainsays says nothing."""
    if not person.position:
        return
    head = title_of(plain(person.position.split()[0]))
    if head is None or head[0] in ARABIC_MEN_WITH_ENDING:
        return
    gender = FEMALE if head[0].endswith("ه") else MALE
    if gender == MALE and head[0] in ARABIC_SAID_OF_BOTH:
        return
    name = next(iter(tokens(person.name)), None)
    if name is None or given_gender(name.word) in {"", gender}:
        yield gender


def called_by(people: list[Person]) -> dict[str, str]:
    """Names by what calls somebody: the whole of it, and the surname that nobody else has."""
    surnames = {one.name: one.name.split()[-1] for one in people}
    number = Counter(fold(surname) for surname in surnames.values())
    alone = {surname: name for name, surname in surnames.items() if number[fold(surname)] == 1}
    return alone | {one.name: one.name for one in people}


def of_courtesies(paragraph: str, called: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Whom « Mme » stands before, by the name or by the surname, and what it says."""
    words = WORD.findall(paragraph)
    for at, word in enumerate(words):
        gender = COURTESIES.get(plain(word).removeprefix("و"))
        if not gender:
            continue
        for length in range(LONGEST_NAME, 0, -1):
            if name := called.get(" ".join(words[at + 1 : at + 1 + length])):
                yield name, gender
                break
