"""What appears and what leaves in the week to come, by the newsroom's days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from articles.languages import Language
from articles.models import Article, Phase, Status

from .queues import QueuedText

WEEK = timedelta(days=7)


@dataclass(frozen=True)
class UpcomingChange:
    """A text that appears, or leaves, at a moment of the week."""

    text: QueuedText
    moment: datetime
    leaves: bool = False

    @property
    def ends_embargo(self) -> bool:
        return not self.leaves and self.text.language_state.phase == Phase.EMBARGOED


@dataclass(frozen=True)
class UpcomingDay:
    """One day of the week to come."""

    date: date
    coming: list[UpcomingChange]


def coming_in(articles: list[Article], now: datetime) -> list[UpcomingChange]:
    """What becomes of these articles within the week, in the order of the moments."""
    found = []
    for article in articles:
        for language in Language.all():
            if article.status_in(language) != Status.PUBLISHED:
                continue
            appears, leaves = article.appears_at(language), article.live_until_in(language)
            for moment, is_leaving in ((appears, False), (leaves, True)):
                if moment and now < moment <= now + WEEK:
                    text = QueuedText(article, language, moment)
                    found.append(UpcomingChange(text, moment, is_leaving))
    return sorted(found, key=lambda one: one.moment)


def days(coming: list[UpcomingChange], now: datetime) -> list[UpcomingDay]:
    """Eight days by the newsroom's clock: the week that ends at this hour touches so many."""
    start = timezone.localdate(now)
    by_date: dict[date, list[UpcomingChange]] = {start + timedelta(days=n): [] for n in range(8)}
    for one in coming:
        by_date[timezone.localdate(one.moment)].append(one)
    return [UpcomingDay(day, found) for day, found in by_date.items()]
