"""What people said to each other about a text and proposed to change in it: no part of the text.

Programs put it into the HTML of a text: comments go with their signs, words that were deleted go,
words that were added stay. Editors do so when something is pasted (``pasted-remarks.js``); this is
for what comes by other ways. Notes at the foot are text, and stay.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from .tokens import END, START, TEXT, Token, tokens

PERHAPS = re.compile(
    r"mso-?com|mso-element|mso-special|MsoCommentReference|msoDel|#cmnt|<del\s", re.IGNORECASE
)
STYLES = re.compile(
    r"mso-element\s*+:\s*+comment(?:-list)?\s*+(?:;|$)|mso-special-character\s*+:\s*+comment",
    re.IGNORECASE,
)
CLASSES = frozenset({"msocomanchor", "msocomoff", "msocomtxt", "msodel"})
TO_A_COMMENT = re.compile(r"#(?:_msocom_|_msoanchor_|cmnt\d|cmnt_ref)")
BACK_TO_THE_TEXT = re.compile(r"#(?:_msoanchor_|cmnt_ref)")
A_SIGN = re.compile(r"\s*+(?:\[[^\s\]]{1,12}\])?\s*+")
BLOCKS = frozenset({"div", "li", "p", "td"})
HOLDERS = BLOCKS | {"a", "b", "i", "ins", "o:p", "span", "sup"}
FAR = 12
"""How many pieces there may be between the beginning of a comment and its sign."""


def without_remarks(rich_text: str) -> str:
    """A text without comments and without the words that somebody has deleted in it."""
    if PERHAPS.search(rich_text) is None:
        return rich_text
    found = list(tokens(rich_text))
    ends = ends_of(found)
    kept: list[Token] = []
    place, was_left_out = 0, False
    while place < len(found):
        token = found[place]
        if token.kind == START and is_remark(found, place, ends.get(place, place)):
            place, was_left_out = ends.get(place, place), True
        elif token.kind == END and is_hollow(kept, token, was_left_out):
            kept.pop()
        else:
            was_left_out = was_left_out and token.name == "o:p"
            kept.append(token)
        place += 1
    return "".join(token.written for token in kept)


def is_hollow(kept: Sequence[Token], end: Token, was_left_out: bool) -> bool:
    """Whether an element ends that holds nothing, now that what it held is left out."""
    if not kept or kept[-1].kind != START or kept[-1].name != end.name:
        return False
    return end.name == "o:p" or (was_left_out and end.name in HOLDERS)


def ends_of(found: Sequence[Token]) -> dict[int, int]:
    """Where each element ends that is closed before what it stands in."""
    ends: dict[int, int] = {}
    opened: list[int] = []
    names: Counter[str] = Counter()
    for place, token in enumerate(found):
        if token.kind == START and not token.is_void:
            opened.append(place)
            names[token.name] += 1
        elif token.kind == END and names[token.name]:
            start = opened.pop()
            names[found[start].name] -= 1
            while found[start].name != token.name:
                start = opened.pop()
                names[found[start].name] -= 1
            ends[start] = place
    return ends


def is_remark(found: Sequence[Token], start: int, end: int) -> bool:
    """Whether an element is a comment, the sign of one, or words that were deleted."""
    said = found[start].attributes
    name = found[start].name
    if STYLES.search(said.get("style", "")) or CLASSES & set(said.get("class", "").lower().split()):
        return True
    if name == "del":
        return "cite" in said or "datetime" in said
    if name == "a":
        return TO_A_COMMENT.search(said.get("href", "")) is not None
    if name == "sup" or name in BLOCKS:
        return begins_with_a_sign(found, start)
    if "MsoCommentReference" in said.get("class", "") and end - start <= FAR:
        return A_SIGN.fullmatch("".join(one.seen for one in found[start:end])) is not None
    return False


def begins_with_a_sign(found: Sequence[Token], start: int) -> bool:
    """Whether what an element holds begins with a link to a comment, or from one to the text."""
    meant = BACK_TO_THE_TEXT if found[start].name in BLOCKS else TO_A_COMMENT
    for token in found[start + 1 : start + 1 + FAR]:
        if token.name == "a" and token.kind == START:
            return meant.search(token.attributes.get("href", "")) is not None
        if token.kind == END or (token.kind == TEXT and token.seen.strip()):
            return False
    return False
