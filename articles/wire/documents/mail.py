"""Mails (.eml): the text that was meant, out of what mail programs put around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from ..fetch import WireError, decoded
from ..layout.unwrapping import rejoined
from . import web
from .document import MailAttachment, ReadDocument

MOST_PARTS = 200
BOUNDARY = b"\n--"
MOST_BOUNDARIES = 2_000
"""Lines that may part a mail: taking it apart takes long where there are very many."""
MOST_ATTACHMENTS = 10
LONGEST_NAME = 60
"""Characters of the name of a file, where it is told among others."""
FORWARDED_WORDS = (
    "Forwarded message|Message transféré|Message d['’]origine|Original Message"
    "|الرسالة المعاد توجيهها|رسالة معاد توجيهها|الرسالة الأصلية"
)
FORWARDED_LINE = (
    "Begin forwarded message|Début du message (?:réexpédié|transféré)|بداية الرسالة المعاد توجيهها"
)
FORWARDED = re.compile(
    rf"^[> \t]*(?:-{{2,}}[ \t]*(?:{FORWARDED_WORDS})[ \t]*-{{2,}}|(?:{FORWARDED_LINE})[ \t]*:)"
    r"[ \t\r]*$",
    re.IGNORECASE | re.MULTILINE,
)
HEADER_LINE = re.compile(
    r"^[>\s*]*(?P<name>De|From|Date|Envoyé|Sent|Objet|Subject|Sujet|À|A|To|Cc|Répondre à|Reply-To|"
    r"من|التاريخ|الموضوع|إلى|Le)\s*\**\s*:\**\s*(?P<said>.*)$",
    re.IGNORECASE,
)
DATES = {"date", "sent", "envoyé", "التاريخ"}
SENDERS = {"de", "from", "من"}
FEWEST = 3
"""Lines of a header: fewer in a row may be a text’s own."""
PREFIX = re.compile(r"^(?:(?:re|fwd?|tr|réf|رد|إعادة توجيه|تحويل)\s*:\s*)+", re.IGNORECASE)
SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
MARKED = re.compile(r"^(?:>\s?)+", re.MULTILINE)
LONGEST_TITLE = 160
LATIN = ("iso-8859-1", "iso-8859-15", "windows-1252", "cp1252", "latin", "us-ascii")


def read(data: bytes) -> ReadDocument:
    """Read what a mail says, and list the files on it.

    Raises:
        WireError: nothing in it is text.
    """
    if data.count(BOUNDARY) > MOST_BOUNDARIES:
        raise WireError(_("The mail has far more parts than any: it was not read."))
    mail = message_from_bytes(data, policy=policy.default)
    if mail.get_content_type() in {"multipart/encrypted", "application/pkcs7-mime"}:
        raise WireError(_("The mail is encrypted: forward it in clear."))
    parts = [part for part, __ in zip(mail.walk(), range(MOST_PARTS), strict=False)]
    text, warnings = body_of(parts)
    found = ReadDocument(text, warnings, sent_on=day_of(mail))
    attachments = [*files_of(parts)]
    if left := attachments[MOST_ATTACHMENTS:]:
        found.about_files.append(
            _(
                "The mail has %(count)d files: only the first ones were taken in (%(most)d), and "
                "not: %(names)s."
            )
            % {"count": len(attachments), "most": MOST_ATTACHMENTS, "names": names_of(left)}
        )
    found.attachments = attachments[:MOST_ATTACHMENTS]
    if pictures := names_of_pictures(parts):
        told = _("The pictures on the mail were not taken in: %(names)s.")
        found.about_files.append(told % {"names": ", ".join(pictures)})
    found.warnings += found.about_files
    take_forwarded(found)
    found.text = SIGNATURE.split(found.text, maxsplit=1)[0].strip() or found.text
    found.text = with_title(found.text, found_subject(mail))
    return found


def names_of(files: list[MailAttachment]) -> str:
    """The names of files, each as long as a person reads it."""
    return ", ".join(" ".join(one.name.split())[:LONGEST_NAME] for one in files)


def body_of(parts: list[EmailMessage]) -> tuple[str, list[str]]:
    """The text among the parts: the plain one, else the one in HTML."""
    told = [one for one in parts if not one.is_multipart() and not is_file(one)]
    for kind in ("text/plain", "text/html"):
        said = [one for one in told if one.get_content_type() == kind]
        if not said:
            continue
        warnings: list[str] = []
        texts = []
        for part in said:
            words, remarks = decoded_part(part)
            warnings += [one for one in remarks if one not in warnings]
            is_page = kind == "text/html" or web.is_page(words)
            texts.append(web.words_of(words) if is_page else rejoined(words))
        if any(one.strip() for one in texts):
            return "\n\n".join(texts), warnings
    return "", []


def decoded_part(part: EmailMessage) -> tuple[str, list[str]]:
    """The letters of a part, which are often in another encoding than the mail says."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return "", []
    said = (part.get_content_charset() or "us-ascii").lower()
    if not is_believed(data, said):
        return decoded(data)
    try:
        return data.decode(said), []
    except (LookupError, UnicodeDecodeError):
        return decoded(data)


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


