"""The same story twice: an article of the last days with the same title, or from the same address.

Only what readers have is looked at: of a colleague's draft nobody learns anything here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _
from rapidfuzz.distance import Indel

from articles.languages import Language
from articles.text.folding import Level, folded

from .faults import Fault, shortened

if TYPE_CHECKING:
    from .articles import Article

LATELY = timedelta(days=7)
MOST = 300
"""Articles that are compared: the newest."""
ALIKE = 0.85
NUMBER = re.compile(r"\d+")


def published_already(article: Article, language: Language) -> Iterator[Fault]:
    """What readers have that says the same; asked of a text that they do not have yet."""
    headline, address = article.said("headline", language), article.source_url
    if article.working_copy_of_id or article.is_live(language) or not (headline or address):
        return
    others = type(article).objects.live(language=language).exclude(pk=article.pk)
    others = others.filter(created_at__gte=timezone.now() - LATELY).order_by("-created_at", "-pk")
    for other in others.only(language.field("headline"), "source_url")[:MOST]:
        title = other.said("headline", language)
        words = {"title": shortened(title)}
        if address and address == other.source_url:
            sentence = _("Readers have this from the same address at the source: %(title)s") % words
            yield Fault("source_url", sentence, record=other)
        elif is_alike(headline, title):
            sentence = _("Readers have an article of nearly the same title: %(title)s") % words
            yield Fault(language.field("headline"), sentence, record=other)


def is_alike(one: str, other: str) -> bool:
    """Whether titles have nearly the same words, in whatever order, and the same numbers."""
    if sorted(NUMBER.findall(one)) != sorted(NUMBER.findall(other)):
        return False
    words = [sorted(folded(title, Level.WORDS).split()) for title in (one, other)]
    return all(words) and Indel.normalized_similarity(*map(" ".join, words)) >= ALIKE
