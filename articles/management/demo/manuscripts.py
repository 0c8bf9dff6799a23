"""The texts of the demo as people write them, in Markdown, and what the newsroom keeps of them.

A text begins with its headline (``#``) and its standfirst (``>``). Somebody's words are marked
where they stand: ``[these words](@speaker)``, reported ones ``[that he did](~speaker)``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape

WORDS = re.compile(r"\[([^\]]+)\]\(([@~])([a-z0-9-]+)\)")
LINK = re.compile(r"\[([^\]]+)\]\((https?://[^)]+)\)")
STRONG = re.compile(r"\*\*([^*]+)\*\*")
SLANTED = re.compile(r"\*([^*]+)\*")


@dataclass(frozen=True)
class Words:
    """What somebody said, as it stands in the text."""

    text: str
    speaker: str
    is_reported: bool


@dataclass
class Manuscript:
    """An article in one language."""

    headline: str = ""
    standfirst: str = ""
    body: str = ""
    words: list[Words] = field(default_factory=list)


def read(text: str) -> Manuscript:
    """What a Markdown text says."""
    manuscript = Manuscript()
    blocks: list[str] = []
    for block in re.split(r"\n\s*\n", text.strip()):
        if block.startswith("# "):
            manuscript.headline = block[2:].strip()
        elif block.startswith("> ") and not blocks:
            manuscript.standfirst = " ".join(line.lstrip("> ") for line in block.splitlines())
        else:
            manuscript.words += words_in(block)
            blocks.append(WORDS.sub(r"\1", block))
    manuscript.body = "".join(map(as_html, blocks))
    return manuscript


def words_in(block: str) -> list[Words]:
    text = " ".join(block.split())
    return [Words(said, speaker, sign == "~") for said, sign, speaker in WORDS.findall(text)]


def as_html(block: str) -> str:
    """A paragraph, a heading, a list, or words set apart."""
    lines = block.splitlines()
    if block.startswith("## "):
        return f"<h2>{inline(block[3:])}</h2>"
    if block.startswith("> "):
        return f"<blockquote><p>{inline(' '.join(line[2:] for line in lines))}</p></blockquote>"
    if all(line.startswith("- ") for line in lines):
        return f"<ul>{''.join(f'<li><p>{inline(line[2:])}</p></li>' for line in lines)}</ul>"
    return f"<p>{inline(' '.join(lines))}</p>"


def inline(text: str) -> str:
    text = escape(text.strip(), quote=False)
    text = LINK.sub(r'<a href="\2">\1</a>', text)
    return SLANTED.sub(r"<em>\1</em>", STRONG.sub(r"<strong>\1</strong>", text))
