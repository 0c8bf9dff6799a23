"""Which texts are in each queue of a person: their keys, of all queues in one query."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from articles.languages import Language
from articles.models import Article, Status, Transition, Translation, User
from articles.models.cached_queries import cached
from articles.models.permissions import (
    EDIT_ANY_ARTICLE,
    EDIT_ANY_LANGUAGE,
    EDIT_ANY_STATE,
    PUBLISH_ARTICLE,
    SomeRights,
)
from articles.models.phases import Phase, articles_in

from ..editing.working_copies import copies_written_in
from .queues import MOST, QUEUES
from .week import WEEK

type Key = tuple[int, str, datetime]
"""A text: its article, its language, and the moment it is listed under."""


def seen_by(user: User) -> Any:
    """Articles that are fully open to this person: only these can be tasks of theirs."""
    return Article.objects.open_to(user)


NEWEST_FIRST = {"translate", "stale", "published"}
"""Queues in which the last comes first; in the others, what has waited longest."""
COMING = "coming"
"""What appears or leaves within the week: of no queue, and asked for with them."""
EVERY = (*QUEUES, COMING)
RIGHTS_ASKED = frozenset({EDIT_ANY_ARTICLE, EDIT_ANY_STATE, EDIT_ANY_LANGUAGE, PUBLISH_ARTICLE})
"""Of all rights those that change what is in a queue."""


def keys_of(queue: str, user: User, now: datetime) -> list[Key]:
    """What is in one queue of this person: of no name but those in ``QUEUES``."""
    rows = rows_of((queue,), user, now, now - WEEK, now + WEEK)
    return by_queue((queue,), rows)[queue]


def keys_of_all(user: User, now: datetime) -> dict[str, list[Key]]:
    """What is in each queue of this person, and what is to come, in one question.

    Its SQL is put together once for all with the same rights: it is as long as it is quickly
    answered.
    """
    rights = frozenset(one for one in RIGHTS_ASKED if user.has_perm(one))
    languages = tuple(one.code for one in Language.all() if one.code in user.languages)
    moments = (now, now - WEEK, now + WEEK)
    return by_queue(EVERY, all_rows(user.pk, *moments, rights=rights, languages=languages))


def by_queue(queues: Iterable[str], rows: Iterable[Any]) -> dict[str, list[Key]]:
    """The keys of each queue, in its order, as many as are counted; of a text twice in it, one."""
    found: dict[str, list[Key]] = {name: [] for name in queues}
    for queue, *key in rows:
        found[queue].append((key[0], key[1], key[2]))
    for name, keys in found.items():
        keys.sort(key=lambda one: one[2], reverse=name in NEWEST_FIRST)
        found[name] = list({key[:2]: key for key in keys[: MOST + 1]}.values())
    return found


@cached
def all_rows(
    person: int,
    now: datetime,
    since: datetime,
    until: datetime,
    *,
    rights: frozenset[str],
    languages: tuple[str, ...],
) -> QuerySet[Any, Any]:
    user: Any = User(pk=person, is_active=True, languages=[*languages])
    user._perm_cache = SomeRights(rights, asked=RIGHTS_ASKED)
    return rows_of(EVERY, user, now, since, until)


def rows_of(
    queues: Iterable[str], user: User, now: datetime, since: datetime, until: datetime
) -> QuerySet[Any, Any]:
    """The keys of some queues, of each part of one as many as are counted, behind its name."""
    parts: dict[str, Callable[[], Iterable[Any]]] = {
        "mine": lambda: waiting_for(user),
        "review": lambda: in_state(user, Status.IN_REVIEW),
        "translate": lambda: to_translate(user, now),
        "stale": lambda: stale(user, now),
        "changes": lambda: changes(user),
        "published": lambda: published_since(user, since, now),
        COMING: lambda: scheduled(user, now, until),
    }
    found = [
        part.annotate(queue=Value(name, CharField())).values_list("queue", "text", "code", "moment")
        for name in queues
        for part in parts[name]()
    ]
    if not found:
        return Article.objects.none()  # to whom no language is assigned has nothing to translate
    one, *others = found
    return one.union(*others, all=True).order_by("moment") if others else one


def waiting_for(user: User) -> Iterator[QuerySet[Any]]:
    """What was sent back to this person; and for who may publish, what is ready to go out."""
    for language in Language.all():
        submitted = Transition.objects.filter(
            made_by=user, language=language.code, to_status=Status.IN_REVIEW
        )
        returned = Transition.objects.filter(
            article=OuterRef("pk"), language=language.code, to_status=Status.DRAFT
        )
        drafts = seen_by(user).filter(
            Exists(returned),
            pk__in=submitted.values("article"),
            **{language.field("status"): Status.DRAFT},
        )
        yield oldest(drafts, language, "updated_at")
        if user.has_perm(PUBLISH_ARTICLE):
            ready = seen_by(user).filter(**{language.field("status"): Status.READY})
            yield oldest(ready, language, "updated_at")


def in_state(user: User, status: Status) -> Iterator[QuerySet[Any]]:
    for language in Language.all():
        found = seen_by(user).filter(**{language.field("status"): status})
        yield oldest(found, language, "updated_at")


def to_translate(user: User, now: datetime) -> Iterator[QuerySet[Any]]:
    """What readers of one language have and those of another wait for: the newest first.

    An original is no translation, though readers may have the translation before it.
    """
    for language in languages_of(user):
        waiting = {language.field("status"): Status.DRAFT}
        for other in language.others:
            live = seen_by(user).shown(now, other).filter(**waiting)
            live = live.exclude(original_language=language.code)
            yield newest(live, language, other.field("published_at"))


def stale(user: User, now: datetime) -> Iterator[QuerySet[Any]]:
    """The translations this person may bring up to date: whose source changed last, first."""
    mine = Q()
    for language in languages_of(user):
        status = language.field("status")
        here = Q(language=language.code)
        if not user.has_perm(EDIT_ANY_STATE):
            # Of a working copy, the state is that of the article readers see.
            own = Q(article__working_copy_of=None, **{f"article__{status}": Status.DRAFT})
            here &= (
                own
                | Q(**{f"article__working_copy_of__{status}": Status.DRAFT})
                | live_of(user, language, now)
            )
        mine |= here
    if not mine:
        return
    waiting = Translation.objects.current().stale().filter(mine)
    if not user.has_perm(EDIT_ANY_ARTICLE):
        waiting = waiting.filter(article__in=keys_open_to(user))
    waiting = waiting.order_by("-stale_since", "-pk")
    if connection.features.supports_slicing_ordering_in_compound:
        found: QuerySet[Any] = QuerySet(Translation, waiting.query)[: MOST + 1]
    else:
        some = waiting.values("pk")[: MOST + 1]
        found = QuerySet(Translation).filter(pk__in=some).order_by()
    yield found.annotate(
        text=Coalesce("article__working_copy_of", "article"),
        code=F("language"),
        moment=F("stale_since"),
    )


def keys_open_to(user: User) -> QuerySet[Any, Any]:
    """The keys of ``open_to``, of somebody's articles and of their copies, each by its index."""
    every: Any = Article.with_copies.order_by()
    copies = every.filter(working_copy_of__created_by=user)
    keys: QuerySet[Any, Any] = every.filter(created_by=user).values("pk").union(copies.values("pk"))
    return keys


