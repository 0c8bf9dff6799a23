"""The article of a page of the web: what stands around it on its site is left out.

The part that is taken is the smallest that has most of the running text. A menu, a list of other
articles, a row of buttons is told by its being made of links.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import ReceivedFile, User

from ..documents import web
from ..documents.document import ReadDocument
from ..documents.kinds import PAGE, kind_of
from ..documents.web_article import PageWords
from ..fetch import WireError, decoded
from ..receiving import of_bytes, receive
from .download import download
from .items import moment

SECONDS = 10
"""That somebody who pasted an address waits for its page."""
PROSE = 60
"""Characters from which a paragraph is running text, and no label."""
MOST = 0.6
"""The part of the running text of a page that its article has."""
OF_LINKS = 0.5
DEEPEST = 60
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
CONTAINERS = {"div", "article", "section", "main", "td"}
HEADINGS = {"h1", "h2", "h3"}
UNSEEN = PageWords.UNSEEN | {"form", "figcaption"}
BLOCKS = PageWords.BLOCKS | {"main", "figure", "time"}
TITLES = ("og:title", "twitter:title")
DATES = ("article:published_time", "datepublished", "date", "dc.date", "dcterms.created")
DATE_OF_DATA = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')


def receive_page(address: str, by: User, language: str = "") -> list[ReceivedFile]:
    """Have what stands at an address, and keep it as it came, with its text.

    Raises:
        WireError: it is not asked for, or cannot be had.
    """
    found = download(address, seconds=SECONDS)
    data = found.data
    path = unquote(urlsplit(found.address).path).rstrip("/").rpartition("/")[2]
    name = path or urlsplit(found.address).hostname or ""
    document = article_of(data) if is_web_page(data) else None
    return receive(of_bytes(name, data), by, language, address=found.address, document=document)


def is_web_page(data: bytes) -> bool:
    try:
        return kind_of(data) is PAGE
    except WireError:
        return False


def article_of(data: bytes) -> ReadDocument | None:
    """The article of a page; nothing, where the page as a whole has to be read."""
    text, warnings = decoded(data)
    if len(text) > web.LONGEST:
        return None
    page = PageParts()
    page.feed(text.replace("<![", "<! ["))
    page.end_block()
    lines = list(page.article())
    if sum(map(len, lines)) < 2 * PROSE:
        return None
    title = page.title or page.heading_of(lines[0])
    # What stands above the headline in its part is a label, or the way to the page.
    if title in lines:
        lines = lines[lines.index(title) + 1 :]
    told = _("What stood around the article on its page was left out.")
    whole = "\n\n".join([f"# {title}", *lines] if title else lines)
    return ReadDocument(whole, [*warnings, told], sent_on=page.day(text))


@dataclass
class ProsePart:
    """One paragraph, heading or cell, with the parts of the page that it is in."""

    text: str
    links: int
    parts: tuple[int, ...]
    is_heading: bool

    @property
    def is_links(self) -> bool:
        return self.links > len(self.text) * OF_LINKS and not self.is_heading

    @property
    def prose(self) -> int:
        is_prose = len(self.text) >= PROSE and self.links < len(self.text) / 3
        return len(self.text) if is_prose else 0


class PageParts(HTMLParser):
    """Reads a page into its blocks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, int]] = []
        self.count = 0
        self.hidden = 0
        self.in_link = 0
        self.words: list[str] = []
        self.links = 0
        self.heading = False
        self.blocks: list[ProsePart] = []
        self.said: dict[str, str] = {}
        self.first_heading = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "meta":
            self.note(dict(attrs))
        if tag == "body":
            # A page need not say where its head ends.
            self.hidden = 0
        if tag in UNSEEN:
            self.hidden += 1
        if tag in BLOCKS:
            self.end_block()
            self.heading = tag in HEADINGS
            if tag not in VOID and len(self.open) < DEEPEST:
                self.count += 1
                self.open.append((tag, self.count))
        self.in_link += tag == "a"

    def handle_endtag(self, tag: str) -> None:
        if tag in UNSEEN:
            self.hidden = max(0, self.hidden - 1)
        if tag in BLOCKS:
            self.end_block()
            opened = [at for at, one in enumerate(self.open) if one[0] == tag]
            del self.open[opened[-1] if opened else len(self.open) :]
        if tag == "a":
            self.in_link = max(0, self.in_link - 1)

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.words.append(data)
            self.links += len(data.strip()) if self.in_link else 0

    def note(self, said: dict[str, str | None]) -> None:
        name = (said.get("property") or said.get("name") or said.get("itemprop") or "").lower()
        if name in {*TITLES, *DATES}:
            self.said.setdefault(name, " ".join((said.get("content") or "").split()))

    def end_block(self) -> None:
        text = " ".join("".join(self.words).split())
        if text:
            parts = tuple(number for tag, number in self.open if tag in CONTAINERS)
            self.blocks.append(ProsePart(text, self.links, parts, self.heading))
            if self.open and self.open[-1][0] == "h1" and not self.first_heading:
                self.first_heading = text
        self.words, self.links, self.heading = [], 0, False

    @property
    def title(self) -> str:
        """As the page shows it, else as it is told to others."""
        told = next((self.said[name] for name in TITLES if self.said.get(name)), "")
        shown = [one.text for one in self.blocks if one.is_heading]
        return (told if told in shown else "") or self.first_heading or told

    def heading_of(self, line: str) -> str:
        """A line, where it is a heading."""
        return next((one.text for one in self.blocks if one.is_heading and one.text == line), "")

    def article(self) -> Iterator[str]:
        """The lines of the smallest part that has most of the running text."""
        prose: dict[int, int] = {}
        for block in self.blocks:
            for number in block.parts if block.prose else ():
                prose[number] = prose.get(number, 0) + block.prose
        whole = sum(block.prose for block in self.blocks)
        # Parts are numbered as they begin: of those around the text, the last is the innermost.
        chosen = [number for number, length in prose.items() if length >= whole * MOST]
        part = max(chosen, default=None)
        title = self.title
        for block in self.blocks:
            is_there = part is None or part in block.parts
            if (is_there and not block.is_links) or (title and block.text == title):
                yield block.text

    def day(self, page: str) -> date | None:
        """The day that the page says of itself, where programs read it."""
        told = [self.said.get(name, "") for name in DATES]
        found = DATE_OF_DATA.search(page)
        moments = (moment(one) for one in [*told, found[1] if found else ""])
        at = next((one for one in moments if one), None)
        return timezone.localtime(at).date() if at else None
