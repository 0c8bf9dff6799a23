"""What wire copy quotes, and who said it: nobody, where no words beside it say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..analysis.names import fold
from ..vocabulary import ARABIC, TITLE_MAKERS, either
from .announced_speakers import announced_speakers
from .arabic_attribution import ArabicAttribution
from .arabic_marks import is_called_out, with_usual_marks
from .arabic_namings import without_marked_names
from .attribution import Attribution, Sentence, SpeechEvidence
from .focus import in_focus
from .french_attribution import FrenchAttribution
from .french_bynames import without_honours
from .french_people import is_in_capitals
from .full_names import by_whole_names, full_names
from .genders import genders_said
from .introductions import introductions
from .marks import with_whole_marks, without_hour
from .people import Person, merged

MARKS = (("«", "»"), ("“", "”"), ("„", "“"), ('"', '"'))
DIRECT = [
    re.compile(rf"{re.escape(a)}\s*([^{re.escape(a + b)}]{{2,1500}}?)\s*{re.escape(b)}")
    for a, b in MARKS
]
SENTENCE_END = re.compile(
    # First where a stop stands: what follows looks through all the space behind it.
    r"(?:(?<=[.!?؟…])|(?<=[.!?؟…][»”\"])|(?<=[.!?؟…]\s[»”\"]))"
    r"(?:(?<!\b[A-ZÀ-Þ]\.)|(?=\s+(?:(?:Le|La|Les|Il|Elle|Ils|Elles|On|Un|Une|Des|Ce|Cette|Ces|Son|Sa|Ses|Dans|Mais|En|Pour|Selon)(?!\w)|[LD][’']|[«“\"])))"
    r"(?<!(?<![\w\u064b-\u0652])[\u0621-\u064a]\.)(?<!\bM\.)(?<!\bDr\.)(?<!\bPr\.)(?<!\bMM\.)(?<!S\.E\.)\s+"
    r"(?=[A-ZÀ-Þ«“\"\u0621-\u064a])"
)
# What a round-up puts between its items.
RULE = re.compile(r"[\W_]*")
BULLET = re.compile(r"\s*(?:[-–—•▪*]|\d{1,2}[.)])\s+\S")
ITEM = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ’' -]{2,40}(?:\s*\([^)]*\))?\s*(?:[-–—]|:)\s"
    r"|[\u0621-\u0652]{2,15}(?:\s[\u0621-\u0652]{2,15})?\s*[-–—]{1,2}\s"
)
LONGEST, LONGEST_TEXT = 20_000, 100_000
"""Characters of a paragraph, and of a text, that are read: many times what any report has."""
BLANK = "·"
ENOUGH, SHORT, FEW = 8, 4, 2
"""Words that are a quotation wherever they stand; those that may be a name or a way of speaking,
unless a verb of speech is beside them; those that are a quotation if they stand alone."""
JOINED = 8
"""Words between two quotations of one sentence, after which a colon may open another's."""
BESIDE = 80
"""Characters before a mark among which stands what it is the name of."""
TITLED_THING = re.compile(
    rf"(?<!\w)[وف]?[بلك]?(?:ال|ل)?(?:{either(list(TITLE_MAKERS))})\W*$", re.IGNORECASE
)


SAYS_OF_SELF = re.compile(r"(?<!\w)(?:se\s|s[’'](?:est|était|en\s+est)\s)dite?\W*$")
"""« s'est dit « bouleversé » »: no name of a thing."""


DENIES = re.compile(
    r"(?:لا|لم|لن|ليست?|ما|قد|سوف|س[يتن][\u0621-\u064a]{2,}|[يت][\u0621-\u064a]{3,})\s|n[’']|ne\s|est\s"
)
SAYS_THAT = re.compile(
    r"(?<![\u0621-\u064a])ب?[إأا]ن\s+[\u0621-\u064a]+\W*$|(?:que|qu[’'])\s?(?:l[ea]s?\s|l[’'])?[\w-]+\W*$"
)
"""« أكدت أن المنصة «لا تعوض القسم» »: no platform is called so, a verb begins what is said of it."""
EXCERPTS = re.compile(
    r"(?<!\w)(?:(?:principaux\s|quelques\s|premiers\s)?(?:extraits|passages|verbatim|temps\sforts)|morceaux\schoisis)(?:\s[^.:«»]{0,60})?\s?[.:]\s*$",
    re.IGNORECASE,
)
"""« En voici les principaux passages. »"""
IN_THESE_WORDS = re.compile(
    r"(?<!thème)(?<!slogan)(?<!intitulé)(?<!intitulée)(?<=[a-zà-ÿ])\s?:\W*$"
)
"""« peinait à trouver ses mots : « … » »: behind a colon stands what is said, and no name."""


