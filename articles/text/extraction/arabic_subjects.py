"""Whom an Arabic sentence is about: who is named at a place, is meant again, leads it, or is another."""

from __future__ import annotations

import re
from dataclasses import replace

from ..analysis.names import fold
from .arabic_antecedents import (
    anybody_at,
    apposed_behind,
    called_behind,
    is_plainly,
    kin_at,
    kin_before,
)
from .arabic_clauses import (
    FAR,
    honours_in,
    is_apposed,
    is_of_a_stranger,
    is_of_another,
    is_of_whom_he_met,
    subject_noun,
)
from .arabic_mentions import NO_SUBJECT
from .arabic_reported_clauses import ArabicReportedClauses
from .arabic_speech import (
    AGAIN,
    BEFORE_A_VERB,
    CIRCUMSTANCE,
    HIGH,
    HONOUR_BEFORE,
    HONOURED,
    HONOURED_BEFORE,
    OF_HIS,
    ON_WHOSE_BEHALF,
    ONE_OF,
    ONE_OF_THEM,
    OPENING,
    SHORTLY,
    THANKED,
    THANKS,
    TO_MANY,
    TO_US,
    TOPIC,
)
from .arabic_trailing_attribution import behind_kin
from .arabic_words import (
    BODIES,
    CITED,
    CLAUSE,
    COMMON,
    DOUBTFUL,
    LETTERS,
    STOP,
    VERBS,
    ArabicWord,
    bare_verb,
    is_perhaps_a_verb,
    tokens,
)
from .attribution import NEAR, PersonMention, Sentence
from .given_names import plain
from .people import FEMALE, MALE, Person


