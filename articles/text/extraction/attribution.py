"""Whose words a quotation is: only where words beside it say so.

What is kept in mind from sentence to sentence is who « il » or « وأضاف » can mean: the one who
spoke or acted last, as long as nobody else was named since whom it could mean as well.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ..analysis.names import fold
from .people import Person

NEAR = 160
"""Characters after a word among which the rest of a name or an office stands."""


@dataclass(frozen=True)
class PersonMention:
    """A person at a place of a paragraph, by whatever words."""

    start: int
    end: int
    person: Person


@dataclass(frozen=True)
class SpeechEvidence:
    """What the words beside a quotation say: that somebody speaks, and who, where they tell."""

    person: Person | None = None
    denied: bool = False
    """Whether that person says that the words are not true: they are nobody's."""

    @property
    def speaker(self) -> Person | None:
        return None if self.denied else self.person


@dataclass
class Sentence:
    """A sentence of a paragraph, in which what stands in quotation marks is blank."""

    text: str
    """The whole paragraph."""
    start: int
    end: int
    mentions: list[PersonMention]
    """Those of the sentence."""
    paragraph: int
    """Its number."""

    def within(self, start: int, end: int) -> list[PersonMention]:
        return [one for one in self.mentions if start <= one.start and one.end <= end]

    def at(self, start: int) -> PersonMention | None:
        return next((one for one in self.mentions if one.start == start), None)


@dataclass
class Antecedent:
    """Who is meant by a pronoun, or by a verb alone."""

    person: Person | None = None
    paragraph: int = 0
    spoke: bool = False
    rivals: list[str] = field(default_factory=list)
    """The genders of those whom it could mean as well."""
    beside: list[str] = field(default_factory=list)
    """Those of whom who spoke did speak: none of them goes on with « وأضاف »."""
    ago: int = 0
    """Sentences since that do not go on with this person: after one, nobody knows who is meant."""
    acts_on_a_body: bool = False
    """Whether a body stands in the sentence as well: it says no « il », but words alone may be its own."""
    spoke_of_strangers: bool = False
    """Whether somebody was named beside the words, who goes on with none but may reply."""

    def meant(self, gender: str, paragraph: int, goes_on: bool = False) -> Person | None:
        """The one person it can be, in this paragraph or the next.

        With a verb that only who spoke can go on with, those of whom was spoken are no rivals.
        """
        person = self.person
        if person is None or paragraph - self.paragraph > 1 or not person.could_be(gender):
            return None
        if self.ago:
            return None
        rivals = self.rivals if goes_on and self.spoke else [*self.rivals, *self.beside]
        if any(not rival or not gender or rival == gender for rival in rivals):
            return None
        return person

    def forget(self) -> None:
        self.person, self.spoke, self.rivals, self.beside = None, False, [], []


