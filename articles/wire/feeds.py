"""Feeds: the articles of a list, whole, as other programs read them.

RSS 2.0 with the content and Media RSS modules, Atom (RFC 4287), JSON Feed 1.1; the hub is
WebSub's (W3C).
"""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar, cast
from urllib.parse import urljoin

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.feedgenerator import Atom1Feed, Enclosure, Rss201rev2Feed, rfc3339_date
from django.utils.html import escape

from articles.languages import Language
from articles.models import Article, Correction, Document, Image, LiveCoverage, LiveEntry, Quote
from articles.models.declarations import ARTICLE, Part, joined
from articles.models.kept_texts import kept_text, values_of
from articles.text.characters import clean_lines
from articles.text.richtext.chosen_quotes import KEY as QUOTE
from articles.text.richtext.chosen_quotes import with_chosen_quotes
from articles.text.richtext.figures import KEY, blocks_of, caption_in, key_of
from articles.text.richtext.paragraphs import in_one_line

from .names import set_apart
from .own_pages import OwnPages
from .plain_text import in_mark_up, in_plain_text

EXTENSIONS = "https://www.jsonfeed.org/version/1.1/#extensions-a-name-extensions-a"
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
        return joined(self.article, ARTICLE.in_part("feed", part), self.language)

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

        return kept_text(f"entry in {self.language}", values_of(self.article, body), write)

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

    @property
    def items(self) -> list[Item]:
        texts = [article.said("body", self.language) for article in self.articles]
        pages = OwnPages.named_in(texts, self.language)
        return [Item(article, self.language, pages) for article in self.articles]

    @property
    def updated(self) -> datetime | None:
        return max((item.updated for item in self.items), default=None)


class WithLinks:
    """Links of Atom, in both forms: to the hub, where there is one, and to other languages."""

    feed: dict[str, Any]
    content_type: ClassVar[str]
    link: ClassVar[str]
    """The element that holds a link in this form."""

    def add_root_elements(self, handler: Any) -> None:
        super().add_root_elements(handler)  # type: ignore[misc]
        if settings.WEBSUB_HUB:
            handler.addQuickElement(self.link, None, {"rel": "hub", "href": settings.WEBSUB_HUB})
        for one in self.feed["counterparts"]:
            kind = self.content_type.split(";")[0]
            self.add_link(handler, "alternate", one.language.code, kind, one.feed)

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)  # type: ignore[misc]
        # Not “alternate”: readers' programs take the first, or the last, of an entry's pages
        # so named, whatever its language, and would open the translation.
        for one in item["translations"]:
            self.add_link(handler, "related", one["language"], "text/html", one["url"])

    def add_link(self, handler: Any, rel: str, language: str, kind: str, path: str) -> None:
        link = {"rel": rel, "hreflang": language, "type": kind, "href": absolute(path)}
        handler.addQuickElement(self.link, None, link)

    def latest_post_date(self) -> datetime:
        return self.feed["updated"] or super().latest_post_date()  # type: ignore[misc]


def add_image(handler: Any, item: dict[str, Any]) -> None:
    if image := item["image"]:
        shown = image.shown()
        described = {
            "url": absolute(shown.src),
            "medium": "image",
            "width": str(shown.width),
            "height": str(shown.height),
        }
        handler.startElement("media:content", described)
        for name, text in (
            ("description", set_apart(image, "alt")),
            ("credit", set_apart(image, "credit")),
        ):
            if text:
                handler.addQuickElement(f"media:{name}", valid_xml_text(text))
        handler.endElement("media:content")


class Rss(WithLinks, Rss201rev2Feed):
    link = "atom:link"

    def rss_attributes(self) -> dict[str, str]:
        return super().rss_attributes() | {
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
            "xmlns:media": "http://search.yahoo.com/mrss/",
        }

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("content:encoded", item["html"])
        if item["author"]:
            handler.addQuickElement("dc:creator", item["author"])
        add_image(handler, item)


class Atom(WithLinks, Atom1Feed):
    link = "link"

    def root_attributes(self) -> dict[str, str]:
        return super().root_attributes() | {"xmlns:media": "http://search.yahoo.com/mrss/"}

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item | {"author_name": item["author"] or None})
        handler.addQuickElement("content", item["html"], {"type": "html"})
        add_image(handler, item)


