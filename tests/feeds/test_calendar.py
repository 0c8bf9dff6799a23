"""Events in the reader's own calendar, read back by two libraries that share nothing."""

import subprocess
from datetime import UTC, date, datetime, time, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import dateutil.tz
import pytest
import vobject
from django.utils import timezone
from django.utils.http import http_date
from icalendar import Calendar

from tests.factories import EventFactory, PlaceFactory

pytestmark = pytest.mark.django_db


def calendar(client, path):
    response = client.get(path)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return response.content


def entries(content):
    """The events of a calendar, as both libraries agree on them."""
    found = Calendar.from_ical(content).events
    others = list(vobject.readOne(content.decode()).vevent_list)
    for one, other in zip(found, others, strict=True):
        assert other.uid.value == one["UID"]
        assert other.summary.value == one["SUMMARY"]
        assert other.dtstart.value == one.start
        if "DTEND" in one:
            assert other.dtend.value == one.end
    return found


def ics(event, language="fr"):
    return event.url_in(language).rstrip("/") + ".ics"


def test_days_have_no_hour_and_end_the_day_after(client):
    event = EventFactory(starts_on=date(2024, 7, 3), ends_on=date(2024, 7, 4))
    (entry,) = entries(calendar(client, ics(event)))
    assert (entry.start, entry.end) == (date(2024, 7, 3), date(2024, 7, 5))


def test_one_day_without_an_end_is_that_day(client):
    event = EventFactory(starts_on=date(2024, 7, 3), ends_on=None)
    (entry,) = entries(calendar(client, ics(event)))
    assert entry.end - entry.start == timedelta(days=1)


def test_hours_are_those_of_the_place(client):
    event = EventFactory(
        starts_on=date(2024, 7, 3),
        starts_at=time(9, 30),
        ends_on=date(2024, 7, 3),
        ends_at=time(18, 0),
        time_zone="Africa/Cairo",
    )
    content = calendar(client, ics(event))
    (entry,) = entries(content)
    assert entry.start.astimezone(UTC) == datetime(2024, 7, 3, 6, 30, tzinfo=UTC)
    assert b"BEGIN:VTIMEZONE" in content
    assert b"DTSTART;TZID=Africa/Cairo:20240703T093000" in content


@pytest.mark.parametrize(("day", "utc_hour"), [(date(2024, 3, 20), 10), (date(2024, 7, 3), 9)])
def test_moroccos_hours_in_ramadan_are_right(client, day, utc_hour):
    """Morocco is at UTC+1, and at UTC during Ramadan (11 March to 10 April 2024)."""
    event = EventFactory(
        starts_on=day, starts_at=time(10, 0), ends_on=None, time_zone="Africa/Casablanca"
    )
    (entry,) = entries(calendar(client, ics(event)))
    assert entry.start.astimezone(UTC).hour == utc_hour


def test_a_last_day_without_an_hour_is_over_at_midnight(client):
    event = EventFactory(starts_on=date(2024, 7, 3), starts_at=time(9, 0), ends_on=date(2024, 7, 4))
    (entry,) = entries(calendar(client, ics(event)))
    assert entry.end.replace(tzinfo=None) == datetime(2024, 7, 5)


def test_sessions_are_entries_of_their_own_that_point_to_the_whole(client):
    review = EventFactory()
    EventFactory(parent=review, starts_on=date(2024, 7, 3), starts_at=time(14, 0), ends_on=None)
    whole, session = entries(calendar(client, ics(review)))
    assert session["RELATED-TO"] == whole["UID"]


def test_an_event_is_the_same_one_in_both_languages(client):
    event = EventFactory(place=PlaceFactory(), venue_ar="مقر الجامعة")
    (french,), (arabic,) = (entries(calendar(client, ics(event, code))) for code in ("fr", "ar"))
    assert french["UID"] == arabic["UID"]
    assert arabic["SUMMARY"] == event.name_ar
    assert arabic["SUMMARY"].params["LANGUAGE"] == "ar"
    assert arabic["LOCATION"] == "مقر الجامعة، القاهرة، مصر"
    assert arabic["URL"].endswith(".ics") is False


def test_long_arabic_lines_are_folded_between_letters(client):
    """RFC 5545, 3.1: lines of at most 75 octets, and no letter cut in two."""
    event = EventFactory(name_ar="الاستعراض الإقليمي الثاني للميثاق العالمي " * 6)
    content = calendar(client, ics(event, "ar"))
    for line in content.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
    (entry,) = entries(content)
    assert entry["SUMMARY"] == event.name_ar.strip() or entry["SUMMARY"] == event.name_ar


