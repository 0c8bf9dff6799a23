"""What a subscriber chose, in words: with no name that readers may not know."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.languages import Language
from articles.models import Event, Subscriber, Subscription, Topic


@dataclass(frozen=True)
class SubscriptionChoice:
    """One choice, as its row and in words."""

    row: Subscription
    name: str
    language: Language

    @property
    def key(self) -> str:
        return self.row.key


def subscription_choices(person: Subscriber, *, is_open: bool = False) -> list[SubscriptionChoice]:
    """The choices of a subscriber, in the active language.

    Args:
        person: whose they are.
        is_open: only those that wait to be confirmed, or all.
    """
    rows = list(person.subscriptions.all())
    if is_open:
        rows = [one for one in rows if not one.confirmed_at] or rows
    names = names_of(rows)
    return [
        SubscriptionChoice(
            one, names.get(one.pk, _("something that has no page at present")), language
        )
        for one in rows
        for language in [Language(one.language)]
    ]


def names_of(rows: list[Subscription]) -> dict[int, str]:
    """What each is called, where readers of some language know of it."""
    topics = public_names(Topic, {one.topic_id for one in rows if one.topic_id})
    events = public_names(Event, {one.event_id for one in rows if one.event_id})
    found = {}
    for one in rows:
        if one.topic_id:
            name = topics.get(one.topic_id)
        elif one.event_id:
            name = events.get(one.event_id)
        else:
            name = _("All news")
        if name:
            found[one.pk] = name
    return found


def public_names(model: type[Topic] | type[Event], keys: set[int]) -> dict[int, str]:
    """The names of records that readers know of, in their language first."""
    found: dict[int, str] = {}
    for language in Language.active().then_others:
        if missing := keys - found.keys():
            rows = model.objects.public(language).filter(pk__in=missing)
            found |= {one.pk: one.said("name", language) for one in rows}
    return found
