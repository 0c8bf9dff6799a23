"""Names in letters that run the other way: set apart, so that each stays in its place.

They are set apart with U+2068 and U+2069 (first strong isolate, and its end), not with
``<bdi>``: these signs also work in a headline, an alternative text, a feed, a calendar and a
message, where no mark-up can be, and an editor of rich text lets them be. A name is set apart
only where it must be: beside another such name or a number, where the browser would take both
for one phrase and turn their order round, or with a sign that would change sides (#, @, C++).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from .conventions import Conventions
from .visible_text import BREAK, HIDDEN, Edit

ISOLATE, END = "\u2068", "\u2069"
ISOLATES = "\u2066\u2067\u2068"
EMBEDDINGS = re.compile("[\u202a-\u202e\u200b\ufeff]")
OPENS_EMBEDDING, CLOSES_EMBEDDING = "\u202a\u202b\u202d\u202e", "\u202c"
RIGHTWARDS = "\u202a\u202d"
"""Those that make what follows run from left to right."""
FORCED = {True: "\u2066", False: "\u2067"}
"""The isolate of the direction that a line has not, by whether it runs from right to left."""
MARKS = re.compile("[\u200e\u200f\u061c]")
# What may stand inside a phrase of the other direction, besides its words.
WITHIN = {True: " \u00a0\u202f.,;:!?'’-&/_", False: " \u00a0\u202f.،؛؟'’-&/_"}
# Numbers before a name are of it from the first of them on, or not at all.
NAME = re.compile(r"(?:[#@]|(?<!N))N*+F(?:[FN]|J+(?=[FN]))*[+#]*")

BETWEEN = frozenset("XJ#@+")
"""What may stand between two names that a browser takes for one phrase."""


def stray_controls(text: str, conventions: Conventions) -> Iterator[Edit]:
    """Signs of direction that nobody sees, and that do nothing, or harm where text is pasted."""
    isolating = isolates_for_embeddings(text, conventions)
    for found in EMBEDDINGS.finditer(text):
        yield Edit(found.start(), found.end(), isolating.get(found.start(), ""))
    for found in MARKS.finditer(text):
        before, after = (
            text[max(found.start() - 1, 0) : found.start()],
            text[found.end() : found.end() + 1],
        )
        if all(plain(one) for one in (before, after)):
            yield Edit(found.start(), found.end(), "")
    for place in unpaired(text):
        yield Edit(place, place + 1, "")


def isolates_for_embeddings(text: str, conventions: Conventions) -> dict[int, str]:
    """What stands for embeddings of the other direction, by place: programs copy numbers in them.

    Taken away, they would leave the number turned round; isolates keep it as it was seen.
    """
    found: dict[int, str] = {}
    opened: list[int] = []
    for place, sign in enumerate(text):
        if sign == BREAK:
            opened.clear()
        elif sign in OPENS_EMBEDDING:
            opened.append(place)
        elif sign == CLOSES_EMBEDDING and opened:
            start = opened.pop()
            turns = (text[start] in RIGHTWARDS) == conventions.rtl
            if turns and not opened and text[start + 1 : place].strip():
                found[start], found[place] = FORCED[conventions.rtl], END
    return found


def plain(sign: str) -> bool:
    """Whether a sign has a direction of its own, or none that a mark beside it could change."""
    return not sign or sign.isspace() or sign.isalpha() or MARKS.match(sign) is not None


def unpaired(text: str) -> Iterator[int]:
    """Isolates that are not ended in their line, ends of none, and pairs around nothing."""
    opened: list[tuple[int, int]] = []
    seen = 0
    for place, sign in enumerate(text):
        seen += not sign.isspace()
        if sign in ISOLATES:
            opened.append((place, seen))
        elif sign == END:
            if not opened:
                yield place
                continue
            start, before = opened.pop()
            if seen == before + 1:
                yield from (start, place)
        elif sign == BREAK:
            yield from (start for start, _ in opened)
            opened.clear()
    yield from (start for start, _ in opened)


def isolate_names(text: str, conventions: Conventions) -> Iterator[Edit]:
    start = 0
    for line in text.split(BREAK):
        yield from isolated(line, start, conventions)
        start += len(line) + 1


def isolated(line: str, start: int, conventions: Conventions) -> Iterator[Edit]:
    kinds = kinds_of(line, conventions)
    if "O" not in kinds:
        return
    for found in NAME.finditer(kinds):
        first, last = found.start(), found.end() - 1
        if not needs_it(kinds, found[0], first, last):
            continue
        if first == last:
            yield Edit(start + first, start + first + 1, ISOLATE + line[first] + END)
        else:
            yield Edit(start + first, start + first + 1, ISOLATE + line[first])
            yield Edit(start + last, start + last + 1, line[last] + END)


def needs_it(kinds: str, name: str, first: int, last: int) -> bool:
    before, after = first - 1, last + 1
    while before >= 0 and kinds[before] in BETWEEN:
        before -= 1
    while after < len(kinds) and kinds[after] in BETWEEN:
        after += 1
    follows = kinds[after : after + 1]
    beside_a_name = before >= 0 and kinds[before] == "F"
    return name[0] in "#@" or name[-1] in "+#" or beside_a_name or follows in {"F", "N"}


def kinds_of(line: str, conventions: Conventions) -> str:
    """Each sign's part: of an own letter, a foreign one, a number, within a phrase, or neither."""
    kinds: list[str] = []
    depth = 0
    for sign in line:
        if sign in ISOLATES:
            depth += 1
        kinds.append("X" if depth else kind(sign, kinds[-1:], conventions))
        if sign == END:
            depth = max(0, depth - 1)
    return "".join(kinds)


def kind(sign: str, last: list[str], conventions: Conventions) -> str:
    part = unicodedata.bidirectional(sign)
    # A mark of the other direction is no name.
    if sign == HIDDEN or (MARKS.match(sign) and (part == "L") == conventions.rtl):
        return "X"
    if part in {"L", "R", "AL"}:
        return "O" if (part != "L") == conventions.rtl else "F"
    if part in {"EN", "AN"}:
        return "N"
    if part == "NSM":
        return last[0] if last else "X"
    if sign in "#@+":
        return sign
    return "J" if sign in WITHIN[conventions.rtl] else "X"
