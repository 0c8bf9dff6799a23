"""The article in a page of a site: told from what stands around it by how the page is made."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone
from django.utils.dateparse import parse_datetime

from ..fetch import Paragraphs
from ..markup import as_row

AROUND = frozenset(
    [
        *("nav", "navbar", "navigation", "menu", "submenu", "sidebar", "footer", "toolbar", "skip"),
        *("search", "login", "pagination", "breadcrumb", "breadcrumbs", "tags", "taglist"),
        *("comment", "comments", "respond", "commentaires", "related", "similar", "recommended"),
        *("recommendations", "mostread", "trending", "newsletter", "subscribe", "share", "sharing"),
        *("social", "socials", "cookie", "cookies", "consent", "gdpr", "ad", "ads", "advert"),
        *("advertisement", "publicite", "popup", "modal"),
    ]
)
"""Words in the class of an element that is beside the article of a page."""
ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "dialog"})
NEVER_AROUND = frozenset({"html", "body", "main", "article", "h1", "h2", "p"})
EMPTY = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source"]
)
"""Elements that have no end."""
ENDS_BY_ITSELF = frozenset({"p", "li", "td", "th", "tr", "dd", "dt", "option"})
DEEPEST = 400
IN_LINK, LINK_ENDS = "\ufdd0", "\ufdd1"
"""Around the words of a link, while a page is read: signs that stand in no text."""
CONTAINERS = frozenset({"div", "section", "td"})
MARKED = frozenset({"article", "main"})
HEADLINES = frozenset({"h1", "h2"})
LONGEST_CELL = 80
"""Letters of a cell of a table that is none of a page's layout."""
HEADING = {"h1": "# ", "h2": "## ", "h3": "### ", "h4": "### ", "h5": "### ", "h6": "### "}
SITE_BEHIND = re.compile(r"\s+[|–—·«»-]\s+[^|–—·«»]{2,40}$")
ISO_DAY = re.compile(r"^(\d{4}-\d\d-\d\d)")
WORDS = re.compile(r"[^\W_]+")
TITLES = ("og:title", "twitter:title")
DATES = ("article:published_time", "datepublished", "date", "dc.date", "dcterms.created")
type PartOfPage = tuple[int, int]
"""From which piece of the text of a page to which."""


@dataclass
class SaidInHead:
    """What a page says of itself where nobody sees it."""

    title: str = ""
    og_title: str = ""
    site: str = ""
    author: str = ""
    published_on: date | None = None


@dataclass
class OpenTag:
    tag: str
    is_hidden: bool
    begins: int
    number: int = 0
    """Of the items of a list with numbers that were met."""
    rows: list[list[str]] = field(default_factory=list)
    is_plain: bool = True
    """Whether a table is one of words and figures, and not how a page is laid out."""