@dataclass(frozen=True)
class Quotation:
    """Words of somebody; ``speaker`` is nothing where the text does not say whose."""

    text: str
    speaker: str | None
    kind: str
    """``"direct"`` or ``"reported"``."""


class Reader:
    """Reads a text from its start: whom it introduces, what it quotes."""

    def __init__(self, paragraphs: list[str], language: str, above: Sequence[str] = ()) -> None:
        self.language = language
        paragraphs, self.is_cut = readable(paragraphs)
        self.paragraphs = [with_whole_marks(without_hour(one)) for one in paragraphs]
        if language == ARABIC:
            self.paragraphs = [
                without_marked_names(with_usual_marks(one)) for one in self.paragraphs
            ]
        else:
            self.paragraphs = [without_honours(one, direct) for one in self.paragraphs]
        self.introduced = introductions(self.paragraphs, language)
        self.people = merged([one for found in self.introduced for one in found])
        self.announced = announced_speakers(
            self.paragraphs, self.introduced, stands_alone, introductions([*above], language)
        )
        grammar = ArabicAttribution if language == ARABIC else FrenchAttribution
        self.attribution: Attribution = grammar(self.people)
        self.in_full = full_names(self.paragraphs, self.introduced)
        if self.in_full:
            self.people = by_whole_names(self.people, self.in_full)
        for one in [*above, *self.paragraphs]:
            self.attribution.look_for_namesakes(one)
        self.orator: Person | None = None
        """Whose speech a text gives passages of."""
        self.sentence_before = ""
        """What the sentence before told, within the same paragraph."""
        self.earlier: list[Sentence] = []
        """The sentences of the paragraph so far."""
        self.to_come: tuple[int, Person | None] = (-1, None)
        """The paragraph that ends in a colon, and whose words it says to follow below."""
        self.spoke_last: tuple[int, int, Person | None] = (-1, 0, None)
        """In which paragraph a sentence with a quotation ended, where, and whose it was."""

    def genders(self) -> dict[str, str]:
        """Of whom the text says plainly that she is a woman, or he a man."""
        return genders_said(self.paragraphs, self.introduced, self.people, self.language)

    def read(self) -> list[Quotation]:
        found: list[Quotation] = []
        for number, paragraph in enumerate(self.paragraphs):
            if begins_an_item(paragraph):
                self.attribution.new_item()
            elif is_heading(paragraph):
                self.attribution.last.forget()
            found += self.paragraph(number, paragraph)
        return [replace(one, speaker=self.named_in_full(one.speaker)) for one in found]

    def named_in_full(self, name: str | None) -> str | None:
        return self.in_full.get(name, name) if name else None

    def paragraph(self, number: int, paragraph: str) -> list[Quotation]:
        marks = direct(paragraph)
        flat = blanked(paragraph, marks)
        mentions = self.attribution.open(flat, self.introduced[number])
        found: list[Quotation] = []
        self.sentence_before, self.earlier = "", []
        if EXCERPTS.search(flat):
            named = {fold(one.person.name): one.person for one in mentions if one.person.surely}
            self.orator = next(iter(named.values())) if len(named) == 1 else None
        for start, end in sentences(flat):
            within = [one for one in mentions if start <= one.start < end]
            sentence = Sentence(flat, start, end, within, number)
            inside = [one for one in marks if start <= one.start() < end]
            if not inside and end == len(flat) and flat.rstrip().endswith(":"):
                said = self.attribution.before(sentence, end, None)
                self.to_come = number, said.speaker if said else None
            if inside:
                found += self.quoted(sentence, inside)
            else:
                if found and not re.search(r"\w", self.sentence_before):
                    found[-1] = self.claimed(found[-1], sentence)
                found += self.told(sentence, has_marks=bool(marks))
            self.sentence_before = flat[start:end]
            self.earlier.append(sentence)
        if any(one.speaker and self.orator and one.speaker != self.orator.name for one in found):
            self.orator = None  # others speak: it is no speech any more
        return [self.of_the_speech(one, flat, number) for one in found]

    def claimed(self, quotation: Quotation, sentence: Sentence) -> Quotation:
        """« « … » C'est la phrase que X a répétée »: by what the next sentence says of the words."""
        speaker = None if quotation.speaker else self.attribution.looks_back(sentence)
        return replace(quotation, speaker=speaker.name) if speaker else quotation

    def of_the_speech(self, quotation: Quotation, flat: str, number: int) -> Quotation:
        """« En voici les principaux passages. », and below nothing but words in marks."""
        speaker = self.announced.get(number) or self.orator
        if self.to_come[0] == number - 1:
            speaker = speaker or self.to_come[1]
        if quotation.speaker or speaker is None or re.search(r"\w", flat):
            return quotation
        return replace(quotation, speaker=speaker.name)

    def quoted(self, sentence: Sentence, marks: list[re.Match[str]]) -> Iterator[Quotation]:
        said: SpeechEvidence | None = None
        end = sentence.start
        heard = False
        for mark in marks:
            now = self.said_of(sentence, mark, end, said)
            if now is None and len(marks) == 1:
                now = self.going_on(sentence, mark)
            if now is not None or self.is_quotation(sentence, mark, len(marks)):
                words = mark[1].strip(" ,،.")
                speaker = now.speaker if now else None
                if speaker is None and not (now and now.denied):
                    speaker = in_focus(sentence, mark, self.earlier, self.attribution)
                    now = SpeechEvidence(speaker) if speaker else now
                yield Quotation(words, speaker.name if speaker else None, "direct")
                heard = True
            said, end = now or said, mark.end()
        said = said or (now if heard else None)
        self.spoke_last = (sentence.paragraph, sentence.end, said.speaker if said else None)
        self.attribution.hear(sentence, said or (SpeechEvidence() if heard else None))

    def going_on(self, sentence: Sentence, mark: re.Match[str]) -> SpeechEvidence | None:
        """« …, commente X, directeur. « … » »: nothing but more words, right behind who spoke."""
        paragraph, end, person = self.spoke_last
        around = (
            sentence.text[sentence.start : mark.start()] + sentence.text[mark.end() : sentence.end]
        )
        beside = paragraph == sentence.paragraph and not sentence.text[end : sentence.start].strip()
        if re.search(r"\w", around):
            return None
        if person is None or not beside:
            person = self.attribution.left_to_speak(sentence, self.sentence_before)
        return SpeechEvidence(person) if person else None

    def said_of(
        self,
        sentence: Sentence,
        mark: re.Match[str],
        earlier_end: int,
        earlier: SpeechEvidence | None,
    ) -> SpeechEvidence | None:
        before = sentence.text[sentence.start : mark.start()]
        if is_title(before, mark[1]):
            return None
        if after := self.attribution.after(sentence, mark.end()):
            return after if len(mark[1].split()) > 1 or after.person else None
        between = sentence.text[earlier_end : mark.start()].rstrip()
        goes_on = self.attribution.continues(between)
        far = between.endswith(":") and len(between.split()) > JOINED
        if earlier and far and not goes_on:
            return self.said_of_another(sentence, mark, earlier_end, earlier)
        if (earlier and goes_on) or (
            earlier
            and between.endswith((",", ":", "،"))
            and not self.attribution.before(
                Sentence(sentence.text, earlier_end, sentence.end, [], sentence.paragraph),
                mark.start(),
                None,
            )
        ):
            return earlier
        length = len(mark[1].split())
        near = max(sentence.start, mark.start() - self.attribution.near_a_mark)
        just_before = sentence.text[near : mark.start()]
        is_told = self.attribution.says_directly(just_before, length) or (
            # What begins with a capital is rather a name.
            mark[1][0].islower() and self.attribution.says_it_is(just_before)
        )
        if length <= SHORT and not is_told:
            return None
        return self.attribution.before(sentence, mark.start(), earlier)

    def said_of_another(
        self, sentence: Sentence, mark: re.Match[str], earlier_end: int, earlier: SpeechEvidence
    ) -> SpeechEvidence:
        """Whose words follow a colon far from an earlier quotation, by what stands between."""
        between = replace(
            sentence, start=earlier_end, mentions=sentence.within(earlier_end, sentence.end)
        )
        said = self.attribution.before(between, mark.start(), None)
        if said is None or said.person is None:
            return SpeechEvidence()
        named = [one.person for one in between.within(earlier_end, mark.start())]
        return said if said.person in named else earlier

    def is_quotation(self, sentence: Sentence, mark: re.Match[str], marks: int) -> bool:
        """Whether words that nobody is said to say are somebody's all the same, and no title."""
        words = len(mark[1].split())
        around = (
            sentence.text[sentence.start : mark.start()] + sentence.text[mark.end() : sentence.end]
        )
        alone = not re.search(r"\w", around)
        if self.language == ARABIC and words > FEW - 1:
            before = sentence.text[sentence.start : mark.start()]
            if is_called_out(before[-BESIDE:], words):
                return True
        return words >= ENOUGH or (alone and words >= FEW)

    def told(self, sentence: Sentence, has_marks: bool) -> Iterator[Quotation]:
        """What is told without marks: « …, a-t-il relevé »."""
        reported = self.attribution.reported(sentence)
        if reported is None:
            self.attribution.hear(sentence)
            return
        words, said = reported
        if said.person and not has_marks:
            yield Quotation(words, said.person.name, "reported")
        self.attribution.hear(without_words(sentence, words), said)


