"""Every way to follow the newsroom without an account: feeds and calendars, per language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import translation

from articles.languages import Language
from articles.wire.feeds import absolute

from .pages import PublicPage


@dataclass(frozen=True)
class LanguageToFollow:
    """What one language can be followed by."""

    language: Language
    feeds: list[tuple[str, str]]
    """Name of the form, and address."""
    calendar: str

    @property
    def calendar_subscription(self) -> str:
        """The address that makes a calendar program subscribe and not copy once."""
        return f"webcal://{self.calendar.split('://', 1)[1]}"


def subscription(language: Language) -> LanguageToFollow:
    forms = [("RSS", "rss"), ("Atom", "atom"), ("JSON Feed", "json")]
    with translation.override(language.code):
        feeds = [(name, absolute(reverse("feed", args=[form]))) for name, form in forms]
        return LanguageToFollow(language, feeds, absolute(reverse("events_calendar")))


class FollowPage(PublicPage):
    page = "follow"
    template_name = "articles/follow.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        spoken = Language.active().then_others
        return super().get_context_data(
            subscriptions=[subscription(one) for one in spoken], **kwargs
        )
