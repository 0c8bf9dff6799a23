"""What stands behind a quotation in Arabic and says whose words it was, in whatever words."""

from __future__ import annotations

import re

from .arabic_antecedents import is_plainly
from .arabic_namings import KIN
from .arabic_shapes import ACT, is_accusative
from .arabic_words import (
    LETTERS,
    OF_NO_NAME,
    VERBS,
)
from .attribution import PersonMention, Sentence
from .given_names import plain
from .people import FEMALE, MALE

OPENS = r"\s*[»”\"]?\s*(?P<comma>[،,.]?)\s*"
SO_SAID = re.compile(
    rf"{OPENS}(?:(?:بهذه|بتلك)\s+[{LETTERS}]+|هكذا|هكذا\s+و?كما|كذلك|بذلك)\s+(?P<verb>[{LETTERS}]+)\s+(?:ذلك\s+|هذا\s+)?"
)
"""« …»، بهذه الكلمات لخص فلان »."""
SAID_THAT = re.compile(rf"{OPENS}(?P<verb>[{LETTERS}]+)\s+(?:ذلك|هذا)\s+")
"""« …»، قال ذلك فلان »."""
BY_WORDS_OF = re.compile(
    rf"{OPENS}(?:(?:على|و?بحسب|و?حسب|و?وفق|و?بتعبير)\s+)?(?:حد\s+)?(?:تعبير|قول|وصف|كلام|رواية|شهادة|تصريح|رأي)\s+"
)
"""« …»، على حد تعبير فلان », « …»، بحسب رواية فلان »."""
WORDS_ARE_OF = re.compile(rf"{OPENS}و?(?:الكلام|القول|الحديث|التعبير|العبارة)(?:\s+هنا)?\s+ل")
"""« …»، والكلام لفلان »."""
DOES = re.compile(rf"{OPENS}(?P<verb>[يت][{LETTERS}]{{2,7}})\s+")
"""« …»، يتنهد فلان »: whatever somebody does right behind what is said."""


def named_behind(sentence: Sentence, end: int) -> PersonMention | None:
    """Who is named where a quotation says whose words it was."""
    for pattern in (BY_WORDS_OF, SAID_THAT, SO_SAID):
        found = pattern.match(sentence.text, end)
        if found is None or found.end() > sentence.end:
            continue
        verb = found.groupdict().get("verb")
        mention = sentence.at(found.end())
        if mention and (verb is None or says(plain(verb))) and is_plainly(sentence, mention):
            return mention
    if found := WORDS_ARE_OF.match(sentence.text, end):
        near = [
            one
            for one in sentence.mentions
            if 0 <= one.start - found.end() <= 1 or (one.start == found.end() - 1)
        ]
        if near:
            return near[0]
    return who_acts_behind(sentence, end)


def says(word: str) -> bool:
    return word in VERBS


def who_acts_behind(sentence: Sentence, end: int) -> PersonMention | None:
    """« …»، يتذكر تلميذها عازف العود »: he or she, as the verb says, and nobody else."""
    found = DOES.match(sentence.text, end)
    begins = behind_kin(sentence.text, found.end()) if found else 0
    mention = sentence.at(begins) if found else None
    if found is None or mention is None or not is_plainly(sentence, mention):
        return None
    word = plain(found["verb"])
    if found["comma"] not in {"،", ","} or is_accusative(word) or word in OF_NO_NAME:
        return None
    gender = mention.person.gender
    if word[0] == "ت":
        return mention if gender == FEMALE and ACT.fullmatch(word) is None else None
    return mention if gender in {MALE, ""} else None


KIN_BEFORE = re.compile(rf"([{LETTERS}]+)\s*[،,]?\s+")


def behind_kin(text: str, at: int) -> int:
    """« يتذكر تلميذها إيلي »: behind the word for whose kin somebody is."""
    found = KIN_BEFORE.match(text, at)
    is_kin = found and plain(found[1]) in KIN and not found[1].endswith("ة")
    return found.end() if found and is_kin else at
