"""Whom a French paragraph names again, and whom it names without saying who that is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..analysis.names import fold
from ..vocabulary import either
from .attribution import NEAR, Attribution, PersonMention, Sentence
from .french_names import NAME, SURNAME, bare_name, begins_at, is_name
from .french_people import DETERMINER, OF_A_THING, STRETCH_END, TITLED
from .french_persons import FRENCH_PERSONS
from .french_phrases import NO_PERSONS
from .latin_given_names import begins_as_a_name
from .people import FEMALE, MALE, ORGANIZATION_NOUNS, Person

COURTEOUS = re.compile(
    rf"(?<!\w)(?P<courtesy>M\.|MM\.|Mme|Mlle|Dre?|Pre?|Me|Maître|Docteure?|Professeure?|Commissaire|Colonel(?:le)?|Commandante?|Capitaine|Lieutenante?|Imam|Cheikh)\s+(?P<name>{SURNAME.pattern})"
)
COURTESY_GENDERS = {"M.": MALE, "Mme": FEMALE, "Mlle": FEMALE}
BARE = re.compile(rf"(?<![\w’'-]){SURNAME.pattern}")
ROYAL = re.compile(r"\b(?:[Ll]e\s+Souverain|[Ll]e\s+Roi|SM\s+le\s+Roi)\b")
ROYAL_POSITIONS = ("roi", "reine")
NOUN_PHRASE_END = re.compile(
    r"[,.;:()«»“”\"]|\s(?:dans|lors|devant|qui|en|à\s+l[’']issue|pour|avec|au\s+cours|après|avant|sur|et|"
    r"a|ont|avait|est)\s"
)
# What follows an office and is not of it: a verb, a circumstance.
OFFICE_END = re.compile(
    r",|(?<![\w’'-])(?:a|ont|avait|est|était|sera|qui|que|dont|où|se|ne|lors|dans|devant|avec|contre|après|avant|"
    r"à|au\s+cours|depuis|hier|mais|comme)(?![\w-])|(?<![\w’'-])[sn][’']"
)
SOMEBODY = re.compile(
    rf"(?P<determiner>{DETERMINER})(?:(?:jeune|vieux|vieil|vieille|petite?|grande?|autre|simple)\s+)?"
    rf"(?i:{either(FRENCH_PERSONS)})(?![\w-])"
)
BODY = re.compile(rf"(?P<determiner>{DETERMINER})(?i:{either(ORGANIZATION_NOUNS)})(?!\w)")
KIN_GENDERS = dict.fromkeys(
    "fils frère père grand-père mari époux neveu oncle cousin homme".split(), MALE
)
KIN_GENDERS |= dict.fromkeys(
    "fille sœur soeur mère grand-mère femme épouse nièce tante cousine petite-fille".split(), FEMALE
)
"""« Son fils » is a man, whoever's he is."""
ELSE_CALLED = frozenset("surnommé surnommée dit dite alias né née".split())
LAST_WORD = re.compile(r"(?P<word>[\w-]+)\s*$")


class FrenchMentions(Attribution):
    def __init__(self, people: list[Person]) -> None:
        super().__init__(people)
        for person in people:
            for part in within_name(person.name):
                called = self.endings.setdefault(part, [])
                if person not in called:
                    called.append(person)

    def holder(self, words: str) -> Person | None:
        """The one person introduced by an office that is named again: « le ministre »."""
        determiner = re.match(DETERMINER, words)
        if determiner is None or determiner[0].strip().lower() in {"un", "une"}:
            return None
        phrase = NOUN_PHRASE_END.split(words[determiner.end() :] + " .")[0]
        said = fold(phrase)
        if not said or not TITLED.match(words[determiner.end() :]):
            return None
        holder = self.only_holder(said.split()[0], said, gender_said(determiner[0]))
        return None if holder and is_of_another(words[determiner.end() :], holder) else holder

    def offices_in(self, text: str) -> Iterator[tuple[str, str]]:
        for title in TITLED.finditer(text):
            start = title.start("position") if title["position"] else title.start()
            words = fold(NOUN_PHRASE_END.split(text[start : start + NEAR] + " .")[0])
            if words:
                yield words.split()[0], words

    def unnamed(self, sentence: Sentence) -> list[str]:
        return [*self.unnamed_by(sentence, TITLED, SOMEBODY), *self.unnamed_by(sentence, BODY)]

    def unnamed_by(self, sentence: Sentence, *patterns: re.Pattern[str]) -> list[str]:
        found: list[str] = []
        for pattern in patterns:
            for one in pattern.finditer(sentence.text, sentence.start, sentence.end):
                if one["determiner"] and not is_named(sentence, one.start(), one.end()):
                    kin = KIN_GENDERS.get(one[0].split()[-1].lower(), "")
                    found.append(kin or gender_said(one["determiner"]))
        return found

    def full_names(self, text: str) -> Iterator[list[str]]:
        for match in NAME.finditer(text):
            name = bare_name(match[0])
            if is_name(name):
                yield fold(name).split()

    def other_mentions(self, text: str, taken: list[PersonMention]) -> list[PersonMention]:
        found: list[PersonMention] = []
        for one in self.named_again(text):
            if not any(
                one.start < other.end and other.start < one.end for other in [*taken, *found]
            ):
                found.append(one)
        return found

    def strangers(self, text: str, taken: list[PersonMention]) -> list[PersonMention]:
        found: list[PersonMention] = []
        for one in unknown_names(text):
            if not any(
                one.start < other.end and other.start < one.end for other in [*taken, *found]
            ):
                found.append(one)
        return found

    def named_again(self, text: str) -> Iterator[PersonMention]:
        """With courtesy, by rank, by office, by the surname alone."""
        for match in COURTEOUS.finditer(text):
            if called := self.called(match["name"], COURTESY_GENDERS.get(match["courtesy"], "")):
                yield PersonMention(match.start(), match.end(), replace(called[0], surely=True))
        royal = [one for one in self.people if is_royal(one)]
        for match in ROYAL.finditer(text) if len(royal) == 1 else ():
            yield PersonMention(match.start(), match.end(), royal[0])
        for match in TITLED.finditer(text):
            near = text[match.start() : match.start() + NEAR]
            if match["determiner"] and (holder := self.holder(near)):
                yield PersonMention(match.start(), match.end(), holder)
        for match in BARE.finditer(text):
            called = self.called(match[0])
            if called and called[1] == len(fold(match[0]).split()):
                # Whose name it is, is sure, as little as is sure which office they have.
                yield PersonMention(match.start(), match.end(), replace(called[0], surely=True))


