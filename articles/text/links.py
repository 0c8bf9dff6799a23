"""What a text links to, and the pictures in it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urlsplit

WITH_HOST = ("http", "https")


@dataclass
class Link:
    address: str
    """Empty where the cleaning of the text took away what nobody should follow."""
    words: str = ""


@dataclass
class Picture:
    address: str
    alt: str


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[Link] = []
        self.pictures: list[Picture] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "a":
            self.links.append(Link(said.get("href", "").strip()))
            self.inside = True
        if tag == "img":
            self.pictures.append(Picture(said.get("src", ""), said.get("alt", "")))

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "a"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.links[-1].words += data


def read(rich_text: str) -> Reader:
    reader = Reader()
    reader.feed(rich_text)
    reader.close()
    return reader


def links(rich_text: str) -> list[Link]:
    return read(rich_text).links


def images(rich_text: str) -> list[Picture]:
    return read(rich_text).pictures


def leads_somewhere(address: str, protocols: Collection[str]) -> bool:
    """Whether an address works wherever the text is read: on the site, in a feed, on paper."""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return False
    if parts.scheme not in protocols:
        return False
    return bool(host) if parts.scheme in WITH_HOST else bool(parts.path)