class PageWords(Paragraphs):
    """As of any page; what stands around the text of one is left out."""

    UNSEEN = Paragraphs.UNSEEN | {
        "nav",
        "aside",
        "footer",
        "button",
        "svg",
        "iframe",
        "select",
        "form",
    }
    BLOCKS = Paragraphs.BLOCKS | {
        "blockquote", "ul", "ol", "table", "td", "th", "h5", "h6", "header", "hr", "pre", "dd",
        "dt", "figcaption", "time", "main",
    }  # fmt: skip

    def __init__(self, *, by_class: bool) -> None:
        super().__init__()
        self.by_class = by_class
        self.open: list[OpenTag] = []
        self.head = SaidInHead()
        self.articles: list[PartOfPage] = []
        """What is marked as the article, or as what the page is for."""
        self.containers: list[PartOfPage] = []
        self.headings: list[int] = []
        """Where those begin that may be the headline."""
        self.is_title = False
        self.data_of = ""
        self.left_out = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "meta":
            self.read_meta(said)
        if tag in {"body", "article", "h1"}:
            # A page need not say where its head ends.
            self.close_to("head")
        if tag in EMPTY or len(self.open) > DEEPEST:
            self.parts += ["\n\n"] if tag in self.BLOCKS else []
            return
        if tag in ENDS_BY_ITSELF and self.open and self.open[-1].tag == tag:
            self.handle_endtag(tag)
        is_hidden = tag in self.UNSEEN or (self.by_class and is_around(tag, said))
        self.open.append(OpenTag(tag, is_hidden, len(self.parts)))
        self.hidden += is_hidden
        self.is_title = self.is_title or tag == "title"
        self.data_of = said.get("type", "") if tag == "script" else ""
        if tag in self.BLOCKS:
            self.parts.append("\n\n")
        if not self.hidden and tag in HEADING:
            self.headings += [len(self.parts)] if tag in HEADLINES else []
            self.parts.append(HEADING[tag])
        self.begin(tag)
        if tag == "a":
            self.link = said.get("href", "")

    def begin(self, tag: str) -> None:
        """Begin what has a mark of its own: an item, a row."""
        if not self.hidden and tag == "li":
            self.parts.append(self.mark_of_item())
        if tag == "table" and (outer := self.nearest("table", skip=1)):
            outer.is_plain = False
        if tag == "tr" and (table := self.nearest("table")):
            table.rows.append([])

    def nearest(self, tag: str, skip: int = 0) -> OpenTag | None:
        """The innermost open element of a kind, or one outside it."""
        found = [one for one in self.open if one.tag == tag]
        return found[-1 - skip] if len(found) > skip else None

    def mark_of_item(self) -> str:
        lists = [one for one in self.open if one.tag in {"ul", "ol"}]
        if not lists or lists[-1].tag == "ul":
            return "- "
        lists[-1].number += 1
        return f"{lists[-1].number}. "

    def end_cell(self, cell: OpenTag) -> None:
        table = self.nearest("table")
        if table is None or not table.rows:
            return
        words = "".join(self.parts[cell.begins :]).strip()
        table.is_plain = table.is_plain and "\n" not in words and len(words) <= LONGEST_CELL
        table.rows[-1].append(words)

    def end_table(self, table: OpenTag) -> None:
        """A table of words and figures as rows; what is laid out by one stays paragraphs."""
        rows = [row for row in table.rows if any(row)]
        if table.is_plain and len(rows) > 1 and min(map(len, rows)) > 1:
            del self.parts[table.begins :]
            self.containers = [one for one in self.containers if one[1] <= table.begins]
            self.headings = [at for at in self.headings if at < table.begins]
            self.parts += ["\n\n", *(f"{as_row(row)}\n\n" for row in rows)]

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self.link and not self.hidden:
            self.parts.append(f" <{self.link}>")
        self.link = "" if tag == "a" else self.link
        self.close_to(tag)
        if tag in self.BLOCKS:
            self.parts.append("\n\n")

    def close_to(self, tag: str) -> None:
        """Close an element, and those within it that were left open; none where it is not open."""
        if not any(one.tag == tag for one in self.open):
            return
        while self.open:
            one = self.open.pop()
            self.hidden -= one.is_hidden
            if one.tag in MARKED | CONTAINERS and not self.hidden:
                found = self.articles if one.tag in MARKED else self.containers
                found.append((one.begins, len(self.parts)))
            self.is_title = self.is_title and one.tag != "title"
            if one.tag in {"td", "th"} and not self.hidden:
                self.end_cell(one)
            elif one.tag == "table" and not self.hidden:
                self.end_table(one)
            if one.tag == tag:
                return

    def handle_data(self, data: str) -> None:
        if self.is_title and not self.head.title:
            self.head.title = " ".join(data.split())
        if self.data_of == "application/ld+json":
            self.read_linked_data(data)
        if self.hidden:
            self.left_out += len(WORDS.findall(data)) if not self.is_in_head() else 0
        if self.link and not self.hidden and data.strip():
            self.parts.append(IN_LINK)
            super().handle_data(data)
            self.parts.append(LINK_ENDS)
        else:
            super().handle_data(data)

    def close(self) -> None:
        """Close what the page left open, too."""
        super().close()
        while self.open:
            self.close_to(self.open[0].tag)

    def is_in_head(self) -> bool:
        return any(one.tag in {"head", "script", "style"} for one in self.open)

    def read_meta(self, said: dict[str, str]) -> None:
        name = (said.get("property") or said.get("name") or said.get("itemprop") or "").lower()
        value = " ".join(said.get("content", "").split())
        if name in TITLES:
            self.head.og_title = self.head.og_title or value
        elif name == "og:site_name":
            self.head.site = value
        elif name in {"author", "article:author"} and "/" not in value:
            self.head.author = value
        elif name in DATES:
            self.head.published_on = self.head.published_on or iso_day(value)

    def read_linked_data(self, data: str) -> None:
        """The day and the author in JSON-LD, which most sites of newspapers have."""
        try:
            found = json.loads(data)
        except (ValueError, RecursionError):
            return
        found = found.get("@graph", [found]) if isinstance(found, dict) else found
        for one in found if isinstance(found, list) else []:
            if not isinstance(one, dict):
                continue
            self.head.published_on = self.head.published_on or iso_day(
                str(one.get("datePublished"))
            )
            author = one.get("author")
            author = author[0] if isinstance(author, list) and author else author
            name = author.get("name") if isinstance(author, dict) else author
            if isinstance(name, str) and not self.head.author:
                self.head.author = name


def is_around(tag: str, said: dict[str, str]) -> bool:
    """Whether the classes of an element say that it is beside the article."""
    if tag in NEVER_AROUND:
        return False
    if said.get("role") in ROLES or "hidden" in said or said.get("aria-hidden") == "true":
        return True
    names = f"{said.get('class', '')} {said.get('id', '')}"
    words = re.findall(r"[a-z]+", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", names).lower())
    return bool(AROUND.intersection(words))


def iso_day(said: str) -> date | None:
    """The day here of a moment that a page says; a moment without a zone is of its own clock."""
    try:
        moment = parse_datetime(said)
        if moment is not None and moment.tzinfo:
            return timezone.localtime(moment).date()
        found = ISO_DAY.match(said)
        return date.fromisoformat(found[1]) if found else None
    except (ValueError, OverflowError):
        return None


def without_site(title: str, site: str) -> str:
    """« Vignette : le paiement en ligne | Le Courrier » without the name of the site."""
    if site and title.endswith(site):
        return title.removesuffix(site).rstrip(" |–—·«»-")
    return SITE_BEHIND.sub("", title)
