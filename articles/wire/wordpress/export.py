"""A WordPress export as posts, one at a time: the whole is never in memory."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml import ElementTree as SafeTree
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from ..files import has_entities, local, no_xml
from ..incoming.items import within_years

NO_TEXT = bytes([*range(9), 11, 12, *range(14, 32)])
"""Signs that no XML may have, and exports have where somebody pasted them."""
NO_DATE = "0000"
POST, PAGE = "post", "page"
TEXTS = {POST, PAGE}
FORMER_NAME = "_wp_old_slug"
ONLY_OF_EXPORTS = {"wxr_version", "base_site_url", "base_blog_url"}
TOPICS = ("category", "post_tag")
OTHERS = {"product", "event", "tribe_events"}
"""Kinds of items that have words of readers, and are not brought in."""
PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|tiff?)(?:\?|$)", re.IGNORECASE)


@dataclass(frozen=True)
class LibraryPicture:
    """A file of the library that posts may show."""

    number: str
    address: str
    alt: str = ""
    caption: str = ""


@dataclass
class WordpressSite:
    """What the export says of all posts together."""

    address: str = ""
    authors: dict[str, str] = field(default_factory=dict)
    """What each is called, by the name under which they sign in."""
    pictures: dict[str, LibraryPicture] = field(default_factory=dict)
    attached: dict[str, list[str]] = field(default_factory=dict)
    """The pictures that belong to each post, by its number: a gallery may mean just them."""
    blocks: dict[str, str] = field(default_factory=dict)
    """What is kept once, and stands in several posts, by its number."""
    posts: int = 0


@dataclass(frozen=True)
class Post:
    """One text of the site."""

    number: str
    title: str
    content: str
    excerpt: str
    author: str
    status: str
    address: str
    at: datetime | None
    language: str
    """As a program for languages said; else nothing."""
    translations: str
    """The group of texts that say the same, by its name there."""
    categories: tuple[str, ...]
    """What it is filed under, and then its tags."""
    picture: str
    kind: str = POST
    has_password: bool = False
    """Whether only who knew a word could read it there."""
    former_names: tuple[str, ...] = ()
    """What the last part of its address was before."""


class Cleaned:
    """A file without the signs that no XML may have; they are never part of another letter."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file

    def read(self, size: int = -1) -> bytes:
        return self.file.read(size).translate(None, NO_TEXT)


