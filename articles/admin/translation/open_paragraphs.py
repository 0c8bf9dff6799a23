"""A translation that goes on its way with paragraphs that are open: it is asked once more."""

from __future__ import annotations

from collections import Counter

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.desk.editing.snapshots import rows_of
from articles.desk.translation.paragraphs import unfinished
from articles.languages import Language
from articles.models import Article

from ..editing.article_submission import AS_IT_IS
from .links import translate_url
from .paragraphs import label_of

MOST = 6
"""So many kinds of parts are named."""


def say_open(article: Article, language: Language) -> str:
    """What of a translation is open, and which parts: not written, behind, or not confirmed."""
    rows = unfinished(article, language)
    if not rows:
        return ""
    sentence = how_many(len(rows))
    quotes = {quote.key: quote for quote in rows_of(article, "quotes", "speaker")}
    labels = Counter(label_of(row, quotes) for row in rows)
    parts = [label if count == 1 else f"{label} × {count}" for label, count in labels.items()]
    named = parts if len(parts) <= MOST else [*parts[:MOST], "…"]
    return _("%(sentence)s Still open: %(parts)s.") % {
        "sentence": sentence,
        "parts": Language.active().listed(named),
    }


def how_many(number: int) -> str:
    """How many paragraphs of a translation are open: not written, behind, or not confirmed."""
    return ngettext(
        "%(count)d paragraph of this translation is still to be done, or to be looked at again.",
        "%(count)d paragraphs of this translation are still to be done, or to be looked at again.",
        number,
    ) % {"count": number}


def asks_as_it_is(said: str, form: str) -> SafeString:
    """Why nothing was submitted, with the box of a form that submits it all the same.

    Args:
        said: what is open.
        form: the id of the form that is sent again.
    """
    return format_html(
        '{} {} <label><input type="checkbox" name="{}" value="1" form="{}" data-unkept> {}</label>',
        said,
        _("If it is to be submitted so, tick the box and press the button again."),
        AS_IT_IS,
        form,
        _("Submit it as it is"),
    )


def way_to_open(article: Article, language: Language) -> list[SafeString]:
    """What is open of a translation that went on its way, as the way to it, where anything is."""
    said = say_open(article, language)
    return (
        [format_html('<a href="{}">{}</a>', translate_url(article, language), said)] if said else []
    )
