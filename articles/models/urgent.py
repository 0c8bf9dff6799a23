"""What is announced on every page of readers for a while: an urgent line, in each language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import reduce
from operator import or_
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.languages import Language

from .cached_queries import cached
from .date_fields import MomentField
from .newsroom import Newsroom
from .phases import Phase, Timetable
from .record import Record, RecordQuerySet
from .site_pages import SitePage
from .text_fields import OneLineField

LONGEST_LINE = 200
USUALLY_FOR = timedelta(hours=2)
"""How long a line is announced that nobody gave another end."""
ENDS_AFTER_IT_BEGINS = _("It would end before it begins.")


def not_over(at: datetime, since: datetime) -> Q:
    """The condition on a line to be announced at a moment, or later.

    Args:
        at: the moment.
        since: ``USUALLY_FOR`` before it: what goes with an article that appeared then is over.
    """
    dates = ("embargoed_until", *(language.field("published_at") for language in Language.all()))
    waits = (Q(**{f"article__{name}__gt": since}) for name in dates)
    return Q(ends_at__gt=at) | Q(goes_with_article=True) & reduce(or_, waits)


class UrgentBannerQuerySet(RecordQuerySet):
    def not_over(self, at: datetime | None = None) -> Self:
        """Those that are announced now or later, whatever they lead to, and few others."""
        at = at or timezone.now()
        return self.filter(not_over(at, at - USUALLY_FOR)).select_related("article")

    def shown(self, at: datetime | None = None) -> list[UrgentBanner]:
        """Those whose time it is, whatever they lead to."""
        found: Any = self.not_over(at)
        return [one for one in found if one.is_shown(at)]


class UrgentBanner(Record):
    """One line. A language that has no words for it announces nothing."""

    text = OneLineField(
        _("announcement"),
        max_length=LONGEST_LINE,
        blank=True,
        help_text=_(
            "One sentence, as readers have it at the top of every page. Empty: nothing is "
            "announced in this language."
        ),
    )
    article = models.ForeignKey(
        "articles.Article",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="urgent_banners",
        verbose_name=_("article or page"),
        help_text=_(
            "The line leads to it, and is announced only while readers of the language have it. "
            "Empty: the line stands alone."
        ),
    )
    begins_at = MomentField(_("announced from"), default=timezone.now)
    ends_at = MomentField(
        _("until"),
        default=None,
        help_text=_("It goes by itself at this moment. To take it away at once: “End now”."),
    )

    goes_with_article = models.BooleanField(default=False, db_default=False, editable=False)
    """It begins when readers have the article, whenever that is now, and lasts as long as it was
    to last; so is one that was announced with a text that waits. A time set by hand ends that."""

    objects = UrgentBannerQuerySet.as_manager()

    title_field = "text"

    class Meta:
        verbose_name = _("urgent announcement")
        verbose_name_plural = _("urgent announcements")
        ordering = ["-begins_at", "-pk"]
        indexes = [models.Index(fields=["ends_at"], name="urgent_by_end")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("begins_at")), name="urgent_banner_ends_after_it_begins"
            )
        ]

    def clean(self) -> None:
        super().clean()
        if self.begins_at and self.ends_at and self.ends_at <= self.begins_at:
            raise ValidationError({"ends_at": ENDS_AFTER_IT_BEGINS})

    def validate_constraints(self, exclude: Any = None) -> None:
        """The promise of the dates is said at its field, by ``clean``."""
        super().validate_constraints({*(exclude or ()), "begins_at", "ends_at"})

    def save(self, *args: Any, **kwargs: Any) -> None:
        # The newsroom's row says to each page whether there is any: without one nothing is asked.
        Newsroom.the_one()
        super().save(*args, **kwargs)

    @property
    def times(self) -> tuple[datetime, datetime]:
        """From when until when it is announced, in the first language that has words for it."""
        language, article = self.language_of("text"), self.article
        if not self.goes_with_article or article is None or language is None:
            return self.begins_at, self.ends_at
        first = article.first_published_at_in(language)
        return with_article(self.begins_at, self.ends_at, article.appears_at(language), first)

    def is_shown(self, at: datetime | None = None) -> bool:
        """Whether it is its time, whatever it leads to."""
        begins, ends = self.times
        return begins <= (at or timezone.now()) < ends

    def is_over(self, at: datetime | None = None) -> bool:
        return self.times[1] <= (at or timezone.now())

    def end(self, at: datetime | None = None) -> None:
        """Take it away from readers now; one that has not begun never does."""
        at, (begins, ends) = at or timezone.now(), self.times
        self.begins_at = min(begins, at - timedelta(seconds=1))
        self.ends_at = min(ends, at)
        self.goes_with_article = False
        self.save()


def with_article(
    begins_at: datetime, ends_at: datetime, appears: datetime | None, first: datetime | None
) -> tuple[datetime, datetime]:
    """The times of a line that goes with its article.

    Args:
        begins_at: as it was when it was announced.
        ends_at: so, too.
        appears: when readers have the article, as its dates are now.
        first: when they first had it, if it was taken back since: it comes back unannounced.
    """
    if appears is None or first is not None:
        return begins_at, ends_at
    return appears, appears + (ends_at - begins_at)


@dataclass(frozen=True)
class UrgentLine:
    """What is announced in a language, and when."""

    text: str
    begins_at: datetime
    ends_at: datetime
    changed_at: datetime
    url: str = ""
    leads_to: Timetable | None = None
    """When readers have what it leads to: without that, the line is not said either."""

    def is_shown(self, at: datetime) -> bool:
        has_page = self.leads_to is None or self.leads_to.phase(at) == Phase.PUBLISHED
        return has_page and self.begins_at <= at < self.ends_at

    @property
    def dates(self) -> list[datetime]:
        """The moments at which a page that may show it changes."""
        of_page = self.leads_to and (self.leads_to.appears_at, self.leads_to.live_until)
        found = [self.changed_at, self.begins_at, self.ends_at, *(of_page or ())]
        return [one for one in found if one]


def urgent_lines(language: Language, now: datetime) -> tuple[UrgentLine, ...]:
    """What is announced in the active language now or later, the newest first."""
    return tuple(line_of(row) for row in lines_after(now, now - USUALLY_FOR, language=language))


@cached
def lines_after(
    now: datetime, since: datetime, *, language: Language
) -> QuerySet[UrgentBanner, Any]:
    of_article = ("slug", "status", "published_at", "live_until", "first_published_at")
    words = language.field("text")
    rows = UrgentBanner.objects.filter(not_over(now, since), **{f"{words}__gt": ""})
    return rows.values_list(
        words,
        "begins_at",
        "ends_at",
        "updated_at",
        "goes_with_article",
        "article",
        "article__site_page",
        "article__embargoed_until",
        *(f"article__{language.field(name)}" for name in of_article),
    )


def line_of(row: tuple[Any, ...]) -> UrgentLine:
    """The line that a row makes, in the language that is spoken."""
    text, begins_at, ends_at, changed_at, goes_with_it, *of_article = row
    line = UrgentLine(text, begins_at, ends_at, changed_at)
    article, page, embargo, slug, status, published_at, live_until, first = of_article
    if article is None:
        return line
    place = [slug] if page in {"", SitePage.OTHER} else []
    url = reverse(page or "article", args=place) if slug or not place else ""
    dates = Timetable(status, published_at, embargo, live_until)
    if goes_with_it:
        begins_at, ends_at = with_article(begins_at, ends_at, dates.appears_at, first)
    return replace(line, begins_at=begins_at, ends_at=ends_at, url=url, leads_to=dates)
