"""What two people changed, and whose it shall be; a field as its page would have sent it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.forms import BoundField, CheckboxInput, Form, MultiWidget
from django.forms.widgets import ChoiceWidget

from articles.desk.editing.differences import Difference

from ..rows import Row

MINE, THEIRS = "mine", "theirs"


@dataclass(frozen=True)
class EditConflict:
    """Something that both changed: from their words to those typed."""

    name: str
    differences: list[Difference]

    @property
    def label(self) -> str:
        return self.differences[0].label


def value_as_sent(bound: BoundField) -> Row:
    """What a field holds, as its widget would have sent it."""
    name, value = bound.html_name, bound.value()
    field: Any = bound.field
    widget: Any = getattr(field.widget, "widget", field.widget)
    if isinstance(field.widget, MultiWidget):
        parts = value if isinstance(value, list) else widget.decompress(value)
        return {
            name + suffix: as_sent(one, part)
            for suffix, one, part in zip(widget.widgets_names, widget.widgets, parts, strict=True)
        }
    if isinstance(widget, CheckboxInput):
        return {name: "on"} if value else {}
    return {name: as_sent(widget, value)}


def as_sent(widget: Any, value: Any) -> str:
    if not isinstance(widget, ChoiceWidget):
        value = widget.format_value(value)
    return "" if value is None else str(value)


def write_typed(post: Any, bound: BoundField) -> None:
    """Put what a field holds into a POST."""
    post.pop(bound.html_name, None)
    for name, value in value_as_sent(bound).items():
        post[name] = value


def typed_into(form: Form, name: str) -> Any:
    return form[name].data
