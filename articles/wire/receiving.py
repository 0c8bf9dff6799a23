"""Files on their way in: each is read, kept as it came, and parted into the texts it has."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from articles.models import ReceivedFile, ReceivedText, User
from articles.text.scripts import language_of

from .documents.document import MailAttachment, ReadDocument
from .documents.kinds import TEXT, Kind, read
from .documents.mail import without_files
from .fetch import FetchedText, HarmfulError, WireError
from .remarks import parse_remark
from .titles import headline_of, sender_of

LONGEST_TEXT = 400_000
"""Characters: more than any day's wire of an agency."""
LONGEST_TITLE = 200


@dataclass(frozen=True)
class Upload:
    """What somebody sent: a file, or what they pasted."""

    name: str
    size: int
    chunks: Iterable[bytes]


type Reading = tuple[Kind, ReadDocument, FetchedText]


@dataclass
class ReadAhead:
    """A file that was read before anything was locked: reading may take seconds."""

    found: Reading | WireError

    @classmethod
    def of(cls, upload: Upload) -> ReadAhead | None:
        if upload.size > largest():
            return None
        try:
            return cls(read(b"".join(upload.chunks), upload.name))
        except WireError as refusal:
            return cls(refusal)

    def reading(self) -> Reading:
        """What it was read as.

        Raises:
            WireError: as reading it did.
        """
        if isinstance(self.found, WireError):
            raise self.found
        return self.found


def of_bytes(name: str, data: bytes) -> Upload:
    return Upload(name, len(data), [data])


def receive(
    upload: Upload,
    by: User,
    language: str = "",
    part_of: ReceivedFile | None = None,
    *,
    address: str = "",
    ahead: ReadAhead | None = None,
) -> list[ReceivedFile]:
    """Keep what was sent, and the texts found in it; one file's refusal is its own.

    What hangs on a mail is kept as well, each file for itself.

    Args:
        upload: the file.
        by: who sent it.
        language: in which it is, where they say so.
        part_of: the mail that it came with.
        address: where it stands on the web.
        ahead: what it was read as already.
    """
    file, data = arrived(upload, by)
    file.part_of = part_of
    if known := waiting_already(file, by):
        return [known]
    if file.refusal:
        file.save()
        return [file]
    return keep(file, data, language, address, ahead)


def arrived(upload: Upload, by: User) -> tuple[ReceivedFile, bytes]:
    """A file that was sent, not saved yet, and its bytes: none, of one that is too large."""
    file = ReceivedFile(name=upload.name[-300:], size=upload.size, sent_by=by)
    pieces: list[bytes] = []
    digest = hashlib.sha256()
    if upload.size > largest():
        file.refusal = too_large(upload.size)
    for chunk in upload.chunks:
        digest.update(chunk)
        if not file.refusal:
            pieces.append(chunk)
    file.checksum = digest.hexdigest()
    return file, b"".join(pieces)


def largest() -> int:
    return int(settings.IMPORT_MEGABYTES) * 1024**2


def too_large(size: int) -> str:
    return _("The file is too large: %(size)d MB, where %(limit)d MB are read.") % {
        "size": -(-size // 1024**2),
        "limit": settings.IMPORT_MEGABYTES,
    }


def waiting_already(file: ReceivedFile, by: User) -> ReceivedFile | None:
    """The same bytes that the same person sent before, and has not made a draft of yet."""
    same = ReceivedFile.objects.filter(checksum=file.checksum, sent_by=by, name=file.name)
    waits = Q(texts__state=ReceivedText.State.WAITING) | Q(is_read=False)
    return same.filter(waits).first()


def keep(
    file: ReceivedFile,
    data: bytes,
    language: str,
    address: str = "",
    ahead: ReadAhead | None = None,
) -> list[ReceivedFile]:
    """Read a file and write it down: with its text, or with why there is none."""
    try:
        reading = ahead.reading() if ahead else read(data, file.name)
    except HarmfulError as refusal:
        file.refusal, file.could_do_harm, file.content = str(refusal), True, b""
        file.save()
        return [file]
    except WireError as refusal:
        file.refusal, file.content = str(refusal), data
        file.save()
        return [file]
    return kept_with_texts(file, data, language, reading, address)


@transaction.atomic
def kept_with_texts(
    file: ReceivedFile,
    data: bytes,
    language: str,
    reading: Reading,
    address: str = "",
) -> list[ReceivedFile]:
    kind, document, found = reading
    file.content, file.media_type = data, kind.media_type
    file.warnings = [parse_remark(one) for one in found.warnings]
    text = found.text
    if len(text) > LONGEST_TEXT:
        file.refusal = _("The document is far longer than an article: it was not read.")
        text = ""
    file.save()
    if text.strip():
        said = language or language_of(text) or ""
        file.texts.create(
            text=text,
            language=said,
            title=headline_of(text, said)[:LONGEST_TITLE],
            sender=(document.sender or (sender_of(data) if kind is TEXT else ""))[:LONGEST_TITLE],
            sent_on=document.sent_on,
            address=fitting(address),
            said=document.facts.kept(),
        )
    parts = attached(file, document.attachments, language)
    if harmful := [one.checksum for one in parts if one.could_do_harm]:
        # What is on it is not kept within it, either.
        data_of = {hashlib.sha256(one.data).hexdigest(): one.data for one in document.attachments}
        file.content = without_files(data, [data_of[one] for one in harmful if one in data_of])
        file.save(update_fields={"content"})
    return [file, *parts]


def fitting(address: str) -> str:
    """An address as long as one is kept."""
    most = ReceivedText._meta.get_field("address").max_length or 0
    return address if len(address) <= most else ""


def attached(
    file: ReceivedFile, attachments: list[MailAttachment], language: str
) -> list[ReceivedFile]:
    """The files that came with a mail. A mail on a mail is read; what hangs on that is not."""
    if file.part_of is not None or file.sent_by is None:
        return []
    return [
        one
        for item in attachments
        for one in receive(of_bytes(item.name, item.data), file.sent_by, language, part_of=file)
    ]
