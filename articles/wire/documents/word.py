"""Word documents (.docx), by Mammoth: words, headings, lists and links, as simple HTML."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import mammoth
from django.utils.translation import gettext as _

from ..fetch import WireError
from .archives import DAMAGED, has_programs, open_archive, refuse_entities
from .document import ReadDocument
from .web import words_of

PROGRAMS = "vbaproject.bin"
OBJECTS = ("/embeddings/", "/activex/")


def read(data: bytes) -> ReadDocument:
    """Read the words of a Word document; what was struck out of it is not among them.

    Raises:
        WireError: it is damaged, encrypted, or could do harm.
    """
    warnings: list[str] = []
    with open_archive(data) as archive:
        names = [one.lower() for one in archive.namelist()]
        if any(one.endswith(PROGRAMS) for one in names):
            raise has_programs()
        if any(part in one for one in names for part in OBJECTS):
            warnings.append(_("It has tables or objects of another program in it: not read."))
        if any("/media/" in one for one in names):
            warnings.append(_("The pictures in the document were not taken in."))
        refuse_entities(archive)
    try:
        page = mammoth.convert_to_html(BytesIO(data), convert_image=no_picture).value
    except (*DAMAGED, KeyError, AttributeError, IndexError, TypeError) as error:
        raise WireError(_("The file is damaged: it could not be opened.")) from error
    return ReadDocument(words_of(page), warnings)


def no_picture(_image: Any) -> list[Any]:
    return []
