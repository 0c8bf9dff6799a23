"""The calendar of the desk: what is on which day, for whom, and how it is moved to another."""

from datetime import datetime, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.languages import Language
from articles.models import Article, Event
from articles.models.events import Event as EventModel
from tests.factories import ArticleFactory, EventFactory

pytestmark = [pytest.mark.django_db, pytest.mark.databases]

CALENDAR = reverse("admin:articles_calendar")
MOVE = reverse("admin:articles_calendar_move")
TODAY = timezone.localdate()
A_DAY = timedelta(days=1)


def at(day, hour=10):
    return timezone.make_aware(datetime.combine(day, time(hour)))


def entries(client, day=TODAY, view="week"):
    """What stands on each day that has anything."""
    answer = client.get(CALENDAR, {"day": f"{day}", "view": view})
    assert answer.status_code == 200
    page = html.fromstring(answer.text)
    return {
        one.get("data-day"): [
            " ".join(line.text_content().split())
            for line in one.xpath(".//li[contains(@class, 'entry')]")
        ]
        for one in page.xpath("//li[@data-day]")
        if one.xpath(".//li[contains(@class, 'entry')]")
    }


def planned(**values):
    """What is scheduled in French for tomorrow at ten."""
    return ArticleFactory(
        headline_fr="Demain",
        slug_fr=f"demain-{Article.objects.count()}",
        headline_ar="",
        body_ar="",
        live=["fr"],
        live_at=at(TODAY + A_DAY),
        **values,
    )


def sent(entry, day, hour="10:00", **more):
    return {"entry": entry, "at_0": f"{day}", "at_1": hour, "view": "week", **more}


# What is where.


@pytest.mark.parametrize("view", ["week", "month"])
def test_each_thing_stands_on_its_day(client, editor, view):
    client.force_login(editor)
    day = TODAY.replace(day=15)
    ArticleFactory(headline_fr="Paru", headline_ar="", live=["fr"], live_at=at(day, 9))
    ArticleFactory(headline_fr="Prévu", headline_ar="", published_at_fr=at(day, 11))
    held = ArticleFactory(headline_fr="Retenu", headline_ar="", live=["fr"], live_at=at(day, 8))
    Article.objects.filter(pk=held.pk).update(
        embargoed_until=at(day, 12), published_at_fr=at(day, 12)
    )
    ArticleFactory(
        headline_fr="Part",
        headline_ar="",
        live=["fr"],
        live_at=at(day - 60 * A_DAY),
        live_until_fr=at(day, 13),
    )
    EventFactory(name_fr="Sommet", starts_on=day, ends_on=day)
    found = entries(client, day, view)[f"{day}"]
    assert [line.split(" Déplacer")[0] for line in found] == [
        "événement Sommet",
        "09:00 Français parution Paru",
        "11:00 Français prévu, pas encore publié Prévu",
        "12:00 fin de l’embargo Retenu",
        "13:00 Français retrait Part",
    ]


def test_an_event_of_three_days_stands_on_each_and_one_of_months_on_its_first(client, editor):
    client.force_login(editor)
    monday = TODAY - timedelta(days=TODAY.weekday())
    EventFactory(name_fr="Forum", starts_on=monday, ends_on=monday + 2 * A_DAY)
    EventFactory(name_fr="Processus", starts_on=monday, ends_on=monday + 90 * A_DAY)
    found = entries(client)
    assert sorted(found) == [f"{monday + n * A_DAY}" for n in range(3)]
    assert len(found[f"{monday}"]) == 2


def test_a_reporter_sees_of_a_colleagues_what_readers_have(client, reporter, editor):
    article = ArticleFactory(
        headline_fr="Public", headline_ar="سر", created_by=editor, live=["fr"], live_at=at(TODAY, 0)
    )
    Article.objects.filter(pk=article.pk).update(
        status_ar="published", published_at_ar=at(TODAY + A_DAY), live_until_fr=at(TODAY + A_DAY)
    )
    planned(created_by=editor)
    client.force_login(reporter)
    said = " ".join(line for day in entries(client).values() for line in day)
    following = entries(client, TODAY + 7 * A_DAY)
    assert "Public" in said
    for hidden in ("سر", "Demain", "retrait"):
        assert hidden not in said
    assert following == {}
    assert client.get(MOVE, {"entry": f"appears-{article.pk}-ar"}).status_code == 404


