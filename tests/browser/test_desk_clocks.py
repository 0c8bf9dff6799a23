"""At the desk of somebody whose clock is another, and whose window is not wide enough."""

import pytest
from playwright.sync_api import expect

from articles.desk.editing import working_copies
from tests.browser.at_desk import log_in, person, wait_until_kept
from tests.factories import ArticleFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TYPED = "Un titre que personne n’a enregistré"


@pytest.fixture
def page(chromium, live_server):
    context = chromium.new_context(
        base_url=live_server.url,
        timezone_id="Asia/Tokyo",
        viewport={"width": 1024, "height": 900},
    )
    yield context.new_page()
    context.close()


def test_all_hours_are_the_newsrooms_but_those_of_an_event(page):
    person("editor")
    log_in(page, "editor", "/admin/articles/event/add/")
    hours = page.locator("#id_starts_at_timezone_warning_helptext")
    expect(hours).to_have_count(1)
    expect(hours).to_be_hidden()
    page.goto("/admin/articles/article/add/")
    page.locator(".of-dates summary").click()
    expect(page.locator("#id_embargoed_until_timezone_warning_helptext")).to_be_visible()
    page.locator(".of-dates summary").click()
    page.fill("#id_headline_fr", TYPED)
    wait_until_kept(page, TYPED)
    page.reload()
    here = page.evaluate(
        """() => new Intl.DateTimeFormat("fr", {
            hour: "2-digit", hourCycle: "h23", timeZone: document.body.dataset.adminServerTimezone,
        }).format().slice(0, 2)"""
    )
    expect(page.locator(".unsaved h2")).to_contain_text(f"à {here}:")


def test_the_columns_unfold_within_the_window_and_a_refused_day_has_the_cursor(page):
    person("editor")
    ArticleFactory(headline_fr="Eau")
    log_in(page, "editor", "/admin/articles/article/?q=Eau")
    page.locator("#changelist-filter .keep summary").last.click()
    page.wait_for_timeout(200)
    assert page.evaluate("document.documentElement.scrollWidth") <= 1024
    page.goto("/admin/articles/article/add/")
    page.fill("#id_headline_fr", "Un titre")
    page.locator("#id_source_published_on").evaluate("field => { field.value = '99.99.2024'; }")
    page.click("input[name=_continue]")
    expect(page.locator("#id_source_published_on")).to_be_focused()


def test_who_sits_in_a_copy_that_is_gone_is_told_before_saving(page):
    editor = person("editor")
    copy = working_copies.open_copy(ArticleFactory(live=["fr"]), by=editor)
    log_in(page, "editor", f"/admin/articles/article/{copy.pk}/change/")
    copy.delete()
    page.evaluate("window.dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator(".presences")).to_contain_text("n’est plus là")
