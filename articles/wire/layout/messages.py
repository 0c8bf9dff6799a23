"""Mails that were passed on and chats that were exported, as text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from .mail_headers import FORWARDED, QUOTED, day_of, header_block, read_headers
from .parts import PartKind, UnwrappedText

STAMP = re.compile(
    r"^[\u200e\u200f\u202a-\u202e\s]*\[?(?P<hour>\d{1,2}[:h]\d{2}(?::\d{2})?\s?(?:AM|PM|am|pm|ص|م)?[,،]\s+)?"
    r"(?P<day>\d{1,2}[\u200e\u200f]?[/.-]\d{1,2}[\u200e\u200f]?[/.-]\d{2,4})(?(hour)|[,،]?\s+(?:à\s+|في\s+)?\d{1,2}[:h]\d{2}(?::\d{2})?)"
    r"(?:\s?(?:AM|PM|am|pm|ص|م))?\]?\s*(?:[-–]\s*)?(?P<who>[^:\n]{1,60}):\s*"
)
CHAT_MARK = re.compile(r"(?<![\w*_~])([*_~])(?=\S)(?P<words>.+?)(?<=\S)\1(?![\w*_~])")
PICTURE = re.compile(
    r"^\W*(?:les\s+messages\s+et\s+les\s+appels\s+sont\s+chiffrés.*|الرسائل\s+والمكالمات\s+مشفرة.*|m[ée]dias?\s+(?:omis|omitted)|<?(?:تم\s+إرفاق|pièce\s+jointe)\s*:.*|<?m[ée]dias?\s+omis>?|document\s+joint|forwarded|transféré|"
    r"(?:photo|vid[ée]o|audio|image|document)\s+(?:omise?|absente?|omitted)|تم\s+استبعاد\s+\S+|تمت?\s+إعادة\s+(?:توجيهها|التوجيه|توجيه)(?:\s+عدة\s+مرات)?|م\S?عاد\s+(?:توجيهها|إرسالها))\W*$",
    re.IGNORECASE,
)
EMOJI = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d\u20e3\U000e0020-\U000e007f]+"
)
POSTED = re.compile(
    r"\d.*·\s*(?:public|tout\s+le\s+monde|suivre|عام|متابعة|🌍|🌐)?\W*$", re.IGNORECASE
)
CHANNEL = re.compile(
    r"^\W*(?:forwarded\s+(?:message\s+)?from|(?:message\s+)?transféré\s+(?:de(?:puis)?|du\s+canal)|(?:رسالة\s+)?(?:م\S?عاد\S?|تمت?\s+إعادة)\s+(?:ال)?(?:توجيه\S*|إرسال\S*)\s+(?:من|عن))\s*:?\s+(?P<who>\S[^@<>]{1,60})$",
    re.IGNORECASE,
)
"""« Forwarded from Gao Infos Direct »."""
MESSAGE_STAMP = re.compile(
    r"^\s*\[?(?P<day>\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})[,،]?(?:\s+(?:à|في))?"
    r"\s+\d{1,2}[:h]\d{2}(?::\d{2})?\]?\s*$"
)
MARKS = re.compile("[\u200e\u200f]")
CHATTER = re.compile(
    r"^\W*(?:salam|slm|salem|bonjour|bonsoir|bjr|bsr|bjour|bsoir|salut|slt|coucou|hello|stp|svp|merci|s[’']il\s+te\s+pla[iî]t|s[’']il\s+vous\s+pla[iî]t|tiens|voil[aà]|"
    r"السلام|سلام|صباح|مساء\s+(?:الخير|النور)|مرحبا|أهلا|اهلا|من\s+فضلك|لو\s+سمحت|شكرا)(?!\w)|"
    r"^\W*(?:urgent\W+)?(?:pour\s+(?:publication|diffusion)|à\s+(?:publier|diffuser)|(?:عاجل\s+)?للنشر)\W*$|[?؟]\W*$",
    re.IGNORECASE,
)
"""What people say to one another around a text that they pass on."""
ALL_BOLD = re.compile(r"^\*(?=\S)[^*\n]+(?<=\S)\*$")
LONG_MESSAGE = 60
"""Letters of a message that has something of a text: shorter ones are titles, or answers."""
FIRST_LINES = 40
"""Among which the stamps of a chat stand."""


def open_message(layout: UnwrappedText) -> None:
    """Take off the headers of a mail, or the stamps of a chat, where the text is one."""
    stamps = sum(STAMP.match(line) is not None for line in layout.lines[:FIRST_LINES])
    if stamps:
        open_chat(layout)
        return
    if open_passed_on(layout):
        return
    open_mail(layout)
    open_post(layout)


def open_passed_on(layout: UnwrappedText) -> bool:
    """A message of a channel that was passed on: from which, and when it was written there."""
    top = [at for at, line in enumerate(layout.lines[:6]) if line.strip()]
    found = CHANNEL.match(layout.lines[top[0]]) if len(top) > 2 else None
    if found is None:
        return False
    stamp = MESSAGE_STAMP.match(layout.lines[top[1]])
    if stamp:
        layout.sent_on = day_of(with_century(stamp["day"]))
    layout.channel = layout.sender = EMOJI.sub("", found["who"]).strip(" :*[]")
    last = top[1] if stamp else top[0]
    layout.take(PartKind.HEADERS, layout.lines[: last + 1])
    layout.lines = [unmarked(line) for line in layout.lines[last + 1 :]]
    return True


def open_post(layout: UnwrappedText) -> None:
    """A post of a network: whose page it is, and « 19 octobre 2026, 16:05 · Public »."""
    top = [at for at, line in enumerate(layout.lines[:6]) if line.strip()]
    if len(top) > 2 and POSTED.search(layout.lines[top[1]]) and len(layout.lines[top[0]]) < 80:
        layout.sender = EMOJI.sub("", layout.lines[top[0]]).strip()
        layout.sent_on = day_of(layout.lines[top[1]])
        layout.take(PartKind.HEADERS, [layout.lines[at] for at in top[:2]])
        layout.lines = [EMOJI.sub("", line).strip() for line in layout.lines[top[1] + 1 :]]


def open_mail(layout: UnwrappedText) -> None:
    """Headers say what it is called and when it was sent; what stands above them is a note."""
    start = 0
    while block := header_block(layout.lines, start):
        first, end = block
        note = [line for line in layout.lines[start:first] if not FORWARDED.match(line)]
        layout.take(PartKind.NOTE, [QUOTED.sub("", line) for line in note])
        layout.take(PartKind.HEADERS, layout.lines[first:end])
        take_what_is_said(layout, layout.lines[first:end])
        start = end
    layout.lines = layout.lines[start:]
    if quoted := sum(QUOTED.match(line) is not None for line in layout.lines):
        written = sum(bool(line.strip()) for line in layout.lines)
        if quoted > written / 2:
            own = [line for line in layout.lines if line.strip() and not QUOTED.match(line)]
            layout.take(PartKind.NOTE, own)
            layout.lines = [
                QUOTED.sub("", line)
                for line in layout.lines
                if not line.strip() or QUOTED.match(line)
            ]
            # What was quoted may be a mail itself.
            if header_block(layout.lines, 0):
                open_mail(layout)


def take_what_is_said(layout: UnwrappedText, lines: list[str]) -> None:
    """What headers say of the text below them; the innermost count."""
    said = read_headers(lines)
    layout.subject = said.subject or layout.subject
    layout.sender = said.sender or layout.sender
    layout.sent_on = said.sent_on or layout.sent_on


@dataclass(frozen=True)
class ChatMessage:
    """What one person wrote at once."""

    stamp: str
    who: str
    words: str


def messages_of(lines: list[str]) -> list[ChatMessage]:
    """The messages of a chat; pictures that were not copied with it are none."""
    found: list[ChatMessage] = []
    for line in lines:
        stamp = STAMP.match(line)
        said = line[stamp.end() :] if stamp else line
        if stamp:
            found.append(ChatMessage(MARKS.sub("", stamp[0]).strip(), stamp["who"].strip(), said))
        elif found:
            last = found.pop()
            found.append(replace(last, words=f"{last.words}\n{line}"))
        else:
            found.append(ChatMessage("", "", line))
    return [one for one in found if not PICTURE.match(MARKS.sub("", one.words))]


def parted_chat(lines: list[str]) -> tuple[list[ChatMessage], list[ChatMessage]]:
    """The messages with what is to be read, and those of people who only answered.

    Who sent the text wrote at least one long message; where nobody did, all of them are read.
    """
    found = messages_of(lines)
    senders = {one.who for one in found if len(one.words) >= LONG_MESSAGE or not one.who}
    said = [one for one in found if one.who in senders]
    if not any(one.who for one in said):
        return found, []
    asides = asides_of(said)
    answers = [one for one in found if one.who not in senders]
    return [one for one in said if one not in asides], [*asides, *answers]


def asides_of(said: list[ChatMessage]) -> list[ChatMessage]:
    """What stands above a text and is none of it: who passes it on greets, asks, says for what."""
    long = (at for at, one in enumerate(said) if len(one.words) >= LONG_MESSAGE)
    above = said[: next(long, 0)]
    bold = [one for one in above if ALL_BOLD.match(MARKS.sub("", one.words).strip())]
    if bold:
        # A message that is bold as a whole is the headline; what is beside it is not.
        return [one for one in above if one not in bold]
    return [one for one in above if CHATTER.search(one.words.strip())]


def open_chat(layout: UnwrappedText) -> None:
    """Stamps, names, marks and emoji come off; the first stamp says when."""
    said, answers = parted_chat(layout.lines)
    lines: list[str] = []
    for one in said:
        if one.stamp:
            layout.take(PartKind.HEADERS, [one.stamp])
            day = STAMP.match(f"{one.stamp} ")
            layout.sent_on = layout.sent_on or (day_of(with_century(day["day"])) if day else None)
        lines += ["", *map(unmarked, one.words.split("\n"))]
    for one in answers:
        layout.take(PartKind.NOTE, [f"{one.stamp} {one.words}"])
    layout.lines = lines[1:]


def with_century(day: str) -> str:
    return re.sub(r"([/.-])(\d\d)$", r"\g<1>20\2", day)


def unmarked(line: str) -> str:
    """A line without what a chat makes bold or italic with, and without emoji."""
    line = EMOJI.sub("", MARKS.sub("", line))
    for _ in range(2):
        line = CHAT_MARK.sub(lambda found: found["words"], line)
    return re.sub(r"[ \t]{2,}", " ", line).strip()
