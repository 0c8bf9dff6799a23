"""The blocks of a body as a page shows them: what the editor keeps short stands there whole."""

from __future__ import annotations

from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from articles.models.embeds import embed_of
from articles.text.richtext.embeds import NotEmbeddedError, is_embed, link_in
from articles.text.richtext.tokens import tokens


def shown(blocks: list[str]) -> str:
    """Some blocks, which were sanitised when they were saved."""
    written = (with_facade(block) if is_embed(block) else block for block in blocks)
    return mark_safe("".join(written))  # noqa: S308


def with_facade(block: str) -> str:
    """A video or post as a link with its title; a script offers to load it here."""
    address, title = link_in(block)
    try:
        embed = embed_of(address)
    except NotEmbeddedError:
        # Of a site that was let in once: its link still leads there.
        embed = None
    place = next(tokens(block)).attributes.get("id", "")
    context = {"embed": embed, "address": address, "title": title, "place": place}
    return render_to_string("partials/embed.html", context).strip()
