"""The front page of each language, as its editors compose it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Window
from django.db.models.functions import RowNumber
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.languages import Language

from .articles import Article
from .date_fields import MomentField
from .record import Record, RecordQuerySet
from .text_fields import OneLineField
from .topics import Topic, TopicOfArticle


@dataclass(frozen=True)
class Composition:
    """What a front page shows, in its order."""

    lead: Article | None
    top: list[Article]
    river: list[Article]
    sections: list[tuple[Topic, list[Article]]]

    @property
    def articles(self) -> list[Article]:
        """Every article on it, once."""
        of_sections = [article for _, articles in self.sections for article in articles]
        return [*([self.lead] if self.lead else []), *self.top, *self.river, *of_sections]


class FrontPage(Record):
    """One per language. What nobody placed comes by itself, the newest first."""

    language = OneLineField(
        _("language"), max_length=10, choices=settings.LANGUAGES, unique=True, editable=False
    )
    river_size = models.PositiveSmallIntegerField(
        _("articles in the river"),
        default=10,
        validators=[MaxValueValidator(40)],
        help_text=_("The newest articles under the lead, those placed above not counted."),
    )

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")
        ordering = ["pk"]

    def __str__(self) -> str:
        return Language.get(self.language).name if self.language else self.key

    @classmethod
    def of(cls, language: Language | str | None = None) -> FrontPage:
        """The front page of a language; one as it comes where nobody has composed it yet."""
        language = Language.get(language)
        found = cls.objects.filter(language=language.code).first()
        return found or cls(language=language.code)

    def composed(self, at: datetime | None = None) -> Composition:
        """What readers see of it at a moment, now by default, in at most five queries."""
        at = at or timezone.now()
        leads, top, hidden = self.placed(at)
        newest = self.newest(at, without={*leads, *top, *hidden})
        sections = list(self.sections.select_related("topic")) if self.pk else []
        seen_above = {*leads, *top, *hidden, *newest[: self.river_size]}
        by_topic = self.newest_by_topic(at, sections, without=seen_above)
        wanted = {*leads, *top, *newest, *(key for keys in by_topic.values() for key in keys)}
        articles = Article.objects.live(at, self.language).for_list().in_bulk(wanted)

        # A lead that readers may not see leaves its spot to the next, then to the newest.
        chosen = [articles[key] for key in (*leads, *top) if key in articles]
        if not any(key in articles for key in leads):
            chosen = [articles[key] for key in newest[:1]] + chosen
            newest = newest[1:]
        river = [articles[key] for key in newest[: self.river_size]]
        shown = {article.pk for article in (*chosen, *river)}
        return Composition(
            lead=chosen[0] if chosen else None,
            top=chosen[1:],
            river=river,
            sections=self.filled(sections, by_topic, articles, shown),
        )

    def placed(self, at: datetime) -> tuple[list[int], list[int], list[int]]:
        """The keys of the articles that lead, stand beside, and stay away, each in order."""
        placements = self.placements.all() if self.pk else Placement.objects.none()
        holding = [one for one in placements if one.ends_at is None or one.ends_at > at]
        leads, top, hidden = (
            [one.article_id for one in holding if one.spot == spot]
            for spot in (Placement.Spot.LEAD, Placement.Spot.TOP, Placement.Spot.HIDDEN)
        )
        return leads, top, hidden

    def newest(self, at: datetime, without: set[int]) -> list[int]:
        """The keys of the newest articles: the river's, and one more in case none leads."""
        live = Article.objects.live(at, self.language).newest_first(self.language)
        return list(
            live.exclude(pk__in=without).values_list("pk", flat=True)[: self.river_size + 1]
        )

    def newest_by_topic(
        self, at: datetime, sections: list[Section], without: set[int]
    ) -> dict[int, list[int]]:
        """The keys of each section's newest articles, by the key of its topic, in one query."""
        by_topic: dict[int, list[int]] = defaultdict(list)
        if not sections:
            return by_topic
        date = f"content_object__{Language.get(self.language).field('published_at')}"
        rank = Window(
            RowNumber(),
            partition_by=F("tag"),
            order_by=[F(date).desc(), F("content_object").desc()],
        )
        # One more than a section shows of each: the one that may have become the lead.
        most = max(section.size for section in sections) + 1
        ranked = (
            TopicOfArticle.objects.filter(
                tag__in=[section.topic_id for section in sections],
                content_object__in=Article.objects.live(at, self.language).values("pk"),
            )
            .exclude(content_object__in=without)
            .annotate(rank=rank)
            .filter(rank__lte=most)
            .order_by("rank")
        )
        for topic, article in ranked.values_list("tag", "content_object"):
            by_topic[topic].append(article)
        return by_topic

    def filled(
        self,
        sections: list[Section],
        by_topic: dict[int, list[int]],
        articles: dict[int, Article],
        shown: set[int],
    ) -> list[tuple[Topic, list[Article]]]:
        """The sections that have something no other part of the page shows."""
        filled = []
        for section in sections:
            keys = [key for key in by_topic[section.topic_id] if key not in shown][: section.size]
            shown = shown | {*keys}
            if keys:
                filled.append((section.topic, [articles[key] for key in keys]))
        return filled


class Placement(Record):
    """An article that an editor puts in a spot of a front page, or keeps off it."""

    class Spot(models.TextChoices):
        LEAD = "lead", _("lead")
        TOP = "top", _("beside the lead")
        HIDDEN = "hidden", _("not on the front page")

    front_page = models.ForeignKey(
        FrontPage, models.CASCADE, related_name="placements", verbose_name=_("front page")
    )
    article = models.ForeignKey(
        Article, models.CASCADE, related_name="placements", verbose_name=_("article")
    )
    spot = OneLineField(_("spot"), max_length=10, choices=Spot, default=Spot.TOP)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    ends_at = MomentField(
        _("until"), null=True, blank=True, help_text=_("Empty: until somebody takes it away.")
    )

    class Meta:
        verbose_name = _("placed article")
        verbose_name_plural = _("placed articles")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["front_page", "article"],
                name="article_has_one_spot_on_a_front_page",
                violation_error_message=_("This article is on the front page already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_spot_display()}: {self.article}"

    def is_shown(self, at: datetime | None = None) -> bool:
        """Whether readers of its language find the article in its spot at a moment."""
        at = at or timezone.now()
        holds = self.ends_at is None or self.ends_at > at
        is_shown = self.spot != Placement.Spot.HIDDEN
        return holds and is_shown and self.article.is_live(self.front_page.language, at)


class Section(Record):
    """A topic with its newest articles, under the river."""

    front_page = models.ForeignKey(
        FrontPage, models.CASCADE, related_name="sections", verbose_name=_("front page")
    )
    topic = models.ForeignKey(
        Topic, models.CASCADE, related_name="sections", verbose_name=_("topic")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    size = models.PositiveSmallIntegerField(
        _("articles"), default=4, validators=[MinValueValidator(1), MaxValueValidator(12)]
    )

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["front_page", "topic"],
                name="topic_has_one_section_on_a_front_page",
                violation_error_message=_("This topic has a section already."),
            )
        ]

    def __str__(self) -> str:
        return str(self.topic)
