"""A text under embargo for journalists: who gets it, by a link of their own, and until when.

A copy opens nothing by itself: the article is asked at each opening. Where its embargo ends, the
link leads to what everybody reads; where the text goes back to the desk, or the copy is taken back,
it is dead.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.desk.databases import if_writable
from articles.desk.sealed import Purpose, unsealed
from articles.languages import Language
from articles.models import (
    Article,
    Delivery,
    EmbargoedCopy,
    EmbargoedSending,
    Journalist,
    PressList,
    User,
)
from articles.models.permissions import SEND_UNDER_EMBARGO

from .copies import is_under_embargo, path_of
from .corrected import shown_corrections
from .letters import send_copies


class DeadLinkError(Exception):
    """A link of ours that opens nothing any more."""


class TakenBackCopyError(DeadLinkError):
    """One that the newsroom has taken back."""


class PublishedError(Exception):
    """The embargo is over, and readers have the text: its link leads there."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.url = url


# Sending.


def languages_under_embargo(article: Article) -> list[Language]:
    return [one for one in Language.all() if is_under_embargo(article, one)]


def may_send(article: Article, user: User) -> bool:
    """Whether somebody may send an article under its embargo, and sees who got it."""
    is_its_own = not article.working_copy_of_id and not article.is_site_page
    return is_its_own and user.has_perm(SEND_UNDER_EMBARGO) and article.is_open_to(user)


def require(article: Article, user: User) -> None:
    if not may_send(article, user):
        raise PermissionDenied(_("You may not send texts under their embargo."))


def to_get_it(
    lists: Iterable[PressList], article: Article, language: Language
) -> tuple[list[Journalist], list[Journalist]]:
    """Who of some lists will get a text, each once; and who has it already."""
    people = Journalist.objects.reached().filter(lists__in=[*lists]).distinct()
    has = having_it(article, language)
    found = list(people)
    return [one for one in found if one.pk not in has], [one for one in found if one.pk in has]


def having_it(article: Article, language: Language) -> set[int]:
    """Who has a text, or will have it in a moment."""
    copies = EmbargoedCopy.objects.filter(
        sending__article=article, sending__language=language.code, taken_back_at=None
    ).exclude(state__in=[EmbargoedCopy.State.FAILED, EmbargoedCopy.State.DROPPED])
    return set(copies.values_list("journalist", flat=True))


def send(
    article: Article,
    language: Language,
    people: Iterable[Journalist],
    *,
    lists: Iterable[PressList],
    note: str,
    by: User,
) -> int:
    """Send a text to some journalists, each with a link of their own; to how many.

    Colleagues who send it at the same moment come one after the other: who has it by then is left
    out.

    Raises:
        PermissionDenied: it is not theirs to send, or it is under no embargo.
    """
    require(article, by)
    names = " · ".join(one.name for one in lists)
    told = len(shown_corrections(article, language))
    with transaction.atomic():
        article = Article.objects.select_for_update(of=["self"]).get(pk=article.pk)
        if not is_under_embargo(article, language):
            raise PermissionDenied(_("This text is under no embargo now."))
        has = having_it(article, language)
        people = [one for one in people if one.pk not in has]
        if not people:
            return 0
        sending = EmbargoedSending.objects.create(
            article=article, language=language.code, note=note, sent_to=names[:1000], made_by=by
        )
        copies = [
            EmbargoedCopy(sending=sending, journalist=one, corrections_told=told) for one in people
        ]
        EmbargoedCopy.objects.bulk_create(copies)
        Delivery.objects.add(Delivery.Kind.EMBARGOED, ({"copy": one.key} for one in copies))
        transaction.on_commit(send_copies.enqueue, robust=True)
    return len(copies)


def to_be_told(article: Article, language: Language) -> QuerySet[EmbargoedCopy]:
    """The copies whose journalists had the text before it was corrected for everybody."""
    corrections = len(shown_corrections(article, language))
    found = EmbargoedCopy.objects.filter(
        sending__article=article,
        sending__language=language.code,
        state=EmbargoedCopy.State.SENT,
        corrections_told__lt=corrections if article.is_live(language) else 0,
        journalist__in=Journalist.objects.reached(),
    )
    return found.select_related("journalist").order_by("pk")


