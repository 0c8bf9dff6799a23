"""Who French means by a pronoun, an office, an epithet, or by the subject that a verb has."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain

from ..analysis.names import fold
from ..vocabulary import NO_NAMES
from .attribution import NEAR, Antecedent, PersonMention, Sentence, SpeechEvidence, same
from .french_clauses import PASSIVE, VOICE
from .french_epithets import ACCUSED, EPITHET, OF_ANYBODY, gender_called, is_so_called
from .french_grammar import (
    AGAIN,
    AT_START,
    BEGINS_WITH_PRONOUN,
    BETWEEN,
    COURTESY,
    ENDED,
    EPITHET_ENDS,
    EPITHET_FIRST,
    FIRST_ALONE,
    FIRST_NAME,
    GENDERS,
    IN_BRACKETS,
    LAWYER,
    LEARNT_FROM,
    NOUN,
    NOUN_BEFORE,
    OFFICE_FIRST,
    OPENING,
    OTHERS_WORDS,
    PRONOUN,
    SAME,
    SAME_FIRST,
    SOURCE,
    STARTS_OTHERWISE,
    WHO,
)
from .french_mentions import BODY, COURTEOUS, SOMEBODY, FrenchMentions, gender_said
from .french_names import NAME, bare_name
from .french_people import DETERMINER, TITLED
from .people import FEMALE, MALE, Person

BEHIND_A_NOUN = re.compile(
    rf"{DETERMINER}(?:(?!(?:de|du|des|à|au|aux|et|ou|en|pour|par|que|qui|dont|chez|avec)\s)[a-zà-ÿœ-]{{3,}}\s){{1,4}}(?=[A-ZÀ-Þ])"
)
"""« Selon le sergent Karim Lahlou »: what he is, and nothing between."""
OFFICE_APPOSED = re.compile(
    rf"{DETERMINER}(?P<office>[a-zà-ÿœ][^,.;:«»()\n]{{4,110}})(?:\s\([A-Z]{{2,12}}\))?,\s{DETERMINER}(?P<noun>[a-zà-ÿœ-]{{3,}}\s)"
)
DEMONSTRATIVE = re.compile(r"(?:ce|cet|cette)\s[a-zà-ÿœ-]{4,}(?![\w-])")
AFTER_OPENING = re.compile(r"\s*(?:[A-ZÀ-Þ][^,.;:«»]{2,120},\s+)?")
"""« Interrogé par la présidente, l'accusé a évoqué »."""
_CHARGED = r"(?:accus[ée]e?|poursuivie?|jugée?|inculpée?|prévenue?|mise?\sen\sexamen)\s(?:de\s|d[’']|du\s|des\s|pour\s)"
_AGED = r"(?:,\s\d{1,3}\sans,?|\s\(\d{1,3}\sans\))?"
IS_ACCUSED = (
    re.compile(
        rf"(?:[Ll][’']accus[ée]e?|[Ll][ea]\s(?:prévenue?|suspecte?)),?\s(?P<name>{NAME.pattern})"
    ),
    re.compile(rf"(?P<name>{NAME.pattern}){_AGED},?\s(?:(?:est|était)\s)?{_CHARGED}"),
    re.compile(
        rf"(?P<name>{NAME.pattern}){_AGED},?\s(?:répond|répondait|comparaît|comparaissait|doit\srépondre)\s(?:de\s|d[’']|du\s|des\s|pour\s|depuis\s)"
    ),
    re.compile(
        rf"(?:[Pp]oursuivie?|[Jj]ugée?|[Aa]ccusée?)\s(?:pour|de|d[’'])\s?[^.;:«»]{{4,160}},\s(?P<name>{NAME.pattern})"
    ),
)
"""« l'accusé X », « X, 58 ans, est accusé de », « Poursuivi pour …, X », « X répond de »."""


