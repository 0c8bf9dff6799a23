"""Days and moments of the newsroom: within the years it reckons with, in every column.

Beyond them a calendar cannot count on to the next day, nor a clock turn to another zone: one
such date among many took down every page that showed it. A form says the bounds at the field;
whatever comes past a form, or stood in the table before, is the nearest day there is.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2200, 12, 31)
FIRST_MOMENT = datetime.combine(FIRST_DAY, time.min, UTC)
LAST_MOMENT = datetime.combine(LAST_DAY, time.max, UTC)
YEARS = range(FIRST_DAY.year, LAST_DAY.year + 1)


def is_within_years(value: date) -> None:
    """Refuse a day, or a moment, of a year that the newsroom does not reckon with.

    Raises:
        ValidationError: it is one.
    """
    if value.year not in YEARS:
        raise ValidationError(
            _("Give a date from the years %(first)d to %(last)d."),
            code="years",
            params={"first": YEARS[0], "last": YEARS[-1]},
        )


def nearest_day(value: Any) -> Any:
    return min(max(value, FIRST_DAY), LAST_DAY) if isinstance(value, date) else value


def nearest_moment(value: Any) -> Any:
    if not isinstance(value, datetime):
        return value
    if timezone.is_naive(value):
        value = timezone.make_aware(value)
    return min(max(value, FIRST_MOMENT), LAST_MOMENT)


class DayField(models.DateField):
    default_validators = [is_within_years]

    def get_prep_value(self, value: Any) -> Any:
        return nearest_day(super().get_prep_value(value))

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        return nearest_day(value)

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.DateField", args, kwargs


class MomentField(models.DateTimeField):
    default_validators = [is_within_years]

    def get_prep_value(self, value: Any) -> Any:
        return nearest_moment(super().get_prep_value(value))

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        return nearest_moment(value)

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.DateTimeField", args, kwargs
