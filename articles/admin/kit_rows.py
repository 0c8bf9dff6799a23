"""The rows of a media kit: hundreds of them are one page, so each that is saved is written briefly.

What a saved row shows is not chosen anew: one takes the row away, and adds another.
"""

from __future__ import annotations

from typing import Any

from django.forms import ModelChoiceField, Widget
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from .ordered_rows import OrderedRows
from .rows import KnownRecordField, RowForm

THUMBNAIL = 120, 80
"""The room of a picture before it has come, in pixels."""


class SavedChoice(Widget):
    """What a row has, by its name and a link; a form sends its key as a chooser would."""

    def __init__(self, record: Any) -> None:
        super().__init__()
        self.record = record

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        opts = self.record._meta
        return format_html(
            '<input type="hidden" name="{}" value="{}">{}<a href="{}">{}</a>',
            name,
            value,
            self.picture(),
            reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[self.record.pk]),
            self.record,
        )

    def picture(self) -> SafeString:
        return SafeString("")


class SavedPicture(SavedChoice):
    """The same, with the picture, which a browser asks for as it comes into view."""

    def picture(self) -> SafeString:
        width, height = THUMBNAIL
        address = reverse("admin:articles_image_thumbnail", args=[self.record.pk])
        return format_html(
            '<img class="saved-picture" alt="" loading="lazy" width="{}" height="{}" src="{}">',
            width,
            height,
            address,
        )


class KitRowForm(RowForm):
    """A row; of one that is saved, the record is there already, and nobody asks for it again."""

    chooses = ""
    """The field with the record."""
    saved: type[SavedChoice] = SavedChoice

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields.get(self.chooses)
        if self.instance.pk and isinstance(field, ModelChoiceField):
            record = getattr(self.instance, self.chooses)
            self.fields[self.chooses] = KnownRecordField(field, record, self.saved(record))

    def _get_validation_exclusions(self) -> set[str]:
        """What the database has already is there, and once: it is not asked again, row by row."""
        excluded = super()._get_validation_exclusions()
        is_as_saved = self.instance.pk and self.chooses not in self.changed_data
        return {*excluded, self.chooses} if is_as_saved else excluded


class KitRows(OrderedRows):
    extra = 1

    form: type[KitRowForm] = KitRowForm
