"""Two states of an article beside each other: which fields differ, and by which words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from modeltranslation.fields import TranslationField

from articles.languages import Language
from articles.models import Article, Status
from articles.models.fields import RichTextField
from articles.text.diffs import Span, paragraphs_changed, words_changed

from .snapshots import (
    CHILDREN,
    Content,
    child_fields,
    child_model,
    comparable,
    content_fields,
    is_state,
)


@dataclass(frozen=True)
class Difference:
    """One field in one language, or the rows of one kind, and what became of its words."""

    name: str
    label: str
    language: Language | None
    paragraphs: list[list[Span]]
    only_form: bool = False
    """The words are the same; links, bold and the like are not."""


def differences(before: Content, after: Content) -> list[Difference]:
    """What differs between two states, in the order of the form."""
    return [*fields_changed(before["fields"], after["fields"]), *rows_changed(before, after)]


def fields_changed(before: dict[str, Any], after: dict[str, Any]) -> Iterator[Difference]:
    for column in content_fields(Article):
        old, new = before.get(column.name), after.get(column.name)
        if comparable(old) != comparable(new):
            yield difference(column, old, new)


def difference(column: models.Field, old: Any, new: Any) -> Difference:
    language = Language(column.language) if isinstance(column, TranslationField) else None
    rich = is_rich(column)
    if rich:
        spans = paragraphs_changed(old or "", new or "")
    else:
        spans = [words_changed(shown(column, old), shown(column, new))]
    same_words = all(span.kind == "same" for one in spans for span in one)
    if is_state(column) or "published_at" in column.name:
        # About a language, but written in the reader's own.
        return Difference(column.name, label_of(column), None, spans)
    return Difference(column.name, label_of(column), language, spans, rich and same_words)


def is_rich(column: models.Field) -> bool:
    return isinstance(getattr(column, "translated_field", column), RichTextField)


def label_of(column: models.Field) -> str:
    if isinstance(column, TranslationField):
        return _("%(field)s (%(language)s)") % {
            "field": capfirst(column.translated_field.verbose_name),
            "language": Language.active().name_of(Language(column.language)),
        }
    return str(capfirst(column.verbose_name))


def shown(column: models.Field, value: Any) -> str:
    """A value as a person reads it."""
    if value is None or value == "":
        return ""
    if isinstance(value, dict):
        return value["name"]
    if is_state(column):
        return str(Status(value).label)
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if column.choices:
        return str(dict(column.flatchoices).get(value, value))
    return str(value)


def rows_changed(before: Content, after: Content) -> Iterator[Difference]:
    """For each kind of rows, what came, went or changed, one row after the other."""
    for kind in CHILDREN:
        old = {row["key"]: row for row in before.get(kind, [])}
        new = {row["key"]: row for row in after.get(kind, [])}
        if comparable(old) == comparable(new):
            continue
        title = str(capfirst(child_model(kind)._meta.verbose_name))
        for key in dict.fromkeys([*old, *new]):
            yield from row_changed(kind, title, old.get(key, {}), new.get(key, {}))


def row_changed(
    kind: str, title: str, old: dict[str, Any], new: dict[str, Any]
) -> Iterator[Difference]:
    for column in child_fields(kind):
        before, after = old.get(column.name), new.get(column.name)
        if comparable(before) == comparable(after) or column.name == "order":
            continue
        language = Language(column.language) if isinstance(column, TranslationField) else None
        label = _("%(row)s: %(field)s") % {"row": title, "field": label_of(column)}
        spans = [words_changed(shown(column, before), shown(column, after))]
        yield Difference(kind, label, language, spans)
