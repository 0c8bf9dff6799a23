"""An event and its sessions in one form: named, on its days, by right, each with its history."""

from datetime import date, time

import pytest
from django.urls import reverse
from lxml import html

from articles.desk.library import record_history
from articles.models import Appearance, Event
from tests.admin.forms import form_of
from tests.admin.records import page_of
from tests.factories import EventFactory, SpeakerFactory

pytestmark = pytest.mark.django_db

ADD = reverse("admin:articles_event_add")
EVENT = {
    "name_fr": "Journées de l’eau",
    "name_ar": "أيام الماء",
    "starts_on": "03/07/2027",
    "ends_on": "04/07/2027",
}


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def row(number, name, day="03/07/2027", start="09:00", end="10:00", **more):
    said = {"name_fr": name, "starts_on": day, "starts_at": start, "ends_at": end}
    said |= {"kind": "plenary_session", **more}
    return {f"sessions-{number}-{column}": value for column, value in said.items()}


def added(desk, *rows, **typed):
    fields = form_of(desk.get(ADD).text) | EVENT | typed
    fields["sessions-TOTAL_FORMS"] = str(max(len(rows), 3))
    for one in rows:
        fields |= one
    return desk.post(ADD, fields)


def errors(page):
    (rows,) = [
        one.formset
        for one in page.context["inline_admin_formsets"]
        if one.formset.prefix == "sessions"
    ]
    return [form.errors for form in rows.forms if form.errors]


def test_an_event_and_three_sessions_are_saved_by_one_form(desk):
    sent = [
        row(0, "Ouverture", name_ar="الافتتاح"),
        row(1, "Table ronde", start="10:30", end="12:00"),
        row(2, "Clôture", day="04/07/2027", start="16:00", end=""),
    ]
    assert added(desk, *sent, time_zone="Africa/Cairo").status_code == 302
    event = Event.objects.get(parent=None)
    sessions = list(event.sessions.order_by("starts_on", "starts_at"))
    assert [one.name_fr for one in sessions] == ["Ouverture", "Table ronde", "Clôture"]
    assert (sessions[0].name_ar, sessions[1].ends_at) == ("الافتتاح", time(12))
    assert {one.time_zone for one in sessions} == {"Africa/Cairo"}
    assert all(one.slug_fr for one in sessions)
    assert {one.kind for one in sessions} == {"plenary_session"}
    for one in sessions:
        assert record_history.revisions_of(one).get().made_by.username == "editor"


def test_empty_rows_are_no_sessions(desk):
    assert added(desk).status_code == 302
    assert Event.objects.count() == 1


def test_readers_know_of_a_new_session_when_they_know_of_its_event(desk):
    typed = {"visibility_fr": "hidden", "embargoed_until_0": "01/07/2027"}
    added(desk, row(0, "Ouverture"), **typed, embargoed_until_1="08:00")
    event, session = Event.objects.get(parent=None), Event.objects.exclude(parent=None).get()
    assert event.embargoed_until is not None
    assert (session.visibility_fr, session.visibility_ar) == ("hidden", event.visibility_ar)
    assert session.embargoed_until == event.embargoed_until


def test_a_session_of_an_event_of_one_day_is_on_that_day(desk):
    added(desk, row(0, "Ouverture", day=""), ends_on="")
    assert Event.objects.exclude(parent=None).get().starts_on == date(2027, 7, 3)


def test_a_session_that_ends_before_it_begins_is_refused_in_its_row(desk):
    page = added(desk, row(0, "Ouverture", start="11:00", end="09:00"))
    assert page.status_code == 200
    (said,) = errors(page)
    assert "se termine avant de commencer" in said["ends_at"].as_text()
    assert not Event.objects.exists()


@pytest.mark.parametrize("day", ["02/07/2027", "05/07/2027"])
def test_a_session_on_none_of_the_days_of_its_event_is_refused_in_its_row(desk, day):
    page = added(desk, row(0, "Ouverture", day=day))
    (said,) = errors(page)
    assert "3–4 juillet 2027" in said["starts_on"].as_text()
    assert not Event.objects.exists()


def test_what_belongs_to_a_process_is_on_any_day(desk):
    assert added(desk, row(0, "Sommet", day="01/02/2029"), kind="process").status_code == 302


def test_an_hour_that_clocks_skip_is_refused_in_its_row(desk):
    typed = {"starts_on": "28/03/2027", "ends_on": "", "time_zone": "Europe/Paris"}
    page = added(desk, row(0, "Nuit", day="28/03/2027", start="02:30", end=""), **typed)
    (said,) = errors(page)
    assert "01:30" in said["starts_at"].as_text()


