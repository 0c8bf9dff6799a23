"""The form of an event: its embargo does not end before whoever ends it has said so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.forms import Select
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _

from articles.languages import Language
from articles.models import Event
from articles.models.clocks import zones_in

from ..publication.dates import asks_at_once
from .duplicates import DuplicatesForm
from .zones import newsrooms_hour, zones_to_choose

EMBARGO = "embargoed_until"
HELP = {
    "starts_at": _("By the clocks of its time zone; of an hour that they show twice, the first."),
    "time_zone": _("The city whose clocks it goes by, as “Africa/Casablanca”, or UTC."),
    "state": _("What is postponed without a new day stays on the day it was planned for."),
}
"""What a form says at its fields beside what the columns are."""
ELSEWHERE = gettext_noop(
    "The hours are those of clocks in %(city)s, and the event is in another country: %(place)s. "
    "Choose its time zone, if they are not meant so."
)


class EventForm(DuplicatesForm):
    """Asks before readers have at once what an embargo keeps from them."""

    at_once = False
    """Whether readers may have it at once, by the dates of the form."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, sentence in HELP.items():
            if name in self.fields:
                field = self.fields[name]
                field.help_text = f"{field.help_text} {sentence}".strip()
        self.offer_zones()
        self.say_newsrooms_hours()
        self.embargoed_before: datetime | None = self.instance.embargoed_until

    def offer_zones(self) -> None:
        """Have the zone picked from a list of cities; the one that stands there is in it."""
        if "time_zone" in self.fields:
            here = f"{self.data.get('time_zone') or self.instance.time_zone or ''}"
            self.fields["time_zone"].widget = Select(
                {"data-newsroom": timezone.get_default_timezone_name()}, zones_to_choose(here)
            )

    def say_newsrooms_hours(self) -> None:
        """Say beside its hours what the clocks of the newsroom show then, where others do."""
        for name, moment in (("starts_at", self.instance.starts), ("ends_at", self.instance.ends)):
            if name in self.fields and (said := newsrooms_hour(moment)):
                field = self.fields[name]
                field.help_text = f"{field.help_text} {said}".strip()

    def clean(self) -> Any:
        """Have a new event go by the clocks of its place, where nobody chose others."""
        cleaned = super().clean()
        zones = zones_in(place.country) if (place := self.cleaned_data.get("place")) else ()
        is_chosen = not self.instance._state.adding or "time_zone" in self.changed_data
        if len(zones) == 1 and not is_chosen and "time_zone" in self.cleaned_data:
            (self.cleaned_data["time_zone"],) = zones
        return cleaned

    def clocks_elsewhere(self) -> str:
        """That the hours are those of clocks in another country; empty where they are not."""
        event: Event = self.instance
        zones = zones_in(event.place.country) if event.place else ()
        if not (zones and (event.starts_at or event.ends_at)) or event.time_zone in zones:
            return ""
        language = Language.active()
        names = {"city": language.city_of(event.time_zone), "place": event.place}
        return language.contracted(gettext(ELSEWHERE) % names)

    def _post_clean(self) -> None:
        super()._post_clean()
        if self.at_once or EMBARGO in self.errors or EMBARGO not in self.changed_data:
            return
        if languages := list(self.languages_shown(timezone.now())):
            self.add_error(EMBARGO, asks_at_once(languages))

    def languages_shown(self, now: datetime) -> Iterator[Language]:
        """The languages whose readers the embargo holds back, and by this form does no more."""
        if self.embargoed_before is None or self.embargoed_before <= now:
            return
        event: Event = self.instance
        for language in Language.all():
            if event.is_held_back(language) or not event.said("name", language):
                continue
            covered = Event.objects.filter(Event.needed_when(language, now), pk=event.pk)
            if event.is_public_by_itself(language) or covered.exists():
                yield language
