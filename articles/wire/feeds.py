"""Feeds: the articles of a list, whole, as other programs read them.

Their forms are written by ``feed_xml.py`` and ``feed_json.py``; the hub is WebSub's (W3C).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any, cast
from urllib.parse import urljoin

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.html import escape

from articles.languages import Language
from articles.models import Article, Correction, Document, Image, LiveCoverage, LiveEntry, Quote
from articles.models.cached_fragments import cached_fragment, values_of
from articles.models.declarations import ARTICLE, Part, join_texts
from articles.text.characters import clean_lines
from articles.text.richtext.chosen_quotes import KEY as QUOTE
from articles.text.richtext.chosen_quotes import with_chosen_quotes
from articles.text.richtext.figures import KEY, blocks_of, caption_in, key_of
from articles.text.richtext.paragraphs import in_one_line

from .names import set_apart
from .own_pages import OwnPages
from .plain_text import in_mark_up, in_plain_text

RELATIVE = re.compile(r'(\s(?:href|src)=")(/[^"]*)')


def valid_xml_text(text: str) -> str:
    """A text without what XML 1.0 cannot hold."""
    return clean_lines(text)


def absolute(path: str) -> str:
    return urljoin(f"{settings.SITE_URL}/", path)


def modified_at(
    article: Article,
    language: Language,
    told: Iterable[Correction | LiveEntry | LiveCoverage],
) -> datetime:
    """When readers of a language last had something else to read: each change is told to them.

    What is written meanwhile in a language that they do not have is not among it.
    """
    published = article.appears_at(language) or article.updated_at
    return max([published, *filter(None, (told_at(one, language) for one in told))])


def told_at(one: Correction | LiveEntry | LiveCoverage, language: Language) -> datetime | None:
    return one.changed_in(language) if isinstance(one, LiveEntry) else one.updated_at


@dataclass(frozen=True)
class Item:
    """An article in one language, as a feed has it."""

    article: Article
    language: Language
    pages: OwnPages | None = None
    """Where those pages are now that its text links to."""

    @property
    def id(self) -> str:
        """The same whatever becomes of its headline and address (RFC 4151)."""
        host = re.sub(r"^https?://([^/:]+).*", r"\1", settings.SITE_URL)
        born = self.article.created_at.date().isoformat()
        return f"tag:{host},{born}:{self.article.key}:{self.language}"

    @property
    def url(self) -> str:
        return absolute(self.article.url_in(self.language))

    @property
    def translations(self) -> list[dict[str, str]]:
        """Where it can be read in other languages."""
        there = [one for one in self.article.languages_with_page if one != self.language]
        return [{"language": one.code, "url": absolute(self.article.url_in(one))} for one in there]

    @property
    def title(self) -> str:
        return in_plain_text(valid_xml_text(self.said(Part.TITLE)), self.language)

    @property
    def summary(self) -> str:
        return in_plain_text(valid_xml_text(in_one_line(self.said(Part.LEAD))), self.language)

    def said(self, part: Part) -> str:
        return join_texts(self.article, ARTICLE.in_part("feed", part), self.language)

    @property
    def html(self) -> str:
        """The whole text, what became of it since, and where it is from."""
        body = self.with_quotes(self.with_pictures(self.article.body))
        body = self.pages.led_to(body) if self.pages else body

        def write() -> str:
            context = {
                "article": self.article,
                "body": body,
                "entries": [(one, figure_of(one.image)) for one in self.entries],
                "told": self.told,
                "documents": self.documents,
            }
            whole = render_to_string("feeds/content.html", context).strip()
            whole = in_mark_up(valid_xml_text(whole), self.language)
            return RELATIVE.sub(lambda link: link[1] + absolute(link[2]), whole)

        return cached_fragment(f"entry in {self.language}", values_of(self.article, body), write)

    def with_pictures(self, body: str) -> str:
        """The text with each picture of the library as an image that any program shows."""
        if KEY not in body:
            return body
        rows = self.article.body_pictures.all()
        found = {one.named: one.image for one in rows if one.language == self.language.code}
        return "".join(with_image(block, found) for block in blocks_of(body))

    def with_quotes(self, body: str) -> str:
        """The text with the words of each quotation that it shows, and who said them."""
        if QUOTE not in body:
            return body
        rows: Any = self.article.quotes
        quotes = {one.named: one for one in rows.attributed().select_related("speaker")}
        return with_chosen_quotes(body, lambda key: in_figure(quotes.get(key), self.language))

    @property
    def told(self) -> list[Correction]:
        """What its readers were told of changes: updates, corrections, misprints put right."""
        return list(self.article.corrections.all())

    @property
    def entries(self) -> list[LiveEntry]:
        """The newest entries of one that is followed live."""
        return getattr(self.article, "newest_entries", [])

    @property
    def author(self) -> str:
        """Who signs; the source where nobody does."""
        source = self.article.source
        return valid_xml_text(
            self.article.byline_in(self.language) or (set_apart(source, "name") if source else "")
        )

    @property
    def topics(self) -> list[str]:
        return [valid_xml_text(set_apart(one.tag, "name")) for one in self.article.tagged.all()]

    @property
    def published(self) -> datetime:
        """Always there: only live articles are in a feed."""
        return cast("datetime", self.article.appears_at(self.language))

    @property
    def updated(self) -> datetime:
        """When anything a reader of the feed sees last changed."""
        return modified_at(self.article, self.language, [*self.told, *self.entries])

    @property
    def image(self) -> Any:
        image = self.article.lead_image
        return image if image and image.may_be_shown() else None

    @property
    def documents(self) -> list[Document]:
        """The documents below it that readers can load."""
        if not getattr(self.article, "has_documents", True):
            return []
        rows = self.article.attachments.all()
        return [one.document for one in rows if one.document.file and not one.document.is_withdrawn]


def with_image(block: str, found: Mapping[str, Image]) -> str:
    """A figure with its image in it; nothing of one that may not be shown."""
    if not (key := key_of(block)):
        return block
    return figure_of(found.get(key), caption_in(block))


def figure_of(image: Image | None, caption: str = "") -> str:
    """A picture as any program shows it; nothing of one that may not be shown.

    Args:
        image: the picture, if there is one.
        caption: what the text says below it, as HTML; else the library's.
    """
    if image is None or not image.may_be_shown():
        return ""
    shown, caption = image.shown(), caption or escape(set_apart(image, "caption"))
    credit = escape(set_apart(image, "credit"))
    below = " – ".join(one for one in (caption, credit) if one)
    return (
        f'<figure><img src="{escape(shown.src)}" alt="{escape(set_apart(image, "alt"))}" '
        f'width="{shown.width}" height="{shown.height}">'
        f"<figcaption>{below}</figcaption></figure>"
    )


def in_figure(quote: Quote | None, language: Language) -> str:
    """A quotation with its speaker; nothing of one without words in this language."""
    if quote is None or quote.speaker is None or not (words := quote.said("text", language)):
        return ""
    said = f"<p>{escape(words)}</p>"
    said = said if quote.is_reported else f"<blockquote>{said}</blockquote>"
    who = escape(set_apart(quote.speaker, "name"))
    return f"<figure>{said}<figcaption>{who}</figcaption></figure>"


@dataclass(frozen=True)
class Counterpart:
    """The same list in another language: the paths of its page and of its feed."""

    language: Language
    page: str
    feed: str


@dataclass(frozen=True)
class Channel:
    """A list of articles in one language, with its own page and feed."""

    title: str
    description: str
    language: Language
    page: str
    """The path of the page it goes with."""
    feed: str
    """Its own path."""
    articles: Sequence[Article] = field(default_factory=list)
    counterparts: Sequence[Counterpart] = ()

    @cached_property
    def pages(self) -> OwnPages:
        """Where those pages are now that its texts link to."""
        texts = [article.said("body", self.language) for article in self.articles]
        return OwnPages.named_in(texts, self.language)

    @property
    def items(self) -> list[Item]:
        return [Item(article, self.language, self.pages) for article in self.articles]

    @property
    def updated(self) -> datetime | None:
        return max((item.updated for item in self.items), default=None)
