"""A text under embargo for journalists: who gets it, by a link of their own, and until when.

A copy opens nothing by itself: the article is asked at each opening. Where its embargo ends, the
link leads to what everybody reads; where the text goes back to the desk, or the copy is taken back,
it is dead.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.desk.databases import if_writable
from articles.desk.signed_links import Purpose, unsealed
from articles.languages import Language
from articles.models import (
    Article,
    Correction,
    Delivery,
    EmbargoedCopy,
    EmbargoedSending,
    Journalist,
    PressList,
    User,
)
from articles.models.permissions import SEND_UNDER_EMBARGO

from .copies import arrived_copies, is_under_embargo, opens, path_of
from .correction_mails import shown_corrections
from .embargo_changes import NOTHING, holding_another_hour, hour_of, without_a_schedule
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
    told = [one.key for one in shown_corrections(article, language)]
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
        copies = [EmbargoedCopy(sending=sending, journalist=one, told_of=told) for one in people]
        EmbargoedCopy.objects.bulk_create(copies)
        Delivery.objects.add(Delivery.Kind.EMBARGOED, ({"copy": one.key} for one in copies))
        transaction.on_commit(send_copies.enqueue, robust=True)
    return len(copies)


def to_be_told(
    article: Article, language: Language, *, is_locked: bool = False
) -> list[tuple[EmbargoedCopy, list[Correction]]]:
    """Copies whose journalists had the text before it was corrected for everybody, and how."""
    corrections = shown_corrections(article, language)
    if not corrections or not article.is_live(language):
        return []
    found = arrived_copies(article, language)
    copies = found.select_for_update(of=["self"]) if is_locked else found
    return [(one, fresh) for one in copies if (fresh := not_told(one, corrections))]


def not_told(copy: EmbargoedCopy, corrections: list[Correction]) -> list[Correction]:
    """Of what readers are told was wrong, what a journalist was not."""
    if copy.told_of is None:
        return corrections[copy.corrections_told :]
    return [one for one in corrections if one.key not in copy.told_of]


def send_corrections(article: Article, language: Language, *, by: User) -> int:
    """Tell who was sent a text how it was corrected since; how many that are.

    Who was sent it several times, as its links were taken back, gets one mail.

    Raises:
        PermissionDenied: it is not theirs to send.
    """
    require(article, by)
    with transaction.atomic():
        owed = to_be_told(article, language, is_locked=True)
        now = [one.key for one in shown_corrections(article, language)]
        for copy, __ in owed:
            # What was hidden since they were told of it is not news when it is shown again.
            copy.told_of = [*dict.fromkeys([*(copy.told_of or []), *now])]
        EmbargoedCopy.objects.bulk_update([copy for copy, __ in owed], ["told_of"], batch_size=200)
        letters = dict[int, dict[str, Any]]()
        for copy, fresh in owed:
            # One letter to each, of all that is new to them, with the newest of their links.
            named = letters.get(copy.journalist_id, {}).get("corrections", [])
            keys = [*dict.fromkeys([*named, *(one.key for one in fresh)])]
            letters[copy.journalist_id] = {"copy": copy.key, "corrections": keys}
        Delivery.objects.add(Delivery.Kind.EMBARGOED, letters.values())
        transaction.on_commit(send_copies.enqueue, robust=True)
    return len(letters)


def tell_moved(article: Article, language: Language, *, by: User) -> int:
    """Tell who was told another hour when the embargo ends, or that the text is taken back.

    Raises:
        PermissionDenied: it is not theirs to send.
    """
    found, hour = holding_another_hour(article, language), hour_of(article, language)
    return tell(found, hour, {"moved": True}, article, by=by)


def tell_nothing(article: Article, language: Language, *, by: User) -> int:
    """Ask who holds a text that is not scheduled to publish nothing: their links are dead then.

    Raises:
        PermissionDenied: it is not theirs to send.
    """
    return tell(without_a_schedule(article, language), None, {"moved": NOTHING}, article, by=by)


def tell(
    found: QuerySet[EmbargoedCopy],
    hour: datetime | None,
    content: dict[str, Any],
    article: Article,
    *,
    by: User,
) -> int:
    """Write to whose copies these are, one letter to each; how many they are."""
    require(article, by)
    with transaction.atomic():
        copies = list(found.select_for_update(of=["self"]))
        rows = EmbargoedCopy.objects.filter(pk__in=[one.pk for one in copies])
        rows.update(embargo_told=hour)
        letters = {one.journalist_id: {"copy": one.key} | content for one in copies}
        Delivery.objects.add(Delivery.Kind.EMBARGOED, letters.values())
        transaction.on_commit(send_copies.enqueue, robust=True)
    return len(letters)


def copies_of(article: Article) -> QuerySet[EmbargoedCopy]:
    """Every copy of an article, the newest sending first."""
    found = EmbargoedCopy.objects.filter(sending__article=article)
    found = found.select_related("sending__made_by", "journalist")
    return found.order_by("-sending", "journalist__name", "pk")


def number_to_be_told(article: Article) -> list[tuple[Language, int]]:
    """How many journalists have a text otherwise than readers do by now, in each language."""
    counted = [
        (one, len({copy.journalist_id for copy, __ in to_be_told(article, one)}))
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
    if not opens(copy, at):
        raise DeadLinkError
    return copy


def same_in_others(copy: EmbargoedCopy) -> list[tuple[Language, str]]:
    """The other languages in which the same journalist was sent the same text, with the links."""
    found = dict[Language, str]()
    others = open_copies(copy.sending.article).filter(journalist=copy.journalist)
    for one in others.exclude(sending__language=copy.sending.language).select_related(
        "sending__article"
    ):
        if opens(one):
            found[Language(one.sending.language)] = path_of(one)
    return [*found.items()]


def count_opening(copy: EmbargoedCopy) -> None:
    """Count that a copy was opened; not when, from where, nor by whom it was passed on."""
    rows = EmbargoedCopy.objects.filter(pk=copy.pk)
    if_writable(lambda: rows.update(openings=F("openings") + 1))
