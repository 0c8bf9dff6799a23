"""What a person typed, as parts: words, "exact phrases", -exclusions, beginnings*, field:values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import islice, pairwise

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
from articles.text.analysis.day_terms import is_dated, with_days_as_terms
from articles.text.analysis.telephones import with_telephones_as_terms

LONGEST = 300
"""Characters of a query that are read."""
MOST_WORDS = 12
MOST_FILTERS = 6
QUOTED = r'"[^"]*"|«[^»]*»|“[^”]*”|„[^“”]*[“”]'
ASIDE = re.compile(r"(?<!\S)-(?=[^\W\d])(?=[^\"«»]*?[^\W_]-(?!\w))")
"""The dash before words -as these are- that another one ends: it excludes nothing."""
PART = re.compile(
    rf"(?P<minus>(?<!\S)-(?!\d))?(?:(?P<before>[^\W\d_]+)[:：])?"
    rf"(?:(?P<quoted>{QUOTED})|(?P<bare>[^\s\"«»“”„]+))"
)
HEAD = re.compile(
    rf"{QUOTED}|(?<!\S)(?P<field>[^\W\d_]+)(?P<gap>\s?)[:：](?P<after>\s*)(?=[\w\"«“„])"
)
"""What may be the head of a filter; a quotation is none, whatever stands in it."""
VALUE = re.compile(rf"(?P<quoted>{QUOTED})|(?P<bare>.*?)(?=\s+-[^\W\d]|\s*[\"«»“”„]|\s*$)")
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
ALSO_CALLED = {
    "topic": pgettext_lazy("search field", "subject"),
    "event": pgettext_lazy("search field", "happening"),
}
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
class Filter:
    """« topic: » and the like, with what is typed behind it up to the next of them."""

    name: str
    value: str
    """A name between quotation marks, or words that begin with one."""
    written: str
    """All of it, as typed."""
    is_quoted: bool = False
    is_apart: bool = False
    """Whether there is a space at its colon."""
    is_unfinished: bool = False
    """Whether its last word is not typed to the end."""


@dataclass(frozen=True)
class Query:
    """A whole query."""

    text: str
    parts: list[QueryPart] = field(default_factory=list)
    filters: list[Filter] = field(default_factory=list)

    @property
    def wanted(self) -> list[QueryPart]:
        """What must be there; words that stand in every text only where there is nothing else."""
        asked = [part for part in self.parts if not part.is_excluded]
        telling = [part for part in asked if part.is_phrase or not is_stop_word(part.words[0].text)]
        return telling or asked

    @property
    def excluded(self) -> list[QueryPart]:
        return [part for part in self.parts if part.is_excluded]

    @property
    def is_a_date(self) -> bool:
        """Whether it is nothing but a day, or a month of a year."""
        said = [word for part in self.wanted for word in part.words]
        is_more = len(said) != 1 or self.excluded or self.filters
        return not is_more and is_dated(said[0].text)

    @property
    def of_its_days(self) -> Query:
        """The same as what was published on the days that it is."""
        return Query(self.text, filters=[Filter("date", self.text, self.text)])

    def also_asking(self, more: Iterable[QueryPart]) -> Query:
        """The same with the words that its filters have left over."""
        parts = list(dict.fromkeys([*self.parts, *more]))[:MOST_WORDS]
        return Query(self.text, parts)


def parse_query(typed: str, as_you_type: bool = False) -> Query:
    """Take a query apart; whatever is typed is a query.

    Args:
        typed: as it came.
        as_you_type: the last word is not finished yet.
    """
    seen = BETWEEN.sub(" ", UNSEEN_LETTERS.sub("", typed[: LONGEST * 4]))
    text = " ".join(seen.split())[:LONGEST]
    asked = ASIDE.sub("", joined_numbers(text))
    heads = list(islice(heads_in(asked), MOST_FILTERS))
    starts = [head.start() for head in heads]
    first, *behind = [asked[one:end] for one, end in pairwise([0, *starts, len(asked)])]
    parts = list(parts_in(first, as_you_type and not behind))
    filters: list[Filter] = []
    for head, written in zip(heads, behind, strict=True):
        is_last = head is heads[-1]
        value, rest = value_of(written[head.end() - head.start() :])
        filters.append(
            Filter(
                field_names()[analysed(head["field"]).text],
                value[1:-1] if is_quotation(value) else value,
                written,
                is_quoted=is_quotation(value),
                is_apart=bool(head["gap"] or head["after"]),
                is_unfinished=as_you_type and is_last and not rest,
            )
        )
        parts += parts_in(rest, as_you_type and is_last)
    return Query(text, list(dict.fromkeys(parts))[:MOST_WORDS], filters)


def heads_in(text: str) -> Iterator[re.Match[str]]:
    """Where the filters of a text begin."""
    for found in HEAD.finditer(text):
        if found["field"] and analysed(found["field"]).text in field_names():
            yield found


def value_of(text: str) -> tuple[str, str]:
    """What a filter may be of, and what stands behind that."""
    found = VALUE.match(text)
    end = found.end() if found else 0
    return text[:end], text[end:].strip()


def is_quotation(text: str) -> bool:
    return re.fullmatch(QUOTED, text) is not None


def parts_in(text: str, is_unfinished: bool = False) -> Iterator[QueryPart]:
    """The parts of a text without filters."""
    pieces = re.split(f"({QUOTED})", text)
    # A day and a telephone number are asked for as one word, but not among those of a quotation.
    pieces[::2] = (with_telephones_as_terms(with_days_as_terms(one)) for one in pieces[::2])
    parts: list[QueryPart] = []
    for found in PART.finditer("".join(pieces)):
        said = found["quoted"][1:-1] if found["quoted"] is not None else found["bare"]
        # « 14:30 » and « Reuters: » are words.
        said = f"{found['before']} {said}" if found["before"] else said
        parts += parts_of(said, found["quoted"] is not None, bool(found["minus"]))
    if is_unfinished and parts and not parts[-1].is_phrase and text[-1:].isalnum():
        last = parts.pop()
        if not is_article(last.words[0].text):
            parts.append(QueryPart(last.words, is_beginning=True, is_excluded=last.is_excluded))
    yield from parts


def parts_of(said: str, is_quoted: bool, is_excluded: bool) -> Iterator[QueryPart]:
    found = tuple(words(said))[:MOST_WORDS]
    if is_quoted and len(found) > 1:
        yield QueryPart(found, is_phrase=True, is_excluded=is_excluded)
        return
    for n, word in enumerate(found):
        beginning = said.endswith("*") and n == len(found) - 1 and len(word.text) > 1
        yield QueryPart((word,), is_excluded=is_excluded, is_beginning=beginning)
