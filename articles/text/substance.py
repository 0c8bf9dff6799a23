"""Whether a changed text says something else, or says the same thing without a misprint.

A claim that a change is typographical is judged here. The rule is narrow on purpose: a few
words, each still nearly itself, and none of them a number, a name or a word on which the
sense turns. What falls outside it is not thereby wrong; it is said in public instead.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from .arabic import MARKS, PROCLITICS, fold
from .paragraphs import UNSEEN, paragraphs
from .words import COUNTED, DAYS, MONTHS, TURNING

FEW = 5
"""So many words of a text may be spelled anew, and so many signs set, for it to be misprints."""
SHORT = 5
"""A shorter word may differ by one letter, a longer one by two."""

# A number with its separators is one token; so is a word; each other sign stands alone.
TOKEN = re.compile(r"\d+(?:[.,٫٬ \u00a0\u202f]\d+)*|[^\W\d_]+|[^\w\s]|_")
SIGNS = str.maketrans("“”„‟″«»‘’‛ʼ،؛٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", '"""""""\'\'\'\',;01234567890123456789')
ENDS = frozenset('.!?؟…:"-–—\n')
WEIGHTY = frozenset('"?؟!%‰+±=<>/')
"""Signs that quote, ask, exclaim or count; money's are among the symbols."""
NUMBERS = COUNTED | MONTHS.keys() | DAYS


class Verdict(StrEnum):
    """What a change does, from the least on."""

    NONE = "none"
    """The same words: spaces, the shape of a mark, a vowel sign, a link."""
    SMALL = "small"
    """It may be typographical, if a person says so."""
    NUMBER = "number"
    NAME = "name"
    SENSE = "sense"
    WORDS = "words"
    """These four are substance, whatever a person says."""

    @property
    def is_substance(self) -> bool:
        return self not in {Verdict.NONE, Verdict.SMALL}


@dataclass(frozen=True)
class Token:
    """A word or a sign of a text, and whether a sentence begins with it."""

    text: str
    begins: bool

    @property
    def is_word(self) -> bool:
        return self.text[0].isalpha()

    @property
    def folded(self) -> str:
        return self.text.lower()


def tokens(texts: Iterable[str]) -> list[Token]:
    """The words and signs of paragraphs, without what no reader would call a difference."""
    found: list[Token] = []
    for paragraph in texts:
        begins = True
        plain = MARKS.sub("", UNSEEN.sub("", unicodedata.normalize("NFC", paragraph)))
        for text in TOKEN.findall(plain.translate(SIGNS)):
            found.append(Token(re.sub(r"\s", "", text), begins))
            begins = text in ENDS or (begins and not text[0].isalpha())
        found.append(Token("\n", begins=False))
    return found


def judge(before: str, after: str, names: Collection[str] = ()) -> Verdict:
    """What became of a text, plain or rich. ``names`` are those of whom and what it is about."""
    known = {word.folded for word in tokens(names) if len(word.text) > 2}
    old, new = paragraphs(before), paragraphs(after)
    worst, changed = Verdict.NONE, 0
    # Paragraphs that stayed are not compared word by word: a long text takes no time.
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        verdict, words = judge_passage(tokens(old[i1:i2]), tokens(new[j1:j2]), known)
        if verdict.is_substance:
            return verdict
        worst, changed = max(worst, verdict, key=list(Verdict).index), changed + words
    return Verdict.WORDS if changed > FEW else worst


def judge_passage(
    old: list[Token], new: list[Token], names: Collection[str]
) -> tuple[Verdict, int]:
    """What became of some paragraphs, and how many words and signs of them changed."""
    worst, changed = Verdict.NONE, 0
    matcher = SequenceMatcher(
        None, [one.text for one in old], [one.text for one in new], autojunk=False
    )
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            continue
        gone, come = old[i1:i2], new[j1:j2]
        beside = [*old[:i1][-1:], *old[i2:][:1]]
        worst, changed = judge_phrase(gone, come, names, beside), changed + max(i2 - i1, j2 - j1)
        if worst.is_substance:
            break
    return worst, changed


def judge_phrase(
    gone: list[Token],
    come: list[Token],
    names: Collection[str],
    beside: list[Token],
) -> Verdict:
    """One place where a text differs; ``beside`` it stood what still does."""
    # Where words were joined or parted by mistake, the letters are the same.
    if letters(gone) == letters(come) and any(one.is_word for one in gone):
        return meant(gone, come, names) or Verdict.SMALL
    if found := meant(gone, come, names):
        return found
    old_words = [one for one in gone if one.is_word]
    new_words = [one for one in come if one.is_word]
    if doubled(old_words, new_words, beside):
        return Verdict.SMALL
    if len(old_words) != len(new_words):
        return Verdict.WORDS
    pairs = zip(old_words, new_words, strict=True)
    return Verdict.SMALL if all(near(one, other) for one, other in pairs) else Verdict.WORDS


def meant(gone: Iterable[Token], come: Iterable[Token], names: Collection[str]) -> Verdict | None:
    """The first reason why these tokens, on either side, are no matter of spelling."""
    every = [*gone, *come]
    if any(is_number(one) for one in every):
        return Verdict.NUMBER
    if any(is_name(one, names) for one in every):
        return Verdict.NAME
    if any(one.text in WEIGHTY or without_proclitic(one, TURNING) for one in every):
        return Verdict.SENSE
    return None


def is_number(token: Token) -> bool:
    money = any(unicodedata.category(sign) == "Sc" for sign in token.text)
    return money or token.text[0].isdigit() or without_proclitic(token, NUMBERS)


def is_name(token: Token, names: Collection[str]) -> bool:
    """A word of a known name; or, where a script has capitals, one inside a sentence."""
    capital = token.text[:1].isupper() and not token.begins
    return capital or without_proclitic(token, names)


def without_proclitic(token: Token, words: Collection[str]) -> bool:
    """Whether a word is one of these, by itself or behind a letter that Arabic joins to it."""
    word = token.folded
    return word in words or (word[:1] in PROCLITICS and len(word) > 2 and word[1:] in words)


def letters(phrase: Iterable[Token]) -> str:
    return "".join(one.folded for one in phrase if one.text not in {"-", "'", "\n"})


def doubled(old: list[Token], new: list[Token], beside: list[Token]) -> bool:
    """Whether one word went that stood there twice in a row."""
    return len(old) == 1 and not new and old[0].folded in {one.folded for one in beside}


def near(one: Token, other: Token) -> bool:
    """Whether a word is another but for a misprint: « légal » is not « illégal »."""
    if plain(one.folded[0]) != plain(other.folded[0]):
        return False
    allowed = 1 if min(len(one.text), len(other.text)) < SHORT else 2
    return distance(one.folded, other.folded) <= allowed


def plain(letter: str) -> str:
    """A letter without its accent, an alef without its hamza."""
    return fold(unicodedata.normalize("NFD", letter)[0])


def distance(one: str, other: str) -> int:
    """How many letters are put in, taken out, replaced, or exchanged with their neighbour."""
    rows = [list(range(len(other) + 1))]
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, wanted in enumerate(other, 1):
            cost = min(rows[-1][j] + 1, row[j - 1] + 1, rows[-1][j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, rows[-2][j - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1]
