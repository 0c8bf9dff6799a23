"""Texts as words to search for: what stands there, what it comes back to, and where.

Unicode is UAX 15 and 29's: compatibility forms are one with what they stand for, words are
runs of letters and digits with their marks. Each word is taken by the customs of its own
script, so that Latin inside Arabic and the reverse are found as well.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from ..folding import latin_digits
from . import arabic, compounds, french, telephones
from . import day_terms as days

MARKED = r"\w\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
UNSEEN = "\u00ad\u200c-\u200f\u2060\ufeff"
"""What stands inside words unseen, as in copied text: where they may be broken, how they join,
which way they run (UAX 29, WB4)."""
LETTER = rf"[{MARKED}{UNSEEN}]"
"""One class and no choice of classes, which takes three times as long; ``spaced`` takes out the
low line that it lets in."""
GROUPS = r"(?<!\d)\d{1,3}(?:[ .,'’\u00a0\u2009\u202f٬٫]\d{3})+(?!\d)"
"""A number in groups of three figures, whatever parts them."""
GROUPED = re.compile(GROUPS)
BETWEEN = rf"[\u0640\u064b-\u0652{UNSEEN}]*"
BEFORE_NUMBER = (
    rf"(?:(?:[وف]{BETWEEN})?(?:ا{BETWEEN}ل|ل(?:{BETWEEN}ل)?|[بك](?:{BETWEEN}ا{BETWEEN}ل)?)|[وف])"
    rf"{BETWEEN}(?=\d)|(?:[cdjlmnstCDJLMNST]|[qQ][uU])['’ʼ](?=\d)"
)
"""What a language writes as one with a number: « و36 828 », « بـ3 », « d’11 500 »."""
JOINED_TO_NUMBER = re.compile(BEFORE_NUMBER)
TOKEN = re.compile(
    rf"(?:{BEFORE_NUMBER})?(?:{GROUPS}|"
    r"\d{1,4}(?:\.\d{1,2}\.|/\d{1,2}/|-\d{1,2}-)\d{2,4}(?!\d))"  # 4.07.2024
    r"|(?:[^\W\d_]\.){2,}[^\W\d_]?(?![^\W_])"  # O.N.U.
    rf"|[{MARKED}]{LETTER}*(?:['’ʼ]{LETTER}+)*"
)
RUN = re.compile(r"\d+|\D+")
UNSEEN_LETTERS = re.compile(f"[{UNSEEN}]")
ARABIC_LETTER = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
LONGEST = 64
"""Letters of a word that are looked at; nobody types more."""


class Word(NamedTuple):
    """One word: how it is compared, and what else it may be found by."""

    text: str
    stems: tuple[str, ...]

    @property
    def terms(self) -> tuple[str, ...]:
        return (self.text, *self.stems)


class WordPosition(NamedTuple):
    """A word where it stands in a text."""

    word: Word
    start: int
    end: int


@lru_cache(maxsize=250_000)
def analysed(token: str) -> Word:
    """One word as it is written; the empty word for what holds no letter."""
    token = latin_digits(unicodedata.normalize("NFKC", UNSEEN_LETTERS.sub("", token)[:LONGEST]))
    if joined := JOINED_TO_NUMBER.match(token):
        token = token[joined.end() :]
    if GROUPED.fullmatch(token):
        groups = re.findall(r"\d+", token)
        return Word("".join(groups).lstrip("0") or "0", tuple(groups))
    if "." in token or "/" in token or "-" in token:
        return dotted(token)
    if ARABIC_LETTER.search(token):
        folded = re.sub(r"[\W_]", "", arabic.fold(token.casefold()))
        if not folded:
            return Word("", ())
        return Word(folded, runs(folded) or with_month(folded, arabic.stems(folded)))
    lower = french.without_elision(token.casefold().replace("’", "'").replace("ʼ", "'"))
    folded = re.sub(r"[\W_]", "", french.fold(lower))
    if not folded or not folded.isalpha():
        # « 04 » is 4, and « 007 » is whoever it is.
        number = folded.lstrip("0") if folded.isdigit() else ""
        number = telephones.term_of_figures(number) or number
        return Word(folded, (number,) if number and number != folded else runs(folded))
    return Word(folded, with_month(folded, french.stems(lower)))


def with_month(word: str, stems: tuple[str, ...]) -> tuple[str, ...]:
    """The stems of a word; of a month's name also what it is in every language."""
    month = days.month_term(word)
    return (*stems, month) if month else stems