def items(path: Path) -> Iterator[Element]:
    """The channel first, to be asked for what stands in it so far; then each item.

    Raises:
        ValidationError: it is no XML, or has entities.
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        try:
            yield from parsed(Cleaned(file))
        except DefusedXmlException as error:
            raise has_entities() from error
        except (ParseError, ValueError, LookupError) as error:
            raise no_xml() from error


def parsed(file: Any) -> Iterator[Element]:
    parents: list[Element] = []
    for event, element in SafeTree.iterparse(file, ("start", "end")):
        if event == "start":
            parents.append(element)
            continue
        parents.pop()
        # What stands in the channel: authors, terms, items.
        if len(parents) == 2:
            yield element
            parents[-1].remove(element)


def survey(path: Path) -> WordpressSite:
    """What posts refer to, which may stand anywhere in the file.

    Raises:
        ValidationError: as ``items`` does, or it is another kind of feed.
        OSError: it cannot be read.
    """
    site, is_export = WordpressSite(), False
    for element in items(path):
        is_export = is_export or local(element) in ONLY_OF_EXPORTS or has_kind(element)
        match local(element):
            case "base_blog_url" | "base_site_url" | "link":
                site.address = site.address or stripped_text(element)
            case "author":
                login = text(element, "author_login")
                site.authors[login] = text(element, "author_display_name") or login
            case "item" if text(element, "post_type") == "attachment":
                one = picture(element)
                site.pictures[one.number] = one
                parent = text(element, "post_parent")
                if PICTURE.search(one.address) and parent not in {"", "0"}:
                    site.attached.setdefault(parent, []).append(one.number)
            case "item" if text(element, "post_type") == "wp_block":
                site.blocks[text(element, "post_id")] = encoded(element, "content")
            case "item" if text(element, "post_type") in TEXTS:
                site.posts += 1
    if not is_export:
        raise ValidationError(_("It is no export of WordPress (WXR)."))
    return site


def has_kind(element: Element) -> bool:
    return local(element) == "item" and bool(text(element, "post_type"))


def posts(path: Path) -> Iterator[tuple[str, Post | None]]:
    """Each item that is no file, by its kind; of posts and pages what it says.

    Raises:
        ValidationError: as ``items`` does.
    """
    for element in items(path):
        if local(element) != "item":
            continue
        kind = text(element, "post_type")
        if kind in TEXTS:
            yield kind, post(element)
        elif kind in OTHERS:
            yield kind, None


def post(element: Element) -> Post:
    terms: dict[str, list[tuple[str, str]]] = {}
    for one in element:
        if local(one) == "category":
            known = terms.setdefault(one.get("domain", ""), [])
            known.append((one.get("nicename", ""), stripped_text(one)))
    found = meta(element)
    languages = [nicename for nicename, __ in terms.get("language", [])]
    return Post(
        number=text(element, "post_id"),
        title=text(element, "title"),
        content=encoded(element, "content"),
        excerpt=encoded(element, "excerpt"),
        author=text(element, "creator"),
        status=text(element, "status"),
        address=text(element, "link"),
        at=moment(text(element, "post_date_gmt"), text(element, "post_date")),
        language=(languages[0] if languages else found.get("wpml_language", ""))[:2].lower(),
        translations=next((name for name, __ in terms.get("post_translations", [])), ""),
        categories=tuple(name for domain in TOPICS for __, name in terms.get(domain, []) if name),
        picture=found.get("_thumbnail_id", ""),
        kind=text(element, "post_type"),
        has_password=bool(text(element, "post_password")),
        former_names=tuple(value for name, value in meta_rows(element) if name == FORMER_NAME),
    )


def picture(element: Element) -> LibraryPicture:
    return LibraryPicture(
        text(element, "post_id"),
        text(element, "attachment_url"),
        meta(element).get("_wp_attachment_image_alt", ""),
        encoded(element, "excerpt"),
    )


def stripped_text(element: Element) -> str:
    return (element.text or "").strip()


def text(element: Element, name: str) -> str:
    return next((stripped_text(one) for one in element if local(one) == name), "")


def encoded(element: Element, of: str) -> str:
    """The text of ``content:encoded`` or ``excerpt:encoded``, which only their namespace tells."""
    return next(
        (
            stripped_text(one)
            for one in element
            if local(one) == "encoded" and f"/{of}/" in f"{str(one.tag).partition('}')[0]}/"
        ),
        "",
    )


def meta(element: Element) -> dict[str, str]:
    return dict(meta_rows(element))


def meta_rows(element: Element) -> Iterator[tuple[str, str]]:
    """What programs keep of a post: a name may stand there several times."""
    for one in element:
        if local(one) == "postmeta":
            yield text(one, "meta_key"), text(one, "meta_value")


def moment(universal: str, there: str) -> datetime | None:
    """The moment of a post; drafts have it only by the site's clock."""
    for value, zone in ((universal, UTC), (there, timezone.get_default_timezone())):
        if not value or value.startswith(NO_DATE):
            continue
        try:
            found = datetime.fromisoformat(value).replace(tzinfo=zone)
        except ValueError:
            continue
        return within_years(found)
    return None


def former_address(address: str, name: str) -> str:
    """An address as it was when its last part was called otherwise."""
    before, _slash, last = address.rstrip("/").rpartition("/")
    return f"{before}/{name}" if last and "?" not in last else ""


def path_of(address: str) -> str:
    """The part of an old address by which it is known again; nothing, where it has none."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    path = unquote(parts.path).rstrip("/")
    return path if parts.scheme in {"http", "https"} and not parts.query else ""
