"""Events to come, events that are over, and the calendar with both."""

from datetime import UTC, date, datetime, time, timedelta
from email.utils import parsedate_to_datetime

import pytest
from django.utils import timezone, translation
from lxml import html

from articles.models import Appearance, Event, Place
from articles.templatetags.newsroom import hours as hours_of
from tests.factories import EventFactory, PlaceFactory, SpeakerFactory

from .test_queries import MOST_ON_A_PAGE, queries_of

pytestmark = pytest.mark.django_db

JULY = "/fr/events/2024/7/"


def in_days(number, **fields):
    day = timezone.localdate() + timedelta(days=number)
    return EventFactory(starts_on=day, ends_on=None, name_fr=f"Dans {number} jours", **fields)


def section(page, name):
    return page.text.split(f'id="{name}"')[1].split("</section>")[0]


def day(page, number, month="2024-07"):
    """What the calendar says of a day."""
    return page.text.split(f'datetime="{month}-{number:02}"')[1].split("</td>")[0]


def test_what_is_to_come_stands_apart_the_next_one_first(client):
    for number in (9, -2, 3, -7):
        in_days(number)
    page = client.get("/fr/events/")
    upcoming, past = section(page, "upcoming"), section(page, "past")
    assert upcoming.index("Dans 3 jours") < upcoming.index("Dans 9 jours")
    assert past.index("Dans -2 jours") < past.index("Dans -7 jours")
    assert "Dans 3 jours" not in past


@pytest.mark.parametrize(("language", "heading"), [("fr", "Aujourd’hui"), ("ar", "اليوم")])
def test_what_has_begun_is_of_today_until_its_last_day_is_over(client, language, heading):
    today = timezone.localdate()
    named = {"name_fr": "Il dure", "name_ar": "Il dure"}
    EventFactory(**named, starts_on=today - timedelta(days=3), ends_on=today)
    EventFactory(starts_on=today + timedelta(days=1), ends_on=None)
    page = client.get(f"/{language}/events/")
    assert heading in section(page, "today")
    assert "Il dure" in section(page, "today")
    assert "Il dure" not in section(page, "upcoming")
    agenda = section(client.get(f"/{language}/"), "agenda")
    assert agenda.count(heading) == 1
    assert agenda.index("Il dure") > agenda.index(heading)


def test_what_is_on_today_needs_nothing_to_come(client):
    in_days(0)
    page = client.get("/fr/events/")
    assert "Dans 0 jours" in section(page, "today")
    assert 'id="upcoming"' not in page.text


def test_the_list_is_another_one_when_an_event_begins(client):
    today = in_days(0).starts_on
    long_ago()
    assert changed_on(client, "/fr/events/") == today


def test_the_second_page_goes_on_with_the_past_alone(client):
    in_days(4)
    for number in range(1, 25):
        in_days(-number)
    page = client.get("/fr/events/?page=2")
    assert "Dans 4 jours" not in page.text
    assert "Dans -24 jours" in section(page, "past")


def test_the_list_leads_to_the_calendar_of_the_next_event(client):
    EventFactory()
    soon = in_days(40)
    month = f"/fr/events/{soon.starts_on.year}/{soon.starts_on.month}/"
    assert f'href="{month}"' in client.get("/fr/events/").text
    assert client.get(month).status_code == 200


@pytest.mark.parametrize("code", ["fr", "ar"])
def test_what_does_not_fit_on_the_list_is_counted_under_it_month_by_month(client, code):
    first = date(timezone.localdate().year + 1, 1, 10)
    for _ in range(41):
        EventFactory(starts_on=first, ends_on=None)
    page = html.fromstring(client.get(f"/{code}/events/").content)
    (further,) = page.xpath("//section[@aria-labelledby='further']")
    assert [one.get("href") for one in further.xpath(".//a")] == [f"/{code}/events/{first.year}/1/"]
    for month, number in ((3, 2), (11, 1)):
        for _ in range(number):
            EventFactory(starts_on=first.replace(month=month), ends_on=None)
    page = html.fromstring(client.get(f"/{code}/events/").content)
    (further,) = page.xpath("//section[@aria-labelledby='further']")
    assert [one.text_content().strip() for one in further.find_class("count")] == ["41", "2", "1"]
    for link in further.xpath(".//a"):
        assert client.get(link.get("href")).status_code == 200


