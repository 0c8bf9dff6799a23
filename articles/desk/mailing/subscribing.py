"""How somebody comes to have news by mail, changes it, and leaves.

Nobody is answered otherwise because an address is known: what there is to say goes to its mailbox.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from articles.desk.signed_links import Purpose, unsealed
from articles.languages import Language
from articles.models import Delivery, Event, Subscriber, Subscription, Topic
from articles.models.mailing import UNCONFIRMED_FOR, plain_address

from .confirmations import send_confirmations

A_DAY = timedelta(days=1)
LINKS_A_DAY = 3
"""Mails with a link that one address is sent in a day, whoever asks for them."""
MOST_CHOICES = 60
"""Of one subscriber."""


@dataclass(frozen=True)
class Choices:
    """What somebody wants to read: topics and events, or all news, in some languages."""

    languages: list[Language]
    topics: list[Topic] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    everything: bool = True

    def rows(self) -> Iterable[tuple[str, int | None, int | None]]:
        """Language, topic and event of each, the same twice only once."""
        for language in self.languages:
            if self.everything:
                yield language.code, None, None
            yield from ((language.code, one.pk, None) for one in self.topics)
            yield from ((language.code, None, one.pk) for one in self.events)


def ask(
    address: str,
    language: Language,
    rhythm: str,
    choices: Choices,
    at: datetime | None = None,
) -> None:
    """Write down what somebody asks for, and send a link by which the mailbox confirms it.

    What a known subscriber has stays as it is until then: anybody may type their address.
    """
    now = at or timezone.now()
    with transaction.atomic():
        asked = {"language": language.code, "rhythm": rhythm, "asked_at": now}
        person, is_new = Subscriber.objects.get_or_create(
            address=plain_address(address), defaults=asked
        )
        person = Subscriber.objects.select_for_update().get(pk=person.pk)
        if not is_new and not may_ask_again(person, now):
            return
        if not person.confirmed_at:
            person.language, person.rhythm = language.code, rhythm
        person.save()
        add(person, choices)
        Delivery.objects.add(Delivery.Kind.CONFIRMATION, [{"subscriber": person.key}])
        transaction.on_commit(send_confirmations.enqueue, robust=True)


def may_ask_again(person: Subscriber, now: datetime) -> bool:
    """Whether another link may be sent to an address; counts it."""
    if person.asked_at <= now - A_DAY:
        person.asked_at, person.asked_times = now, 1
        return True
    person.asked_times += 1
    return person.asked_times <= LINKS_A_DAY


def add(person: Subscriber, choices: Choices, at: datetime | None = None) -> None:
    """Add what somebody chose, confirmed at a moment or not yet."""
    known = {(one.language, one.topic_id, one.event_id): one for one in person.subscriptions.all()}
    for language, topic, event in choices.rows():
        found = known.get((language, topic, event))
        if found is None and len(known) < MOST_CHOICES:
            found = Subscription(language=language, topic_id=topic, event_id=event)
            found.subscriber = person
            known[language, topic, event] = found
        if found is not None and not found.confirmed_at:
            found.confirmed_at = at
            found.save()


def asker_of(purpose: Purpose, token: str) -> Subscriber | None:
    """The subscriber whose link this is, unless they have left."""
    key = unsealed(purpose, token)
    return Subscriber.objects.filter(key=key).first() if key else None


def confirm(person: Subscriber, at: datetime | None = None) -> None:
    """The mailbox says that it is theirs, and what it asked for."""
    now = at or timezone.now()
    with transaction.atomic():
        if not is_there(person):
            return
        person.confirmed_at = person.confirmed_at or now
        person.resume()
        person.save(update_fields={"confirmed_at"})
        person.subscriptions.filter(confirmed_at=None).update(confirmed_at=now)


def choose(
    person: Subscriber, language: Language, rhythm: str, kept: set[str], added: Iterable[Choices]
) -> bool:
    """Have what somebody chose on their own page, and nothing else; whether they are still there.

    Args:
        person: whose page it is.
        language: in which they are written to.
        rhythm: how often.
        kept: the choices they keep, by key: these count from when they were made, and those
            that waited to be confirmed from now on.
        added: what they add.
    """
    now = timezone.now()
    with transaction.atomic():
        if not is_there(person):
            return False
        person.language, person.rhythm = language.code, rhythm
        person.save(update_fields={"language", "rhythm"})
        person.subscriptions.exclude(key__in=kept).delete()
        # The link to this page was sent to the mailbox: whoever has it is asked nothing more.
        person.subscriptions.filter(confirmed_at=None).update(confirmed_at=now)
        for choices in added:
            add(person, choices, now)
    return True


def leave(person: Subscriber) -> None:
    """Keep nothing of somebody: neither the address nor what they chose."""
    with transaction.atomic():
        if is_there(person):
            person.delete()


def is_there(person: Subscriber) -> bool:
    """Whether somebody has not left; they cannot until the end of what is done now.

    The person first, then what they chose: in one order, so that no two wait for each other.
    """
    return Subscriber.objects.select_for_update().filter(pk=person.pk).exists()


def forget(at: datetime | None = None) -> int:
    """Delete what is not to be kept, and say how many addresses that were."""
    now = at or timezone.now()
    Subscription.objects.filter(confirmed_at=None, created_at__lt=now - UNCONFIRMED_FOR).delete()
    gone = Subscriber.objects.forgotten(now)
    # Whose topics and events are no more has chosen nothing.
    idle = Subscriber.objects.filter(Q(subscriptions=None), confirmed_at__lt=now - UNCONFIRMED_FOR)
    keys = {*gone.values_list("pk", flat=True), *idle.values_list("pk", flat=True)}
    Subscriber.objects.filter(pk__in=keys).delete()
    return len(keys)


def follow_merged(gone: Any, kept: Any) -> dict[str, list[str]]:
    """Have who chose a topic or an event that is merged go on with what it is merged into.

    Returns:
        The keys of the choices that moved, and of those that were there of both.
    """
    if not isinstance(gone, Topic | Event):
        return {}
    name = str(gone._meta.model_name)
    same = {"subscriber": OuterRef("subscriber"), "language": OuterRef("language")}
    rows = Subscription.objects.filter(**{name: gone})
    both = Subscription.objects.filter(
        Exists(Subscription.objects.filter(**{name: gone}, **same)), **{name: kept}
    )
    known = list(both.values_list("key", flat=True))
    rows.filter(Exists(Subscription.objects.filter(**{name: kept}, **same))).delete()
    moved = list(rows.values_list("key", flat=True))
    rows.update(**{name: kept})
    return {"moved": moved, "both": known}


def follow_undone(told: dict[str, list[str]], kept: Any, gone: Any) -> None:
    """Have them go on with what they chose; who has left since, or chose otherwise, stays so."""
    if not told:
        return
    name = str(gone._meta.model_name)
    rows = Subscription.objects.filter(**{name: kept})
    for one in rows.filter(key__in=told["both"]):
        Subscription.objects.create(
            subscriber_id=one.subscriber_id,
            language=one.language,
            confirmed_at=one.confirmed_at,
            **{name: gone},
        )
    rows.filter(key__in=told["moved"]).update(**{name: gone})
