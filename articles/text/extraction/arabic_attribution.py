"""How Arabic says whose words a quotation is: the verb comes first, then who speaks."""

from __future__ import annotations

import re
from dataclasses import replace

from ..analysis.names import fold
from .arabic_again import anybody_at, apposed_behind, called_behind, is_plainly, kin_at, kin_before
from .arabic_behind import behind_kin, named_behind
from .arabic_clauses import (
    FAR,
    are_anothers,
    goes_on_acting,
    had_been_said,
    honours_in,
    is_a_noun,
    is_apposed,
    is_called,
    is_called_so,
    is_of_a_stranger,
    is_of_another,
    is_of_whom_he_met,
    subject_noun,
)
from .arabic_frames import ArabicFrames
from .arabic_mentions import NO_SUBJECT
from .arabic_namings import KIN
from .arabic_speech import (
    ADVERB,
    AGAIN,
    BEFORE_A_VERB,
    CALLING,
    CIRCUMSTANCE,
    COLON,
    FAR_BACK,
    HIGH,
    HONOUR_BEFORE,
    HONOURED,
    HONOURED_BEFORE,
    IN_WHOSE_VIEW,
    LOOKS_BACK,
    MANNER,
    NOTHING,
    OF_HIS,
    ON_BEHALF,
    ON_WHOSE_BEHALF,
    ONE_MORE,
    ONE_OF,
    ONE_OF_THEM,
    OPENING,
    OTHERS_WORDS,
    QUOTED,
    SHORTLY,
    THANKED,
    THANKS,
    THROUGH,
    TO_MANY,
    TO_US,
    TO_WHOM,
    TOPIC,
    WITH_WORDS,
)
from .arabic_words import (
    CITED,
    CLAUSE,
    COMMON,
    DENIALS,
    DENYING,
    DOUBTFUL,
    GOES_ON,
    LETTERS,
    SAYING,
    VERBS,
    ArabicWord,
    bare_verb,
    is_perhaps_a_verb,
    title_of,
    tokens,
)
from .attribution import NEAR, PersonMention, Sentence, SpeechEvidence
from .given_names import plain
from .people import FEMALE, MALE, Person


