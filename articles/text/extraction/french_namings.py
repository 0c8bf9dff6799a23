"""People whom French wire copy names with no office: by courtesy, or by a given name where who speaks
stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..agencies import agency_named
from ..vocabulary import either
from .french_names import NAME, bare_name, begins_at, is_name, tidy_name
from .french_persons import FRENCH_PERSONS
from .french_phrases import NO_TRADES, NOT_OF_A_POSITION
from .french_trades import DOER, NO_DOERS
from .latin_given_names import begins_as_a_name
from .people import FEMALE, MALE, Person, tidy
from .speech import FRENCH_SAYS, FRENCH_SPEECH, SAID_AFTER, SAID_BEFORE

COURTEOUSLY = re.compile(
    rf"(?<!\w)(?P<courtesy>M\.|Mme|Mlle|Dre?|Pre?|Me|Maître)\s+(?P<name>{NAME.pattern})"
)
GENDERS = {"M.": MALE, "Mme": FEMALE, "Mlle": FEMALE}
AT_FIRST = re.compile(
    r"(?:^|(?<=[.!?…»”\"])\s+|(?<=[»”\"]\.)\s+)"
    r"(?:(?:De|Pour|À|Dans|En|Parmi|Par|Interrogée?|Contactée?|Jointe?)\s[^,.;:«»\"]{2,40},\s+)?"
)
SET_OFF = re.compile(r"\s*,[^,.;:«»“”\"]{2,110},\s*|\s+")
SOURCE = re.compile(r"(?:^|(?<=[.!?…»”\",])\s+)(?:[Ss]elon|[Dd][’']après|[Pp]our)\s+")
APPOSED = re.compile(
    r",\s+(?:(?:le|la|un|une|son|sa)\s|l[’'])?"
    rf"(?P<position>(?:(?i:{either(FRENCH_PERSONS)})(?![\w-])|une?\sdes\s(?=[a-zà-ÿ]))[^,.;:«»“”\"()\n]{{0,110}})"
)
APPOSED_TO_ANYBODY = re.compile(
    r"\s*,\s+(?:(?:le|la|un|une|son|sa|notre)\s|l[’'])?(?:ancienne?\s|ex-)?(?P<noun>\d{1,3}(?=\sans)|[a-zà-ÿœ-]{4,})(?![’'])"
)
ANY_TRADE = re.compile(
    r",\s+(?P<position>(?P<noun>[a-zà-ÿœ-]{4,})(?![’'])(?:\s(?:de|du|des|d[’']|à|au|aux|en|chez|dans)[\s’']?[^,.;:«»“”\"()\n]{2,60})?)(?=\s*[,.;])"
)
IS_DOER = re.compile(DOER)
PARTICIPLES = ("é", "ée", "és", "ées", "u", "ue", "ant", "ante", "ment", "ent")
NO_PLACE_BEFORE = re.compile(
    r"(?:(?<!\w)(?:[Ll]e|[Ll]a|[Ll]es|[Dd]u|[Aa]ux?|[Dd]es|[Ee]n|[Dd]e|[Cc]hez|[Ss]elon|[Pp]ar|[Aa]vec)\s|(?<!\w)[LlDd][’']|[«“\"(/@#]\s?"
    r"|(?<![\w’'-])(?!et\s|mais\s|où\s|que\s|quand\s|dont\s|car\s)[a-zà-ÿœ-]{2,}\s)$"
)
NO_APPOSITION = frozenset(
    "dans lors selon avec pour mais dont mardi lundi mercredi jeudi vendredi samedi dimanche hier avant après depuis "
    "alors tout toute toujours encore sans sous entre cette ainsi parmi elle elles comme quand ville pays".split()
)
# A name goes on after these, or something else begins.
NAME_GOES_ON = re.compile(r"\s*(?:[-/&]|et\s+[A-ZÀ-Þ])")


def named_alone(text: str) -> Iterator[Person]:
    """Whoever is named without an office, where nothing but a person can be."""
    yield from with_courtesy(text)
    yield from after_quotations(text)
    yield from before_verbs(text)
    yield from as_sources(text)
    yield from with_trades(text)


def with_courtesy(text: str) -> Iterator[Person]:
    """« Me Fatimetou Mint Ely »."""
    for found in COURTEOUSLY.finditer(text):
        if is_name(found["name"]) and begins_as_a_name(found["name"]):
            gender = GENDERS.get(found["courtesy"], "")
            yield Person(tidy_name(found["name"]), None, None, found.start(), found.end(), gender)


def after_quotations(text: str) -> Iterator[Person]:
    """« …, raconte Riadh Kaddour »."""
    for said in SAID_AFTER.finditer(text):
        groups = said.groupdict()
        done, now = (groups["done"] or "").split(), (groups["now"] or "").split()
        speaks = {*done[:1], *now[:1]} & {*FRENCH_SPEECH, *FRENCH_SAYS}
        if groups["pronoun1"] or groups["pronoun2"]:
            continue
        if groups["source"] or speaks or said["comma"]:
            person = person_at(text, said.end())
            person = person or (stranger_at(text, said.end()) if speaks else None)
            if person:
                yield person


def before_verbs(text: str) -> Iterator[Person]:
    """« Samira Idrissi, qui dirige les fouilles, a déclaré »."""
    for first in AT_FIRST.finditer(text):
        person = person_at(text, first.end())
        if person is None:
            continue
        gap = SET_OFF.match(text, person.end)
        verb = SAID_BEFORE.match(text, gap.end()) if gap else None
        if verb and not verb["saying"] and not verb["source"]:
            yield person


def as_sources(text: str) -> Iterator[Person]:
    """« Pour Walid Belhaj Amor, « … » »."""
    for source in SOURCE.finditer(text):
        person = person_at(text, source.end())
        if person and re.match(r"\s*,", text[person.end :]):
            yield person


def with_trades(text: str) -> Iterator[Person]:
    """« Parmi eux, Moez Ben Gharbia, chirurgien »."""
    for found in NAME.finditer(text):
        name = bare_name(found[0])
        start = begins_at(found, name)
        apposed = APPOSED.match(text, found.end())
        if apposed and is_name(name) and (begins_as_a_name(name) or is_stranger(text, start)):
            position = tidy(NOT_OF_A_POSITION.split(apposed["position"])[0])
            end = apposed.start("position") + len(position)
            yield Person(name, position, None, start, end, gender_of_trade(position))
        elif is_name(name) and (trade := any_trade(text, found.end())):
            known = begins_as_a_name(name) or is_doer(trade.split()[0])
            known = known and agency_named(name.split()[0]) is None
            if known and is_stranger(text, start):
                gender = gender_of_trade(trade)
                yield Person(name, trade, None, start, found.end(), gender)


def gender_of_trade(position: str) -> str:
    """« luthier » is a man, « grutière » a woman; « concierge » tells nothing."""
    noun = position.split(maxsplit=1)[0].lower()
    if noun.endswith(("trice", "euse", "ière", "ienne", "esse")):
        return FEMALE
    return MALE if noun.endswith(("teur", "eur", "ier", "ien")) else ""


def is_stranger(text: str, start: int) -> bool:
    """Whether words with capitals stand where somebody is named, and not in what a thing is called."""
    return not NO_PLACE_BEFORE.search(text[max(0, start - 40) : start])


def is_doer(noun: str) -> bool:
    """« vendeuse »: what somebody does makes a person of whatever name stands before."""
    return IS_DOER.fullmatch(noun) is not None and noun not in NO_DOERS


def any_trade(text: str, end: int) -> str | None:
    """« Salma Ghorbel, grutière à Radès, »: a noun alone behind a name, up to the next comma."""
    told = ANY_TRADE.match(text, end)
    noun = told["noun"].lower() if told else ""
    is_none = noun in NO_TRADES or noun in NO_APPOSITION
    is_none = is_none or (noun.endswith(PARTICIPLES) and not is_doer(noun))
    return tidy(told["position"]) if told and not is_none else None


def stranger_at(text: str, start: int) -> Person | None:
    """« raconte Rqia Aït Ouhmad, ménagère », whose given name is in no list: a trade or an age tells."""
    found = NAME.match(text, start)
    told = APPOSED_TO_ANYBODY.match(text, found.end()) if found else None
    if found is None or told is None or bare_name(found[0]) != tidy_name(found[0]):
        return None
    noun = told["noun"].lower()
    if not is_name(tidy_name(found[0])) or noun in NO_TRADES or noun in NO_APPOSITION:
        return None
    return Person(tidy_name(found[0]), None, None, start, found.end())


def person_at(text: str, start: int) -> Person | None:
    """Who is named there by a given name and another, and what is said of them after a comma."""
    found = NAME.match(text, start)
    if found is None or bare_name(found[0]) != tidy_name(found[0]):
        return None
    name = tidy_name(found[0])
    if not is_name(name) or not begins_as_a_name(name) or NAME_GOES_ON.match(text, found.end()):
        return None
    return Person(name, None, None, start, found.end())
