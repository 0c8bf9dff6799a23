"""A machine's words in a field are saved by nobody who has not read them."""

import pytest
from playwright.sync_api import expect

from articles.models import Article
from tests.browser.test_translation import look, sign_in
from tests.factories import ArticleFactory

pytestmark = [
    pytest.mark.browser,
    pytest.mark.page_scripts,
    pytest.mark.django_db(transaction=True),
]


def save(page):
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        page.keyboard.press("Control+s")


def arabic(article):
    article = Article.objects.get(pk=article.pk)
    return article.headline_ar or "", article.body_ar or ""


def test_a_suggestion_is_put_in_by_one_key_and_saved_once_it_was_read(page, machine, complaints):
    article = ArticleFactory(headline_ar="", body_ar="", slug_ar=None)
    sign_in(page, "translator", "fr")
    page.goto(f"/admin/articles/article/{article.pk}/translate/ar/")
    headline, body = page.locator("#row-0"), page.locator(".pair:has([data-rich])")
    mark = "Ce champ contient les mots d’une machine"

    headline.locator("textarea").focus()
    page.keyboard.press("Alt+k")
    headline.get_by_text("Proposition d’une machine").wait_for()
    page.keyboard.press("Alt+k")
    expect(headline.locator("textarea")).to_have_value("المغرب يترأس")
    expect(headline.get_by_text(mark)).to_be_visible()

    machine.body = {"translatedText": "<strong>جلسة</strong> عامة"}
    body.get_by_role("button", name="Demander à la machine").click()
    body.get_by_role("button", name="Mettre dans le champ").click()
    expect(body.locator("[contenteditable] strong")).to_have_text("جلسة")
    look(page, "machine")

    # Saved, but not what nobody has read: it still stands in its field.
    save(page)
    expect(headline.get_by_text(mark)).to_be_visible()
    expect(headline.locator("textarea")).to_have_value("المغرب يترأس")
    assert arabic(article) == ("", "")

    headline.locator("textarea").press("End")
    page.keyboard.type("!")
    expect(headline.get_by_text(mark)).to_have_count(0)
    save(page)
    expect(headline.locator("textarea")).to_have_value("المغرب يترأس!")
    assert arabic(article) == ("المغرب يترأس!", "")

    body.locator("[contenteditable]").focus()
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        page.keyboard.press("Control+Enter")
    assert arabic(article)[1] == "<p><strong>جلسة</strong> عامة</p>"
    assert not complaints
