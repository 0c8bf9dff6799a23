"""The kinds of documents that readers may be given, each told by its content, never by its name."""

from __future__ import annotations

import csv
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO, StringIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from pypdf import PdfReader
from pypdf.errors import PyPdfError


@dataclass(frozen=True)
class DocumentKind:
    """One kind of document."""

    label: Any
    media_type: str
    ending: str
    part: str = ""
    """The file in its archive by which Office tells it."""


OFFICE = "application/vnd.openxmlformats-officedocument."
OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
PDF = DocumentKind(_("PDF"), "application/pdf", ".pdf")
TABLE = DocumentKind(_("table (CSV)"), "text/csv", ".csv")
OFFICE_KINDS = (
    DocumentKind(
        _("Word document"), f"{OFFICE}wordprocessingml.document", ".docx", "word/document.xml"
    ),
    DocumentKind(
        _("Excel spreadsheet"), f"{OFFICE}spreadsheetml.sheet", ".xlsx", "xl/workbook.xml"
    ),
    DocumentKind(
        _("PowerPoint presentation"),
        f"{OFFICE}presentationml.presentation",
        ".pptx",
        "ppt/presentation.xml",
    ),
)
OPEN_DOCUMENTS = (
    DocumentKind(_("OpenDocument text"), f"{OPEN_DOCUMENT}text", ".odt"),
    DocumentKind(_("OpenDocument spreadsheet"), f"{OPEN_DOCUMENT}spreadsheet", ".ods"),
    DocumentKind(_("OpenDocument presentation"), f"{OPEN_DOCUMENT}presentation", ".odp"),
)
KINDS = (PDF, *OFFICE_KINDS, *OPEN_DOCUMENTS, TABLE)
ENDINGS = ",".join(kind.ending for kind in KINDS)
BY_MEDIA_TYPE = {kind.media_type: kind for kind in KINDS}

# Windows, Linux, macOS (in both orders of bytes, and for several machines), scripts, Java, Android.
PROGRAMS = (
    b"MZ", b"\x7fELF", b"\xfe\xed\xfa\xce", b"\xfe\xed\xfa\xcf", b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"#!", b"dex\n",
)  # fmt: skip
OF_PROGRAMS = re.compile(r"META-INF/MANIFEST\.MF|AndroidManifest\.xml|classes\.dex")
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
ENCRYPTED = 0x1
MACROS = re.compile(
    r"vba(?:project|data)|/macrosheets/|/activex/|^basic/|^scripts/|/oleobject[^/]*\.bin$",
    re.IGNORECASE,
)
"""Files of an archive that are programs, or hold one."""
MACRO_ENABLED = b"macroEnabled"
FETCHED = re.compile(
    rb"(?=[^>]*attachedTemplate|[^>]*oleObject|[^>]*/frame\b)[^>]*TargetMode=[\"']External",
    re.IGNORECASE,
)
"""A relation by which a document has something loaded, and run, when it is opened."""
OF_ACTIONS = re.compile(rb"/(?:JavaScript|JS|Launch)\b")
MOST_FILES, LARGEST_WHOLE = 5_000, 400 * 1024**2
MARKED_UP = (".xml", ".rels")
LARGEST_LIST = 1024**2
SAMPLE = 64 * 1024
DAMAGED_ARCHIVE = (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError,
                   ValueError, KeyError)  # fmt: skip
DAMAGED_PDF = (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError, OSError,
               RecursionError, AssertionError, NotImplementedError)  # fmt: skip


def refusal(sentence: Any, code: str) -> ValidationError:
    return ValidationError(sentence, code=code)


def kind_of(content: bytes, name: str) -> DocumentKind:
    """The kind of a document.

    Raises:
        ValidationError: a sentence that says why readers are not given it.
    """
    if content.startswith(PROGRAMS):
        raise refusal(_("This is a program, whatever its name says: it is not kept."), "program")
    if b"%PDF-" in content[:1024]:
        return checked_pdf(content)
    if content.startswith(b"PK\x03\x04"):
        with opened(content) as archive:
            return kind_of_archive(archive)
    if content.startswith(OLD_OFFICE):
        if ENCRYPTED_OFFICE in content:
            raise with_password()
        raise refusal(
            _("This is a document of an old Office: save it as .docx, .xlsx or .pptx, or as PDF."),
            "old",
        )
    if name.lower().endswith(TABLE.ending) and is_table(content):
        return TABLE
    raise unknown()


