"""Whether readers have a text at a moment: as a condition on rows."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q

from articles.languages import Language

from .publication import Status


def has_appeared(at: datetime, language: Language, of: str = "") -> Q:
    """Its moment of publication in a language has come, and its embargo is over.

    Args:
        of: the way from the rows to the article, where they are others: ``"article__"``.
    """
    embargo, published_at = f"{of}embargoed_until", f"{of}{language.field('published_at')}"
    return (Q(**{embargo: None}) | Q(**{f"{embargo}__lte": at})) & Q(**{f"{published_at}__lte": at})


def is_live(at: datetime, language: Language, of: str = "") -> Q:
    """Readers of a language see it."""
    until, status = f"{of}{language.field('live_until')}", f"{of}{language.field('status')}"
    stays = Q(**{until: None}) | Q(**{f"{until}__gt": at})
    return has_appeared(at, language, of) & stays & Q(**{status: Status.PUBLISHED})


def is_live_somewhere(at: datetime, of: str = "") -> Q:
    """Readers of some language see it."""
    somewhere = Q()
    for language in Language.all():
        somewhere |= is_live(at, language, of)
    return somewhere
