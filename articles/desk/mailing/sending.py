"""The sending to subscribers: one process at a time, mail by mail, over one connection.

What is sent is written down a few mails at a time: at most those few are sent again, under the same
name by which mailboxes know them, where a process is killed outright. One that is told to stop
writes down what it did. A mail that is refused, or cannot be made, is put off and in the way of no
other. A server that does not answer ends the run, and so does one that takes nothing of ours: the
next run goes on where it stopped.
"""

from __future__ import annotations

import logging
import secrets
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected
from time import monotonic

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from articles.desk.mail_refusals import (
    is_for_now,
    is_of_mailbox,
    is_of_us,
)
from articles.desk.outgoing import SendMail, one_connection
from articles.models import MailDelivery, MailRun
from articles.models.deliveries import KEPT_FOR
from articles.models.mail_answers import (
    RefusedInARow,
    is_about_one,
    words_for_log,
    words_of,
    words_without_address,
)

from .compose import ASKED_FOR, Composer
from .finishing import finish_done
from .queue import queue
from .subscribing import forget
from .waiting_mails import wake

logger = logging.getLogger("newsroom.mailing")

BATCH = 50
"""Mails that are taken together."""
WRITTEN_TOGETHER, WRITTEN_AFTER = 10, 0.25
"""So many mails, or those of so many seconds, are written down as sent in one go."""
HELD_FOR = timedelta(minutes=10)
"""How long mails that were taken are this process's, which may be stopped meanwhile."""
LOCKED_FOR = timedelta(minutes=3)
LOCK_AGAIN_AFTER = 30.0
"""Seconds after which a process says again that it is at work."""
MOST_TRIES = 6
LONGEST_PAUSE = timedelta(hours=6)
State = MailDelivery.State


class ServerAwayError(Exception):
    """The mail server does not answer: the rest waits."""


class RefusedForUsError(ServerAwayError):
    """It answers, and refuses for our sake: the rest waits, and nobody's address is to blame."""


@dataclass
class RunOutcome:
    """What came of a run."""

    counted: Counter[str] = field(default_factory=Counter)
    is_another_at_work: bool = False
    forgotten: int = 0
    error: str = ""
    is_refused: bool = False
    """Whether the server answers, and takes nothing of ours."""
    refused_with: str = ""
    """What was said of a mail that was put off while others went."""
    waiting: int = 0
    seconds: float = 0.0


def run(
    at: datetime | None = None, progress: Callable[[int], None] = lambda _sent: None
) -> RunOutcome:
    """Tell subscribers all that is due, unless another process is about it."""
    holder, begun = secrets.token_hex(10), monotonic()
    outcome = RunOutcome()
    if not MailRun.take(holder, LOCKED_FOR):
        outcome.is_another_at_work = True
        return outcome
    try:
        outcome.forgotten = forget(at)
        wake(at)
        queue(at)
        send_all(Sender(holder, outcome, progress, at))
        finish_done(at)
    finally:
        MailRun.let_go(holder)
    outcome.waiting = MailDelivery.objects.filter(state=State.WAITING).count()
    outcome.seconds = monotonic() - begun
    if outcome.counted:
        counted = {f"{state}": number for state, number in outcome.counted.items()}
        logger.info("Mails to subscribers: %s, %d wait", counted, outcome.waiting)
    return outcome


def send_all(sender: Sender) -> None:
    """Send what is due; where the server takes nothing, say so and leave the rest."""
    outcome = sender.outcome
    try:
        sender.send_all()
    except ServerAwayError as away:
        outcome.error, outcome.is_refused = f"{away}", isinstance(away, RefusedForUsError)
        said = "refuses our mails" if outcome.is_refused else "does not answer"
        logger.warning("The mail server %s, the rest waits: %s", said, away)


