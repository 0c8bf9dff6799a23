"""What became of an event is said wherever it is: page, lists, calendars, linked data."""

import json
from datetime import date, timedelta

import pytest
from django.utils import timezone
from icalendar import Calendar
from lxml import html

from articles.models import Event
from tests.admin.records import accept, form_of, page_of
from tests.factories import ArticleFactory, EventFactory

pytestmark = pytest.mark.django_db

State = Event.State


@pytest.fixture
def event():
    return EventFactory(
        name_fr="Sommet de Rabat",
        name_ar="قمة الرباط",
        starts_on=timezone.localdate() + timedelta(days=9),
        ends_on=None,
    )


def entry(client, event, language="fr"):
    content = client.get(event.url_in(language).rstrip("/") + ".ics").content
    (found,) = Calendar.from_ical(content).events
    return found


def linked(client, event):
    page = html.fromstring(client.get(event.url_in("fr")).content)
    data = json.loads(page.xpath("//script[@type='application/ld+json']")[0].text)
    return next(one for one in data["@graph"] if one["@type"] == "Event")


@pytest.mark.parametrize(
    ("state", "said", "sent"),
    [
        (State.CANCELLED, ("Annulé", "ملغى"), ("CANCELLED", "EventCancelled")),
        (State.POSTPONED, ("Reporté", "مؤجل"), ("TENTATIVE", "EventPostponed")),
        (State.MOVED_ONLINE, ("En ligne", "عن بعد"), ("CONFIRMED", "EventMovedOnline")),
        (State.MOVED, ("Déplacé", "نُقل"), ("CONFIRMED", "EventScheduled")),
    ],
)
def test_a_state_with_its_note_is_said_everywhere(client, event, state, said, sent):
    (french, arabic), (status, term) = said, sent
    before = entry(client, event)
    assert (str(before["STATUS"]), before["SUMMARY"]) == ("CONFIRMED", "Sommet de Rabat")
    event.state, event.state_note_fr, event.state_note_ar = (
        state,
        "À cause du vent.",
        "بسبب الرياح.",
    )
    event.save()
    Event.objects.filter(pk=event.pk).update(updated_at=event.updated_at + timedelta(seconds=1))
    covering = ArticleFactory(live=["fr"], event=event)
    for path in (event.url_in("fr"), "/fr/events/", "/fr/", covering.url_in("fr")):
        assert french in client.get(path).text, path
    assert "À cause du vent." in client.get(event.url_in("fr")).text
    assert "À cause du vent." in client.get(covering.url_in("fr")).text
    page = client.get(event.url_in("ar")).text
    assert arabic in page
    assert "بسبب الرياح." in page
    after = entry(client, event)
    assert str(after["STATUS"]) == status
    assert after["SUMMARY"].startswith(french)
    assert after["SUMMARY"].endswith("Sommet de Rabat")
    assert after["DESCRIPTION"].startswith("À cause du vent.")
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after["UID"] == before["UID"]
    assert linked(client, event)["eventStatus"] == f"https://schema.org/{term}"


def test_what_is_postponed_to_another_day_keeps_the_one_it_was_planned_for(client, event):
    planned, later = event.starts_on, event.starts_on + timedelta(days=30)
    event.state, event.starts_on = State.POSTPONED, later
    event.save()
    event.refresh_from_db()
    assert event.planned_on == planned
    found = linked(client, event)
    assert found["eventStatus"] == "https://schema.org/EventRescheduled"
    assert (found["previousStartDate"], found["startDate"]) == (
        planned.isoformat(),
        later.isoformat(),
    )
    assert entry(client, event).start == later
    assert str(entry(client, event)["STATUS"]) == "CONFIRMED"
    page = client.get(event.url_in("fr")).text
    assert f'<time datetime="{planned.isoformat()}">' in page
    # Another change is no other plan.
    event.starts_on = later + timedelta(days=1)
    event.save()
    event.refresh_from_db()
    assert event.planned_on == planned