def is_file(part: EmailMessage) -> bool:
    is_text = part.get_content_type() in {"text/plain", "text/html"}
    return part.get_content_disposition() == "attachment" or (
        not part.is_multipart() and not is_text and part.get_filename() is not None
    )


def files_of(parts: list[EmailMessage]) -> Iterator[MailAttachment]:
    """The files on a mail; pictures within its text are none."""
    for part in parts:
        data = part.get_payload(decode=True) if is_file(part) else None
        is_picture = part.get_content_maintype() == "image"
        if isinstance(data, bytes) and not is_picture:
            yield MailAttachment(str(part.get_filename() or _("a file without a name")), data)


def names_of_pictures(parts: list[EmailMessage]) -> list[str]:
    """The pictures on a mail, and within its text, that have a name."""
    pictures = [one for one in parts if one.get_content_maintype() == "image"]
    return [str(one.get_filename()) for one in pictures if one.get_filename()][:MOST_ATTACHMENTS]


def day_of(mail: EmailMessage) -> date | None:
    return moment_of(str(mail.get("Date", "")))


def moment_of(said: str) -> date | None:
    try:
        moment = parsedate_to_datetime(said)
    except (ValueError, TypeError, IndexError):
        return None
    return timezone.localtime(moment).date() if moment.tzinfo else moment.date()


def found_subject(mail: EmailMessage) -> str:
    return PREFIX.sub("", " ".join(str(mail.get("Subject", "")).split())).strip()


def take_forwarded(found: ReadDocument) -> None:
    """Where a mail passes another on: the other one's text, and a word of what stood above."""
    parted = parted_at_forwarded(found.text)
    if parted is None:
        return
    above, rest = parted
    lines = MARKED.sub("", rest).strip().split("\n")
    while lines and (not lines[0].strip() or HEADER_LINE.match(lines[0])):
        line = HEADER_LINE.match(lines.pop(0))
        name = line["name"].lower() if line else ""
        if line and name in DATES:
            found.sent_on = moment_of(line["said"]) or found.sent_on
        if line and name in SENDERS:
            found.sender = line["said"].partition("<")[0].strip(' *"') or found.sender
    found.text = "\n".join(lines).strip()
    if above:
        words = " ".join(above.split())
        words = words if len(words) <= 200 else f"{words[:199]}…"
        found.warnings.append(
            _("What was written above the forwarded mail was left out: “%s”") % words
        )


def parted_at_forwarded(text: str) -> tuple[str, str] | None:
    """What stands above a mail that is passed on, and that mail with its header.

    Some programs put a line between, Outlook only the header.
    """
    if match := FORWARDED.search(text):
        return text[: match.start()].strip(), text[match.end() :]
    lines = text.split("\n")
    header: list[int] = []
    for at, line in enumerate(lines):
        if HEADER_LINE.match(line):
            header.append(at)
        elif line.strip():
            if len(header) >= FEWEST:
                break
            header = []
    if len(header) < FEWEST:
        return None
    return "\n".join(lines[: header[0]]).strip(), "\n".join(lines[header[0] :])


def with_title(text: str, subject: str) -> str:
    """The text under the subject of its mail, where it does not begin with a title itself."""
    first = text.strip().split("\n", 1)[0].strip()
    has_title = first and len(first) <= LONGEST_TITLE and not first.endswith((".", ",", "،", ":"))
    return text if has_title or not subject or not text.strip() else f"{subject}\n\n{text}"
