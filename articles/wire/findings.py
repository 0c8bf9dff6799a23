"""Where in a text each thing stands that was recognised in it, so that a person can see why."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from articles.text.extraction.dates import NoSuchDateError, first_date
from articles.text.gazetteer import AGENCY, INSTITUTION, PLACE, Gazetteer

from .copy import WireCopy

HEADING_SIGN, HEADING_BELOW = re.compile(r"\A#{1,6} "), re.compile(r"\n#{1,6} ")
MOST_PLACES = 20
"""Places of one name that are marked."""


@dataclass(frozen=True)
class Recognition:
    """One thing that was recognised, and where."""

    key: str
    """Which field of the page it filled: ``headline``, ``speakers-2``."""
    kind: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Piece:
    """A stretch of the text in which the same things stand."""

    text: str
    findings: tuple[Recognition, ...] = ()
    """The largest first: a quotation, and then the name within it."""
    begins: tuple[str, ...] = ()
    """The keys of those that stand here for the first time."""

    @property
    def kinds(self) -> str:
        return " ".join(dict.fromkeys(one.kind for one in self.findings))

    @property
    def keys(self) -> str:
        return " ".join(one.key for one in self.findings)


def findings(copy: WireCopy) -> list[Recognition]:
    """All that stands in the text and became part of the article, in the order of its page."""
    found = [Recognition(key, kind, spans) for key, kind, spans in found_in(copy)]
    return [one for one in found if one.spans]


type Found = tuple[str, str, tuple[tuple[int, int], ...]]


def found_in(copy: WireCopy) -> Iterator[Found]:
    text = copy.text
    yield "headline", "headline", places(text, copy.headline, most=1)
    lines = [line for line, _until in copy.embargoes] or [copy.embargo_line]
    said = tuple(place for line in lines for place in places(text, line, most=1))
    yield "embargo", "embargo", said
    yield "correction", "embargo", places(text, copy.correction, most=1)
    yield "place", "dateline", places(text, copy.dateline_place, most=1)
    yield "published_on", "dateline", day_in(copy)
    yield "source", "source", places(text, copy.source_name) or places(text, copy.source_url)
    if copy.event:
        yield "event", "event", places(text, copy.event.name, most=1)
    for number, person in enumerate(copy.speakers):
        named = (*places(text, person.position, most=1), *places(text, person.name))
        yield f"speakers-{number}", "speaker", named
    for number, words in enumerate(copy.organizations):
        named = places(text, words) or places(text, words.partition(" (")[0])
        yield f"organizations-{number}", "organization", named
    for number, quotation in enumerate(copy.quotes):
        yield f"quotes-{number}", "quote", places(text, quotation.text, most=1)


def in_gazetteer(copy: WireCopy, names: Gazetteer) -> Iterator[str]:
    """The keys of what an entry of the newsroom's gazetteer is about."""
    own = names.written
    if own.has(PLACE, copy.dateline_place or ""):
        yield "place"
    if own.has(AGENCY, copy.source_name or "") or own.has(INSTITUTION, copy.source_name or ""):
        yield "source"
    if copy.event and own.names_event(copy.event.name):
        yield "event"
    for number, person in enumerate(copy.speakers):
        if own.is_given_name(person.name.split()[0]):
            yield f"speakers-{number}"
    for number, body in enumerate(copy.organizations):
        if own.has(INSTITUTION, body) or own.has(INSTITUTION, body.partition(" (")[0]):
            yield f"organizations-{number}"


def places(text: str, words: str | None, most: int = MOST_PLACES) -> tuple[tuple[int, int], ...]:
    """Where words stand in a text, however they are spaced there."""
    parts = (words or "").split()
    if not parts:
        return ()
    pattern = r"\s+".join(map(re.escape, parts))
    whole = rf"(?<!\w){pattern}(?!\w)" if len(parts) < 4 else pattern
    found = [one.span() for one, __ in zip(re.finditer(whole, text), range(most), strict=False)]
    if not found:
        # « الـ » and « و » are written on to a name; a capital at a line's start is not the name's.
        found = [one.span() for one in [re.search(pattern, text, re.IGNORECASE)] if one]
    return tuple(found)


def day_in(copy: WireCopy) -> tuple[tuple[int, int], ...]:
    """The first words that say the day of the text."""
    if copy.published_on is None:
        return ()
    start = 0
    for line in copy.text.split("\n"):
        try:
            found = first_date(line[:120])
        except NoSuchDateError:
            found = None
        if found and found[0] == copy.published_on:
            return ((start + found[1].start(), start + found[1].end()),)
        start += len(line) + 1
    return ()


def split_at_findings(text: str, found: list[Recognition]) -> list[Piece]:
    """The whole text in pieces, each with what stands in it."""
    bounds = {0, len(text)}
    for one in found:
        bounds.update(at for span in one.spans for at in span)
    edges = sorted(bounds)
    ordered = sorted(found, key=lambda one: one.spans[0][0] - one.spans[0][1])
    return [
        Piece(text[start:end], here, begins_at(here, start))
        for start, end in pairwise(edges)
        for here in [tuple(one for one in ordered if covers(one, start, end))]
    ]


def as_shown(pieces: list[Piece]) -> list[Piece]:
    """The pieces without the signs that reading a file put before its headings."""
    shown: list[Piece] = []
    is_begin = True
    for piece in pieces:
        first = HEADING_SIGN.sub("", piece.text, count=1) if is_begin else piece.text
        is_begin = piece.text.endswith("\n")
        shown.append(replace(piece, text=HEADING_BELOW.sub("\n", first)))
    return shown


def begins_at(here: tuple[Recognition, ...], start: int) -> tuple[str, ...]:
    return tuple(one.key for one in here if min(one.spans)[0] == start)


def covers(one: Recognition, start: int, end: int) -> bool:
    return any(a <= start and end <= b for a, b in one.spans)
