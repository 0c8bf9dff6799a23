"""Fields that choose a record by its name; those that choose a picture show which."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.core.exceptions import ValidationError
from django.forms import Media, ModelMultipleChoiceField
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from .page_scripts import OURS
from .requests import number
from .typed_names import TYPED, UnknownName, key_named, similar_records

WITHOUT = "without"
OFFERED = 30
"""Pictures that a field names by itself."""


def offered_records(request: HttpRequest, records: Any) -> Any:
    """The records that a field offers, where it asks: all, or all but the one that it names."""
    key = request.GET.get(WITHOUT, "")
    page = request.resolver_match.url_name if request.resolver_match else ""
    return records.exclude(pk=key) if page == "autocomplete" and number(key) else records


OF_LIBRARY = ("data-ajax-", "data-theme", "data-placeholder", "data-allow-clear", "lang")
"""What Django tells its own script, which ours does not need."""


class AsksByScript:
    """A field of the admin that our script, and not Django's, lets one type into.

    Without scripts a name is typed into a field beside it. Where it is not that of one record, the
    page is shown again with it; the field offers those that it may mean, one of which settles it.
    """

    is_required: bool
    get_url: Any
    choices: Any
    near: Sequence[Any] = ()
    words = ""
    """What was typed and names nobody, or several."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        built: Any = super()
        label = _("or type a name")
        return format_html(
            '{}<noscript><input class="typed-name" name="{}" value="{}" aria-label="{}"'
            ' placeholder="{}"></noscript>',
            built.render(name, value, attrs, renderer),
            f"{name}{TYPED}",
            self.words,
            label,
            label,
        )

    def named_in(self, data: Any, name: str, chosen: Sequence[str]) -> list[str]:
        """The keys of what was typed by name, several one after another; a name that has none.

        Args:
            data: what was sent.
            name: the field's.
            chosen: the keys that were chosen: one that a name may mean settles what it means.
        """
        typed = [one.strip() for one in re.split(r"[\n;]", data.get(f"{name}{TYPED}") or "")]
        keys = [key_named(one, self.choices.queryset) for one in typed if one]
        unknown = [one for one in keys if isinstance(one, UnknownName)]
        found = [
            record for one in unknown for record in similar_records(one, self.choices.queryset)
        ]
        if any(f"{one.pk}" in chosen for one in found):
            return [one for one in keys if one not in unknown]
        self.near, self.words = found, "; ".join(unknown)
        return keys

    def options_near(self, name: str) -> list[Any]:
        """The records that a name may mean, to choose from."""
        built: Any = self
        field = self.choices.field
        return [
            built.create_option(name, one.pk, field.label_from_instance(one), False, number)
            for number, one in enumerate(self.near, 1)
        ]

    @property
    def media(self) -> Media:
        return Media(js=OURS)

    def build_attrs(self, base_attrs: Any, extra_attrs: Any = None) -> dict[str, Any]:
        built: Any = super()
        attrs = built.build_attrs(base_attrs, extra_attrs)
        kept = {name: said for name, said in attrs.items() if not name.startswith(OF_LIBRARY)}
        kept["data-asks"] = self.get_url()
        return kept if self.is_required else kept | {"data-may-be-empty": True}


class RecordSelect(AsksByScript, AutocompleteSelect):
    """An autocomplete field that takes what is no key, by an address or a POST, for no choice.

    Attributes:
        without: the key of the one record that it does not offer.
        known: the record that is chosen, where it was read with the one that chose it.
        knows_rows: whether it is read from the records that the field offers, as the rows are.
    """

    without: int | None = None
    known: Any = None
    knows_rows = False

    def get_url(self) -> str:
        url: str = super().get_url()
        return url if self.without is None else f"{url}?{WITHOUT}={self.without}"

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        chosen = super().value_from_datadict(data, files, name)
        typed = self.named_in(data, name, [chosen])
        return typed[0] if typed else chosen

    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        value = [one for one in value if number(str(one))]
        if self.near:
            empty = self.create_option(name, "", "", not value, 0)
            return [(None, [empty, *self.options_near(name)], 0)]
        if not self.is_known(value):
            return super().optgroups(name, value, attr)
        empty = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        label = self.choices.field.label_from_instance(self.known)
        chosen = self.create_option(name, self.known.pk, label, True, len(empty))
        return [(None, [*empty, chosen], 0)]

    def is_known(self, value: list[Any]) -> bool:
        """Whether what is chosen need not be looked up: it is at hand, and nobody’s secret."""
        if self.known is None or [str(one) for one in value] != [str(self.known.pk)]:
            return False
        return self.knows_rows or not self.choices.queryset.query.where


class RecordsSelect(AsksByScript, AutocompleteSelectMultiple):
    """The same, of which several are chosen: without scripts, typed with semicolons between."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        chosen = super().value_from_datadict(data, files, name) or []
        return [*chosen, *self.named_in(data, name, chosen)]

    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        groups = super().optgroups(name, [one for one in value if number(str(one))], attr)
        return [*groups, *((None, [one], 0) for one in self.options_near(name))]


class RecordsField(ModelMultipleChoiceField):
    """Several records, each by its key; Django asks the database for a number of any length."""

    def clean(self, value: Any) -> Any:
        for one in value or ():
            if not number(str(one)):
                message = self.error_messages["invalid_pk_value"]
                raise ValidationError(message, "invalid_pk_value", {"pk": one})
        return super().clean(value)


def know_chosen(form: Any) -> None:
    """Let the fields of a form show the records that were read with its own."""
    for name, field in form.fields.items():
        widget = getattr(field.widget, "widget", field.widget)
        if isinstance(widget, RecordSelect):
            widget.known = form.instance._state.fields_cache.get(name)


class PictureSelect(RecordSelect):
    """An autocomplete field with the chosen picture beside it; a script follows the choice.

    Who may open a record sees the pictures that it shows.
    """

    knows_rows = True

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        field = super().render(name, value, attrs, renderer)
        return format_html(
            '{}<img class="chosen-picture" alt="" data-chosen-in="{}" data-address="{}"{}>',
            field,
            name,
            reverse("admin:articles_image_thumbnail", args=[0]),
            shown_now(value),
        )


class NewestPictures(PictureSelect):
    """The same, which offers the newest pictures by name where no script asks for more."""

    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        groups = super().optgroups(name, value, attr)
        (title, options, place), *others = groups or [(None, [], 0)]
        there = {str(one["value"]) for one in options}
        newest = self.choices.queryset.order_by("-created_at", "-pk")[:OFFERED]
        options += [
            self.create_option(name, one.pk, str(one), False, len(options) + n)
            for n, one in enumerate(newest)
            if str(one.pk) not in there
        ]
        return [(title, options, place), *others]


def shown_now(value: Any) -> SafeString:
    """The picture that is chosen when the form opens; without one, no empty frame."""
    if not number(str(value or "")):
        return format_html(" {}", "hidden")
    return format_html(' src="{}"', reverse("admin:articles_image_thumbnail", args=[value]))