@pytest.mark.parametrize(
    "day", ["0001-01-01", "9999-12-31", "1899-12-31", "x", "2026-02-30", "'%_"]
)
def test_a_day_of_no_calendar_is_today_and_that_is_said(client, editor, day):
    client.force_login(editor)
    for view in ("week", "month"):
        answer = client.get(CALENDAR, {"day": day, "view": view})
        assert answer.status_code == 200
        assert "Ce n’est pas un jour" in answer.text


@pytest.mark.parametrize(("day", "way"), [("1900-01-01", "prev"), ("2200-12-31", "next")])
def test_the_calendar_ends_where_the_newsrooms_does(client, editor, day, way):
    client.force_login(editor)
    for view in ("week", "month"):
        page = html.fromstring(client.get(CALENDAR, {"day": day, "view": view}).text)
        ways = page.xpath("//nav[@class='calendar-ways']/a/@rel")
        assert way not in ways or view == "week"
        assert len(ways) >= 1


def test_a_month_of_many_takes_as_many_queries_as_one_of_few(client, editor):
    client.force_login(editor)

    def taken():
        with CaptureQueriesContext(connection) as queries:
            entries(client, view="month")
        return len(queries)

    planned()
    EventFactory(starts_on=TODAY, ends_on=TODAY)
    taken()
    of_few = taken()
    for _ in range(15):
        planned()
        EventFactory(starts_on=TODAY, ends_on=TODAY)
    assert taken() <= of_few
    page = html.fromstring(client.get(CALENDAR, {"day": f"{TODAY + A_DAY}"}).text)
    assert page.xpath("//*[@class='others']/a")


# Moving.


def test_what_is_scheduled_is_moved_to_another_day_and_it_is_on_record(client, editor):
    article = planned()
    client.force_login(editor)
    form = client.get(MOVE, {"entry": f"appears-{article.pk}-fr"})
    assert "Demain" in form.text
    answer = client.post(
        MOVE, sent(f"appears-{article.pk}-fr", TODAY + 3 * A_DAY, "16:30"), follow=True
    )
    assert "« Demain » (français, parution) est déplacé au" in answer.text
    article.refresh_from_db()
    assert timezone.localtime(article.published_at_fr).strftime("%H:%M") == "16:30"
    assert timezone.localdate(article.published_at_fr) == TODAY + 3 * A_DAY
    assert article.transitions.first().made_by == editor
    assert article.revisions.first().note == "Déplacé dans le calendrier."


def test_the_way_back_is_in_the_message_with_the_day_that_it_was(client, editor):
    article = ArticleFactory(
        headline_ar="غدًا", headline_fr="", live=["ar"], live_at=at(TODAY + A_DAY)
    )
    editor.language = "ar"
    editor.save()
    client.force_login(editor)
    sent_to = sent(f"appears-{article.pk}-ar", TODAY + 3 * A_DAY, "16:30")
    page = html.fromstring(client.post(MOVE, sent_to, follow=True).text)
    (said,) = page.xpath("//ul[contains(@class, 'messagelist')]/li")
    assert "نُقل «غدًا» (العربية" in said.text_content()
    assert Language("ar").date(TODAY + 3 * A_DAY) in said.text_content()
    form = html.fromstring(client.get(said.xpath(".//a/@href")[0]).text)
    assert form.xpath("string(//input[@name='at_1']/@value)") == "10:00"
    day = form.xpath("string(//input[@name='at_0']/@value)")
    assert client.post(MOVE, sent(f"appears-{article.pk}-ar", day, "10:00")).status_code == 302
    article.refresh_from_db()
    assert article.published_at_ar == at(TODAY + A_DAY)


@pytest.mark.parametrize(
    "back", ["hier", "0001-01-01T00:00", "9999-12-31T23:59:59-12:00", "2026-13-45"]
)
def test_a_way_back_to_no_moment_is_the_form_as_it_is(client, editor, back):
    client.force_login(editor)
    asked = {"entry": f"appears-{planned().pk}-fr", "back": back}
    page = html.fromstring(client.get(MOVE, asked).text)
    assert page.xpath("string(//input[@name='at_1']/@value)") == "10:00"


def test_the_week_has_its_hours_with_what_is_at_each(client, editor):
    client.force_login(editor)
    planned()
    page = html.fromstring(client.get(CALENDAR, {"day": f"{TODAY + A_DAY}", "view": "week"}).text)
    (slot,) = page.xpath(f"//li[@data-day='{TODAY + A_DAY}']//li[@data-hour-slot='10:00']")
    assert "Demain" in slot.text_content()
    assert len(page.xpath("//li[@data-hour-slot='09:00']")) == 7
    assert not html.fromstring(client.get(CALENDAR).text).xpath("//li[@data-hour-slot]")


