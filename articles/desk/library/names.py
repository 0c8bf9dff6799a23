"""What a record is called before a person: the words of an article only before who may see it.

Lists name records of every kind: what else would be deleted, what somebody did lately, where a
picture is used.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.admin.models import LogEntry
from django.db import models
from django.utils.translation import gettext as _

from articles.models import Article, Transition, User
from articles.models.permissions import EDIT_ANY_ARTICLE


def ways_to_articles(model: type[models.Model]) -> list[str]:
    """The columns by which a row hangs on an article."""
    return [
        column.name
        for column in model._meta.concrete_fields
        if column.related_model is not None and issubclass(column.related_model, Article)
    ]


def articles_of(record: models.Model) -> list[Article]:
    """The article that a record is, or those that it hangs on."""
    if isinstance(record, Article):
        return [record]
    found = (getattr(record, name) for name in ways_to_articles(type(record)))
    return [one for one in found if one is not None]


def name_for(user: User, record: models.Model) -> str:
    """What a record may be called before this person."""
    if isinstance(record, LogEntry):
        is_open = bool(entries_for(user, [record]))
    else:
        is_open = all(one.is_open_to(user) for one in articles_of(record))
    if not is_open:
        return _("not yours to see")
    return record.told if isinstance(record, Transition) else str(record)


def found_by(user: User, records: Sequence[models.Model]) -> list[models.Model]:
    """These records, without the articles that this person does not find, in one query.

    Of a colleague's article there is what its readers have.
    """
    keys = [one.pk for one in records if isinstance(one, Article)]
    there = Article.with_copies.for_desk(user).in_bulk(keys)
    shown = (there.get(one.pk) if isinstance(one, Article) else one for one in records)
    return [one for one in shown if one is not None]


# What somebody did, as the admin keeps it.


def entries_for(user: User, entries: Sequence[LogEntry]) -> list[LogEntry]:
    """Those of the log whose words this person may read, in a query for each kind of record."""
    if user.has_perm(EDIT_ANY_ARTICLE):
        return list(entries)
    by_model: dict[Any, list[str]] = defaultdict(list)
    for entry in entries:
        model = entry.content_type.model_class() if entry.content_type else None
        if model is not None and (model is Article or ways_to_articles(model)):
            by_model[model].append(str(entry.object_id))
    open_rows = {
        (model, str(key))
        for model, keys in by_model.items()
        for key in open_keys(user, model, keys)
    }
    return [
        entry
        for entry in entries
        if entry.content_type is None
        or (model := entry.content_type.model_class()) not in by_model
        or (model, str(entry.object_id)) in open_rows
    ]


def open_keys(user: User, model: type[models.Model], keys: Iterable[str]) -> list[Any]:
    """Which rows of a model this person may see all of; what is deleted is none."""
    rows = model._base_manager.filter(pk__in=[key for key in keys if key.isdecimal()])
    if model is not Article:
        rows = rows.select_related(*ways_to_articles(model))
    return [row.pk for row in rows if all(one.is_open_to(user) for one in articles_of(row))]