def within_name(name: str) -> Iterator[str]:
    """« le Dr Sidibé » is Aminata Sidibé Coulibaly: a surname may stand before another."""
    own = name.split()
    for at in range(1, len(own) - 1):
        word = own[at]
        joined = own[at - 1][:1].islower() or own[at + 1][:1].islower()
        if len(word) > SHORT and word[:1].isupper() and not joined and not begins_as_a_name(word):
            yield fold(word)


SHORT = 3
"""Letters of a word by which nobody is called."""


def gender_said(determiner: str) -> str:
    """What « la » or « le » says; « l’ » and « leur » say nothing."""
    word = determiner.strip().lower()
    if word in {"la", "une", "sa", "cette"}:
        return FEMALE
    return MALE if word in {"le", "un", "ce", "cet"} else ""


def is_royal(person: Person) -> bool:
    return fold(person.position or "-").split()[:1] in [[one] for one in ROYAL_POSITIONS]


APPOSED_TO_A_NAME = re.compile(
    r"(?:\s(?:de|du|des|d[’']|à|au|aux|en)[\s’']?[^,.;:«»“”\"()\n]{2,80})?,\s+", re.IGNORECASE
)
"""« Le président du Conseil, l'ingénieur X »: one person."""


def is_named(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a noun is said of somebody named, in whose words it stands or beside whom."""
    text = sentence.text
    return any(
        one.start <= start < one.end
        or (end <= one.start and not text[end : one.start].strip())
        or (one.end <= start and text[one.end : start].strip() == ",")
        or (end <= one.start and APPOSED_TO_A_NAME.fullmatch(text[end : one.start]))
        for one in sentence.mentions
    )


AT_A_PLACE = re.compile(r"(?:^|[.!?…»]\s)(?:À|A|Dans|Depuis|Vers|Sur)\s$")
"""« À Qabb Élias, »: where a sentence begins so, a place is named."""


def unknown_names(text: str) -> Iterator[PersonMention]:
    """Whatever can be somebody's name: with courtesy, or two words with a capital."""
    for match in COURTEOUS.finditer(text):
        gender = COURTESY_GENDERS.get(match["courtesy"], "")
        yield stranger(match["name"], match.start(), match.end(), gender)
    for match in NAME.finditer(text):
        name = bare_name(match[0])
        start = begins_at(match, name)
        before = text[max(0, start - 30) : start]
        last = LAST_WORD.search(before)
        word = last["word"].lower() if last else ""
        if AT_A_PLACE.search(text[max(0, start - 12) : start]):
            continue
        of_a_thing = OF_A_THING.search(before) or word in NO_PERSONS or word in ELSE_CALLED
        if is_name(name) and not of_a_thing:
            yield stranger(name, start, match.end(), "")


def stranger(name: str, start: int, end: int, gender: str) -> PersonMention:
    return PersonMention(start, end, Person(name, None, None, start, end, gender, surely=False))


def is_of_another(words: str, holder: Person) -> bool:
    """Whether an office is followed by a name, and not its holder's: « le romancier et éditeur X »."""
    phrase = OFFICE_END.split(STRETCH_END.split(words)[0])[0]
    own = fold(f"{holder.name} {holder.position} {holder.organization or ''}")
    names = (bare_name(one[0]) for one in NAME.finditer(phrase))
    return any(is_name(name) and fold(name) not in own for name in names)
