"""Events as calendars read them: iCalendar (RFC 5545, with RFC 7986's properties)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.utils.translation import gettext
from icalendar import Calendar, Timezone, vDuration, vUri
from icalendar import Event as Entry

from articles.languages import Language
from articles.models import Event

from .event_hours import hours_in_words
from .feeds import absolute, valid_xml_text
from .names import set_apart
from .plain_text import in_plain_text, language_of_letters

ASKED_AGAIN_AFTER = timedelta(hours=6)


STATUS = {Event.State.CANCELLED: "CANCELLED", Event.State.POSTPONED: "TENTATIVE"}
"""Of what takes place on no day that is known (3.8.1.11)."""


def state_of(event: Event) -> str:
    """« Annulé », as it begins a line."""
    label = str(event.get_state_display())
    return label[:1].upper() + label[1:]


def status_of(event: Event) -> str:
    if event.has_new_day:
        return "CONFIRMED"
    return STATUS.get(Event.State(event.state), "CONFIRMED")


def uid(event: Event) -> str:
    """The same in every language and under every name: a calendar has each event once."""
    host = settings.SITE_URL.split("://")[-1].split("/")[0].split(":")[0]
    return f"{event.key}@{host}"


def as_calendar(events: Iterable[Event], name: str, page: str, asked_again: bool = False) -> bytes:
    """Events in the active language, folded into lines of 75 octets.

    Args:
        events: with their place and parent at hand.
        name: what a calendar program calls the whole.
        page: the path of the page it goes with.
        asked_again: whether it is a subscription, to be asked for again.
    """
    language = Language.active()
    calendar = Calendar()
    calendar.add("prodid", f"-//Newsroom//{settings.SITE_URL}//{language.code.upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", valid_xml_text(name))
    calendar.add("x-wr-calname", valid_xml_text(name))
    calendar.add("url", vUri(absolute(page)))
    if asked_again:
        calendar.add("refresh-interval", ASKED_AGAIN_AFTER, parameters={"VALUE": "DURATION"})
        calendar.add("x-published-ttl", vDuration(ASKED_AGAIN_AFTER))
    days: list[date] = []
    for event in events:
        if event.starts_on and event.last_day:  # A calendar has no place for what has no day.
            calendar.add_component(entry(event, language))
            days += [event.starts_on, event.last_day]
    if days:
        add_time_zones(calendar, min(days), max(days))
    return calendar.to_ical()


class TimeZoneRules(Timezone):
    """The library looks for changes 64 days apart, and so does not see Morocco's Ramadan hours."""

    _from_tzinfo_skip_search = [
        step for step in Timezone._from_tzinfo_skip_search if step <= timedelta(days=8)
    ]


def add_time_zones(calendar: Calendar, first: date, last: date) -> None:
    """The rules of each time zone that is used, for the years around these days.

    A list of all changes since 1970 would be longer than the events.
    """
    for name in sorted(calendar.get_missing_tzids()):
        zone = TimeZoneRules.from_tzid(
            name,
            first_date=first.replace(day=1) - timedelta(days=400),
            last_date=last.replace(day=1) + timedelta(days=400),
        )
        for rule in zone.subcomponents:
            one_date_a_line(rule)
        calendar.add_component(zone)


def one_date_a_line(rule: Any) -> None:
    """Write each change of a rule for itself: vobject, among others, reads the first of a line.

    Of a rule with dates, dateutil reads these alone and forgets where it starts; so that one is
    among them.
    """
    lines = rule.pop("RDATE", [])
    lines = lines if isinstance(lines, list) else [lines]
    changes = {one.dt for line in lines for one in line.dts}
    for change in sorted({*changes, rule.DTSTART}):
        rule.add("rdate", change)


def entry(event: Event, language: Language) -> Entry:
    """One event; its sessions are entries of their own that point to it."""
    said = {"LANGUAGE": language.code}
    found = Entry()
    found.add("uid", uid(event))
    found.add("dtstamp", event.updated_at)
    found.add("created", event.created_at)
    found.add("last-modified", event.updated_at)
    found.add("sequence", int((event.updated_at - event.created_at).total_seconds()))
    known_in = event.language_of("name") or language
    name = valid_xml_text(event.said("name", known_in))
    known_in = language_of_letters(name, known_in)
    if event.is_changed and known_in == language:
        name = gettext("%(state)s: %(name)s") % {"state": state_of(event), "name": name}
    found.add("summary", in_plain_text(name, known_in), parameters={"LANGUAGE": known_in.code})
    found.add("status", status_of(event))
    add_days(found, event)
    if description := valid_xml_text("\n\n".join(said_of(event, language))):
        found.add("description", in_plain_text(description, language), parameters=said)
    if where := location(event, language):
        found.add("location", where, parameters=said)
    if event.has_page_in(language):
        found.add("url", vUri(absolute(event.url_in(language))))
    if event.kind != Event.Kind.OTHER:
        found.add("categories", [str(event.get_kind_display())])
    if event.known_parent is not None:
        found.add("related-to", uid(event.known_parent), parameters={"RELTYPE": "PARENT"})
    found.add("transp", "TRANSPARENT")
    return found


def said_of(event: Event, language: Language) -> list[str]:
    """What became of it, what its days cannot say, and what it is about, each a paragraph."""
    said = [event.said("state_note", language)]
    if event.waits_for_a_day and event.starts_on:
        sentence = gettext("It was planned before for %(day)s; its new date is to come.")
        said.append(sentence % {"day": language.date(event.starts_on)})
    if not isinstance(event.starts, datetime):
        # Beside a day without an hour no end has one (3.6.1).
        hours = hours_in_words(event)
        said.append(hours[:1].upper() + hours[1:])
    said.append(event.said("description", language))
    return [one for one in said if one]


def add_days(found: Entry, event: Event) -> None:
    """When it is. Days have no hour and no zone; the end of a day is the next one (3.6.1)."""
    starts, ends, last = event.starts, event.ends, event.last_day
    if starts is None or last is None:
        return
    if event.lasts_whole_days:
        starts = event.starts_on
    found.add("dtstart", starts)
    if not isinstance(starts, datetime):
        found.add("dtend", last + timedelta(days=1))
    elif isinstance(ends, datetime):
        if ends > starts:
            found.add("dtend", ends)
    elif ends and event.starts_on and ends > event.starts_on:
        # It has an hour to start and a last day: it lasts until that day is over.
        found.add("dtend", midnight_after(ends, starts))


def midnight_after(day: date, like: datetime) -> datetime:
    return datetime.combine(day + timedelta(days=1), datetime.min.time(), tzinfo=like.tzinfo)


def location(
    event: Event, language: Language, name_of: Callable[[Any, str], str] = set_apart
) -> str:
    """« Palais des congrès, Marrakech, Maroc »; ``name_of`` says what the place is called."""
    place: Any = event.place
    parts = [event.said("venue", language)]
    if place is not None:
        parts += [name_of(place, "name"), place.country_name]
    return valid_xml_text(gettext(", ").join(part for part in dict.fromkeys(parts) if part))
