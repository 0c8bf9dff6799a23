"""The translations that are one person's to make, the first due first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from articles.desk.dashboard.queues import MOST, SHOWN, QueuedText, capped_count
from articles.languages import Language
from articles.models import Article, Translation, User
from articles.models.declarations import UNTITLED

from .board import is_overdue


@dataclass(frozen=True)
class Task:
    """One translation, as far as it is: where there is a working copy, as far as that."""

    text: QueuedText
    state: str
    due_at: datetime | None
    is_overdue: bool

    @property
    def state_name(self) -> str:
        return str(Translation.State(self.state).label)


@dataclass(frozen=True)
class Tasks:
    """The first ones, and how many there are."""

    tasks: Sequence[Task]
    number: int

    @property
    def count(self) -> str:
        return capped_count(self.number)


def tasks_of(user: User) -> Tasks:
    now = timezone.now()
    found = list(unfinished(user).values_list("pk", flat=True)[: MOST + 1])
    shown = with_articles(unfinished(user).filter(pk__in=found[:SHOWN]))
    tasks = [
        Task(
            QueuedText(one.article, Language(one.language), one.due_at or now),
            one.stands_at,
            one.due_at,
            is_overdue(one.due_at, one.stands_at, now),
        )
        for one in shown
    ]
    return Tasks(tasks, len(found))


def unfinished(user: User) -> Any:
    copies = Translation.objects.filter(
        article__working_copy_of=OuterRef("article"), language=OuterRef("language")
    )
    return (
        Translation.objects.filter(assignee=user)
        .filter(Exists(Article.objects.open_to(user).filter(pk=OuterRef("article"))))
        .annotate(stands_at=Coalesce(Subquery(copies.values("state")[:1]), "state"))
        .exclude(stands_at=Translation.State.DONE)
        .order_by(F("due_at").asc(nulls_last=True), "pk")
    )


def with_articles(tasks: Any) -> Any:
    unread = ["source_text", *UNTITLED]
    return tasks.select_related("article").defer("pairs", *(f"article__{name}" for name in unread))
