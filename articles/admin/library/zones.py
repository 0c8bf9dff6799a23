"""Time zones to choose from, by their cities; and what the newsroom's clocks show at an hour."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from typing import Any

from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.languages import Language
from articles.models.clocks import is_zone_of_a_place, time_zones
from articles.text.analysis.collation import sort_key

AREAS = {
    "Africa": gettext_lazy("Africa"),
    "Asia": gettext_lazy("Asia"),
    "Europe": gettext_lazy("Europe"),
    "America": gettext_lazy("America"),
    "Atlantic": gettext_lazy("Atlantic Ocean"),
    "Indian": gettext_lazy("Indian Ocean"),
    "Pacific": gettext_lazy("Pacific Ocean"),
    "Australia": gettext_lazy("Australia"),
    "Antarctica": gettext_lazy("Antarctica"),
}

type Choice = tuple[str, str]


@cache
def cities_of(area: str, language: Language) -> list[Choice]:
    """The zones of a part of the world, by the names of their cities in a language."""
    names = [one for one in time_zones() if one.startswith(f"{area}/") and is_zone_of_a_place(one)]
    # Several old names have one city: the shortest, and then the first, is the one that is meant.
    by_city: dict[str, str] = {}
    for name in sorted(names, key=lambda one: (one.count("/"), one)):
        by_city.setdefault(language.city_of(name), name)
    return sorted(
        ((name, city) for city, name in by_city.items()), key=lambda one: sort_key(one[1])
    )


def zones_to_choose(here: str) -> list[Any]:
    """The newsroom's own, the one that stands there, UTC; then those of all cities, by area."""
    language = Language.active()
    first = dict.fromkeys([timezone.get_default_timezone_name(), here, "UTC"])
    groups: list[Any] = [(zone, name_of(zone, language)) for zone in first if zone]
    for area, title in AREAS.items():
        cities = [one for one in cities_of(area, language) if one[0] not in first]
        groups.append((str(title), cities))
    return groups


def name_of(zone: str, language: Language) -> str:
    return language.city_of(zone) if zone in time_zones() and zone != "UTC" else zone


def newsrooms_hour(moment: datetime | date | None) -> SafeString:
    """« À Casablanca : 10:00 »; nothing where the clocks show the same as those of the event."""
    said = ""
    if isinstance(moment, datetime):
        here = timezone.localtime(moment, timezone.get_default_timezone())
        language = Language.active()
        if here.replace(tzinfo=None) != moment.replace(tzinfo=None):
            said = in_newsroom() % {"hour": language.time(here.time())}
    words = in_newsroom() % {"hour": "{hour}"}
    return format_html('<span class="newsroom-hour" data-says="{}">{}</span>', words, said)


def in_newsroom() -> str:
    language = Language.active()
    return language.contracted(
        _("In %(city)s: %(hour)s") % {"city": language.clock, "hour": "%(hour)s"}
    )
