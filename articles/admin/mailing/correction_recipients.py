"""After a correction is published: who was sent the text before, with the way to write to them."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.desk.press_lists import embargoed
from articles.languages import Language
from articles.models import Article

from ..requests import person
from .embargoed import sending_url


def tell_of_journalists(request: HttpRequest, live: Article) -> None:
    """Say to who may write to them that journalists have the text as it was before."""
    if not embargoed.may_send(live, person(request)) or not live.embargoed_sendings.exists():
        return
    counted = embargoed.number_to_be_told(live)
    if not counted:
        return
    ways = format_html_join(
        " · ",
        '<a href="{}">{}</a>',
        ((sending_url(live, one), in_language(one, number)) for one, number in counted),
    )
    said = _("Journalists were sent this text under embargo, as it was before. Write to them:")
    messages.warning(request, format_html("{} {}", said, ways))


def in_language(language: Language, number: int) -> str:
    """« 4 journalistes (français) »."""
    words = ngettext(
        "%(count)d journalist (%(language)s)", "%(count)d journalists (%(language)s)", number
    )
    return words % {"count": number, "language": Language.active().name_of(language)}
