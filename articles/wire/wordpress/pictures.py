"""Which pictures a post shows: those of the site's library, and those that stand elsewhere."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import unquote, urljoin, urlsplit

from .bodies import BodyWriter
from .export import LibraryPicture, Post, WordpressSite
from .shortcodes import as_html

NUMBER = re.compile(r"\bwp-image-(\d+)\b")
SMALLER = re.compile(r"-\d{2,5}x\d{2,5}(?=\.\w{3,4}$)|-scaled(?=\.\w{3,4}$)")
"""What WordPress puts behind the name of a picture that it made smaller."""
SOURCES = ("data-orig-file", "data-src", "data-lazy-src", "src")
"""Attributes that say where a picture stands: with programs for slow lines, not the usual one."""
NUMBERS = ("data-id", "data-attachment-id")
MOST_IN_NAME = 100


@dataclass
class PostBody:
    """The body of a post, and what is in it."""

    html: str
    pictures: dict[str, LibraryPicture] = field(default_factory=dict)
    """By their keys in the library here."""
    left_out: Counter[str] = field(default_factory=Counter)


class BodyReader:
    """Reads the bodies of one site's posts."""

    def __init__(self, site: WordpressSite, prefix: str) -> None:
        self.site = site
        self.prefix = prefix
        self.by_address = {
            same_file(one.address): one for one in site.pictures.values() if one.address
        }

    def read(self, post: Post) -> PostBody:
        body = PostBody("")

        def key_of(said: dict[str, str]) -> str:
            picture = self.picture(said)
            if picture is None:
                return ""
            key = self.key(picture)
            body.pictures[key] = picture
            return key

        attached = self.site.attached.get(post.number, ())
        content = as_html(post.content, self.site.blocks, attached, body.left_out)
        body.html = BodyWriter(key_of, body.left_out).body(content)
        return body

    def key(self, picture: LibraryPicture) -> str:
        """By which a picture is found again: its number there, else where it stands."""
        named = picture.number or hashlib.sha256(picture.address.encode()).hexdigest()[:16]
        return f"{self.prefix}-picture-{named}"[:MOST_IN_NAME]

    def picture(self, said: dict[str, str]) -> LibraryPicture | None:
        """The picture that an element shows, by its number or by where it stands."""
        number = NUMBER.search(said.get("class", ""))
        numbers = [number[1] if number else "", *(said.get(one, "") for one in NUMBERS)]
        for one in numbers:
            if known := self.site.pictures.get(one):
                return known
        address = next((said[one].strip() for one in SOURCES if is_address(said.get(one, ""))), "")
        if not address:
            return None
        address = urljoin(self.site.address, address)
        known = self.by_address.get(same_file(address))
        return known or LibraryPicture("", address, said.get("alt", ""))


def is_address(said: str) -> bool:
    said = said.strip()
    return bool(said) and not said.startswith(("data:", "blob:", "javascript:", "file:"))


def same_file(address: str) -> str:
    """The same for a picture in each of its sizes, however it is asked for."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    host = (parts.hostname or "").removeprefix("www.")
    return host + SMALLER.sub("", unquote(parts.path))
