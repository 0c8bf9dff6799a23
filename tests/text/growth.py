"""How the time that a function takes grows with the text it is given."""

from __future__ import annotations

import gc
import importlib
import inspect
import os
import pkgutil
import re
import types
import typing
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date, tzinfo
from functools import cache
from time import thread_time
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import articles.text
from articles.text.analysis.analyzer import WordPosition
from articles.text.analysis.terms import Lexicon
from articles.text.comparison.alignment import Pair
from articles.text.extraction import arabic_words
from articles.text.extraction.attribution import Attribution, PersonMention, Sentence
from articles.text.extraction.people import Person
from articles.text.extraction.quotations import Quotation, Reader
from articles.text.folding import Level
from articles.text.numbers import Number
from articles.text.richtext.embeds import EmbedSite
from articles.text.richtext.inline_codes import Piece, pieces
from articles.text.richtext.rewriting import LinkedLine, Slot
from articles.text.richtext.segments import Segment, segments_of_body
from articles.text.richtext.tokens import Token
from articles.text.typography.conventions import ARABIC_INDIC, Conventions, conventions_for
from articles.text.typography.visible_text import Edit
from articles.text.vocabulary import ARABIC, FRENCH

# Spaces, marks, quotation marks, letters of both scripts, digits, addresses, tags: each of them,
# again and again, is a text that somebody can send.
SEEDS = [
    " ", "a ", "\u00a0", "\n", "\u202f!", "? ", " : ", "…", "...", ", ", "، ", "؟", "-", " – ", "(", "•",
    "«", "»", "« a ", "“", '"', ' "a', "'", "l'", "’a ", "a", "é", "ab ", "Aa ", "A.", "a-b", "م", "ال",
    "وال ", "مـ", "َ", "e\u0301", "1", "1 ", "12/", "3 et ", "٣.", "3 juillet ", "يوم 3 يوليوز ", "d'un ",
    "le roi ", "a dit ", "وقال ", "Aa Bb, ", "a@", "a.", "www.a", "https://a/", "#", "@a", "\u200f", "\u2068",
    "\u2068a\u2069", "\u202a", "aم", "C++ م", "<", "<p>", "<p>a</p>", "<strong>a ", "</p>", "<!--", '<a b="',
    "ancien ", "ex-", "M. ", "ministre ", "président de la ", "selon Jean Aa, ", "Aa Ben ", "lundi ", "conférence ",
    "السيد ", "الوزير ", "وزير ال", "أكد أن ", "بن ", "عبد ال", "مؤتمر ", "« a », a dit Jean Aa. ", "Rabat – ", "MAP - ",
    "0522 12 ", "36 828 ", "12-15 ", "-5 % ", "+212 (0) 5", "le 3 à 10h ", "embargo 3 ", "mot{} ", "M. Jean {}, ministre, a dit : « a {} ». ", "<p>a{}.</p>", "وقال محمد {} «ا». ",
    "A{} a dit, ", "<li>{} b", "{}. B", "<code>a", "&", "&amp;", "&#1", "\ud800", "\uffff", "<blockquote>", "<br>", "_", "\\", "|",
]  # fmt: skip
LEAST, MOST = 1_000, int(os.environ.get("GROWTH_LETTERS", "2000"))
"""Letters of the texts that are tried; with more of them more is found, in more time."""
FLOOR = 0.02
"""Seconds below which what is measured is the machine."""
AT_MOST = 3.0
"""What takes twice as long for twice the text is linear, four times quadratic."""
ATTEMPTS, HOPELESS = 6, 5.0
"""How often a function may try to be fast, and the seconds after which it need not try again."""

FRENCH_CONVENTIONS = conventions_for("fr", "Latn", rtl=False)
ARABIC_CONVENTIONS = conventions_for("ar", "Arab", rtl=True, digits=ARABIC_INDIC)


def lines_of(text: str) -> list[str]:
    return [text[start : start + 40] for start in range(0, len(text), 40)]


