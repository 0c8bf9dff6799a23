"""The headers of a mail that is passed on within a text, as mail programs write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime

from django.utils import timezone

from articles.text.extraction.dates import NoSuchDateError, first_date

HEADERS = {
    "subject": "objet|sujet|subject|الموضوع|موضوع",
    "sent": "date|تاريخ|envoyé|envoyé le|sent|التاريخ|تاريخ الإرسال|أرسلت|أُرسلت",
    "from": "de|from|expéditeur|من|المرسل",
    "to": (
        "à|a|to|pour|cc|cci|bcc|destinataires?|répondre à|reply-to|importance|pièces? jointes?|"
        "إلى|الى|نسخة|المرفقات"
    ),
}
HEADER = re.compile(
    r"^[>\s*]*(?:" + "|".join(f"(?P<{kind}>{names})" for kind, names in HEADERS.items())
    + r")\s*\*?\s*:\s*\*?(?:\s+(?P<value>.*)|$)", re.IGNORECASE,
)  # fmt: skip
FORWARDED = re.compile(
    r"^[>\s_*-]*(?:-{2,}\s*)?(?:message\s+(?:transféré|original|d[’']origine|réexpédié)|début\s+du\s+message\s+(?:transféré|réexpédié)|"
    r"forwarded\s+message|begin\s+forwarded\s+message|original\s+message|courriel\s+transféré|"
    r"رسالة\s+(?:م\S?عاد\S?\s+توجيهها|م\S?عاد\S?\s+إرسالها|محولة|أصلية)|الرسالة\s+الأصلية|----+\s*رسالة[^\n]*)\b.*$",
    re.IGNORECASE,
)
PASSED_ON = re.compile(
    r"^(?:(?:tr|re|ref|fw|fwd|rv|رد|إعادة\s+توجيه|إعادة\s+إرسال|محول)\s*:\s*)+", re.IGNORECASE
)
QUOTED = re.compile(r"^\s?(?:>\s?)+")
FIRST_LINES = 40
"""Among which the headers of a message stand."""
FEWEST_HEADERS, FEWEST_ALONE = 2, 3
"""Headers in a row: near the beginning, and anywhere without a line that says what they are."""


@dataclass
class SaidInHeaders:
    """What the headers of a mail say."""

    subject: str = ""
    sender: str = ""
    sent_on: date | None = None


@dataclass(frozen=True)
class PassedOn:
    """Where a mail that is passed on stands in a text."""

    begins: int
    """Its first line: its header, or the line that announces it."""
    headers: list[str]
    ends: int
    """Behind its header."""


def passed_on_in(lines: list[str]) -> PassedOn | None:
    """The first mail that is passed on in a text, wherever it stands.

    Some programs put a line between, Outlook only the header.
    """
    for at, line in enumerate(lines):
        is_told = FORWARDED.match(line) is not None
        if not is_told and not HEADER.match(line):
            continue
        headers, end = headers_from(lines, at + is_told)
        if len(headers) >= (1 if is_told else FEWEST_ALONE):
            return PassedOn(at, headers, end)
    return None


def headers_from(lines: list[str], at: int) -> tuple[list[str], int]:
    """The headers that stand here, and where they end; of HTML, an empty line is between two."""
    found: list[str] = []
    end = at
    while at < len(lines) and (not lines[at].strip() or HEADER.match(lines[at])):
        if lines[at].strip():
            found.append(lines[at])
            end = at + 1
        at += 1
    return found, end


def header_block(lines: list[str], start: int) -> tuple[int, int] | None:
    """Where the next headers begin and end, near the beginning of what is left."""
    for first in range(start, min(len(lines), start + FIRST_LINES)):
        if not HEADER.match(lines[first]):
            continue
        end, kinds = first, set()
        while end < len(lines) and (found := HEADER.match(lines[end])):
            kinds.add(found.lastgroup if found.lastgroup != "value" else kind_of(found))
            end += 1
            # A long subject, or many addresses, go on in the next line.
            while (
                end < len(lines) and re.match(r"\s+\S", lines[end]) and not HEADER.match(lines[end])
            ):
                end += 1
        is_passed_on = first > start and FORWARDED.match(lines[first - 1])
        is_subject_first = kinds == {"subject"} and not any(line.strip() for line in lines[:first])
        if len(kinds) >= FEWEST_HEADERS or is_passed_on or is_subject_first:
            return first, end
        return None
    return None


def kind_of(found: re.Match[str]) -> str:
    return next(kind for kind in HEADERS if found[kind])


def read_headers(lines: list[str]) -> SaidInHeaders:
    """The innermost subject and day count: they are the text's own."""
    said = SaidInHeaders()
    for line in lines:
        found = HEADER.match(line)
        if found is None:
            continue
        value = (found["value"] or "").strip(" *")
        if found["subject"] and value:
            said.subject = PASSED_ON.sub("", value).strip() or said.subject
        elif found["from"] and value:
            said.sender = re.sub(r"\s*[<\[(].*$", "", value).strip(' "') or said.sender
        elif found["sent"]:
            said.sent_on = day_of(value) or said.sent_on
    return said


def day_of(words: str) -> date | None:
    """The day of a header, as people's or as RFC 5322 writes it."""
    try:
        moment = parsedate_to_datetime(words)
        return timezone.localtime(moment).date() if moment.tzinfo else moment.date()
    except (ValueError, TypeError, IndexError, OverflowError):
        # No such day, or one at the very end of what a calendar has.
        pass
    try:
        found = first_date(words)
    except NoSuchDateError:
        return None
    return found[0] if found else None
