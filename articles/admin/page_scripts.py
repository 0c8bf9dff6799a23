"""The scripts of a page: Django's jQuery (88 kB) only where something on the page is made of it.

That is the choosers (select2), rows that are added, and the links beside a field that choose or add
a record in a window. Lists, pages of the desk and plain forms need none of it.
"""

from __future__ import annotations

from collections.abc import Iterable
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
    theirs: Any = media
    if has_any(theirs._js, MADE_OF_IT) or any(opens_windows(one) for one in fields):
        return media
    return Media(css=theirs._css, js=[one for one in theirs._js if not has_any([one], JQUERY)])


def has_any(scripts: Iterable[Any], names: Iterable[str]) -> bool:
    return any(name in f"{script}" for script in scripts for name in names)


def opens_windows(field: Field) -> bool:
    return isinstance(field.widget, RelatedFieldWidgetWrapper)
