"""What a mail server said to a mail, in words for a log; and whether that concerns one mail alone.

One that is refused is in the way of no other. Only where several in a row, each to somebody else,
are refused in the same words is it believed that the server takes nothing of ours.
"""

from __future__ import annotations

import re
import smtplib
from traceback import format_tb

from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError

GOES_AWAY = 421
"""What a server says that ends the connection, whatever it was asked."""
ADDRESS = re.compile(r"<?[^\s<>@]{1,100}@[^\s<>]{1,255}>?")
HAS_A_DIGIT = re.compile(r"\S*\d\S*")
"""What is other in each answer: the number of a mail, the hour."""
SEVERAL, MANY = 3, 10
"""So many refusals in a row are believed of a server that has taken nothing yet, and of another."""


def text(said: str | bytes) -> str:
    return said.decode(errors="replace") if isinstance(said, bytes) else said


def words_of(refusal: BaseException) -> str:
    """What a server said to it, in one line: « 550 5.1.1 No such user »."""
    words = f"{refusal}"
    if isinstance(refusal, smtplib.SMTPRecipientsRefused):
        code, said = next(iter(refusal.recipients.values()))
        words = f"{code} {text(said)}"
    elif isinstance(refusal, smtplib.SMTPResponseException):
        words = f"{refusal.smtp_code} {text(refusal.smtp_error)}"
    return " ".join(words.split())[:200]


def words_without_address(refusal: BaseException) -> str:
    """The same where it is logged: whom a mail was for is nobody's to read there."""
    return ADDRESS.sub("…@…", words_of(refusal))


def words_for_log(refusal: BaseException) -> str:
    """What a log says of it: a server's words; of an error of ours where it arose as well.

    It is no traceback as Python writes them: addresses stand in the last line of these.
    """
    if isinstance(refusal, smtplib.SMTPException):
        return words_without_address(refusal)
    where = "".join(format_tb(refusal.__traceback__))
    return f"{type(refusal).__name__}: {words_without_address(refusal)}\n{where}"


def is_about_one(refusal: BaseException) -> bool:
    """Whether one mail is refused, or cannot be made, and others may go all the same.

    What a server says to the name of who sends, to a password or before it hears of any mail is
    said of all; so is whatever ends the connection.
    """
    if isinstance(refusal, smtplib.SMTPRecipientsRefused):
        return all(code != GOES_AWAY for code, __ in refusal.recipients.values())
    if isinstance(refusal, smtplib.SMTPDataError):
        return refusal.smtp_code != GOES_AWAY
    # smtplib's other errors are among those of the system.
    ours = OSError | DatabaseError | ImproperlyConfigured
    return isinstance(refusal, Exception) and not isinstance(refusal, ours)


class RefusedInARow:
    """Mails that were refused one after the other in the same words."""

    def __init__(self) -> None:
        self.words = ""
        self.people = set[object]()
        self.enough = SEVERAL

    def note_taken(self) -> None:
        self.people.clear()
        self.enough = MANY

    def is_of_all(self, person: object, refusal: BaseException) -> bool:
        """Note one more, and whether it is not these mails that are refused, but ours.

        Args:
            person: for whom it was: the same one twice says no more.
            refusal: of the server, or why the mail could not be made.
        """
        words = HAS_A_DIGIT.sub("", words_without_address(refusal))
        words = f"{type(refusal).__name__} {words_of(refusal)[:4]} {words}"
        if words != self.words:
            self.words = words
            self.people.clear()
        self.people.add(person)
        return len(self.people) >= self.enough