class ArabicAttribution(ArabicFrames):
    def __init__(self, people: list[Person]) -> None:
        super().__init__(people)
        self.honours: dict[str, set[str]] = {}
        """With which honours somebody was introduced, by the name."""
        self.kin: dict[str, list[Person]] = {}
        """Who was introduced as somebody's kin, by the word for it."""

    def after(self, sentence: Sentence, end: int) -> SpeechEvidence | None:
        """« …، أوضح المحامي سفيان الطرابلسي »: the verb has no « و », which begins another clause."""
        if behind := named_behind(sentence, end):
            return SpeechEvidence(behind.person)
        found = re.compile(
            rf"\s*[»”\"]?\s*[،,]?\s*(?:(?:كما|على\s+حد|حسب|وفق)\s+)?([{LETTERS}]+)"
        ).match(sentence.text, end)
        if found is None or found.end() > sentence.end:
            return None
        word = plain(found[1])
        if word in CITED or word == "قول":
            return SpeechEvidence(
                self.named_at(sentence, self.next_word(sentence.text, found.end()))
            )
        comma = set("،,") & set(sentence.text[end : found.start(1)])
        doubtful = word not in VERBS or (word in DOUBTFUL and not comma)
        if doubtful or (comma and is_called_so(sentence, end)):
            return None
        return self.spoken(sentence, found.end(), word)

    def spoken(self, sentence: Sentence, verb_end: int, verb: str) -> SpeechEvidence:
        """Who speaks, by what stands after the verb, or whom a verb alone means."""
        said = self.told(sentence, verb_end, verb)
        return replace(said, denied=True) if verb in DENIALS else said

    def told(self, sentence: Sentence, verb_end: int, verb: str) -> SpeechEvidence:
        gender = VERBS[verb]
        if (acting := self.right_before(sentence, verb_end)) is not None:
            return SpeechEvidence(acting if acting.could_be(gender) else None)
        start = self.next_word(sentence.text, verb_end)
        first = re.compile(rf"[{LETTERS}]+").match(sentence.text, start)
        behind = self.behind_adverb(sentence, start)
        named = sentence.at(start) is not None  # « قالت آن-ماري » is no « قالت إن ».
        nobody = not named and (
            first is None or plain(first[0]) in NO_SUBJECT or self.says_how(sentence, start)
        )
        if behind == start and (nobody or self.is_to_somebody(plain(first[0]))):  # type: ignore[index]
            if (told := self.behind_whom(sentence, start)) is not None:
                return SpeechEvidence(told if told.could_be(gender) else None)
            goes_on = bare_verb(verb) in GOES_ON
            return SpeechEvidence(self.meant(sentence, verb_end, gender, goes_on))
        if verb in CALLING and (called := sentence.at(start)) and is_called(sentence, called.end):
            return SpeechEvidence()
        person = self.named_at(sentence, self.behind_adverb(sentence, start))
        return SpeechEvidence(person if person and person.could_be(gender) else None)

    def says_how(self, sentence: Sentence, start: int) -> bool:
        how = MANNER.match(sentence.text, start)
        return how is not None and not sentence.within(start, how.end())

    def behind_whom(self, sentence: Sentence, start: int) -> Person | None:
        """« صرح لوكالتنا المندوب سامي الحداد »: behind to whom it is said stands who says it."""
        whom = TO_WHOM.match(sentence.text, start)
        while whom is not None:
            if mention := sentence.at(whom.end()):
                return mention.person if mention.person.surely else None
            whom = ONE_MORE.match(sentence.text, whom.end())
        return None

    def right_before(self, sentence: Sentence, verb_end: int) -> Person | None:
        """« الشيخ عبدالله محفوظ ناشد الأهالي »: who leads a sentence, right before the verb."""
        for one in sentence.within(max(sentence.start, verb_end - NEAR), verb_end)[-1:]:
            first = NOTHING.fullmatch(sentence.text, sentence.start, one.start)
            words = tokens(sentence.text[one.end : verb_end]) if first else []
            if len(words) == 1 and not words[0].gap.strip() and one.person.surely:
                return one.person
        return None

    def behind_adverb(self, sentence: Sentence, start: int) -> int:
        adverb = ADVERB.match(sentence.text, start)
        is_one = adverb and sentence.at(start) is None and sentence.at(adverb.end())
        return adverb.end() if adverb and is_one else start

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

    def says_directly(self, before: str, words: int) -> bool:
        said = tokens(before)
        if before.rstrip(' «“"\u00a0').endswith(":") or not said:
            return True
        if before[said[-1].end :].strip(' «“"\u00a0،,ـ'):
            return False
        for between, one in enumerate(reversed(said[-3:])):
            if one.word in CLAUSE | SAYING or bare_verb(one.word) in VERBS:
                return between == 0 or words > 2
            if one.word in NO_SUBJECT or not one.beside:
                return False
        return False

    def before(
        self, sentence: Sentence, end: int, earlier: SpeechEvidence | None
    ) -> SpeechEvidence | None:
        if (told := self.before_colon(sentence, end)) is not None:
            return SpeechEvidence(told)
        return self.by_words_before(sentence, end, earlier)

    def by_words_before(
        self, sentence: Sentence, end: int, earlier: SpeechEvidence | None
    ) -> SpeechEvidence | None:
        begins = max(sentence.start, end - FAR_BACK)
        words = tokens(sentence.text[begins:end])
        near = sentence.text[max(sentence.start, end - NEAR) : end]
        for at in range(len(words) - 1, -1, -1):
            if OTHERS_WORDS.search(near):
                break
            told = self.by_word(sentence, words, at, begins, earlier)
            if told is not None:
                return told
            if are_anothers(words, at) or had_been_said(words, at):
                break
            if (said := self.by_verb(sentence, words, at, begins)) is not None:
                return said
        else:
            return self.by_any_verb(sentence, begins, end, words)
        return SpeechEvidence()

    def by_word(
        self,
        sentence: Sentence,
        words: list[ArabicWord],
        at: int,
        begins: int,
        earlier: SpeechEvidence | None,
    ) -> SpeechEvidence | None:
        """What a word that is no verb says: « بقوله », « مضيفا », « على لسان », « أخبرنا »."""
        word, start, stop = words[at].word, begins + words[at].start, begins + words[at].end
        if word in WITH_WORDS:
            said = self.with_words(sentence, word, start)
            return said if said.person or WITH_WORDS[word] else None
        viewer = sentence.at(self.next_word(sentence.text, stop))
        if word in IN_WHOSE_VIEW and viewer:
            return SpeechEvidence(viewer.person if viewer.person.surely else None)
        if (whom := self.said_to_somebody(sentence, words, at, stop)) is not None:
            return whom
        if word in SAYING and not is_a_noun(words, at):
            return self.saying(sentence, word, start, earlier)
        return None

    def by_verb(
        self, sentence: Sentence, words: list[ArabicWord], at: int, begins: int
    ) -> SpeechEvidence | None:
        word, stop = words[at].word, begins + words[at].end
        if bare_verb(word) in VERBS and self.is_verb(words, at):
            return self.spoken(sentence, stop, bare_verb(word))
        if word in CITED or word.removeprefix("و") in CITED:
            return SpeechEvidence(self.cited(sentence, stop))
        return None

    def before_colon(self, sentence: Sentence, end: int) -> Person | None:
        """« العقيد سالم الكثيري لـ«صوت الوادي»: "…" », « بقول الشاعر أحمد الصافي: "…" »."""
        last = sentence.within(max(sentence.start, end - NEAR), end)[-1:]
        for one in last:
            near = sentence.text[max(sentence.start, one.start - HONOUR_BEFORE) : one.start]
            first = NOTHING.fullmatch(sentence.text, sentence.start, one.start)
            if (first or QUOTED.search(near)) and one.person.surely:
                return one.person if COLON.fullmatch(sentence.text, one.end, end) else None
        return None

    def with_words(self, sentence: Sentence, word: str, start: int) -> SpeechEvidence:
        """« وثمن المدير الجهود بقوله »."""
        subject = self.subject_before(sentence, start)
        last = sentence.within(sentence.start, start)[-1:]
        between = tokens(sentence.text[last[0].end : start]) if last else []
        if any(one.word in KIN or title_of(one.word) for one in between):
            return SpeechEvidence()  # « واكتفى مساعده بالقول »
        said = subject if subject and subject.could_be(WITH_WORDS[word]) else None
        return SpeechEvidence(said)

    def is_verb(self, words: list[ArabicWord], at: int) -> bool:
        """A noun written like a verb stands after a preposition: « من أبرز »."""
        word, opens = words[at].word, at == 0 or not words[at].beside
        opens = opens or words[at - 1].word in BEFORE_A_VERB
        if word in DOUBTFUL and not opens:
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

    def looks_back(self, sentence: Sentence) -> Person | None:
        for one in sentence.mentions[:1]:
            lead = LOOKS_BACK.fullmatch(sentence.text, sentence.start, one.start)
            return one.person if lead and is_plainly(sentence, one) else None
        return None

    def saying(
        self, sentence: Sentence, word: str, start: int, earlier: SpeechEvidence | None
    ) -> SpeechEvidence:
        """« …، مضيفا »: who spoke or acted in the sentence goes on."""
        if word in {"قوله", "قولها", "تاكيده", "تاكيدها", "تصريحه", "تصريحها"}:
            return SpeechEvidence(self.said_of(sentence, start))
        if self.another_says(sentence, start):
            return SpeechEvidence()
        subject = self.subject_before(sentence, start)
        said = (
            earlier
            or (SpeechEvidence(subject) if subject else None)
            or self.before(sentence, start, None)
        )
        gender = FEMALE if word.endswith("ه") else MALE
        if said is None or said.person is None or not said.person.could_be(gender):
            return SpeechEvidence()
        return SpeechEvidence(said.person, denied=word in DENYING)

    def another_says(self, sentence: Sentence, at: int) -> bool:
        """« قال فلان إن الجسر جاهز، في حين علق سكاو قائلا »."""
        begins = max(sentence.start, at - FAR)
        words = tokens(sentence.text[begins:at])
        for number in range(len(words) - 1, -1, -1):
            if bare_verb(words[number].word) in VERBS and words[number].word != THROUGH:
                return self.has_unknown_subject(sentence, begins + words[number].end)
        return False

    def said_of(self, sentence: Sentence, at: int) -> Person | None:
        """« ونقلت الوكالة عن فلان قوله », « وأضاف فلان قوله », but « عن مستشار فلان قوله »."""
        for one in sentence.mentions:
            if one.end <= at and not sentence.text[one.end : at].strip(" ،"):
                before = tokens(sentence.text[sentence.start : one.start])
                verb = before[-1].word if before else ""
                told = not verb or verb in ON_BEHALF or bare_verb(verb) in VERBS
                return one.person if told and one.person.surely else None
        return None

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

    def reported(self, sentence: Sentence) -> tuple[str, SpeechEvidence] | None:
        return None

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

    def goes_on_with(self, sentence: Sentence, person: Person | None) -> bool:
        """« كما أوضح أن الأشغال انتهت. »."""
        text = OPENING.sub("", sentence.text[sentence.start : sentence.end])
        first = next(iter(tokens(text)), None)
        if first is None or person is None:
            return False
        offset = sentence.end - len(text)
        if any(self.meant_again(sentence, offset + one.start) for one in tokens(text)[:2]):
            return True
        if bare_verb(first.word) not in VERBS:
            return goes_on_acting(tokens(text[:FAR]), person)
        verb_end = sentence.end - len(text) + first.end
        gender = VERBS[bare_verb(first.word)]
        return person.could_be(gender) and not self.has_unknown_subject(sentence, verb_end)

    def has_another_subject(self, sentence: Sentence, verb_end: int) -> bool:
        """« وندد الرئيس السويدي، كارل سكاو، بالقرار وقال »: who does the first does the second."""
        if verb_end - sentence.start > FAR or TOPIC.match(sentence.text, sentence.start):
            return True
        found = tokens(sentence.text[sentence.start : verb_end])
        so_far = replace(sentence, end=sentence.start + (found[-1].start if found else 0))
        first = tokens(OPENING.sub("", so_far.text[so_far.start : so_far.end]))[:1]
        acts = first and (first[0].definite or is_perhaps_a_verb(first[0].word))
        says = any(bare_verb(one.word) in VERBS for one in found[:-1])
        return bool(acts or says) and self.begins_with_another(so_far)

    def has_unknown_subject(self, sentence: Sentence, verb_end: int) -> bool:
        """Whether a verb of speech is followed by somebody whom the text does not introduce."""
        start = self.next_word(sentence.text, verb_end)
        first = plain((sentence.text[start : min(start + 40, sentence.end)].split() or ["،"])[0])
        if first in NO_SUBJECT or self.is_to_somebody(first) or first[:1] in ':"«“،,.':
            return False
        return self.named_at(sentence, start) is None
