"""The kinds of files that are read, each told by what is in it, and never by its name alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from zipfile import ZipFile

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..fetch import FetchedText, WireError, tidied
from . import mail, opendocument, pdf, plain, rtf, web, word
from .archives import encrypted, open_archive
from .document import ReadDocument


@dataclass(frozen=True)
class Kind:
    """One kind of file."""

    label: Any
    media_type: str
    endings: tuple[str, ...]
    """How its names end: said where they are chosen, and never believed."""
    read: Callable[[bytes], ReadDocument]


TEXT = Kind(gettext_lazy("text"), "text/plain", (".txt", ".md"), plain.read)
PAGE = Kind(gettext_lazy("web page"), "text/html", (".html", ".htm"), web.read)
MAIL = Kind(gettext_lazy("mail"), "message/rfc822", (".eml",), mail.read)
RICH_TEXT = Kind(gettext_lazy("rich text"), "application/rtf", (".rtf",), rtf.read)
WORD = Kind(
    gettext_lazy("Word document"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    (".docx",),
    word.read,
)
OPEN_DOCUMENT = Kind(
    gettext_lazy("OpenDocument text"),
    "application/vnd.oasis.opendocument.text",
    (".odt",),
    opendocument.read,
)
PDF = Kind(gettext_lazy("PDF"), "application/pdf", (".pdf",), pdf.read)
KINDS = (TEXT, PAGE, MAIL, RICH_TEXT, WORD, OPEN_DOCUMENT, PDF)
ENDINGS = ",".join(ending for kind in KINDS for ending in kind.endings)

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"RIFF")
HEADER = re.compile(rb"^([A-Za-z][A-Za-z-]{1,40}):", re.MULTILINE)
OF_MAIL = {b"from", b"to", b"subject", b"date", b"received", b"message-id", b"mime-version",
           b"return-path", b"delivered-to", b"content-type", b"x-received"}  # fmt: skip
ONLY_OF_MAIL = {b"received", b"message-id", b"mime-version", b"return-path", b"delivered-to"}


def kind_of(data: bytes, name: str = "") -> Kind:
    """The kind of a file, by its first bytes.

    Raises:
        WireError: it is of a kind that is not read.
    """
    if b"%PDF-" in data[:1024]:
        return PDF
    if data.startswith(b"PK\x03\x04"):
        with open_archive(data) as archive:
            return kind_of_archive(archive)
    if data.startswith(OLD_OFFICE):
        if ENCRYPTED_OFFICE in data:
            raise encrypted()
        raise WireError(_("It is a document of an old Word: save it as .docx, and send that."))
    if data.startswith(PICTURES):
        raise WireError(_("It is a picture: pictures go into the library."))
    if data.lstrip()[:5] == b"{\\rtf":
        return RICH_TEXT
    if is_mail(data, name):
        return MAIL
    return PAGE if web.is_page(data[:20_000].decode("latin-1")) else TEXT


def kind_of_archive(archive: ZipFile) -> Kind:
    names = archive.namelist()
    if "word/document.xml" in names:
        return WORD
    if (
        "mimetype" in names
        and archive.read("mimetype").strip() == OPEN_DOCUMENT.media_type.encode()
    ):
        return OPEN_DOCUMENT
    raise WireError(_("It is an archive, or a document without running text: unpack it first."))


def is_mail(data: bytes, name: str) -> bool:
    """Whether a file begins with the header of a mail."""
    head = data[:20_000].replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    found = {one.lower() for one in HEADER.findall(head)}
    begins = HEADER.match(head.lstrip()) is not None
    enough = bool(found & ONLY_OF_MAIL) or name.lower().endswith(MAIL.endings)
    return begins and enough and len(found & OF_MAIL) >= 2


def read(data: bytes, name: str = "") -> tuple[Kind, ReadDocument, FetchedText]:
    """The kind of a file, what it was read as, and its text, tidied.

    Raises:
        WireError: it cannot be read; of one that could do harm it is a ``HarmfulError``.
    """
    kind = kind_of(data, name)
    document = kind.read(data)
    warnings = [*document.warnings]
    said = name_says(name)
    if said is not None and said is not kind and {said, kind} != {TEXT, PAGE}:
        warnings.insert(
            0,
            _("By its name the file is of another kind; it was read as: %(kind)s.")
            % {"kind": kind.label},
        )
    if not document.text.strip() and document.attachments:
        return kind, document, FetchedText("", tuple(warnings))
    text = tidied(document.text, warnings)
    if not any(letter.isalpha() for letter in text.text):
        raise WireError(_("There is not one word in it."))
    return kind, document, text


def name_says(name: str) -> Kind | None:
    return next((kind for kind in KINDS if name.lower().endswith(kind.endings)), None)
