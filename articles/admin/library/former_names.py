"""Who renames a record is told which live articles still say the old name."""

from __future__ import annotations

import re
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.admin.requests import person
from articles.desk.library.former_names import Names, StillSaid, renamed, still_said
from articles.desk.publication.correctors import may_say, who_may
from articles.desk.publication.owed_corrections import Kind
from articles.languages import Language
from articles.models import Article
from articles.search.desk_search import found_at_desk

from ..publication.checks import change_url

SHOWN = 10
MARKS = re.compile('["«»“”„‟:]')


def tell_former_names(request: HttpRequest, record: Any, before: Names) -> None:
    """Name the live articles that still call a record what it was called before."""
    for one in renamed(before, record):
        words = " ".join(MARKS.sub(" ", one.old).split())
        further = found_at_desk(Article, f'"{words}"', [one.language]) if words else []
        told = still_said(record, one, further)
        if told.articles:
            messages.warning(request, sentence(request, told))


def what_to_do(request: HttpRequest, articles: list[Article]) -> str:
    """What this person may write where it is needed, and who writes the rest."""
    may, kept = may_say(person(request)), what_stays(len(articles))
    if Kind.SUBSTANCE in may:
        return " ".join([kept, _("Write an update or a correction where it is needed.")])
    own = [_("Write an update where it is needed.")] if Kind.UPDATE in may else []
    return " ".join([kept, *own, who_may(*articles[:SHOWN])])


def what_stays(number: int) -> str:
    """What a new name does not change in articles, and where it stands all the same."""
    return ngettext(
        "Its own text is not changed; the new name stands where the page names it by itself, "
        "beside quotations and in lists.",
        "Their own texts are not changed; the new name stands where the pages name it by "
        "themselves, beside quotations and in lists.",
        number,
    )


def sentence(request: HttpRequest, told: StillSaid) -> SafeString:
    one, number = told.renamed, len(told.articles)
    language = Language.active().name_of(one.language)
    said = ngettext(
        "In %(language)s, %(count)d live article still says “%(name)s”:",
        "In %(language)s, %(count)d live articles still say “%(name)s”:",
        number,
    ) % {"language": language, "count": number, "name": one.old}
    return format_html(
        "{} {}{}. {}",
        said,
        links(told.articles[:SHOWN], one.language),
        more(told),
        what_to_do(request, told.articles),
    )


def links(articles: list[Article], language: Language) -> SafeString:
    return format_html_join(
        SafeString(" · "),
        '<a href="{}"><bdi lang="{}" dir="{}">{}</bdi></a>',
        (
            (
                change_url(article),
                language.code,
                language.direction,
                Truncator(article.said("headline", language)).chars(80),
            )
            for article in articles
        ),
    )


def more(told: StillSaid) -> str:
    """How many there are beside those that are named."""
    if not told.is_whole:
        return _(", and others")
    number = len(told.articles) - SHOWN
    if number <= 0:
        return ""
    return ngettext(", and %(count)d more", ", and %(count)d more", number) % {"count": number}
