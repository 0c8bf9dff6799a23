"""The articles of a list as a table for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.languages import Language
from articles.models import Article

MOST_ROWS = 5_000
FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for a formula, where a cell begins with it."""


def export_csv(site: Any, request: HttpRequest, chosen: Any) -> HttpResponse | None:
    """The action of the list: a row for each article, as its list shows it to this person."""
    articles = chosen.select_related("event", "source", "created_by")
    articles = articles.prefetch_related("tagged__tag", "quotes__speaker", "mentions__speaker")
    found = list(articles[: MOST_ROWS + 1])
    if len(found) > MOST_ROWS:
        site.message_user(request, _("Choose %d articles at most.") % MOST_ROWS, messages.ERROR)
        return None
    written = io.StringIO()
    table = csv.writer(written)
    table.writerow(heads())
    table.writerows([safe(cell) for cell in cells(article)] for article in found)
    # With its mark of order, without which Excel takes Arabic for something else.
    response = HttpResponse(written.getvalue().encode("utf-8-sig"), content_type="text/csv")
    name = f"articles-{timezone.localdate():%Y-%m-%d}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def heads() -> Iterator[str]:
    yield _("key")
    for language in Language.active().then_others:
        name = Language.active().name_of(language)
        for column in (_("headline"), _("state"), _("appears at"), _("leaves at"), _("address")):
            yield f"{column} ({name})"
    yield from (_("kind"), _("author"), _("event"), _("source"), _("topics"), _("people"))
    yield from (_("created"), _("last change"))


def cells(article: Article) -> Iterator[Any]:
    yield article.key
    for language in Language.active().then_others:
        is_told = not article.is_abridged or article.is_live(language)
        yield article.said("headline", language)
        yield article.state_in(language).phase.label if is_told else ""
        yield moment(article.appears_at(language)) if is_told else ""
        yield moment(article.live_until_in(language)) if is_told else ""
        is_live = article.is_live(language)
        yield f"{settings.SITE_URL}{article.url_in(language)}" if is_live else ""
    is_open = not article.is_abridged
    yield article.get_kind_display()
    yield (article.created_by or "") if is_open else article.byline_in()
    yield article.event or ""
    yield article.source or ""
    yield ", ".join(f"{one.tag}" for one in article.tagged.all()) if is_open else ""
    rows: list[Any] = [*article.quotes.all(), *article.mentions.all()] if is_open else []
    yield ", ".join(dict.fromkeys(f"{one.speaker}" for one in rows if one.speaker))
    yield moment(article.created_at) if is_open else ""
    yield moment(article.updated_at)


def moment(value: datetime | None) -> str:
    """By the newsroom's clock, as spreadsheets read a moment."""
    return f"{timezone.localtime(value):%Y-%m-%d %H:%M}" if value else ""


def safe(cell: Any) -> str:
    """A cell that no spreadsheet takes for a formula."""
    said = f"{cell}"
    return f"'{said}" if said.startswith(FORMULAS) else said
