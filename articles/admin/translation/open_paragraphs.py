"""A translation that goes on its way with paragraphs that are open: it is asked once more."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.desk.translation.paragraphs import unfinished_rows
from articles.languages import Language
from articles.models import Article

from ..editing.article_submission import AS_IT_IS
from .links import translate_url


def say_open(number: int) -> str:
    """How many paragraphs of a translation are open: not written, behind, or not confirmed."""
    return ngettext(
        "%(count)d paragraph of this translation is still to be done, or to be looked at again.",
        "%(count)d paragraphs of this translation are still to be done, or to be looked at again.",
        number,
    ) % {"count": number}


def asks_as_it_is(number: int, form: str) -> SafeString:
    """Why nothing was submitted, with the box of a form that submits it all the same."""
    return format_html(
        '{} {} <label><input type="checkbox" name="{}" value="1" form="{}" data-unkept> {}</label>',
        say_open(number),
        _("If it is to be submitted so, tick the box and press the button again."),
        AS_IT_IS,
        form,
        _("Submit it as it is"),
    )


def tell_open(request: HttpRequest, article: Article, language: Language) -> None:
    """Say of a translation that went on its way how many paragraphs of it are open."""
    if number := unfinished_rows(article, language):
        url = translate_url(article, language)
        messages.warning(request, format_html('<a href="{}">{}</a>', url, say_open(number)))
