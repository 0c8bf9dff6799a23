"""The desk page, for the template of the admin's index."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from articles.desk import directions
from articles.desk.dashboard.overview import Dashboard, dashboard_of
from articles.desk.editing.sent_forms import is_token, new_token
from articles.desk.revision_notes import in_active_language
from articles.languages import Language
from articles.models import Article
from articles.models.permissions import VIEW_ARTICLE
from articles.models.phases import LanguageState
from articles.models.typography_checks import customs_of
from articles.text.typography.number_rule import page_with_numbers
from articles.wire.remarks import Remark, shown_name, translate_remark

from .newsroom import as_time

register = template.Library()


@register.simple_block_tag
def numbers_in(content: SafeString, language: Language | None) -> SafeString:
    """What the desk only shows of a text, with its numbers as readers see them."""
    if language is None:
        return content
    # A text begins behind a tag.
    shown = page_with_numbers(f">{content}", customs_of(language))
    return mark_safe(shown[1:])  # noqa: S308 - a part of a page, escaped already


register.filter(directions.with_names_apart)
register.filter(directions.in_own_direction)
register.filter(directions.direction_of)


@register.simple_tag(takes_context=True)
def desk_today(context: dict[str, Any]) -> Dashboard | None:
    """What waits for the person who looks; nothing for who may see no article."""
    user = context["request"].user
    return dashboard_of(user) if user.has_perm(VIEW_ARTICLE) else None


@register.filter
def named(language: Language) -> str:
    """« arabe »: a language, in that of who reads."""
    return Language.active().name_of(language)


@register.filter
def language_named(code: str) -> str:
    """« arabe », of a language by its code."""
    return Language.active().name_of(Language.get(code))


@register.filter
def kept_note(note: str) -> str:
    """A note of a history, in the language of who reads it where the desk itself wrote it."""
    return in_active_language(note)


@register.filter
def remark(kept: Remark) -> str:
    """What was said of a file when it was read, in the language of who reads it now."""
    return translate_remark(kept)


@register.filter
def file_name(name: str) -> str:
    """What a file is called; of a text that was pasted, that it was."""
    return shown_name(name)


@register.simple_tag
def language_state(article: Article, language: Language | str) -> LanguageState:
    """The state of a language now, with its moment; of a working copy, that of its article."""
    return (article.working_copy_of or article).state_in(language)


@register.simple_tag(takes_context=True)
def draft_returned(context: dict[str, Any]) -> str:
    """The browser's name of the draft whose form this page is the answer to."""
    # Of a page that was made without its request, a template hands on an empty text.
    request = context.get("request") or None
    token = request.POST.get("_draft", "") if request is not None else ""
    return token if token.isalnum() else ""


@register.simple_tag(takes_context=True)
def submission_token(context: dict[str, Any]) -> SafeString:
    """The word by which what a page sends is known again (``desk/editing/sent_forms.py``)."""
    request = context["request"]
    word = request.POST.get("_sent", "")
    return format_html(
        '<input type="hidden" name="_sent" value="{}">', word if is_token(word) else new_token()
    )


@register.simple_tag
def weekday(value: date) -> SafeString:
    """« mardi 24 novembre »."""
    return as_time(value.isoformat(), Language.active().day_of_the_week(value))


@register.simple_tag
def hour(value: datetime) -> str:
    """« 14:30 », in the newsroom's time."""
    return Language.active().time(value)


UNSEEN = {
    "\u00a0": ("space", _("no-break space")),
    "\u202f": ("narrow space", _("narrow no-break space")),
    "\u2068": ("from", _("beginning of a name set apart")),
    "\u2069": ("to", _("end of a name set apart")),
    "\u2066": ("from", _("beginning of a left-to-right name")),
    "\u2067": ("from", _("beginning of a right-to-left name")),
    "\u200e": ("control", _("left-to-right mark")),
    "\u200f": ("control", _("right-to-left mark")),
    "\u061c": ("control", _("Arabic letter mark")),
    "\u202a": ("control", _("left-to-right embedding")),
    "\u202b": ("control", _("right-to-left embedding")),
    "\u202c": ("control", _("end of an embedding")),
    "\u202d": ("control", _("left-to-right override")),
    "\u202e": ("control", _("right-to-left override")),
    "\u200b": ("control", _("zero-width space")),
    "\ufeff": ("control", _("zero-width no-break space")),
}


@register.filter
def unseen_signs(text: str) -> SafeString:
    """Words with what nobody would see in them, drawn: spaces that hold, signs of direction."""
    shown = [
        format_html(
            '<span class="sign {}" title="{}"><span class="visually-hidden"> [{}] </span></span>',
            UNSEEN[sign][0],
            UNSEEN[sign][1],
            UNSEEN[sign][1],
        )
        if sign in UNSEEN
        else escape(sign)
        for sign in text
    ]
    return mark_safe("".join(shown))  # noqa: S308 - each sign is escaped above
