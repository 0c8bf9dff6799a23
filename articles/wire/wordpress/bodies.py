"""The text of a post as the editor here would have written it, element by element."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape

from articles.models.embeds import embed_of
from articles.text.richtext.embeds import NotEmbeddedError
from articles.text.richtext.tokens import COMMENT, END, ENTITY, START, Token, tokens

LINES = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h3", "h5": "h3", "h6": "h3", "p": "p"}
"""Elements that hold a line, and what they are here."""
HOLDING = frozenset({"ul", "ol", "blockquote", "table"})
"""Within which no picture stands: it comes after."""
WITHIN = {"li": ("ul", "ol"), "tr": ("table",), "td": ("tr",), "th": ("tr",)}
"""Elements that stand in no others than these."""
KEPT = HOLDING | WITHIN.keys()
PARTING = frozenset(
    [
        *("address", "article", "aside", "caption", "center", "dd", "details", "div", "dl", "dt"),
        *("fieldset", "footer", "header", "main", "nav", "pre", "section", "summary"),
        *("tbody", "tfoot", "thead"),
    ]
)
"""Of other elements, those that part one paragraph from the next."""
UNSEEN = frozenset(
    ["script", "style", "noscript", "template", "object", "svg", "form", "select", "button"]
)
PLAYED = frozenset({"iframe", "video", "audio", "embed"})
MARKED = {
    "a": "a", "b": "strong", "strong": "strong", "em": "em", "i": "em", "s": "s", "del": "s",
    "strike": "s", "sub": "sub", "sup": "sup",
}  # fmt: skip
"""Marks within a line, and what they are here."""
LEADS = re.compile(r"(?:https?:|mailto:|/|\#|\?)", re.IGNORECASE)
PARAGRAPH = re.compile(r"\n[ \t\n]*\n")
ALONE = re.compile(r"https?://\S+")
BREAKS = re.compile(r"^(?:\s|<br>)+|(?:\s|<br>)+$")
EMPTY = re.compile(r"<(a|strong|em|s|sub|sup)\b[^>]*></\1>")
"""A mark around nothing, as the link around a picture leaves it."""

type KeyOfPicture = Callable[[dict[str, str]], str]
"""The key in the library of the picture that an ``img`` shows, by its attributes."""


@dataclass
class OpenLine:
    """A paragraph or a heading while it is written."""

    tag: str
    is_own: bool
    """Whether the post had the element, or only words without one."""
    parts: list[str] = field(default_factory=list)
    words: str = ""
    marks: list[str] = field(default_factory=list)


class BodyWriter:
    """Writes the body of one post."""

    def __init__(self, key_of: KeyOfPicture, left_out: Counter[str]) -> None:
        self.key_of = key_of
        self.left_out = left_out
        self.out: list[str] = []
        self.open: list[str] = []
        self.line: OpenLine | None = None
        self.held: list[str] = []
        """Pictures and videos that come after what is open."""
        self.unseen = ""
        self.caption: list[str] | None = None
        self.figures: list[int] = []
        """Of each open figure, how many pictures stood before it."""
        self.pictures: list[tuple[str, str]] = []

    def body(self, content: str) -> str:
        for token in tokens(content):
            self.take(token)
        self.end_caption()
        self.end_line()
        while self.open:
            self.out.append(f"</{self.open.pop()}>")
        self.let_go()
        return "".join(map(self.shown, self.out))

    def take(self, token: Token) -> None:
        if self.unseen:
            self.unseen = "" if token.kind == END and token.name == self.unseen else self.unseen
        elif token.kind == COMMENT:
            return
        elif token.kind == START:
            self.start(token)
        elif token.kind == END:
            self.end(token)
        elif self.caption is not None:
            self.caption.append(escaped_text(token))
        else:
            self.say(token)

    # What begins.

    def start(self, token: Token) -> None:
        name = token.name
        if name in UNSEEN or name in PLAYED:
            self.pass_over(token)
        elif self.caption is not None:
            self.caption.append(mark(token) if name in MARKED else " ")
        elif name == "img":
            self.show(token)
        elif name in {"figure", "figcaption"}:
            self.begin_figure(name)
        elif name in MARKED or name == "br":
            self.begin_mark(token)
        elif name in LINES:
            self.end_line()
            self.line = OpenLine(LINES[name], is_own=True)
        elif name == "hr":
            self.end_line()
            self.put("<hr>")
        elif name in KEPT or name in PARTING:
            self.begin_block(name)

    def pass_over(self, token: Token) -> None:
        """Leave out an element; of what is played, where it stands may be known."""
        self.unseen = "" if token.is_void or token.written.endswith("/>") else token.name
        if token.name in PLAYED:
            self.play(token.attributes.get("src", ""), token.name)

    def begin_figure(self, name: str) -> None:
        self.end_line()
        if name == "figcaption":
            self.caption = []
        else:
            self.figures.append(len(self.pictures))

    def begin_block(self, name: str) -> None:
        self.end_line()
        if name in WITHIN and not self.has_place(name):
            return
        if name in KEPT:
            self.open.append(name)
            self.out.append(f"<{name}>")

    def has_place(self, name: str) -> bool:
        """Whether a row, cell or item stands where one can; what is open beside it ends."""
        outer = next((one for one in reversed(self.open) if one in {*HOLDING, "tr"}), "")
        if name == "tr" and outer == "tr":
            self.close_to("tr")
            outer = "table"
        if outer not in WITHIN[name]:
            return False
        if self.open[-1] != outer and self.open[-1] in WITHIN:
            self.close_to(self.open[-1])
        return True

    def begin_mark(self, token: Token) -> None:
        line = self.written_line()
        begun = mark(token)
        line.parts.append(begun)
        if begun and token.name in MARKED:
            line.marks.append(MARKED[token.name])

    # What ends.

    def end(self, token: Token) -> None:
        name = token.name
        if name == "figcaption":
            self.end_caption()
        elif self.caption is not None:
            self.caption.append(f"</{MARKED[name]}>" if name in MARKED else "")
        elif name == "figure":
            self.end_line()
            if self.figures:
                self.figures.pop()
        elif name in MARKED:
            if self.line and MARKED[name] in self.line.marks:
                self.line.marks.remove(MARKED[name])
                self.line.parts.append(f"</{MARKED[name]}>")
        elif name in KEPT or name in PARTING or name in LINES:
            self.end_line()
            if name in self.open:
                self.close_to(name)

    def close_to(self, name: str) -> None:
        while self.open:
            last = self.open.pop()
            self.out.append(f"</{last}>")
            if last == name:
                break
        self.let_go()

    def end_line(self) -> None:
        """Write the line that is open, where it has a word."""
        line, self.line = self.line, None
        if line is None:
            return
        if line.words.strip() and not self.is_played(line.words.strip()):
            line.parts += [f"</{one}>" for one in reversed(line.marks)]
            inner = BREAKS.sub("", EMPTY.sub("", "".join(line.parts)))
            self.out.append(f"<{line.tag}>{inner}</{line.tag}>")
        self.let_go()

    def let_go(self) -> None:
        if self.line is None and not HOLDING.intersection(self.open):
            self.out += self.held
            self.held = []

    # Words.

    def written_line(self) -> OpenLine:
        self.line = self.line or OpenLine("p", is_own=False)
        return self.line

    def say(self, token: Token) -> None:
        """Words; without an element around them, an empty line parts two paragraphs."""
        words = token.seen
        if self.line is not None and self.line.is_own:
            self.add(words, escaped_text(token))
            return
        pieces = PARAGRAPH.split(words) if token.kind != ENTITY else [words]
        for at, piece in enumerate(pieces):
            if at:
                self.end_line()
            if not piece.strip() and self.line is None:
                continue
            lines = escape(piece if self.line else piece.lstrip(), quote=False).split("\n")
            self.add(piece, "<br>".join(lines))

    def add(self, words: str, html: str) -> None:
        line = self.written_line()
        line.words += words
        line.parts.append(html)

    # Pictures, videos and what is written below them.

    def show(self, token: Token) -> None:
        key = self.key_of(token.attributes)
        if not key:
            return
        self.pictures.append((key, ""))
        self.put(f"\0{len(self.pictures) - 1}\0")

    def put(self, block: str) -> None:
        """A block of its own: before the line that has no word yet, else after it."""
        if HOLDING.intersection(self.open) or (self.line and self.line.words.strip()):
            self.held.append(block)
        else:
            self.out.append(block)

    def play(self, address: str, kind: str) -> None:
        address = f"https:{address}" if address.startswith("//") else address
        if not self.is_played(address):
            self.left_out[f"<{kind}>"] += 1
            if ALONE.fullmatch(address):
                said = escape(address)
                self.put(f'<p><a href="{said}">{said}</a></p>')

    def is_played(self, address: str) -> bool:
        """Whether words are the address of a video or a post, which stands here from now on."""
        if not ALONE.fullmatch(address):
            return False
        try:
            embed = embed_of(address)
        except NotEmbeddedError:
            return False
        link = f'<a href="{escape(embed.address)}">{embed.site.name}</a>'
        self.put(f'<figure class="embed">{link}</figure>')
        return True

    def end_caption(self) -> None:
        """What is written below a picture; below a table or a video, a paragraph."""
        if self.caption is None:
            return
        words, self.caption = " ".join("".join(self.caption).split()), None
        first = self.figures[-1] if self.figures else len(self.pictures)
        within = len(self.pictures) > first
        if within and not self.pictures[-1][1]:
            self.pictures[-1] = (self.pictures[-1][0], words)
        elif words:
            self.put(f"<p>{words}</p>")

    def shown(self, block: str) -> str:
        if not block.startswith("\0"):
            return block
        key, caption = self.pictures[int(block.strip("\0"))]
        return (
            f'<figure class="image" data-image="{key}"><figcaption>{caption}</figcaption></figure>'
        )


def escaped_text(token: Token) -> str:
    return escape(token.seen, quote=False)


def mark(token: Token) -> str:
    """A mark within a line; of what it says, only where a link leads."""
    if token.name != "a":
        return f"<{MARKED.get(token.name, token.name)}>"
    address = token.attributes.get("href", "").strip()
    return f'<a href="{escape(address)}">' if LEADS.match(address) else ""
