"""A mail that a mail server sends back: why, for whom, and which of ours it was (RFC 3464)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from itertools import islice

from .fetch import WireError
from .mail_parts import MISREAD, header_of, parse_mail

LARGEST = 512 * 1024
"""Bytes that are read of one: behind these, it may have the whole of a mail on it."""
MOST_NAMES, MOST_VERDICTS = 20, 100
NAME = re.compile(r"<([\w.-]{1,300})@[^<>\s]{1,255}>")
STATUS = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")


@dataclass(frozen=True)
class ReturnedMail:
    """What a report says."""

    names: tuple[str, ...]
    """What may be the name of the mail of ours, without its host."""
    is_for_good: bool
    why: str
    status: str = ""
    """As servers write it for programs (RFC 3463): « 5.1.1 »."""


@dataclass(frozen=True)
class ReportOfAddress:
    """What a report says of one address."""

    is_final: bool
    status: str
    why: str


def read(data: bytes) -> ReturnedMail | None:
    """What a report says; nothing where a mail is none, or names none of ours."""
    try:
        mail = parse_mail(data[:LARGEST])
        if mail.get_content_type() != "multipart/report":
            return None
        names = tuple(dict.fromkeys(islice(names_in(mail), MOST_NAMES)))
        verdicts = list(islice(verdicts_in(mail), MOST_VERDICTS))
    except (WireError, *MISREAD):
        # Whoever sends it may write what they like.
        return None
    if not names or not verdicts:
        return None
    found = next((one for one in verdicts if one.is_final), verdicts[0])
    return ReturnedMail(names, found.is_final, found.why, found.status)


def names_in(mail: Message) -> Iterator[str]:
    """The names of mails that a report has in what it gives back of them."""
    for part in mail.walk():
        kind = part.get_content_type()
        if kind == "message/rfc822":
            inner = part.get_payload(0) if part.is_multipart() else None
            if isinstance(inner, Message):
                yield from NAME.findall(header_of(inner, "Message-ID"))
        elif kind == "text/rfc822-headers":
            for line in text_of(part).splitlines():
                if line.lower().startswith("message-id:"):
                    yield from NAME.findall(line)


def text_of(part: Message) -> str:
    content = part.get_payload(decode=True)
    return content.decode(errors="replace") if isinstance(content, bytes) else ""


def verdicts_in(mail: Message) -> Iterator[ReportOfAddress]:
    """For each address that a report is about: whether that is final, and why."""
    for part in mail.walk():
        if part.get_content_type() != "message/delivery-status":
            continue
        payload = part.get_payload()
        for block in payload if isinstance(payload, list) else []:
            if not isinstance(block, Message) or "Action" not in block:
                continue
            action = header_of(block, "Action").strip().lower()
            found = STATUS.search(header_of(block, "Status"))
            status = found.group() if found else ""
            said = header_of(block, "Diagnostic-Code").partition(";")[2] or status or action
            is_final = action == "failed" and (not status or status.startswith("5"))
            yield ReportOfAddress(is_final, status, " ".join(said.split())[:200])
