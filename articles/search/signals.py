"""The one hook that keeps the index: whatever writes a record writes its entry with it.

It hangs on the tables, not on the desk's verbs, so that the admin, the importer, fixtures and
verbs yet to come need not know. It runs in the transaction that writes: both are kept, or
neither. Writes that pass the tables' signals (``bulk_create``, ``update``) call
``index.update_index``.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import models, transaction
from django.db.models.signals import post_delete, post_save

from articles.models import (
    Affiliation,
    Appearance,
    Article,
    Attachment,
    Document,
    Event,
    LiveEntry,
    Mention,
    Participation,
    Quote,
    Record,
    Speaker,
    TopicOfArticle,
)

from .entries import KIND_OF
from .index import update_index

# The rows that are part of another record's entry, and the column that says whose.
PARTS: dict[type[models.Model], tuple[type[Record], str]] = {
    Quote: (Article, "article_id"),
    Mention: (Article, "article_id"),
    Attachment: (Article, "article_id"),
    LiveEntry: (Article, "article_id"),
    TopicOfArticle: (Article, "content_object_id"),
    Affiliation: (Speaker, "speaker_id"),
    Participation: (Event, "event_id"),
    Appearance: (Event, "event_id"),
}


type Waiting = dict[type[Record], set[int]]

_waiting: ContextVar[Waiting | None] = ContextVar("waiting", default=None)


@contextmanager
def indexed_at_the_end() -> Iterator[None]:
    """Write each entry once, after all that is saved meanwhile, in one transaction with it.

    For a program that saves a record many times over and that nobody searches behind.
    """
    with transaction.atomic():
        waiting: Waiting = {}
        token = _waiting.set(waiting)
        try:
            yield
        finally:
            _waiting.reset(token)
        for model, pks in waiting.items():
            update_index(model, sorted(pks))


def keep_index(sender: type[models.Model], instance: Any, **kwargs: Any) -> None:
    """Write the entry of the record that was saved or deleted, or that it is a part of."""
    if sender in PARTS:
        model, column = PARTS[sender]
        changed = (model, getattr(instance, column))
    elif sender in KIND_OF:
        changed = (sender, instance.pk)
    elif sender is Document:
        # What it is called is said by each article that has it.
        changed_articles(instance)
        return
    else:
        return
    waiting = _waiting.get()
    if waiting is None:
        # A fixture may have loaded what hangs on a record before the record.
        is_new = sender in KIND_OF and kwargs.get("created", False) and not kwargs.get("raw")
        update_index(changed[0], [changed[1]], are_new=is_new)
    else:
        waiting.setdefault(changed[0], set()).add(changed[1])


def changed_articles(document: Document) -> None:
    pks = list(document.attachments.order_by().values_list("article", flat=True))
    waiting = _waiting.get()
    if pks and waiting is None:
        update_index(Article, pks)
    elif waiting is not None:
        waiting.setdefault(Article, set()).update(pks)


def connect() -> None:
    senders: tuple[type[models.Model], ...] = (*PARTS, *KIND_OF, Document)
    for sender in senders:
        for signal in (post_save, post_delete):
            signal.connect(keep_index, sender=sender, dispatch_uid=f"search-{sender.__name__}")
