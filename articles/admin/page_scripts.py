"""The scripts of a page: Django's jQuery (88 kB) only where something on the page is made of it.

That is the choosers (select2), rows that are added, and the links beside a field that choose or add
a record in a window. Lists, pages of the desk and plain forms need none of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from copy import copy
from typing import Any

from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.forms import Field, Media

JQUERY = ("vendor/jquery/", "jquery.init.js", "RelatedObjectLookups.js")
MADE_OF_IT = ("vendor/select2/", "admin/js/autocomplete.js", "admin/js/inlines.js")


def lighter(media: Media, fields: Iterable[Field] = ()) -> Media:
    """What a page loads, without jQuery where nothing needs it.

    Args:
        fields: of the form on the page: one that chooses a record has links beside it.
    """
    if has_any(media, MADE_OF_IT) or any(opens_windows(one) for one in fields):
        return media
    return without(media, JQUERY)


def without(media: Media, names: Collection[str]) -> Media:
    """The same, of its own class: the editor's has a map of its modules with it."""
    lighter: Any = copy(media)
    lighter._js_lists = [
        [one for one in scripts if not is_named(one, names)] for scripts in lighter._js_lists
    ]
    return lighter


def has_any(media: Media, names: Collection[str]) -> bool:
    scripts: Any = media
    return any(is_named(one, names) for some in scripts._js_lists for one in some)


def is_named(script: Any, names: Collection[str]) -> bool:
    """Whether its file is one of these; its address has letters of its content in the name."""
    path = getattr(script, "_path", f"{script}")
    return any(name in path for name in names)


def opens_windows(field: Field) -> bool:
    return isinstance(field.widget, RelatedFieldWidgetWrapper)
