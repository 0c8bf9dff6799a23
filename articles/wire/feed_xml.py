"""Feeds as XML: RSS 2.0 with the content and Media RSS modules, Atom (RFC 4287)."""

from __future__ import annotations

import mimetypes
from datetime import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.utils.feedgenerator import Atom1Feed, Enclosure, Rss201rev2Feed
from django.utils.html import escape

from .feeds import Channel, Item, absolute, valid_xml_text
from .names import set_apart


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
