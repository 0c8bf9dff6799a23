"""What a PDF does when it is opened, or when somebody turns its pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import IndirectObject

from .refusals import damaged, with_actions, with_password

ACTIONS = frozenset({"/JavaScript", "/Launch"})
AS_BYTES = re.compile(rb"/(?:JavaScript|JS|Launch)\b")
"""The same in a part of the file that no list of objects names."""
DAMAGED_PDF = (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError, OSError,
               RecursionError, AssertionError, NotImplementedError)  # fmt: skip


def check_pdf(content: bytes) -> None:
    """Look at every object of a PDF, since an action may hang on a page, a link or a field.

    Raises:
        ValidationError: it is damaged, closed by a password, or runs something.
    """
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise with_password()
        pages = len(reader.pages)
    except DAMAGED_PDF as error:
        raise damaged() from error
    if not pages:
        raise damaged()
    if AS_BYTES.search(content) or any(map(runs_something, objects_of(reader))):
        raise with_actions()


def objects_of(reader: PdfReader) -> Iterator[Any]:
    """The objects of a PDF, names unescaped (``/Jav#61Script``) and packed ones unpacked."""
    numbered = {number for places in reader.xref.values() for number in places}
    for number in sorted(numbered | set(reader.xref_objStm)):
        try:
            yield reader.get_object(number)
        except DAMAGED_PDF:
            continue


def runs_something(one: Any) -> bool:
    """Whether an object is an action that runs something, or holds one within itself."""
    if isinstance(one, IndirectObject):
        return False  # it is an object of its own
    if isinstance(one, list):
        return any(map(runs_something, one))
    if not isinstance(one, dict):
        return False
    held = [dict.get(one, name) for name in one]
    return "/JS" in one or dict.get(one, "/S") in ACTIONS or any(map(runs_something, held))
