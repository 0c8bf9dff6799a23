"""What a text that waits is called in lists, and who sent it: told without reading all of it."""

from __future__ import annotations

from collections import Counter

from django.utils import timezone

from articles.languages import Language

from .fetch import FetchedText, WireError, decoded
from .layout.mail_headers import HEADER
from .layout.messages import STAMP
from .parse import CopyReader

NAMED_IN_A_HEADER = 80
"""Lines among which a mail that is passed on says whose it is."""


def headline_of(text: str, language: str) -> str:
    """The headline that is found in a text; nothing where it has none, or is in no language."""
    if Language.find(language) is None:
        return ""
    zone = timezone.get_default_timezone()
    reading = CopyReader(FetchedText(text), language, zone, timezone.localdate())
    reading.take_embargo()
    heading = reading.heading
    heading.take_labels()
    heading.blocks = reading.origin.take_lines(heading.blocks, reading.layout)
    heading.take_headline()
    return heading.headline or ""


def sender_of(data: bytes) -> str:
    """Who wrote what a mail or a chat passes on, by the header or the stamps above it."""
    try:
        text, _remarks = decoded(data[:1_000_000])
    except WireError:
        return ""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return of_a_chat(lines) or passed_on_by(lines)


def of_a_chat(lines: list[str]) -> str:
    """Who wrote most of a chat."""
    written: Counter[str] = Counter()
    who = ""
    for line in lines:
        found = STAMP.match(line)
        who = found["who"].strip() if found else who
        if who:
            written[who] += len(line) - (found.end() if found else 0)
    is_chat = any(STAMP.match(line) for line in lines[:3])
    return written.most_common(1)[0][0] if is_chat and written else ""


def passed_on_by(lines: list[str]) -> str:
    """Whom the innermost header within a text names, near its beginning: « De : … »."""
    name = ""
    for at, line in enumerate(lines[:NAMED_IN_A_HEADER]):
        found = HEADER.match(line)
        beside = at + 1 < len(lines) and HEADER.match(lines[at + 1])
        if found and found["from"] and beside and found["value"]:
            name = found["value"].partition("<")[0].strip(' *"') or name
    return name
