"""The demo articles: the nth is the same on every machine."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from html import escape

from django.db import transaction
from django.utils import timezone

from articles.languages import Language
from articles.models import (
    Article,
    Correction,
    Mention,
    Quote,
    Status,
    TopicOfArticle,
    Translation,
)
from articles.search import index

from .phrases import Facts, count, languages, phrases, position_of, speech
from .translations import as_rows
from .world import FIRST_DAY, LAST_DAY, World, make_world, slug, subject

BATCH = 1000
SCHEDULED_AMONG = 200
"""Of so many, one in ten is scheduled: for each language, a week with something in it."""
# Numbers that the sentences are written for: after 11 to 99, Arabic has a thing in the singular.
COUNTED = range(11, 31)
LARGE = [number for number in range(60, 900) if number % 100 >= 11]
# Of a hundred articles, how many are in which state in each language.
STATES = [Status.PUBLISHED] * 88 + [Status.DRAFT] * 6 + [Status.IN_REVIEW] * 3 + [
    Status.READY, Status.READY, Status.WITHDRAWN]  # fmt: skip


class DemoArticle:
    """One article and all that hangs on it, unsaved."""

    def __init__(self, number: int, world: World) -> None:
        self.number, self.world = number, world
        self.key = f"demo-article-{number}"
        chance = self.chance = random.Random(self.key)
        number = chance.randrange(len(world.events))
        self.event = world.events[number] if chance.random() < 0.6 else None
        place, topic = subject(number)
        self.facts = Facts(
            place=place if self.event else chance.randrange(count("places")),
            topic=topic if self.event else chance.randrange(count("topics")),
            organization=chance.randrange(count("organizations")),
            person=chance.randrange(len(world.speakers)),
            number=chance.choice(COUNTED),
            large_number=chance.choice(LARGE),
        )
        # Enough sentences for 300 to 700 words, some of them twice in the longest.
        sentences = list(range(count("sentences")))
        chance.shuffle(sentences)
        self.sentences = sentences[: chance.randrange(11, len(sentences) + 1)]
        self.words = chance.sample(range(count("words")), 2)
        self.speech = chance.randrange(count("speeches"))
        self.headline = chance.randrange(count("headlines"))
        self.standfirst = chance.randrange(count("standfirsts"))
        self.day = self.day_of_report()
        self.moment = datetime.combine(
            self.day, time(chance.randrange(6, 22), chance.randrange(60)), tzinfo=UTC
        )
        # One in ten is written in one language only.
        self.languages = languages()
        if chance.random() < 0.1:
            self.languages = [chance.choice(self.languages)]
        self.article = self._article()

    def day_of_report(self) -> date:
        """While its event lasts, or on the day after; any day, where it covers none."""
        if self.event is None or self.event.starts_on is None:
            return FIRST_DAY + timedelta(days=self.chance.randrange((LAST_DAY - FIRST_DAY).days))
        length = ((self.event.ends_on or self.event.starts_on) - self.event.starts_on).days
        return self.event.starts_on + timedelta(days=self.chance.randrange(length + 2))

    def _article(self) -> Article:
        pictures = self.world.pictures
        article = Article(
            key=self.key,
            kind=self.chance.choice(Article.Kind.values),
            original_language=self.languages[0].code,
            byline=phrases(self.languages[0])["byline"],
            dateline=self.world.places[self.facts.place],
            source=self.chance.choice([None, *self.world.sources]),
            event=self.event,
            created_at=self.moment,
            updated_at=self.moment,
            # Two in three have a picture.
            lead_image=pictures[self.number % len(pictures)] if self.number % 3 else None,
        )
        article.own_reporting = article.source is None
        for language in self.languages:
            self._write(article, language)
        return article

    def _write(self, article: Article, language: Language) -> None:
        words = phrases(language)
        headline = self.facts.said(words["headlines"][self.headline], language)
        status = self.chance.choice(STATES)
        values = {
            "headline": headline,
            "local_byline": words["byline"],
            "slug": slug(headline, language, self.number),
            "standfirst": self.facts.said(words["standfirsts"][self.standfirst], language),
            "body": self.body(language),
            "status": status,
            "published_at": self.moment if status in {"published", "withdrawn"} else None,
        }
        for name, value in values.items():
            setattr(article, language.field(name), value)
        if self.number % 10 == 7 and self.number < SCHEDULED_AMONG and values["published_at"]:
            self._schedule(article, language)

    def _schedule(self, article: Article, language: Language) -> None:
        """Let it come out, or leave, within a week of the day on which the demo is made."""
        today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
        moment = today + timedelta(days=self.chance.randrange(1, 7), hours=self.moment.hour)
        match self.number // 10 % 4:
            case 0:
                setattr(article, language.field("live_until"), moment)
            case 1:
                article.embargoed_until = moment
            case _:
                setattr(article, language.field("published_at"), moment)

    def body(self, language: Language) -> str:
        return "".join(f"<p>{text}</p>" for text in self.paragraphs(language))

    def paragraphs(self, language: Language) -> list[str]:
        """Paragraphs of two sentences, with what was said in between."""
        words = phrases(language)
        said = [self.facts.said(words["sentences"][n], language) for n in self.sentences]
        paragraphs = [" ".join(said[n : n + 2]) for n in range(0, len(said), 2)]
        for place, spoken in zip((1, 4), self.words, strict=True):
            way = speech(self.speech + place, self.facts.person, language)
            paragraphs.insert(place, self.facts.said(way, language, words=words["words"][spoken]))
        return [escape(text, quote=False) for text in paragraphs]

    def quotes(self) -> Iterator[Quote]:
        for order, spoken in enumerate(self.words):
            quote = Quote(
                key=f"{self.key}-quote-{order}",
                article=self.article,
                speaker=self.world.speakers[self.facts.person],
                order=order,
            )
            for language in self.languages:
                setattr(quote, language.field("text"), phrases(language)["words"][spoken])
                position = position_of(self.facts.person, language)
                setattr(quote, language.field("position"), position)
            yield quote

    def mentions(self) -> Iterator[Mention]:
        bodies = self.world.organizations
        for shift in (0, 5):
            yield Mention(
                key=f"{self.key}-mention-{shift}",
                article=self.article,
                organization=bodies[(self.facts.organization + shift) % len(bodies)],
            )

    def topics(self) -> Iterator[TopicOfArticle]:
        topics = self.world.topics
        tags = [topics[(self.facts.topic + shift) % len(topics)] for shift in (0, 7)]
        for number, tag in enumerate(dict.fromkeys(tags)):
            yield TopicOfArticle(
                key=f"{self.key}-topic-{number}", content_object=self.article, tag=tag
            )

    def corrections(self) -> Iterator[Correction]:
        if self.number % 50 == 0:
            correction = Correction(
                key=f"{self.key}-correction",
                article=self.article,
                made_on=self.day + timedelta(days=1),
            )
            for language in self.languages:
                text = self.facts.said(phrases(language)["correction"], language)
                setattr(correction, language.field("text"), text)
            yield correction


def seed(articles: int, progress: Callable[[int], None]) -> int:
    """Have that many demo articles; those already there stay. Returns how many were added.

    Args:
        articles: how many there shall be.
        progress: called with the number done after each batch.
    """
    world = make_world()
    added = 0
    for start in range(0, articles, BATCH):
        keys = [f"demo-article-{n}" for n in range(start, min(start + BATCH, articles))]
        there = set(Article.objects.filter(key__in=keys).values_list("key", flat=True))
        missing = [DemoArticle(start + n, world) for n, key in enumerate(keys) if key not in there]
        with transaction.atomic():
            write_batch(missing)
        added += len(missing)
        progress(start + len(keys))
    return added


def write_batch(batch: list[DemoArticle]) -> None:
    """Save a batch with all that hangs on it, one statement per table."""
    Article.objects.bulk_create([one.article for one in batch])
    Quote.objects.bulk_create([row for one in batch for row in one.quotes()])
    Mention.objects.bulk_create([row for one in batch for row in one.mentions()])
    TopicOfArticle.objects.bulk_create([row for one in batch for row in one.topics()])
    Correction.objects.bulk_create([row for one in batch for row in one.corrections()])
    Translation.objects.bulk_create(as_rows(batch))
    index.update_index(Article, [one.article.pk for one in batch])