def test_a_zone_that_is_none_is_said_once_and_loses_nothing(desk):
    page = added(desk, row(0, "Ouverture"), time_zone="Mars/Olympus")
    assert page.status_code == 200
    assert "Ouverture" in page.text
    assert page.context["adminform"].form.errors["time_zone"]


def test_sixty_sessions_are_saved_and_shown(desk):
    rows = [
        row(n, f"Atelier {n}", start=f"{8 + n % 10:02}:00", end=f"{9 + n % 10:02}:00")
        for n in range(60)
    ]
    assert added(desk, *rows).status_code == 302
    event = Event.objects.get(parent=None)
    assert event.sessions.count() == 60
    page = desk.get(page_of(event, "change"))
    assert page.text.count('value="Atelier ') == 60


def test_the_form_asks_no_more_for_many_sessions(desk, django_assert_max_num_queries):
    event = EventFactory()
    for _each in range(20):
        EventFactory(parent=event)
    desk.get(page_of(event, "change"))
    with django_assert_max_num_queries(50):
        desk.get(page_of(event, "change"))


def test_a_session_that_is_changed_there_keeps_what_it_was(desk, editor):
    event = EventFactory()
    session = EventFactory(parent=event, name_fr="Ouverture", starts_on=date(2024, 7, 3))
    form = form_of(desk.get(page_of(event, "change")).text)
    assert desk.post(page_of(event, "change"), form | {"sessions-0-name_fr": "Début"}).url
    kept = record_history.revisions_of(session).first()
    assert kept.content["fields"]["name_fr"] == "Début"
    assert kept.made_by == editor
    assert record_history.revisions_of(session).count() == 2


def test_who_may_not_publish_changes_no_session_that_readers_have(client, reporter):
    event = EventFactory()
    EventFactory(parent=event, name_fr="Ouverture")
    client.force_login(reporter)
    page = client.get(page_of(event, "change")).text
    assert 'name="sessions-0-name_fr"' not in page
    assert "Ouverture" in page
    hidden = EventFactory(visibility_fr="automatic", visibility_ar="automatic")
    assert 'name="sessions-TOTAL_FORMS"' in client.get(page_of(hidden, "change")).text


def test_zones_are_picked_from_a_list_by_their_cities(desk, editor):
    page = desk.get(ADD).text
    assert '<option value="Africa/Cairo">Le Caire</option>' in page
    assert "Etc/GMT+5" not in page
    editor.language = "ar"
    editor.save()
    assert '<option value="Africa/Cairo">القاهرة</option>' in desk.get(ADD).text


def test_the_newsrooms_hour_stands_beside_that_of_the_event(desk):
    event = EventFactory(time_zone="Asia/Tokyo", starts_at=time(9), ends_at=time(18))
    page = desk.get(page_of(event, "change")).text
    assert "À Casablanca : 01:00" in page
    assert "À Casablanca : 10:00" in page
    here = EventFactory(time_zone="Africa/Casablanca", starts_at=time(9))
    assert "À Casablanca : 09:00" not in desk.get(page_of(here, "change")).text


def test_speakers_stand_in_the_order_that_was_given_to_them(desk, client):
    event = EventFactory()
    first, second = (
        Appearance.objects.create(event=event, speaker=SpeakerFactory(name_fr=name))
        for name in ("Nasser Bourita", "Aïcha Saleck")
    )
    form = form_of(desk.get(page_of(event, "change")).text)
    sent = {"appearances-0-order": "2", "appearances-1-order": "1"}
    desk.post(page_of(event, "change"), form | sent)
    assert list(event.appearances.all()) == [second, first]
    page = client.get(event.url_in("fr")).text
    people = page[page.index('id="appearances"') :]
    assert people.index("Aïcha Saleck") < people.index("Nasser Bourita")


def test_a_session_that_no_reader_has_leads_to_no_page_of_readers(desk):
    event = EventFactory(starts_on=date(2027, 7, 3), ends_on=None)
    hidden = {f"visibility_{code}": Event.Visibility.HIDDEN for code in ("fr", "ar")}
    session = EventFactory(parent=event, starts_on=date(2027, 7, 3), ends_on=None, **hidden)
    assert "Voir sur le site" not in programme(desk, event)
    session.visibility_fr = Event.Visibility.PUBLIC
    session.save()
    assert "Voir sur le site" in programme(desk, event)


def programme(desk, event):
    (rows,) = html.fromstring(desk.get(page_of(event)).text).xpath("//*[@id='sessions-group']")
    return " ".join(rows.text_content().split())
