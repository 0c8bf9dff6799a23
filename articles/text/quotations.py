"""What wire copy quotes, and who said it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .names import fold
from .people import Person
from .words import ARABIC, ARABIC_SPEECH, FRENCH_SPEECH, either

MARKS = (("«", "»"), ("“", "”"), ("„", "“"), ('"', '"'))
DIRECT = [
    re.compile(rf"{re.escape(a)}\s*([^{re.escape(a + b)}]{{2,1500}}?)\s*{re.escape(b)}")
    for a, b in MARKS
]
_SPOKEN = either(FRENCH_SPEECH)
FRENCH_VERB = re.compile(
    rf"\b(?:a|ont|avait|avaient)(?:-t-(?:il|elle|on))?\s+(?:\w+ment\s+)?(?P<verb>{_SPOKEN})\b"
    r"|\b(?:selon|d[’']après)\b|\b(?:affirme|déclare|souligne|indique|explique|estime|précise)\b"
)
ARABIC_VERB = re.compile(
    rf"(?<![\u0621-\u064a])[وف]?(?:{either(ARABIC_SPEECH)})(?:ت|ا|وا)?(?![\u0621-\u064a])"
    r"|(?:مؤكدا|مشيرا|مضيفا|موضحا|مشددا|قائلا|مبرزا)ة?|(?<!\w)(?:وفق|حسب)\w*"
)
INCISE = re.compile(
    rf",\s+(?:a-t-(?P<pronoun>il|elle)\s+(?:\w+ment\s+)?(?:{_SPOKEN})"
    rf"|a\s+(?:{_SPOKEN})\s+(?P<who>[^,.]{{3,120}})|selon\s+(?P<after>[^,.]{{3,80}}))\s*[^.«»\"]{{0,80}}\.?$"
)
COURTEOUS = re.compile(r"\b(?:M|Mme|Mlle|Dr|Pr|MM)\.?\s+(?P<surname>[A-ZÀ-Þ][\w’' -]{1,30})")
ARABIC_COURTEOUS = re.compile(r"(?:السيدة?|الدكتورة?)\s+(?P<surname>[\u0621-\u064a]+)")
ROYAL = re.compile(r"\b(?:le\s+Souverain|le\s+Roi|SM\s+le\s+Roi)\b|جلالته|العاهل|جلالة\s+الملك")
ROYAL_POSITIONS = ("roi", "reine", "ملك")
SENTENCE_END = re.compile(r"(?<=[.!?؟])\s+(?=[A-ZÀ-Þ«“\"\u0621-\u064a])")


@dataclass(frozen=True)
class Quotation:
    """Words of somebody; ``speaker`` is nothing where the text does not say whose."""

    text: str
    speaker: str | None
    kind: str
    """``"direct"`` or ``"reported"``."""


class Reader:
    """Reads a text from its start, keeping in mind who spoke last."""

    def __init__(self, people: list[Person], language: str) -> None:
        self.people = people
        self.verb = ARABIC_VERB if language == ARABIC else FRENCH_VERB
        self.courteous = ARABIC_COURTEOUS if language == ARABIC else COURTEOUS
        self.last: Person | None = None

    def read(self, paragraphs: list[str]) -> list[Quotation]:
        found: list[Quotation] = []
        for paragraph in paragraphs:
            direct = [match for mark in DIRECT for match in mark.finditer(paragraph)]
            for match in sorted(direct, key=lambda one: one.start()):
                if quotation := self.direct(paragraph, match):
                    found.append(quotation)
            if not direct:
                found += self.reported(paragraph)
            self.last = self.referred(paragraph) or self.last
        return found

    def direct(self, paragraph: str, match: re.Match[str]) -> Quotation | None:
        words = match[1].strip(" ,،.")
        before = SENTENCE_END.split(paragraph[: match.start()])[-1]
        after = re.split(r"[.!?؟](?:\s|$)|[«“]", paragraph[match.end() :])[0][:200]
        spoken_after = self.verb.search(after[:40])
        spoken_before = self.verb.search(before)
        if not (spoken_after or spoken_before) and len(words.split()) < 8:
            return None
        speaker = None
        if spoken_after:
            speaker = self.referred(after) or self.referred(before) or self.last
        elif spoken_before or before.rstrip().endswith(":"):
            speaker = self.referred(before, nearest=True) or self.last
        elif not before.strip():
            # A paragraph that is all quotation goes on with who spoke before.
            speaker = self.last
        self.last = speaker or self.last
        return Quotation(words, speaker.name if speaker else None, "direct")

    def reported(self, paragraph: str) -> list[Quotation]:
        found = []
        for sentence in SENTENCE_END.split(paragraph):
            incise = INCISE.search(sentence)
            if incise is None:
                continue
            told = incise["who"] or incise["after"]
            speaker = self.referred(told) if told else self.last
            if speaker:
                self.last = speaker
                words = sentence[: incise.start()].strip(" ,")
                found.append(Quotation(words, speaker.name, "reported"))
        return found

    def referred(self, stretch: str, nearest: bool = False) -> Person | None:
        """Whom a stretch of text speaks of: by name, by surname, or by rank."""
        hits: list[tuple[int, Person]] = []
        for person in self.people:
            at = stretch.rfind(person.name)
            if at >= 0:
                hits.append((at, person))
        for match in self.courteous.finditer(stretch):
            surname = fold(match["surname"]).split()
            for person in self.people:
                if surname and person.surname in surname:
                    hits.append((match.start(), person))
        royal = [match.start() for match in ROYAL.finditer(stretch)]
        if royal:
            hits += [(royal[-1], one) for one in self.people if is_royal(one)]
        if not hits:
            return None
        return max(hits, key=lambda hit: hit[0])[1] if nearest else min(hits, key=lambda h: h[0])[1]


def is_royal(person: Person) -> bool:
    return bool(person.position) and fold(person.position or "").split()[0] in ROYAL_POSITIONS


def unbalanced(text: str) -> bool:
    """Whether a quotation was opened and not closed, or the reverse."""
    pairs = (("«", "»"), ("“", "”"))
    return any(text.count(a) != text.count(b) for a, b in pairs) or text.count('"') % 2 == 1
