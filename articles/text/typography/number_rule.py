"""Numbers stay together and in their order: their groups are joined, and set apart where they turn.

An ordinary space lets a line break, and in a line from right to left it turns the groups round;
a no-break space does neither. A sign, a hyphen or a bracket changes sides there whatever space
is typed: such a number is set apart (U+2066 and U+2069), unless its line has it right already.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ..numbers import ARABIC_DIGIT, HYPHENS, SPACES, Number, numbers
from .conventions import Conventions
from .visible_text import ADDRESS, BREAK, HIDDEN, Edit

LEFT_TO_RIGHT, END, MARK = "\u2066", "\u2069", "\u200e"
WIDE = "\u00a0"
"""Between the pairs of a telephone number: a narrow one is hardly seen there."""
ISOLATES = "\u2066\u2067\u2068"
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")
# What a text has that has a number to care for: most have none.
CARED_FOR = re.compile(rf"\d[{SPACES}]{{1,2}}[\d(%‰٪؉°€]|\d[’'()]|[+±$€£{HYPHENS}]\d")
# What of a page is no running text, whole; or a text that has a digit, behind the end of its tag.
PIECE = re.compile(
    r"<(script|style|svg|code|pre|kbd|samp|textarea)\b.*?</\1>|>[^<\d]*+\d[^<]*+", re.DOTALL
)


def keep_numbers_together(text: str, conventions: Conventions) -> Iterator[Edit]:
    found = list(numbers(text))
    if not found:
        return
    strong, depth = (
        surroundings(text) if conventions.rtl or RIGHT_TO_LEFT.search(text) else ("", [])
    )
    for number in found:
        space = conventions.number_space if number.is_amount else WIDE
        for start, end in number.gaps:
            yield Edit(start, end, space)
        if not strong or not number.is_turned or depth[number.start]:
            continue
        before = strong[number.start]
        # Behind letters digits run on as these do: also in a line that runs the other way.
        turns = before != "L" if conventions.rtl else before == "R"
        if turns or ARABIC_DIGIT.search(number.text):
            yield from set_apart(text, number)


def set_apart(text: str, number: Number) -> Iterator[Edit]:
    """An isolate around a number; Arabic digits need a mark at each hyphen as well."""
    first, last = number.start, number.end - 1
    yield Edit(first, first + 1, LEFT_TO_RIGHT + text[first])
    if ARABIC_DIGIT.search(number.text):
        for place in range(first + 1, last):
            if text[place] in HYPHENS or text[place] in "()’'":
                yield Edit(place, place + 1, text[place] + MARK)
    yield Edit(last, last + 1, text[last] + END)


def surroundings(text: str) -> tuple[str, list[int]]:
    """For each sign the last direction of its line before it, and how deep in isolates it is.

    Returns:
        The letters ``L``, ``R`` or a space for neither; the depths.
    """
    last, deep = " ", 0
    strong: list[str] = []
    depth: list[int] = []
    for sign in text:
        strong.append(last)
        if sign == BREAK:
            last, deep = " ", 0
        elif sign in ISOLATES:
            deep += 1
        elif sign == END:
            deep = max(deep - 1, 0)
        elif not deep:
            kind = "L" if sign == HIDDEN else unicodedata.bidirectional(sign)
            last = {"L": "L", "R": "R", "AL": "R"}.get(kind, last)
        depth.append(deep)
    return "".join(strong), depth


def with_numbers(text: str, conventions: Conventions) -> str:
    """A plain text with its numbers as readers are to see them, however they were typed."""
    if CARED_FOR.search(text) is None:
        return text
    words = ADDRESS.sub(lambda found: HIDDEN * len(found[0]), text)
    parts, place = [], 0
    for edit in sorted(keep_numbers_together(words, conventions), key=lambda one: one.start):
        parts += [text[place : edit.start], edit.new]
        place = edit.end
    return "".join([*parts, text[place:]])


def page_with_numbers(html: str, conventions: Conventions) -> str:
    """The same for all that a page, or an element with what is in it, says in words."""
    return PIECE.sub(
        lambda piece: piece[0] if piece[1] else f">{with_numbers(piece[0][1:], conventions)}", html
    )
