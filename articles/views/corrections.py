"""What the newsroom got wrong, in one place: in articles, and in entries of live coverages."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import TruncDate
from django.urls import reverse
from django.utils import timezone

from articles.languages import Language
from articles.models import Article, Correction, EntryState, LiveEntry

from .pages import PagedListView
from .pagination import ListPage
from .words import give_articles

OF_AN_ARTICLE, OF_AN_ENTRY = 0, 1


class CorrectionList(PagedListView):
    page = "corrections"
    template_name = "articles/correction_list.html"

    def asked_for(self) -> ListPage:
        now = timezone.now()
        page = ListPage.with_rows(
            lambda start, most: corrections(now, start, most),
            self.request.GET.get("page", "1"),
            self.page_size,
        )
        give_articles(page.rows, now)
        for one in page:
            if isinstance(one, LiveEntry):
                say_as_correction(one)
        return page


def corrections(now: datetime, start: int, most: int) -> list[Any]:
    """Some of what was wrong, the newest first: corrections of articles, and entries put right."""
    of_articles = keys_of(corrections_of_live_articles(now), F("made_on"), OF_AN_ARTICLE)
    changed_on = TruncDate(Language.active().field("changed_at"))
    of_entries = keys_of(entries_put_right(now), changed_on, OF_AN_ENTRY)
    keys = of_articles.union(of_entries, all=True).order_by("-told_on", "told_of", "-pk")
    found = [(told_of, pk) for pk, _on, told_of in keys[start : start + most]]
    rows = {
        told_of: model.objects.in_bulk([pk for kind, pk in found if kind == told_of])
        for told_of, model in ((OF_AN_ARTICLE, Correction), (OF_AN_ENTRY, LiveEntry))
    }
    return [rows[told_of][pk] for told_of, pk in found if pk in rows[told_of]]


def keys_of(rows: QuerySet[Any], told_on: Any, told_of: int) -> QuerySet[Any, Any]:
    # Rewritten for a language, names of columns come as a set, in an order of each process: the two
    # sides of a union would not be sure to have the same.
    listed: Any = rows.order_by().annotate(told_on=told_on, told_of=Value(told_of))
    return listed.rewrite(False).values_list("pk", "told_on", "told_of")


def corrections_of_live_articles(now: datetime) -> QuerySet[Correction]:
    live = Article.objects.live(now).filter(pk=OuterRef("article"))
    return Correction.objects.shown().of_substance().filter(Exists(live))


def entries_put_right(now: datetime) -> QuerySet[LiveEntry]:
    """Entries that said something wrong, or were taken back, with what readers were told of it."""
    live = Article.objects.live(now).filter(pk=OuterRef("article"), kind=Article.Kind.COVERAGE)
    state, kind, note, changed = (
        Language.active().field(one)
        for one in ("state", "change_kind", "reader_note", "changed_at")
    )
    wrong = Q(**{state: EntryState.PUBLIC, kind: Correction.Kind.SUBSTANCE})
    wrong |= Q(**{state: EntryState.WITHDRAWN})
    told = {f"{note}__gt": "", f"{changed}__isnull": False}
    return LiveEntry.objects.filter(Exists(live), wrong, **told)


def say_as_correction(entry: Any) -> None:
    """Give an entry what a list shows of a correction."""
    entry.text, entry.made_on = entry.said("reader_note"), timezone.localdate(entry.changed_at)
    entry.url = reverse("live_entry", args=[entry.article.said("slug"), entry.pk])