class ArabicSubjects(ArabicReportedClauses):
    """Who acts in a sentence, whether or not it says something."""

    def __init__(self, people: list[Person]) -> None:
        super().__init__(people)
        self.honours: dict[str, set[str]] = {}
        """With which honours somebody was introduced, by the name."""
        self.ranked: dict[str, list[Person]] = {}
        """Who was introduced with a rank of an army or of the police."""
        self.kin: dict[str, list[Person]] = {}
        """Who was introduced as somebody's kin, by the word for it."""

    def is_to_somebody(self, word: str) -> bool:
        """« وأضاف لوكالة الأنباء » names who is told, not who tells."""
        thing = (word[:1] in "بل" and word[1:] in COMMON) or word in TO_US | TO_MANY
        return thing or word.startswith(("لل", "بال", "لوكال", "لصحيف", "لقنا", "لموقع", "لاذاع"))

    def meant(self, sentence: Sentence, verb_end: int, gender: str, goes_on: bool) -> Person | None:
        """Who is meant by a verb without a subject: who leads its sentence, or the last one."""
        mentions = sentence.within(sentence.start, verb_end)
        if (noun := subject_noun(sentence, verb_end)) is not None:
            person = next((one.person for one in mentions if one.end == noun), None)
            return person if person and person.surely and person.could_be(gender) else None
        if is_of_a_stranger(sentence, verb_end) or is_of_whom_he_met(sentence, verb_end):
            return None
        if not mentions:
            if self.has_another_subject(sentence, verb_end):
                return None
            return self.last.meant(gender, sentence.paragraph, goes_on)
        subject = self.subject_before(sentence, verb_end) or self.one_of_them(sentence, verb_end)
        return subject if subject and subject.could_be(gender) else None

    def one_of_them(self, sentence: Sentence, verb_end: int) -> Person | None:
        """« أحدهم، سامر الغضبان، قال »."""
        last = sentence.within(sentence.start, verb_end)[-1]
        between = sentence.text[last.end : verb_end]
        beside = re.fullmatch(rf"\s*[،,]\s*[{LETTERS}]+", between)
        told = ONE_OF_THEM.search(sentence.text[sentence.start : last.start])
        return last.person if beside and told else None

    def mentions(self, text: str, introduced: list[Person]) -> list[PersonMention]:
        for one in introduced:
            self.keep_ranks(one, text)
            given = self.honours.setdefault(fold(one.name), set())
            given.update(honours_in(text[one.start : one.end]))
            before = HONOURED_BEFORE.search(text, max(0, one.start - HONOUR_BEFORE), one.start)
            given.update(honours_in(before[0]) if before else ())
            if kin := kin_before(text, one.start):
                bearers = self.kin.setdefault(kin, [])
                known = self.known(one)
                if known not in bearers:
                    bearers.append(known)
        return super().mentions(text, introduced)

    def keep_ranks(self, one: Person, text: str) -> None:
        """« قائد الفوج المقدم رامز الخوري » is « المقدم » from then on."""
        for token in tokens(text[max(0, one.start - HONOUR_BEFORE) : one.end]):
            if token.word in OF_AN_ARMY and fold(token.word) not in fold(one.name).split():
                bearers = self.ranked.setdefault(token.word, [])
                if not any(fold(each.name) == fold(one.name) for each in bearers):
                    bearers.append(self.known(one))

    def by_rank(self, sentence: Sentence, start: int) -> Person | None:
        """« شدّد المقدم. », where one alone has that rank, and no name follows."""
        words = tokens(sentence.text[start : start + NEAR])[:2]
        bearers = self.ranked.get(words[0].word, []) if words else []
        alone = len(words) < 2 or not words[1].beside or words[1].word in STOP | CLAUSE
        return bearers[0] if len(bearers) == 1 and alone else None

    def is_honoured(self, person: Person, honour: str) -> bool:
        """Whether an honour is this person's: « سموه » is of no doctor.

        Some are given to anybody, as long as nobody else was introduced with them.
        """
        holders = {name for name, given in self.honours.items() if honour in given}
        return fold(person.name) in holders or (not holders and honour not in HIGH)

    def named_at(self, sentence: Sentence, start: int) -> Person | None:
        if mention := sentence.at(start):
            return mention.person if mention.person.surely else None
        if self.last.spoke and AGAIN.match(sentence.text, start):
            return self.last.meant("", sentence.paragraph)
        if honoured := HONOURED.match(sentence.text, start):
            gender = FEMALE if honoured["who"] == "ها" else MALE
            person = self.last.meant(gender, sentence.paragraph)
            return person if person and self.is_honoured(person, honoured["honour"]) else None
        holder = self.holder(sentence.text[start : min(start + NEAR, sentence.end)])
        return holder or self.named_otherwise(sentence, start)

    def named_otherwise(self, sentence: Sentence, start: int) -> Person | None:
        """« أحد الناجين، وهو الطالب غيث », « مرافق السائق، منجي، », « الرجل », « الابنة »."""
        if ranked := self.by_rank(sentence, start):
            return ranked
        begins = behind_kin(sentence.text, start)
        if begins > start and (kin := sentence.at(begins)):
            return kin.person if is_plainly(sentence, kin) else None
        if behind := called_behind(sentence, start) or apposed_behind(sentence, start):
            return behind.person if is_plainly(sentence, behind) else None
        return self.meant_again(sentence, start)

    def meant_again(self, sentence: Sentence, start: int) -> Person | None:
        kin = kin_at(sentence.text, start)
        if kin and len(self.kin.get(kin, ())) == 1:
            return self.kin[kin][0]
        gender = anybody_at(sentence.text, start)
        person = self.last.meant(gender, sentence.paragraph) if gender else None
        return person if person and (person.gender or self.last.spoke) else None

    def is_verb(self, words: list[ArabicWord], at: int) -> bool:
        """A noun written like a verb stands after a preposition: « من أبرز »."""
        word, opens = words[at].word, at == 0 or not words[at].beside
        opens = opens or words[at - 1].word in BEFORE_A_VERB
        if word in DOUBTFUL and not opens:
            return False
        if is_to_come(words, at):
            return False
        before = "" if opens else words[at - 1].word
        return before not in {"من", "في", "عن", "الى", "الي", "على"}

    def cited(self, sentence: Sentence, at: int) -> Person | None:
        start = self.next_word(sentence.text, at)
        mention = next(
            (one for one in sentence.mentions if start <= one.start <= start + 1), None
        )  # « وفقا لمدير »: the preposition is of the word.
        if mention is None:
            return self.holder(sentence.text[start : min(start + NEAR, sentence.end)])
        # « بحسب محامي الوزير محمد العلوي »: he has no office of whom it is not sure.
        known = mention.person.surely or mention.person.position
        return mention.person if known else None

    def leads(self, sentence: Sentence, mention: PersonMention) -> bool:
        """Whether somebody stands first, or right after the verb of a sentence."""
        if mention.start - sentence.start > FAR or not is_plainly(sentence, mention):
            return False
        before = OPENING.sub("", sentence.text[sentence.start : mention.start])
        before = ON_WHOSE_BEHALF.sub(r"\1", SHORTLY.sub("", before))
        words = tokens(ONE_OF.sub("", CIRCUMSTANCE.sub("", before, count=1)))
        apposed = len(words) > 1 and is_apposed(sentence, mention, before)
        if not apposed and len(words) > 1 and bare_verb(words[0].word) in VERBS:
            # « وأوضح رئيس المصلحة، عميد الشرطة نور الدين، »
            apposed = is_apposed(sentence, mention, before[tokens(before)[0].end :])
        if apposed:
            words = words[:1]
        if len(words) > 1:
            return False
        if words and words[0].word.removeprefix("و") in THANKS:
            # « وشكر الوزير على الاستقبال »: he is the one who is thanked.
            return not THANKED.match(sentence.text, mention.end)
        return not words or is_perhaps_a_verb(words[0].word) or OF_HIS.search(before) is not None

    def subject(self, sentence: Sentence) -> Person | None:
        first = next(iter(sentence.mentions), None)
        return first.person if first and self.leads(sentence, first) else None

    def begins_with_another(self, sentence: Sentence) -> bool:
        text = OPENING.sub("", sentence.text[sentence.start : sentence.end])
        offset, words = sentence.end - len(text), tokens(text)
        if len(words) < 2:
            return False
        if words[0].word.removeprefix("و") in CITED:
            return self.cited(sentence, offset + words[0].end) is None
        for at, one in enumerate(words):
            if bare_verb(one.word) in VERBS and self.is_verb(words, at):
                return self.has_unknown_subject(sentence, offset + one.end)
        # « يشكو الرجل من المنظمات. »
        if any(self.meant_again(sentence, offset + one.start) for one in words[:2]):
            return False
        return is_of_another(words)

    def has_another_subject(self, sentence: Sentence, verb_end: int) -> bool:
        """« وندد الرئيس السويدي، كارل سكاو، بالقرار وقال »: who does the first does the second."""
        if verb_end - sentence.start > FAR or TOPIC.match(sentence.text, sentence.start):
            return True
        found = tokens(sentence.text[sentence.start : verb_end])
        so_far = replace(sentence, end=sentence.start + (found[-1].start if found else 0))
        first = tokens(OPENING.sub("", so_far.text[so_far.start : so_far.end]))[:1]
        acts = first and (first[0].definite or is_perhaps_a_verb(first[0].word))
        says = any(bare_verb(one.word) in VERBS for one in found[:-1])
        if any(is_act_of_a_body(found, at) for at in range(1, len(found))):
            return True
        return bool(acts or says) and self.begins_with_another(so_far)

    def has_unknown_subject(self, sentence: Sentence, verb_end: int) -> bool:
        """Whether a verb of speech is followed by somebody whom the text does not introduce."""
        start = self.next_word(sentence.text, verb_end)
        first = plain((sentence.text[start : min(start + 40, sentence.end)].split() or ["،"])[0])
        first = first.rstrip(":،,") or first
        if first in NO_SUBJECT or self.is_to_somebody(first) or first[:1] in ':"«“،,.':
            return False
        return self.named_at(sentence, start) is None


OF_AN_ARMY = frozenset(
    map(
        plain,
        "العقيد المقدم الرائد النقيب الملازم العميد اللواء الفريق الجنرال الرقيب المفوض القبطان".split(),
    )
)


def is_to_come(words: list[ArabicWord], at: int) -> bool:
    """« يرتقب أن يبلغ الإنتاج »: behind « that » a verb of now tells what is to be, and no speech."""
    before = words[at - 1].word if at and words[at].beside else ""
    return words[at].word[0] in "يتن" and before in BEFORE_WHAT_IS_TO_BE


BEFORE_WHAT_IS_TO_BE = frozenset(map(plain, "أن بأن لأن لن لم كي لكي سوف ألا".split()))


def is_act_of_a_body(words: list[ArabicWord], at: int) -> bool:
    """« ثبتت وكالة فيتش التصنيف، وأشارت إلى أن »: a body acts, and goes on to speak."""
    before = words[at - 1].word
    acts = before not in STOP | NO_SUBJECT and before[-1] == "ت" and is_perhaps_a_verb(before)
    body = words[at].word.removeprefix("ال") in BODIES and words[at].word.endswith("ه")
    return words[at].beside and acts and body and len(before) > 3
