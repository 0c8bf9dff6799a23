"""What became of a changed text: the same without a misprint, the same and more, or otherwise.

A claim that a change is typographical is judged here. The rule is narrow on purpose: a few
words, each still nearly itself, and none of them a number, a name or a word on which the
sense turns. Where sentences only came, what was said stands. Where a number, a name or somebody's
words are others now, or a name or such words are gone, that is a correction, whatever a person
calls it. A number or a day that is only gone need not have been wrong: who cut it says which.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import OSA

from ..analysis.arabic import MARKS, PROCLITICS, fold
from ..folding import SIGN_FOR_SIGN, UNSEEN
from ..numbers import SPACES
from ..richtext.paragraphs import paragraphs
from ..richtext.tokens import inside
from ..vocabulary import COUNTED, DAYS, MONTHS, TURNING
from .sequences import opcodes

FEW = 5
"""So many words of a text may be spelled anew, and so many signs set, for it to be misprints."""
SHORT = 5
"""A shorter word may differ by one letter, a longer one by two."""
ALIKE = 0.5
"""With so large a share of words in common, a sentence is another one, changed."""
MOST_TOKENS, MOST_PAIRS = 3_000, 40_000
"""What is written anew at greater length is weighed, not read word by word."""

# A number with its separators is one token; so is a word; each other sign stands alone.
TOKEN = re.compile(rf"\d+(?:[.,٫٬{SPACES}]\d+)*|[^\W\d_]+|[^\w\s]|_")
MARK, BREAK = '"', "\n"
ENDS = frozenset('.!?…:"-\n')
STOPS = frozenset(".!?…")
WEIGHTY = frozenset("?!%٪‰+±=<>/")
"""Signs that ask, exclaim or count; money's are among the symbols."""
NUMBERS = COUNTED | MONTHS.keys() | DAYS


class Verdict(StrEnum):
    """What a change does, from the least on."""

    NONE = "none"
    """The same words: spaces, the shape of a mark, a vowel sign, a link."""
    SMALL = "small"
    """It may be typographical, if a person says so."""
    ADDED = "added"
    """Sentences came, or stand elsewhere; what was said stands."""
    WORDS = "words"
    SENSE = "sense"
    NAME = "name"
    NUMBER = "number"
    QUOTE = "quote"
    """These three are corrections, whatever a person says."""

    @property
    def is_substance(self) -> bool:
        return self not in {Verdict.NONE, Verdict.SMALL}

    @property
    def insists(self) -> bool:
        return self in {Verdict.NAME, Verdict.NUMBER, Verdict.QUOTE}

    @property
    def weight(self) -> int:
        return list(Verdict).index(self)


def heaviest(verdicts: Iterable[Verdict]) -> Verdict:
    return max(verdicts, key=lambda one: one.weight, default=Verdict.NONE)


@dataclass(frozen=True)
class ComparedToken:
    """A word or a sign of a text, whether a sentence begins with it, whether it is quoted."""

    text: str
    begins: bool
    quoted: bool = False

    @property
    def is_token(self) -> bool:
        return self.text[0].isalpha()

    @property
    def folded(self) -> str:
        return self.text.lower()


type Sentence = tuple[ComparedToken, ...]
type Found = tuple[Verdict, int]
"""A verdict, and how many words and signs are spelled anew."""


def compared_tokens(
    texts: Iterable[str], spoken: Collection[str] | None = ()
) -> list[ComparedToken]:
    """The words and signs of paragraphs, without what no reader would call a difference.

    Args:
        spoken: the paragraphs that are somebody's words as a whole; ``None``: all of them.
    """
    found: list[ComparedToken] = []
    for paragraph in texts:
        begins, inside, whole = True, False, spoken is None or paragraph in spoken
        plain = MARKS.sub("", UNSEEN.sub("", unicodedata.normalize("NFC", paragraph)))
        plain = plain.replace("...", "…")
        for match in TOKEN.finditer(plain.translate(SIGN_FOR_SIGN)):
            text, quoted = match[0], whole or inside
            if text == MARK:
                sign = plain[match.start()]
                inside = sign == "«" or (sign != "»" and not inside)
            found.append(ComparedToken(re.sub(r"[\s٬]", "", text) or text, begins, quoted))
            begins = text in ENDS or (begins and not text[0].isalpha())
        found.append(ComparedToken(BREAK, begins=False))
    return found


def sentences(every: Iterable[ComparedToken]) -> list[Sentence]:
    """Tokens by sentences; the signs that close one are its own."""
    found: list[Sentence] = []
    current: list[ComparedToken] = []
    for token in every:
        closes = token.text in STOPS or (token.text == MARK and token.quoted)
        is_over = token.text == BREAK or (current and current[-1].text in STOPS and not closes)
        if is_over and current:
            found.append(tuple(current))
            current = []
        if token.text != BREAK:
            current.append(token)
    return [*found, tuple(current)] if current else found


def key(sentence: Iterable[ComparedToken]) -> tuple[str, ...]:
    return tuple(token.text for token in sentence)


