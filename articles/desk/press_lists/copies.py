"""A copy under embargo: while there is one, and where it is opened."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone, translation

from articles.desk.signed_links import Purpose, sealed
from articles.languages import Language
from articles.models import Article, EmbargoedCopy, Journalist
from articles.models.phases import Phase

SENT_IN = {Phase.READY, Phase.SCHEDULED, Phase.EMBARGOED}
"""Where a text stands that is finished, and that no reader has."""


def is_under_embargo(article: Article, language: Language, at: datetime | None = None) -> bool:
    """Whether a text waits for the end of an embargo, finished."""
    now = at or timezone.now()
    ends = article.embargoed_until
    return bool(ends and ends > now) and article.phase_in(language, now) in SENT_IN


def opens(copy: EmbargoedCopy, at: datetime | None = None) -> bool:
    """Whether a copy opens its text.

    Not while the text has no schedule and its journalist is asked to publish nothing of it.
    """
    article, language = copy.sending.article, Language(copy.sending.language)
    is_asked_for_nothing = copy.state == EmbargoedCopy.State.SENT and not copy.embargo_told
    if is_asked_for_nothing and article.phase_in(language, at) == Phase.READY:
        return False
    return is_under_embargo(article, language, at)


def arrived_copies(article: Article, language: Language) -> QuerySet[EmbargoedCopy]:
    """The copies that were sent, of a text in one language, to who is still written to."""
    found = EmbargoedCopy.objects.filter(
        sending__article=article,
        sending__language=language.code,
        state=EmbargoedCopy.State.SENT,
        journalist__in=Journalist.objects.reached(),
    )
    return found.order_by("pk")


def path_of(copy: EmbargoedCopy) -> str:
    """Where a copy is opened, in its text's language."""
    with translation.override(copy.sending.language):
        return reverse("embargoed", args=[sealed(Purpose.EMBARGOED, copy.key)])
