"""What concerned one person lately, and which of it they have not read.

Nothing is written when something happens: a note, a move, a task, a save is a row already. What is
kept is what was read (``SeenNotice``), and up to when all was (``DeskHabits``).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Coalesce, Concat
from django.utils import timezone

from articles.languages import Language
from articles.models import (
    Article,
    DeskHabits,
    Note,
    Phase,
    Revision,
    SeenNotice,
    SenderNotice,
    Status,
    Transition,
    Translation,
    User,
)
from articles.models.cached_queries import cached
from articles.models.date_fields import FIRST_MOMENT
from articles.models.permissions import EDIT_ANY_ARTICLE, PUBLISH_ARTICLE, SomeRights

LOOKED_BACK = timedelta(days=30)
"""What is older is no news."""
TAKEN_BACK = (Phase.DRAFT, Phase.WITHDRAWN, Phase.EXPIRED)
MOST = 99
"""More is counted no further, and not listed."""

type Kind = str
"""``note``, ``move``, ``task``, ``change`` or ``sender``."""


@dataclass(frozen=True)
class Occurrence:
    """One thing that happened, by its kind and the key of its row."""

    kind: Kind
    row: int
    at: datetime
    is_read: bool = False

    @property
    def name(self) -> str:
        return f"{self.kind}-{self.row}"


def notes_to(user: User, at: datetime | None) -> QuerySet[Any]:
    """Notes that address somebody, on an article that they find."""
    there = Article.objects.for_desk(user, at).order_by().filter(pk=OuterRef("article"))
    return Note.objects.filter(Exists(there), addressed=user).exclude(author=user)


def moves_of_texts_of(user: User, _at: datetime | None) -> QuerySet[Any]:
    """What others took back of the texts of somebody: those they wrote, or submitted."""
    submitted = Transition.objects.filter(
        article=OuterRef("article"),
        language=OuterRef("language"),
        made_by=user,
        to_status=Status.IN_REVIEW,
    )
    mine = Q(article__created_by=user) | Q(Exists(submitted))
    there = Article.objects.open_to(user).order_by().values("pk")
    others = Transition.objects.filter(to_status__in=TAKEN_BACK).exclude(made_by=user)
    return others.filter(mine, article__in=there, made_by__isnull=False)


def tasks_given_to(user: User, _at: datetime | None) -> QuerySet[Any]:
    """Translations that a colleague gave to somebody."""
    there = Article.objects.open_to(user).order_by().values("pk")
    given = Translation.objects.filter(assignee=user, article__in=there, assigned_at__isnull=False)
    return given.exclude(assigned_by=user)


def changes_of_texts_of(user: User, _at: datetime | None) -> QuerySet[Any]:
    """What others changed in the articles of somebody: the last save of each."""
    newer = (
        Revision.objects.filter(article=OuterRef("article"), discarded_at=None)
        .exclude(made_by=user)
        .exclude(made_by=None)
        .order_by("-version")
    )
    for language in Language.all():
        # The save that a move alone made says the move, which is told where it concerns them.
        newer = newer.exclude(note__startswith=f"{language}: ", note__contains="→")
    mine = Q(article__created_by=user) | Q(article__working_copy_of__created_by=user)
    return Revision.objects.filter(mine, pk=Subquery(newer.values("pk")[:1]))


def words_of_senders_to(user: User, _at: datetime | None) -> QuerySet[Any]:
    """What senders said of the texts that somebody took, wrote or may take from readers."""
    return SenderNotice.objects.concerning(user)


KINDS: dict[Kind, tuple[Any, str]] = {
    "note": (notes_to, "created_at"),
    "move": (moves_of_texts_of, "made_at"),
    "task": (tasks_given_to, "assigned_at"),
    "change": (changes_of_texts_of, "made_at"),
    "sender": (words_of_senders_to, "said_at"),
}
"""Of each kind its rows, and the column that says when."""


def keys_of(
    user: User, kind: Kind, *, at: datetime | None, since: datetime, unread: bool
) -> QuerySet[Any, Any]:
    rows, column = KINDS[kind]
    name = Concat(Value(f"{kind}-"), Cast(OuterRef("pk"), CharField()), output_field=CharField())
    seen = SeenNotice.objects.filter(person=user, notice=name)
    habits = DeskHabits.objects.filter(person=user).values("notices_seen_until")[:1]
    until = Coalesce(Subquery(habits), Value(FIRST_MOMENT))
    found = rows(user, at).order_by().filter(**{f"{column}__gte": since})
    if unread:
        found = found.filter(~Exists(seen), **{f"{column}__gt": until})
    return cast(
        "QuerySet[Any, Any]",
        found.annotate(kind_of=Value(kind, CharField()), row=F("pk"), at=F(column)).values_list(
            "kind_of", "row", "at"
        ),
    )


def occurrences_since(
    user: User, at: datetime | None, since: datetime, *, unread: bool
) -> QuerySet[Any, Any]:
    """What concerns somebody since a moment, the newest first, as one query."""
    first, *others = [keys_of(user, kind, at=at, since=since, unread=unread) for kind in KINDS]
    return first.union(*others, all=True).order_by("-at")[: MOST + 1]


def occurrences(user: User, *, unread: bool = False) -> list[Occurrence]:
    """What concerns somebody, the newest first, in one query."""
    at = timezone.now()
    found = occurrences_since(user, at, at - LOOKED_BACK, unread=unread)
    return [Occurrence(kind, row, at) for kind, row, at in found]


def unread_number(user: User) -> int:
    """How many are not read; one more than ``MOST`` stands for all that are more.

    Every page of the desk asks this: its query is put together once for all with the same rights.
    """
    at = timezone.now()
    rights = frozenset(one for one in RIGHTS_ASKED if user.has_perm(one))
    # What may be seen without that right depends on the moment.
    moment = [] if EDIT_ANY_ARTICLE in rights else [at]
    return len(unread(user.pk, at - LOOKED_BACK, *moment, rights=rights))


RIGHTS_ASKED = frozenset({EDIT_ANY_ARTICLE, PUBLISH_ARTICLE})
"""Of all rights those that change what is asked."""


@cached
def unread(
    person: int, since: datetime, at: datetime | None = None, *, rights: frozenset[str]
) -> QuerySet[Any, Any]:
    """What somebody with some of ``RIGHTS_ASKED`` has not read."""
    somebody: Any = User(pk=person, is_active=True)
    somebody._perm_cache = SomeRights(rights, asked=RIGHTS_ASKED)
    return occurrences_since(somebody, at, since, unread=True)


def with_read(user: User, some: list[Occurrence]) -> list[Occurrence]:
    """The same, each with whether it is read."""
    until = DeskHabits.of(user).notices_seen_until or FIRST_MOMENT
    seen = set(
        SeenNotice.objects.filter(person=user, notice__in=[one.name for one in some]).values_list(
            "notice", flat=True
        )
    )
    return [
        Occurrence(one.kind, one.row, one.at, one.at <= until or one.name in seen) for one in some
    ]


# What was read.


def mark_read(user: User, names: Iterable[str]) -> None:
    """Mark some as read: of what concerns this person, whatever the names say."""
    known = {one.name: one for one in occurrences(user)}
    SeenNotice.objects.bulk_create(
        [
            SeenNotice(person=user, notice=name, happened_at=known[name].at)
            for name in dict.fromkeys(names)
            if name in known
        ],
        ignore_conflicts=True,
    )


def mark_all_read(user: User, until: datetime) -> None:
    """Mark as read all that happened up to a moment: what came since the page was shown is not."""
    DeskHabits.keep(user, notices_seen_until=min(until, timezone.now()))
    SeenNotice.objects.filter(person=user, happened_at__lte=until).delete()
