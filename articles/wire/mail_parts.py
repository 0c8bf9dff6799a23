"""A mail taken apart, whatever is in it: in a time that grows as the mail does.

The reading of headers by the rules of the library (``policy.default``) is left aside: it grows with
the square of a header's length, goes as deep as there are brackets, and fails on some.
"""

from __future__ import annotations

from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr
from typing import Any

from django.utils.translation import gettext as _

from .fetch import WireError, decoded

BOUNDARY = b"\n--"
MOST_BOUNDARIES = 2_000
"""Lines that may part a mail: taking it apart takes long where there are very many."""
DEEPEST = 30
"""How deep a mail may stand within others: each line is looked at once for each."""
LONGEST_HEADER = 4_000
"""Characters that are read of one."""
LATIN = ("iso-8859-1", "iso-8859-15", "windows-1252", "cp1252", "latin", "us-ascii")
MISREAD = (MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""What the library raises where a mail is written by nobody's rules."""


class PartedMail(Message):
    """A mail or a part of one, which knows how deep it stands."""

    depth = 0

    def attach(self, payload: Any) -> None:
        payload.depth = self.depth + 1
        if payload.depth > DEEPEST:
            raise WireError(_("The mail has far more parts than any: it was not read."))
        super().attach(payload)

    def set_raw(self, name: str, value: Any) -> None:
        """Keep a header as it came; of those that say what a part is, what is read of one."""
        if name.lower().startswith("content-"):
            value = letters_within(value[:LONGEST_HEADER])
        super().set_raw(name, value)


def parse_mail(data: bytes) -> Message:
    """A mail and its parts.

    Raises:
        WireError: it is written by nobody's rules.
    """
    if data.count(BOUNDARY) > MOST_BOUNDARIES:
        raise WireError(_("The mail has far more parts than any: it was not read."))
    try:
        return message_from_bytes(data, PartedMail)
    except MISREAD as error:
        raise WireError(_("The mail cannot be taken apart: it was not read.")) from error


def header_of(mail: Message, name: str) -> str:
    """A header as it reads: some programs write letters as they are, or name them wrongly."""
    wanted = name.lower()
    raw = next((value for said, value in mail.raw_items() if said.lower() == wanted), "")
    return read_words(str(raw)[:LONGEST_HEADER])


def read_words(raw: str) -> str:
    """Words of a header, which may be packed (RFC 2047)."""
    if "=?" not in raw:
        return letters_within(raw)
    try:
        parts = decode_header(raw)
        return "".join(letters_of(data, said or "us-ascii") for data, said in parts)
    except MISREAD:
        return letters_within(raw)


def letters_within(raw: str) -> str:
    """The letters that stand in a header as they are, in whichever encoding."""
    if raw.isascii():
        return raw
    data = raw.encode(errors="surrogateescape")
    try:
        return decoded(data)[0]
    except WireError:
        return data.decode(errors="replace")


def letters_of(data: bytes | str, said: str) -> str:
    if isinstance(data, str):
        return data
    try:
        if is_believed(data, said.lower()):
            return data.decode(said)
    except (LookupError, UnicodeDecodeError):
        pass
    try:
        return decoded(data)[0]
    except WireError:
        return data.decode("utf-8", errors="replace")


def is_believed(data: bytes, said: str) -> bool:
    """Whether the bytes can be in the encoding that the mail says."""
    if data.isascii():
        return True
    try:
        data.decode()
    except UnicodeDecodeError:
        # Mostly high bytes is Arabic, which no Latin encoding has.
        high = sum(byte > 0x7F for byte in data)
        return not (said.startswith(LATIN) and high > len(data) / 3)
    return False


def sender_of(mail: Message) -> str:
    """The address that a mail says it is from; nothing where that is none."""
    try:
        return parseaddr(str(mail.get("From", ""))[:LONGEST_HEADER])[1].lower()
    except MISREAD:
        return ""


def file_name_of(part: Message) -> str:
    """What a file on a mail is called; nothing where it has no name."""
    try:
        return read_words(part.get_filename("")).strip()
    except MISREAD:
        return ""
