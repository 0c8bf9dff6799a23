"""Pages and fragments of HTML as text: no scripts, no menus, and of links only the sources."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from ..fetch import HTML, Paragraphs, WireError, decoded
from .document import ReadDocument

ADDRESS = re.compile(r" ?<(?P<address>[^<>\s]*)>")
WEB = re.compile(r"https?://", re.IGNORECASE)
SOURCE = re.compile(r"\W*(?:sources?|المصدر)\b", re.IGNORECASE)
LONGEST = 3_000_000
"""Characters of a page, with its mark-up."""
SHORT = 200
"""Characters of a line that ends with an address, and says with it where the text is from."""


class PageWords(Paragraphs):
    """As of any page; what stands around the text of one is left out."""

    UNSEEN = Paragraphs.UNSEEN | {"nav", "aside", "footer", "button", "svg", "iframe", "select"}
    BLOCKS = Paragraphs.BLOCKS | {
        "blockquote", "ul", "ol", "table", "td", "th", "h5", "h6", "header", "hr", "pre", "dd", "dt"
    }  # fmt: skip

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "body":
            # A page need not say where its head ends.
            self.hidden = 0
        super().handle_starttag(tag, attrs)


def read(data: bytes) -> ReadDocument:
    """Read the words of a page.

    Raises:
        WireError: it is no text.
    """
    text, warnings = decoded(data)
    return ReadDocument(words_of(text), warnings)


def words_of(page: str) -> str:
    """The words of HTML, one paragraph a line.

    Raises:
        WireError: it is longer than pages are.
    """
    if len(page) > LONGEST:
        raise WireError(_("The document is far longer than an article: it was not read."))
    parser = PageWords()
    parser.feed(page.replace("<![", "<! ["))
    text = re.sub(r"\n[ \n]*\n", "\n\n", "".join(parser.parts))
    lines = (re.sub(" +", " ", line).strip() for line in text.split("\n"))
    return "\n".join(map(with_sources_only, lines)).strip()


def with_sources_only(line: str) -> str:
    """A line without the addresses of its links, but where it says the source by one."""

    def kept(match: re.Match[str]) -> str:
        address = match["address"]
        is_end = match.end() == len(line) and len(line) < SHORT
        says_it = SOURCE.match(line) or (is_end and line.startswith("<"))
        return f" <{address}>" if WEB.match(address) and says_it else ""

    return ADDRESS.sub(kept, line)


def is_page(text: str) -> bool:
    return HTML.search(text[:5000]) is not None
