"""A text as its page shows it: blocks one can link to, an outline, the time it takes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape, unescape
from html.parser import HTMLParser

from .paragraphs import plain_text

# Trauzettel-Klosinski & Dietz (2012), IReST: words a minute of adults reading aloud for sense,
# 195 in French, 138 in Arabic. By ISO 15924 script, as no other language has been asked for.
WORDS_PER_MINUTE = {"Latn": 195, "Arab": 138}
VOID = frozenset({"br", "hr", "img", "col"})
HEADINGS = frozenset({"h2", "h3"})


@dataclass
class Heading:
    """A heading of a text: where it is, and how deep (2 or 3)."""

    id: str
    level: int
    text: str = ""


@dataclass
class Reading:
    """Rich text with its blocks numbered ``p1``, ``p2``…, and the headings among them."""

    html: str
    headings: list[Heading] = field(default_factory=list)


class Numbering(HTMLParser):
    """Gives every outermost element an ``id``, and leaves all else as it was written."""

    def __init__(self, table_label: str) -> None:
        super().__init__(convert_charrefs=False)
        self.out: list[str] = []
        self.headings: list[Heading] = []
        self.table_label = table_label
        self.depth = self.blocks = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        written = self.get_starttag_text() or ""
        if self.depth == 0:
            self.blocks += 1
            name = f"p{self.blocks}"
            if tag in HEADINGS:
                self.headings.append(Heading(name, int(tag[1])))
            if tag == "table":
                # A table wider than the column scrolls alone, with the keyboard too.
                label = escape(self.table_label)
                self.out.append(
                    f'<div class="table" role="region" tabindex="0" aria-label="{label}">'
                )
            written = re.sub(r"^<\w+", rf'\g<0> id="{name}"', written)
        self.out.append(written)
        self.depth += tag not in VOID

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.out.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        self.out.append(f"</{tag}>")
        self.depth = max(0, self.depth - 1)
        if self.depth == 0 and tag == "table":
            self.out.append("</div>")

    def handle_data(self, data: str) -> None:
        self.write(data)

    def handle_entityref(self, name: str) -> None:
        self.write(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.write(f"&#{name};")

    def write(self, text: str) -> None:
        self.out.append(text)
        if self.headings and self.headings[-1].id == f"p{self.blocks}" and self.depth:
            self.headings[-1].text += text


def reading(rich_text: str, table_label: str = "") -> Reading:
    """A sanitised text ready for its page. The text itself is not changed.

    Args:
        rich_text: HTML as the sanitiser leaves it: well formed, without ``id`` attributes.
        table_label: what to call the frame that a wide table scrolls in.
    """
    parser = Numbering(table_label)
    parser.feed(rich_text)
    parser.close()
    for heading in parser.headings:
        heading.text = unescape(heading.text).strip()
    return Reading("".join(parser.out), [one for one in parser.headings if one.text])


def minutes(rich_text: str, script: str) -> int:
    """How long reading takes, in whole minutes, at least one."""
    words = len(plain_text(rich_text).split())
    return max(1, round(words / WORDS_PER_MINUTE.get(script, 180)))