class FrenchAntecedents(FrenchMentions):
    def __init__(self, people: list[Person]) -> None:
        super().__init__(people)
        self.lawyers: set[str] = set()
        """Who is called « Me »."""
        self.accused: list[Person] = []
        """Who is called so, once, beside a name: in a trial it is the same from then on."""
        self.nearest: tuple[Person | None, int] = (None, 0)
        """Who was named last in the sentence before, whom « celui-ci » means; in which paragraph."""

    def look_for_namesakes(self, text: str) -> None:
        super().look_for_namesakes(text)
        for found in chain.from_iterable(one.finditer(text) for one in IS_ACCUSED):
            called = self.called(bare_name(found["name"]))
            if called and called[0] not in self.accused:
                self.accused.append(called[0])

    def open(self, text: str, introduced: list[Person]) -> list[PersonMention]:
        mentions = super().open(text, introduced)
        self.keep_offices(text, mentions)
        for one in mentions:
            if LAWYER.match(text, one.start) or LAWYER.search(
                text[max(0, one.start - 12) : one.start]
            ):
                self.lawyers.add(one.person.name)
        return mentions

    def keep_offices(self, text: str, mentions: list[PersonMention]) -> None:
        """« le directeur de la Société, l'ingénieur X »: he has both offices."""
        begins = {one.start: one.person for one in mentions if one.person.surely}
        for found in OFFICE_APPOSED.finditer(text):
            person = begins.get(found.end()) or begins.get(found.start("noun"))
            title = TITLED.match(found["office"]) if person else None
            if person and title:
                head = fold(found["office"]).split()[0]
                holders = self.holders.setdefault(head, [])
                if not any(same(one, person) for one in holders):
                    holders.append(replace(person, position=found["office"], organization=None))

    def hear(self, sentence: Sentence, said: SpeechEvidence | None = None) -> None:
        super().hear(sentence, said)
        learnt = LEARNT_FROM.search(sentence.text, sentence.start, sentence.end)
        told = sentence.at(learnt.end()) if learnt else None
        if told and told.person.surely and said is None:
            self.last = Antecedent(told.person, sentence.paragraph, spoke=True)
        last = sentence.mentions[-1].person if sentence.mentions else None
        alone = last is not None and not self.unnamed(
            replace(sentence, start=sentence.mentions[-1].end)
        )
        self.nearest = (last if alone and last and last.surely else None, sentence.paragraph)

    def past_subject(self, sentence: Sentence) -> Sentence:
        noun = self.called_first(sentence, sentence.start)
        return replace(sentence, start=noun.end()) if noun else sentence

    def called_first(self, sentence: Sentence, start: int) -> re.Match[str] | None:
        """« L'élue veut agir »: who was spoken of, but « L'élu d'opposition » is another."""
        noun = EPITHET_FIRST.match(sentence.text, start)
        acts = noun and re.match(r"\s(?!d[’']|d[eu]s?\s)[a-zà-ÿ]", sentence.text[noun.end() :])
        return noun if noun and acts and self.called_again(noun, sentence) else None

    def rivals(self, sentence: Sentence) -> list[str]:
        return self.unnamed_by(sentence, TITLED, SOMEBODY)

    def think_of(
        self, person: Person, sentence: Sentence, others: list[Person], spoke: bool
    ) -> None:
        super().think_of(person, sentence, others, spoke)
        self.last.acts_on_a_body = bool(self.unnamed_by(sentence, BODY))

    def meant(self, pronoun: str, sentence: Sentence) -> Person | None:
        gender = GENDERS.get(pronoun.lower())
        return self.last.meant(gender, sentence.paragraph) if gender else None

    def named_at(self, sentence: Sentence, start: int) -> Person | None:
        """Who is named from there on: by name, as the same, or by the only office that fits."""
        if mention := sentence.at(start) or self.behind_determiner(sentence, start):
            return mention.person if mention.person.surely else None
        if alike := SAME.match(sentence.text, start):
            return self.the_same(alike["word"].lower(), sentence)
        if office := OFFICE_FIRST.match(sentence.text, start):
            determiner = re.match(DETERMINER, sentence.text[office.end() : office.end() + NEAR])
            mention = sentence.at(office.end()) or (
                # « la cheffe du service, la docteure Ines Ghorbel »
                sentence.at(office.end() + determiner.end()) if determiner else None
            )
            if mention and mention.person.surely and ENDED.match(sentence.text, mention.end):
                return mention.person
        if first := FIRST_ALONE.match(sentence.text, start):
            return self.called_by_first_name(first["word"])
        if (noun := BEHIND_A_NOUN.match(sentence.text, start)) and (
            mention := sentence.at(noun.end())
        ):
            return mention.person if mention.person.surely else None
        return self.holder(sentence.text[start : min(start + NEAR, sentence.end)])

    def behind_determiner(self, sentence: Sentence, start: int) -> PersonMention | None:
        """« …, explique le Pr Anicet Dossou »."""
        determiner = re.compile(DETERMINER).match(sentence.text, start)
        courtesy = COURTESY.match(sentence.text, determiner.end()) if determiner else None
        if determiner is None or courtesy is None:
            return None
        return sentence.at(determiner.end()) or sentence.at(courtesy.end())

    def left_to_speak(self, sentence: Sentence, before: str) -> Person | None:
        """« Le préfet, X, se fait plus diplomate. « … » »: of whom alone the sentence before told."""
        person = self.last.person
        if not before or person is None or self.last.paragraph != sentence.paragraph:
            return None
        if self.last.ago or self.last.rivals or self.last.beside or self.last.acts_on_a_body:
            return None
        return None if PASSIVE.search(before) or OTHERS_WORDS.search(before) else person

    def the_same(self, word: str, sentence: Sentence) -> Person | None:
        """« ce dernier » is who was named last, « l'intéressée » who was spoken of."""
        gender = FEMALE if word.startswith(("cette", "celle", "la")) else MALE
        gender = "" if word.endswith("source") or word.startswith("l") else gender
        last, paragraph = self.nearest
        if word.startswith("c") and last is not None:
            near = sentence.paragraph - paragraph <= 1
            return last if near and last.could_be(gender) else None
        spoke = self.last.spoke or word.startswith("c")
        return self.last.meant(gender, sentence.paragraph) if spoke else None

    def goes_on(self, sentence: Sentence, start: int) -> Person | None:
        """« …, a poursuivi la joueuse », in the paragraph of what she said before."""
        noun = NOUN.match(sentence.text, start)
        if noun is None or self.last.paragraph != sentence.paragraph or not self.last.spoke:
            return None
        rest = sentence.text[noun.end() : sentence.end]
        if re.match(r"\s*(?:[,.]|$)", rest) is None or BODY.match(noun[0]):
            return None
        person = self.last.meant(gender_said(noun[0].split()[0]), sentence.paragraph)
        return person if person and not self.last.rivals else None

    def by_epithet(self, sentence: Sentence, start: int) -> Person | None:
        """« …, a déploré la dame », « …, a tranché le technicien serbe »: who was last spoken of."""
        noun = EPITHET.match(sentence.text, start)
        if noun is None or not EPITHET_ENDS.match(sentence.text, noun.end("noun")):
            return None
        return self.called_again(noun, sentence)

    def by_demonstrative(self, sentence: Sentence, start: int) -> Person | None:
        """« …, confie cette veuve de 61 ans »: who was spoken of, and nobody else can be."""
        found = DEMONSTRATIVE.match(sentence.text, start)
        if found is None or self.last.ago or not SOMEBODY.match(found[0]):
            return None
        return self.last.meant(gender_said(found[0].split()[0]), sentence.paragraph)

    def called_again(self, noun: re.Match[str], sentence: Sentence) -> Person | None:
        """The one person last spoken of, where a noun can be said of them and of nobody beside."""
        if fold(noun["noun"]) in ACCUSED:
            return self.accused[0] if len(self.accused) == 1 else None
        person, gender = self.last.person, gender_called(noun["determiner"], noun["noun"])
        if person is None or sentence.paragraph - self.last.paragraph > 1:
            return None
        if self.last.ago > 1 or not person.could_be(gender):
            return None
        if not (
            is_so_called(noun["noun"], person)
            or self.is_a_lawyer(noun["noun"], person)
            or self.is_perhaps_so_called(noun["noun"], person, sentence)
        ):
            return None
        rivals = [*self.last.rivals, *self.last.beside]
        beside = any(not rival or not gender or rival == gender for rival in rivals)
        # A noun that tells what somebody does tells them from whoever does something else.
        return None if beside and not self.is_told_apart(noun["noun"], person) else person

    def is_perhaps_so_called(self, noun: str, person: Person, sentence: Sentence) -> bool:
        """« prévient le syndicaliste », right behind a sentence on somebody of whom no office is told."""
        if person.position or self.last.ago or self.last.rivals or self.last.beside:
            return False
        here = self.last.paragraph == sentence.paragraph
        return here and self.is_told_apart(noun, person)

    def is_told_apart(self, noun: str, person: Person) -> bool:
        """Whether a noun says what this person does, and nobody else of the text."""
        others = (one for one in self.people if not same(one, person))
        return fold(noun) not in OF_ANYBODY and not any(
            is_so_called(noun, one) or self.is_a_lawyer(noun, one) for one in others
        )

    def is_a_lawyer(self, noun: str, person: Person) -> bool:
        return noun in {"avocat", "avocate", "conseil", "pénaliste"} and person.name in self.lawyers

    def meant_again(self, sentence: Sentence) -> Person | None:
        """« Et d'ajouter : « … » »: who spoke goes on."""
        return self.last.meant("", sentence.paragraph, goes_on=True) if self.last.spoke else None

    def subject(self, sentence: Sentence) -> Person | None:
        if learnt := LEARNT_FROM.search(sentence.text, sentence.start, sentence.end):
            told = sentence.at(learnt.end())
            if told and told.person.surely:
                return told.person
        if same_one := SAME_FIRST.match(sentence.text, sentence.start, sentence.end):
            return self.the_same(same_one["word"].lower(), sentence)
        if accused := self.accused_first(sentence):
            return accused
        for mention in sentence.mentions:
            if self.leads(sentence, mention):
                return None if self.begins_with_another(sentence) else mention.person
        return None

    def accused_first(self, sentence: Sentence) -> Person | None:
        """« Interrogé par la présidente, l'accusé a évoqué »."""
        opened = AFTER_OPENING.match(sentence.text, sentence.start, sentence.end)
        again = self.called_first(sentence, opened.end()) if opened else None
        is_accused = again is not None and fold(again["noun"]) in ACCUSED
        return self.called_again(again, sentence) if again and is_accused else None

    def goes_on_with(self, sentence: Sentence, person: Person | None) -> bool:
        """« Il est venu à pied. »."""
        first = BEGINS_WITH_PRONOUN.match(sentence.text, sentence.start)
        if person is None or self.unnamed(
            replace(sentence, end=first.start(1) if first else sentence.start)
        ):
            return False
        if first is not None:
            return person.could_be(GENDERS[first[1].lower()])
        noun = EPITHET_FIRST.match(sentence.text, sentence.start)
        return noun is not None and self.called_again(noun, sentence) is not None

    def begins_with_another(self, sentence: Sentence) -> bool:
        words = sentence.text[sentence.start : sentence.end].lstrip()
        start = sentence.end - len(words)
        if first := sentence.at(start):
            return not first.person.surely
        if any(self.stands_first(sentence, one) for one in sentence.mentions):
            return not any(self.leads(sentence, one) for one in sentence.mentions)
        if source := SOURCE.match(words):
            return self.named_at(sentence, start + source.end()) is None
        if self.called_first(sentence, start):
            return False
        opening = OPENING.match(words)
        if any(is_somebody(words, at) for at in (0, opening.end() if opening else 0)):
            return True
        return bool(STARTS_OTHERWISE.match(words)) and self.holder(words) is None

    def leads(self, sentence: Sentence, mention: PersonMention) -> bool:
        """Whether somebody is named where a subject stands, and not after « contre » or « de »."""
        return mention.person.surely and self.stands_first(sentence, mention)

    def stands_first(self, sentence: Sentence, mention: PersonMention) -> bool:
        before = sentence.text[sentence.start : mention.start]
        if COURTEOUS.match(sentence.text, mention.start):
            before = NOUN_BEFORE.sub("", before)  # « L'opposante Me X »
        return bool(AT_START.search(before.rstrip() or ""))

    def office_before(self, words: str) -> Person | None:
        titles = [one for one in TITLED.finditer(words) if one["determiner"]]
        if not titles or not AT_START.search(words[: titles[-1].start()]):
            return None
        phrase = words[titles[-1].start() :]
        return None if "," in phrase else self.holder(phrase)

    def named_before(self, sentence: Sentence, verb: int) -> Person | None:
        mentions = sentence.within(sentence.start, verb)
        if not mentions:
            return None
        last = mentions[-1]
        gap = sentence.text[last.end : verb]
        if last.person.surely and WHO.fullmatch(gap):
            return last.person
        gap = IN_BRACKETS.sub(" ", gap, count=1)
        if BETWEEN.fullmatch(gap) and self.leads(sentence, last):
            return last.person
        return self.voice(sentence, verb)

    def voice(self, sentence: Sentence, verb: int) -> Person | None:
        """« L'association, par la voix de sa présidente X, dénonce »."""
        mentions = sentence.within(sentence.start, verb)
        names = {fold(one.person.name) for one in mentions}
        first = mentions[0]
        spoken = VOICE.search(sentence.text[sentence.start : first.start])
        gap = sentence.text[first.end : verb].strip()
        beside = not gap.strip(" ,") or gap.startswith((",", "et"))
        return (
            first.person if len(names) == 1 and spoken and beside and first.person.surely else None
        )

    def pronoun_before(self, sentence: Sentence, verb: int, pronoun: str) -> Person | None:
        mentions = sentence.within(sentence.start, verb)
        if not mentions:
            so_far = replace(sentence, end=verb)
            return None if self.begins_with_another(so_far) else self.meant(pronoun, sentence)
        subject, gender = self.subject_before(sentence, verb), GENDERS.get(pronoun.lower())
        return subject if subject and gender and subject.could_be(gender) else None

    def subject_of_verb(self, sentence: Sentence, verb: int) -> Person | None:
        """Who stands before a verb as its subject."""
        words = sentence.text[sentence.start : verb]
        if pronoun := PRONOUN.search(words):
            return self.pronoun_before(sentence, verb, pronoun["pronoun"])
        if named := self.named_before(sentence, verb):
            return named
        if re.search(r"(?<!\w)et\s*$", words):
            return self.subject_before(sentence, verb)
        if again := AGAIN.search(words):
            noun = again["noun"]
            return (
                self.called_again(again, sentence)
                if noun
                else self.the_same(again["word"].lower(), sentence)
            )
        return self.office_before(words)


def is_somebody(words: str, at: int) -> bool:
    """Whether who does what a sentence tells has one name only, or none."""
    alone = FIRST_NAME.match(words, at)
    if alone and alone["word"].lower() not in NO_NAMES:
        return True
    return SOMEBODY.match(words, at) is not None