def test_all_days_of_a_week_have_the_same_hours(client, editor):
    """An hour that one day alone has is in all: else an afternoon stands at seven heights."""
    client.force_login(editor)
    night = at(TODAY + A_DAY).replace(hour=3)
    planned(published_at_fr=night)
    page = html.fromstring(client.get(CALENDAR, {"day": f"{TODAY + A_DAY}", "view": "week"}).text)
    assert len(page.xpath("//li[@data-hour-slot='03:00']")) == 7


def test_the_form_that_moves_has_the_signs_of_its_pickers(client, editor):
    client.force_login(editor)
    page = client.get(MOVE, {"entry": f"appears-{planned().pk}-fr"}).text
    assert "admin/css/widgets" in page


def test_what_readers_have_is_not_moved_and_what_has_passed_is_no_day(client, editor):
    client.force_login(editor)
    live = ArticleFactory(live=["fr"])
    answer = client.post(MOVE, sent(f"appears-{live.pk}-fr", TODAY + A_DAY))
    assert answer.status_code == 422
    assert "cette date reste" in answer.text
    article = planned()
    answer = client.post(MOVE, sent(f"appears-{article.pk}-fr", TODAY - A_DAY))
    assert answer.status_code == 422
    assert "est passé" in answer.text
    live.refresh_from_db()
    article.refresh_from_db()
    assert timezone.localdate(article.published_at_fr) == TODAY + A_DAY


def test_it_does_not_leave_before_it_appears(client, editor):
    client.force_login(editor)
    article = planned(live_until_fr=at(TODAY + 2 * A_DAY))
    answer = client.post(MOVE, sent(f"appears-{article.pk}-fr", TODAY + 5 * A_DAY))
    assert answer.status_code == 422
    assert entries(client, TODAY + A_DAY)[f"{TODAY + A_DAY}"]


def test_until_when_readers_have_a_text_is_moved_by_who_may_withdraw_with_a_reason(
    client, editor, chief
):
    article = ArticleFactory(headline_ar="", live=["fr"], live_until_fr=at(TODAY + A_DAY))
    entry = f"leaves-{article.pk}-fr"
    client.force_login(editor)
    assert client.post(MOVE, sent(entry, TODAY + 2 * A_DAY, reason="Non.")).status_code == 403
    client.force_login(chief)
    assert client.post(MOVE, sent(entry, TODAY + 2 * A_DAY)).status_code == 422
    assert client.post(MOVE, sent(entry, TODAY + 2 * A_DAY, reason="Demandé.")).status_code == 302
    article.refresh_from_db()
    assert timezone.localdate(article.live_until_fr) == TODAY + 2 * A_DAY
    assert article.transitions.first().note == "Demandé."


@pytest.mark.parametrize("role", ["reporter", "translator"])
def test_who_may_not_date_a_text_does_not_move_it(client, request, role):
    person = request.getfixturevalue(role)
    article = planned(created_by=person)
    client.force_login(person)
    assert "Déplacer" not in " ".join(
        line for day in entries(client, TODAY + A_DAY).values() for line in day
    )
    answer = client.post(MOVE, sent(f"appears-{article.pk}-fr", TODAY + 3 * A_DAY))
    assert answer.status_code == 403
    article.refresh_from_db()
    assert timezone.localdate(article.published_at_fr) == TODAY + A_DAY


def test_an_event_is_moved_with_its_last_day_by_who_may(client, editor, reporter):
    event = EventFactory(starts_on=TODAY, ends_on=TODAY + A_DAY)
    moved = {"entry": f"event-{event.pk}-", "day": f"{TODAY + 7 * A_DAY}", "hour": ""}
    client.force_login(reporter)
    assert client.post(MOVE, moved).status_code == 403
    client.force_login(editor)
    assert client.post(MOVE, moved).status_code == 302
    event = EventModel.objects.get(pk=event.pk)
    assert (event.starts_on, event.ends_on) == (TODAY + 7 * A_DAY, TODAY + 8 * A_DAY)
    odd = moved | {"day": "2201-01-01"}
    assert client.post(MOVE, odd).status_code == 422


@pytest.mark.parametrize(
    "entry",
    ["", "x", "appears-1", "appears-0-fr", "appears-1-xx", "event-99-", "embargo-x-", "leaves-1-"],
)
def test_what_is_no_entry_is_not_found(client, editor, entry):
    client.force_login(editor)
    assert client.get(MOVE, {"entry": entry}).status_code == 404
    assert client.post(MOVE, sent(entry, TODAY)).status_code == 404
    assert not Event.objects.exists()
