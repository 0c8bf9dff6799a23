"""The one hook that keeps the index: whatever writes a record writes its entry with it.

It hangs on the tables, not on the desk's verbs, so that the admin, the importer, fixtures and
verbs yet to come need not know. It runs in the transaction that writes: both are kept, or
neither. Writes that pass the tables' signals (``bulk_create``, ``update``) call
``index.update_index``.
"""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models.signals import post_delete, post_save

from articles.models import (
    Affiliation,
    Appearance,
    Article,
    Event,
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
    TopicOfArticle: (Article, "content_object_id"),
    Affiliation: (Speaker, "speaker_id"),
    Participation: (Event, "event_id"),
    Appearance: (Event, "event_id"),
}


def keep_index(sender: type[models.Model], instance: Any, **kwargs: Any) -> None:
    """Write the entry of the record that was saved or deleted, or that it is a part of."""
    if sender in PARTS:
        model, column = PARTS[sender]
        update_index(model, [getattr(instance, column)])
    elif sender in KIND_OF:
        update_index(sender, [instance.pk])


def connect() -> None:
    for sender in (*PARTS, *KIND_OF):
        for signal in (post_save, post_delete):
            signal.connect(keep_index, sender=sender, dispatch_uid=f"search-{sender.__name__}")
