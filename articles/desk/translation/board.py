"""The board: every article in every language, as far as its translation is.

A page is found language by language, by the index of states, the newest article first; a
page begins after the last article of the one before. What it shows of its articles is then
fetched together. An article with a working copy stands there as its copy, in which translators
work; whose task it is, is the article's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from articles.desk.dashboard.queue_keys import languages_of
from articles.languages import Language
from articles.models import Article, TopicOfArticle, Translation, User
from articles.models.declarations import ARTICLE, columns
from articles.models.permissions import EDIT_ANY_ARTICLE

from .assignments import may_take

PAGE = 50
State = Translation.State


class DueWithin(StrEnum):
    """When a task is to be done."""

    OVERDUE = "overdue"
    DAY = "day"
    WEEK = "week"

    def condition(self, now: datetime) -> Q:
        if self is DueWithin.OVERDUE:
            return Q(due_at__lt=now)
        ahead = timedelta(days=1 if self is DueWithin.DAY else 7)
        return Q(due_at__gte=now, due_at__lt=now + ahead)


@dataclass(frozen=True)
class BoardFilter:
    """What somebody wants to see of the board."""

    state: str = ""
    language: Language | None = None
    assignee: User | None = None
    unassigned: bool = False
    due: DueWithin | None = None
    event: int | None = None
    topic: int | None = None
    among: Sequence[int] | None = None
    """The articles that were found by their words, where words were asked for."""

    @property
    def is_about_cells(self) -> bool:
        """Whether it is the translations that are chosen by, not the articles alone."""
        return bool(self.state or self.language or self.assignee or self.unassigned or self.due)


@dataclass(frozen=True)
class BoardCell:
    """An article in one language: nothing of a translation where it was written in that."""

    article: Article
    language: Language
    translation: Translation | None
    task: Translation | None
    now: datetime
    offer: str = ""
    """What the person who looks may do with the task: ``take`` it, ``leave`` it."""

    @property
    def name(self) -> str:
        """What forms call it."""
        return f"{self.article.pk}:{self.language}"

    @property
    def is_original(self) -> bool:
        """Whether the article was written in this, as far as one knows without its texts."""
        return self.translation is None and self.article.original_language in {
            "",
            self.language.code,
        }

    @property
    def state(self) -> str:
        return self.translation.state if self.translation else ""

    @property
    def assignee(self) -> User | None:
        return self.task.assignee if self.task else None

    @property
    def due_at(self) -> datetime | None:
        return self.task.due_at if self.task else None

    @property
    def is_overdue(self) -> bool:
        return is_overdue(self.due_at, self.state, self.now)


def is_overdue(due_at: datetime | None, state: str, now: datetime) -> bool:
    return due_at is not None and due_at < now and state != State.DONE


@dataclass(frozen=True)
class BoardRow:
    """An article of the board; ``article`` is the one readers have, or will."""

    article: Article
    cells: list[BoardCell]

    @property
    def title_language(self) -> Language:
        return self.article.language_of("headline") or Language.active()


@dataclass(frozen=True)
class Board:
    """A page of it."""

    languages: list[Language]
    lines: list[BoardRow] = field(default_factory=list)
    next: int | None = None
    """The key after which the next page begins, if there is one."""


def board(user: User, wanted: BoardFilter, before: int | None = None) -> Board:
    """A page of what this person may see: their languages, of the articles open to them."""
    languages = [
        one for one in languages_of(user) if wanted.language is None or one == wanted.language
    ]
    if not languages:
        return Board([])
    keys = keys_of_page(user, wanted, languages, before)
    more = len(keys) > PAGE
    keys = keys[:PAGE]
    return Board(languages, board_rows(keys, languages, user), keys[-1] if more else None)


# Finding the articles.


def keys_of_page(
    user: User, wanted: BoardFilter, languages: Sequence[Language], before: int | None
) -> list[int]:
    """The keys of a page's articles and of one more, the newest first."""
    parts: list[tuple[QuerySet[Any], str]] = [(Article.with_copies.all(), "pk")]
    if wanted.is_about_cells:
        parts = [(rows, "article") for one in languages for rows in in_language(wanted, one)]
    keys = (keys_of(rows, name, user, wanted, before) for rows, name in parts)
    return sorted({key for part in keys for key in part}, reverse=True)[: PAGE + 1]