def live_of(user: User, language: Language, now: datetime) -> Q:
    """The translations readers have, for who keeps everybody's up to date."""
    if not user.has_perm(EDIT_ANY_ARTICLE):
        return Q(pk=None)
    # Told from the rows of both: looked up, a database goes through all that readers have.
    own = articles_in(Phase.PUBLISHED, language, now, of="article__")
    of_copy = articles_in(Phase.PUBLISHED, language, now, of="article__working_copy_of__")
    return Q(article__working_copy_of=None) & own | of_copy


def changes(user: User) -> Iterator[QuerySet[Any]]:
    """What was changed beside a live article and readers do not see yet: for who may publish it."""
    if user.has_perm(PUBLISH_ARTICLE):
        copies = copies_written_in().open_to(user).order_by("updated_at", "pk")
        some: QuerySet[Any] = (
            QuerySet(Article).filter(pk__in=copies.values("pk")[: MOST + 1]).order_by()
        )
        yield with_moment(some, Language.active(), "updated_at", text="working_copy_of")


def published_since(user: User, since: datetime, now: datetime) -> Iterator[QuerySet[Any]]:
    for language in Language.all():
        date = language.field("published_at")
        live = Article.objects.for_desk(user, now).live(now, language)
        yield newest(live.filter(**{f"{date}__gte": since}), language, date)


def scheduled(user: User, start: datetime, end: datetime) -> Iterator[QuerySet[Any]]:
    """The articles that appear or leave between two moments, in whatever language."""
    for language in Language.all():
        published = seen_by(user).filter(**{language.field("status"): Status.PUBLISHED})
        for name in (
            language.field("published_at"),
            language.field("live_until"),
            "embargoed_until",
        ):
            yield oldest(published.filter(**{f"{name}__range": (start, end)}), language, name)


def languages_of(user: User) -> list[Language]:
    """Those assigned to the account; every one that it writes, where none is."""
    written = [language for language in Language.active().then_others if user.may_write(language)]
    return [one for one in written if one.code in user.languages] or written


def oldest(articles: QuerySet[Any], language: Language, moment: str) -> QuerySet[Any]:
    return first(articles.order_by(moment, "pk"), language, moment)


def newest(articles: QuerySet[Any], language: Language, moment: str) -> QuerySet[Any]:
    return first(articles.order_by(f"-{moment}", "-pk"), language, moment)


def first(articles: QuerySet[Any], language: Language, moment: str) -> QuerySet[Any]:
    """As many as are counted, in a form that SQLite can unite with others."""
    if connection.features.supports_slicing_ordering_in_compound:
        return with_moment(QuerySet(Article, articles.query), language, moment)[: MOST + 1]
    some: QuerySet[Any] = (
        QuerySet(Article).filter(pk__in=articles.values("pk")[: MOST + 1]).order_by()
    )
    return with_moment(some, language, moment)


def with_moment(
    articles: QuerySet[Any], language: Language, moment: str, text: str = "pk"
) -> QuerySet[Any]:
    """Articles with what the key of a text is made of.

    They are asked for past the managers, which rewrite every query for the active language:
    parts that are united have their columns in one order.
    """
    return articles.annotate(text=F(text), code=Value(language.code, CharField()), moment=F(moment))
