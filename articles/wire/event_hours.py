"""The hours of an event, in the words of the active language."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from django.utils.translation import gettext, gettext_lazy

from articles.languages import Language

if TYPE_CHECKING:
    from articles.models import Event

FROM, FROM_UNTIL, UNTIL = "%(from)s", "%(from)s–%(hour)s", gettext_lazy("until %(hour)s")
MANY_DAYS = gettext_lazy("until %(hour)s on the last day")
MANY_DAYS_FROM = gettext_lazy("from %(from)s, until %(hour)s on the last day")
"""How the hours of an event are said."""
END_OF_DAY = "24:00"
"""Of a last day among others 00:00 would be its beginning."""


def hours_in_words(event: Event, day: date | None = None) -> str:
    """« 14:30–16:00 (heure du Caire) »: from when to when by the clocks of which city.

    An end is said to be one where it stands alone, or comes on another day.

    Args:
        day: the one under which it stands; of many days each says only what happens on it.
    """
    starts, ends, language = event.starts_at, event.ends_at, Language.active()
    if event.lasts_whole_days:
        return ""
    if event.is_of_many_days and day is not None:
        starts = starts if day == event.starts_on else None
        ends = ends if day == event.last_day else None
        said = FROM if starts else str(UNTIL)
    elif event.is_of_many_days and ends:
        said = str(MANY_DAYS_FROM if starts else MANY_DAYS)
    elif starts:
        # What ends in the minute in which it starts has no end that anybody knows.
        said = FROM_UNTIL if ends and ends != starts else FROM
    else:
        said = str(UNTIL)
    if not starts and not ends:
        return ""
    words = {name: language.time(at) for name, at in (("from", starts), ("hour", ends)) if at}
    if event.is_of_many_days and ends == time.min:
        words["hour"] = END_OF_DAY
    return language.contracted(
        gettext("%(hours)s (%(city)s time)")
        % {"hours": said % words, "city": language.city_of(event.time_zone)}
    )