def without_words(sentence: Sentence, words: str) -> Sentence:
    """What a sentence says beside the words that it tells: who is named in them does not go on."""
    start = sentence.text.index(words, sentence.start) + len(words)
    return replace(sentence, start=start, mentions=sentence.within(start, sentence.end))


def readable(paragraphs: list[str]) -> tuple[list[str], bool]:
    """As much of a text as is read for who speaks in it, and whether that is not all."""
    kept: list[str] = []
    left = LONGEST_TEXT
    for paragraph in paragraphs:
        kept.append(paragraph[: min(LONGEST, left)])
        left -= len(kept[-1])
        if left <= 0:
            break
    return kept, sum(map(len, kept)) < sum(map(len, paragraphs))


def direct(paragraph: str) -> list[re.Match[str]]:
    """What stands in quotation marks; of one quotation within another, the outer."""
    # Which of an odd number of straight marks opens, nobody can tell.
    told = DIRECT[:-1] if paragraph.count('"') % 2 else DIRECT
    found = sorted(
        (match for mark in told for match in mark.finditer(paragraph)),
        key=lambda one: (one.start(), -one.end()),
    )
    kept: list[re.Match[str]] = []
    for match in found:
        if not kept or match.start() >= kept[-1].end():
            kept.append(match)
    return kept


