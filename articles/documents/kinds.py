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
from xml.etree.ElementTree import Element, ParseError
from zipfile import BadZipFile, ZipFile

from defusedxml import DefusedXmlException
from defusedxml import ElementTree as SafeTree
from django.utils.translation import gettext_lazy as _

from .pdf import check_pdf
from .refusals import damaged, refusal, too_large, unknown, with_password, with_programs


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
MACRO_TYPES = re.compile(r"macroEnabled|vbaProject", re.IGNORECASE)
FETCHED = ("attachedTemplate", "oleObject", "frame")
"""Relations by which a document has something loaded, and run, when it is opened."""
MOST_FILES, LARGEST_WHOLE = 5_000, 400 * 1024**2
LARGEST_LIST = 8 * 1024**2
"""Bytes of what an archive says of its own files."""
SAMPLE = 64 * 1024
DAMAGED_ARCHIVE = (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError,
                   ValueError, KeyError)  # fmt: skip


def kind_of(content: bytes, name: str) -> DocumentKind:
    """The kind of a document.

    Raises:
        ValidationError: a sentence that says why readers are not given it.
    """
    if content.startswith(PROGRAMS):
        raise refusal(_("This is a program, whatever its name says: it is not kept."), "program")
    if b"%PDF-" in content[:1024]:
        check_pdf(content)
        return PDF
    if content.startswith(b"PK\x03\x04"):
        with opened_archive(content) as archive:
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


@contextmanager
def opened_archive(content: bytes) -> Iterator[ZipFile]:
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
                raise too_large()
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
    if types in names and any(
        MACRO_TYPES.search(one.get("ContentType", "")) for one in listed_elements(archive, types)
    ):
        raise with_programs()
    for name in names:
        if name.endswith(".rels") and any(map(is_fetched, listed_elements(archive, name))):
            raise refusal(
                _("This document loads another from elsewhere when it is opened: save a copy "
                  "without links to templates and objects, and send that."),
                "fetches",
            )  # fmt: skip
    return found


def listed_elements(archive: ZipFile, name: str) -> list[Element]:
    """The elements of a list that an archive has of its own files, in whatever encoding."""
    data = archive.open(name).read(LARGEST_LIST + 1)
    if len(data) > LARGEST_LIST:
        raise too_large()
    try:
        return list(SafeTree.fromstring(data).iter())
    except (ParseError, DefusedXmlException, LookupError) as error:
        raise damaged() from error


def is_fetched(relation: Element) -> bool:
    kind = relation.get("Type", "").rpartition("/")[2]
    return kind in FETCHED and relation.get("TargetMode", "").lower() == "external"


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
