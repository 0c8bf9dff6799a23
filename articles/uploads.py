"""Files that somebody sends: where they lie meanwhile, and how much is read of each."""

from __future__ import annotations

import errno
import io
from tempfile import TemporaryFile
from typing import IO, Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _


class StorageAwayError(OSError):
    """The storage of files does not answer, or refuses: what it has is not known."""

    def __init__(self, name: str) -> None:
        super().__init__(errno.EIO, "The storage does not answer", name)


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


class PieceOfFile(io.RawIOBase):
    """One of the files that lie one behind the other in a larger one."""

    def __init__(self, whole: IO[bytes], begins: int, size: int) -> None:
        super().__init__()
        self.whole, self.begins, self.size, self.at = whole, begins, size, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self.at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self.at, io.SEEK_END: self.size}[whence]
        self.at = max(0, start + offset)
        return self.at

    def read(self, size: int | None = -1) -> bytes:
        left = max(0, self.size - self.at)
        self.whole.seek(self.begins + self.at)
        found = self.whole.read(left if size is None or size < 0 else min(size, left))
        self.at += len(found)
        return found

    def readinto(self, buffer: Any) -> int:
        found = self.read(len(buffer))
        buffer[: len(found)] = found
        return len(found)


class OneFileUploadHandler(FileUploadHandler):
    """Lays all files of a form into one: as files of their own they would be too many open ones."""

    whole: IO[bytes] | None = None
    begins = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        if self.whole is None:
            self.whole = TemporaryFile(dir=settings.FILE_UPLOAD_TEMP_DIR)  # noqa: SIM115
        self.begins = self.whole.seek(0, io.SEEK_END)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if self.whole is not None:
            self.whole.write(raw_data)

    def file_complete(self, file_size: int) -> UploadedFile | None:
        if self.whole is None:
            return None
        piece: Any = PieceOfFile(self.whole, self.begins, file_size)
        return UploadedFile(
            piece,
            self.file_name,
            self.content_type,
            file_size,
            self.charset,
            self.content_type_extra,
        )
