"""Announcing an article on every page, as the button of its publish page does."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from articles.languages import Language
from articles.models import Article, UrgentBanner, User
from articles.models.permissions import ANNOUNCE_URGENT
from articles.models.urgent import LONGEST_LINE, USUALLY_FOR


def may_announce(user: User, article: Article) -> bool:
    """Whether this person may announce an article that is open to them."""
    return user.has_perm(ANNOUNCE_URGENT) and article.is_open_to(user)


def announce(article: Article, language: Language, *, by: User) -> UrgentBanner:
    """Announce an article by its headline in a language, from when readers have it.

    One that waits takes the announcement with it to whatever moment it is moved to; one that is
    announced already is not announced twice.

    Raises:
        PermissionDenied: that is not theirs to do.
    """
    if not may_announce(by, article):
        raise PermissionDenied
    with transaction.atomic():
        # Whoever announces it at the same moment waits, and finds it announced.
        Article.objects.select_for_update(of=["self"]).get(pk=article.pk)
        return announcement_of(article, language) or announced_now(article, language)


def announcement_of(article: Article, language: Language) -> UrgentBanner | None:
    """The line by which an article is announced in a language, now or later."""
    lines = UrgentBanner.objects.not_over().filter(article=article)
    return next((one for one in lines if one.said("text", language) and not one.is_over()), None)


def announced_now(article: Article, language: Language) -> UrgentBanner:
    now = timezone.now()
    appears: datetime = article.appears_at(language) or now
    begins = max(appears, now)
    banner = UrgentBanner(
        article=article,
        begins_at=begins,
        ends_at=begins + USUALLY_FOR,
        goes_with_article=begins > now,
    )
    setattr(banner, language.field("text"), article.said("headline", language)[:LONGEST_LINE])
    banner.save()
    return banner
