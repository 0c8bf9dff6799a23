"""Searching with a browser: what is offered while one types, and narrowing what was found."""

import pytest
from playwright.sync_api import expect

from tests.factories import ArticleFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


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
