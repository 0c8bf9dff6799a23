"""What a history says was done: with fields as they are called in the language of who reads it.

Django keeps what a form called them: in English, or, of a field that each language has, as who
changed it read it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import copy
from functools import cache
from typing import Any

from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.db import models
from django.utils import translation
from django.utils.text import capfirst
from django.utils.translation import gettext
from modeltranslation.fields import TranslationField

from articles.languages import Language

from .languages import label_of


def done_in_words(entry: LogEntry) -> str:
    """What one change was."""
    try:
        parts = json.loads(entry.change_message)
    except ValueError:
        return str(entry.change_message)
    if not isinstance(parts, list):
        return str(entry.change_message)
    kind: Any = entry.content_type
    model = kind.model_class() if kind else None
    for part in parts:
        for what in part.values():
            if fields := what.get("fields"):
                called = [called_now(model, one) for one in fields]
                what["fields"] = [Language.active().listed(called)]
    told = copy(entry)
    told.change_message = json.dumps(parts)
    return str(told.get_change_message())


def called_now(model: type[models.Model] | None, label: str) -> str:
    """What a field is called in the active language that was called so in any."""
    known = fields_called(model).get(label) if model else None
    return label_now(known) if known is not None else gettext(label)


def label_now(field: Any) -> str:
    if isinstance(field, TranslationField):
        return label_of(field)
    return str(capfirst(field.verbose_name))


@cache
def fields_called(model: type[models.Model]) -> dict[str, Any]:
    """The fields of a model, and of rows of its form, by what they are called in any language."""
    found: dict[str, Any] = {}
    for code in ("en", *(code for code, _name in settings.LANGUAGES)):
        with translation.override(code):
            for field in fields_about(model):
                found.setdefault(label_now(field), field)
    return found


def fields_about(model: type[models.Model]) -> Iterator[Any]:
    yield from (*model._meta.concrete_fields, *model._meta.many_to_many)
    for relation in model._meta.related_objects:
        related: Any = relation.related_model
        yield from related._meta.concrete_fields
