"""Which mail a delivery is at this moment: its article is asked again, as readers have it now."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from time import monotonic

from django.core.mail import EmailMultiAlternatives

from articles.languages import Language
from articles.models import (
    Article,
    Correction,
    MailDelivery,
    Mailing,
    Subscriber,
    Subscription,
)

from .news import Story, WrittenNews
from .queue import News, news_of, note_told
from .waiting_mails import waits_until

ASKED_FOR = 1.0
"""Seconds for which what the database said of an article is believed."""


class Composer:
    """Writes mails, and what many have in common once in a while."""

    def __init__(self) -> None:
        self.asked_at: dict[int, float] = {}
        self.articles: dict[int, Article | None] = {}
        self.corrections: dict[int, Correction | None] = {}
        self.digests: dict[int, list[News]] = {}
        self.stories: dict[tuple[int | None, Language, int | None], Story] = {}
        self.written: dict[tuple[object, ...], WrittenNews] = {}
        """By what they say, in which language: what is corrected meanwhile is written anew."""
        self.choices: dict[int, list[Subscription]] = {}

    def prepare(self, people: list[Subscriber]) -> None:
        """Read what some subscribers chose, in one query."""
        self.choices = defaultdict(list)
        rows = Subscription.objects.filter(subscriber__in=people, confirmed_at__isnull=False)
        for one in rows:
            self.choices[one.subscriber_id].append(one)

    def mail_for(
        self, one: MailDelivery, now: datetime
    ) -> EmailMultiAlternatives | datetime | None:
        """The mail; or the moment until which it waits; or nothing, where it is not to be sent."""
        if one.subscriber.paused_at or not one.subscriber.confirmed_at:
            return None
        mailing = one.mailing
        self.ask_again(mailing, now)
        if mailing.day:
            return self.digest_for(one)
        language, article = Language(mailing.language), self.articles[mailing.pk]
        if article is None or not self.still_wants(one.subscriber, article, language):
            return None
        if not article.is_live(language, now):
            return waits_until(article, mailing, now)
        correction = self.corrections[mailing.pk]
        if mailing.correction_id and correction is None:
            # It is hidden: it may be shown again.
            return waits_until(article, mailing, now)
        frame = Language(one.subscriber.language)
        story = self.story_of(News(article, language, correction))
        if (frame, story) not in self.written:
            self.written[frame, story] = WrittenNews.of_one(story, frame)
        return self.written[frame, story].to(one.subscriber, one.key)

    def still_wants(self, person: Subscriber, article: Article, language: Language) -> bool:
        """Whether a reader is told at once of an article, as they have it now on their own page."""
        wanted = self.choices.get(person.pk, [])
        is_told = any(concerns(one, article, language) for one in wanted)
        return is_told and person.rhythm == Subscriber.Rhythm.AT_ONCE

    def story_of(self, news: News) -> Story:
        article, language, correction = news
        key = (article.pk, language, correction.pk if correction else None)
        if key not in self.stories:
            self.stories[key] = Story.of(article, language, correction)
        return self.stories[key]

    def ask_again(self, mailing: Mailing, now: datetime) -> None:
        """Read what a mailing is about anew, unless that was done a moment ago."""
        asked_at = self.asked_at.get(mailing.pk)
        if asked_at is not None and monotonic() - asked_at < ASKED_FOR:
            return
        self.asked_at[mailing.pk] = monotonic()
        self.stories = {}
        if mailing.day:
            self.digests[mailing.pk] = list(news_of(mailing, now))
            note_told(mailing, self.digests[mailing.pk])
        else:
            rows = Article.objects.filter(mailings=mailing.pk, site_page="")
            found = rows.select_related("event").prefetch_related("tagged").first()
            self.articles[mailing.pk] = found
            shown = Correction.objects.shown(mailing.language).of_substance()
            wrong = shown.filter(pk=mailing.correction_id) if mailing.correction_id else None
            self.corrections[mailing.pk] = wrong.first() if wrong is not None else None

    def digest_for(self, one: MailDelivery) -> EmailMultiAlternatives | None:
        """What of the day somebody chose; nothing where that is nothing."""
        wanted = self.choices.get(one.subscriber_id, [])
        told = [
            news
            for news in self.digests[one.mailing_id]
            if any(is_chosen(choice, news.article, news.language) for choice in wanted)
        ]
        if not told:
            return None
        frame = Language(one.subscriber.language)
        # In the language that somebody is written to in first; each the newest first.
        told.sort(key=lambda news: news.language != frame)
        stories = [self.story_of(news) for news in told]
        key = (frame, *stories)
        if key not in self.written:
            self.written[key] = WrittenNews.of_day(stories, frame)
        return self.written[key].to(one.subscriber, one.key)


def is_chosen(choice: Subscription, article: Article, language: Language) -> bool:
    """Whether an article in a language is of what somebody chose, before it appeared."""
    appeared, confirmed = article.appears_at(language), choice.confirmed_at
    is_before = bool(confirmed and appeared and confirmed <= appeared)
    return is_before and concerns(choice, article, language)


def concerns(choice: Subscription, article: Article, language: Language) -> bool:
    """Whether it is of what somebody chose."""
    if choice.language != language.code:
        return False
    if choice.topic_id:
        return any(one.tag_id == choice.topic_id for one in article.tagged.all())
    if choice.event_id:
        event = article.event
        return event is not None and choice.event_id in {event.pk, event.parent_id}
    return True
