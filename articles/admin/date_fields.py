"""Days and hours as they are typed: also the hour that a clock shows twice, or not at all."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminDateWidget, AdminSplitDateTime, AdminTimeWidget
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.models.clocks import both, is_shown, no_such_hour
from articles.models.date_fields import DayField, MomentField
from articles.models.inputs import UnchangedValueField
from articles.text.analysis.day_terms import day_of, with_days_as_terms
from articles.text.folding import latin_digits

FIRST, SECOND = "0", "1"
"""Which of the two, as ``fold`` counts them (PEP 495)."""
WHICH = [("", "–"), (FIRST, _("the first of the two")), (SECOND, _("the second of the two"))]

WRITTEN = re.compile(r"(\d{1,2})\s*(?:[hH.:]|heures?)\s*(\d{2})?")
"""An hour in words, or with the mark that French has between hours and minutes."""

WITH_POINTS = re.compile(r"^(\d{1,2})\s*[.-]\s*(\d{1,2})\s*[.-]\s*(\d{4})$")
"""« 04.07.2024 », « 4-7-2024 »: the day first, as with strokes."""


def both_here(local: datetime) -> list[datetime]:
    """The moments at which a clock of the newsroom shows this."""
    return both(local, timezone.get_current_timezone())


def offset(moment: datetime) -> str:
    """« UTC+01:00 »."""
    return f"{moment:UTC%:z}"


def without_seconds(shown: dict[str, Any]) -> None:
    """Show an hour as people write it; seconds that it has stay, as they would be lost."""
    if re.fullmatch(r"\d\d:\d\d:00", f"{shown['value']}"):
        shown["value"] = shown["value"].removesuffix(":00")


class HourInput(AdminTimeWidget):
    """An hour without the seconds that nobody gave it."""

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        without_seconds(context["widget"])
        return context


class MomentInput(AdminSplitDateTime):
    """A day, an hour, and which of two, where the clock shows the hour twice that day."""

    asks = False
    """Whether it asks which one, without knowing."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        parts: Any = self
        parts.widgets.append(forms.Select(choices=WHICH))
        parts.widgets_names.append("_2")

    def decompress(self, value: Any) -> list[Any]:
        # The address of a form may say anything in its query.
        if not isinstance(value, datetime):
            return [None, None, ""]
        local = timezone.localtime(value)
        plain = local.replace(tzinfo=None, fold=0)
        which = f"{local.fold}" if len(both_here(plain)) > 1 else ""
        return [plain.date(), plain.time(), which]

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        value = value if isinstance(value, list | tuple) else self.decompress(value)
        context = super().get_context(name, value, attrs)
        without_seconds(context["widget"]["subwidgets"][1])
        return context | {"asks": self.asks or value[2:3] in (["0"], ["1"])}

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        day_and_hour = super().render(name, value, attrs, renderer)
        context: Any = self.get_context(name, value, attrs)
        if not context["asks"]:
            return day_and_hour
        which: Any = context["widget"]["subwidgets"][2]
        return format_html(
            '{}<p class="datetime"><label for="{}">{}</label> {}</p>',
            day_and_hour,
            which["attrs"].get("id", ""),
            _("Clocks show this hour twice:"),
            self.widgets[2].render(which["name"], which["value"], which["attrs"], renderer),
        )


class HourField(forms.TimeField):
    """An hour as people write it (« 9h30 », « 9 h », « 09.30 », « ٩:٣٠ ») and as forms do."""

    def to_python(self, value: Any) -> time | None:
        written = WRITTEN.fullmatch(latin_digits(value).strip()) if isinstance(value, str) else None
        return super().to_python(f"{written[1]}:{written[2] or '00'}" if written else value)


class MomentFormField(UnchangedValueField, forms.SplitDateTimeField):
    widget = MomentInput

    def __init__(self, **kwargs: Any) -> None:
        proposed = kwargs.get("initial")
        if callable(proposed):
            # Now, to the minute, as an hour is written.
            kwargs["initial"] = lambda: proposed().replace(second=0, microsecond=0)
        super().__init__(**kwargs)
        # Which of two hours is not asked of every moment that must be given.
        self.require_all_fields = False
        day, hour = self.fields
        day = DayFormField(required=day.required, error_messages=day.error_messages)
        hour = HourField(required=hour.required, error_messages=hour.error_messages)
        self.fields = (day, hour, forms.ChoiceField(choices=WHICH, required=False))

    def clean(self, value: Any) -> datetime | None:
        # Which of two, of no hour at all, is nothing.
        typed = value if isinstance(value, list | tuple) else ()
        if typed and not any(part not in self.empty_values for part in typed[:2]):
            value = []
        return super().clean(value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether it was changed; a form that does not ask “which of two hours” changes no such."""
        if data and data[2:] == [None]:
            widget: Any = self.widget
            before = initial if isinstance(initial, list) else widget.decompress(initial)
            return super().has_changed([*before[:2], ""], [*data[:2], ""])
        return super().has_changed(initial, data)

    def compress(self, data_list: Any) -> datetime | None:
        if not data_list:
            return None
        day, hour, which = data_list
        if not isinstance(day, date) or not isinstance(hour, time):
            return super().compress((day, hour))
        moments = both_here(datetime.combine(day, hour))
        if len(moments) == 1:
            return moments[0]
        if not is_shown(moments[0]):
            raise no_such_hour(moments)
        if which not in {FIRST, SECOND}:
            widget: Any = self.widget
            widget.asks = True
            raise self.two_such_hours(moments)
        return moments[int(which)]

    @staticmethod
    def two_such_hours(moments: list[datetime]) -> ValidationError:
        first, second = moments
        return ValidationError(
            _(
                "That day, clocks show this hour twice: first at %(first)s, then at %(second)s. "
                "Choose which."
            ),
            params={"first": offset(first), "second": offset(second)},
        )


class DueField(forms.DateTimeField):
    """Until when: of an hour that comes twice the first, of one that is skipped the hour after."""

    def to_python(self, value: Any) -> datetime | None:
        try:
            return super().to_python(value)
        except ValidationError as refusal:
            if refusal.code != "ambiguous_timezone" or not refusal.params:
                raise
            return both_here(refusal.params["datetime"])[0]


class DayFormField(UnchangedValueField, forms.DateField):
    """A day as forms write it, in any digits, with points as its source has it, or in words."""

    default_error_messages = {
        "invalid": _("This is no day that can be read. Write 4/7/2026, or the month in words.")
    }

    def to_python(self, value: Any) -> date | None:
        if not isinstance(value, str):
            return super().to_python(value)
        if day := day_of(with_days_as_terms(value).strip()):
            return day
        return super().to_python(WITH_POINTS.sub(r"\1/\2/\3", latin_digits(value).strip()))


OVERRIDES: dict[Any, dict[str, Any]] = {
    MomentField: {"form_class": MomentFormField, "widget": MomentInput},
    DayField: {"form_class": DayFormField, "widget": AdminDateWidget},
    models.TimeField: {"form_class": HourField, "widget": HourInput},
}
"""For ``formfield_overrides`` of an admin."""