def blanked(paragraph: str, marks: list[re.Match[str]]) -> str:
    """The paragraph without the words in quotation marks, every other one in its place."""
    flat = paragraph
    for mark in marks:
        inner = mark[1]
        kept = inner[-1] if inner[-1] in ".!?؟…" else BLANK
        start, end = mark.start(1), mark.end(1)
        flat = flat[:start] + BLANK * (len(inner) - 1) + kept + flat[end:]
    return flat


def stands_alone(paragraph: str) -> bool:
    """Whether nothing stands in a paragraph but words in marks."""
    marks = direct(paragraph)
    return bool(marks) and not re.search(r"\w", blanked(paragraph, marks))


def sentences(flat: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in SENTENCE_END.finditer(flat):
        yield start, end.start()
        start = end.end()
    yield start, len(flat)


def begins_an_item(paragraph: str) -> bool:
    """Whether a paragraph has nothing to do with the one before: it is an item of a round-up."""
    return bool(
        RULE.fullmatch(paragraph)
        or BULLET.match(paragraph)
        or ITEM.match(paragraph)
        or is_in_capitals(paragraph)
    )


def is_heading(paragraph: str) -> bool:
    return len(paragraph) < 100 and not paragraph.rstrip().endswith(
        (".", "!", "…", "»", "”", '"', ":", ",", "،")
    )


def is_title(before: str, words: str) -> bool:
    """« le film « Ali Zaoua » », « sous le thème « … » »: what something is called."""
    is_of_speech = SAYS_OF_SELF.search(before) or IN_THESE_WORDS.search(before[-BESIDE:])
    if DENIES.match(words) and len(words.split()) > SHORT and SAYS_THAT.search(before[-BESIDE:]):
        return False
    return not is_of_speech and bool(TITLED_THING.search(before[-BESIDE:]))


def unbalanced(text: str) -> bool:
    """Whether a quotation was opened and not closed, or the reverse."""
    pairs = (("«", "»"), ("“", "”"))
    return any(text.count(a) != text.count(b) for a, b in pairs) or text.count('"') % 2 == 1
