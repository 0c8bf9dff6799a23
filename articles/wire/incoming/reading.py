"""A feed is read: asked for, taken apart, its items put into the inbox, its next reading set."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import DatabaseError
from django.tasks import task
from django.utils import timezone

from articles.models import IncomingFeed
from articles.models.connections import no_connection_kept
from articles.models.incoming import AT_ONCE

from ..fetch import NoWordsError, WireError
from ..remarks import NO_REASON
from .download import DownloadError, download
from .formats import ACCEPTED, items_of
from .inbox import Inbox, Outcomes, Reception, forget_old
from .items import ArrivedItem

logger = logging.getLogger(__name__)


def read_due(now: datetime | None = None) -> dict[IncomingFeed, Outcomes]:
    """Read the feeds that are due, and forget what nobody took for long."""
    at = now or timezone.now()
    read = {}
    for feed in IncomingFeed.objects.due(at).select_related("source"):
        if feed.claim(at):
            read[feed] = read_feed(feed, at)
    forget_old(at)
    return read


def read_feed(feed: IncomingFeed, now: datetime) -> Outcomes:
    """Read one feed that is ours to read; what went wrong is said on it."""
    outcomes: Outcomes = Counter()
    try:
        found = download(
            feed.address, etag=feed.etag, last_modified=feed.last_modified, accept=ACCEPTED
        )
        if found.is_new:
            outcomes = take_all(feed, found.data, found.address, now)
            feed.etag = found.headers.get("etag", "")[:300]
            feed.last_modified = found.headers.get("last-modified", "")[:100]
        feed.succeeded(now)
    except WireError as error:
        feed.failed(now, str(error), error.after if isinstance(error, DownloadError) else None)
    except Exception:
        # Whatever its server sends: it is written down, and the other feeds are read.
        logger.exception("A feed could not be read: %s", feed)
        feed.failed(now, NO_REASON)
    return outcomes


def take_all(feed: IncomingFeed, data: bytes, address: str, now: datetime) -> Outcomes:
    """Put the items into the inbox, the last first, so that the newest is on top.

    Raises:
        WireError: it is no feed.
    """
    inbox, outcomes = Inbox(feed, now), Counter[Reception]()
    arrived: list[ArrivedItem] = []
    for made in reversed(list(items_of(data, address))):
        with refused_alone(feed, outcomes):
            arrived.append(made())
    for item in arrived:
        if is_taken_back(item, arrived):
            outcomes[Reception.KNOWN] += 1
            continue
        with refused_alone(feed, outcomes):
            outcomes[inbox.take_in(item)] += 1
    return outcomes


@contextmanager
def refused_alone(feed: IncomingFeed, outcomes: Outcomes) -> Iterator[None]:
    """Whatever an item has in it, it stops no other."""
    try:
        yield
    except NoWordsError:
        # It would be told of again at each reading, and there is nothing to tell.
        logger.debug("An item of %s is empty.", feed)
    except WireError as refusal:
        outcomes[Reception.REFUSED] += 1
        logger.info("An item of %s was not taken in: %s", feed, refusal)
    except (DatabaseError, RecursionError, ValueError, LookupError, TypeError, AttributeError):
        outcomes[Reception.REFUSED] += 1
        logger.warning("An item of %s was not taken in.", feed, exc_info=True)


def is_taken_back(item: ArrivedItem, others: list[ArrivedItem]) -> bool:
    """Whether the same feed has the text and that it is cancelled, which came later."""
    if item.is_canceled or not item.item_id:
        return False
    ends = [one for one in others if one.is_canceled and one.item_id == item.item_id]
    return any(not is_after(item, one) for one in ends)


def is_after(item: ArrivedItem, end: ArrivedItem) -> bool:
    if end.facts.is_before(item.facts):
        return True
    sent, ended = item.published_at, end.published_at
    is_numbered = item.facts.version.isdecimal() and end.facts.version.isdecimal()
    return not is_numbered and bool(sent and ended and sent > ended)


@task(backend="feeds")
def read_now(key: int) -> None:
    """Read a feed at once, while nobody waits; not again where it has just been read."""
    with no_connection_kept():
        now = timezone.now()
        feed = IncomingFeed.objects.select_related("source").filter(pk=key).first()
        if feed and not just_read(feed, now) and feed.claim(now):
            read_feed(feed, now)


def just_read(feed: IncomingFeed, now: datetime) -> bool:
    return feed.read_at is not None and now - feed.read_at < AT_ONCE
