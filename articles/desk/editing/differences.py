"""Two states of an article beside each other: which fields differ, and by which words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from modeltranslation.fields import TranslationField

from articles.languages import Language, named_with_language
from articles.models import Article, Phase, Status
from articles.models.fields import RichTextField
from articles.models.phases import Timetable, by_the_clock
from articles.text.comparison.diffs import Span, paragraphs_changed, words_changed

from .snapshots import (
    CHILDREN,
    Content,
    child_fields,
    child_model,
    comparable,
    content_fields,
    is_state,
)

DIGEST = "source_digest"
"""By which wire copy is known again: a number for machines, which nobody reads."""


@dataclass(frozen=True)
class Difference:
    """One field in one language, or the rows of one kind, and what became of its words."""

    name: str
    label: str
    language: Language | None
    paragraphs: list[list[Span]]
    only_form: bool = False
    """The words are the same; links, bold and the like are not."""
    files: tuple[str, ...] = ()
    """The names of the two, where it is a picture that became another."""
    is_address: bool = False

    @property
    def direction(self) -> str:
        """Where its words run; of no language, but for addresses, as they do themselves."""
        return "ltr" if self.is_address else self.language.direction if self.language else ""


def differences(
    before: Content, after: Content, at: tuple[datetime, datetime] | None = None
) -> list[Difference]:
    """What differs between two states, in the order of the form.

    Args:
        at: the moments of the two, by which what was published is told from what was to come.
    """
    fields = fields_changed(before["fields"], after["fields"], at)
    return [*fields, *rows_changed(before, after)]


def fields_changed(
    before: dict[str, Any],
    after: dict[str, Any],
    at: tuple[datetime, datetime] | None = None,
) -> Iterator[Difference]:
    moments = at or (timezone.now(), timezone.now())
    for column in content_fields(Article):
        if column.name == DIGEST:
            continue
        old, new = before.get(column.name), after.get(column.name)
        if comparable(old) == comparable(new):
            continue
        if column.name.startswith("status_"):
            old, new = (
                phase_of(column, fields, moment)
                for fields, moment in zip((before, after), moments, strict=True)
            )
        yield difference(column, old, new)


def phase_of(column: Any, fields: dict[str, Any], moment: datetime) -> Phase:
    """What the state in a revision was when it was made."""
    language = Language(column.language)
    names = ("published_at", "embargoed_until", "live_until")
    columns: list[Any] = [Article._meta.get_field(date_column(name, language)) for name in names]
    dates: list[Any] = [one.to_python(fields.get(one.name)) for one in columns]
    return Timetable(fields.get(column.name) or Status.DRAFT, *dates).phase(moment)


def date_column(name: str, language: Language) -> str:
    return name if name == "embargoed_until" else language.field(name)


def difference(column: models.Field, old: Any, new: Any) -> Difference:
    language = Language(column.language) if isinstance(column, TranslationField) else None
    rich = is_rich(column)
    if rich:
        spans = paragraphs_changed(old or "", new or "")
    else:
        spans = [words_changed(display_value(column, old), display_value(column, new))]
    same_words = all(span.kind == "same" for one in spans for span in one)
    if is_state(column) or isinstance(column, models.DateTimeField):
        # About a language, but written in the reader's own.
        return Difference(column.name, label_of(column), None, spans)
    is_address = isinstance(column, models.URLField | models.EmailField)
    only_form = rich and same_words
    return Difference(
        column.name, label_of(column), language, spans, only_form, is_address=is_address
    )


def is_rich(column: models.Field) -> bool:
    return isinstance(getattr(column, "translated_field", column), RichTextField)


def label_of(column: models.Field) -> str:
    if isinstance(column, TranslationField):
        called = capfirst(column.translated_field.verbose_name)
        return named_with_language(called, column.language)
    return str(capfirst(column.verbose_name))


def display_value(column: models.Field, value: Any) -> str:
    """A value as a person reads it."""
    if value is None or value == "":
        return ""
    if isinstance(value, dict):
        return value["name"]
    if is_state(column) or isinstance(column, models.DateTimeField):
        return standing_shown(column, value)
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if column.choices:
        return str(dict(column.flatchoices).get(value, value))
    return str(value)


def standing_shown(column: models.Field, value: Any) -> str:
    """A state, or a moment by the newsroom's clock."""
    if not isinstance(column, models.DateTimeField):
        return str(Phase(value).label)
    try:
        return by_the_clock(column.to_python(value))
    except ValidationError:
        # As somebody typed it.
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
        spans = [words_changed(display_value(column, before), display_value(column, after))]
        yield Difference(kind, label, language, spans)
