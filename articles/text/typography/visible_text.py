"""Rich text as the signs a reader sees, each knowing how it is written in the mark-up.

A rule of typography reads the signs and says what to change; the mark-up stays as it is,
and so do addresses and code, which it never gets to see.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..richtext.tokens import ENTITY, START, TEXT, tokens

CODE = frozenset("code kbd pre samp var".split())
# Each begins where no other could have begun before it, and goes over nothing twice.
ADDRESS = re.compile(
    r"""(?:https?://|www\.)[^\s<>«»"“”]*[\w/=&%#~+-]   # https://iom.int/a?b=1
    |(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)++      # an e-mail address
    |(?<![\w-])(?<![a-zA-Z0-9-]\.)(?:[a-zA-Z0-9-]++\.)++[a-zA-Z]{2,}/[^\s<>«»"“”]*[\w/=&%\#~+-]  # iom.int/a
    """,
    re.VERBOSE,
)
HIDDEN = "\ufffc"
"""What stands for a sign that no rule may change."""
BREAK = "\n"


@dataclass
class VisibleCharacter:
    written: str
    seen: str
    """One sign, or nothing for a tag inside a line; ``BREAK`` between lines."""


@dataclass(frozen=True)
class Edit:
    """Some signs to be written otherwise: from ``start`` up to ``end``, at least one."""

    start: int
    end: int
    new: str


class VisibleText:
    """A text as signs, for rules to read and to change."""

    def __init__(self, source: str, *, rich: bool) -> None:
        self.signs = (
            list(signs_of(source)) if rich else [VisibleCharacter(one, one) for one in source]
        )
        self.place = [n for n, sign in enumerate(self.signs) if sign.seen]
        seen = "".join(sign.seen for sign in self.signs)
        self.text = ADDRESS.sub(lambda found: HIDDEN * len(found[0]), seen)
        self.seen = seen

    def changed(self, edits: Iterable[Edit]) -> str:
        """The source with these edits made."""
        written = [sign.written for sign in self.signs]
        for edit in edits:
            places = self.place[edit.start : edit.end]
            written[places[0]] = edit.new
            for place in places[1:]:
                written[place] = ""
        return "".join(written)


@lru_cache(maxsize=32)
def read(source: str, rich: bool) -> VisibleText:
    """A text as signs; each rule reads the same one."""
    return VisibleText(source, rich=rich)


def signs_of(source: str) -> Iterator[VisibleCharacter]:
    inside_code = 0
    for token in tokens(source):
        if token.kind not in {TEXT, ENTITY}:
            if token.name in CODE:
                inside_code += 1 if token.kind == START else -1
            yield VisibleCharacter(token.written, BREAK if token.parts_lines else "")
        elif token.kind == ENTITY:
            is_seen = inside_code <= 0 and len(token.seen) == 1
            yield VisibleCharacter(token.written, token.seen if is_seen else HIDDEN)
        else:
            for sign in token.written:
                yield VisibleCharacter(sign, HIDDEN if inside_code > 0 else sign)