def judge(
    before: str, after: str, names: Collection[str] = (), *, is_quotation: bool = False
) -> Verdict:
    """What became of a text, plain or rich.

    Args:
        names: those of whom and what it is about.
        is_quotation: whether the whole of it is somebody's words.
    """
    known = {word.folded for word in compared_tokens(names) if len(word.text) > 2}
    was, is_now = (
        compared_tokens(paragraphs(one), None if is_quotation else block_quotes(one))
        for one in (before, after)
    )
    blocks = differing_places(sentences(was), sentences(is_now))
    found = [judge_block(gone, come, known) for gone, come in blocks if gone or come]
    verdicts = [verdict for verdict, _changed in found]
    if len(found) < len(blocks):
        verdicts.append(Verdict.ADDED)
    if sum(changed for _verdict, changed in found) > FEW:
        verdicts.append(Verdict.WORDS)
    # Where one paragraph became two, its sentences are the same.
    is_laid_out_anew = not verdicts and key(was) != key(is_now)
    return Verdict.SMALL if is_laid_out_anew else heaviest(verdicts)


def block_quotes(rich_text: str) -> set[str]:
    return {one for quote in inside(rich_text, "blockquote") for one in paragraphs(quote)}


def differing_places(
    old: Sequence[Sentence], new: Sequence[Sentence]
) -> list[tuple[list[Sentence], list[Sentence]]]:
    """The places where sentences went and came; one that only stands elsewhere did neither.

    Sentences that stayed are not compared word by word: a long text takes no time.
    """
    blocks = [
        (list(old[i1:i2]), list(new[j1:j2]))
        for same, i1, i2, j1, j2 in opcodes([*map(key, old)], [*map(key, new)])
        if not same
    ]
    gone = Counter(key(one) for block in blocks for one in block[0])
    moved = gone & Counter(key(one) for block in blocks for one in block[1])
    for side in (0, 1):
        left = moved.copy()
        for block in blocks:
            for one in list(block[side]):
                if left[key(one)]:
                    left[key(one)] -= 1
                    block[side].remove(one)
    return blocks


def judge_block(gone: list[Sentence], come: list[Sentence], names: Collection[str]) -> Found:
    """What became of some sentences, told the way that takes the least to have changed."""
    old, new = ([token for one in side for token in one] for side in (gone, come))
    if len(gone) * len(come) > MOST_PAIRS or len(old) + len(new) > MOST_TOKENS:
        return weighed(old, new, names), 0
    as_a_whole = judge_passage(old, new, names)
    if not as_a_whole[0].is_substance:
        return as_a_whole
    pairs = aligned(gone, come)
    judged = [judge_passage(gone[i], come[j], names) for i, j in pairs]
    verdicts = [verdict for verdict, _changed in judged]
    kept, known = {i for i, _j in pairs}, {j for _i, j in pairs}
    came = [token for n, one in enumerate(come) if n not in known for token in one]
    verdicts += [missing_words(one, came, names) for n, one in enumerate(gone) if n not in kept]
    if came:
        verdicts.append(Verdict.ADDED)
    by_sentences = heaviest(verdicts), sum(changed for _verdict, changed in judged)
    return min(by_sentences, as_a_whole, key=lambda one: one[0].weight)


def weighed(old: list[ComparedToken], new: list[ComparedToken], names: Collection[str]) -> Verdict:
    """What is missing of a text that was written anew."""
    left = Counter(key(old)) - Counter(key(new))
    missing = [one for one in old if left[one.text]]
    fresh = Counter(key(new)) - Counter(key(old))
    return missing_words(missing, [one for one in new if fresh[one.text]], names)


def missing_words(
    gone: Sequence[ComparedToken], came: Sequence[ComparedToken], names: Collection[str]
) -> Verdict:
    """What is missing, be it that nothing came, or something else that is like none of it."""
    said = gone
    if not any(map(is_number, came)):
        said = [one for one in gone if not is_day(one)]
    if not said:
        return Verdict.WORDS
    # What came may stand for what went: a number among it is another number now.
    return meant(said, said if came else (), (), names) or (
        Verdict.QUOTE if any(one.quoted for one in said) else Verdict.WORDS
    )


