"""The scripts of a page: ours, and of Django's those that are not made of jQuery.

Django's choosers, rows and windows need jQuery (88 kB) and select2 (79 kB): the desk has its own,
in ``choosers.js``, ``rows.js`` and ``related-windows.js``.
"""

from __future__ import annotations

from collections.abc import Collection
from copy import copy
from typing import Any

from django.forms import Media, Script

MADE_OF_JQUERY = (
    "admin/js/vendor/",
    "admin/js/jquery.init",
    "admin/js/admin/RelatedObjectLookups",
    "admin/js/inlines",
    "admin/js/autocomplete",
    "admin/js/urlify",
    "admin/js/prepopulate",
)
OURS: list[Any] = [
    Script(f"admin-newsroom/{name}.js", type="module")
    for name in ("related-windows", "choosers", "rows", "field-names", "save-keys")
]
"""What every form of the desk is made of."""


def lighter(media: Media) -> Media:
    """What a page loads, without what is made of jQuery."""
    return without(media, MADE_OF_JQUERY)


def without(media: Media, names: Collection[str]) -> Media:
    """The same, of its own class: the editor's has a map of its modules with it."""
    lighter: Any = copy(media)
    lighter._js_lists = [
        [one for one in scripts if not is_named(one, names)] for scripts in lighter._js_lists
    ]
    return lighter


def is_named(script: Any, names: Collection[str]) -> bool:
    """Whether its file is one of these; its address has letters of its content in the name."""
    path = getattr(script, "_path", f"{script}")
    return any(name in path for name in names)
