"""Whose words follow where no verb of speech says so: by the place of verb, subject and « that »."""

from __future__ import annotations

import re
from dataclasses import replace

from ..analysis.names import fold
from .arabic_mentions import ArabicMentions
from .arabic_speech import FEW_BEHIND, HEARD, OPENING, RELATIVE, TO_SOMEBODY
from .arabic_words import CLAUSE, VERBS, ArabicWord, title_of, tokens
from .attribution import PersonMention, Sentence, SpeechEvidence
from .people import Person

SHOWN = re.compile(
    r"(?<!\w)(?:كتب\s+علي|لافت|شعار|عنوان|مثل|آية|أغني|قصيد|بيت|نشيد|هتاف|بطاق|رسال|برقي|وثيق|نص\s|التالي|الآتي|ما\s+يلي|استقبل|تسلم|تلقى|قرأ|سمع)"
)
"""What is written, sung or read is another's."""
NEAR_COLON = 8
"""Words between who leads a sentence and the colon."""


class ArabicReportedClauses(ArabicMentions):
    def next_word(self, text: str, at: int) -> int:
        return at + len(re.match(r"\s*", text[at:])[0])  # type: ignore[index]

    def said_to_somebody(
        self, sentence: Sentence, words: list[ArabicWord], at: int, stop: int
    ) -> SpeechEvidence | None:
        """« أخبرنا المدير سامي الحداد أن », but « إن الوزير أخبره »: whoever told it, is not known."""
        word = words[at].word[1:] if words[at].word[:1] in "وف" else words[at].word
        bare = TO_SOMEBODY.sub("", word)
        if bare == word or bare not in VERBS or word in VERBS:
            return None
        if mention := sentence.at(self.next_word(sentence.text, stop)):
            known = mention.person.surely and mention.person.could_be(VERBS[bare])
            return SpeechEvidence(mention.person if known else None)
        refused = at > 0 and words[at - 1].word in {"لم", "لن", "لا", "ما"}
        told = not refused and any(one.word in CLAUSE for one in words[:at])
        return SpeechEvidence() if told else None

    def by_any_verb(
        self, sentence: Sentence, begins: int, end: int, words: list[ArabicWord]
    ) -> SpeechEvidence | None:
        """« وشكا المزارع سامي الحداد من أن », « وبين المهندس أن »: who leads, and « that »."""
        if led := self.led_to_colon(sentence, end):
            return SpeechEvidence(led)
        named = sentence.within(sentence.start, end)
        people = {fold(one.person.name) for one in named}
        if len(people) != 1 or not self.leads_plainly(sentence, named[0]):
            return None
        behind = [one for one in words if begins + one.start >= named[-1].end]
        that = next((n for n, one in enumerate(behind) if one.word in CLAUSE), None)
        others = any(title_of(one.word) or one.word in RELATIVE for one in behind)
        if that is None or that > FEW_BEHIND or others:
            return None
        return SpeechEvidence(named[0].person)

    def led_to_colon(self, sentence: Sentence, end: int) -> Person | None:
        """« ولم يخف المدير كريم الحلو قلقه: «…» », where nobody else is spoken of."""
        words = sentence.text[sentence.start : end].rstrip(' «“"\u00a0')
        if not words.endswith(":") or SHOWN.search(words):
            return None
        subject = self.subject_before(sentence, end)
        last = sentence.within(sentence.start, end)[-1:]
        if subject is None or self.unnamed(replace(sentence, start=last[0].end, end=end)):
            return None
        rest = tokens(sentence.text[last[0].end : end])
        if len(rest) > NEAR_COLON or any(one.word in RELATIVE for one in rest):
            return None
        return subject if last[0].person.surely else None

    def leads_plainly(self, sentence: Sentence, mention: PersonMention) -> bool:
        before = tokens(OPENING.sub("", sentence.text[sentence.start : mention.start]))
        if len(before) == 1 and before[0].word in {"وبين", "وبينت", "وبينا", "فبين"}:
            return mention.person.surely
        heard = any(one.word.removeprefix("و") in HEARD for one in before)
        return bool(before) and not heard and self.leads(sentence, mention)
