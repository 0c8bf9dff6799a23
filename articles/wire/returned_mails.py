"""A mail that a mail server sends back: why, for whom, and which of ours it was (RFC 3464)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, Message

LARGEST = 2 * 1024**2
"""Bytes that are read of one: what comes back may have the whole of a mail on it."""
NAME = re.compile(r"<([\w.-]+)@[^>\s]+>")
STATUS = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")


@dataclass(frozen=True)
class ReturnedMail:
    """What a report says."""

    names: tuple[str, ...]
    """What may be the name of the mail of ours, without its host."""
    is_for_good: bool
    why: str


def read(data: bytes) -> ReturnedMail | None:
    """What a report says; nothing where a mail is none, or names none of ours."""
    try:
        mail = message_from_bytes(data[:LARGEST], policy=policy.default)
        if mail.get_content_type() != "multipart/report":
            return None
        names = tuple(dict.fromkeys(names_in(mail)))
        verdicts = list(verdicts_in(mail))
    except (MessageError, ValueError, LookupError, TypeError, AttributeError):
        # Whoever sends it may write what they like.
        return None
    if not names or not verdicts:
        return None
    for_good = [why for is_final, why in verdicts if is_final]
    return ReturnedMail(names, bool(for_good), (for_good or [verdicts[0][1]])[0])


def names_in(mail: EmailMessage) -> Iterator[str]:
    """The names of mails that a report has in what it gives back of them."""
    for part in mail.walk():
        kind = part.get_content_type()
        if kind == "message/rfc822":
            inner = part.get_payload(0) if part.is_multipart() else None
            if isinstance(inner, Message):
                yield from NAME.findall(f"{inner.get('Message-ID', '')}")
        elif kind == "text/rfc822-headers":
            for line in text_of(part).splitlines():
                if line.lower().startswith("message-id:"):
                    yield from NAME.findall(line)


def text_of(part: Message) -> str:
    content = part.get_payload(decode=True)
    return content.decode(errors="replace") if isinstance(content, bytes) else ""


def verdicts_in(mail: EmailMessage) -> Iterator[tuple[bool, str]]:
    """For each address that a report is about: whether that is final, and why."""
    for part in mail.walk():
        if part.get_content_type() != "message/delivery-status":
            continue
        payload = part.get_payload()
        for block in payload if isinstance(payload, list) else []:
            if not isinstance(block, Message) or "Action" not in block:
                continue
            action = f"{block['Action']}".strip().lower()
            status = STATUS.search(f"{block.get('Status', '')}")
            said = f"{block.get('Diagnostic-Code', '')}".partition(";")[2] or (
                status.group() if status else action
            )
            is_final = action == "failed" and (status is None or status[1] == "5")
            yield is_final, " ".join(said.split())[:200]
