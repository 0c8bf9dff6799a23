"""A text as its page shows it: blocks one can link to, an outline, the time it takes."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from html import escape
from itertools import pairwise

from ..folding import Level, folded
from .paragraphs import plain_text
from .tokens import END, START, Token, tokens, unescaped

# Trauzettel-Klosinski & Dietz (2012), IReST: words a minute of adults reading aloud for sense,
# 195 in French, 138 in Arabic. By ISO 15924 script, as no other language has been asked for.
WORDS_PER_MINUTE = {"Latn": 195, "Arab": 138}
BLOCKS_KEPT = 1_000
"""Of so many it is known what was found in them: pages are made anew more often than written."""
HEADINGS = frozenset({"h2", "h3"})


@dataclass
class Heading:
    """A heading of a text: where it is, and how deep (2 or 3)."""

    id: str
    level: int
    text: str = ""


@dataclass
class OutlinedText:
    """Rich text with its blocks numbered ``p1``, ``p2``…, and the headings among them."""

    blocks: list[str]
    headings: list[Heading] = field(default_factory=list)

    @property
    def html(self) -> str:
        return "".join(self.blocks)

    def blocks_saying(self, words: list[str]) -> list[int | None]:
        """Of each of some texts, the number of the first block that has it word for word.

        Counted from naught; ``None`` where none has it.
        """
        said = [words_said(block) for block in self.blocks] if words else []
        looked_for = (folded(one, Level.WORDS) for one in words)
        return [next((n for n, text in enumerate(said) if one in text), None) for one in looked_for]


def outlined(rich_text: str, table_label: str = "") -> OutlinedText:
    """A sanitised text ready for its page. The text itself is not changed.

    Args:
        rich_text: HTML as the sanitiser leaves it: well formed, without ``id`` attributes.
        table_label: what to call the frame that a wide table scrolls in.
    """
    # A table wider than the column scrolls alone, with the keyboard too.
    frame = f'<div class="table" role="region" tabindex="0" aria-label="{escape(table_label)}">'
    out: list[str] = []
    ends: list[int] = []
    headings: list[Heading] = []
    words: list[str] = []
    depth = blocks = 0
    for token in tokens(rich_text):
        if token.kind == END and not token.is_void:
            depth = max(0, depth - 1)
            out.append(f"{token.written}</div>" if is_table(token, depth) else token.written)
            if depth == 0 and token.name in HEADINGS and headings:
                headings[-1].text = unescaped("".join(words)).strip()
            ends += [len(out)] * (depth == 0)
        elif token.kind == START and depth == 0:
            blocks += 1
            words.clear()
            if token.name in HEADINGS:
                headings.append(Heading(f"p{blocks}", int(token.name[1])))
            out.append(frame * is_table(token, depth) + with_id(token, f"p{blocks}"))
            depth += not token.is_void
            ends += [len(out)] * token.is_void
        elif token.is_tag:
            out.append(token.written * (token.kind == START))
            depth += token.kind == START and not token.is_void
        else:
            out.append(token.written)
            words.append(token.written)
    # What follows the last block, if anything, is of it.
    cuts = [0, *ends[:-1], len(out)]
    written = ["".join(out[start:end]) for start, end in pairwise(cuts)]
    return OutlinedText(written, [one for one in headings if one.text])


@lru_cache(BLOCKS_KEPT)
def words_said(block: str) -> str:
    """What a block says, as it is looked for whatever its signs."""
    return folded(plain_text(block), Level.WORDS)


def is_table(tag: Token, depth: int) -> bool:
    """Whether it is a table that stands in nothing else."""
    return tag.name == "table" and depth == 0


def with_id(tag: Token, name: str) -> str:
    head = 1 + len(tag.name)
    return f'{tag.written[:head]} id="{name}"{tag.written[head:]}'


@lru_cache(BLOCKS_KEPT)
def minutes(rich_text: str, script: str) -> int:
    """How long reading takes, in whole minutes, at least one."""
    words = len(plain_text(rich_text).split())
    return max(1, round(words / words_a_minute(script)))


def words_a_minute(script: str) -> int:
    """How many words of a script are read in a minute."""
    return WORDS_PER_MINUTE.get(script, 180)
