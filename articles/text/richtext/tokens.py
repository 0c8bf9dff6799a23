"""Rich text taken apart: its tags, its entities and its words, each where it stands.

Here alone is said what a tag is; whoever reads rich text reads tokens. It is read once, from
left to right, in time that grows with its length: no expression below goes back over what it
has read. Of the readings that begin at each ``<``, at most three can be alive at one place,
one outside of values and one in each kind of quotation mark.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

START, END, COMMENT, TEXT, ENTITY = "start", "end", "comment", "text", "entity"

# Elements that stand inside a line; all others part one line from the next.
INLINE = frozenset(
    "a abbr b bdi bdo cite code data del dfn em i img ins kbd mark q s samp small span strike "
    "strong sub sup time u var wbr".split()
)
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
"""Elements that hold nothing and have no end (HTML, 13.1.2)."""

RAW = frozenset({"script", "style"})
"""Elements in which no tag but their own end is one (HTML, 13.1.2)."""

_TAG = r"""<(?P<slash>/?)(?P<name>[a-zA-Z][\w:-]*+)(?=[\s/>])(?:[^<>"']++|"[^"]*+"|'[^']*+')*+>"""
_PIECES = re.compile(
    rf"""(?P<text>[^<&]++)|{_TAG}|(?P<entity>&(?:\#\w++|\w++);)|(?P<comment><[!?])|[<&]""",
    re.VERBOSE,
)
_ONE_TAG = re.compile(_TAG)
_END_OF_RAW = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in RAW}
_NOT_ONLY_TAGS = re.compile(rf"<[!?]|<(?:{'|'.join(sorted(RAW))})\b", re.IGNORECASE)
_LONG_NUMBER = re.compile(r"&#(?:(\d{8,}+)|[xX]([0-9a-fA-F]{8,}+));?+")
_ATTRIBUTE = re.compile(
    r"""([^\s"'<>/=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'<>=`]++)))?+"""
)


class Token(NamedTuple):
    """A piece of rich text, as it is written there."""

    kind: str
    written: str
    start: int
    name: str = ""
    """Of a tag: its element, in lower case."""

    @property
    def end(self) -> int:
        return self.start + len(self.written)

    @property
    def is_tag(self) -> bool:
        return self.kind in {START, END}

    @property
    def is_void(self) -> bool:
        return self.name in VOID

    @property
    def parts_lines(self) -> bool:
        """Whether what stands before it and what stands after it are two lines."""
        return bool(self.name) and self.name not in INLINE

    @property
    def seen(self) -> str:
        """What a reader sees of it."""
        if self.kind == ENTITY:
            return unescaped(self.written)
        return self.written if self.kind == TEXT else ""

    @property
    def attributes(self) -> dict[str, str]:
        """What a start tag says of its element; of an attribute said twice, the first counts."""
        said: dict[str, str] = {}
        for one in _ATTRIBUTE.finditer(self.written, 1 + len(self.name), len(self.written) - 1):
            value = one[2] or one[3] or one[4] or ""
            said.setdefault(one[1].lower(), unescaped(value))
        return said


def unescaped(written: str) -> str:
    """Text without entities; a number that is too long for a character stands for none."""
    return html.unescape(_LONG_NUMBER.sub(shorter, written) if "&#" in written else written)


def shorter(found: re.Match[str]) -> str:
    """A number without the zeros before it, as ``html`` reads no number of thousands of digits."""
    digits = (found[1] or found[2]).lstrip("0") or "0"
    return f"&#{'x' * bool(found[2])}{digits};" if len(digits) < 8 else "\ufffd"


def tokens(rich_text: str) -> Iterator[Token]:
    """The pieces of rich text, in order; put together again they are the text."""
    position, length = 0, len(rich_text)
    while position < length:
        found = _PIECES.match(rich_text, position)
        assert found is not None  # noqa: S101 - one of the choices takes any sign
        kind, written, name = TEXT, found[0], found["name"] or ""
        if name:
            kind, name = END if found["slash"] else START, name.lower()
        elif found["entity"]:
            kind = ENTITY
        elif found["comment"]:
            kind, written = COMMENT, comment(rich_text, position)
        yield Token(kind, written, position, name)
        position += len(written)
        if kind == START and name in RAW:
            end = _END_OF_RAW[name].search(rich_text, position)
            raw = rich_text[position : end.start() if end else length]
            if raw:
                yield Token(TEXT, raw, position)
            position += len(raw)


def comment(rich_text: str, start: int) -> str:
    """A comment, or a declaration; what nothing ends goes on to the end, as browsers have it."""
    mark = "-->" if rich_text.startswith("<!--", start) else ">"
    end = rich_text.find(mark, start)
    return rich_text[start : end + len(mark)] if end >= 0 else rich_text[start:]


def tag(written: str) -> Token | None:
    """The one tag that a text is; nothing where it is anything else."""
    found = _ONE_TAG.fullmatch(written)
    if found is None:
        return None
    return Token(END if found["slash"] else START, written, 0, found["name"].lower())


def name_of(written: str) -> str:
    """The element of a tag; nothing where it is none."""
    found = tag(written)
    return found.name if found else ""


def closing(written: str) -> str:
    """The end tag of a start tag; nothing where its element has none."""
    name = name_of(written)
    return "" if name in VOID else f"</{name}>"


def without_tags(rich_text: str, parting: str) -> str:
    """The words of rich text, with ``parting`` for each tag that parts lines."""
    return unescaped(written_without_tags(rich_text, parting))


def written_without_tags(rich_text: str, parting: str) -> str:
    """As ``without_tags``, with entities as they are written."""
    if _NOT_ONLY_TAGS.search(rich_text):
        found = (one for one in tokens(rich_text) if one.kind != COMMENT)
        return "".join(parting * one.parts_lines if one.is_tag else one.written for one in found)
    # Where nothing else can hold a tag, the same in a quarter of the time.
    return _ONE_TAG.sub(lambda found: "" if found["name"].lower() in INLINE else parting, rich_text)


def inside(rich_text: str, element: str) -> Iterator[str]:
    """What stands in each element of a name that is in no other of that name."""
    depth = start = 0
    for one in tokens(rich_text):
        if one.name != element:
            continue
        if one.kind == START:
            depth += 1
            start = one.end if depth == 1 else start
        elif depth:
            depth -= 1
            if not depth:
                yield rich_text[start : one.start]