# How a parameter of each kind is made of a text. The last of two texts is another one.
MAKERS: dict[Any, Callable[[str], Any]] = {
    str: str,
    str | None: str,
    Callable[[str], str]: lambda _text: str,
    Callable[[str], bool]: lambda _text: bool,
    list[str]: lines_of,
    set[str]: lambda text: set(lines_of(text)),
    tuple[str, ...]: lambda text: tuple(lines_of(text)),
    Sequence[str]: lines_of,
    Iterable[str]: lines_of,
    Collection[str]: lines_of,
    Collection[str] | None: lines_of,
    object: lines_of,
    bool: lambda text: True,
    int: lambda text: 3,
    int | None: lambda text: 3,
    date: lambda text: date(2026, 11, 28),
    date | None: lambda text: date(2026, 11, 28),
    tzinfo: lambda text: ZoneInfo("Africa/Casablanca"),
    Conventions: lambda text: ARABIC_CONVENTIONS if "م" in text else FRENCH_CONVENTIONS,
    Level: lambda text: Level.TYPOGRAPHY,
    list[Piece]: pieces,
    Segment: lambda text: Segment("body", text),
    Segment | None: lambda text: Segment("body", text),
    Sequence[Segment]: segments_of_body,
    list[Segment]: segments_of_body,
    Iterable[Segment]: segments_of_body,
    dict[str, str]: lambda text: {one: one for one in lines_of(text)},
    frozenset[str]: lambda text: frozenset(lines_of(text)),
    list[arabic_words.ArabicWord]: arabic_words.tokens,
    Sequence[Pair]: lambda text: [Pair("body", one, one[::-1]) for one in lines_of(text)],
    Iterable[Slot]: lambda text: [Slot(0, None, one) for one in lines_of(text)],
}
# What is no text, but written in it at many places.
SIGNS: dict[str, Callable[[str], Any]] = {
    "parting": lambda text: "\n",
    "language": lambda text: (
        ARABIC if any("\u0621" <= sign <= "\u064a" for sign in text) else FRENCH
    ),
}
# What the text layer makes itself, and reads only after a function above has made it.
INNER = {
    Edit, LinkedLine, Number, Token, dict[int, int], list[Any], list[Edit], list[LinkedLine], list[WordPosition], list[int],
    list[dict[str, Any]], list[tuple[int, Segment]], re.Match[str], tuple[str, str],
    Person, list[Person], list[list[Person]], PersonMention, Sentence, arabic_words.ArabicWord, list[re.Match[str]], re.Match[str] | None,
    Callable[[str], list[re.Match[str]]], tuple[re.Pattern[str], ...],
    Attribution, list[PersonMention], Sequence[tuple[int, int, str]], arabic_words.ArabicWord | None, tuple[bool, bool], EmbedSite,
}  # fmt: skip


@cache
def changed(text: str) -> str:
    """Another text: every seventh sign is missing, and it ends otherwise."""
    return "".join(sign for place, sign in enumerate(text) if place % 7 != 3) + "z"


class Measured(NamedTuple):
    """A function, and what its parameters are made of."""

    name: str
    function: Callable[..., Any]
    makers: list[tuple[str, Callable[[str], Any]]]

    def seconds(self, text: str) -> float:
        """The processor's time for one call with a text, and for all that it returns."""
        forget()
        arguments, taken = {}, False
        for name, maker in self.makers:
            arguments[name] = maker(changed(text) if taken else text)
            taken = taken or maker in {str, lines_of, segments_of_body, pieces}
        gc.collect(0)
        gc.disable()
        start = thread_time()
        try:
            result = self.function(**arguments)
            if isinstance(result, Iterator):
                deque(result, maxlen=0)
        except (ValueError, KeyError, IndexError, TypeError, AttributeError):
            # What it refuses, it is not asked to read.
            pass
        finally:
            spent = thread_time() - start
            gc.enable()
        return spent


def modules() -> list[types.ModuleType]:
    found = pkgutil.walk_packages(articles.text.__path__, f"{articles.text.__name__}.")
    return [importlib.import_module(one.name) for one in found]


