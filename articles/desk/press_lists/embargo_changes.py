"""What journalists are told whose mail names an hour that is the embargo's no more.

Who was sent a text holds a mail with its headline and the hour until which it waits. Where that
hour moves, or the text goes back to the desk, only another mail keeps them from publishing.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db.models import QuerySet
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from articles.desk.envelopes import message_id, outside
from articles.languages import Language
from articles.models import Article, EmbargoedCopy, Journalist
from articles.models.identity import newsroom_name
from articles.models.phases import Phase, by_the_clock

from .copies import arrived_copies, is_under_embargo, path_of
from .correction_mails import language_for

NOTHING = "nothing"
"""Says of a mail that it asks a journalist to publish nothing, whatever hour there is."""


def hour_of(article: Article, language: Language, at: datetime | None = None) -> datetime | None:
    """Until when a text waits; nothing where it waits for no hour."""
    return article.embargoed_until if is_under_embargo(article, language, at) else None


def holding_another_hour(
    article: Article, language: Language, at: datetime | None = None
) -> QuerySet[EmbargoedCopy]:
    """The copies whose journalists were told an hour at which they are not to publish."""
    now = at or timezone.now()
    found = in_hands(article, language)
    if article.is_live(language, now):
        return found.none()
    if ends := hour_of(article, language, now):
        # While it is not scheduled, nobody is to be told an hour who was asked to publish nothing.
        if article.phase_in(language, now) == Phase.READY:
            found = found.exclude(embargo_told=None)
        return found.exclude(embargo_told=ends)
    if article.was_read_in(language):
        return found.filter(embargo_told__gt=now)
    # The hour may have passed: readers here never had the text, and others may publish it yet.
    return found.exclude(embargo_told=None)


def without_a_schedule(
    article: Article, language: Language, at: datetime | None = None
) -> QuerySet[EmbargoedCopy]:
    """The copies that may be published at an hour at which readers here will have nothing.

    Their text is finished, and was never scheduled or is so no more.
    """
    found = in_hands(article, language).exclude(embargo_told=None)
    is_ready = article.phase_in(language, at) == Phase.READY
    return found if is_ready and hour_of(article, language, at) else found.none()


def in_hands(article: Article, language: Language) -> QuerySet[EmbargoedCopy]:
    """The copies that were sent and may be written about, in one language."""
    return arrived_copies(article, language).filter(taken_back_at=None).select_related("journalist")


def moved_mail(content: dict[str, Any]) -> EmailMultiAlternatives | None:
    """The mail to one journalist, as the embargo is now; nothing where they need none."""
    rows = EmbargoedCopy.objects.select_related("sending__article", "journalist")
    reached = Journalist.objects.reached()
    copy = rows.filter(key=content["copy"], taken_back_at=None, journalist__in=reached).first()
    if copy is None:
        return None
    article, language = copy.sending.article, Language(copy.sending.language)
    if article.is_live(language):
        return None
    is_asked_for_nothing = content["moved"] == NOTHING
    return embargo_mail(copy, None if is_asked_for_nothing else hour_of(article, language))


def embargo_mail(copy: EmbargoedCopy, ends: datetime | None) -> EmailMultiAlternatives:
    """The mail. Of a text that is back at the desk it says no word: it may be another by now."""
    person, article = copy.journalist, copy.sending.article
    language = Language(copy.sending.language)
    frame = language_for(person, language)
    headline = article.said("headline", language) if ends else ""
    with translation.override(frame.code):
        sent = by_the_clock(copy.sent_at or copy.created_at)
        subject = (
            _("EMBARGO MOVED – %(headline)s") % {"headline": headline}
            if ends
            else _("DO NOT PUBLISH – the text of %(moment)s") % {"moment": sent}
        )
        mail = outside(
            frame,
            subject,
            "moved",
            {
                "ends": by_the_clock(ends) if ends else "",
                "sent": sent,
                "headline": headline,
                "text_language": language,
                "newsroom": newsroom_name(),
                "address": f"{settings.SITE_URL}{path_of(copy)}" if ends else "",
            },
        )
    mail.to = [person.address]
    which = f"{copy.key}.{ends:%Y%m%d%H%M%S}" if ends else f"{copy.key}.back"
    mail.extra_headers["Message-ID"] = message_id("j", person.key, which)
    # It stands below the mail that named the other hour.
    mail.extra_headers["In-Reply-To"] = message_id("j", person.key, copy.key)
    return mail
