"""A translation that goes on its way with paragraphs that are open: it is asked once more."""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

AS_IT_IS = "_as_it_is"


def say_open(number: int) -> str:
    """How many paragraphs of a translation are open: not written yet, or not confirmed."""
    return ngettext(
        "%(count)d paragraph of this translation is not translated, or not confirmed.",
        "%(count)d paragraphs of this translation are not translated, or not confirmed.",
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
