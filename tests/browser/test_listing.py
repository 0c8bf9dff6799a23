"""The list, the search over everything and the calendar, as a script has them, in both languages."""

from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from articles.admin.listing.columns import every_column
from articles.desk.notes import leave_note
from articles.models import DeskHabits, SavedList
from articles.search.index import update_index
from quality.barriers import broken_rules
from tests.browser.at_desk import LANGUAGES, log_in, look, person
from tests.factories import ArticleFactory, EventFactory, SpeakerFactory

pytestmark = [
    pytest.mark.browser,
    pytest.mark.page_scripts,
    pytest.mark.django_db(transaction=True),
]

LIST = "/admin/articles/article/"


def faults(page):
    return [(one["id"], one["nodes"][0]["html"]) for one in broken_rules(page)]


@pytest.fixture
def newsroom():
    """Something of each kind; an article is scheduled for next week's Tuesday at ten."""
    today = timezone.localdate()
    day = today + timedelta(days=8 - today.weekday())
    moment = timezone.make_aware(datetime.combine(day, time(10)))
    article = ArticleFactory(headline_fr="La mer", headline_ar="البحر", live=["fr"], live_at=moment)
    EventFactory(starts_on=day, ends_on=day)
    return article


@LANGUAGES
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_is_wrong_with_the_pages_of_the_desk(page, live_server, newsroom, language, width):
    user = person("editor", language)
    SavedList.objects.create(owner=user, name="Prêts", question="phase_fr=ready")
    leave_note(newsroom, "@editor le titre ?", by=None)
    page.set_viewport_size({"width": width, "height": 900})
    log_in(page, "editor")
    for name, address in (
        ("list", f"{LIST}?phase_fr=scheduled"),
        ("lists", f"{LIST}lists/"),
        ("look", f"{LIST}{newsroom.pk}/look/"),
        ("find", f"{LIST}find/?q=mer"),
        ("notices", f"{LIST}notices/"),
        ("calendar", f"{LIST}calendar/"),
        ("week", f"{LIST}calendar/?view=week&day={timezone.localdate(newsroom.published_at_fr)}"),
        ("move", f"{LIST}calendar/move/?entry=appears-{newsroom.pk}-fr"),
    ):
        page.goto(address)
        assert faults(page) == [], address
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(wide) <= 0, address
        look(page, f"{name}-{language}-{width}")
    page.goto(LIST)
    page.check("input.action-select")
    page.select_option("select[name=action]", "move_draft")
    page.click("button[name=index]")
    expect(page.locator(".together")).to_be_visible()
    assert faults(page) == []
    look(page, f"together-{language}-{width}")


def test_a_quick_look_does_not_leave_the_list(page, live_server, newsroom, complaints):
    person("editor")
    log_in(page, "editor", LIST)
    page.wait_for_load_state()
    page.click("a[data-look]")
    dialog = page.locator(".look-dialog[open]")
    expect(dialog.locator("article[lang=ar] h2")).to_have_text("البحر")
    assert faults(page) == []
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    assert page.url.endswith(LIST)
    assert complaints == []


def test_everything_is_found_by_the_keyboard_alone(page, live_server, newsroom, complaints):
    speaker = SpeakerFactory(name_fr="Ismail Chekkouri", name_ar="إسماعيل شكوري")
    update_index(type(speaker), [speaker.pk])
    person("editor")
    log_in(page, "editor", f"{LIST}calendar/")
    page.keyboard.press("Control+k")
    page.keyboard.type("شكوري")
    found = page.locator(".find-dialog .found li a")
    expect(found).to_have_count(1)
    assert faults(page) == []
    page.keyboard.press("ArrowDown")
    expect(found).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#find-dialog-words")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/speaker/{speaker.pk}/change/")
    assert complaints == []


def test_what_is_dragged_to_another_day_keeps_its_hour(page, live_server, newsroom, complaints):
    person("editor")
    page.set_viewport_size({"width": 1440, "height": 1000})
    day = timezone.localdate(newsroom.published_at_fr)
    shown = day + timedelta(days=2)
    log_in(page, "editor", f"{LIST}calendar/?view=week&day={day}")
    page.locator("[data-entry^=appears]").drag_to(page.locator(f"[data-day='{shown}'] h3"))
    page.wait_for_selector("ul.messagelist")
    newsroom.refresh_from_db()
    moved = timezone.localtime(newsroom.published_at_fr)
    assert (moved.date(), moved.hour) == (shown, 10)
    assert complaints == []


def test_what_is_dragged_to_an_hour_of_the_week_is_then(page, live_server, newsroom, complaints):
    person("editor")
    page.set_viewport_size({"width": 1440, "height": 1400})
    day = timezone.localdate(newsroom.published_at_fr)
    log_in(page, "editor", f"{LIST}calendar/?view=week&day={day}")
    slot = page.locator(f"[data-day='{day}'] [data-hour-slot='15:00']")
    page.locator("[data-entry^=appears]").drag_to(slot)
    page.wait_for_selector("ul.messagelist")
    newsroom.refresh_from_db()
    assert timezone.localtime(newsroom.published_at_fr).time() == time(15)
    assert complaints == []


@LANGUAGES
def test_the_title_keeps_its_width_whatever_columns_are_chosen(
    page, live_server, newsroom, language
):
    user = person("editor", language)
    DeskHabits.keep(user, columns=[*every_column()])
    log_in(page, "editor", LIST)
    for width in (1024, 1280, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        title = page.locator("#result_list thead .column-headline").bounding_box()
        assert title["width"] > 200, width
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth"), width


def test_enter_opens_what_alone_was_found(page, live_server, newsroom):
    speaker = SpeakerFactory(name_fr="Ismail Chekkouri")
    update_index(type(speaker), [speaker.pk])
    person("editor")
    log_in(page, "editor")
    page.keyboard.press("Control+k")
    page.keyboard.type("chekkouri")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/speaker/{speaker.pk}/change/")
