"""Everything published in a language, by year and by month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

from django.db.models import Count, Exists, Q, QuerySet
from django.http import Http404
from django.urls import reverse
from django.utils import timezone, translation

from articles.languages import Language
from articles.models import Article
from articles.models.date_fields import YEARS

from .http_cache import moments
from .pages import PagedListView, PublicPage
from .pagination import ListPage


@dataclass(frozen=True, order=True)
class Month:
    """A calendar month, by the newsroom's clock."""

    year: int
    month: int

    @classmethod
    def of(cls, moment: date) -> Month:
        day = timezone.localtime(moment) if isinstance(moment, datetime) else moment
        return cls(day.year, day.month)

    @classmethod
    def named(cls, year: int, month: int) -> Month:
        """The month that an address names.

        Raises:
            Http404: it is none.
        """
        if not (YEARS[0] - 1 <= year <= YEARS[-1] + 1 and 1 <= month <= 12):
            raise Http404
        return cls(year, month)

    @property
    def next(self) -> Month:
        return Month(self.year + self.month // 12, self.month % 12 + 1)

    @property
    def start(self) -> datetime:
        return timezone.make_aware(datetime(self.year, self.month, 1))

    @property
    def previous(self) -> Month:
        return Month(self.year - (self.month == 1), (self.month - 2) % 12 + 1)

    @property
    def first_day(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def last_day(self) -> date:
        return self.next.first_day - timedelta(days=1)

    @property
    def name(self) -> str:
        """« juillet 2024 », « يوليوز 2024 »."""
        return Language.active().month(self.first_day)

    @property
    def url(self) -> str:
        return reverse("archive_month", args=[self.year, self.month])


def span() -> tuple[datetime, datetime] | None:
    """When the first and the last live article came out in the active language."""
    column = Language.active().field("published_at")
    dates = Article.objects.live().order_by(column).values_list(column, flat=True)
    # Two look-ups in an index; both at once would read every row of it.
    first = dates.first()
    return (first, dates.reverse()[0]) if first else None


def years() -> list[int]:
    """The years that have something in the active language, the latest first.

    One row asks for each year whether it has any: however many articles there are, none but one
    of each year is read.
    """
    found = span()
    if found is None:
        return []
    first, last = (min(max(Month.of(end).year, YEARS[0]), YEARS[-1]) for end in found)
    column = Language.active().field("published_at")
    has_any = {
        f"y{year}": Exists(
            Article.objects.published_between(Month(year, 1).start, Month(year, 12).next.start)
        )
        for year in range(last, first - 1, -1)
    }
    latest = Article.objects.live().order_by(f"-{column}").annotate(**has_any)
    row = latest.values(*has_any).first() or {}
    return [year for year in range(last, first - 1, -1) if row.get(f"y{year}")]


def something_between(first: Month, last: Month, language: Language) -> bool:
    """Whether readers of a language find anything in these months."""
    between = Article.objects.published_between(first.start, last.next.start, language)
    return between.exists()


def articles_between(start: datetime, end: datetime, now: datetime) -> QuerySet[Article]:
    return Article.objects.published_between(start, end, at=now).newest_first().for_list()


class ArchivePage(PublicPage):
    """The years, the latest first."""

    page = "archive"
    template_name = "articles/archive.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(years=years(), moments=moments(), **kwargs)


class YearPage(PublicPage):
    """The months of a year, with how many articles each has."""

    template_name = "articles/archive_year.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        months = self.months()
        if not months:
            raise Http404
        year, found = self.kwargs["year"], years()
        return super().get_context_data(
            months=months,
            earlier=next((one for one in found if one < year), None),
            later=next((one for one in reversed(found) if one > year), None),
            moments=moments(),
            **kwargs,
        )

    def months(self) -> list[tuple[Month, int]]:
        """The months that have something, in their order. One query counts all twelve."""
        if not YEARS[0] - 1 <= self.kwargs["year"] <= YEARS[-1] + 1:
            raise Http404
        column = Language.active().field("published_at")
        months = [Month(self.kwargs["year"], number) for number in range(1, 13)]
        of_year = Article.objects.published_between(months[0].start, months[-1].next.start)
        counted = of_year.aggregate(
            **{
                f"m{one.month}": Count(
                    "pk",
                    filter=Q(**{f"{column}__gte": one.start, f"{column}__lt": one.next.start}),
                )
                for one in months
            }
        )
        return [(one, counted[f"m{one.month}"]) for one in months if counted[f"m{one.month}"]]

    def url_in(self, language: Language) -> str | None:
        first, last = Month(self.kwargs["year"], 1), Month(self.kwargs["year"], 12)
        if not something_between(first, last, language):
            return None
        with translation.override(language.code):
            return reverse("archive_year", args=[first.year])


class MonthPage(PagedListView):
    """The articles of a month, the newest first."""

    template_name = "articles/archive_month.html"

    @cached_property
    def month(self) -> Month:
        return Month.named(self.kwargs["year"], self.kwargs["month"])

    def asked_for(self) -> ListPage:
        return self.paginate(
            articles_between, self.month.start, self.month.next.start, timezone.now()
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs | {"month": self.month})
        if not context["page_obj"].rows:
            raise Http404
        return context | {"earlier": self.beside(before=True), "later": self.beside(before=False)}

    def beside(self, before: bool) -> Month | None:
        """The nearest month on one side that has something."""
        column = Language.active().field("published_at")
        live = Article.objects.live()
        if before:
            nearest = live.filter(**{f"{column}__lt": self.month.start}).order_by(f"-{column}")
        else:
            nearest = live.filter(**{f"{column}__gte": self.month.next.start}).order_by(column)
        moment = nearest.values_list(column, flat=True).first()
        return Month.of(moment) if moment else None

    def url_in(self, language: Language) -> str | None:
        if not something_between(self.month, self.month, language):
            return None
        with translation.override(language.code):
            return self.month.url
