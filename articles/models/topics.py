"""Topics: taggit's tags, with a name and an address in each language."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from taggit.models import ItemBase

from .named_records import ListedRecord
from .pages import one_slug_per_language
from .record import Record


class Topic(ListedRecord):
    page = "topic"
    needed_by = (("Article", ("tagged__tag",)),)

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["name"]
        constraints = one_slug_per_language("topic")


class TopicOfArticle(Record, ItemBase):
    tag = models.ForeignKey(
        Topic, models.CASCADE, related_name="of_articles", verbose_name=_("topic")
    )
    content_object = models.ForeignKey(
        "articles.Article", models.CASCADE, related_name="tagged", verbose_name=_("article")
    )

    class Meta:
        verbose_name = _("topic of an article")
        verbose_name_plural = _("topics of articles")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["tag", "content_object"], name="article_has_a_topic_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.tag)
