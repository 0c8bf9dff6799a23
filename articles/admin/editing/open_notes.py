"""Notes that asked for something, once it is done: are they dealt with?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext as _

from articles.admin.requests import person
from articles.models import Article, Note

from ..publication.checks import change_url


def ask_of_notes(request: HttpRequest, article: Article) -> None:
    """Lead whoever published changes to each note on the article that still waits for them."""
    for note in Note.objects.waiting_for(person(request)).filter(article=article):
        messages.info(
            request,
            format_html(
                '{} <q dir="auto">{}</q> <a href="{}#note-{}">{}</a>',
                _("A note to you on this article is still open:"),
                str(note),
                change_url(article),
                note.pk,
                _("Is it dealt with?"),
            ),
        )
