"""What a form does with a text on its way to a column, and with one that nobody touched."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.text.characters import closed_lines, if_seen, one_line
from articles.text.slugs import slugify_for

ADDRESS = re.compile("[a-z0-9]+(?:[-_]+[a-z0-9]+)*")


class UnchangedValueField(forms.Field):
    """What comes back as it was shown stays as it is, to the letter and to the second."""

    def _clean_bound_field(self, bf: forms.BoundField) -> Any:
        record: Any = getattr(bf.form, "instance", None)
        is_there = record is not None and not record._state.adding
        if is_there and not self.disabled and not self.has_changed(bf.initial, bf.data):
            initial = bf.form.get_initial_for_field(self, bf.name)
            if initial not in self.empty_values:
                return initial
        return super()._clean_bound_field(bf)


class TextInput(UnchangedValueField, forms.CharField):
    """A text with the characters that a text may have; too long, it is said and not cut."""

    def tidy(self, value: str) -> str:
        return closed_lines(value)

    def to_python(self, value: Any) -> str | None:
        return super().to_python(if_seen(self.tidy(value)) if isinstance(value, str) else value)

    def prepare_value(self, value: Any) -> Any:
        return self.tidy(value) if isinstance(value, str) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.to_python(initial), data)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Without a limit for the browser, which cuts what is pasted and does not say so."""
        attrs = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return attrs


class OneLineInput(TextInput):
    def tidy(self, value: str) -> str:
        return one_line(value)


class SlugInput(OneLineInput, forms.SlugField):
    """The end of an address, made readable by the one rule there is, whatever was typed."""

    def to_python(self, value: Any) -> str | None:
        """Raises ValidationError: nothing that was typed can stand in an address."""
        typed = super().to_python(value)
        if not typed or ADDRESS.fullmatch(typed):
            return typed
        # However long: that it is too long is said by the validator, and nothing is cut.
        slug = slugify_for(typed, not self.allow_unicode, max_length=len(typed) * 2)
        if not slug:
            raise ValidationError(
                _("“%(typed)s” has nothing that an address could be made of."),
                params={"typed": typed},
            )
        return slug

    def has_changed(self, initial: Any, data: Any) -> bool:
        """An address that came otherwise than from a form may have what no form would make."""
        if initial and isinstance(data, str) and data.strip() == initial:
            return False
        return forms.Field.has_changed(self, initial, data)
