"""A text in parts, with what is quoted in it beside the very words."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Self

from django.utils.translation import gettext

from articles.languages import Language
from articles.models import Article, Quote
from articles.text.richtext.chosen_quotes import quote_of
from articles.text.richtext.embeds import is_embed
from articles.text.richtext.outline import OutlinedText, outlined
from articles.text.richtext.paragraphs import plain_text
from articles.wire.own_pages import OwnPages

from .bodies import Pictures, pictures_of, render_blocks

LONG = 3
"""From so many headings on, a text has a table of contents."""
LINE, NARROW, CREDIT = 68, 2.7, 330
"""Letters of a line; how many are as high as one in the margin, and as what stands under it."""


@dataclass(frozen=True)
class BodyPart:
    """Some paragraphs of a text, and what is quoted in the last of them."""

    html: str
    quotes: list[Quote]
    is_in_margin: bool = False
    """Whether there is text enough under it for its quotations to hang beside."""

    @property
    def height(self) -> float:
        """About how high it stands, in letters of a line of text."""
        return height_of(self.html)

    @property
    def height_in_margin(self) -> float:
        """The same of its quotations, in the narrow lines of the margin."""
        return sum(len(one.said("text")) * NARROW + CREDIT for one in self.quotes)


@dataclass(frozen=True)
class QuotedBody:
    """The text of an article as its page has it, in the active language."""

    read: OutlinedText
    parts: list[BodyPart]
    pictures: Pictures
    chosen: Collection[str]
    """The quotations that have a place in it, by the keys that it names them by."""

    @classmethod
    def of(cls, article: Article, quotes: list[Quote]) -> Self:
        own = OwnPages.named_in([article.body], Language.active())
        read = outlined(own.led_to(article.body), gettext("Table"))
        pictures = pictures_of(article)
        chosen = {key for block in read.blocks if (key := quote_of(block))}
        return cls(read, with_quotations(read, quotes, pictures, chosen), pictures, chosen)

    @property
    def pulled(self) -> list[Quote]:
        """The quotations beside it."""
        return [quote for part in self.parts for quote in part.quotes]

    @property
    def shown(self) -> list[Any]:
        """What readers see of it."""
        return [list(self.pictures.values()), [part.html for part in self.parts]]

    def without(self, quotes: list[Quote]) -> list[Quote]:
        """Those of some quotations that stand neither in it nor beside it."""
        pulled = self.pulled
        return [one for one in quotes if one not in pulled and one.named not in self.chosen]

    def in_context(self) -> dict[str, Any]:
        """As the templates have it, but for its parts: a page may have others."""
        headings = self.read.headings
        return {
            "pulled": self.pulled,
            "body_pictures": list(self.pictures.values()),
            "has_embeds": any(is_embed(one) for one in self.read.blocks),
            "outline": headings if len(headings) >= LONG else [],
        }


@lru_cache(1_000)
def height_of(html: str) -> float:
    """About how high some paragraphs stand, in letters of a line of text."""
    blocks = plain_text(html).split("\n")
    return sum(max(len(block), LINE) + LINE / 2 for block in blocks if block.strip())


def with_quotations(
    read: OutlinedText, quotes: list[Quote], pictures: Pictures, chosen: Collection[str] = ()
) -> list[BodyPart]:
    """A text in parts: each ends where somebody's very words stand, to be shown beside them.

    Args:
        chosen: the quotations that have a place in the text, by the keys it names them by.
    """
    named = {one.named: one for one in quotes}
    direct = [one for one in quotes if one.kind == Quote.Kind.DIRECT and one.named not in chosen]
    places = read.blocks_saying([one.said("text") for one in direct])
    parts, start = list[BodyPart](), 0
    for place in sorted({one for one in places if one is not None}):
        said = [quote for quote, at in zip(direct, places, strict=True) if at == place]
        parts.append(BodyPart(render_blocks(read.blocks[start : place + 1], pictures, named), said))
        start = place + 1
    return with_margin([*parts, BodyPart(render_blocks(read.blocks[start:], pictures, named), [])])


def with_margin(parts: list[BodyPart]) -> list[BodyPart]:
    """Have quotations hang beside the text where they end before it does, and not below it."""
    whole, text, margin = sum(part.height for part in parts), 0.0, 0.0
    placed: list[BodyPart] = []
    for part in parts:
        text += part.height
        ends = max(text, margin) + part.height_in_margin
        if part.quotes and ends <= whole:
            margin = ends
        placed.append(replace(part, is_in_margin=bool(part.quotes) and ends <= whole))
    return placed
