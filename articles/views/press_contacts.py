"""Whom the press may ask: of the newsroom as a whole, and of one text."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone

from articles.models import Article, PressContact, Topic, TopicOfArticle
from articles.models.cached_queries import cached

WITH_A_TEXT = 4
"""Contacts that stand with one text."""


def contacts_of(article: Article) -> list[PressContact]:
    """Those of its topics; of a text for the press, those of all topics as well."""
    for_press = article.kind in Article.FOR_THE_PRESS and not article.is_site_page
    return contacts_with(article.pk, timezone.localdate(), for_press=for_press)


@cached
def contacts_with(article: int, today: date, *, for_press: bool) -> QuerySet[PressContact]:
    ties = PressContact.topics.through.objects.filter(presscontact=OuterRef("pk"))
    topics = TopicOfArticle.objects.filter(content_object=article).values("tag")
    wanted = Q(Exists(ties.filter(topic__in=topics)))
    if for_press:
        wanted |= ~Q(Exists(ties))
    return PressContact.objects.public(today).filter(wanted)[:WITH_A_TEXT]


def contacts_of_all() -> list[PressContact]:
    """Whom the press may ask about anything."""
    return contacts_without_topic(timezone.localdate())


@cached
def contacts_without_topic(today: date) -> QuerySet[PressContact]:
    return PressContact.objects.of_all_topics(today)[:WITH_A_TEXT]


def all_contacts() -> list[PressContact]:
    """Every contact, each with the topics that readers know of."""
    shown = Prefetch("topics", Topic.objects.public().order_by("pk"))
    return list(PressContact.objects.public().prefetch_related(shown))
