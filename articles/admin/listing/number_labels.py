"""What a list says of a number on a phone, where no head stands above it."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst


def labelled_number(column: str | Promise, number: int) -> SafeString:
    """« Images 3 »: the name of the column shows where the list is cards."""
    return format_html('<span class="of-language">{}</span> {}', capfirst(f"{column}"), number)
