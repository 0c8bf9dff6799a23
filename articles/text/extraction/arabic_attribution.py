"""How Arabic says whose words a quotation is: the verb comes first, then who speaks."""

from __future__ import annotations

import re
from dataclasses import replace

from ..vocabulary import ARABIC
from .arabic_antecedents import is_plainly
from .arabic_clauses import (
    FAR,
    are_anothers,
    goes_on_acting,
    had_been_said,
    is_a_noun,
    is_called,
    is_called_so,
)
from .arabic_mentions import NO_SUBJECT
from .arabic_namings import KIN
from .arabic_speech import (
    ADVERB,
    CALLING,
    COLON,
    FAR_BACK,
    HONOUR_BEFORE,
    IN_WHOSE_VIEW,
    LOOKS_BACK,
    MANNER,
    NOTHING,
    ON_BEHALF,
    ONE_MORE,
    OPENING,
    OTHERS_WORDS,
    QUOTED,
    THROUGH,
    TO_WHOM,
    TOPIC,
    WITH_WORDS,
)
from .arabic_subjects import ArabicSubjects, is_to_come
from .arabic_trailing_attribution import named_behind
from .arabic_words import (
    CITED,
    CLAUSE,
    DENIALS,
    DENYING,
    DOUBTFUL,
    GOES_ON,
    LETTERS,
    SAYING,
    VERBS,
    ArabicWord,
    bare_verb,
    title_of,
    tokens,
)
from .attribution import NEAR, Antecedent, Sentence, SpeechEvidence
from .given_names import plain
from .people import FEMALE, MALE, Person

LEARNT_FROM = re.compile(
    r"(?:وفق|حسب|بحسب|على\s+حد|كما|وفقا\s+ل|حسب)\s*ما\s+(?:أفاد|صرح|ذكر|أكد|أوضح|أعلن|كشف|قال|نقل|أدلى)ت?\s+(?:به|بها|عنه|عنها)?\s*"
)
"""« وفق ما أفاد به »: who says it is named behind, and goes on."""
WHO_SAID = re.compile(
    rf"(?:[،,]\s*(?:وهو|وهي)\s[^.،,:]{{2,50}})?[،,]?\s*(?:الذي|التي)\s+(?P<verb>[{LETTERS}]+)\s"
)
DOES_SOMETHING = re.compile(
    rf"\s*[»”\"]?\s*[،,]\s*(?P<verb>[يت][{LETTERS}]{{2,7}})\s+(?P<name>[{LETTERS}]{{3,}})\s*(?=[.،,»]|$)"
)


class ArabicAttribution(ArabicSubjects):
    language = ARABIC

    def hear(self, sentence: Sentence, said: SpeechEvidence | None = None) -> None:
        super().hear(sentence, said)
        if said is None and (told := self.told_within(sentence)):
            self.last = Antecedent(told, sentence.paragraph, spoke=True)

    def told_within(self, sentence: Sentence) -> Person | None:
        """« وفق ما أفاد به المدير، فلان », « المتضررة فلانة، التي قالت إن »: who spoke, whatever leads."""
        learnt = LEARNT_FROM.search(sentence.text, sentence.start, sentence.end)
        after = sentence.within(learnt.end(), sentence.end) if learnt else []
        if after and learnt and after[0].start - learnt.end() < NEAR and after[0].person.surely:
            role = sentence.text[learnt.end() : after[0].start]
            return after[0].person if len(after) == 1 and role.count("،") < 2 else None
        for one in sentence.mentions:
            who = WHO_SAID.match(sentence.text, one.end, sentence.end)
            if who and bare_verb(plain(who["verb"])) in VERBS and is_plainly(sentence, one):
                return one.person
        return None

    def another_speaks(self, sentence: Sentence, at: int) -> bool:
        """« قال فلان إن الجسر جاهز، في حين علق سكاو قائلا »."""
        last = sentence.within(sentence.start, at)[-1:]
        begins = last[0].end if last else sentence.start
        begins = max(begins, sentence.text.rfind("،", begins, at))
        return self.another_says(replace(sentence, start=begins), at)

    def after(self, sentence: Sentence, end: int) -> SpeechEvidence | None:
        """« …، أوضح المحامي سفيان الطرابلسي »: the verb has no « و », which begins another clause."""
        if behind := named_behind(sentence, end):
            return SpeechEvidence(behind.person)
        if acting := self.called_behind(sentence, end):
            return SpeechEvidence(acting)
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

    def called_behind(self, sentence: Sentence, end: int) -> Person | None:
        """« …»، تضحك زهراء. »: whatever she does, the one who is called so."""
        found = DOES_SOMETHING.match(sentence.text, end)
        person = self.called_by_first_name(plain(found["name"])) if found else None
        gender = FEMALE if found and found["verb"][0] == "ت" else MALE
        return person if person and person.gender == gender else None

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
                if is_to_come(words, number):
                    continue
                if words[number].word[0] == "ف" and TOPIC.match(sentence.text, sentence.start):
                    return False  # « أما المدرب، سفيان حداد، فانتقد التحكيم قائلا »
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

    def reported(self, sentence: Sentence) -> tuple[str, SpeechEvidence] | None:
        return None

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
