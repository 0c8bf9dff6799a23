"""What goes to a translators' tool and comes back: a paragraph, with what it was when it went."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from .inline_codes import Code, Piece, as_html, pieces
from .segments import typography_folded


@dataclass(frozen=True)
class Unit:
    """One paragraph of an article and its translation, as inline HTML.

    The two marks say what both sides were when the file was written: by them what has changed
    here since is told from what was changed there.
    """

    field: str
    source: str
    target: str = ""
    state: str = ""
    notes: tuple[str, ...] = ()
    source_mark: str = ""
    target_mark: str = ""
    broken: bool = False
    """Whether it came back with mark-up that the file does not explain."""
    lost: tuple[str, ...] = ()
    """Tags of the source that its translation has not."""


@dataclass(frozen=True)
class Bundle:
    """The paragraphs of one article."""

    key: str
    title: str
    source_language: str
    target_language: str
    units: list[Unit] = field(default_factory=list)


def mark_of_source(html: str) -> str:
    """Of what a paragraph says: other mark-up or spaces are no other source."""
    return short(typography_folded(html))


def mark_of_target(html: str) -> str:
    """Of every sign of a translation: nothing of it is written over unseen."""
    text = as_html(pieces(html.strip()))
    return short(text) if text else "0"


def short(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=6).hexdigest()


def numbered_alike(source: list[Piece], target: list[Piece]) -> list[Piece]:
    """The codes of a translation, with the numbers that the same codes have in the source."""
    free: dict[str, list[int]] = {}
    for one in source:
        if isinstance(one, Code) and one.kind != "close":
            free.setdefault(one.html, []).append(one.number)
    new = max((one.number for one in source if isinstance(one, Code)), default=0)
    number_of: dict[int, int] = {}
    renumbered: list[Piece] = []
    for one in target:
        if not isinstance(one, Code):
            renumbered.append(one)
            continue
        if one.number not in number_of:
            same = free.get(one.html)
            new += not same
            number_of[one.number] = same.pop(0) if same else new
        renumbered.append(Code(one.kind, number_of[one.number], one.html))
    return renumbered
