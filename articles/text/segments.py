"""Rich text as the units that are translated, and those units as rich text again."""

from __future__ import annotations

import html as markup
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from .dates import latin_digits

BODY = "body"
DEEPEST = 100
"""Elements in each other; what is deeper in a text is read as part of a line, tag by tag."""
REMEMBERED = 4096
"""Paragraphs whose words are not taken out of their mark-up again: two long articles have fewer."""

TOKEN = re.compile(r"<(/?)([a-zA-Z][\w-]*)((?:\s+[^\s=<>\"/]+(?:=\"[^\"]*\")?)*)\s*/?>")
# What stands inside a line; every other element holds lines.
INLINE = frozenset("a abbr b br cite code em i q s small span strong sub sup u".split())
VOID = frozenset({"br", "hr"})

# Signs that say the same in another dress.
SIGNS = str.maketrans(
    dict.fromkeys("«»“”„‟″", '"')
    | dict.fromkeys("‘’‛ʼ′", "'")
    | dict.fromkeys("‐‑‒–—―−", "-")
    | {"…": "...", "،": ",", "؛": ";", "؟": "?", "٫": ","}
)
UNSEEN = re.compile("[\u00ad\u0640\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
QUOTED = re.compile(r'\s*"\s*')
BEFORE_SIGN = re.compile(r"\s+(?=[;:!?؛؟،,.%)])")
BREAK = re.compile(r"<br\s*/?>")
# Those that mean nothing in mark-up; one that does not break is none of them.
SPACES = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True)
class Segment:
    """One unit of an article: a headline, a paragraph, a caption, the words of a quotation.

    Of a body, ``path`` are the elements it stands in, from the outermost, and ``joined`` how
    many of them it shares with the segment before it: two items of one list share the list.
    """

    field: str
    html: str
    path: tuple[str, ...] = ()
    joined: int = 0

    @property
    def text(self) -> str:
        """Its words, without mark-up."""
        return words_of(self.html)

    @property
    def said(self) -> str:
        return said(self.html)

    @property
    def tag(self) -> str:
        """The elements it stands in, by name: ``"p"``, ``"ul>li"``."""
        return ">".join(name_of(one) for one in self.path)

    @property
    def is_body(self) -> bool:
        return self.field == BODY

    @property
    def value(self) -> str:
        """What the column holds: mark-up in a body, plain words elsewhere."""
        return self.html if self.is_body else markup.unescape(self.html)


def plain(field: str, value: str | None) -> Segment:
    """The segment of a column that has no mark-up."""
    return Segment(field, markup.escape(value or "", quote=False))


@lru_cache(REMEMBERED)
def words_of(html: str) -> str:
    broken = BREAK.sub(" ", html)
    return " ".join(markup.unescape(TOKEN.sub("", broken)).split())


@lru_cache(REMEMBERED)
def said(html: str) -> str:
    """The words alone, as they are compared: which signs, spaces and marks dress them is not said."""
    text = unicodedata.normalize("NFC", words_of(html))
    text = latin_digits(UNSEEN.sub("", text).translate(SIGNS))
    return " ".join(BEFORE_SIGN.sub("", QUOTED.sub(' " ', text)).split())


def segments_of_body(html: str | None) -> list[Segment]:
    """The lines of a body in order, empty ones too: together they are the whole of it."""
    return list(Reader(html or "").segments())


def body_from(segments: Iterable[Segment]) -> str:
    """The body that these segments are the lines of."""
    written: list[str] = []
    opened: tuple[str, ...] = ()
    for one in segments:
        written += [closing(tag) for tag in reversed(opened[one.joined :])]
        written += one.path[one.joined :]
        written.append(one.html)
        opened = one.path
    return "".join([*written, *(closing(tag) for tag in reversed(opened))])


def name_of(tag: str) -> str:
    match = TOKEN.match(tag)
    return match[2].lower() if match else ""


def closing(tag: str) -> str:
    return f"</{name_of(tag)}>"


def without(segments: Sequence[Segment], number: int) -> list[Segment]:
    """The segments but one; what it had opened for those after it, the next one opens."""
    left = list(segments)
    gone = left.pop(number)
    if number < len(left):
        after = left[number]
        left[number] = replace(after, joined=min(after.joined, gone.joined))
    return left


def inline(html: str) -> str:
    """Rich text as one line: its paragraphs become lines of it."""
    lines = (SPACES.sub(" ", one.html).strip(" ") for one in segments_of_body(html))
    return "<br>".join(line for line in lines if said(line))


@dataclass
class Node:
    """An element while it is read: its tag, and what is in it."""

    tag: str = ""
    inside: list[Node | str] = field(default_factory=list)

    @property
    def is_block(self) -> bool:
        """Whether it is no part of a line: by its name, or by what is in it."""
        return name_of(self.tag) not in INLINE or any(
            isinstance(one, Node) and one.is_block for one in self.inside
        )

    def written(self) -> str:
        inside = "".join(one if isinstance(one, str) else one.written() for one in self.inside)
        end = "" if name_of(self.tag) in VOID else closing(self.tag)
        return f"{self.tag}{inside}{end}"


class Reader:
    """A body that is read element by element; it is well formed, as the sanitiser leaves it."""

    def __init__(self, html: str) -> None:
        self.root = Node()
        stack, deeper, position = [self.root], list[str](), 0
        for token in TOKEN.finditer(html):
            if token.start() > position:
                stack[-1].inside.append(html[position : token.start()])
            position = token.end()
            name = token[2].lower()
            if not token[1] and len(stack) > DEEPEST and name not in VOID:
                deeper.append(name)
                stack[-1].inside.append(token[0])
            elif token[1] and deeper and deeper[-1] == name:
                deeper.pop()
                stack[-1].inside.append(token[0])
            elif not token[1]:
                node = Node(token[0])
                stack[-1].inside.append(node)
                if name not in VOID:
                    stack.append(node)
            elif not deeper and len(stack) > 1 and name_of(stack[-1].tag) == name:
                stack.pop()
            else:
                # What nothing opened closes nothing.
                stack[-1].inside.append(markup.escape(token[0]))
        if position < len(html):
            stack[-1].inside.append(html[position:])

    def segments(self) -> Iterator[Segment]:
        shared = 0
        for path, line, depth in self.lines(self.root, (), 0):
            yield Segment(BODY, line, path, min(depth, shared))
            shared = len(path)

    def lines(
        self, node: Node, path: tuple[str, ...], kept: int
    ) -> Iterator[tuple[tuple[str, ...], str, int]]:
        """Each line of an element: where it stands, its mark-up, what was open before it.

        ``kept`` is how many elements of the path a line was already written in.
        """
        line: list[str] = []
        for one in node.inside:
            if isinstance(one, Node) and one.is_block and name_of(one.tag) not in VOID:
                if line:
                    yield path, "".join(line), kept
                    kept, line = len(path), []
                yield from self.lines(one, (*path, one.tag), kept)
                kept = len(path)
            elif isinstance(one, Node) and one.is_block:
                if line:
                    yield path, "".join(line), kept
                    kept, line = len(path), []
                yield path, one.tag, kept
                kept = len(path)
            else:
                line.append(one if isinstance(one, str) else one.written())
        if line or (path and not node.inside):
            yield path, "".join(line), kept