def keys_of(
    rows: QuerySet[Any], name: str, user: User, wanted: BoardFilter, before: int | None
) -> QuerySet[Any, int]:
    """The articles that rows are about, narrowed by what is wanted of the articles.

    Conditions on an article are looked up for each row in turn, until there are enough of them:
    joined, they make a database go through all rows first.
    """
    about = "" if name == "pk" else f"{name}__"
    this = OuterRef(name)
    rows = rows.filter(~Exists(Article.with_copies.filter(working_copy_of=this)))
    if not user.has_perm(EDIT_ANY_ARTICLE):
        rows = rows.filter(Exists(Article.with_copies.open_to(user).filter(pk=this)))
    if wanted.event:
        rows = rows.filter(**{f"{about}event": wanted.event})
    if wanted.topic:
        tagged = TopicOfArticle.objects.filter(tag=wanted.topic).values("content_object")
        rows = rows.filter(**{f"{name}__in": tagged})
    if wanted.among is not None:
        copies = Article.with_copies.filter(working_copy_of__in=wanted.among).values("pk")
        rows = rows.filter(Q(**{f"{name}__in": wanted.among}) | Q(**{f"{name}__in": copies}))
    if before is not None:
        rows = rows.filter(**{f"{name}__lt": before})
    return rows.order_by(f"-{name}").values_list(name, flat=True)[: PAGE + 1]


def in_language(wanted: BoardFilter, language: Language) -> list[QuerySet[Translation]]:
    """The translations into a language that are wanted, in one part or several."""
    rows = Translation.objects.filter(language=language.code)
    if wanted.state:
        rows = rows.filter(state=wanted.state)
    tasks = Translation.objects.filter(language=language.code)
    if wanted.unassigned:
        given = tasks.filter(assignee__isnull=False)
        rows = rows.filter(
            ~Exists(given.filter(article=OuterRef("article"))),
            ~Exists(given.filter(article__working_copy=OuterRef("article"))),
        )
    if wanted.due:
        rows = rows.exclude(state=State.DONE)
        tasks = tasks.filter(wanted.due.condition(timezone.now()))
    if wanted.assignee:
        tasks = tasks.filter(assignee=wanted.assignee)
    if not (wanted.due or wanted.assignee):
        return [rows]
    articles = tasks.values("article")
    copies = Article.with_copies.filter(working_copy_of__in=articles).values("pk")
    return [rows.filter(article__in=articles), rows.filter(article__in=copies)]


# Showing them.


def board_rows(keys: Sequence[int], languages: Sequence[Language], user: User) -> list[BoardRow]:
    """The rows of the board for some articles, in two queries: a cell for each language."""
    unread = ["source_text", *columns(ARTICLE.lacking("listed"))]
    articles = (
        Article.with_copies.select_related("working_copy_of")
        .defer(
            *unread,
            *(f"working_copy_of__{name}" for name in unread),
        )
        .in_bulk(keys)
    )
    roots = {one.pk: one.working_copy_of_id or one.pk for one in articles.values()}
    rows = (
        Translation.objects.filter(
            article__in={*keys, *roots.values()}, language__in=[one.code for one in languages]
        )
        .select_related("assignee")
        .defer("pairs")
    )
    by_cell = {(row.article_id, row.language): row for row in rows}
    now = timezone.now()
    found = []
    for key in keys:
        # What was deleted in between is not there.
        if article := articles.get(key):
            root = article.working_copy_of or article
            cells = []
            for language in languages:
                task = by_cell.get((root.pk, language.code))
                offer = offer_of(task, root, language, user)
                row = by_cell.get((key, language.code))
                cells.append(BoardCell(article, language, row, task, now, offer))
            found.append(BoardRow(root, cells))
    return found


def offer_of(task: Translation | None, article: Article, language: Language, user: User) -> str:
    if task is None:
        return ""
    if task.assignee_id == user.pk:
        return "leave"
    is_free = task.assignee_id is None and task.state != State.DONE
    return "take" if is_free and may_take(article, language, user) else ""
