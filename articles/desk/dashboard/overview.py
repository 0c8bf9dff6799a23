"""The day of the newsroom: what waits for one person, what is to come, what has come out.

One query has the keys of all queues, for every language at once; what is shown of all of them is
fetched together in one more. Nothing is counted beyond ``MOST``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Exists, F, OuterRef
from django.utils import timezone

from articles.languages import Language
from articles.models import Article, Note, ReceivedText, SenderNotice, Status, User
from articles.models.declarations import UNTITLED
from articles.models.workflow import Move

from ..editing.working_copies import changed_back
from ..publication.returned_texts import Returns, returns
from .queue_keys import COMING, Key, keys_of_all, seen_by
from .queues import MOST, SHOWN, Queue, QueuedText, capped_count
from .week import UpcomingDay, coming_in, days

ONWARD = ("submit", "approve", "publish")
"""The moves that take a text one step nearer to its readers, in a single click."""

COPY = F("article__working_copy")
"""Of a note, the working copy of its article."""


@dataclass(frozen=True)
class Dashboard:
    """All that the desk page shows to one person."""

    queues: list[Queue]
    week: list[UpcomingDay]
    notes: Sequence[Note]
    notes_number: int

    @property
    def notes_count(self) -> str:
        return capped_count(self.notes_number)

    @property
    def scheduled(self) -> int:
        return sum(len(day.coming) for day in self.week)


def dashboard_of(user: User) -> Dashboard:
    now = timezone.now()
    keys = keys_of_all(user, now)
    coming = [*dict.fromkeys(key for key, *_ in keys.pop(COMING))]
    # Who was addressed reads it, while the article is there for them to be found.
    there = found_by(user).filter(pk=OuterRef("article"))
    to_read = Note.objects.waiting_for(user).filter(Exists(there)).annotate(copy=COPY)
    waiting = list(to_read.select_related("author").order_by("-pk")[: MOST + 1])
    notes = waiting[:SHOWN]
    asked = [
        note for note in reversed(waiting) if note.asks_correction and (note.copy or note.entry_id)
    ]
    shown = {key for queue in keys.values() for key, *_ in queue[:SHOWN]}
    shown |= {*coming, *(note.article_id for note in [*notes, *asked[:SHOWN]])}
    told = sender_notices(user)
    shown |= {key for __, key in told[:SHOWN]}
    found = found_by(user).select_related("created_by")
    articles = found.defer("source_text", *UNTITLED).in_bulk(shown)
    for note in {*notes, *asked[:SHOWN]}:
        if note.article_id in articles:
            note.article = articles[note.article_id]
    taken_back = returns(articles.values())
    as_opened = changed_back(key for key, *_ in keys["changes"][:SHOWN])
    queues = [
        Queue(
            name,
            article_lines(
                queue,
                articles,
                user,
                taken_back,
                as_opened=as_opened if name == "changes" else set(),
                # What waits beside a live article is no language's: its moves are in its form.
                has_moves=name != "changes",
            ),
            len(queue),
        )
        for name, queue in keys.items()
    ]
    return Dashboard(
        queues=[
            with_notices(with_requests(one, asked, articles), told, articles)
            if one.name == "mine"
            else one
            for one in queues
        ],
        week=days(coming_in([articles[key] for key in coming if key in articles], now), now),
        notes=notes,
        notes_number=len(waiting),
    )


def with_requests(queue: Queue, asked: Sequence[Note], articles: dict[int, Article]) -> Queue:
    """What waits for a person, the corrections first that somebody asks of them."""
    requests = [
        QueuedText(articles[note.article_id], Language.active(), note.created_at, asked=note)
        for note in asked[:SHOWN]
        if note.article_id in articles
    ]
    return replace(queue, texts=[*requests, *queue.texts], number=queue.number + len(asked))


def sender_notices(user: User) -> list[tuple[SenderNotice, int]]:
    """What senders said of articles that concern somebody: cancelled ones first, the oldest."""
    waiting = SenderNotice.objects.waiting().concerning(user).select_related("item__feed")
    notices = sorted(waiting[: MOST + 1], key=lambda one: not one.is_against_use)
    if not notices:
        return []
    there = seen_by(user).order_by().values("pk")
    versions = ReceivedText.objects.order_by("pk").filter(
        came_as__in=[one.item_id for one in notices], article__in=there
    )
    made: dict[int, dict[int, None]] = defaultdict(dict)
    for item, article in versions.values_list("came_as", "article"):
        made[item][article] = None
    return [(one, key) for one in notices for key in made[one.item_id]]


def with_notices(
    queue: Queue, told: Sequence[tuple[SenderNotice, int]], articles: dict[int, Article]
) -> Queue:
    """What waits for a person, first of all what its sender cancels or changes."""
    lines = [
        QueuedText(articles[key], Language.active(), notice.said_at, sender=notice)
        for notice, key in told[:SHOWN]
        if key in articles
    ]
    return replace(queue, texts=[*lines, *queue.texts], number=queue.number + len(told))


def article_lines(
    keys: list[Key],
    articles: dict[int, Article],
    user: User,
    taken_back: Returns,
    *,
    as_opened: set[int],
    has_moves: bool,
) -> list[QueuedText]:
    return [
        QueuedText(
            articles[key],
            language,
            moment,
            onward(articles[key], language, user) if has_moves else {},
            taken_back.get((key, code)),
            key in as_opened,
        )
        for key, code, moment in keys[:SHOWN]
        if key in articles and (language := Language(code))
    ]


def onward(article: Article, language: Language, user: User) -> dict[Status, Move]:
    """The steps towards the readers that this person may take now."""
    moves = article.moves(language, by=user)
    return {to: move for to, move in moves.items() if move.verb in ONWARD}


def found_by(user: User) -> Any:
    """What this person finds in the admin; of what is a colleague's, as readers have it."""
    return Article.objects.for_desk(user)
