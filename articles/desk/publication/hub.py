"""The hub of the feeds (WebSub, W3C) is told which of them changed, and gives them to subscribers.

What changed is read from the dates of the articles, since the hub was last told: so a scheduled
moment counts as well as a button, and what a hub did not take is told again the next time.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import datetime
from http.client import HTTPException
from itertools import batched
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.db.models.signals import post_delete, post_save
from django.tasks import task
from django.urls import reverse
from django.utils import timezone, translation

from articles.languages import Language
from articles.models import (
    Article,
    Correction,
    Event,
    HubNotice,
    LiveEntry,
    NamedRecord,
    Organization,
    Speaker,
    Topic,
    Transition,
)
from articles.models.connections import no_connection_kept
from articles.models.declarations import EDITED_OF_A_LANGUAGE

logger = logging.getLogger(__name__)

FORMS = ("rss", "atom", "json")
PATIENCE = 10
"""Seconds in which the hub has to answer."""
AT_ONCE = 50
"""Feeds named in one request."""
LOOKED_AT = 500
"""Moves that are looked at, the newest first."""


class HubError(Exception):
    """The hub cannot be reached, or refuses."""


def tell_hub(at: datetime | None = None) -> list[str]:
    """Tell the hub of the feeds that changed since it was last told.

    Returns:
        The addresses of those feeds; none where there is no hub.

    Raises:
        HubError: the hub does not take it; the next call tells it again.
    """
    if not settings.WEBSUB_HUB:
        return []
    now = at or timezone.now()
    since = HubNotice.objects.told_until(now)
    addresses = [f"{settings.SITE_URL}{path}" for path in changed_feeds(since, now)]
    for some in batched(addresses, AT_ONCE):
        publish(list(some))
    HubNotice.objects.note(now)
    return addresses


@task(backend="hub")
def tell() -> None:
    """Tell the hub while nobody waits."""
    with no_connection_kept():
        try:
            tell_hub()
        except HubError:
            logger.warning("The hub was not told; it will be the next time.", exc_info=True)


def tell_soon(**_sent: object) -> None:
    """Tell it as soon as what was just written is really saved."""
    if settings.WEBSUB_HUB:
        transaction.on_commit(tell.enqueue, robust=True)


def connect() -> None:
    for model in (Transition, Correction, LiveEntry):
        post_save.connect(tell_soon, model, dispatch_uid=f"hub {model.__name__}")
    post_delete.connect(tell_soon, Correction, dispatch_uid="hub, of a correction deleted")


def publish(addresses: list[str]) -> None:
    """Say to the hub that the feeds at these addresses have something new."""
    said = urlencode([("hub.mode", "publish"), *(("hub.url", one) for one in addresses)])
    # The operator's own setting, an http(s) address.
    request = Request(settings.WEBSUB_HUB, said.encode(), method="POST")  # noqa: S310
    try:
        with urlopen(request, timeout=PATIENCE):  # noqa: S310
            return
    except (OSError, HTTPException, ValueError) as error:
        raise HubError(str(error)) from error


def changed_feeds(since: datetime, now: datetime) -> list[str]:
    """The feeds that have another content now than they had then, by their paths."""
    articles = changed_articles(since, now)
    paths: dict[str, None] = {}
    for language in Language.all():
        of_readers = Article.objects.filter(pk__in=articles)
        had = (of_readers.live(now, language), of_readers.withdrawn(language, now))
        keys = {key for rows in had for key in rows.values_list("pk", flat=True)}
        if keys:
            with translation.override(language.code):
                paths |= dict.fromkeys(feeds_with(keys, language))
    return list(paths)


def changed_articles(since: datetime, now: datetime) -> set[int]:
    """The articles that came, went, moved or were corrected, or are to be looked at for it."""
    span = (since, now)
    moves = Transition.objects.order_by("-pk").values_list("article", "made_at")[:LOOKED_AT]
    found = {article for article, made_at in moves if made_at > since}
    told = Correction.objects.filter(updated_at__range=span)
    found.update(told.order_by().values_list("article", flat=True))
    followed = LiveEntry.objects.filter(updated_at__range=span)
    found.update(followed.order_by().values_list("article", flat=True))
    dates = Q(embargoed_until__range=span)
    for language in Language.all():
        for name in EDITED_OF_A_LANGUAGE:
            dates |= Q(**{f"{language.field(name)}__range": span})
    found.update(Article.objects.filter(dates).order_by().values_list("pk", flat=True))
    return found


def feeds_with(articles: set[int], language: Language) -> Iterator[str]:
    """The paths of the feeds that articles are in, in the active language."""
    for form in FORMS:
        yield reverse("feed", args=[form])
    among = Q(mentions__article__in=articles)
    events = Q(articles__in=articles) | Q(quotes__article__in=articles)
    parents = Event.objects.filter(events).order_by().values("parent")
    ties: tuple[tuple[type[NamedRecord], Q], ...] = (
        (Topic, Q(of_articles__content_object__in=articles)),
        (Event, events | Q(pk__in=parents)),
        (Speaker, among | Q(quotes__article__in=articles)),
        (Organization, among),
    )
    for model, tied in ties:
        records = model.objects.filter(pk__in=model.objects.filter(tied).order_by().values("pk"))
        for record in records.public(language):
            yield reverse(f"{model.page}_feed", args=[record.said("slug", language)])
