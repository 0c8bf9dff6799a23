"""What is read of a file that somebody sends, whatever it is kept as: all of it, or nothing."""

from __future__ import annotations

from typing import IO, Any

from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _


def content_of(file: IO[bytes] | Any, most: int, too_large: Any) -> bytes:
    """The bytes of a file that was sent.

    Args:
        file: that was sent; it is left at its beginning.
        most: bytes that it may have.
        too_large: the sentence that refuses a larger one, with ``%(limit)s`` in it.

    Raises:
        ValidationError: there is nothing in it, or too much.
    """
    file.seek(0)
    # Of one that is too large no more is read than shows it.
    content: bytes = file.read(most + 1)
    file.seek(0)
    if not content:
        raise ValidationError(_("This file is empty."), code="empty")
    if len(content) > most:
        raise ValidationError(too_large, code="heavy", params={"limit": filesizeformat(most)})
    return content