def as_xml(channel: Channel, kind: type[Rss | Atom]) -> str:
    """The channel as RSS or Atom."""
    feed = kind(
        title=valid_xml_text(channel.title),
        link=absolute(channel.page),
        description=valid_xml_text(channel.description),
        language=str(channel.language),
        feed_url=absolute(channel.feed),
        author_name=valid_xml_text(channel.title),
        updated=channel.updated,
        counterparts=channel.counterparts,
    )
    for item in channel.items:
        feed.add_item(
            title=item.title,
            link=item.url,
            # Programs read it as HTML: Atom says so, RSS always meant it.
            description=escape(item.summary),
            unique_id=item.id,
            unique_id_is_permalink=False,
            pubdate=item.published,
            updateddate=item.updated,
            categories=item.topics,
            html=item.html,
            author=item.author,
            image=item.image,
            translations=item.translations,
            enclosures=enclosures(item, kind),
        )
    return feed.writeString("utf-8")


def enclosures(item: Item, kind: type[Rss | Atom] = Rss) -> list[Enclosure]:
    """The lead image, its length 0 where its rendition is not made yet; without it, a document.

    An item of RSS has one enclosure at most; an entry of Atom has every document.
    """
    documents = [
        Enclosure(absolute(one.get_absolute_url()), str(one.size), one.media_type)
        for one in item.documents
    ]
    if not item.image:
        return documents[:1] if kind is Rss else documents
    address = absolute(item.image.shown().src)
    length = item.image.lead_bytes if item.image.has_renditions else 0
    mime = mimetypes.guess_type(address)[0] or "image/jpeg"
    picture = Enclosure(address, str(length), mime)
    return [picture] if kind is Rss else [picture, *documents]


def as_json(channel: Channel) -> dict[str, Any]:
    """The channel as JSON Feed 1.1 (jsonfeed.org/version/1.1)."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "description": channel.description,
        "home_page_url": absolute(channel.page),
        "feed_url": absolute(channel.feed),
        "language": str(channel.language),
        "_newsroom": {
            "about": EXTENSIONS,
            "translations": [
                {
                    "language": one.language.code,
                    "home_page_url": absolute(one.page),
                    "feed_url": absolute(one.feed),
                }
                for one in channel.counterparts
            ],
        },
        "items": [as_json_item(item) for item in channel.items],
    }
    if settings.WEBSUB_HUB:
        feed["hubs"] = [{"type": "WebSub", "url": settings.WEBSUB_HUB}]
    return feed


def as_json_item(item: Item) -> dict[str, Any]:
    found = {
        "id": item.id,
        "url": item.url,
        "external_url": item.article.source_url,
        "title": item.title,
        "summary": item.summary,
        "content_html": item.html,
        "language": str(item.language),
        "date_published": rfc3339_date(item.published),
        "date_modified": rfc3339_date(item.updated),
        "authors": [{"name": item.author}] if item.author else [],
        "tags": item.topics,
        "image": absolute(item.image.shown().src) if item.image else "",
        "attachments": [
            {
                "url": absolute(one.get_absolute_url()),
                "mime_type": one.media_type,
                "title": in_plain_text(set_apart(one, "title"), item.language),
                "size_in_bytes": one.size,
            }
            for one in item.documents
        ],
        "_newsroom": {
            "about": EXTENSIONS,
            "translations": item.translations,
            "corrections": told_as_json(item, Correction.Kind.SUBSTANCE),
            "updates": told_as_json(item, Correction.Kind.UPDATE),
            "fixes": told_as_json(item, Correction.Kind.TYPOGRAPHICAL),
        },
    }
    return {name: value for name, value in found.items() if value}


def told_as_json(item: Item, kind: Correction.Kind) -> list[dict[str, str]]:
    return [
        {
            "kind": one.kind,
            "made_on": one.made_on.isoformat(),
            "text": one.said("text", item.language),
        }
        for one in item.told
        if one.kind == kind
    ]
