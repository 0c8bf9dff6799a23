"""The body of a text where it is read at the desk, and not written: with what its figures name."""

from __future__ import annotations

from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import override

from articles.languages import Language
from articles.models import Article
from articles.text.richtext import chosen_quotes, figures
from articles.wire.feeds import in_figure, with_image


def as_read(article: Article, language: Language) -> SafeString:
    """The words of each quotation that it shows, and each picture; of none, nothing is asked."""
    with override(language.code):
        return mark_safe(whole_body(article, language))  # noqa: S308 - sanitised when it was saved


def whole_body(article: Article, language: Language) -> str:
    body = article.said("body", language)
    if figures.KEY in body:
        rows = article.body_pictures.in_language(language).select_related("image")
        pictures = {one.named: one.image for one in rows}
        body = "".join(with_image(block, pictures) for block in figures.blocks_of(body))
    if chosen_quotes.KEY in body:
        said: Any = article.quotes
        quotes = {one.named: one for one in said.attributed().select_related("speaker")}
        body = chosen_quotes.with_chosen_quotes(
            body, lambda key: in_figure(quotes.get(key), language)
        )
    return body
