"""What a person typed, as parts: words, "exact phrases", -exclusions, beginnings*, field:values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from django.utils import translation
from django.utils.translation import pgettext_lazy

from articles.languages import Language
from articles.text.analysis.analyzer import (
    UNSEEN_LETTERS,
    Word,
    analysed,
    is_stop_word,
    joined_numbers,
    words,
)
from articles.text.analysis.arabic import is_article
from articles.text.analysis.day_terms import with_days_as_terms

LONGEST = 300
"""Characters of a query that are read."""
MOST_WORDS = 12
QUOTED = r'"[^"]*"|«[^»]*»|“[^”]*”|„[^“”]*[“”]'
ASIDE = re.compile(r"(?<!\S)-(?=[^\W\d])(?=[^\"«»]*?[^\W_]-(?!\w))")
"""The dash before words -as these are- that another one ends: it excludes nothing."""
PART = re.compile(
    rf"(?P<minus>(?<!\S)-(?!\d))?(?:(?P<field>[^\W\d_]+)[:：])?"
    rf"(?:(?P<quoted>{QUOTED})|(?P<bare>[^\s\"«»“”„]+))"
)
BETWEEN = re.compile("[\x00-\x1f\x7f\u200b\u202a-\u202e\u2061-\u2069]")
"""What is not seen and stands between words."""

# What a reader may write before a colon, in each language.
FIELDS = {
    "speaker": pgettext_lazy("search field", "by"),
    "organization": pgettext_lazy("search field", "organization"),
    "topic": pgettext_lazy("search field", "topic"),
    "event": pgettext_lazy("search field", "event"),
    "source": pgettext_lazy("search field", "source"),
    "date": pgettext_lazy("search field", "date"),
}
ALSO_CALLED = {"topic": pgettext_lazy("search field", "subject")}
"""What is also understood, beside what help and filters say."""


@cache
def field_names() -> dict[str, str]:
    """The fields by what any language calls them, folded."""
    names = {name: name for name in FIELDS}
    for language in Language.all():
        with translation.override(language.code):
            called = [*ALSO_CALLED.items(), *FIELDS.items()]
            names |= {analysed(str(word)).text: name for name, word in called}
    return names


@dataclass(frozen=True)
class QueryPart:
    """A word, or a run of words that must stand together."""

    words: tuple[Word, ...]
    is_phrase: bool = False
    is_excluded: bool = False
    is_beginning: bool = False


@dataclass(frozen=True)
class Query:
    """A whole query."""

    text: str
    parts: list[QueryPart] = field(default_factory=list)
    fields: list[tuple[str, str]] = field(default_factory=list)

    @property
    def wanted(self) -> list[QueryPart]:
        """What must be there; words that stand in every text only where there is nothing else."""
        asked = [part for part in self.parts if not part.is_excluded]
        telling = [part for part in asked if part.is_phrase or not is_stop_word(part.words[0].text)]
        return telling or asked

    @property
    def excluded(self) -> list[QueryPart]:
        return [part for part in self.parts if part.is_excluded]


def parse_query(typed: str, as_you_type: bool = False) -> Query:
    """Take a query apart; whatever is typed is a query.

    Args:
        typed: as it came.
        as_you_type: the last word is not finished yet.
    """
    seen = BETWEEN.sub(" ", UNSEEN_LETTERS.sub("", typed[: LONGEST * 4]))
    text = " ".join(seen.split())[:LONGEST]
    asked = ASIDE.sub("", joined_numbers(text))
    parts: list[QueryPart] = []
    fields: list[tuple[str, str]] = []
    pieces = re.split(f"({QUOTED})", asked)
    # A day is asked for as one word, but not among the words of a quotation.
    pieces[::2] = map(with_days_as_terms, pieces[::2])
    for found in PART.finditer("".join(pieces)):
        name = field_names().get(analysed(found["field"]).text) if found["field"] else None
        said = found["quoted"][1:-1] if found["quoted"] is not None else found["bare"]
        if name and not found["minus"]:
            fields.append((name, said))
            continue
        # « 14:30 » and « Reuters: » are words.
        said = f"{found['field']} {said}" if found["field"] else said
        parts += parts_of(said, found["quoted"] is not None, bool(found["minus"]))
    parts = list(dict.fromkeys(parts))[:MOST_WORDS]
    if as_you_type and parts and not parts[-1].is_phrase and text[-1:].isalnum():
        last = parts.pop()
        if not is_article(last.words[0].text):
            parts.append(QueryPart(last.words, is_beginning=True, is_excluded=last.is_excluded))
    return Query(text, parts, fields)


def parts_of(said: str, is_quoted: bool, is_excluded: bool) -> Iterator[QueryPart]:
    found = tuple(words(said))[:MOST_WORDS]
    if is_quoted and len(found) > 1:
        yield QueryPart(found, is_phrase=True, is_excluded=is_excluded)
        return
    for n, word in enumerate(found):
        beginning = said.endswith("*") and n == len(found) - 1 and len(word.text) > 1
        yield QueryPart((word,), is_excluded=is_excluded, is_beginning=beginning)
