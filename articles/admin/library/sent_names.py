"""By which name of a file a picture was sent: the log keeps it, no page of readers says it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath
from typing import Any

from django.contrib.admin.models import ADDITION, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models.functions import Cast

from articles.models import Image

LONGEST = 200
SUFFIXES = {".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif"}


def additions() -> models.QuerySet[LogEntry]:
    kind = ContentType.objects.get_for_model(Image)
    return LogEntry.objects.filter(content_type=kind, action_flag=ADDITION)


def keep_sent_name(entry: LogEntry, filename: str) -> None:
    """Let the log call a picture that was added by the name of the file that was sent."""
    if name := PurePath(filename).name[:LONGEST]:
        entry.object_repr = name
        entry.save(update_fields=["object_repr"])


def sent_names(images: Iterable[Any]) -> dict[int, str]:
    """The names of the files of some pictures, by their keys, in one query."""
    stored = {str(one.pk): f"{one.file.name}" for one in images}
    entries = additions().filter(object_id__in=stored).values_list("object_id", "object_repr")
    # Of one that was added before names were kept, the log has what it was called.
    return {int(key): name for key, name in entries if key and is_filename(name, stored[key])}


def is_filename(name: str, stored: str) -> bool:
    """Whether a name is that of a file as it was sent."""
    return PurePath(name).suffix.lower() in SUFFIXES and name != stored


def sent_as(words: str) -> models.Q:
    """The pictures whose file had a name with these words in it."""
    entries = additions()
    for word in words.split():
        entries = entries.filter(object_repr__icontains=word)
    keys = entries.annotate(key=Cast("object_id", models.BigIntegerField())).values("key")
    return models.Q(pk__in=keys)
