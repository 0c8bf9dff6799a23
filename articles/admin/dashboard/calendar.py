"""The calendar of the desk, by the month and by the week, and the form that moves an entry."""

from __future__ import annotations

from calendar import Calendar
from datetime import date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.contrib.admin.widgets import AdminDateWidget, AdminTimeWidget
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.desk.dashboard.calendar import (
    APPEARS,
    EMBARGO,
    EVENT,
    KINDS,
    LEAVES,
    days_between,
)
from articles.desk.dashboard.moving import move_article, move_event
from articles.desk.deleted_meanwhile import GoneError
from articles.desk.refusals import sentences_of
from articles.languages import Language
from articles.models import Article, Event
from articles.models.date_fields import YEARS, is_within_years
from articles.models.phases import by_the_clock

from ..date_fields import DayFormField, HourField, MomentFormField
from ..pages import DeskPage
from ..requests import number

CALENDAR = "admin:articles_calendar"
ONE_DAY = timedelta(days=1)


def calendar_url(day: date, *, by_week: bool) -> str:
    return f"{reverse(CALENDAR)}?{urlencode({'view': 'week' if by_week else 'month', 'day': day})}"


class CalendarPage(DeskPage):
    """A month, or a week, with what is on each of its days."""

    template_name = "admin/articles/listing/calendar.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        if not self.site.has_view_permission(request):
            raise PermissionDenied
        by_week = request.GET.get("view") == "week"
        day, is_odd = day_in(request.GET.get("day", ""))
        days = week_of(day) if by_week else month_of(day)
        before, after = around(day, by_week=by_week)
        shown = days_between(self.user, days, None if by_week else day.month)
        return self.show(
            _("Calendar of the desk"),
            days=shown,
            weekdays=[Language.active().weekday(one) for one in days[:7]],
            by_week=by_week,
            period=period_in_words(days, day, by_week=by_week),
            day=day,
            is_odd=is_odd,
            before=calendar_url(before, by_week=by_week) if before.year in YEARS else "",
            after=calendar_url(after, by_week=by_week) if after.year in YEARS else "",
            other_view=calendar_url(day, by_week=not by_week),
            today=calendar_url(timezone.localdate(), by_week=by_week),
            here=calendar_url(day, by_week=by_week),
        )


def day_in(typed: str) -> tuple[date, bool]:
    """The day that an address asks for; today, and that it is odd, for what is none of ours."""
    if not typed:
        return timezone.localdate(), False
    try:
        day = DayFormField().clean(typed[:40])
        is_within_years(day)
    except ValidationError:
        return timezone.localdate(), True
    return day, False


def week_of(day: date) -> list[date]:
    monday = day - timedelta(days=day.weekday())
    return [monday + timedelta(days=number) for number in range(7)]


def month_of(day: date) -> list[date]:
    """The days of a month, with those of its first and last week."""
    return list(Calendar().itermonthdates(day.year, day.month))


def around(day: date, *, by_week: bool) -> tuple[date, date]:
    """A day of the period before, and one of the period after."""
    if by_week:
        return day - timedelta(days=7), day + timedelta(days=7)
    first = day.replace(day=1)
    return (first - ONE_DAY).replace(day=1), (first + timedelta(days=32)).replace(day=1)


def period_in_words(days: list[date], day: date, *, by_week: bool) -> str:
    language = Language.active()
    if not by_week:
        return language.month(day)
    return f"{language.date(days[0])} – {language.date(days[-1])}"


class MoveForm(forms.Form):
    """When something is to be instead; of what readers have, why."""

    # Which of two hours is asked for on one day of the year only: its parts are not all required.
    at = MomentFormField(label=gettext_lazy("To"), required=False, validators=[is_within_years])
    reason = forms.CharField(
        label=gettext_lazy("Say why: the others will read it."), max_length=500, required=False
    )

    def clean_at(self) -> datetime:
        moment: datetime | None = self.cleaned_data["at"]
        if moment is None:
            raise ValidationError(_("Say to which day and hour."))
        return moment


class MoveEventForm(forms.Form):
    """The day of an event instead, and its hour, by the clock of its place."""

    day = DayFormField(
        label=gettext_lazy("To"), validators=[is_within_years], widget=AdminDateWidget
    )
    hour = HourField(label=gettext_lazy("Hour"), required=False)


def moment_before(typed: str) -> datetime | None:
    """When something was, as the way back says it; nothing for what is no moment of ours."""
    try:
        moment = parse_datetime(typed[:40])
        if moment is None:
            return None
        moment = timezone.make_aware(moment) if timezone.is_naive(moment) else moment
        is_within_years(timezone.localtime(moment))
    except (ValueError, OverflowError, ValidationError):
        return None
    return moment


def moment_said(values: Any) -> datetime | None:
    """The moment in a form of either kind, by the clock that it has."""
    if "at" in values:
        moment: datetime | None = values["at"]
        return moment
    day = values.get("day")
    return (
        timezone.make_aware(datetime.combine(day, values.get("hour") or time.min)) if day else None
    )


def in_words(moment: datetime | None) -> str:
    return by_the_clock(moment) if moment else ""


def day_in_words(moment: datetime | None) -> str:
    """The day alone: the hour of an event is that of its place."""
    return Language.active().date(timezone.localdate(moment)) if moment else ""


