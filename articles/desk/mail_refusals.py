"""What a mail server's refusal is about: the mailbox a mail is for, this mail for now, or us.

Only what is about the mailbox (RFC 3463, 3.2 and 3.3) counts against who has it. That a server
does not take our sender, our words or our way of sending says nothing of any reader.
"""

from __future__ import annotations

import re
import smtplib
from collections.abc import Iterable

from articles.models.mail_addresses import is_mail_address
from articles.models.mail_answers import GOES_AWAY, text

FOR_GOOD = 500
"""A mail server's answers from here on are final (RFC 5321, 4.2.1)."""
STATUS = re.compile(r"\b5\.(\d{1,3}\.\d{1,3})\b")
OF_A_MAILBOX = {
    "1.0", "1.1", "1.2", "1.3", "1.4", "1.6", "1.10",
    "2.0", "2.1", "2.2", "2.4",
    "4.1", "4.4",
}  # fmt: skip
"""Of these there is none, it is closed or full, or nobody knows the way to it. The rest of 5.1 is
about who sends (5.1.7, 5.1.8), 5.3 to 5.7 about servers, what is said, and who may send."""
SAYS_NOTHING = "0.0"
CODES_OF_A_MAILBOX = {550, 551, 552, 553, 556}
"""Where a server has no code of that kind (RFC 5321, 4.2.3; RFC 7504)."""
WORDS_ABOUT_US = re.compile(
    r"relay|spam|polic|block|black ?list|deny ?list|reputation|unsolicited|bulk|sender|authenti|"
    r"too many|not permitted|\b(?:spf|dkim|dmarc|rbl|dnsbl|rate|client|content)\b",
    re.IGNORECASE,
)


def says_of_mailbox(status: str, words: str) -> bool:
    """Whether what is final is so by the mailbox.

    Args:
        status: as a report has it, or nothing.
        words: of the server, which may have a status themselves.
    """
    found = [one for said in (status, words) for one in STATUS.findall(said)]
    known = next((one for one in found if one != SAYS_NOTHING), None)
    return known in OF_A_MAILBOX if known else WORDS_ABOUT_US.search(words) is None


def is_of_mailbox(refusal: Exception, to: Iterable[str]) -> bool:
    """Whether a server says for good that there is nobody at any of these addresses."""
    if isinstance(refusal, smtplib.SMTPRecipientsRefused):
        answers = refusal.recipients.values()
        return bool(answers) and all(
            code >= FOR_GOOD and is_at_mailbox(code, text(said)) for code, said in answers
        )
    if isinstance(refusal, smtplib.SMTPDataError):
        # Some servers look for a mailbox only once they have the mail.
        said = STATUS.findall(text(refusal.smtp_error))
        return refusal.smtp_code >= FOR_GOOD and bool(said) and said[0] in OF_A_MAILBOX
    # To an address that is none no mail can be made.
    return isinstance(refusal, ValueError) and not any(is_mail_address(one) for one in to)


def is_at_mailbox(code: int, words: str) -> bool:
    has_status = any(one != SAYS_NOTHING for one in STATUS.findall(words))
    return (has_status or code in CODES_OF_A_MAILBOX) and says_of_mailbox("", words)


def is_for_now(refusal: Exception) -> bool:
    """Whether a server refuses this mail for now, and goes on taking others."""
    if isinstance(refusal, smtplib.SMTPRecipientsRefused):
        codes = [code for code, __ in refusal.recipients.values()]
    elif isinstance(refusal, smtplib.SMTPDataError):
        codes = [refusal.smtp_code]
    else:
        return False
    return all(code < FOR_GOOD and code != GOES_AWAY for code in codes)


def is_of_us(refusal: Exception) -> bool:
    """Whether a server answers, and takes nothing of ours as it is."""
    return isinstance(refusal, smtplib.SMTPResponseException) and refusal.smtp_code >= FOR_GOOD


def is_closed(refusal: Exception) -> bool:
    """Whether a server has ended the connection, as some do after so many mails."""
    if isinstance(refusal, smtplib.SMTPRecipientsRefused):
        return any(code == GOES_AWAY for code, __ in refusal.recipients.values())
    if isinstance(refusal, smtplib.SMTPResponseException):
        return refusal.smtp_code == GOES_AWAY
    return isinstance(refusal, smtplib.SMTPServerDisconnected)
