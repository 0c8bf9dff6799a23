"""Filters of the list of articles by a period: when readers get it, when it was changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, ClassVar
from urllib.parse import parse_qsl

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import F, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.languages import Language
from articles.models import Phase, Status, User
from articles.models.date_fields import YEARS, nearest_moment
from articles.models.permissions import EDIT_ANY_ARTICLE
from articles.models.phases import articles_in
from articles.models.rights import is_of

from ..date_fields import DayFormField
from ..requests import person

type Days = tuple[date | None, date | None]
"""The first and the last day of a period; none, where it has no beginning or no end."""

PERIODS: dict[str, Promise | str] = {
    "yesterday": gettext_lazy("yesterday"),
    "today": gettext_lazy("today"),
    "tomorrow": gettext_lazy("tomorrow"),
    "week": gettext_lazy("this week"),
    "next_week": gettext_lazy("next week"),
    "month": gettext_lazy("this month"),
}


def days_of(name: str, today: date) -> Days:
    """The days of a period by its name; a week begins on Monday."""
    monday = today - timedelta(days=today.weekday())
    first = today.replace(day=1)
    return {
        "yesterday": (today - timedelta(days=1), today - timedelta(days=1)),
        "today": (today, today),
        "tomorrow": (today + timedelta(days=1), today + timedelta(days=1)),
        "week": (monday, monday + timedelta(days=6)),
        "next_week": (monday + timedelta(days=7), monday + timedelta(days=13)),
        "month": (first, (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)),
    }[name]


def between(column: str, days: Days) -> Q:
    """The condition that a moment is on one of these days, by the newsroom's clock."""
    first, last = days
    found = Q()
    if first:
        found &= Q(**{f"{column}__gte": midnight(first)})
    if last:
        found &= Q(**{f"{column}__lt": midnight(last + timedelta(days=1))})
    return found


def midnight(day: date) -> datetime:
    return nearest_moment(timezone.make_aware(datetime.combine(day, time.min)))


class PeriodFilter(admin.ListFilter):
    """A period that is chosen by its name, or by its first and last day."""

    parameter_name: ClassVar[str]
    offered: ClassVar[tuple[str, ...]]
    template = "admin/filter_period.html"
    has_languages = False

    def __init__(self, request: HttpRequest, params: Any, model: Any, model_admin: Any) -> None:
        super().__init__(request, params, model, model_admin)
        for name in self.expected_parameters():
            if name in params:
                self.used_parameters[name] = params.pop(name)[-1].strip()
        self.others: list[tuple[str, str]] = []
        self.refusal = ""
        self.days = self.days_asked()
        self.language = Language.find(self.asked("in")) if self.has_languages else None

    def expected_parameters(self) -> list[str]:
        return [self.parameter_name, *(self.part(one) for one in ("from", "to", "in"))]

    def part(self, name: str) -> str:
        return f"{self.parameter_name}__{name}"

    def asked(self, part: str = "") -> str:
        name = self.part(part) if part else self.parameter_name
        return str(self.used_parameters.get(name, ""))

    @property
    def first(self) -> str:
        return self.asked("from")

    @property
    def last(self) -> str:
        return self.asked("to")

    def has_output(self) -> bool:
        return True

    def days_asked(self) -> Days:
        """The days of the period; what is no period of days is said."""
        if self.asked() in PERIODS:
            return days_of(self.asked(), timezone.localdate())
        first, last = self.day_in("from"), self.day_in("to")
        if first and last and last < first:
            self.refusal = _("The last day is before the first: nothing can be found.")
        return first, last

    def day_in(self, part: str) -> date | None:
        typed = self.asked(part)
        if not typed:
            return None
        try:
            day: date | None = DayFormField().clean(typed)
        except ValidationError:
            day = None
        if day is None or day.year not in YEARS:
            self.refusal = _("“%(typed)s” is no day that a calendar of ours has.") % {
                "typed": typed[:30]
            }
            return None
        return day

    @property
    def is_asked(self) -> bool:
        return any(self.days) or bool(self.refusal)

    @property
    def in_words(self) -> str:
        """« cette semaine », « 1 nov. – 5 nov. »."""
        if self.asked() in PERIODS:
            return str(PERIODS[self.asked()])
        said = [Language.active().short_date(one) if one else "…" for one in self.days]
        return " – ".join(said) if any(self.days) else ""

    @property
    def languages(self) -> list[Language]:
        return Language.active().then_others if self.has_languages else []

    def choices(self, changelist: Any) -> Iterator[dict[str, Any]]:
        rest = changelist.get_query_string({}, self.expected_parameters())
        self.others = parse_qsl(rest.removeprefix("?"))
        kept = {self.part("in"): self.language.code} if self.language else {}
        yield {
            "selected": not self.is_asked,
            "query_string": rest,
            "display": _("All"),
        }
        for name in self.offered:
            asked = {self.parameter_name: name, **kept}
            yield {
                "selected": self.asked() == name,
                "query_string": changelist.get_query_string(asked, self.expected_parameters()),
                "display": PERIODS[name],
            }

    def queryset(self, request: HttpRequest, queryset: Any) -> QuerySet[Any] | None:
        if self.refusal:
            messages.warning(request, self.refusal)
            return queryset.none()
        if not self.is_asked:
            return queryset
        return queryset.filter(self.condition(person(request)))

    def condition(self, user: User) -> Q:
        raise NotImplementedError


class ChangePeriod(PeriodFilter):
    title = gettext_lazy("last change")
    parameter_name = "changed"
    offered = ("today", "yesterday", "week", "month")

    def condition(self, user: User) -> Q:
        return between("updated_at", self.days)


class AppearancePeriod(PeriodFilter):
    """The days on which readers of a language, or of any, get it or are to get it.

    Of what is not open to a person, only what readers have is found.
    """

    title = gettext_lazy("day of appearance")
    parameter_name = "appears"
    offered = ("yesterday", "today", "tomorrow", "week", "next_week", "month")
    has_languages = True

    def condition(self, user: User) -> Q:
        found = Q()
        for language in [self.language] if self.language else Language.all():
            appears = appears_between(language, self.days)
            if not user.has_perm(EDIT_ANY_ARTICLE):
                live = articles_in(Phase.PUBLISHED, language, timezone.now())
                appears &= is_of(user) | live
            found |= appears
        return found


def appears_between(language: Language, days: Days) -> Q:
    """Whose date in a language, or the end of whose embargo, if that is later, is in a period."""
    published_at, status = language.field("published_at"), language.field("status")
    is_free = Q(embargoed_until=None) | Q(embargoed_until__lte=F(published_at))
    by_date = between(published_at, days) & is_free & Q(**{f"{published_at}__isnull": False})
    by_embargo = between("embargoed_until", days) & Q(embargoed_until__gt=F(published_at))
    there = Q(**{status: None}) | ~Q(**{status: Status.WITHDRAWN})
    return (by_date | by_embargo) & there
