"""The bytes of wire copy as text: whatever it was written with, and nothing that is not text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from html.parser import HTMLParser

from charset_normalizer import from_bytes
from django.utils.translation import gettext as _

from articles.text.characters import PRESENTED, letters_as_written

BIDI_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")
UNSEEN = re.compile("[\u200b\u2060\ufeff\u00ad]")
CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
HTML = re.compile(r"<(?:!doctype|html|head|body|p|div|br|script|article)\b", re.IGNORECASE)
# What either of our languages is written with, in the encodings that came before Unicode.
LEGACY = ["cp1252", "cp1256", "iso8859_6"]


class WireError(Exception):
    """A file that cannot be read; the message is for the person who sent it."""


class NoWordsError(WireError):
    """There is nothing to read in it: of an item of a feed, nothing to speak of either."""


class HarmfulError(WireError):
    """A file that could do harm to whoever opens it: it is neither read nor kept."""


@dataclass(frozen=True)
class FetchedText:
    """A text as it came, and what had to be done to read it."""

    text: str
    warnings: tuple[str, ...] = ()
    sender: str = ""
    """Whose words they are, by what they came in: a mail that is passed on, a chat."""


def tidied(text: str, warnings: list[str]) -> FetchedText:
    """A text with the characters that a person would have written, and what was done to it.

    Raises:
        NoWordsError: there is nothing in it.
    """
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if BIDI_CONTROLS.search(text):
        text = BIDI_CONTROLS.sub("", text)
        warnings.append(_("Characters that turn the direction of a text around were taken out."))
    if PRESENTED.search(text):
        text = letters_as_written(text)
        warnings.append(_("Letters in the shapes that a PDF has were written as letters."))
    text = UNSEEN.sub("", text)
    if not text.strip():
        raise NoWordsError(_("The file is empty."))
    return FetchedText(text, tuple(warnings))


def decoded(data: bytes) -> tuple[str, list[str]]:
    """The text of the bytes, and a warning where their encoding had to be guessed.

    Raises:
        WireError: they are no text in any encoding of ours.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return checked(data.decode("utf-16", errors="replace")), []
    try:
        return checked(data.decode("utf-8-sig")), []
    except UnicodeDecodeError:
        pass
    if b"\x00" in data or data.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"PK")):
        raise WireError(_("The file is not a text."))
    text, encoding = guessed(data)
    return checked(text), [_("The file is not in UTF-8; it was read as %s.") % encoding]


def guessed(data: bytes) -> tuple[str, str]:
    """Mostly high bytes is Arabic, a few among ASCII letters French; Charset Normalizer decides
    between the Arabic encodings."""
    high = sum(byte > 0x7F for byte in data)
    letters = sum(chr(byte).isalpha() for byte in data if byte < 0x80) or 1
    if high < letters:
        return data.decode("cp1252", errors="replace"), "cp1252"
    best = from_bytes(data, cp_isolation=LEGACY[1:]).best()
    encoding = best.encoding if best else "cp1256"
    return data.decode(encoding, errors="replace"), encoding


def checked(text: str) -> str:
    """Refuse what decodes but was never written by a person."""
    if len(CONTROL.findall(text[:10_000])) > len(text[:10_000]) / 100:
        raise WireError(_("The file is not a text."))
    return CONTROL.sub("", text)


BROKEN_TAG = re.compile(
    r"""<(?=[a-zA-Z/])(?!(?:[^<>"']++|"[^">]{0,300}"|'[^'>]{0,300}'|["'])*+>)"""
)
"""What begins like a tag and has no end before the next begins."""
BROKEN_SECTION = re.compile(r"<[!?][^<>]*+(?!>)")


def fit_to_parse(page: str) -> str:
    """A page that Python's parser reads in time that grows with its length.

    It goes back to the beginning of each tag and comment that has no end, and stops at a marked
    section that it does not know.
    """
    kept, at = [], 0
    while (begin := page.find("<!--", at)) >= 0 and (end := page.find("-->", begin)) >= 0:
        kept.append(page[at:begin])
        at = end + len("-->")
    rest = page[at:].replace("<!--", "")
    page = BROKEN_SECTION.sub("", "".join([*kept, rest]).replace("<![", "<! ["))
    return BROKEN_TAG.sub("&lt;", page)


class PageParser(HTMLParser):
    """Python's parser, given what it reads in time."""

    def feed(self, data: str) -> None:
        super().feed(fit_to_parse(data))


class Paragraphs(PageParser):
    """Keeps the text and the addresses of links; drops scripts and styles with what is in them."""

    UNSEEN = frozenset({"script", "style", "template", "noscript", "head"})
    BLOCKS = frozenset({"p", "div", "br", "li", "h1", "h2", "h3", "h4", "tr", "article", "section"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.hidden = 0
        self.link = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.UNSEEN:
            self.hidden += 1
        if tag in self.BLOCKS:
            self.parts.append("\n\n")
        if tag in {"h1", "title"}:
            self.parts.append("# ")
        if tag == "a":
            self.link = dict(attrs).get("href") or ""

    def handle_endtag(self, tag: str) -> None:
        if tag in self.UNSEEN:
            self.hidden = max(0, self.hidden - 1)
        if tag in self.BLOCKS:
            self.parts.append("\n\n")
        if tag == "a" and self.link:
            self.parts.append(f" <{self.link}>")
            self.link = ""

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            # The spaces at its ends stand between words: « le <b>maire</b> parle ».
            self.parts.append(re.sub(r"\s+", " ", data))