def aligned(old: Sequence[Sentence], new: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Which sentence became which, in their order, by the words they have in common."""
    bags = [[{one.folded for one in sentence} for sentence in side] for side in (old, new)]
    best: list[list[float]] = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i, one in enumerate(bags[0], 1):
        for j, other in enumerate(bags[1], 1):
            likeness = len(one & other) / max(len(one), len(other))
            paired = best[i - 1][j - 1] + likeness if likeness >= ALIKE else 0.0
            best[i][j] = max(best[i - 1][j], best[i][j - 1], paired)
    pairs, i, j = [], len(old), len(new)
    while i and j:
        if best[i][j] == best[i - 1][j]:
            i -= 1
        elif best[i][j] == best[i][j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            pairs.append((i, j))
    return pairs


def judge_passage(
    old: Sequence[ComparedToken], new: Sequence[ComparedToken], names: Collection[str]
) -> Found:
    """What became of some words, and how many of them, and of their signs, changed."""
    verdicts, changed = [], 0
    for same, i1, i2, j1, j2 in opcodes(key(old), key(new)):
        if same:
            continue
        beside = [*old[:i1][-1:], *old[i2:][:1]]
        verdicts.append(judge_phrase(old[i1:i2], new[j1:j2], names, beside))
        changed += max(i2 - i1, j2 - j1)
    return heaviest(verdicts), changed


def judge_phrase(
    gone: Sequence[ComparedToken],
    come: Sequence[ComparedToken],
    names: Collection[str],
    beside: Sequence[ComparedToken],
) -> Verdict:
    """One place where a text differs; ``beside`` it stood what still does."""
    if found := meant(gone, come, beside, names):
        return found
    if is_small(gone, come, beside):
        return Verdict.SMALL
    quoted = any(one.quoted and one.is_token for one in gone)
    # Words of a quotation that is there already; a new one comes with its marks.
    put_in = any(one.quoted and one.is_token for one in come) and all(
        one.text != MARK for one in come
    )
    return Verdict.QUOTE if quoted or put_in else Verdict.WORDS


def is_small(
    gone: Sequence[ComparedToken], come: Sequence[ComparedToken], beside: Sequence[ComparedToken]
) -> bool:
    """Whether it may be a misprint that was put right."""
    # Where words were joined or parted by mistake, the letters are the same.
    if letters(gone) == letters(come) and any(one.is_token for one in gone):
        return True
    if any(is_number(one) for one in come):
        return False
    old_words = [one for one in gone if one.is_token]
    new_words = [one for one in come if one.is_token]
    if doubled(old_words, new_words, beside):
        return True
    if len(old_words) != len(new_words):
        return False
    return all(is_misprint_of(one, other) for one, other in zip(old_words, new_words, strict=True))


def meant(
    gone: Sequence[ComparedToken],
    come: Sequence[ComparedToken],
    beside: Iterable[ComparedToken],
    names: Collection[str],
) -> Verdict | None:
    """The first reason why these tokens, on either side, are no matter of spelling.

    What only came changes a number or a name where it stands beside one; so does a number that
    only went.
    """
    every = [*gone, *come]

    def changes(is_one: Callable[[ComparedToken], bool], by_itself: bool) -> bool:
        return any(map(is_one, every)) and (by_itself or any(map(is_one, beside)))

    if all(one.text == MARK for one in every) or any(one.text == MARK for one in gone):
        return Verdict.QUOTE
    # A day is said, or left out, or said in words: it is wrong where another one is there.
    is_replaced = any(map(is_number, gone)) and any(map(is_number, come))
    if changes(is_number if is_replaced else is_count, bool(gone and come)):
        return Verdict.NUMBER
    if changes(lambda one: is_name(one, names), bool(gone)):
        return Verdict.NAME
    if any(one.text in WEIGHTY or without_proclitic(one, TURNING) for one in every):
        return Verdict.SENSE
    return None


def is_number(token: ComparedToken) -> bool:
    money = any(unicodedata.category(sign) == "Sc" for sign in token.text)
    return money or token.text[0].isdigit() or without_proclitic(token, NUMBERS)


def is_day(token: ComparedToken) -> bool:
    return without_proclitic(token, DAYS)


def is_count(token: ComparedToken) -> bool:
    """Whether it says how many; a day or a month beside a number says of when it is."""
    return is_number(token) and not without_proclitic(token, DAYS | MONTHS.keys())


def is_name(token: ComparedToken, names: Collection[str]) -> bool:
    """A word of a known name; or, where a script has capitals, one inside a sentence."""
    capital = token.text[:1].isupper() and not token.begins
    return capital or without_proclitic(token, names)


def without_proclitic(token: ComparedToken, words: Collection[str]) -> bool:
    """Whether a word is one of these, by itself or behind a letter that Arabic joins to it."""
    word = token.folded
    return word in words or (word[:1] in PROCLITICS and len(word) > 2 and word[1:] in words)


def letters(phrase: Iterable[ComparedToken]) -> str:
    return "".join(one.folded for one in phrase if one.text not in {"-", "'", "\n"})


def doubled(
    old: Sequence[ComparedToken], new: Sequence[ComparedToken], beside: Sequence[ComparedToken]
) -> bool:
    """Whether one word went that stood there twice in a row."""
    return len(old) == 1 and not new and old[0].folded in {one.folded for one in beside}


def is_misprint_of(one: ComparedToken, other: ComparedToken) -> bool:
    """Whether a word is another but for a misprint: « légal » is not « illégal »."""
    if plain(one.folded[0]) != plain(other.folded[0]):
        return False
    allowed = 1 if min(len(one.text), len(other.text)) < SHORT else 2
    return OSA.distance(one.folded, other.folded, score_cutoff=allowed) <= allowed


def plain(letter: str) -> str:
    """A letter without its accent, an alef without its hamza."""
    return fold(unicodedata.normalize("NFD", letter)[0])
