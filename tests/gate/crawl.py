"""Everything that an address of the site may answer with, to whoever has no account."""

import re
from collections import deque
from dataclasses import dataclass, field
from html import unescape
from io import BytesIO
from urllib.parse import unquote, urlsplit

from django.core.files.storage import default_storage
from django.test.client import ClientHandler, RequestFactory
from django.urls import NoReverseMatch, URLPattern, reverse
from django.utils import translation
from pypdf import PdfReader

from articles import urls
from articles.languages import Language
from articles.models import Article, Document, FormerSlug, LiveEntry, NamedRecord
from articles.pictures.renditions import files_in
from newsroom import urls as roots


class Visitor(RequestFactory):
    """Somebody who opens addresses: the test client, without its keeping of every context."""

    def __init__(self):
        super().__init__()
        self.handler = ClientHandler(enforce_csrf_checks=False)

    def request(self, **asked):
        return self.handler(self._base_environ(**asked))


TOKEN = re.compile(r"[^\W_]+")
ESCAPED = re.compile(r"\\u([0-9a-f]{4})")
LINKS = re.compile(
    r"""(?:href|src|content|data-[a-z]+|url)="(/[^"]*|http://testserver[^"]*)"|(http://testserver[^\s"'<>\\&]*)"""
)
OF_ARTICLES = {"share_image", "live_part", "live_entry"}
"""What stands under the address of an article, and is called otherwise."""
NOT_OURS = ("/static/", "/admin/")
MOST = 4_000
"""Addresses that are asked for; that there are no more is a test's business."""


def text_of(response):
    """All that an answer says: headers, content, and whatever is escaped in it."""
    content = response.getvalue()
    if response.headers.get("Content-Type") == "application/pdf":
        content = "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    else:
        content = content.decode(errors="ignore")
    content = ESCAPED.sub(lambda found: chr(int(found[1], 16)), content.replace("\r\n ", ""))
    headers = "\n".join(f"{name}: {value}" for name, value in response.headers.items())
    return unquote(unescape(f"{headers}\n{content}"))


def words_in(text, newsroom):
    """The words of the newsroom that stand in a text."""
    return [newsroom.words[one] for one in set(TOKEN.findall(text)) & newsroom.words.keys()]


@dataclass
class Crawl:
    """What was seen at which address."""

    newsroom: object
    visitor: Visitor = field(default_factory=Visitor)
    seen: dict = field(default_factory=dict)
    """For each word, an address that shows it."""
    answers: dict = field(default_factory=dict)
    """The status of each address."""

    def ask(self, address):
        """The text of an answer, with what it says remembered."""
        response = self.visitor.get(address)
        text = text_of(response)
        self.answers[address] = response.status_code
        for word in words_in(text, self.newsroom):
            self.seen.setdefault(word, f"{address} ({response.status_code})")
        return text

    def everywhere(self):
        waiting = deque(dict.fromkeys(addresses(self.newsroom)))
        while waiting and len(self.answers) < MOST:
            address = waiting.popleft()
            if address in self.answers:
                continue
            text = self.ask(address)
            waiting.extend(one for one in links_in(text) if one not in self.answers)
        return self


def links_in(text):
    for found in LINKS.finditer(text):
        parts = urlsplit(found[1] or found[2])
        path = f"{parts.path}?{parts.query}" if parts.query else parts.path
        if path.startswith("/") and not path.startswith(NOT_OURS):
            yield path


def addresses(newsroom):
    """Every address that the patterns allow, with all that may stand in it."""
    for pattern in roots.urlpatterns:
        if isinstance(pattern, URLPattern) and pattern.name not in {None, "admin_language"}:
            yield from filled(newsroom, pattern, None)
    yield from files()
    for language in Language.all():
        with translation.override(language.code):
            for pattern in urls.urlpatterns:
                yield from filled(newsroom, pattern, language)


def filled(newsroom, pattern, language):
    names = set(pattern.pattern.regex.groupindex)
    for values in combinations(newsroom, pattern.name, names, language):
        try:
            yield reverse(pattern.name, kwargs=values or None)
        except NoReverseMatch as wrong:
            raise AssertionError(f"Say what stands in the address of “{pattern.name}”.") from wrong


def combinations(newsroom, name, names, language):
    """What may stand in an address: the keys of everything there is, shown or not."""
    if not names:
        yield {}
    elif names == {"slug"}:
        yield from ({"slug": slug} for slug in slugs(newsroom, name, language))
    elif names == {"slug", "entry"}:
        yield from entries_of(newsroom, name, language)
    elif names == {"year", "month"}:
        yield from ({"year": year, "month": month} for year, month in months(newsroom))
    elif names == {"year"}:
        yield from ({"year": year} for year, month in months(newsroom))
    elif names == {"form"}:
        yield from ({"form": form} for form in ("rss", "atom", "json"))
    elif names == {"section"}:
        kinds = [model.page for model in (Article, *NamedRecord.__subclasses__())]
        yield from ({"section": f"{kind}-{one}-1"} for kind in kinds for one in Language.all())
        yield {"section": "pages"}
    elif name == "document":
        yield from ({"key": row.key} for row in newsroom.rows if isinstance(row, Document))
    elif names == {"key", "token"}:
        yield from ({"key": report.article.key, "token": "x"} for report in newsroom.reports)
    else:
        yield dict.fromkeys(names, 1)


def entries_of(newsroom, name, language):
    """Each entry of a live coverage, under the address of an article after the other."""
    entries = [row.pk for row in newsroom.rows if isinstance(row, LiveEntry)]
    known = list(slugs(newsroom, name, language))
    for n, entry in enumerate(entries):
        yield from ({"slug": slug, "entry": entry} for slug in known[n % 2 :: 2])


def slugs(newsroom, name, language):
    """The slugs of what an address may be of: of now, and of old. Of a page, those of other languages
    too, from which readers are led on; of these, one of each kind, from one state after the other.
    """
    for n, report in enumerate([*newsroom.reports, newsroom.desk]):
        seen = set()
        for m, row in enumerate(row for row in report.rows if hasattr(row, "slug")):
            if not is_of(row.page, name):
                continue
            is_turn = row.page == "article" or (m + n) % 3 == 0
            if isinstance(row, FormerSlug) and row.language == language.code and is_turn:
                yield row.slug
            elif not isinstance(row, FormerSlug) and row.page not in seen:
                seen.add(row.page)
                spoken = Language.all() if row.page == name and is_turn else [language]
                yield from (row.said("slug", one) for one in spoken if row.said("slug", one))


def is_of(page, name):
    return (
        name == page or name.startswith(f"{page}_") or (page == "article" and name in OF_ARTICLES)
    )


def months(newsroom):
    days = [row.starts_on for row in newsroom.rows if hasattr(row, "starts_on")]
    for row in newsroom.rows:
        if isinstance(row, Article):
            days += [day for one in Language.all() if (day := row.published_at_in(one))]
    return sorted({(day.year, day.month) for day in days})


def files():
    """Every file that is stored."""
    folders, names = default_storage.listdir("")
    names += [name for folder in folders for name in files_in(default_storage, folder)]
    yield from (default_storage.url(name) for name in names)
