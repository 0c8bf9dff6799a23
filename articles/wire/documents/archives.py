"""Documents that are ZIP archives: opened with every bound that an honest one keeps."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from defusedxml import DefusedXmlException
from defusedxml import ElementTree as SafeTree
from django.utils.translation import gettext as _

from ..fetch import HarmfulError, WireError

MOST_FILES = 2_000
LARGEST_WHOLE = 100 * 1024**2
"""Bytes of all that is in it, once unpacked: pictures among them."""
LARGEST_MARKUP = 24 * 1024**2
"""Bytes of one file of words, unpacked: a book of a thousand pages has a tenth."""
ENCRYPTED = 0x1
MARKUP = (".xml", ".rels")
DAMAGED = (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError)
"""What Python says of an archive that is none, or is not whole."""


@contextmanager
def open_archive(data: bytes) -> Iterator[ZipFile]:
    """The archive, within bounds.

    Python reads no more of a file than its entry says, so what the entries say is enough to ask.

    Raises:
        WireError: it is damaged or encrypted.
        HarmfulError: it grows beyond any document when it is unpacked.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            refuse_bombs(archive)
            yield archive
    except DAMAGED as error:
        raise WireError(_("The file is damaged: it could not be opened.")) from error


def refuse_bombs(archive: ZipFile) -> None:
    entries = archive.infolist()
    if any(one.flag_bits & ENCRYPTED for one in entries):
        raise encrypted()
    too_large = any(
        one.file_size > LARGEST_MARKUP for one in entries if one.filename.endswith(MARKUP)
    )
    whole = sum(one.file_size for one in entries)
    if len(entries) > MOST_FILES or whole > LARGEST_WHOLE or too_large:
        raise HarmfulError(
            _("The file grows far beyond any document when it is unpacked: it was not read.")
        )


def refuse_entities(archive: ZipFile) -> None:
    """Look at every file of markup before anything else reads it.

    Raises:
        HarmfulError: one defines entities, or names other files to be read.
        WireError: one is not well formed.
    """
    for name in archive.namelist():
        if name.endswith(MARKUP):
            markup(archive, name)


def markup(archive: ZipFile, name: str) -> SafeTree.Element:
    """One file of the archive as XML.

    Raises:
        HarmfulError: it defines entities, or names other files to be read.
        WireError: there is none, or it is not well formed.
    """
    try:
        return SafeTree.fromstring(archive.read(name), forbid_dtd=True)
    except DefusedXmlException as error:
        raise HarmfulError(
            _("The file defines entities or names other files, and was not read.")
        ) from error
    except (SafeTree.ParseError, KeyError, LookupError) as error:
        raise WireError(_("The file is damaged: it could not be opened.")) from error


def encrypted() -> WireError:
    return WireError(_("The file is protected by a password: send it without one."))


def has_programs() -> HarmfulError:
    return HarmfulError(
        _("The document has macros, which are programs: save it without them, and send that.")
    )
