"""A newsroom of this week, in both languages: topics, pictures, quotations, what is to come."""

from datetime import time, timedelta

from django.utils import timezone

from tests.factories import (
    ArticleFactory,
    CorrectionFactory,
    EventFactory,
    ImageFactory,
    QuoteFactory,
    TopicFactory,
)

LANGUAGES = ["fr", "ar"]


def an_article(number, *, topic=None, hours=None, **fields):
    """One in both languages, so many hours old: its number, by default."""
    at = timezone.now() - timedelta(hours=number if hours is None else hours, minutes=1)
    article = ArticleFactory(
        live=LANGUAGES,
        live_at=at,
        headline_fr=f"Nouvelle {number}",
        headline_ar=f"خبر {number}",
        slug_fr=f"nouvelle-{number}-fin",
        slug_ar=f"خبر-{number}-انتهى",
        **fields,
    )
    if topic:
        article.topics.add(topic)
    return article


def a_newsroom(articles=60, topics=6):
    """Of this week: topics, every second with a picture, quotations, corrections, what comes."""
    subjects = [TopicFactory(name_fr=f"Sujet {n}", name_ar=f"موضوع {n}") for n in range(topics)]
    image = ImageFactory()
    for number in range(1, articles + 1):
        article = an_article(
            number,
            topic=subjects[number % topics],
            kind="communique" if number % 9 == 8 else "news",
            lead_image=image if number % 2 else None,
        )
        if number % 4 == 0:
            QuoteFactory(article=article)
        if number % 10 == 0:
            CorrectionFactory(article=article)
    conference = EventFactory(starts_on=timezone.localdate() + timedelta(days=3), ends_on=None)
    for hour in range(9, 14):
        EventFactory(
            parent=conference,
            starts_on=conference.starts_on,
            starts_at=time(hour),
            ends_on=None,
            name_fr=f"Séance de {hour} heures",
            name_ar=f"جلسة الساعة {hour}",
        )