def test_what_takes_place_as_planned_says_nothing_of_it(client, event):
    assert "event-state" not in client.get(event.url_in("fr")).text
    event.starts_on = date(2027, 1, 1)
    event.save()
    event.refresh_from_db()
    assert event.planned_on is None


def test_what_waits_for_a_new_day_stays_under_its_old_one(client, editor, event):
    """An editor empties the first day, for it is no more: readers and calendars keep it."""
    planned = event.starts_on
    before = entry(client, event)
    Event.objects.filter(pk=event.pk).update(
        created_at=timezone.now() - timedelta(days=2), updated_at=timezone.now() - timedelta(days=1)
    )
    client.force_login(editor)
    typed = {
        "state": "postponed",
        "starts_on": "",
        "planned_on": f"{planned:%d/%m/%Y}",
        "state_note_fr": "À cause du vent.",
    }
    told = client.post(page_of(event), form_of(client, event) | typed, follow=True).text
    assert "Il est reporté\u00a0: il reste au" in told
    client.logout()
    for path in (event.url_in("fr"), "/fr/events/"):
        page = client.get(path).text
        state = html.fromstring(page).xpath("//p[@class='event-state']")[0].text_content()
        state = " ".join(state.split())
        assert state.startswith("Reporté, prévu auparavant le "), path
        assert "nouvelle date à venir" in state
        assert f'<time datetime="{planned.isoformat()}">' in page
    assert "À cause du vent." in client.get(event.url_in("fr")).text
    month = client.get(f"/fr/events/{planned.year}/{planned.month}/").text
    assert "reporté" in month
    after = entry(client, event)
    assert after.start == planned
    assert str(after["STATUS"]) == "TENTATIVE"
    assert after["SUMMARY"].split() == ["Reporté", ":", "Sommet", "de", "Rabat"]
    assert "sa nouvelle date est à venir" in after["DESCRIPTION"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert "Sommet de Rabat" in client.get("/fr/events.ics").text
    found = linked(client, event)
    assert found["eventStatus"] == "https://schema.org/EventPostponed"
    assert (found["startDate"], found["previousStartDate"]) == (planned.isoformat(),) * 2
    # Its new day is known: the one it was planned for stays said.
    event.refresh_from_db()
    event.starts_on = planned + timedelta(days=40)
    event.save()
    assert linked(client, event)["eventStatus"] == "https://schema.org/EventRescheduled"
    assert linked(client, event)["previousStartDate"] == planned.isoformat()


def test_of_a_new_plan_that_is_given_up_too_no_end_is_left(client, event):
    planned = event.starts_on
    event.state, event.starts_on = State.POSTPONED, planned + timedelta(days=30)
    event.ends_on = planned + timedelta(days=31)
    event.save()
    event.starts_on = None
    event.save()
    event.refresh_from_db()
    assert (event.starts_on, event.ends_on, event.planned_on) == (planned, None, planned)


def test_what_is_cancelled_keeps_its_day_for_those_who_had_noted_it(client, event):
    planned = event.starts_on
    event.state, event.starts_on = State.CANCELLED, None
    event.save()
    assert str(entry(client, event)["STATUS"]) == "CANCELLED"
    assert entry(client, event).start == planned


CANCELLED = {"state": "cancelled", "state_note_fr": "Faute de quorum."}


def send_state(client, event):
    return client.post(page_of(event), form_of(client, event) | CANCELLED)


def stored_state(event):
    event.refresh_from_db()
    return event.state, event.state_note_fr or ""


def test_an_editor_says_it_in_the_form(client, editor, event):
    client.force_login(editor)
    assert send_state(client, event).status_code == 302
    assert stored_state(event) == ("cancelled", "Faute de quorum.")


def test_a_reporter_proposes_it_of_an_event_that_readers_know(client, reporter, editor, event):
    client.force_login(reporter)
    send_state(client, event)
    assert stored_state(event) == (State.SCHEDULED, "")
    assert "event-state" not in client.get(event.url_in("fr")).text
    client.force_login(editor)
    accept(client, event)
    assert stored_state(event) == ("cancelled", "Faute de quorum.")