def unknown() -> ValidationError:
    return refusal(
        _(
            "This is no document of a kind that is kept: use PDF, Word, Excel, PowerPoint, "
            "OpenDocument or CSV. What counts is what is in the file, and not its name."
        ),
        "unknown",
    )


def with_password() -> ValidationError:
    return refusal(
        _("This document is protected by a password: readers could not open it."), "password"
    )


def damaged() -> ValidationError:
    return refusal(_("This document is damaged or cut short: it cannot be opened."), "damaged")


def with_programs() -> ValidationError:
    return refusal(
        _("This document has macros, which are programs: save it without them, and send that."),
        "macros",
    )


def checked_pdf(content: bytes) -> DocumentKind:
    """Look for what a PDF does when it is opened."""
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise with_password()
        catalog: Any = reader.root_object
        names = catalog.get("/Names")
        found = [catalog.get("/OpenAction"), catalog.get("/AA")]
        runs = any(is_action(one) for one in found) or (
            names is not None and "/JavaScript" in names.get_object()
        )
        pages = len(reader.pages)
    except DAMAGED_PDF as error:
        raise damaged() from error
    if not pages:
        raise damaged()
    if runs or OF_ACTIONS.search(content):
        raise refusal(
            _("This PDF runs a program when it is opened: print it to a new PDF, and send that."),
            "actions",
        )
    return PDF


def is_action(one: Any) -> bool:
    """Whether something of a PDF's catalog is an action that runs something, or holds one."""
    one = one.get_object() if one is not None else None
    if not isinstance(one, dict):
        return False
    kinds = [one.get("/S"), *(is_action(value) for name, value in one.items() if name != "/D")]
    return any(kind is True or kind in {"/JavaScript", "/Launch"} for kind in kinds)


@contextmanager
def opened(content: bytes) -> Iterator[ZipFile]:
    """The archive that a document of Office is.

    Raises:
        ValidationError: it is damaged, encrypted, or grows beyond any document when it is unpacked.
    """
    try:
        with ZipFile(BytesIO(content)) as archive:
            entries = archive.infolist()
            if any(one.flag_bits & ENCRYPTED for one in entries):
                raise with_password()
            if len(entries) > MOST_FILES or sum(one.file_size for one in entries) > LARGEST_WHOLE:
                raise refusal(
                    _("This file grows far beyond any document when it is unpacked."), "bomb"
                )
            yield archive
    except DAMAGED_ARCHIVE as error:
        raise damaged() from error


def kind_of_archive(archive: ZipFile) -> DocumentKind:
    names = archive.namelist()
    if any(MACROS.search(one) for one in names):
        raise with_programs()
    if "mimetype" in names:
        said = archive.open("mimetype").read(200).strip().decode("ascii", "replace")
        found = next((one for one in OPEN_DOCUMENTS if one.media_type == said), None)
    else:
        found = next((one for one in OFFICE_KINDS if one.part in names), None)
    if found is None and any(OF_PROGRAMS.fullmatch(one) for one in names):
        raise refusal(_("This is a program, whatever its name says: it is not kept."), "program")
    if found is None:
        raise refusal(
            _("This is an archive, and no document: unpack it, and send what is in it."), "archive"
        )
    types = "[Content_Types].xml"
    if types in names and MACRO_ENABLED in archive.open(types).read(LARGEST_LIST):
        raise with_programs()
    for name in names:
        if name.endswith(".rels") and FETCHED.search(archive.open(name).read(LARGEST_LIST)):
            raise refusal(
                _("This document loads another from elsewhere when it is opened: save a copy "
                  "without links to templates and objects, and send that."),
                "fetches",
            )  # fmt: skip
    return found


def is_table(content: bytes) -> bool:
    """Whether a file is rows of cells: as many in each of the first ones, and more than one."""
    if b"\0" in content[:SAMPLE]:
        return False
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    lines = text[:SAMPLE].splitlines()[:20]
    try:
        dialect = csv.Sniffer().sniff("\n".join(lines), delimiters=",;\t|")
        rows = [row for row in csv.reader(StringIO("\n".join(lines)), dialect) if row]
    except csv.Error:
        return False
    return len(rows) > 1 and len(rows[0]) > 1 and {len(row) for row in rows[:-1]} == {len(rows[0])}