def send_corrections(article: Article, language: Language, *, by: User) -> int:
    """Tell who was sent a text how it was corrected since; how many that are.

    Who was sent it several times, as its links were taken back, gets one mail.

    Raises:
        PermissionDenied: it is not theirs to send.
    """
    require(article, by)
    with transaction.atomic():
        corrections = shown_corrections(article, language)
        copies = list(to_be_told(article, language).select_for_update(of=["self"]))
        of_each: dict[int, list[EmbargoedCopy]] = defaultdict(list)
        for one in copies:
            of_each[one.journalist_id].append(one)
        contents = [
            {"copy": theirs[-1].key, "corrections": [which.key for which in fresh]}
            for theirs in of_each.values()
            if (fresh := corrections[min(one.corrections_told for one in theirs) :])
        ]
        keys = [one.pk for one in copies]
        EmbargoedCopy.objects.filter(pk__in=keys).update(corrections_told=len(corrections))
        Delivery.objects.add(Delivery.Kind.EMBARGOED, contents)
        transaction.on_commit(send_copies.enqueue, robust=True)
    return len(contents)


def copies_of(article: Article) -> QuerySet[EmbargoedCopy]:
    """Every copy of an article, the newest sending first."""
    found = EmbargoedCopy.objects.filter(sending__article=article)
    found = found.select_related("sending__made_by", "journalist")
    return found.order_by("-sending", "journalist__name", "pk")


def number_to_be_told(article: Article) -> list[tuple[Language, int]]:
    """How many journalists have a text otherwise than readers do by now, in each language."""
    counted = [
        (one, to_be_told(article, one).values("journalist").distinct().order_by().count())
        for one in Language.all()
    ]
    return [(one, number) for one, number in counted if number]


def open_copies(article: Article) -> QuerySet[EmbargoedCopy]:
    """The copies that arrived, or will, and that nobody took back."""
    found = EmbargoedCopy.objects.filter(sending__article=article, taken_back_at=None)
    return found.exclude(state__in=[EmbargoedCopy.State.FAILED, EmbargoedCopy.State.DROPPED])


def take_back(article: Article, keys: Iterable[str] | None, *, by: User) -> int:
    """Let copies open nothing any more: those of some keys, or all.

    Raises:
        PermissionDenied: it is not theirs.
    """
    require(article, by)
    found = EmbargoedCopy.objects.filter(sending__article=article, taken_back_at=None)
    if keys is not None:
        found = found.filter(key__in=[*keys])
    return found.update(taken_back_at=timezone.now())


# Opening.


def opened_copy(token: str, at: datetime | None = None) -> EmbargoedCopy:
    """The copy that a link opens, in the active language.

    Raises:
        DeadLinkError: it is none of ours, or opens nothing any more.
        TakenBackCopyError: the newsroom has taken it back.
        PublishedError: everybody has the text.
    """
    key = unsealed(Purpose.EMBARGOED, token)
    rows = EmbargoedCopy.objects.select_related("sending__article", "journalist")
    copy = rows.filter(key=key).first() if key else None
    language = Language.active()
    if copy is None or copy.sending.language != language.code:
        raise DeadLinkError
    article = copy.sending.article
    if article.is_live(language, at):
        raise PublishedError(article.url_in(language))
    if copy.taken_back_at:
        raise TakenBackCopyError
    if not is_under_embargo(article, language, at):
        raise DeadLinkError
    return copy


def same_in_others(copy: EmbargoedCopy) -> list[tuple[Language, str]]:
    """The other languages in which the same journalist was sent the same text, with the links."""
    article, found = copy.sending.article, {}
    others = open_copies(article).filter(journalist=copy.journalist)
    for one in others.exclude(sending__language=copy.sending.language).select_related("sending"):
        language = Language(one.sending.language)
        if is_under_embargo(article, language):
            found[language] = path_of(one)
    return [*found.items()]


def count_opening(copy: EmbargoedCopy) -> None:
    """Count that a copy was opened; not when, from where, nor by whom it was passed on."""
    rows = EmbargoedCopy.objects.filter(pk=copy.pk)
    if_writable(lambda: rows.update(openings=F("openings") + 1))
