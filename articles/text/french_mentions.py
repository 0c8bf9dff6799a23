"""Whom a French paragraph names again, and whom it names without saying who that is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .attribution import NEAR, Attribution, Mention
from .french_people import DETERMINER, SURNAME, TITLED
from .names import fold
from .people import FEMALE, MALE, Person

COURTEOUS = re.compile(
    rf"(?<!\w)(?P<courtesy>M\.|MM\.|Mme|Mlle|Dr|Pr|Me|Maître)\s+(?P<name>{SURNAME.pattern})"
)
BARE = re.compile(rf"(?<![\w’'-]){SURNAME.pattern}")
ROYAL = re.compile(r"\b(?:[Ll]e\s+Souverain|[Ll]e\s+Roi|SM\s+le\s+Roi)\b")
ROYAL_POSITIONS = ("roi", "reine")
NOUN_PHRASE_END = re.compile(
    r"[,.;:()«»“”\"]|\s(?:dans|lors|devant|qui|en|à\s+l[’']issue|pour|avec|au\s+cours|après|avant|sur|et|"
    r"a|ont|avait|est)\s"
)


class FrenchMentions(Attribution):
    def holder(self, words: str) -> Person | None:
        """The one person introduced by an office that is named again: « le ministre »."""
        determiner = re.match(DETERMINER, words)
        if determiner is None or determiner[0].strip().lower() in {"un", "une"}:
            return None
        phrase = NOUN_PHRASE_END.split(words[determiner.end() :] + " .")[0]
        said = fold(phrase)
        if not said or not TITLED.match(words[determiner.end() :]):
            return None
        return self.only_holder(said.split()[0], said, gender_said(determiner[0]))

    def offices_in(self, text: str) -> Iterator[tuple[str, str]]:
        for title in TITLED.finditer(text):
            start = title.start("position") if title["position"] else title.start()
            words = fold(NOUN_PHRASE_END.split(text[start : start + NEAR] + " .")[0])
            if words:
                yield words.split()[0], words

    def other_mentions(self, text: str, taken: list[Mention]) -> list[Mention]:
        found: list[Mention] = []
        for one in self.named_again(text):
            if not any(
                one.start < other.end and other.start < one.end for other in [*taken, *found]
            ):
                found.append(one)
        return found

    def named_again(self, text: str) -> Iterator[Mention]:
        """With courtesy, by rank, by office, by the surname alone."""
        for match in COURTEOUS.finditer(text):
            gender = {"M.": MALE, "Mme": FEMALE, "Mlle": FEMALE}.get(match["courtesy"], "")
            if called := self.called(match["name"], gender):
                yield Mention(match.start(), match.end(), called[0])
        royal = [one for one in self.people if is_royal(one)]
        for match in ROYAL.finditer(text) if len(royal) == 1 else ():
            yield Mention(match.start(), match.end(), royal[0])
        for match in TITLED.finditer(text):
            near = text[match.start() : match.start() + NEAR]
            if match["determiner"] and (holder := self.holder(near)):
                yield Mention(match.start(), match.end(), holder)
        for match in BARE.finditer(text):
            called = self.called(match[0])
            if called and called[1] == len(fold(match[0]).split()):
                yield Mention(match.start(), match.end(), called[0])


def gender_said(determiner: str) -> str:
    """What « la » or « le » says; « l’ » and « leur » say nothing."""
    word = determiner.strip().lower()
    if word in {"la", "une", "sa", "cette"}:
        return FEMALE
    return MALE if word in {"le", "un", "ce", "cet"} else ""


def is_royal(person: Person) -> bool:
    return fold(person.position or "-").split()[:1] in [[one] for one in ROYAL_POSITIONS]