def functions() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every public function of the text layer, and every method of what is made of no text."""
    for module in modules():
        short = module.__name__.removeprefix("articles.text.")
        for name, value in vars(module).items():
            if name.startswith("_") or getattr(value, "__module__", "") != module.__name__:
                continue
            if inspect.isfunction(inspect.unwrap(value)):
                yield f"{short}.{name}", value
    for name, value in vars(Lexicon).items():
        if inspect.isfunction(value) and not name.startswith("_"):
            yield f"analysis.terms.Lexicon.{name}", getattr(lexicon(), name)
    yield "extraction.quotations.Reader", quotations


def quotations(paragraph: str, language: str) -> list[Quotation]:
    """Who speaks in a text of one paragraph, and of whom it says whether she is a woman."""
    reader = Reader([paragraph], language)
    reader.genders()
    return reader.read()


def lexicon() -> Lexicon[str]:
    known: Lexicon[str] = Lexicon()
    for term in ("roi a", "l’a", "ab", "مال", "a a a a a", "الأول"):
        known.add(term, term, inflected=True)
        known.add(term, f"{term}.", inflected=False)
    return known


def forget() -> None:
    """Empty what functions remember, so that each is measured as if it were called first."""
    for remembered in REMEMBERED:
        remembered.cache_clear()


REMEMBERED = [
    value
    for module in modules()
    for value in vars(module).values()
    if hasattr(value, "cache_clear")
]


def parameters(function: Callable[..., Any]) -> dict[str, Any]:
    """The parameters that a function must be given, each with its type."""
    bare = inspect.unwrap(function)
    generic = {one.__name__: str for one in (*bare.__type_params__, *Lexicon.__type_params__)}
    hints = typing.get_type_hints(bare, localns=generic)
    return {
        name: hints.get(name)
        for name, one in inspect.signature(function).parameters.items()
        if one.default is one.empty and one.kind not in {one.VAR_POSITIONAL, one.VAR_KEYWORD}
    }


def takes_text(function: Callable[..., Any]) -> bool:
    texts = {str, str | None, Segment, list[str], Sequence[str], Iterable[str], Sequence[Segment]}
    return any(hint in texts for hint in parameters(function).values())


def measured() -> list[Measured]:
    """The functions that take a text and nothing that only the text layer itself makes."""
    return [
        Measured(
            name, function, [(one, SIGNS.get(one, MAKERS[hint])) for one, hint in wanted.items()]
        )
        for name, function in functions()
        if takes_text(function)
        for wanted in [parameters(function)]
        if all(hint in MAKERS for hint in wanted.values())
    ]


def growth(one: Measured, seed: str) -> str:
    """How many times as long twice the text takes, as a sentence.

    Nothing, where it is too fast to be measured, or takes at most three times as long. What is
    told holds for the doubling after it as well: one alone may be the machine's.
    """
    for length in (LEAST, MOST):
        once = one.seconds(repeated(seed, length))
        if once >= FLOOR:
            break
    else:
        return ""
    twice = float("inf")
    for attempt in range(ATTEMPTS):
        if attempt:
            once = min(once, one.seconds(repeated(seed, length)))
        twice = min(twice, one.seconds(repeated(seed, length * 2)))
        if twice <= AT_MOST * once or twice < FLOOR:
            return ""
        if twice > HOPELESS:
            break
    else:
        if one.seconds(repeated(seed, length * 4)) <= AT_MOST * twice:
            return ""
    return f"{one.name}: {twice / once:.1f} times as long for twice {length} letters of {seed!r}"


@cache
def repeated(seed: str, length: int) -> str:
    """A seed so often that a text of it is so long; in place of ``{}`` another word each time."""
    times = length // len(seed) + 1
    if "{}" not in seed:
        return (seed * times)[:length]
    letters = "بتثحخدرس" if "محمد" in seed else "bcdfglmn"
    return "".join(seed.replace("{}", spelled(one, letters)) for one in range(times))[:length]


def spelled(number: int, letters: str) -> str:
    """A word of its own for each number."""
    return "".join(letters[int(digit)] for digit in f"{number:o}").capitalize()
