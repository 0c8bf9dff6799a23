"""The rows under a form: each is known by its key, whatever number it has on a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import flatten_fieldsets
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext as django_gettext

from .first_faults import FirstFaultForm

KEY = "row_key"
MOST = 5_000
BLANK = 20
"""As many rows as a page may have that say nothing."""
A_KEY = re.compile(r"~?[\w.-]{1,99}")


class KeyField(forms.CharField):
    """Beside what somebody typed: by itself it makes no row, and changes none."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(required=False, max_length=100)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False


class KnownRecordField(forms.ModelChoiceField):
    """A choice of a record that was read already, with which nobody asks the database again."""

    def __init__(self, field: forms.ModelChoiceField, record: Any, widget: forms.Widget) -> None:
        super().__init__(
            field.queryset,
            initial=field.initial,
            required=field.required,
            label=field.label,
            widget=widget,
        )
        self.error_messages, self.record = field.error_messages, record

    def to_python(self, value: Any) -> Any:
        return self.record if str(value) == str(self.record.pk) else super().to_python(value)


class RowForm(FirstFaultForm):
    row_key = KeyField()

    def non_field_errors(self) -> Any:
        """What is wrong with the row, and with what no page shows of it."""
        said = super().non_field_errors()
        hidden = [str(error) for bound in self.hidden_fields() for error in bound.errors]
        return self.error_class([*said, *hidden], renderer=self.renderer) if hidden else said


class RowsFormSet(BaseInlineFormSet):
    def total_form_count(self) -> int:
        """How many rows there are: no more than were sent, and some that are blank.

        A page says how many it has. Whoever says 10,000 and sends none would have each made and
        drawn before anything is refused, which takes a minute of the processor.
        """
        total = super().total_form_count()
        if not self.is_bound or total <= BLANK:
            return total
        most = self.rows_sent + BLANK
        # Rows that may only be looked at are not sent.
        return total if total <= most else min(total, max(most, len(self.get_queryset())))

    @cached_property
    def rows_sent(self) -> int:
        """How many rows have a field in what was sent."""
        of_a_row = re.compile(rf"{re.escape(f'{self.prefix}')}-(\d{{1,6}})-")
        return len({found[1] for name in self.data if (found := of_a_row.match(name))})

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        own: Any = form.fields.get("id")
        if isinstance(own, forms.ModelChoiceField) and form.instance.pk:
            form.fields["id"] = KnownRecordField(own, form.instance, own.widget)
        if "id" in form.fields:
            gone = _("This row is not there any more. Add it again if it is still needed.")
            form.fields["id"].error_messages["invalid_choice"] = gone
        if "DELETE" in form.fields:
            # The head of the column names it for the eye alone.
            form.fields["DELETE"].widget.attrs["aria-label"] = django_gettext("Delete?")

    def get_queryset(self) -> Any:
        """The rows; those that were read with their record, where a form is opened with it."""
        if not self.is_bound and not hasattr(self, "_queryset"):
            name = self.fk.remote_field.get_accessor_name()
            read = vars(self.instance).get("_prefetched_objects_cache", {}).get(name)
            if read is not None:
                self._queryset = read
        return super().get_queryset()

    def save_new(self, form: Any, commit: bool = True) -> Any:
        """Give a new row the key that its page gave it, where nobody has it."""
        key = form.cleaned_data.get(KEY) or ""
        rows: Any = self.model
        if A_KEY.fullmatch(key) and not rows._base_manager.filter(key=key).exists():
            form.instance.key = key
        return super().save_new(form, commit)


class KeyedRows(admin.options.InlineModelAdmin):
    """An inline whose rows carry their key."""

    form = RowForm
    formset = RowsFormSet

    def get_queryset(self, request: HttpRequest) -> Any:
        """The rows with the records that they choose, which each of them shows."""
        rows = super().get_queryset(request)
        chosen = self.get_autocomplete_fields(request)
        return rows.select_related(*chosen) if chosen else rows

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        if KEY in flatten_fieldsets(fieldsets) or not self.has_change_permission(request, obj):
            return fieldsets
        *others, (title, options) = fieldsets
        return [*others, (title, {**options, "fields": [*options["fields"], KEY]})]

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        formset = super().get_formset(request, obj, **kwargs)
        formset.absolute_max = MOST
        return formset


type Row = dict[str, str]


class PostedRows:
    """The rows of one kind in a POST, to be looked through and put back in another order."""

    def __init__(self, post: Any, prefix: str) -> None:
        self.post, self.prefix = post, prefix
        total = post.get(f"{prefix}-TOTAL_FORMS", "0")
        count = min(int(total), MOST) if total.isdecimal() and len(total) < 7 else 0
        by_number: dict[int, Row] = {number: {} for number in range(count)}
        for name in list(post):
            match = re.fullmatch(rf"{re.escape(prefix)}-(\d{{1,6}})-(\w+)", name)
            if match and int(match[1]) in by_number:
                by_number[int(match[1])][match[2]] = post[name]
        self.rows = list(by_number.values())

    @property
    def fresh(self) -> list[Row]:
        """Those that no row in the database is said to be."""
        return [row for row in self.rows if not row.get("id")]

    def put(self, rows: Sequence[Row]) -> None:
        """Let the POST have these rows: those of the database first, as a formset wants it."""
        known = [row for row in rows if row.get("id")]
        self.rows = [*known, *(row for row in rows if not row.get("id"))]
        number = re.compile(rf"{re.escape(self.prefix)}-\d+-\w+")
        for name in [name for name in self.post if number.fullmatch(name)]:
            del self.post[name]
        self.post[f"{self.prefix}-TOTAL_FORMS"] = str(len(self.rows))
        self.post[f"{self.prefix}-INITIAL_FORMS"] = str(len(known))
        for place, row in enumerate(self.rows):
            for name, value in row.items():
                self.post[f"{self.prefix}-{place}-{name}"] = value


def kinds_of(site: admin.ModelAdmin, request: HttpRequest, record: Any) -> dict[str, Any]:
    """The inlines of a form whose rows carry a key, by the prefix of their names in a POST."""
    return {
        formset.get_default_prefix(): (formset, inline)
        for formset, inline in site.get_formsets_with_inlines(request, record)
        if isinstance(inline, KeyedRows)
    }
