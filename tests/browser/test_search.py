"""Searching with a browser: what is offered while one types, and narrowing what was found."""

import pytest
from playwright.sync_api import expect

from tests.factories import ArticleFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("path", ["", "articles/", "events/"])
def test_every_page_has_the_search_with_suggestions_in_its_header(page, complaints, language, path):
    ArticleFactory(
        live=["fr", "ar"],
        headline_fr="Le Maroc et la mer",
        headline_ar="المغرب والبحر",
        body_ar="<p>يخرج الصيادون إلى البحر.</p>",
    )
    page.goto(f"/{language}/{path}")
    field = page.get_by_role("banner").get_by_role("combobox")
    field.press_sequentially({"fr": "Maro", "ar": "المغ"}[language])
    offered = page.get_by_role("banner").locator("datalist option")
    expect(offered).to_have_count(1)
    field.fill(offered.first.get_attribute("value"))
    field.press("Enter")
    expect(page.locator(".river mark").first).to_be_visible()
    # Its own page has one field, not two.
    expect(page.get_by_role("combobox")).to_have_count(1)
    assert complaints == []


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_on_a_phone_and_without_a_script_the_search_is_a_link_or_a_field(
    chromium, live_server, language
):
    ArticleFactory(live=["fr", "ar"], headline_fr="La mer", headline_ar="البحر")
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(f"/{language}/")
    page.locator(".to-search").click()
    assert page.url.endswith(f"/{language}/search/")
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"/{language}/")
    assert not page.locator(".to-search").is_visible()
    page.locator("#site-q").fill({"fr": "mer", "ar": "البحر"}[language])
    page.locator(".site-search button").click()
    assert page.locator(".river mark").first.is_visible()
    context.close()


def test_a_reader_takes_a_suggestion_and_narrows_the_search_to_a_day(page, complaints):
    ArticleFactory(
        live=["fr", "ar"],
        headline_fr="Le Maroc et la mer",
        headline_ar="المغرب والبحر",
        body_ar="<p>يخرج الصيادون إلى البحر.</p>",
    )
    page.goto("/ar/search/")
    page.get_by_role("combobox").press_sequentially("المغ")
    offered = page.locator("datalist option")
    expect(offered).to_have_count(1)
    page.get_by_role("combobox").fill(offered.first.get_attribute("value"))
    page.get_by_role("combobox").press("Enter")
    expect(page.locator(".river mark").first).to_have_text("المغرب")
    page.locator("input[name=until]").fill("2001-01-01")
    page.locator(".days button").click()
    expect(page.locator(".river mark")).to_have_count(0)
    page.locator(".chosen a").click()
    expect(page.locator(".river mark").first).to_have_text("المغرب")
    assert complaints == []