def test_a_list_that_has_all_of_them_has_no_months_under_it(client):
    for number in range(1, 41):
        in_days(number)
    assert 'id="further"' not in client.get("/fr/events/").text


def test_an_event_of_two_days_stands_on_both(client):
    EventFactory(name_fr="Deuxième examen")
    page = client.get(JULY)
    assert "Deuxième examen" in day(page, 3)
    assert "Deuxième examen" in day(page, 4)
    assert "Deuxième examen" not in day(page, 2)
    assert "Deuxième examen" not in day(page, 5)


def test_one_that_crosses_into_the_next_month_is_in_both(client):
    EventFactory(name_fr="Sommet", starts_on=date(2024, 7, 31), ends_on=date(2024, 8, 1))
    assert "Sommet" in day(client.get(JULY), 31)
    assert "Sommet" in day(client.get("/fr/events/2024/8/"), 1, "2024-08")


def test_a_process_of_years_stands_above_the_days(client):
    EventFactory(name_fr="Pacte", starts_on=date(2018, 12, 10), ends_on=date(2026, 1, 1))
    page = client.get(JULY)
    assert "Pacte" in page.text.split("<table")[0]
    assert "Pacte" not in page.text.split("<table")[1]


@pytest.mark.parametrize(
    ("language", "first", "month"),
    [("fr", "lundi", "Juillet 2024"), ("ar", "الاثنين", "يوليوز 2024")],
)
def test_the_week_begins_as_it_does_in_morocco(client, language, first, month):
    EventFactory()
    page = client.get(f"/{language}/events/2024/7/")
    assert f"<h1>{month}</h1>" in page.text
    assert page.text.split('<th scope="col">')[1].startswith(first)


def test_a_session_says_that_it_is_one_and_when_by_whose_clock(client):
    EventFactory(
        name_fr="Plénière",
        parent=EventFactory(name_fr="Examen"),
        starts_at=time(9, 30),
        time_zone="Africa/Cairo",
        ends_on=None,
    )
    said = day(client.get(JULY), 3)
    assert "9:30 (heure : Le Caire)" in said or "09:30" in said
    assert 'class="session"' in said
    assert said.count('class="session"') == 1


def test_an_event_of_a_process_is_no_session(client):
    process = EventFactory(kind=Event.Kind.PROCESS, starts_on=date(2018, 1, 1), ends_on=None)
    assert not EventFactory(parent=process).is_session
    assert EventFactory(parent=EventFactory()).is_session


def test_the_months_beside_are_those_that_have_something(client):
    for month in (2, 7, 11):
        EventFactory(starts_on=date(2024, month, 5), ends_on=date(2024, month, 6))
    EventFactory(starts_on=date(2024, 9, 1), ends_on=None, name_fr="", name_ar="ندوة")
    page = client.get(JULY)
    assert 'href="/fr/events/2024/2/" rel="prev"' in page.text
    assert 'href="/fr/events/2024/11/" rel="next"' in page.text
    arabic = client.get("/ar/events/2024/7/")
    assert 'href="/ar/events/2024/9/" rel="next"' in arabic.text


@pytest.mark.parametrize("path", ["2024/8", "2024/13", "2024/0", "1/1", "9999/12"])
def test_a_month_without_events_is_no_page(client, path):
    EventFactory()
    assert client.get(f"/fr/events/{path}/").status_code == 404


def test_it_names_the_same_month_in_the_other_language_where_it_has_something(client):
    EventFactory(name_ar="")
    assert 'hreflang="ar"' not in client.get(JULY).text
    EventFactory()
    assert 'hreflang="ar" href="http://testserver/ar/events/2024/7/"' in " ".join(
        client.get(JULY).text.split()
    )


def test_robots_find_the_months(client):
    EventFactory(name_ar="")
    found = client.get("/sitemap-pages.xml").text
    assert "<loc>http://testserver/fr/events/2024/7/</loc>" in found
    assert "/ar/events/2024/7/" not in found
    EventFactory()
    found = client.get("/sitemap-pages.xml").text
    assert 'hreflang="ar" href="http://testserver/ar/events/2024/7/"' in found