class MovePage(DeskPage):
    """Move one entry of the calendar: a form, which a script sends when something is dragged."""

    template_name = "admin/articles/listing/move.html"
    is_done_once = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.site.has_view_permission(request):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        kind, record, language = self.entry_named(request.GET.get("entry", ""))
        form = self.form_for(kind, record, language, None)
        if before := moment_before(request.GET.get("back", "")):
            local = timezone.localtime(before)
            wished = {"at": before, "day": local.date(), "hour": local.time()}
            form.initial = {name: was and wished[name] for name, was in form.initial.items()}
        return self.move_page(kind, record, language, form)

    def post(self, request: HttpRequest) -> HttpResponse:
        kind, record, language = self.entry_named(request.POST.get("entry", ""))
        form = self.form_for(kind, record, language, request.POST)
        if not form.is_valid():
            return self.move_page(kind, record, language, form, 422)
        said, user = form.cleaned_data, self.user
        before = form.initial
        try:
            if kind == EVENT:
                day: date = said["day"]
                move_event(record.pk, day, said["hour"], by=user)
            else:
                moment: datetime = said["at"]
                day = timezone.localdate(moment)
                move_article(
                    record.pk, kind, language, moment, by=user, note=said["reason"].strip()
                )
        except (ValidationError, PermissionDenied, GoneError) as refusal:
            return self.refused(kind, record, language, form, refusal)
        self.tell(kind, record, language, (before, said))
        return HttpResponseRedirect(calendar_url(day, by_week=request.POST.get("view") == "week"))

    def refused(
        self, kind: str, record: Any, language: Language | None, form: forms.Form, why: Exception
    ) -> HttpResponse:
        """The form again, with why it was not done."""
        if isinstance(why, ValidationError):
            sentences = sentences_of(why)
        else:
            sentences = [str(why) or _("This is not yours to move.")]
        form.add_error(None, [ValidationError(one) for one in sentences])
        status = 403 if isinstance(why, PermissionDenied) else 422
        return self.move_page(kind, record, language, form, status)

    def tell(
        self, kind: str, record: Any, language: Language | None, dates: tuple[Any, Any]
    ) -> None:
        """What was moved, by its title in the language that was, to when; and the way back."""
        before, now = (moment_said(one) for one in dates)
        title = record.said(record.title_field, language) if language else ""
        words = {
            "record": title or record,
            "kind": KINDS[kind],
            "moment": in_words(now) if kind != EVENT else day_in_words(now),
        }
        if language:
            words["language"] = Language.active().name_of(language)
            said = _("“%(record)s” (%(language)s, %(kind)s) was moved to %(moment)s.") % words
        else:
            said = _("“%(record)s” (%(kind)s) was moved to %(moment)s.") % words
        query = {
            "entry": f"{kind}-{record.pk}-{language or ''}",
            "back": before.isoformat() if before else "",
            "view": self.request.POST.get("view", ""),
        }
        back = f"{reverse('admin:articles_calendar_move')}?{urlencode(query)}"
        link = format_html(' <a href="{}">{}</a>', back, _("Move it back…"))
        messages.success(self.request, format_html("{}{}", said, link if before else ""))

    def entry_named(self, name: str) -> tuple[str, Any, Language | None]:
        """What an address or a form means, of what this person may see whole.

        Raises:
            Http404: there is no such thing.
        """
        kind, _sign, rest = name.partition("-")
        key, _sign, code = rest.partition("-")
        if kind not in KINDS or not number(key):
            raise Http404
        language = Language.find(code) if code else None
        if (kind in {APPEARS, LEAVES}) != (language is not None):
            raise Http404
        record: Any
        if kind == EVENT:
            events = self.site.admin_site.get_model_admin(Event)
            if not events.has_view_permission(self.request):
                raise PermissionDenied
            record = Event.objects.filter(pk=number(key)).first()
        else:
            record = Article.objects.open_to(self.user).filter(pk=number(key)).first()
        if record is None:
            raise Http404
        return kind, record, language

    def form_for(self, kind: str, record: Any, language: Language | None, data: Any) -> forms.Form:
        if kind == EVENT:
            hour: time | None = record.starts_at
            event_form = MoveEventForm(data, initial={"day": record.starts_on, "hour": hour})
            if hour is None:
                event_form.fields["hour"].widget = forms.HiddenInput()
            else:
                event_form.fields["hour"].widget = AdminTimeWidget(format="%H:%M")
            return event_form
        moments = {
            APPEARS: record.published_at_in(language) if language else None,
            LEAVES: record.live_until_in(language) if language else None,
            EMBARGO: record.embargoed_until,
        }
        form = MoveForm(data, initial={"at": moments[kind]})
        parts: Any = form.fields["at"].widget
        parts.widgets[1].format = "%H:%M"
        if not (kind == LEAVES and language and record.is_live(language)):
            form.fields["reason"].widget = forms.HiddenInput()
        return form

    def move_page(
        self,
        kind: str,
        record: Any,
        language: Language | None,
        form: forms.Form,
        status: int = 200,
    ) -> HttpResponse:
        opts = record._meta
        return self.show(
            _("Move in the calendar"),
            status=status,
            record=record,
            kind=KINDS[kind],
            language=language,
            entry=f"{kind}-{record.pk}-{language or ''}",
            form=form,
            by_week=self.request.POST.get("view", self.request.GET.get("view", "")),
            form_url=reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[record.pk]),
            media=form.media,
        )
