"""What a text links to, and the pictures in it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import urlsplit

from .tokens import START, tokens

WITH_HOST = ("http", "https")


@dataclass
class Hyperlink:
    address: str
    """Empty where the cleaning of the text took away what nobody should follow."""
    words: str = ""


@dataclass
class Picture:
    address: str
    alt: str


def links(rich_text: str) -> list[Hyperlink]:
    """The links of a text, each with its words."""
    found: list[Hyperlink] = []
    words: list[str] = []
    is_inside = False
    for token in tokens(rich_text):
        if token.name == "a":
            if is_inside:
                found[-1].words = "".join(words)
            is_inside = token.kind == START
            if is_inside:
                words.clear()
                found.append(Hyperlink(token.attributes.get("href", "").strip()))
        elif is_inside:
            words.append(token.seen)
    if is_inside:
        found[-1].words = "".join(words)
    return found


def images(rich_text: str) -> list[Picture]:
    """The pictures of a text."""
    said = (one.attributes for one in tokens(rich_text) if one.name == "img" and one.kind == START)
    return [Picture(one.get("src", ""), one.get("alt", "")) for one in said]


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
