"""Whose text it is by an address in it: « presse@voixbasses.example » is of « Voix Basses »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.text.extraction.french_bodies import with_initials
from articles.text.folding import letters

DOMAIN = re.compile(r"(?:@|www\.)(?P<domain>[a-z0-9][a-z0-9-]{2,40})\.[a-z]{2,}", re.IGNORECASE)
NAMED = re.compile(
    r"(?<![\w’'-])(?:L[ea]s?\s)?[A-ZÀ-ÞŒ][\w’'-]*(?:\s(?:(?:de|du|des|la|le|les|et|en|sans|pour|d[’']|l[’'])\s?)?[A-ZÀ-ÞŒ][\w’'-]*){0,4}"
)
LONGEST = 20_000
"""Characters among which a name and an address are looked for."""


def named_by_address(received: str, blocks: list[str]) -> str | None:
    """The name in a text that is spelt as the domain of an address below it, or by its letters.

    Args:
        received: all that came, addresses with it.
        blocks: the paragraphs of the text itself.
    """
    domains = {plain(found["domain"]) for found in DOMAIN.finditer(received[-LONGEST:])}
    if not domains:
        return None
    for block in blocks:
        for name in names(block[:LONGEST]):
            if plain(name) in domains:
                return name
        for _start, _end, name in with_initials(block[:LONGEST]):
            if plain(name.rpartition("(")[2]) in domains:
                return name
    return None


def names(block: str) -> Iterator[str]:
    """Words with capitals, and each shorter run of them."""
    for found in NAMED.finditer(block):
        words = found[0].split()
        for first in range(len(words)):
            for last in range(len(words), first + 1, -1):
                yield " ".join(words[first:last])


def plain(name: str) -> str:
    return re.sub(r"[\W_]", "", letters(name))
