"""The mail that tells a journalist what was wrong in a text that they were sent."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.utils import translation
from django.utils.translation import gettext as _

from articles.desk.envelopes import message_id, outside
from articles.desk.outgoing import SendMail
from articles.languages import Language
from articles.models import Article, Correction, EmbargoedCopy, Journalist, PressContact
from articles.models.identity import newsroom_name

from .posting import post_to

IN_A_MAIL = 2


def language_for(person: Journalist, language: Language) -> Language:
    """In which a journalist is written to, of a text in a language."""
    return Language.find(person.language) or language


def whom_to_ask() -> list[PressContact]:
    """The first whom journalists may ask about anything, named in a mail to them."""
    return list(PressContact.objects.of_all_topics()[:IN_A_MAIL])


def shown_corrections(article: Article, language: Language) -> list[Correction]:
    """What readers are told was wrong, the oldest first."""
    found = Correction.objects.filter(article=article).shown(language).of_substance()
    return sorted(found, key=lambda one: one.pk)


def send_corrections(content: dict[str, Any], send: SendMail) -> None:
    """Tell one journalist, unless readers have the text no more.

    Raises:
        RefusedError: their server says for good that it has no such mailbox.
        OSError: the server cannot take it now.
    """
    rows = EmbargoedCopy.objects.select_related("sending__article", "journalist")
    copy = rows.filter(key=content["copy"], journalist__in=Journalist.objects.reached()).first()
    if copy is None:
        return
    article, language = copy.sending.article, Language(copy.sending.language)
    wanted = content["corrections"]
    told = [one for one in shown_corrections(article, language) if one.key in wanted]
    if not told or not article.is_live(language):
        return
    post_to(copy.journalist, correction_mail(copy, told), send)


def correction_mail(copy: EmbargoedCopy, told: list[Correction]) -> EmailMultiAlternatives:
    """The mail: around the text in the language of the journalist, the text's own in its own."""
    person, article = copy.journalist, copy.sending.article
    language = Language(copy.sending.language)
    frame = language_for(person, language)
    headline = article.said("headline", language)
    with translation.override(frame.code):
        mail = outside(
            frame,
            _("CORRECTION – %(headline)s") % {"headline": headline},
            "corrected",
            {
                "headline": headline,
                "corrections": [
                    (frame.date(one.made_on), one.said("text", language)) for one in told
                ],
                "contacts": whom_to_ask(),
                "text_language": language,
                "newsroom": newsroom_name(),
                "address": f"{settings.SITE_URL}{article.url_in(language)}",
            },
        )
    mail.to = [person.address]
    mail.extra_headers["Message-ID"] = message_id("j", person.key, f"{copy.key}.{told[-1].key}")
    return mail
