"""Pages and fragments of HTML as text: no scripts, no menus, and of links only the sources."""

from __future__ import annotations

import re

from django.utils import timezone
from django.utils.translation import gettext as _

from ..fetch import HTML, WireError, decoded
from ..layout.web_pages import said_of_page
from ..markup import HEADING
from ..sender_facts import of_page
from .document import ReadDocument
from .page_parts import BELIEVED, article_in, is_links, without_marks
from .web_article import PageWords, without_site

ADDRESS = re.compile(r" ?<(?P<address>[^<>\s]*)>")
WEB = re.compile(r"https?://", re.IGNORECASE)
SOURCE = re.compile(r"\W*(?:sources?|المصدر)\b", re.IGNORECASE)
ARABIC = re.compile("[\u0621-\u064a]")
EMPTY_MARK = re.compile(r"^(?:#{1,6}|-|\d{1,3}\.)$")
BROKEN_ITEM = re.compile(r"^(?P<mark>-|\d{1,3}\.|#{1,6})[ \n]+(?=[^\s#-])", re.MULTILINE)
"""An item with a paragraph in it."""
A_SENTENCE = 60
LONGEST = 3_000_000
"""Characters of a page, with its mark-up."""
SHORT = 200
"""Characters of a line that ends with an address, and says with it where the text is from."""


def read(data: bytes) -> ReadDocument:
    """Read the words of a page: of its article, where it has one.

    Raises:
        WireError: it is no text.
    """
    text, warnings = decoded(data)
    page = parsed(text)
    words = article_of(page)
    if page.left_out or len(words) < len(lines_of(page.parts)) * 0.9:
        warnings.append(_("What stands around the article of the page was left out."))
    facts = of_page(text, timezone.now())
    return ReadDocument(words, warnings, sent_on=page.head.published_on, facts=facts)


def words_of(page: str) -> str:
    """The words of HTML, one paragraph a line.

    Raises:
        WireError: it is longer than pages are.
    """
    return lines_of(parsed(page).parts)


def parsed(page: str) -> PageWords:
    """The page, taken apart; where the names of its classes mislead, they are not believed.

    Raises:
        WireError: it is longer than pages are.
    """
    if len(page) > LONGEST:
        raise WireError(_("The document is far longer than an article: it was not read."))
    found = [PageWords(by_class=by_class) for by_class in (True, False)]
    for one in found:
        one.feed(page)
        one.close()
    strict, whole = found
    return strict if running(strict.parts) >= running(whole.parts) * BELIEVED else whole


def running(parts: list[str]) -> int:
    """Letters of a page in lines as long as sentences."""
    return sum(len(line) for line in lines_of(parts).split("\n") if len(line) > A_SENTENCE)


def lines_of(parts: list[str], *, with_links: bool = True) -> str:
    """The lines of a page; without those that are there for where they lead, where so wanted."""
    text = re.sub(r"\n[ \n]*\n", "\n\n", "".join(parts))
    text = BROKEN_ITEM.sub(r"\g<mark> ", text)
    lines = (re.sub(" +", " ", line).strip() for line in text.split("\n"))
    if not with_links:
        lines = (line for line in lines if not leads_elsewhere(line))
    said = map(with_sources_only, map(without_marks, lines))
    kept = (line for line in said if not EMPTY_MARK.match(line))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()


def leads_elsewhere(line: str) -> bool:
    """Whether a line is a link; a heading may be one, and so may the source."""
    is_said = line.startswith("#") or SOURCE.match(without_marks(line))
    return bool(line) and not is_said and is_links(line)


def article_of(page: PageWords) -> str:
    """The headline of a page, what it says of author and day, and its text."""
    whole = lines_of(page.parts)
    bounds = article_in(page)
    inner = lines_of(page.parts[slice(*bounds)], with_links=False) if bounds else whole
    title = headline_of(page, inner, whole)
    if not title:
        return inner
    lines = inner.split("\n")
    at = next((at for at, line in enumerate(lines) if is_same(line, title)), None)
    marked = (at for at, line in enumerate(lines) if line.startswith("# ") and is_same(line, title))
    at = next(marked, at)
    # Of the other headings of the first rank none is the headline: a site's name is often one.
    above = [] if at is None else [one.removeprefix("# ") for one in lines[:at]]
    below = [one.removeprefix("# ") for one in (lines if at is None else lines[at + 1 :])]
    below = [one for one in below if not is_same(one, title)]
    said = any(said_of_page(line).day for line in [*above, *below])
    beside = "" if said else said_beside(page, whole, inner)
    found = [*above, "", f"# {title}", "", *([beside, ""] if beside else []), *below]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(found)).strip()


def headline_of(page: PageWords, inner: str, whole: str) -> str:
    """The heading of the article, else what the page is shared by, else its own title."""
    head = page.head
    ranked = [line.removeprefix("# ") for line in inner.split("\n") if line.startswith("# ")]
    shared = without_site(head.og_title, head.site)
    if ranked and (inner != whole or not shared or len(ranked) == 1):
        own = [one for one in ranked if one != head.site]
        alike = [one for one in own if is_same(one, shared)]
        if (alike or own) and not (shared and inner == whole and not alike):
            return (alike or own)[0]
    if shared:
        return shared
    first = inner.partition("\n")[0]
    if inner != whole and HEADING.match(first):
        return first.strip("# ")
    lines = {line.strip("# ") for line in whole.split("\n")}
    titles = [head.title, without_site(head.title, head.site)]
    return next((one for one in titles if one and one in lines), "")


def is_same(line: str, title: str) -> bool:
    return " ".join(line.strip("# ").split()).casefold() == title.casefold()


def said_beside(page: PageWords, whole: str, inner: str) -> str:
    """The line of author and day that stands outside the article, or that its head has."""
    outside = [] if inner == whole else whole.split("\n")
    if found := [line for line in outside if said_of_page(line).is_published]:
        return found[0]
    day, name = page.head.published_on, page.head.author
    if day is None:
        return ""
    is_arabic = len(ARABIC.findall(inner)) > len(inner) / 3
    when = f"نشر في {day:%d/%m/%Y}" if is_arabic else f"Publié le {day:%d/%m/%Y}"
    who = f"{'بقلم' if is_arabic else 'Par'} {name} | " if name and name != page.head.site else ""
    return who + when


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
