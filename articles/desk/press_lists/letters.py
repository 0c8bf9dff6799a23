"""The mail that brings a journalist a text under embargo: a note, the moment, their own link."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.tasks import task
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from articles.desk.envelopes import message_id, outside
from articles.desk.outgoing import SendMail, one_connection
from articles.languages import Language
from articles.models import Delivery, EmbargoedCopy
from articles.models.connections import no_connection_kept
from articles.models.deliveries import RefusedError
from articles.models.identity import newsroom_name
from articles.models.phases import by_the_clock

from .copies import is_under_embargo, path_of
from .correction_mails import language_for, send_corrections, whom_to_ask
from .embargo_changes import moved_mail
from .posting import post_to

State = EmbargoedCopy.State


@task(backend="mail")
def send_copies() -> int:
    """Send the copies that wait."""
    with no_connection_kept(), one_connection() as send:
        one_copy = partial(send_copy, send=send)
        return Delivery.objects.deliver(Delivery.Kind.EMBARGOED, one_copy, give_up)


def send_copy(content: dict[str, Any], send: SendMail) -> None:
    """Send one copy, as its article is now: nothing where its embargo is over or it was taken back.

    What names corrections is a mail of these; another says that the embargo has moved.

    Raises:
        RefusedError: its server says for good that it has no such mailbox.
        Exception: the server is away, or takes nothing of ours: it is sent later.
    """
    if "corrections" in content:
        send_corrections(content, send)
        return
    if "moved" in content:
        tell_moved(content, send)
        return
    rows = EmbargoedCopy.objects.select_related("sending__article", "journalist")
    copy = rows.filter(key=content["copy"], state=State.WAITING).first()
    if copy is None:
        return
    article, language = copy.sending.article, Language(copy.sending.language)
    if copy.taken_back_at or not is_under_embargo(article, language):
        settle(copy, State.DROPPED)
        return
    try:
        post_to(copy.journalist, copy_mail(copy), send)
    except RefusedError:
        settle(copy, State.FAILED)
        raise
    settle(copy, State.SENT, told=article.embargoed_until)


def tell_moved(content: dict[str, Any], send: SendMail) -> None:
    """Tell one journalist that the embargo has moved, as it is now."""
    mail, copy = moved_mail(content), EmbargoedCopy.objects.filter(key=content["copy"])
    if mail is not None:
        post_to(copy.select_related("journalist").get().journalist, mail, send)


def give_up(content: dict[str, Any]) -> None:
    """Say of a copy that it did not go: who sends it may do so again."""
    waiting = EmbargoedCopy.objects.filter(key=content["copy"], state=State.WAITING)
    waiting.update(state=State.FAILED)


def settle(copy: EmbargoedCopy, state: State, told: datetime | None = None) -> None:
    sent_at = timezone.now() if state == State.SENT else None
    rows = EmbargoedCopy.objects.filter(pk=copy.pk)
    rows.update(state=state, sent_at=sent_at, embargo_told=told)


def copy_mail(copy: EmbargoedCopy) -> EmailMultiAlternatives:
    """The mail: around the text in the language of the journalist, the text's own in its own."""
    sending, person = copy.sending, copy.journalist
    article, language = sending.article, Language(sending.language)
    frame = language_for(person, language)
    with translation.override(frame.code):
        ends = by_the_clock(article.embargoed_until or timezone.now())
        headline = article.said("headline", language)
        mail = outside(
            frame,
            _("UNDER EMBARGO – %(headline)s") % {"headline": headline},
            "embargoed",
            {
                "person": person,
                "ends": ends,
                "headline": headline,
                "standfirst": article.said("standfirst", language),
                "text_language": language,
                "note": sending.note,
                "contacts": whom_to_ask(),
                "newsroom": newsroom_name(),
                "address": f"{settings.SITE_URL}{path_of(copy)}",
            },
        )
    mail.to = [person.address]
    mail.extra_headers["Message-ID"] = message_id("j", person.key, copy.key)
    return mail