def runs(word: str) -> tuple[str, ...]:
    """The letters and the figures of « covid19 », « G20 » and « ariane6 »; nothing of other words."""
    found = RUN.findall(word)
    return tuple(found) if len(found) > 1 else ()


def dotted(token: str) -> Word:
    """Initials as the word they make; a date in figures as its day."""
    parts = re.split(r"[./-]", token)
    if not parts[0].isdigit():
        joined = "".join(parts)
        return analysed(joined) if joined else Word("", ())
    if len(parts[0]) == 4:
        parts.reverse()
    numbers = [int(part) for part in parts]
    day, month, year = numbers
    plain = tuple(str(number) for number in numbers)
    try:
        first, *others = days.terms_of(date(year if year > 99 else 2000 + year, month, day))
    except ValueError:
        return Word("".join(parts), plain)
    return Word(first, (*others, *plain))


def spaced(text: str) -> str:
    """The text with its low lines as spaces, each letter where it was."""
    return text.replace("_", " ")


def joined_numbers(text: str) -> str:
    """A text with its numbers in groups as one figure after the other: 12500 for « 12 500 »."""
    return GROUPED.sub(lambda found: re.sub(r"\D", "", found[0]), text)


def words(text: str) -> Iterator[Word]:
    """The words of a text, in order."""
    for found in TOKEN.finditer(spaced(text)):
        word = analysed(found[0])
        if word.text:
            yield word


def places(text: str) -> Iterator[WordPosition]:
    """The words of a text, and where each stands."""
    for found in TOKEN.finditer(spaced(text)):
        word = analysed(found[0])
        if word.text:
            yield WordPosition(word, found.start(), found.end())


def is_stop_word(word: str) -> bool:
    return word in french.STOP_WORDS or word in arabic.STOP_WORDS


def terms_of_compounds(text: str) -> Iterator[str]:
    """What finds a text by words that it writes apart, and others as one: Benkirane."""
    for compound in compounds.joined_compounds(spaced(text)):
        yield from analysed(compound).terms


class Analysis(NamedTuple):
    """A text for the index: its words in order, and what else finds it."""

    words: list[str]
    stems: list[str]
    written: dict[str, str]
    """How each word is written where it first stands."""


def analyse(text: str, near: date | None = None, most: int = 30_000) -> Analysis:
    """A text for the index.

    Args:
        near: when it was written, for days without a year.
        most: words that are read.
    """
    tokens = TOKEN.findall(spaced(text))[:most]
    found = list(map(analysed, tokens))
    texts = [word.text for word in found if word.text]
    # Backwards, so that the first writing stays.
    written = {
        word.text: token for word, token in zip(reversed(found), reversed(tokens), strict=True)
    }
    written.pop("", None)
    stems = dict.fromkeys(chain.from_iterable(word.stems for word in found))
    stems.update(dict.fromkeys(terms_of_compounds(text)))
    if not days.HEADS.isdisjoint(texts):
        stems.update(dict.fromkeys(days.day_terms(text, near)))
    stems.update(dict.fromkeys(telephones.terms(text)))
    return Analysis(texts, [stem for stem in stems if stem not in written], written)


def highlight_matches(text: str, terms: Iterable[str]) -> list[tuple[str, bool]]:
    """A text in pieces, each with whether it is a word that one of the terms finds."""
    wanted = set(terms)
    # Not by ``places``: a page of results looks at some ten thousand words.
    found = [
        one.span()
        for one in TOKEN.finditer(spaced(text))
        if (word := analysed(one[0])).text
        and (word.text in wanted or not wanted.isdisjoint(word.stems))
    ]
    written_apart = [*days.stretches(text, wanted), *telephones.stretches(text, wanted)]
    pieces: list[tuple[str, bool]] = []
    last = 0
    for start, end in sorted([*found, *written_apart]):
        if start > last:
            pieces.append((text[last:start], False))
        if end > last:
            pieces.append((text[max(start, last) : end], True))
        last = max(last, end)
    if last < len(text):
        pieces.append((text[last:], False))
    return pieces
