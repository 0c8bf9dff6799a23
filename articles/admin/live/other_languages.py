"""After an entry is corrected in one language: readers of another still have what was wrong."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from articles.languages import Language
from articles.models import Correction, EntryState, LiveEntry

from ..requests import person

type Changes = dict[Language, datetime | None]
"""When the words that readers have were last changed, in each language."""


def last_changes(entry: LiveEntry) -> Changes:
    return {one: getattr(entry, one.field("changed_at")) for one in Language.all()}


def tell_of_other_languages(request: HttpRequest, entry: LiveEntry, before: Changes) -> None:
    """Name each language in which an entry still says what was corrected in another just now."""
    for one in saying_it_still(entry, before):
        sentence = _("In %(language)s this entry still says what it said.")
        said: Any = sentence % {"language": Language.active().name_of(one)}
        if entry.may_be_written_by(person(request), one):
            way = _("Edit it in %(language)s") % {"language": Language.active().name_of(one)}
            url = reverse("admin:articles_article_live_entry", args=[entry.article_id, entry.pk])
            said = format_html('{} <a href="{}#id_{}">{}</a>', said, url, one.field("body"), way)
        messages.warning(request, said)


def saying_it_still(entry: LiveEntry, before: Changes) -> Iterator[Language]:
    """The languages whose readers have an entry as it was, while others are told it was wrong."""
    changed = [one for one, at in last_changes(entry).items() if at != before[one]]
    kinds = {getattr(entry, one.field("change_kind")) for one in changed}
    if kinds <= {Correction.Kind.TYPOGRAPHICAL}:
        return
    for one in Language.all():
        if one not in changed and entry.state_in(one) == EntryState.PUBLIC:
            yield one
