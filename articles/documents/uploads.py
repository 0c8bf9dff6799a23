"""Documents as they come in: checked by their content, and kept byte for byte."""

from __future__ import annotations

import hashlib
import re
from pathlib import PurePosixPath
from typing import IO, Any

from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _

from articles.uploads import content_of

from .kinds import DocumentKind, kind_of

MOST_BYTES = 50 * 1024**2
LONGEST_NAME = 150
TOO_LARGE = _("This file is too large: a document may have up to %(limit)s.")


class UploadedDocument(ContentFile):
    """A document that readers may be given."""

    def __init__(self, content: bytes, name: str, kind: DocumentKind) -> None:
        super().__init__(content, f"{name}{kind.ending}")
        self.kind = kind
        self.stem = name
        """Its name without its ending, which its content decides."""
        self.checksum = hashlib.sha256(content).hexdigest()


def receive(file: IO[bytes] | Any, name: str) -> UploadedDocument:
    """A document that somebody sends.

    Raises:
        ValidationError: a sentence that says why it is not kept.
    """
    content = content_of(file, MOST_BYTES, TOO_LARGE)
    kind = kind_of(content, name)
    return UploadedDocument(content, stem_of(name), kind)


CONTROL = re.compile(r"%(?:0[0-9A-F]|1[0-9A-F]|7F)", re.IGNORECASE)
"""A sign without a shape, as an address writes it."""


def stem_of(name: str) -> str:
    """What a file is called, without folders, endings and signs that no file system keeps."""
    # A browser may write a line end in a name as an address would: « %0D%0A ».
    name = CONTROL.sub(" ", name.replace("\\", "/"))
    stem = PurePosixPath(name).name
    stem = stem.rpartition(".")[0] or stem
    kept = "".join(" " if one in '<>:"/\\|?*' or not one.isprintable() else one for one in stem)
    return " ".join(kept.split())[:LONGEST_NAME].strip(" .") or "document"
