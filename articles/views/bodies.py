"""The blocks of a body as a page shows them: what the editor keeps short stands there whole."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from articles.languages import Language
from articles.models import Article, Image, Quote
from articles.models.embeds import embed_of
from articles.text.richtext.chosen_quotes import quote_of
from articles.text.richtext.embeds import NotEmbeddedError, is_embed, link_in
from articles.text.richtext.figures import KEY, caption_in, key_of
from articles.text.richtext.tokens import tokens

type Quotes = Mapping[str, Quote]
"""The quotations of a text, by the keys that it names them by."""
type Pictures = Mapping[str, Image]
"""The pictures of a text, by the keys that it names them by."""


def pictures_of(article: Article) -> Pictures:
    """Those in the text of the active language; of a text without any, nothing is asked."""
    language = Language.active()
    if KEY not in article.said("body", language):
        return {}
    return {one.named: one.image for one in article.body_pictures.in_language(language)}


def render_blocks(blocks: list[str], pictures: Pictures, quotes: Quotes) -> str:
    """Some blocks, which were sanitised when they were saved; pictures in a row are a gallery."""
    written: list[str] = []
    for is_picture, some in groupby(blocks, lambda block: bool(key_of(block))):
        if is_picture:
            written.append(row_of_pictures(list(some), pictures))
        else:
            written += (standing(block, quotes) for block in some)
    return mark_safe("".join(written))  # noqa: S308


def standing(block: str, quotes: Quotes) -> str:
    """A block as readers see it: of a video its facade, of a chosen quotation its words."""
    if is_embed(block):
        return with_facade(block)
    if not (key := quote_of(block)):
        return block
    if (quote := quotes.get(key)) is None:
        return ""
    # It stands in the text itself: nothing to copy from it apart.
    return render_to_string("partials/quote.html", {"quote": quote, "preview": True}).strip()


def row_of_pictures(blocks: list[str], pictures: Pictures) -> str:
    rows = [
        {"image": image, "caption": mark_safe(caption_in(block)), "place": place_of(block)}  # noqa: S308
        for block in blocks
        if (image := pictures.get(key_of(block))) and image.may_be_shown()
    ]
    return render_to_string("partials/body_pictures.html", {"rows": rows}).strip() if rows else ""


def place_of(block: str) -> str:
    """What it is linked to by."""
    return next(tokens(block)).attributes.get("id", "")


def with_facade(block: str) -> str:
    """A video or post as a link with its title; a script offers to load it here."""
    address, title = link_in(block)
    try:
        embed = embed_of(address)
    except NotEmbeddedError:
        # Of a site that was let in once: its link still leads there.
        embed = None
    context = {"embed": embed, "address": address, "title": title, "place": place_of(block)}
    return render_to_string("partials/embed.html", context).strip()
