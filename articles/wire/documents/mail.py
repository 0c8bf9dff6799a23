"""Mails (.eml): the text that was meant, out of what mail programs put around it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from email.message import Message

from django.utils.translation import gettext as _

from articles.text.extraction.labels import LABEL_ALONE

from ..fetch import WireError, decoded
from ..layout.heads import GREETING
from ..layout.mail_headers import PASSED_ON, QUOTED, day_of, passed_on_in, read_headers
from ..layout.unwrapping import rejoined
from ..mail_parts import file_name_of, header_of, is_believed, parse_mail
from ..sender_facts import of_mail
from . import web
from .document import MailAttachment, ReadDocument

MOST_PARTS = 200
MOST_ATTACHMENTS = 10
LONGEST_NAME = 60
"""Characters of the name of a file, where it is told among others."""
SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
LONGEST_TITLE = 160


def read(data: bytes) -> ReadDocument:
    """Read what a mail says, and list the files on it.

    Raises:
        WireError: nothing in it is text, or it is written by nobody's rules.
    """
    mail = parse_mail(data)
    if mail.get_content_type() in {"multipart/encrypted", "application/pkcs7-mime"}:
        raise WireError(_("The mail is encrypted: forward it in clear."))
    parts = [part for part, __ in zip(mail.walk(), range(MOST_PARTS), strict=False)]
    text, warnings = body_of(parts)
    sent_on = day_of(header_of(mail, "date"))
    found = ReadDocument(text, warnings, sent_on=sent_on, facts=of_mail(mail))
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
    subject = take_forwarded(found) or found_subject(mail)
    found.text = SIGNATURE.split(found.text, maxsplit=1)[0].strip() or found.text
    found.text = with_title(found.text, subject)
    return found


def names_of(files: list[MailAttachment]) -> str:
    """The names of files, each as long as a person reads it."""
    return ", ".join(" ".join(one.name.split())[:LONGEST_NAME] for one in files)


def body_of(parts: list[Message]) -> tuple[str, list[str]]:
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


def decoded_part(part: Message) -> tuple[str, list[str]]:
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


def is_file(part: Message) -> bool:
    is_text = part.get_content_type() in {"text/plain", "text/html"}
    return part.get_content_disposition() == "attachment" or (
        not part.is_multipart() and not is_text and bool(file_name_of(part))
    )


def files_of(parts: list[Message]) -> Iterator[MailAttachment]:
    """The files on a mail; pictures within its text are none."""
    for part in parts:
        data = part.get_payload(decode=True) if is_file(part) else None
        is_picture = part.get_content_maintype() == "image"
        if isinstance(data, bytes) and not is_picture:
            yield MailAttachment(file_name_of(part) or _("a file without a name"), data)


def without_files(data: bytes, harmful: Collection[bytes]) -> bytes:
    """The bytes of a mail without the files on it that could do harm; the rest is as it came."""
    mail = parse_mail(data)
    for part in mail.walk():
        if not part.is_multipart() and part.get_payload(decode=True) in harmful:
            del part["Content-Transfer-Encoding"]
            part.set_payload("This file could do harm, and was not kept.\n")
    try:
        return mail.as_bytes()
    except (ValueError, LookupError, TypeError, AttributeError):
        return b""


def names_of_pictures(parts: list[Message]) -> list[str]:
    """The pictures on a mail, and within its text, that have a name."""
    pictures = [one for one in parts if one.get_content_maintype() == "image"]
    return [name for one in pictures if (name := file_name_of(one))][:MOST_ATTACHMENTS]


def found_subject(mail: Message) -> str:
    return PASSED_ON.sub("", " ".join(header_of(mail, "subject").split())).strip()


def take_forwarded(found: ReadDocument) -> str:
    """Where a mail passes another on: the other one's text, and a word of what stood above.

    Returns:
        its subject.
    """
    lines = found.text.split("\n")
    mail = passed_on_in(lines)
    if mail is None:
        return ""
    said = read_headers(mail.headers)
    found.sent_on, found.sender = said.sent_on or found.sent_on, said.sender or found.sender
    found.text = "\n".join(QUOTED.sub("", line) for line in lines[mail.ends :]).strip()
    if above := " ".join("\n".join(lines[: mail.begins]).split()):
        words = above if len(above) <= 200 else f"{above[:199]}…"
        found.warnings.append(
            _("What was written above the forwarded mail was left out: “%s”") % words
        )
    return said.subject


def with_title(text: str, subject: str) -> str:
    """The text under the subject of its mail, where it does not begin with a title itself."""
    whole = text.strip()
    first = whole.split("\n", 1)[0].strip()
    if LABEL_ALONE.match(first):
        # « Communiqué de presse » stands above a title, and is none.
        rest = whole[len(first) :].strip()
        return f"{first}\n\n{with_title(rest, subject)}" if rest else whole
    is_greeting = GREETING.match(first) is not None
    is_whole = first.endswith((".", ",", "،", ":")) or is_greeting or len(first) > LONGEST_TITLE
    return text if not (first and subject) or not is_whole else f"{subject}\n\n{whole}"