@dataclass
class Sender:
    """One process that sends."""

    holder: str
    outcome: RunOutcome
    progress: Callable[[int], None]
    at: datetime | None = None
    """As it is; the clock's, but in tests."""
    locked_at: float = field(default_factory=monotonic)
    settled: dict[State, list[int]] = field(default_factory=lambda: defaultdict(list))
    """What became of mails since that was last written down."""
    written_at: float = field(default_factory=monotonic)
    refused: RefusedInARow = field(default_factory=RefusedInARow)

    @property
    def now(self) -> datetime:
        return self.at or timezone.now()

    def send_all(self) -> None:
        """Send what is due until there is no more.

        Raises:
            ServerAwayError: the server does not answer.
        """
        composer = Composer()
        with one_connection() as send:
            while batch := self.taken():
                self.send_some(batch, composer, send)

    def taken(self) -> list[MailDelivery]:
        """The next few, which are then this process's for a while."""
        with transaction.atomic():
            due = MailDelivery.objects.due(self.now).select_for_update(
                skip_locked=True, of=["self"]
            )
            keys = list(due.values_list("pk", flat=True)[:BATCH])
            until = self.now + HELD_FOR
            MailDelivery.objects.filter(pk__in=keys).update(tries=F("tries") + 1, due_at=until)
        rows = MailDelivery.objects.filter(pk__in=keys).order_by("pk")
        return list(rows.select_related("mailing", "subscriber"))

    def send_some(self, batch: list[MailDelivery], composer: Composer, send: SendMail) -> None:
        composer.prepare([one.subscriber for one in batch])
        taken_at = monotonic()
        for number, one in enumerate(batch):
            self.keep_lock()
            if monotonic() - taken_at > ASKED_FOR and not is_wanted(one):
                # Its reader has left since.
                continue
            try:
                self.send_one(one, composer, send)
            except BaseException as stopped:
                # The server is away, or somebody stops the process.
                self.write_down()
                give_back([other.pk for other in batch[number:]])
                if isinstance(stopped, RefusedForUsError):
                    self.leave_for_later(one, refused_with(one, stopped.__cause__))
                elif isinstance(stopped, ServerAwayError):
                    self.leave_where_it_broke(one, stopped.__cause__)
                raise
        self.write_down()

    def send_one(self, one: MailDelivery, composer: Composer, send: SendMail) -> None:
        try:
            mail = composer.mail_for(one, self.now)
        except Exception as error:
            self.not_made(one, error)
            return
        if mail is None:
            self.settle(one, State.DROPPED)
            return
        if isinstance(mail, datetime):
            # It is under an embargo again, scheduled or taken back: it waits (waiting_mails.py).
            MailDelivery.objects.filter(pk=one.pk).update(due_at=mail, tries=0)
            self.outcome.counted["put off"] += 1
            return
        try:
            send(mail)
        except Exception as refusal:
            self.not_sent(one, refusal)
        else:
            self.refused.note_taken()
            self.settle(one, State.SENT)
            if self.outcome.counted[State.SENT] % 1000 == 0:
                self.progress(self.outcome.counted[State.SENT])

    def not_sent(self, one: MailDelivery, refusal: Exception) -> None:
        """Give it up, try it later, or find that the server is away.

        Raises:
            ServerAwayError: it is.
            RefusedForUsError: it takes nothing of ours as it is.
        """
        if is_of_mailbox(refusal, [one.subscriber.address]):
            one.subscriber.note_bounce(words_of(refusal), self.now)
            self.settle(one, State.FAILED)
        elif is_for_now(refusal):
            later = self.now + pause_after(one.tries)
            if one.tries >= MOST_TRIES:
                self.settle(one, State.FAILED)
            else:
                MailDelivery.objects.filter(pk=one.pk).update(due_at=later)
                self.outcome.counted["put off"] += 1
        elif is_about_one(refusal):
            self.not_taken(one, refusal)
        elif is_of_us(refusal):
            raise RefusedForUsError(words_without_address(refusal)) from refusal
        elif isinstance(refusal, OSError):
            # smtplib's errors are among these.
            raise ServerAwayError(words_without_address(refusal)) from refusal
        else:
            raise refusal

    def not_made(self, one: MailDelivery, error: Exception) -> None:
        """Put off a mail that cannot be written: what is wrong in one text stops no other.

        Raises:
            Exception: it is not the mail's: the database is away.
        """
        if not is_about_one(error):
            raise error
        self.not_taken(one, error)

    def not_taken(self, one: MailDelivery, refusal: Exception) -> None:
        """Put off one mail, or find that it is not this one that is refused.

        Raises:
            RefusedForUsError: several in a row are refused in the same words.
        """
        words, told = words_without_address(refusal), words_for_log(refusal)
        logger.warning("A mail to a subscriber is not taken, and tried again: %s: %s", one, told)
        self.outcome.refused_with = words
        rows: QuerySet[MailDelivery] = MailDelivery.objects.filter(pk=one.pk)
        if self.refused.is_of_all(one.subscriber_id, refusal):
            if isinstance(refusal, OSError):
                raise RefusedForUsError(words) from refusal
            # No server said it: it is the text that cannot be made a mail.
            rows = refused_with(one, refusal)
        self.leave_for_later(one, rows)

    def leave_for_later(self, one: MailDelivery, rows: QuerySet[MailDelivery]) -> None:
        """Put off what a server refused, so that it is in the way of nothing else.

        Args:
            one: that was refused last.
            rows: what would be refused in the same words.
        """
        is_old = one.mailing.created_at < self.now - KEPT_FOR and one.tries >= MOST_TRIES
        if is_old:
            self.outcome.counted[State.FAILED] += rows.update(state=State.FAILED)
            return
        rows.filter(pk=one.pk).update(tries=one.tries)
        # As tried: what has not been waits for its article (waiting_mails.py).
        rows.filter(tries=0).update(tries=1)
        rows.update(due_at=self.now + pause_after(one.tries))
        self.outcome.counted["put off"] += 1

    def leave_where_it_broke(self, one: MailDelivery, why: BaseException | None) -> None:
        """Have a mail at which the connection breaks each time come after the others."""
        if not isinstance(why, SMTPServerDisconnected | TimeoutError):
            return
        rows = MailDelivery.objects.filter(pk=one.pk, state=State.WAITING)
        rows.update(tries=one.tries)
        if one.tries > 1:
            rows.update(due_at=self.now + pause_after(one.tries - 2))

    def settle(self, one: MailDelivery, state: State) -> None:
        """Remember what became of a mail; it is written down with a few others, very soon."""
        self.settled[state].append(one.pk)
        self.outcome.counted[state] += 1
        number = sum(len(keys) for keys in self.settled.values())
        if number >= WRITTEN_TOGETHER or monotonic() - self.written_at > WRITTEN_AFTER:
            self.write_down()

    def write_down(self) -> None:
        if self.settled:
            with transaction.atomic():
                for state, keys in self.settled.items():
                    MailDelivery.objects.filter(pk__in=keys).update(state=state)
            self.settled.clear()
        self.written_at = monotonic()

    def keep_lock(self) -> None:
        if monotonic() - self.locked_at > LOCK_AGAIN_AFTER:
            MailRun.take(self.holder, LOCKED_FOR)
            self.locked_at = monotonic()


def is_wanted(one: MailDelivery) -> bool:
    return MailDelivery.objects.filter(pk=one.pk, state=State.WAITING).exists()


def give_back(keys: list[int]) -> None:
    """What was taken and not sent is due again."""
    rows = MailDelivery.objects.filter(pk__in=keys, state=State.WAITING)
    rows.update(due_at=timezone.now(), tries=F("tries") - 1)


def pause_after(tries: int) -> timedelta:
    return min(timedelta(minutes=10 * 2 ** min(tries, 10)), LONGEST_PAUSE)


def refused_with(one: MailDelivery, refusal: BaseException | None) -> QuerySet[MailDelivery]:
    """What a server would refuse for the same reason, now that several were.

    That is one mail, where it was refused at its address; all that say the same, where it was for
    what they say; and none, where the server took no mail at all.
    """
    waiting = MailDelivery.objects.filter(state=State.WAITING)
    if isinstance(refusal, SMTPRecipientsRefused):
        return waiting.filter(pk=one.pk)
    if refusal is not None and is_about_one(refusal):
        return waiting.filter(mailing=one.mailing_id)
    return waiting.none()
