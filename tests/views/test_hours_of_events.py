"""The hours of an event: by which clock, on which of its days, and to whom they are told."""

import json
from datetime import date, time, timedelta

import pytest
from django.utils import timezone, translation
from icalendar import Calendar
from lxml import html

from articles.models import Event
from articles.templatetags.newsroom import hours as hours_of
from articles.wire.linked_data import event_graph
from tests.factories import EventFactory

pytestmark = pytest.mark.django_db


def said(event, language="fr", on=None):
    with translation.override(language):
        return hours_of(event, on)


def entry_of(client, event, language="fr"):
    path = event.url_in(language).rstrip("/") + ".ics"
    (found,) = Calendar.from_ical(client.get(path).content).events
    return found


def linked(event):
    with translation.override("fr"):
        found = event_graph(event, [], [], [])
    return json.loads(json.dumps(found, default=str))["@graph"][0]


@pytest.mark.parametrize(
    ("zone", "french", "arabic"),
    [
        ("Africa/Casablanca", "heure de Casablanca", "بتوقيت الدار البيضاء"),
        ("Africa/Cairo", "heure du Caire", "بتوقيت القاهرة"),
        ("Africa/Algiers", "heure d’Alger", "بتوقيت الجزائر"),
        ("America/Havana", "heure de La Havane", "بتوقيت هافانا"),
        ("America/Argentina/Buenos_Aires", "heure de Buenos Aires", "بتوقيت بوينوس أيرس"),
        ("Europe/Kyiv", "heure de Kiev", "بتوقيت كييف"),
        ("UTC", "heure UTC, temps universel", "بالتوقيت العالمي UTC"),
        ("Etc/UTC", "heure UTC, temps universel", "بالتوقيت العالمي UTC"),
    ],
)
def test_the_clock_is_named_after_its_city_as_the_language_says_it(zone, french, arabic):
    event = EventFactory.build(place=None, ends_on=None, starts_at=time(9), time_zone=zone)
    assert said(event) == f"09:00 ({french})"
    assert said(event, "ar") == f"09:00 ({arabic})"


def test_a_newsroom_in_cairo_says_its_own_clock_so_too(settings):
    from articles.models.phases import by_the_clock  # noqa: PLC0415

    settings.TIME_ZONE = "Africa/Cairo"
    with translation.override("fr"):
        assert "(heure du Caire)" in by_the_clock(timezone.now())


def test_what_ends_in_the_minute_it_starts_has_its_hour(client):
    event = EventFactory(starts_on=date(2026, 12, 3), ends_on=None)
    event.starts_at = event.ends_at = time(9)
    event.save()
    for path in (event.url_in("fr"), "/fr/events/2026/12/"):
        assert "09:00 (heure de" in client.get(path).text, path
    entry = entry_of(client, event)
    assert entry.start.hour == 9
    assert "DTEND" not in entry


def of_many_days(**hours):
    return EventFactory(
        name_fr="Forum", starts_on=date(2026, 12, 10), ends_on=date(2026, 12, 13), **hours
    )


def days_of_month(client):
    page = html.fromstring(client.get("/fr/events/2026/12/").content)
    squares = page.xpath("//table//td[.//li]")
    return {
        square.xpath("time/@datetime")[0][-2:]: " ".join(square.text_content().split())
        for square in squares
    }


def test_an_hour_stands_on_the_day_that_it_is_of(client):
    of_many_days(starts_at=time(9), ends_at=time(17))
    days = days_of_month(client)
    assert "09:00" in days["10"]
    assert "17:00" not in days["10"]
    assert "00" not in days["11"].replace("décembre", "")
    assert "jusqu’à 17:00" in days["13"]
    assert "09:00" not in days["13"]


def test_an_end_alone_is_said_on_the_last_day_and_to_calendars_and_machines(client):
    event = of_many_days(ends_at=time(17))
    days = days_of_month(client)
    assert "17:00" not in days["10"]
    assert "jusqu’à 17:00" in days["13"]
    entry = entry_of(client, event)
    assert (entry.start, entry.end) == (date(2026, 12, 10), date(2026, 12, 14))
    assert "Jusqu’à 17:00 le dernier jour" in entry["DESCRIPTION"]
    assert linked(event)["startDate"] == "2026-12-10"
    assert linked(event)["endDate"].startswith("2026-12-13T17:00:00")


def test_what_ends_at_midnight_is_not_of_the_day_after(client):
    evening = EventFactory(
        name_fr="Nuit du conte",
        starts_on=date(2026, 12, 10),
        starts_at=time(20),
        ends_on=date(2026, 12, 11),
        ends_at=time.min,
        time_zone="Africa/Cairo",
    )
    assert [*days_of_month(client)] == ["10"]
    assert "10–11 décembre" not in client.get(evening.url_in("fr")).text
    assert entry_of(client, evening).end.isoformat() == "2026-12-11T00:00:00+02:00"
    whole = of_many_days(starts_at=time(9), ends_at=time.min)
    assert said(whole).startswith("de 09:00, jusqu’à 24:00 le dernier jour")
    assert [*days_of_month(client)] == ["10", "11", "12"]


def test_what_ended_at_the_last_midnight_is_past(client):
    today = timezone.localdate()
    event = EventFactory(
        starts_on=today - timedelta(days=1), starts_at=time(20), ends_on=today, ends_at=time.min
    )
    assert event.is_over()
    assert event in Event.objects.past()
    assert event not in Event.objects.upcoming()
    assert event not in Event.objects.between(today, today)
    assert Event.objects.with_last_ended().get().last_ended == today - timedelta(days=1)
    page = client.get("/fr/events/")
    assert page.status_code == 200


def test_of_an_hour_that_comes_twice_the_first_is_meant_everywhere(client):
    event = EventFactory(
        starts_on=date(2026, 10, 25), starts_at=time(2, 30), ends_on=None, time_zone="Europe/Paris"
    )
    assert "02:30 (heure de Paris)" in client.get(event.url_in("fr")).text
    assert linked(event)["startDate"] == "2026-10-25T02:30:00+02:00"
    assert entry_of(client, event).start.isoformat() == "2026-10-25T02:30:00+02:00"


def test_a_clock_of_long_ago_is_told_in_a_form_that_machines_read(client):
    """Casablanca was 30 minutes and 20 seconds behind Greenwich until 1913."""
    event = EventFactory(
        starts_on=date(1900, 7, 3),
        starts_at=time(9, 30),
        ends_on=None,
        time_zone="Africa/Casablanca",
    )
    assert linked(event)["startDate"] == "1900-07-03T10:00:20+00:00"
    assert "-00:30:20" not in client.get(event.url_in("fr")).text