class Attribution(ABC):
    """Reads one text, sentence by sentence; each language has its own grammar."""

    language = ""
    near_a_mark = 60
    """Letters before a mark among which a verb makes words of a few in marks."""

    def __init__(self, people: list[Person]) -> None:
        self.people = people
        self.last = Antecedent()
        self.endings: dict[str, list[Person]] = {}
        """Who is called by the last words of a name."""
        for person in people:
            own = fold(person.name).split()
            for first in range(len(own)):
                self.endings.setdefault(" ".join(own[first:]), []).append(person)
        self.names: set[tuple[str, ...]] = set()
        """Whatever can be a whole name in the text, folded."""
        self.shared: set[str] = set()
        """The surnames that somebody else bears in the text, of whom it says nothing else."""
        self.holders: dict[str, list[Person]] = {}
        """Who has been introduced, in this item of a round-up, by an office so called."""
        self.offices: dict[str, set[str]] = {}
        """What follows the word for an office, wherever the item has it."""

    @abstractmethod
    def after(self, sentence: Sentence, end: int) -> SpeechEvidence | None:
        """What is said right after a quotation that ends there."""

    @abstractmethod
    def before(
        self, sentence: Sentence, end: int, earlier: SpeechEvidence | None
    ) -> SpeechEvidence | None:
        """What a sentence says before a quotation that begins there.

        ``earlier`` is what it said of an earlier quotation in it.
        """

    @abstractmethod
    def says_directly(self, before: str, words: int) -> bool:
        """Whether a verb of speech, or « that », stands right before a few words in marks.

        Before one or two of them nothing may stand between; before more, a subject.
        """

    def says_it_is(self, before: str) -> bool:
        """Whether a few words in marks are what somebody says that something is."""
        return False

    def another_speaks(self, sentence: Sentence, at: int) -> bool:
        """Whether somebody stands before a verb whom the text does not introduce."""
        return False

    def continues(self, between: str) -> bool:
        """Whether what stands between two quotations says that the same person goes on."""
        return False

    def left_to_speak(self, sentence: Sentence, before: str) -> Person | None:
        """Who speaks where nothing but words in marks follows a sentence of the same paragraph."""
        return None

    def looks_back(self, sentence: Sentence) -> Person | None:
        """Whose words in marks, alone in the sentence before, this one says they were."""
        return None

    @abstractmethod
    def reported(self, sentence: Sentence) -> tuple[str, SpeechEvidence] | None:
        """Words told without quotation marks, and whose they are said to be."""

    @abstractmethod
    def subject(self, sentence: Sentence) -> Person | None:
        """Who does what a sentence tells."""

    @abstractmethod
    def leads(self, sentence: Sentence, mention: PersonMention) -> bool:
        """Whether somebody is named where the subject of a sentence stands."""

    @abstractmethod
    def begins_with_another(self, sentence: Sentence) -> bool:
        """Whether a sentence is of somebody whom the text does not name."""

    @abstractmethod
    def goes_on_with(self, sentence: Sentence, person: Person | None) -> bool:
        """Whether a sentence begins with what this person does or says, without the name."""

    @abstractmethod
    def unnamed(self, sentence: Sentence) -> list[str]:
        """The genders of those whom a sentence speaks of without a name."""

    @abstractmethod
    def full_names(self, text: str) -> Iterator[list[str]]:
        """Whatever can be somebody's first name and surname, folded."""

    @abstractmethod
    def other_mentions(self, text: str, taken: list[PersonMention]) -> list[PersonMention]:
        """People named again: by surname, with courtesy, by rank."""

    def strangers(self, text: str, taken: list[PersonMention]) -> list[PersonMention]:
        """People named without a word of who they are: who speaks may be one of them."""
        return []

    @abstractmethod
    def offices_in(self, text: str) -> Iterator[tuple[str, str]]:
        """The word for an office, and the words it begins, wherever a paragraph has one."""

    def subject_before(self, sentence: Sentence, end: int) -> Person | None:
        """The one person of a sentence so far, who leads it."""
        mentions = sentence.within(sentence.start, end)
        names = {fold(one.person.name) for one in mentions}
        if len(names) != 1 or not self.leads(sentence, mentions[0]):
            return None
        return mentions[0].person

    def look_for_namesakes(self, text: str) -> None:
        for words in self.full_names(text):
            self.names.add(tuple(words))
            bearers = self.endings.get(words[-1], [])
            if bearers and not any(set(words) <= set(fold(one.name).split()) for one in bearers):
                self.shared.add(words[-1])

    def called_by_first_name(self, word: str) -> Person | None:
        """The one person whose name begins so, where nobody else in the text has that first name."""
        first = fold(word)
        named = {name for name in self.names if name[0] == first}
        bearers = [one for one in self.people if fold(one.name).split()[0] == first]
        full = {tuple(fold(one.name).split()) for one in bearers}
        return bearers[0] if len(bearers) == 1 and named <= full else None

    def new_item(self) -> None:
        """What follows has nothing to do with what was."""
        self.last = Antecedent()
        self.holders, self.offices = {}, {}

    def open(self, text: str, introduced: list[Person]) -> list[PersonMention]:
        """Read on in a paragraph: everybody it names, in their order."""
        for one in introduced:
            position = fold(one.position or "").split()
            if position:
                known = self.known(one)
                holders = self.holders.setdefault(position[0], [])
                if known not in holders:
                    holders.append(known)
        for head, office in self.offices_in(text):
            self.offices.setdefault(head, set()).add(office)
        return self.mentions(text, introduced)

    def only_holder(self, head: str, said: str, gender: str) -> Person | None:
        """The one person introduced by an office, where the item speaks of no other such."""
        holders = [one for one in self.holders.get(head, []) if one.could_be(gender)]
        if len(holders) != 1:
            return None
        own = fold(f"{holders[0].position} {holders[0].organization or ''}")
        others = self.offices.get(head, set())
        if any(not own.startswith(one) and not one.startswith(own) for one in others):
            return None
        return holders[0] if said == head or own.startswith(said) else None

    def mentions(self, text: str, introduced: list[Person]) -> list[PersonMention]:
        found = [
            PersonMention(one.start, one.end, self.as_introduced(one, text)) for one in introduced
        ]
        for person in self.people:
            at = text.find(person.name)
            while at >= 0:
                end = at + len(person.name)
                if not any(one.start < end and at < one.end for one in found):
                    found.append(PersonMention(at, end, person))
                at = text.find(person.name, end)
        found += self.other_mentions(text, found)
        found += self.strangers(text, found)
        return sorted(found, key=lambda one: one.start)

    def as_introduced(self, one: Person, text: str) -> Person:
        """The person, as surely as the words say who that is: of a whole name alone, as elsewhere."""
        known = self.known(one)
        again = known is not one and known.surely and text[one.start : one.end] == one.name
        return replace(known, surely=one.surely or again)

    def known(self, person: Person) -> Person:
        """The person of this name that the text introduces best."""
        return next((one for one in self.people if fold(one.name) == fold(person.name)), person)

    def called(self, words: str, gender: str = "") -> tuple[Person, int] | None:
        """Who is called by a surname, and how many words of it; nobody where two are."""
        said = fold(words[:NEAR]).split()[:6]
        for length in range(len(said), 0, -1):
            called = self.endings.get(" ".join(said[:length]))
            if called and length == 1 and said[0] in self.shared:
                return None
            if called:
                found = [one for one in called if one.could_be(gender)]
                return (found[0], length) if len(found) == 1 else None
        return None

    def hear(self, sentence: Sentence, said: SpeechEvidence | None = None) -> None:
        """Keep in mind whom a sentence leaves one thinking of."""
        if said is not None or not self.goes_on_with(sentence, self.last.person):
            self.last.ago += 1
        others = [one.person for one in sentence.mentions]
        if said is not None:
            if said.person is None:
                self.last.forget()
            else:
                self.think_of(said.person, sentence, others, spoke=True)
        elif subject := self.subject(sentence):
            self.think_of(subject, sentence, others, spoke=False)
        elif self.begins_with_another(sentence):
            self.last.forget()
        else:
            rivals = [one.gender for one in others if not same(one, self.last.person)]
            self.last.rivals += [*rivals, *self.unnamed(self.past_subject(sentence))]

    def past_subject(self, sentence: Sentence) -> Sentence:
        """What a sentence says behind the words that mean who was spoken of before."""
        return sentence

    def rivals(self, sentence: Sentence) -> list[str]:
        """The genders of those without a name who could go on as well as who leads the sentence."""
        return self.unnamed(sentence)

    def think_of(
        self, person: Person, sentence: Sentence, others: list[Person], spoke: bool
    ) -> None:
        others = [one for one in others if not same(one, person)]
        rivals = [one.gender for one in others if one.surely or not spoke]
        rivals += self.rivals(sentence)
        self.last = Antecedent(person, sentence.paragraph, spoke, [], rivals)
        self.last.spoke_of_strangers = spoke and not all(one.surely for one in others)


def same(one: Person, other: Person | None) -> bool:
    return other is not None and fold(one.name) == fold(other.name)