def test_thirty_events_are_as_many_queries_as_one(client):
    EventFactory()
    with_one = len(queries_of(client, JULY))
    for _ in range(29):
        EventFactory(parent=EventFactory())
    assert len(queries_of(client, JULY)) == with_one <= MOST_ON_A_PAGE


def test_a_map_is_asked_for_the_venue_and_the_city_in_the_readers_language(client):
    event = EventFactory(venue_ar="قصر المؤتمرات", place=PlaceFactory())
    page = client.get(event.url_in("ar"))
    assert 'href="https://www.openstreetmap.org/search?query=%D9%82%D8%B5%D8%B1' in page.text


@pytest.mark.parametrize(
    ("code", "said"),
    [("fr", "Palais des congrès, Marrakech, Maroc"), ("ar", "قصر المؤتمرات، مراكش، المغرب")],
)
def test_where_it_is_is_said_with_commas(client, code, said):
    marrakech = PlaceFactory(name_fr="Marrakech", name_ar="مراكش", country="MA")
    event = EventFactory(venue_fr="Palais des congrès", venue_ar="قصر المؤتمرات", place=marrakech)
    page = html.fromstring(client.get(event.url_in(code)).content)
    where = page.xpath("//dd[.//a[@class='map']]")[0].text_content()
    assert " ".join(where.split()).startswith(said)


def long_ago():
    """Nobody has touched anything since."""
    for model in (Event, Place):
        model.objects.update(updated_at=datetime(2024, 7, 1, tzinfo=UTC))


def changed_on(client, path):
    return timezone.localtime(parsedate_to_datetime(client.get(path)["Last-Modified"])).date()


def test_the_list_changes_with_the_midnight_that_ends_an_event(client):
    in_days(-3)
    in_days(5)
    long_ago()
    assert changed_on(client, "/fr/events/") == timezone.localdate() - timedelta(days=2)


def test_the_front_page_changes_with_every_midnight(client):
    in_days(-3)
    long_ago()
    assert changed_on(client, "/fr/") == timezone.localdate()


def test_the_calendar_changes_with_each_day_of_its_month_and_then_no_more(client):
    today = in_days(0).starts_on
    EventFactory()
    long_ago()
    assert changed_on(client, f"/fr/events/{today.year}/{today.month}/") == today
    assert changed_on(client, JULY) == date(2024, 8, 1)


def test_the_front_page_has_the_events_to_come_the_next_one_first(client):
    for number in (-30, 90, 5, -2):
        in_days(number)
    page = client.get("/fr/").text
    agenda = page.split('id="agenda"')[1].split("</section>")[0]
    assert agenda.index("Dans 5 jours") < agenda.index("Dans 90 jours")
    assert "Dans -2 jours" not in page


def test_a_session_on_a_speakers_page_says_of_what(client):
    review = EventFactory(name_fr="Deuxième examen")
    appearance = Appearance.objects.create(
        event=EventFactory(parent=review), speaker=SpeakerFactory()
    )
    page = " ".join(client.get(appearance.speaker.url_in("fr")).text.split())
    assert f'Session de : <a href="{review.url_in("fr")}">Deuxième examen</a>' in page


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ({"starts_at": time(9, 30)}, "09:30 (heure du Caire)"),
        ({"starts_at": time(9, 30), "ends_at": time(18)}, "09:30–18:00"),
        ({"ends_at": time(18)}, "jusqu’à 18:00"),
        ({"starts_at": time(0), "ends_at": time(0)}, ""),
        ({"ends_at": time(18), "days": 2}, "jusqu’à 18:00 le dernier jour"),
        (
            {"starts_at": time(9), "ends_at": time(18), "days": 2},
            "de 09:00, jusqu’à 18:00 le dernier jour",
        ),
        ({"starts_at": time(20), "ends_at": time(0), "days": 1}, "20:00–00:00"),
    ],
)
def test_the_hours_of_an_event_say_which_end_is_meant(hours, said):
    days = hours.pop("days", 0)
    event = EventFactory.build(
        place=None,
        starts_on=date(2026, 12, 3),
        ends_on=date(2026, 12, 3 + days) if days else None,
        time_zone="Africa/Cairo",
        **hours,
    )
    with translation.override("fr"):
        found = hours_of(event)
    assert found.startswith(said.split(" (")[0])
    assert bool(found) == bool(said)
