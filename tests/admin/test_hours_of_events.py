"""The form of an event takes the hours that its clocks show, and a zone that is a place."""

from datetime import date, time

import pytest
from django.urls import reverse

from articles.models import Event
from tests.admin.forms import form_of as form_of_page
from tests.admin.records import form_of, page_of
from tests.factories import EventFactory, PlaceFactory

pytestmark = pytest.mark.django_db

SKIPPED = [
    ("Europe/Paris", "28/03/2027", "02:30", "écrivez 01:30 ou 03:30"),
    ("Asia/Beirut", "28/03/2027", "00:30", "écrivez 23:30 ou 01:30"),
    ("Africa/Casablanca", "22/03/2026", "02:30", "écrivez 01:30 ou 03:30"),
]


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def send(desk, event, **typed):
    return desk.post(page_of(event), form_of(desk, event) | typed)


@pytest.mark.parametrize("skipped", SKIPPED)
@pytest.mark.parametrize("is_session", [False, True])
def test_an_hour_that_the_clocks_of_its_zone_skip_is_refused(desk, skipped, is_session):
    zone, day, hour, sentence = skipped
    event = EventFactory(parent=EventFactory() if is_session else None, ends_on=None)
    page = send(desk, event, time_zone=zone, starts_on=day, starts_at=hour)
    assert page.status_code == 200
    assert sentence in page.context["adminform"].form.errors["starts_at"].as_text()
    at_its_end = {"starts_on": "21/03/2026", "ends_on": day, "ends_at": hour}
    page = send(desk, event, time_zone=zone, **at_its_end)
    assert sentence in page.context["adminform"].form.errors["ends_at"].as_text()


def added(desk, **typed):
    address = reverse("admin:articles_event_add")
    sent = form_of_page(desk.get(address).text) | {"name_fr": "Sommet", "starts_on": "03/07/2027"}
    answer = desk.post(address, sent | {"starts_at": "10:00"} | typed, follow=True)
    return Event.objects.get(name_fr="Sommet"), answer


def test_a_new_event_goes_by_the_clocks_of_its_place(desk):
    cairo = PlaceFactory(name_fr="Le Caire", country="EG")
    event, __ = added(desk, place=cairo.pk)
    assert event.time_zone == "Africa/Cairo"


@pytest.mark.parametrize("place", [{"country": "US"}, {"country": ""}])
def test_where_its_country_has_several_clocks_or_is_unknown_it_goes_by_the_newsrooms(desk, place):
    event, __ = added(desk, place=PlaceFactory(**place).pk)
    assert event.time_zone == "Africa/Casablanca"


def test_a_zone_that_was_chosen_stays_and_what_is_odd_is_said(desk):
    cairo = PlaceFactory(name_fr="Le Caire", country="EG")
    event, answer = added(desk, place=cairo.pk, time_zone="Asia/Beirut")
    assert event.time_zone == "Asia/Beirut"
    assert "Les heures sont celles des horloges de Beyrouth" in answer.text
    assert "horloges" not in send(desk, event, time_zone="Africa/Cairo").text


def test_what_stood_there_is_saved_again_as_long_as_nobody_touches_it(desk):
    event = EventFactory(name_fr="Sommet", starts_on=date(2027, 3, 28), ends_on=None)
    old = {"starts_at": time(2, 30), "time_zone": "Etc/GMT+5"}
    Event.objects.filter(pk=event.pk).update(**old)
    assert send(desk, event, name_fr="Sommet de Rabat").status_code == 302
    event.refresh_from_db()
    assert (event.name_fr, event.starts_at, event.time_zone) == (
        "Sommet de Rabat",
        time(2, 30),
        "Etc/GMT+5",
    )


@pytest.mark.parametrize("zone", ["Etc/GMT+5", "Factory", "EST5EDT"])
def test_a_zone_that_is_no_place_is_refused_at_its_field(desk, zone):
    event = EventFactory()
    page = send(desk, event, time_zone=zone)
    assert page.context["adminform"].form.errors["time_zone"] == [
        f"«\u00a0{zone}\u00a0» n’est pas un lieu\u00a0: écrivez-le comme «\u00a0Africa/Casablanca\u00a0», ou UTC."
    ]
    event.refresh_from_db()
    assert event.time_zone != zone


@pytest.mark.parametrize("zone", ["America/Argentina", "Mars/Olympus", "nulle part"])
def test_a_zone_that_there_is_not_is_refused_once(desk, zone):
    page = send(desk, EventFactory(starts_at=time(9)), time_zone=zone)
    assert len(page.context["adminform"].form.errors["time_zone"]) == 1


@pytest.mark.parametrize("zone", ["UTC", "Africa/Cairo", "America/Argentina/Buenos_Aires"])
def test_a_place_and_universal_time_are_taken(desk, zone):
    event = EventFactory()
    assert send(desk, event, time_zone=zone).status_code == 302
    event.refresh_from_db()
    assert event.time_zone == zone


@pytest.mark.parametrize(
    "written",
    [
        "01/12/2026",
        "٠١/١٢/٢٠٢٦",
        "1er décembre 2026",
        "mardi 1er déc. 2026",
        "1 دجنبر 2026",
        "١ ديسمبر ٢٠٢٦",
    ],
)
def test_a_day_is_typed_as_people_write_it(desk, written):
    event = EventFactory(ends_on=None)
    assert send(desk, event, starts_on=written).status_code == 302
    event.refresh_from_db()
    assert event.starts_on == date(2026, 12, 1)


@pytest.mark.parametrize(
    "written", ["31 février 2026", "décembre 2026", "1 décembre", "3-4 mai 2026"]
)
def test_what_is_no_day_of_a_year_is_no_date(desk, written):
    event = EventFactory(ends_on=None)
    assert send(desk, event, starts_on=written).status_code == 200
