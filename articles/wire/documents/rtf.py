"""Rich text (.rtf), as WordPad and old agency systems write it, by striprtf."""

from __future__ import annotations

import re
from typing import Any

from django.utils.translation import gettext as _
from striprtf.striprtf import rtf_to_text

from ..fetch import HarmfulError, WireError
from ..markup import as_row
from .document import ReadDocument

LARGEST = 768 * 1024
"""Bytes that are read of what is left without pictures."""
to_text: Any = rtf_to_text
OBJECT = re.compile(rb"\\object\b|\\objdata\b|\\objocx\b")
"""Another program's file within it: what harmful ones are made with."""
ROW = re.compile(r"^(?P<cells>[^|]*(?:\|[^|]*)+)\|$")
"""A row of a table, as striprtf writes it."""
PICTURE = re.compile(rb"[0-9a-fA-F\s]{2000,}")


def read(data: bytes) -> ReadDocument:
    """Read the words of a rich text.

    Raises:
        WireError: it is damaged, too long, or could do harm.
    """
    if OBJECT.search(data):
        raise HarmfulError(
            _("The document has a file of another program in it: save it without, and send that.")
        )
    warnings: list[str] = []
    without = PICTURE.sub(b"", data)
    if len(without) < len(data):
        warnings.append(_("The pictures in the document were not taken in."))
    if len(without) > LARGEST:
        raise WireError(_("The document is far longer than an article: it was not read."))
    try:
        text: str = to_text(without.decode("latin-1"), errors="replace")
    except (ValueError, LookupError, IndexError, RecursionError) as error:
        raise WireError(_("The file is damaged: it could not be opened.")) from error
    return ReadDocument("\n\n".join(map(with_cells, text.split("\n"))), warnings)


def with_cells(line: str) -> str:
    """A row of a table as we write it."""
    found = ROW.match(line)
    return as_row(found["cells"].split("|")) if found else line
