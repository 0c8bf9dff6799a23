"""The front page of each language, as its editors compose it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from articles.languages import Language

from .articles import Article
from .cached_queries import cached
from .compositions import Composition, compose
from .date_fields import MomentField
from .record import Record, RecordQuerySet
from .text_fields import OneLineField
from .topics import Topic


class FrontPage(Record):
    """One per language. What nobody placed comes by itself (``compositions``)."""

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
        return front_page_of.first(language.code) or cls(language=language.code)

    def composed(self, at: datetime | None = None) -> Composition:
        """What readers see of it at a moment, now by default, in at most five queries.

        Its articles are read in its language, whatever that of who asks.
        """
        with translation.override(self.language):
            return compose(self, at)

    def placed(self, at: datetime) -> tuple[list[int], list[int], list[int]]:
        """The keys of the articles that lead, stand beside, and stay away, each in order."""
        is_read = "placements" in vars(self).get("_prefetched_objects_cache", {})
        asked: Iterable[Placement] = placements_on(self.pk) if self.pk else []
        placements = self.placements.all() if is_read else asked
        holding = [one for one in placements if one.holds(at)]
        leads, top, hidden = (
            [one.article_id for one in holding if one.spot == spot]
            for spot in (Placement.Spot.LEAD, Placement.Spot.TOP, Placement.Spot.HIDDEN)
        )
        return leads, top, hidden

    @transaction.atomic
    def copy_from(self, other: FrontPage) -> None:
        """Compose it as another language's: the same articles in their spots, the same sections.

        What is not published in this language yet appears in its spot as soon as it is.
        """
        self.placements.all().delete()
        self.sections.all().delete()
        now = timezone.now()
        for one in other.placements.all():
            if not one.ends_at or one.ends_at > now:
                self.placements.create(**{name: getattr(one, name) for name in Placement.COPIED})
        for section in other.sections.all():
            self.sections.create(topic=section.topic, order=section.order, size=section.size)
        self.river_size = other.river_size
        self.save()


@cached
def front_page_of(language: str) -> models.QuerySet[FrontPage]:
    return FrontPage.objects.filter(language=language)[:1]


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
    starts_at = MomentField(
        _("shown from"), null=True, blank=True, help_text=_("Empty: as soon as it is saved.")
    )
    ends_at = MomentField(
        _("until"), null=True, blank=True, help_text=_("Empty: until somebody takes it away.")
    )

    COPIED: ClassVar = ("article", "spot", "order", "starts_at", "ends_at")
    """What another language's front page takes over."""

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

    def clean(self) -> None:
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("It would end before it begins.")})

    def holds(self, at: datetime) -> bool:
        """Whether the article has its spot at a moment, if readers have it then."""
        has_begun = self.starts_at is None or self.starts_at <= at
        return has_begun and (self.ends_at is None or self.ends_at > at)

    def is_shown(self, at: datetime | None = None) -> bool:
        """Whether readers of its language find the article in its spot at a moment."""
        at = at or timezone.now()
        is_shown = self.spot != Placement.Spot.HIDDEN
        return self.holds(at) and is_shown and self.article.is_live(self.front_page.language, at)


@cached
def placements_on(front_page: int) -> models.QuerySet[Placement]:
    return Placement.objects.filter(front_page=front_page)


class Section(Record):
    """A topic that an editor chose for the front page, shown with its newest articles."""

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