def test_an_event_that_changed_says_so(client):
    event = EventFactory()
    (before,) = entries(calendar(client, ics(event)))
    type(event).objects.filter(pk=event.pk).update(updated_at=event.created_at + timedelta(days=1))
    (after,) = entries(calendar(client, ics(event)))
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after["LAST-MODIFIED"].dt > before["LAST-MODIFIED"].dt


def test_all_events_are_a_subscription_in_each_language(client):
    EventFactory(name_ar="")
    both = EventFactory()
    assert len(entries(calendar(client, "/fr/events.ics"))) == 2
    (only,) = entries(calendar(client, "/ar/events.ics"))
    assert only["SUMMARY"] == both.name_ar
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT6H" in calendar(client, "/fr/events.ics")


def test_a_newsroom_without_events_has_an_empty_calendar(client):
    assert Calendar.from_ical(calendar(client, "/fr/events.ics")).events == []


def test_the_pages_lead_to_them(client):
    # What is over is for no agenda any more.
    event = EventFactory(starts_on=timezone.localdate() + timedelta(days=3), ends_on=None)
    assert f'href="{ics(event)}"' in client.get(event.url_in("fr")).text
    assert 'href="/fr/events.ics"' in client.get("/fr/events/").text


def test_an_event_that_is_none_is_not_found(client):
    assert client.get("/fr/events/rien.ics").status_code == 404
    french = EventFactory(name_ar="")
    assert client.get(f"/ar/events/{french.slug_fr}.ics").status_code == 404


ZONES = [
    "Africa/Casablanca",
    "Europe/Paris",
    "Africa/Cairo",
    "America/New_York",
    "Asia/Tokyo",
    "Africa/El_Aaiun",
]
DAYS = [
    date(2018, 12, 10),
    date(2024, 3, 20),
    date(2024, 7, 3),
    date(2026, 1, 15),
    date(2026, 2, 20),
]
DAYS += [
    date(2026, 3, 10),
    date(2026, 7, 1),
    date(2027, 2, 10),
    date(2027, 8, 1),
    date(2028, 1, 31),
]


@pytest.mark.parametrize("zone", ZONES)
def test_three_libraries_read_the_same_hours_whatever_the_years(client, zone):
    for day in DAYS:
        EventFactory(starts_on=day, starts_at=time(10, 0), ends_on=None, time_zone=zone)
    content = calendar(client, "/fr/events.ics").decode()
    right = {datetime.combine(day, time(10), ZoneInfo(zone)).astimezone(UTC) for day in DAYS}
    assert {one.start.astimezone(UTC) for one in Calendar.from_ical(content).events} == right
    # The library keeps the zones that it has read in this process.
    getattr(vobject.icalendar, "__tzidMap").clear()
    found = vobject.readOne(content).vevent_list
    assert {one.dtstart.value.astimezone(UTC) for one in found} == right
    unfolded = content.replace("\r\n ", "").replace("\r\n", "\n")
    rules = dateutil.tz.tzical(StringIO(unfolded)).get(zone)
    read = {datetime.combine(day, time(10), rules).astimezone(UTC) for day in DAYS}
    assert read == right
    assert not [one for one in unfolded.splitlines() if one.startswith("RDATE") and "," in one]


@pytest.mark.looks
@pytest.mark.parametrize("zone", ZONES)
def test_a_library_of_browsers_reads_the_same_hours(client, zone):
    for day in DAYS:
        EventFactory(starts_on=day, starts_at=time(10, 0), ends_on=None, time_zone=zone)
    read = subprocess.run(
        ["node", "quality/calendar.mjs"],
        input=calendar(client, "/fr/events.ics").decode(),
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    right = {datetime.combine(day, time(10), ZoneInfo(zone)).astimezone(UTC) for day in DAYS}
    assert {datetime.fromisoformat(one) for one in read} == right


def test_a_client_that_asks_by_date_alone_learns_of_an_event_that_is_gone(client):
    stays = EventFactory(name_fr="Celui qui reste", place=None)
    gone = EventFactory(name_fr="Celui qui part", place=None)
    for event, days in ((stays, 2), (gone, 9)):
        ago = timezone.now() - timedelta(days=days)
        type(event).objects.filter(pk=event.pk).update(updated_at=ago)
    first = client.get("/fr/events.ics")
    date_only = {"If-Modified-Since": first.headers.get("Last-Modified") or http_date()}
    gone.delete()
    again = client.get("/fr/events.ics", headers=date_only)
    assert again.status_code == 200
    assert "Celui qui part" not in again.text
    same = client.get("/fr/events.ics", headers={"If-None-Match": again.headers["ETag"]})
    assert same.status_code == 304
